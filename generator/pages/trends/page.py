"""The page of trends: what rose and faded, topics by month, and what came again."""

from collections.abc import Sequence

from generator.pages.catalogue import Catalogue
from generator.pages.permalinks import TRENDS, page_path
from generator.pages.plan import PlannedPage
from generator.pages.trends.changes import compare_spans
from generator.pages.trends.counts import Span, count_months, join_spans
from generator.pages.trends.recurring import find_recurring
from generator.pages.trends.series import draw_panels, draw_papers, draw_topics
from generator.pages.trends.shares import draw_shares
from generator.pages.trends.tables import tabulate_changes
from generator.pages.trends.wording import marks_by_address, write_heading, write_lead, write_method
from generator.pages.views import Changes, TagMark, TrendsPage
from generator.pages.words import shortened

_WINDOW = 12  # months at most that are looked at
_RECENT = 3  # of them at most that are compared with those before
_TAGS = 12


def plan_trends(catalogue: Catalogue) -> PlannedPage:
    months = count_months(catalogue)[-_WINDOW:]
    view = _view_months(catalogue, months) if months else _view_nothing(catalogue)
    return PlannedPage(
        path=page_path(TRENDS),
        template="trends.md.j2",
        title="Trends",
        description=shortened(f"{view.heading}. {view.lead}"),
        section="trends",
        section_root=True,
        updated=catalogue.newest,
        view=view,
    )


def _view_months(catalogue: Catalogue, months: Sequence[Span]) -> TrendsPage:
    before, after = _divide(months)
    marks = marks_by_address(catalogue)
    comparison = compare_spans(before, after, marks)
    return TrendsPage(
        heading=write_heading(comparison, marks),
        lead=write_lead(comparison, marks, undated=len(catalogue.undated)),
        panels=draw_panels(comparison, months, marks),
        changes=tabulate_changes(comparison, marks),
        topics=draw_topics(catalogue, months, after)
        if before
        else draw_shares(catalogue, after, None),
        papers=draw_papers(months) if before else None,
        tags=_count_tags(catalogue, after),
        tags_note=f"The most used of {after.text}",
        recurring=find_recurring(catalogue),
        method=write_method(),
    )


def _view_nothing(catalogue: Catalogue) -> TrendsPage:
    return TrendsPage(
        heading="Trends",
        lead="Trends need digests with a date, and none has come yet.",
        panels=None,
        changes=Changes(note="", rising=None, fading=None),
        topics=None,
        papers=None,
        tags=(),
        tags_note="",
        recurring=find_recurring(catalogue),
        method=write_method(),
    )


def _divide(months: Sequence[Span]) -> tuple[Span | None, Span]:
    """Part the months into those before and the recent ones, which are never the larger part."""
    recent = min(_RECENT, len(months) // 2) or 1
    before = months[:-recent]
    return join_spans(before) if before else None, join_spans(months[-recent:])


def _count_tags(catalogue: Catalogue, after: Span) -> tuple[TagMark, ...]:
    marks = [mark for mark in catalogue.tag_marks.values() if after.count(mark.url)]
    marks.sort(key=lambda mark: (-after.count(mark.url), mark.name.casefold(), mark.url))
    return tuple(
        TagMark(name=mark.name, url=mark.url, count=after.count(mark.url)) for mark in marks[:_TAGS]
    )
