"""A month in review: what rose, what was chosen, what came again, topics and days."""

from dataclasses import replace

from generator.pages.views import DataTable, LinkView, MonthPage
from tests.pages.trends.histories import history

from .plans import page, plan, titles, view
from .world import Item, item, seen, small_world

STEADY = {"kites": 20, "boats": 40, "": 30}
PICK = item("A Kite", seen("2025-03-10", 99), topics=["kites"], pick=True, note="Read it.")


def review(month: str, months: dict[str, dict[str, int]], *further: Item) -> MonthPage:
    return view(plan(history(months, *further)), f"{month.replace('-', '/')}/", MonthPage)


def rows(table: DataTable | None) -> list[tuple[str, ...]]:
    assert table
    assert all(len(row.cells) == len(table.heads) - 1 for row in table.rows)
    return [(row.name, *row.cells) for row in table.rows]


def test_a_month_tells_its_days_newest_first() -> None:
    march = view(plan(small_world()), "2025/03/", MonthPage)
    assert [(link.label, link.url, count, words) for link, count, words in march.days] == [
        ("Friday 14 March 2025", "2025/03/14/", 4, "Most on kites, boats and lighthouses."),
        (
            "Wednesday 12 March 2025",
            "2025/03/12/",
            3,
            "Two digests, 1 paper in both; most on boats.",
        ),
        ("Tuesday 11 March 2025", "2025/03/11/", 1, "Most on kites and boats."),
    ]
    assert march.up == LinkView(label="2025", url="2025/")
    assert march.earlier == LinkView(label="December 2024", url="2024/12/")
    assert march.later == LinkView(label="April", url="2025/04/")


def test_picks_stand_with_their_notes() -> None:
    march = view(plan(small_world()), "2025/03/", MonthPage)
    assert march.picks
    assert titles(march.picks) == ["Kites in Strong Wind"]
    assert march.picks.items[0].note == "The best introduction."
    assert march.picks_table
    assert [(row.name, row.url) for row in march.picks_table.rows] == [
        (card.title, card.url) for card in march.picks.items
    ]
    assert all(len(row.cells) == 2 for row in march.picks_table.rows)
    assert view(plan(small_world()), "2025/04/", MonthPage).picks is None


def test_what_rose_is_told_against_the_three_months_before() -> None:
    months = {f"2025-{month:02}": STEADY for month in range(1, 7)}
    june = review("2025-06", months | {"2025-06": {**STEADY, "kites": 90}})
    assert june.lead == (
        "4 days with 160 papers; most on kites and boats. Kites rose; boats faded, against March "
        "to May 2025."
    )
    assert june.changes.note == "June 2025 against March to May 2025"
    assert rows(june.changes.rising) == [("Kites", "22.2%", "56.2%", "+34.0")]
    assert rows(june.changes.fading) == [("Boats", "44.4%", "25.0%", "−19.4")]


def test_topics_stand_beside_those_of_the_month_before() -> None:
    months = {"2025-02": STEADY, "2025-03": {"kites": 45, "ropes": 5, "": 50}}
    march = review("2025-03", months)
    assert march.topics
    assert march.topics.note == (
        "Share of the 100 papers new in March 2025; the mark and the points: against February 2025"
    )
    assert march.topics.table.heads == ("Topic", "Papers", "Share", "Feb 2025", "Points")
    assert rows(march.topics.table) == [
        ("Kites", "45", "45.0%", "22.2%", "+22.8"),
        ("Ropes", "5", "5.0%", "0.0%", "+5.0"),
        ("Boats", "0", "0.0%", "44.4%", "−44.4"),
    ]
    assert [(row.value, row.change) for row in march.topics.rows] == [
        ("45.0%", "+22.8"),
        ("5.0%", "+5.0"),
        ("0.0%", "−44.4"),
    ]
    assert {stroke.kind for stroke in march.topics.rows[2].drawing.strokes} == {"bed", "mark"}


def test_the_month_before_is_the_last_with_a_paper() -> None:
    march = review("2025-03", {"2024-11": STEADY, "2025-03": STEADY})
    assert march.topics
    assert march.topics.note.endswith("against November 2024")
    assert march.changes.empty.startswith(
        "December 2024 to February 2025 has 0 papers of 0 days, too few to compare."
    )


def test_a_first_month_has_none_before() -> None:
    march = review("2025-03", {"2025-03": STEADY})
    assert march.lead == (
        "4 days with 90 papers; most on boats and kites. It is the first month with a digest."
    )
    assert march.changes.empty.startswith("March 2025 is the first month with a digest")
    assert march.topics
    assert march.topics.note == "Share of the 90 papers new in March 2025"
    assert march.topics.table.heads == ("Topic", "Papers", "Share")
    assert {row.change for row in march.topics.rows} == {""}


def test_a_small_month_is_shown_and_not_compared() -> None:
    months = {"2025-02": STEADY, "2025-03": {"kites": 2, "": 1}}
    march = review("2025-03", months)
    assert march.lead == "3 days with 3 papers; most on kites."
    assert march.changes.empty.startswith("March 2025 has 3 papers of 3 days, too few to compare.")
    assert march.topics
    assert march.topics.note == (
        "Share of the 3 papers new in March 2025. March 2025, with 3, is too small to compare"
    )
    assert rows(march.topics.table) == [("Kites", "2", "66.7%")]
    april = review("2025-04", months | {"2025-04": STEADY})
    assert april.topics
    assert april.topics.note.endswith("March 2025, with 3, is too small to compare")


def test_a_month_in_which_nothing_is_new_has_no_shares() -> None:
    march = review(
        "2025-03", {"2025-02": STEADY}, item("Kept", seen("2025-02-03", 999), seen("2025-03-04", 1))
    )
    assert march.lead == "1 day with 1 paper, none of them for the first time."
    assert march.topics is None


def test_papers_that_came_most_often_in_the_month_are_named() -> None:
    march = review(
        "2025-03",
        {"2025-03": {"kites": 4}},
        item("Twice in March", seen("2025-03-03", 50), seen("2025-03-10", 50)),
        item("In two months", seen("2025-02-01", 1), seen("2025-03-10", 51)),
    )
    assert rows(march.recurring.table) == [("Twice in March", "2", "3 Mar 2025", "10 Mar 2025")]
    assert march.recurring.note == "1 paper that came more than once"
    assert march.lead.startswith("4 days with 6 papers, 5 of them for the first time;")


def test_what_comes_later_changes_only_the_link_to_it() -> None:
    months = {f"2025-{month:02}": STEADY for month in range(1, 5)}
    before = plan(history(months, PICK))
    after = plan(history(months | {"2025-05": {"kites": 90}}, PICK, topics=("ropes",)))
    for month in ("2025/01/", "2025/02/", "2025/03/"):
        # The site's card, which a month leads to, is drawn anew; its address stays.
        former, now = page(before, month), page(after, month)
        assert former.picture
        assert now.picture
        assert former.picture.path == now.picture.path
        assert replace(former, picture=None) == replace(now, picture=None)
    assert view(after, "2025/04/", MonthPage).later == LinkView(label="May", url="2025/05/")
