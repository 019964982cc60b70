"""What decides of a paper which others are near it."""

from collections.abc import Mapping
from dataclasses import replace

import pytest

from generator.identifiers import TagId, TopicId
from generator.relations.profiles import PRIMARY, Profile, list_profiles
from tests.pages.world import curate, item, seen, tag, topic

TOPICS = (topic("sea", "The sea"), topic("air"), topic("land"))
TAGS = (tag("rope", "Ropes"), tag("gust"), replace(tag("survey"), kind=True))


def profile(
    topics: tuple[str, ...] = (),
    tags: tuple[str, ...] = (),
    *,
    by_rule: tuple[str, ...] = (),
    leanings: Mapping[str, float] | None = None,
) -> Profile:
    """Make the profile of a paper; `leanings` are those of its rules, by topic or tag."""
    kites = item("Kites", seen("2025-03-11", 1), topics=topics, tags=tags, topics_by_rule=by_rule)
    found = leanings or {}
    said = replace(
        kites.said,
        topic_leanings={TopicId(t.id): found[t.id] for t in TOPICS if t.id in found},
        tag_leanings={TagId(t.id): found[t.id] for t in TAGS if t.id in found},
    )
    (found_profile,) = list_profiles(curate(replace(kites, said=said), topics=TOPICS, tags=TAGS))
    return found_profile


def test_topics_and_tags_are_subjects_the_first_topic_above_all() -> None:
    found = profile(("sea", "air"), ("rope", "survey"))
    assert found.subjects == {"topic:sea": PRIMARY, "topic:air": 1, "tag:rope": 1}
    assert found.labels == {"topic:sea": "The sea", "topic:air": "Air", "tag:rope": "Ropes"}


@pytest.mark.parametrize(
    ("leaning", "weight"), [(0.5, 2 / 3), (0.99, 0.9), (1.0, 1.0), (3.0, 1.5), (0.0, None)]
)
def test_a_subject_weighs_by_how_far_its_rule_came(leaning: float, weight: float | None) -> None:
    has = ("gust",) if leaning >= 1 else ()
    found = profile(tags=has, leanings={"gust": leaning})
    assert found.subjects.get("tag:gust") == (pytest.approx(weight) if weight else None)
    assert ("tag:gust" in found.labels) == bool(has)


def test_what_a_rule_found_of_a_topic_counts_where_others_went_before() -> None:
    found = profile(("sea",), by_rule=("sea",), leanings={"sea": 1.0, "land": 2.0})
    assert found.subjects == {"topic:sea": PRIMARY, "topic:land": 0.9}


def test_a_curators_word_is_final() -> None:
    leanings = {"sea": 2.0, "rope": 2.0}
    assert profile(by_rule=("sea",), leanings=leanings).subjects == {}
    found = profile(("air",), ("gust",), by_rule=("sea",), leanings={"air": 0.2, "gust": 0.2})
    assert found.subjects == {"topic:air": PRIMARY, "tag:gust": 1}


def test_a_rule_that_comes_nearer_weighs_more_in_the_first_topic_too() -> None:
    assert profile(("sea",), leanings={"sea": 3.0}).subjects == {"topic:sea": 1.5 * PRIMARY}
