"""Pages of months: what rose, what the curator chose, what came again, topics, days."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

from generator.corpus.model import Paper
from generator.pages.cards import Cards
from generator.pages.catalogue import Catalogue
from generator.pages.citations.files import link_list
from generator.pages.dates import Month, date_view, weekday_text
from generator.pages.days import count_shared, papers_of_page
from generator.pages.extents import count_papers, papers_of_days, say_extent
from generator.pages.permalinks import day_url, month_url, page_path, paper_url, year_url
from generator.pages.plan import PlannedPage
from generator.pages.tallies import tally_topics
from generator.pages.trends.changes import Comparison, compare_spans
from generator.pages.trends.counts import Span, count_months, join_spans
from generator.pages.trends.recurring import find_recurring_in
from generator.pages.trends.shares import draw_shares
from generator.pages.trends.tables import tabulate_changes
from generator.pages.trends.wording import marks_by_address, write_changes
from generator.pages.views import (
    CardSection,
    DataRow,
    DataTable,
    LinkView,
    MonthCalendar,
    MonthPage,
)
from generator.pages.words import capitalised, counted, figure, in_running_text, joined, number_word

_NAMED = 3  # topics in a day's sentence
_BEFORE = 3  # months before, with which one is compared


def plan_months(
    cards: Cards, months: Mapping[Month, list[date]], calendars: Mapping[Month, MonthCalendar]
) -> Iterator[PlannedPage]:
    """Plan a page for each month with a digest; `months` gives its days, in the order of time."""
    counts = count_months(cards.catalogue)
    order = list(months)
    for earlier, month, later in zip([None, *order], order, [*order[1:], None], strict=False):
        place = next(place for place, span in enumerate(counts) if span.first == month)
        yield _plan_month(
            cards,
            counts[: place + 1],
            months[month],
            calendars[month],
            earlier=_link_month(earlier, month) if earlier else None,
            later=_link_month(later, month) if later else None,
        )


def _plan_month(
    cards: Cards,
    history: Sequence[Span],
    days: Sequence[date],
    calendar: MonthCalendar,
    *,
    earlier: LinkView | None,
    later: LinkView | None,
) -> PlannedPage:
    """Plan the page of the last month of `history`, which knows nothing of what comes later."""
    catalogue = cards.catalogue
    *before, span = history
    month = span.first
    papers = papers_of_days(catalogue, days)
    marks = marks_by_address(catalogue)
    picks = [paper for paper in papers if catalogue.said(paper).pick]
    recent = before[-_BEFORE:]
    comparison = compare_spans(join_spans(recent) if recent else None, span, marks)
    return PlannedPage(
        path=page_path(month_url(month)),
        template="month.md.j2",
        title=month.text,
        description=f"{month.text}: {say_extent(catalogue, days)}",
        section="archive",
        updated=max(days),
        view=MonthPage(
            heading=month.text,
            lead=_write_lead(catalogue, papers, comparison),
            changes=tabulate_changes(comparison, marks),
            picks=_gather_picks(cards, picks, month),
            picks_table=_tabulate_picks(cards, picks, month),
            recurring=find_recurring_in(catalogue, papers, month),
            topics=draw_shares(catalogue, span, _last_with_papers(before)),
            calendar=calendar,
            days=tuple(
                (
                    LinkView(label=weekday_text(day), url=day_url(day)),
                    count_papers(catalogue, [day]),
                    _say_day(catalogue, day),
                )
                for day in reversed(days)
            ),
            exports=link_list(month_url(month), papers),
            up=LinkView(label=str(month.year), url=year_url(month.year)),
            earlier=earlier,
            later=later,
        ),
    )


def _last_with_papers(months: Iterable[Span]) -> Span | None:
    return next((span for span in reversed(list(months)) if span.papers), None)


def _write_lead(catalogue: Catalogue, papers: Sequence[Paper], comparison: Comparison) -> str:
    """Tell of the month: its days, papers and main topics, and what rose and faded."""
    span, before = comparison.after, comparison.before
    lead = f"{counted(span.days, 'day')} with {counted(len(papers), 'paper')}"
    if span.papers < len(papers):
        lead += f", {figure(span.papers) if span.papers else 'none'} of them for the first time"
    topics = tally_topics(catalogue, papers)[:_NAMED]
    if topics:
        lead += f"; most on {joined([in_running_text(topic.name) for topic in topics])}"
    if before is None:
        return f"{lead}. It is the first month with a digest."
    found = write_changes(comparison, marks_by_address(catalogue))
    return f"{lead}. {found[:-1]}, against {before.text}." if found else f"{lead}."


def _gather_picks(cards: Cards, picks: Sequence[Paper], month: Month) -> CardSection | None:
    if not picks:
        return None
    return CardSection(
        id="month_picks",
        name="Picks",
        note=f"{counted(len(picks), 'paper')} of {month.name}, chosen by the curator",
        items=tuple(cards.full(paper) for paper in picks),
    )


def _tabulate_picks(cards: Cards, picks: Sequence[Paper], month: Month) -> DataTable | None:
    if not picks:
        return None
    return DataTable(
        caption=f"Picks of {month.text}",
        heads=("Paper", "Topic", "Published"),
        rows=tuple(
            DataRow(
                name=cards.catalogue.said(paper).title,
                url=paper_url(paper.id),
                cells=(
                    ", ".join(topic.name for topic in cards.topics_of(paper)[:1]),
                    date_view(paper.published).short if paper.published else "",
                ),
            )
            for paper in picks
        ),
    )


def _link_month(month: Month, beside: Month) -> LinkView:
    label = month.name if month.year == beside.year else month.text
    return LinkView(label=label, url=month_url(month))


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
