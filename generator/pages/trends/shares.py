"""Shares: the topics of one month, beside those of the month before."""

from dataclasses import dataclass

from generator.pages.catalogue import Catalogue
from generator.pages.drawings import draw_bar
from generator.pages.trends.counts import ENOUGH_PAPERS, Span
from generator.pages.trends.tables import name_row, say_largest
from generator.pages.views import DataRow, DataTable, ShareRow, Shares, TopicMark
from generator.pages.words import counted, figure, percent, points


def draw_shares(catalogue: Catalogue, month: Span, before: Span | None) -> Shares | None:
    """Draw each topic's share of a month as a bar, a mark at its share of the month before.

    None where no paper has a topic. Months that are too small are not set beside each other.
    """
    compared = before if before and min(before.papers, month.papers) >= ENOUGH_PAPERS else None
    marks = [
        mark
        for mark in catalogue.topic_marks.values()
        if month.count(mark.url) or (compared and compared.count(mark.url))
    ]
    if not marks:
        return None
    marks.sort(key=lambda mark: -month.count(mark.url))
    topics = [_Topic(mark=mark, month=month, before=compared) for mark in marks]
    top = max(share for topic in topics for share in (topic.share, topic.level or 0))
    heads = ("Topic", "Papers", "Share")
    return Shares(
        note=_write_note(month, before, compared),
        caption=say_largest(marks, month),
        rows=tuple(topic.row(top) for topic in topics),
        table=DataTable(
            caption=f"Topics of the {counted(month.papers, 'paper')} new in {month.text}; "
            "one may have several",
            heads=(*heads, compared.short, "Points") if compared else heads,
            rows=tuple(topic.figures for topic in topics),
        ),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Topic:
    """A topic in a month and, where the two are compared, in the month before."""

    mark: TopicMark
    month: Span
    before: Span | None

    @property
    def share(self) -> float:
        return self.month.count(self.mark.url) / self.month.papers

    @property
    def level(self) -> float | None:
        return self.before.count(self.mark.url) / self.before.papers if self.before else None

    @property
    def percent(self) -> str:
        return percent(self.month.count(self.mark.url), self.month.papers)

    @property
    def former(self) -> tuple[str, ...]:
        """The share of the month before, and by how many points it has changed."""
        if not self.before:
            return ()
        count, count_before = self.month.count(self.mark.url), self.before.count(self.mark.url)
        return (
            percent(count_before, self.before.papers),
            points(count, self.month.papers, count_before, self.before.papers),
        )

    @property
    def figures(self) -> DataRow:
        count = figure(self.month.count(self.mark.url))
        return name_row(self.mark, count, self.percent, *self.former)

    def row(self, top: float) -> ShareRow:
        return ShareRow(
            mark=self.mark,
            drawing=draw_bar(self.share, top=top, level=self.level),
            value=self.percent,
            change=self.former[-1] if self.before else "",
        )


def _write_note(month: Span, before: Span | None, compared: Span | None) -> str:
    share = f"Share of the {counted(month.papers, 'paper')} new in {month.text}"
    if compared:
        return f"{share}; the mark and the points: against {compared.text}"
    if before is None:
        return share
    small = before if before.papers < ENOUGH_PAPERS else month
    return f"{share}. {small.text}, with {figure(small.papers)}, is too small to compare"
