"""The archive finds every day that has a digest."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.pages.calendars import draw_month
from generator.pages.dates import Month
from generator.pages.views import ArchivePage, DayCell, LinkView, MonthCalendar

from .plans import plan, view
from .world import curate, item, seen, small_world


def days(calendar: MonthCalendar) -> list[DayCell]:
    return [cell for week in calendar.weeks for cell in week if cell]


def test_the_archive_goes_from_the_newest_year_to_the_oldest() -> None:
    archive = view(plan(small_world()), "archive/", ArchivePage)
    assert [(year.name, year.url, year.count) for year in archive.years] == [
        ("2025", "2025/", 7),
        ("2024", "2024/", 1),
    ]
    assert [(month.short, month.url, month.count) for month in archive.years[0].months] == [
        ("Apr 2025", "2025/04/", 1),
        ("Mar 2025", "2025/03/", 7),
    ]
    assert archive.undated == ((LinkView(label="Old letters", url="undated/old-letters/"), 2),)
    assert archive.lead.startswith("5 days with 8 papers and 1 undated digest.")


def test_years_long_ago_are_named_by_their_months() -> None:
    years = [item(f"Kites of {year}", seen(f"{year}-03-11", 1)) for year in range(2021, 2026)]
    planned = plan(curate(*years))
    archive = view(planned, "archive/", ArchivePage)
    assert [year.name for year in archive.years if year.folded] == ["2022", "2021"]
    assert [month.url for month in archive.years[-1].months] == ["2021/03/"]
    (alone,) = view(planned, "2021/", ArchivePage).years
    assert not alone.folded


def test_only_days_with_a_digest_are_links() -> None:
    archive = view(plan(small_world()), "archive/", ArchivePage)
    march = archive.years[0].months[1]
    assert [(cell.url, cell.count, cell.label) for cell in days(march) if cell.url] == [
        ("2025/03/11/", 1, "11 March 2025, 1 paper"),
        ("2025/03/12/", 3, "12 March 2025, 3 papers"),
        ("2025/03/14/", 4, "14 March 2025, 4 papers"),
    ]


@given(st.dates(min_value=date(1000, 1, 1)))
def test_a_month_is_whole_weeks_from_monday(day: date) -> None:
    calendar = draw_month(Month.of(day), {day: 5}, 5)
    assert all(len(week) == 7 for week in calendar.weeks)
    assert [cell.day for cell in days(calendar)] == list(range(1, len(days(calendar)) + 1))
    places = [
        weekday
        for week in calendar.weeks
        for weekday, cell in enumerate(week)
        if cell and cell.day == day.day
    ]
    assert places == [day.weekday()]
    assert any(week != (None,) * 7 for week in calendar.weeks)


@pytest.mark.parametrize(("count", "weight"), [(0, 0), (2, 10), (50, 50), (200, 100), (999, 100)])
def test_a_tint_depends_on_the_days_own_count(count: int, weight: int) -> None:
    day = date(2025, 3, 11)
    calendar = draw_month(Month.of(day), {day: count}, count)
    assert [cell.weight for cell in days(calendar) if cell.url] == [weight]


def test_a_year_lies_between_its_neighbours() -> None:
    world = curate(*(item(f"P{year}", seen(f"{year}-06-01", 1)) for year in (2019, 2023, 2024)))
    middle = view(plan(world), "2023/", ArchivePage)
    assert middle.up == LinkView(label="Archive", url="archive/")
    assert middle.earlier == LinkView(label="2019", url="2019/")
    assert middle.later == LinkView(label="2024", url="2024/")
    assert [year.name for year in middle.years] == ["2023"]
