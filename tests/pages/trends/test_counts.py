"""Papers are counted once, in the month of their first dated digest."""

import pytest

from generator.pages.catalogue import make_catalogue
from generator.pages.dates import Month, months_text
from generator.pages.trends.counts import Span, count_months, join_spans
from tests.pages.world import curate, item, seen, small_world, tag, topic


def test_a_paper_counts_in_the_month_in_which_a_digest_first_held_it() -> None:
    world = curate(
        item("A", seen("2025-01-30", 1), seen("2025-03-02", 1), topics=["kites"], tags=["sails"]),
        item("B", seen("2025-03-02", 2), topics=["kites"]),
        topics=[topic("kites")],
        tags=[tag("sails")],
    )
    months = count_months(make_catalogue(world))
    assert [(span.first.iso, span.days, span.papers, dict(span.labels)) for span in months] == [
        ("2025-01", 1, 1, {"topics/kites/": 1, "tags/sails/": 1}),
        ("2025-02", 0, 0, {}),
        ("2025-03", 1, 1, {"topics/kites/": 1}),
    ]


def test_what_has_no_date_and_what_is_hidden_stay_out() -> None:
    world = curate(
        item("A", seen("old-letters", 1), topics=["kites"]),
        item("B", seen("2025-03-02", 1), hidden="An advertisement."),
        topics=[topic("kites")],
    )
    (month,) = count_months(make_catalogue(world))
    assert (month.days, month.papers, month.labels) == (1, 0, {})
    assert count_months(make_catalogue(curate(item("A", seen("old-letters", 1))))) == ()
    assert count_months(make_catalogue(curate())) == ()


def test_all_months_together_hold_every_dated_paper_once() -> None:
    catalogue = make_catalogue(small_world())
    whole = join_spans(count_months(catalogue))
    assert whole.papers == sum(paper.first_featured is not None for paper in catalogue.papers)
    assert whole.days == len(catalogue.days)
    assert whole.labels["topics/lighthouses/"] == 2
    assert whole.text == "December 2024 to April 2025"


def test_nothing_cannot_be_joined() -> None:
    with pytest.raises(ValueError, match="no span"):
        join_spans(())


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        (Month(2025, 3), Month(2025, 3), "March 2025"),
        (Month(2025, 1), Month(2025, 3), "January to March 2025"),
        (Month(2024, 11), Month(2025, 1), "November 2024 to January 2025"),
    ],
)
def test_a_span_has_a_name(first: Month, last: Month, words: str) -> None:
    assert Span(first=first, last=last).text == months_text(first, last) == words


def test_months_follow_one_another() -> None:
    assert Month(2024, 12).moved(1) == Month(2025, 1)
    assert Month(2025, 1).moved(-13) == Month(2023, 12)
    assert [month.iso for month in Month(2024, 11).through(Month(2025, 2))] == [
        "2024-11",
        "2024-12",
        "2025-01",
        "2025-02",
    ]
    assert Month(2025, 1).through(Month(2024, 12)) == ()
