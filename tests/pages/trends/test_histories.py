"""A topic's page shows when its papers came."""

import pytest

from generator.pages.views import Columns, ListingPage, Shares, TopicsPage
from tests.pages.plans import plan, view
from tests.pages.world import Item, curate, item, seen, tag, topic


def made(*published: str, featured: str = "2025-03-11") -> list[Item]:
    return [
        item(
            f"Paper {n} of {day} in {featured}",
            seen(featured, n),
            topics=["kites"],
            tags=["sails"],
            published=day,
        )
        for n, day in enumerate(published, 1)
    ]


def history(*items: Item, url: str = "topics/kites/") -> Columns | None:
    world = curate(*items, topics=[topic("kites"), topic("boats")], tags=[tag("sails")])
    return view(plan(world), url, ListingPage).history


def test_papers_stand_in_their_months_of_publication() -> None:
    drawn = history(*made("2024-11-03", "2025-02-01", "2025-02-09"), *made(""))
    assert drawn
    assert drawn.caption == drawn.drawing.said
    assert drawn.caption.startswith(
        "4 papers by month of first publication, known of 3, Nov 2024 to Feb 2025; at most 2"
    )
    assert [(row.name, row.cells) for row in drawn.table.rows] == [
        ("Nov 2024", ("1",)),
        ("Feb 2025", ("2",)),
    ]
    assert drawn.drawing.width == 38


@pytest.mark.parametrize(
    ("first", "unit", "name"),
    [
        ("2022-04-01", "Month", "Apr 2022"),
        ("2022-03-01", "Quarter", "Jan–Mar 2022"),
        ("1998-05-01", "Year", "1998"),
    ],
)
def test_long_histories_have_longer_columns(first: str, unit: str, name: str) -> None:
    drawn = history(*made(first, "2025-03-01"))
    assert drawn
    assert (drawn.table.heads[0], drawn.first) == (unit, name)


def test_without_publication_the_first_digest_counts_for_all() -> None:
    items = [*made("", "", "2020-01-01"), *made("", featured="2025-05-11")]
    drawn = history(*items)
    assert drawn
    assert drawn.caption.startswith("4 papers by month of first appearance, Mar 2025 to May 2025;")


def test_a_single_month_is_not_drawn() -> None:
    assert history(*made("2025-02-01", "2025-02-09")) is None
    assert history(item("Boat", seen("old-letters", 1), topics=["kites"])) is None
    assert history(*made("2025-02-01", "2024-02-09"), url="topics/boats/") is None


def test_tags_have_histories_too() -> None:
    assert history(*made("2025-02-01", "2024-02-09"), url="tags/sails/")


def over_time(*items: Item) -> Shares | None:
    world = curate(*items, topics=[topic("kites"), topic("boats")], tags=[tag("sails")])
    return view(plan(world), "topics/", TopicsPage).history


def test_all_topics_stand_side_by_side_over_the_same_time() -> None:
    drawn = over_time(*made("2024-11-03", "2025-02-01", "2025-02-09"))
    assert drawn
    assert [(row.mark.name, row.value) for row in drawn.rows] == [("Kites", "3")]
    assert drawn.table.heads == ("Topic", "Nov 2024", "Dec 2024", "Jan 2025", "Feb 2025")
    assert [row.cells for row in drawn.table.rows] == [("1", "0", "0", "2")]
    assert drawn.caption.endswith("the figure counts all papers.")


def test_what_is_long_ago_is_counted_and_not_drawn_beside_others() -> None:
    drawn = over_time(*made("2013-01-07", "2025-02-09"))
    assert drawn
    assert drawn.rows[0].value == "2"
    assert (
        drawn.table.heads[1:]
        == tuple(
            f"{quarter} {year}"
            for year in (2023, 2024, 2025)
            for quarter in ("Jan–Mar", "Apr–Jun", "Jul–Sep", "Oct–Dec")
        )[1:9]
    )
    assert drawn.table.rows[0].cells == ("0",) * 7 + ("1",)
    assert drawn.caption.endswith("the figure counts earlier papers, too.")


def test_papers_of_one_month_are_not_drawn_beside_others() -> None:
    assert over_time(*made("2025-02-01", "2025-02-09")) is None
