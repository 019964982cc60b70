"""The page of trends says what can be said, and no more."""

import pytest

from generator.pages.views import DataTable, TrendsPage
from tests.pages.plans import page, plan, view
from tests.pages.world import curate, item, seen

from .histories import history

STEADY = {"kites": 20, "boats": 40, "tag:sails": 12, "": 30}


def trends(months: dict[str, dict[str, int]]) -> TrendsPage:
    return view(plan(history(months)), "trends/", TrendsPage)


def rows(table: DataTable | None) -> list[tuple[str, ...]]:
    assert table
    assert all(len(row.cells) == len(table.heads) - 1 for row in table.rows)
    return [(row.name, *row.cells) for row in table.rows]


def test_a_rise_is_the_headline() -> None:
    shown = trends(
        {
            "2024-11": STEADY,
            "2024-12": STEADY,
            "2025-01": STEADY,
            "2025-02": {**STEADY, "kites": 80},
            "2025-03": {**STEADY, "kites": 90, "boats": 10},
        }
    )
    assert shown.heading == "Kites rose from 20% to 56% of papers"
    assert shown.lead == (
        "Kites rose; boats faded. February to March 2025 (304 papers) against November 2024 to "
        "January 2025 (306 papers)."
    )
    assert shown.changes.note == "February to March 2025 against November 2024 to January 2025"
    assert rows(shown.changes.rising) == [("Kites", "19.6%", "55.9%", "+36.3")]
    assert rows(shown.changes.fading) == [("Boats", "39.2%", "16.4%", "−22.8")]
    assert shown.changes.empty == ""
    assert shown.panels
    assert [(panel.mark.name, panel.value) for panel in shown.panels.items] == [
        ("Kites", "56%"),
        ("Boats", "16%"),
    ]
    assert shown.panels.items[0].note == "20% before; at most 63% in Mar 2025"
    assert shown.panels.items[0].drawing.said == (
        "Kites: from 20% in November 2024 to 63% in March 2025; at most 63%, in March 2025."
    )
    assert rows(shown.panels.table)[0] == ("Kites", "19.6", "19.6", "19.6", "49.4", "63.4")


def test_where_nothing_changes_it_says_so() -> None:
    shown = trends({f"2025-{month:02}": STEADY for month in range(1, 9)})
    assert shown.heading == "Nothing rose or fell by more than chance"
    assert shown.changes.empty == (
        "No topic and no tag changed its share by more than chance would, from January to May 2025 "
        "(510 papers) to June to August 2025 (306 papers)."
    )
    assert shown.panels
    assert shown.panels.caption.startswith("The largest topics.")
    assert [panel.mark.name for panel in shown.panels.items] == ["Boats", "Kites"]


def test_one_month_is_no_trend() -> None:
    shown = trends({"2025-03": STEADY})
    assert shown.heading == "Four days are not a trend yet"
    assert shown.lead.startswith("102 papers came in March 2025, on 4 days with a digest.")
    assert shown.changes.rising is shown.changes.fading is None
    assert shown.changes.empty.startswith("March 2025 is the first month with a digest")
    assert shown.panels is None
    assert shown.papers is None
    assert shown.topics
    assert rows(shown.topics.table) == [("Boats", "40", "39.2%"), ("Kites", "20", "19.6%")]
    assert shown.topics.caption == "The largest topics of March 2025: Boats (40) and Kites (20)."
    assert [(mark.name, mark.count) for mark in shown.tags] == [("Sails", 12)]


@pytest.mark.parametrize(
    ("first", "second", "why"),
    [
        ({"kites": 9}, {"boats": 300}, "February 2025 has 9 papers of 4 days"),
        ({"kites": 300}, {"boats": 2}, "March 2025 has 2 papers of 2 days"),
    ],
)
def test_a_small_month_is_not_compared(
    first: dict[str, int], second: dict[str, int], why: str
) -> None:
    shown = trends({"2025-02": first, "2025-03": second})
    assert shown.heading.endswith("days are not a trend yet")
    assert shown.changes.empty.startswith(f"{why}, too few to compare.")
    assert shown.changes.rising is None
    assert shown.topics
    assert {stroke.kind for row in shown.topics.rows for stroke in row.drawing.strokes} == {
        "base",
        "bar",
    }


def test_a_month_of_few_papers_is_not_drawn_and_named() -> None:
    months = {f"2025-{month:02}": STEADY for month in range(1, 9)} | {"2025-04": {"kites": 30}}
    shown = trends(months)
    assert shown.panels
    assert shown.panels.caption.endswith("Not drawn, with fewer than 50 papers: April 2025.")
    (line,) = (s.path for s in shown.panels.items[0].drawing.strokes if s.kind == "line")
    assert line.count("M") == 2
    assert shown.topics
    assert rows(shown.topics.table)[1][4] == "30"


def test_months_without_a_digest_are_months() -> None:
    shown = trends({"2025-01": STEADY, "2025-04": STEADY})
    assert shown.papers
    assert rows(shown.papers.table) == [
        ("Jan 2025", "4", "102"),
        ("Feb 2025", "0", "0"),
        ("Mar 2025", "0", "0"),
        ("Apr 2025", "4", "102"),
    ]
    assert [row.url for row in shown.papers.table.rows] == ["2025/01/", "", "", "2025/04/"]


def test_it_looks_back_a_year() -> None:
    months = {f"{year}-{month:02}": STEADY for year in (2023, 2024) for month in range(1, 13)}
    shown = trends(months)
    assert shown.papers
    assert len(shown.papers.table.rows) == 12
    assert (shown.papers.first, shown.papers.last) == ("Jan 2024", "Dec 2024")
    assert shown.papers.caption == (
        "1,224 papers came for the first time in January to December 2024: from 102 in "
        "January 2024 to 102 in January 2024."
    )


def test_digests_without_a_date_stay_out_of_time() -> None:
    dated = history({"2025-03": STEADY})
    both = history({"2025-03": STEADY}, item("Lantern", seen("old-letters", 1), topics=["kites"]))
    shown = view(plan(both), "trends/", TrendsPage)
    assert shown.lead.endswith("One digest without a date stays out of time.")
    assert shown.topics == view(plan(dated), "trends/", TrendsPage).topics


def test_papers_that_came_again_are_named_by_their_digests() -> None:
    world = curate(
        item("Once", seen("2025-03-01", 1)),
        item("Twice", seen("2025-03-01", 2), seen("2025-04-02", 1)),
        item("Twice a Day", seen("2025-03-01", 3), seen("2025-03-01-2", 1)),
        item("Often", seen("2025-03-01", 4), seen("2025-04-02", 2), seen("old-letters", 1)),
        item("Undated", seen("old-letters", 2), seen("older-letters", 2)),
        item("Hidden", seen("2025-03-01", 9), seen("2025-04-02", 9), hidden="It is spam."),
    )
    shown = view(plan(world), "trends/", TrendsPage).recurring
    assert shown.note == "4 papers that came more than once"
    assert rows(shown.table) == [
        ("Often", "3", "1 Mar 2025", "2 Apr 2025"),
        ("Twice", "2", "1 Mar 2025", "2 Apr 2025"),
        ("Twice a Day", "2", "1 Mar 2025", "the same day"),
        ("Undated", "2", "no date", ""),
    ]


def test_a_site_without_a_dated_digest_has_no_trends_yet() -> None:
    for world in (curate(), curate(item("Lantern", seen("old-letters", 1)))):
        shown = view(plan(world), "trends/", TrendsPage)
        assert shown.heading == "Trends"
        assert shown.lead == "Trends need digests with a date, and none has come yet."
        assert shown.panels is shown.topics is shown.papers is None
        assert shown.recurring.empty == "No paper has come in a second digest yet."


def test_a_site_whose_papers_are_all_hidden_has_a_page() -> None:
    world = curate(item("Hidden", seen("2025-03-01", 9), hidden="It is spam."))
    shown = view(plan(world), "trends/", TrendsPage)
    assert shown.heading == "One day is not a trend yet"
    assert shown.topics is None


def test_the_page_is_an_entry_of_the_navigation() -> None:
    planned = page(plan(history({"2025-03": STEADY})), "trends/")
    assert (planned.section, planned.section_root, planned.title) == ("trends", True, "Trends")
    assert planned.description.startswith("Four days are not a trend yet. 102 papers came")
