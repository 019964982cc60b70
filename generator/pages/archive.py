"""The archive: all digests by year and month, and the undated ones."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from generator.corpus.model import Paper
from generator.pages.calendars import draw_month
from generator.pages.cards import Cards
from generator.pages.catalogue import Catalogue
from generator.pages.dates import Month, weekday_text
from generator.pages.days import count_shared, papers_of_page
from generator.pages.permalinks import ARCHIVE, day_url, month_url, page_path, year_url
from generator.pages.plan import PlannedPage
from generator.pages.tallies import tally_topics
from generator.pages.views import (
    ArchivePage,
    CardSection,
    LinkView,
    MonthCalendar,
    MonthPage,
    YearSection,
)
from generator.pages.words import (
    capitalised,
    counted,
    in_running_text,
    joined,
    number_word,
)

_CHIPS = 8  # topics at the head of a month
_NAMED = 3  # topics in a day's sentence
_HOW_TO_READ = "The small figure under a day counts its papers; a deeper tint means more."


def plan_archive(cards: Cards) -> Iterator[PlannedPage]:
    """Plan the archive, its years and its months."""
    catalogue = cards.catalogue
    months = _group_days(catalogue)
    calendars = {
        month: draw_month(
            month, {day: _count(catalogue, [day]) for day in days}, _count(catalogue, days)
        )
        for month, days in months.items()
    }
    years = [_make_year(catalogue, year, calendars) for year in _years(months)]
    yield _plan_whole(catalogue, years)
    yield from _plan_years(catalogue, years)
    yield from _plan_months(cards, months, calendars)


def _group_days(catalogue: Catalogue) -> dict[Month, list[date]]:
    """Give each month with a digest its days, all in the order of time."""
    months: dict[Month, list[date]] = {}
    for day in catalogue.days:
        months.setdefault(Month.of(day), []).append(day)
    return months


def _years(months: Iterable[Month]) -> list[int]:
    """Give the years, newest first."""
    return sorted({month.year for month in months}, reverse=True)


def _papers_of(catalogue: Catalogue, days: Iterable[date]) -> tuple[Paper, ...]:
    return papers_of_page(shelf for day in days for shelf in catalogue.days[day])


def _count(catalogue: Catalogue, days: Iterable[date]) -> int:
    return len(_papers_of(catalogue, days))


def _make_year(
    catalogue: Catalogue, year: int, calendars: dict[Month, MonthCalendar]
) -> YearSection:
    return YearSection(
        name=str(year),
        url=year_url(year),
        count=_count(catalogue, (day for day in catalogue.days if day.year == year)),
        months=tuple(
            calendar for month, calendar in reversed(calendars.items()) if month.year == year
        ),
    )


def _plan_whole(catalogue: Catalogue, years: Sequence[YearSection]) -> PlannedPage:
    lead = _say_extent(catalogue, catalogue.days, len(catalogue.undated))
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
            years=tuple(years),
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
        lead = _say_extent(catalogue, days)
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


def _plan_months(
    cards: Cards, months: dict[Month, list[date]], calendars: dict[Month, MonthCalendar]
) -> Iterator[PlannedPage]:
    order = list(months)
    for earlier, month, later in zip([None, *order], order, [*order[1:], None], strict=False):
        days = months[month]
        papers = _papers_of(cards.catalogue, days)
        lead = _say_extent(cards.catalogue, days)
        yield PlannedPage(
            path=page_path(month_url(month)),
            template="month.md.j2",
            title=month.text,
            description=f"{month.text}: {lead}",
            section="archive",
            updated=max(days),
            view=MonthPage(
                heading=month.text,
                lead=lead,
                calendar=calendars[month],
                days=tuple(
                    (
                        LinkView(label=weekday_text(day), url=day_url(day)),
                        _count(cards.catalogue, [day]),
                        _say_day(cards.catalogue, day),
                    )
                    for day in reversed(days)
                ),
                topics=tuple(tally_topics(cards.catalogue, papers)[:_CHIPS]),
                picks=_gather_picks(cards, papers, month),
                up=LinkView(label=str(month.year), url=year_url(month.year)),
                earlier=_link_month(earlier, month) if earlier else None,
                later=_link_month(later, month) if later else None,
            ),
        )


def _gather_picks(cards: Cards, papers: Iterable[Paper], month: Month) -> CardSection | None:
    picks = [paper for paper in papers if cards.catalogue.said(paper).pick]
    if not picks:
        return None
    return CardSection(
        id="month_picks",
        name="Picks",
        note=f"{counted(len(picks), 'paper')} of {month.name}, chosen by the curator",
        items=tuple(cards.full(paper) for paper in picks),
    )


def _link_month(month: Month, beside: Month) -> LinkView:
    label = month.name if month.year == beside.year else month.text
    return LinkView(label=label, url=month_url(month))


def _say_extent(catalogue: Catalogue, days: Iterable[date], undated: int = 0) -> str:
    days = list(days)
    parts = [f"{counted(len(days), 'day')} with {counted(_count(catalogue, days), 'paper')}"]
    if not days:
        parts = ["No dated digest yet"]
    if undated:
        parts.append(counted(undated, "undated digest"))
    return f"{joined(parts)}."


def _say_day(catalogue: Catalogue, day: date) -> str:
    """Tell of a day in a sentence: `Two digests, 11 papers in both; most on inference.`."""
    shelves = catalogue.days[day]
    topics = tally_topics(catalogue, papers_of_page(shelves))[:_NAMED]
    parts = []
    if len(shelves) > 1:
        digests = f"{capitalised(number_word(len(shelves)))} digests"
        shared = count_shared(shelves)
        where = "both" if len(shelves) == 2 else "more than one"
        parts.append(f"{digests}, {counted(shared, 'paper')} in {where}" if shared else digests)
    if topics:
        parts.append(f"most on {joined([in_running_text(topic.name) for topic in topics])}")
    return f"{capitalised('; '.join(parts))}." if parts else ""
