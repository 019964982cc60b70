"""When papers are near enough to be named, and which of them are."""

import numpy as np
import pytest

from generator.identifiers import Slug, title_key
from generator.relations.nearness import (
    NEAR,
    NEAR_BY_A_WORD,
    SAME,
    WITHOUT_SUBJECT,
    WITHOUT_TAG,
    choose_near,
    list_near,
)
from generator.relations.profiles import Profile

WORDS = ("tethered kite", "gust")


def profile(title: str, *subjects: str, day: str = "2025-03-11", abstract: str = "") -> Profile:
    return Profile(
        id=Slug(title),
        title=title,
        abstract=abstract or title * 9,
        key=title_key(title),
        subjects=frozenset(subjects),
        days=frozenset((day,)),
        sum="",
    )


def chosen(
    *others: tuple[float, Profile], own: Profile | None = None, shared: tuple[str, ...] = WORDS
) -> list[str]:
    """Name those that are chosen beside a paper, given how alike each is to it."""
    profiles = [own or profile("own", "tag:gust", "topic:air"), *(there for _, there in others)]
    near = list_near(0, np.array([1.0, *(value for value, _ in others)]), profiles)
    return [relation.paper for relation in choose_near(0, near, profiles, lambda _: shared)]


def below(value: float) -> float:
    return float(np.nextafter(value, 0))


def above(value: float) -> float:
    return float(np.nextafter(value, 1))


def test_near_is_near_enough() -> None:
    kites, ropes = profile("kites", "tag:gust"), profile("ropes", "tag:gust")
    assert chosen((NEAR, kites), (below(NEAR), ropes)) == ["kites"]


@pytest.mark.parametrize(
    ("own", "other", "left"),
    [
        (("topic:air",), ("topic:air",), WITHOUT_TAG),
        (("topic:air",), ("topic:sea",), WITHOUT_SUBJECT),
        (("tag:gust",), ("tag:rope", "topic:air"), WITHOUT_SUBJECT),
        ((), ("topic:sea",), WITHOUT_TAG),
        ((), (), WITHOUT_TAG),
    ],
)
def test_more_is_asked_of_papers_without_a_tag_in_common_or_even_a_topic(
    own: tuple[str, ...], other: tuple[str, ...], left: float
) -> None:
    paper, kites, ropes = profile("own", *own), profile("kites", *other), profile("ropes", *other)
    near = above(NEAR / left)
    assert chosen((near, kites), (near - 0.001, ropes), own=paper) == ["kites"]


def test_more_is_asked_where_a_single_word_tells_why() -> None:
    kites, ropes = profile("kites", "tag:gust"), profile("ropes", "tag:gust")
    near = NEAR_BY_A_WORD
    assert chosen((near, kites), (below(near), ropes), shared=("gusts",)) == ["kites"]
    assert chosen((below(near), ropes), shared=("tethered kites",)) == ["ropes"]


def test_where_no_word_tells_why_none_is_named() -> None:
    assert chosen((0.7, profile("kites", "tag:gust")), shared=()) == []


def test_equally_near_ones_stand_by_id() -> None:
    names = ("balloons", "kites", "ropes")
    assert chosen(*((0.5, profile(name, "tag:gust")) for name in names)) == list(names)


@pytest.mark.parametrize(("value", "named"), [(SAME, []), (below(SAME), ["kites"])])
def test_what_says_the_same_is_the_same_paper(value: float, named: list[str]) -> None:
    text = "A tethered kite drifts in gusts. " * 3
    own = profile("own", "tag:gust", abstract=text)
    assert chosen((value, profile("kites", "tag:gust", abstract=text + "!")), own=own) == named


def test_a_paper_of_another_day_takes_the_last_place_of_several() -> None:
    names = ("arches", "bridges", "canals", "dams")
    day = [(0.9, profile(name, "tag:gust")) for name in names]
    later = profile("kites", "tag:gust", day="2025-03-12")
    assert chosen(*day, (0.3, later)) == ["arches", "bridges", "kites"]
    assert chosen((0.95, later), *day) == ["kites", "arches", "bridges"]


def test_a_paper_alike_to_the_one_whose_place_it_takes_is_no_second_one() -> None:
    names = ("arches", "bridges", "canals of the north")
    day = [(0.9, profile(name, "tag:gust")) for name in names]
    later = profile("canals of the northh", "tag:gust", day="2025-03-12")
    assert chosen(*day, (0.3, later)) == ["arches", "bridges", "canals of the northh"]
