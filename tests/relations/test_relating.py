"""Which papers are near one another, and that nothing else is named."""

from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.relations import relating
from generator.relations.model import Relation, Relations
from generator.relations.nearness import MOST
from generator.relations.relating import relate_papers
from tests.pages.world import Item, curate, item, seen, topic
from tests.relations.harbour import (
    filler,
    filling,
    harbour,
    kite,
    near,
    related,
)

NAMES = ("along the quay", "below the bridge", "over the harbour wall", "past midnight")


def test_papers_of_one_content_are_near_and_say_why() -> None:
    found = relate_papers(harbour(kite("rising", "2025-03-11"), kite("falling", "2025-03-12")))
    (relation,) = found.rows["tethered-kites-rising"].relations  # type: ignore[index]
    assert relation.paper == "tethered-kites-falling"
    assert 0.2 <= relation.nearness <= 1
    assert relation.shared == ("tethered kite drifts",)


def test_where_nothing_is_near_nothing_is_named() -> None:
    found = relate_papers(harbour(kite("rising", "2025-03-11")))
    assert not any(row.relations for row in found.rows.values())


def test_few_are_named_the_nearest_first() -> None:
    kites = [kite(name, f"2025-03-1{n}") for n, name in enumerate(NAMES)]
    found = relate_papers(harbour(*kites))
    for paper in kites:
        values = [r.nearness for r in found.rows[paper.paper.id].relations]
        assert len(values) == MOST
        assert values == sorted(values, reverse=True)


def test_a_hidden_paper_is_near_to_none_and_has_none() -> None:
    found = relate_papers(
        harbour(kite("rising", "2025-03-11"), kite("falling", "2025-03-12", hidden="Spam."))
    )
    assert near(found, "tethered-kites-rising") == []
    assert "tethered-kites-falling" not in found.rows


def test_the_same_paper_under_another_title_is_not_related() -> None:
    kites = [kite("rising", "2025-03-11"), kite("falling", "2025-03-13")]
    slip = kite("risingg", "2025-03-12")
    assert "tethered-kites-risingg" not in related("tethered-kites-rising", [*kites, slip])
    text = kites[0].paper.abstract.clean
    same = item("An unlike headline", seen("2025-03-12", 1), abstract=text)
    assert "an-unlike-headline" not in related("tethered-kites-rising", [*kites, same])
    assert "an-unlike-headline" in related("tethered-kites-falling", [kites[1], same])


def test_no_two_related_papers_have_the_same_title() -> None:
    twice = [
        kite("falling slowly", "2025-03-12"),
        kite("falling slowlyy", "2025-03-13", slug="slip"),
    ]
    assert len(related("tethered-kites-rising", [kite("rising", "2025-03-11"), *twice])) == 1


def test_not_all_are_of_the_same_day_where_another_day_has_one() -> None:
    own = kite("rising", "2025-03-11")
    day = [kite(name, "2025-03-11", n) for n, name in enumerate(NAMES, 2)]
    other = item(
        "Tethered balloons", seen("2025-03-12", 1), abstract="A tethered kite drifts like balloons."
    )
    assert "tethered-balloons" not in related("tethered-kites-rising", [own, *day[:2]])
    found = related("tethered-kites-rising", [own, *day, other])
    assert len(found) == MOST
    assert found[-1] == "tethered-balloons"


def test_where_no_other_day_has_one_all_may_be_of_the_same_day() -> None:
    day = [kite(name, "2025-03-11", n) for n, name in enumerate(NAMES, 1)]
    assert len(related(day[0].paper.id, day)) == MOST


def test_a_paper_of_both_days_is_not_one_of_another_day() -> None:
    own = kite("rising", "2025-03-11")
    day = [kite(name, "2025-03-11", n) for n, name in enumerate(NAMES[:3], 2)]
    both = item(
        "Tethered balloons",
        seen("2025-03-11", 9),
        seen("2025-03-12", 1),
        abstract="A tethered kite drifts like balloons.",
    )
    assert "tethered-balloons" not in related("tethered-kites-rising", [own, *day, both])


def test_a_topic_in_common_brings_papers_nearer_and_is_a_reason() -> None:
    sea = topic("sea", "The sea")

    def relation(*topics: str) -> Relation:
        papers = (
            kite("rising", "2025-03-11", topics=("sea",)),
            item("Gusts", seen("2025-03-12", 1), abstract="Gusts hum.", topics=topics),
        )
        rows = relate_papers(curate(*papers, *filling(), topics=(sea,))).rows
        return rows["gusts"].relations[0]  # type: ignore[index]

    assert relation("sea").nearness > relation().nearness
    assert relation("sea").shared == ("Gusts", "hum", "The sea")
    assert relation().shared == ("Gusts", "hum")


def test_the_order_of_arrival_is_of_no_matter() -> None:
    kites = tuple(kite(name, f"2025-03-1{n}") for n, name in enumerate(NAMES))
    expected = relate_papers(curate(*kites, *filling()))
    assert relate_papers(curate(*reversed(filling()), *reversed(kites))) == expected


# What was found before

WORDS = tuple(f"{first}{last}" for first in ("kit", "rop", "tid", "lam") for last in "aeiou")

TOPICS = (topic("air"), topic("sea"))


@st.composite
def papers(draw: st.DrawFn, *, most: int = 16) -> list[Item]:
    """Draw papers of few words, so that many are near, on few days and with few topics."""
    days = st.sampled_from(("2025-03-11", "2025-03-12", "letters"))
    return [
        item(
            " ".join(draw(st.lists(st.sampled_from(WORDS), min_size=1, max_size=3))),
            seen(draw(days), number),
            slug=f"p{number}",
            abstract=". ".join(draw(st.lists(st.sampled_from(WORDS), max_size=6))) + ".",
            topics=draw(st.sampled_from(((), ("air",), ("sea",)))),
            hidden=draw(st.sampled_from(("", "", "", "", "Hidden."))),
        )
        for number in range(1, draw(st.integers(1, most)))
    ]


@given(papers(), papers(), st.randoms(use_true_random=False))
@settings(max_examples=60)
def test_with_a_memory_all_is_as_without(before: list[Item], other: list[Item], by: Random) -> None:
    """Some papers stay, some change, some come and some go."""
    after = {i.paper.id: i for i in before if by.random() < 0.8}
    after |= {i.paper.id: i for i in other if by.random() < 0.3}
    former = relate_papers(curate(*before, topics=TOPICS))
    now = curate(*after.values(), topics=TOPICS)
    assert relate_papers(now, former) == relate_papers(now)


def test_what_has_not_changed_is_not_worked_out_again(monkeypatch: pytest.MonkeyPatch) -> None:
    kites = [kite(name, f"2025-03-1{n}") for n, name in enumerate(NAMES)]
    former = relate_papers(harbour(*kites))

    worked: list[int] = []
    measure = relating.Vectors.measure

    def count(vectors: relating.Vectors, paper: int) -> object:
        worked.append(paper)
        return measure(vectors, paper)

    monkeypatch.setattr(relating.Vectors, "measure", count)
    monkeypatch.setattr(relating, "weigh_terms", None)  # to call it is an error
    assert relate_papers(harbour(*kites), former) == former
    assert worked == []
    monkeypatch.undo()
    monkeypatch.setattr(relating.Vectors, "measure", count)
    rest = filling()[1:]
    relate_papers(curate(*kites, filler(0, "Biscuits."), *rest), former)
    assert len(worked) == 1


def test_no_papers_have_no_relations() -> None:
    assert relate_papers(curate()) == Relations()
