"""The archive: all digests by year and month, and the undated ones."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date

from generator.pages.calendars import draw_month
from generator.pages.cards import Cards
from generator.pages.catalogue import Catalogue
from generator.pages.dates import Month
from generator.pages.days import papers_of_page
from generator.pages.extents import count_papers, say_extent
from generator.pages.months import plan_months
from generator.pages.permalinks import ARCHIVE, page_path, year_url
from generator.pages.plan import PlannedPage
from generator.pages.views import (
    ArchivePage,
    LinkView,
    MonthCalendar,
    YearSection,
)

_CALENDARS = 3  # years whose days the archive shows; of older ones it names the months
_HOW_TO_READ = "The small figure under a day counts its papers; a deeper tint means more."


def plan_archive(cards: Cards) -> Iterator[PlannedPage]:
    """Plan the archive, its years and its months."""
    catalogue = cards.catalogue
    months = _group_days(catalogue)
    calendars = {
        month: draw_month(
            month,
            {day: count_papers(catalogue, [day]) for day in days},
            count_papers(catalogue, days),
        )
        for month, days in months.items()
    }
    years = [_make_year(catalogue, year, calendars) for year in _years(months)]
    yield _plan_whole(catalogue, years)
    yield from _plan_years(catalogue, years)
    yield from plan_months(cards, months, calendars)


def _group_days(catalogue: Catalogue) -> dict[Month, list[date]]:
    """Give each month with a digest its days, all in the order of time."""
    months: dict[Month, list[date]] = {}
    for day in catalogue.days:
        months.setdefault(Month.of(day), []).append(day)
    return months


def _years(months: Iterable[Month]) -> list[int]:
    """Give the years, newest first."""
    return sorted({month.year for month in months}, reverse=True)


def _make_year(
    catalogue: Catalogue, year: int, calendars: dict[Month, MonthCalendar]
) -> YearSection:
    return YearSection(
        name=str(year),
        url=year_url(year),
        count=count_papers(catalogue, (day for day in catalogue.days if day.year == year)),
        months=tuple(
            calendar for month, calendar in reversed(calendars.items()) if month.year == year
        ),
    )


def _plan_whole(catalogue: Catalogue, years: Sequence[YearSection]) -> PlannedPage:
    lead = say_extent(catalogue, catalogue.days, len(catalogue.undated))
    return PlannedPage(
        path=page_path(ARCHIVE),
        template="archive.md.j2",
        title="Archive",
        description=lead,
        section="archive",
        section_root=True,
        updated=catalogue.newest,
        view=ArchivePage(
            heading="Archive",
            lead=f"{lead} {_HOW_TO_READ}" if years else lead,
            years=tuple(
                replace(year, folded=number >= _CALENDARS) for number, year in enumerate(years)
            ),
            undated=tuple(
                (LinkView(label=shelf.name, url=shelf.url), len(papers_of_page([shelf])))
                for shelf in catalogue.undated
            ),
            up=None,
            earlier=None,
            later=None,
        ),
    )


def _plan_years(catalogue: Catalogue, years: Sequence[YearSection]) -> Iterator[PlannedPage]:
    neighbours = zip([None, *years], years, [*years[1:], None], strict=False)
    for later, year, earlier in neighbours:
        days = [day for day in catalogue.days if str(day.year) == year.name]
        lead = say_extent(catalogue, days)
        yield PlannedPage(
            path=page_path(year.url),
            template="archive.md.j2",
            title=year.name,
            description=f"{year.name}: {lead}",
            section="archive",
            updated=max(days),
            view=ArchivePage(
                heading=year.name,
                lead=f"{lead} {_HOW_TO_READ}",
                years=(year,),
                undated=(),
                up=LinkView(label="Archive", url=ARCHIVE),
                earlier=LinkView(label=earlier.name, url=earlier.url) if earlier else None,
                later=LinkView(label=later.name, url=later.url) if later else None,
            ),
        )
