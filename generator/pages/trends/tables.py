"""Tables: the figures behind every chart."""

from collections.abc import Callable, Iterable, Sequence

from generator.pages.permalinks import month_url
from generator.pages.trends.changes import Change, Comparison
from generator.pages.trends.counts import Span
from generator.pages.trends.wording import Mark, say_nothing
from generator.pages.views import Changes, DataRow, DataTable, TopicMark
from generator.pages.words import counted, figure, joined, percent, points

_NAMED = 3  # topics in a sentence


def tabulate_changes(comparison: Comparison, marks: dict[str, Mark]) -> Changes:
    """Give what rose and what faded, each with its shares before and after."""
    before, after, changes = comparison.before, comparison.after, comparison.changes
    empty = say_nothing(comparison)
    if before is None or empty:
        return Changes(note="", rising=None, fading=None, empty=empty)

    sizes = f"{figure(before.papers)} and {counted(after.papers, 'paper')}"

    def tabulate(name: str, chosen: Iterable[Change]) -> DataTable | None:
        rows = tuple(
            name_row(
                marks[change.label],
                percent(change.before, before.papers),
                percent(change.after, after.papers),
                points(change.after, after.papers, change.before, before.papers),
            )
            for change in chosen
        )
        if not rows:
            return None
        heads = ("Topic or tag", before.short, after.short, "Points")
        return DataTable(caption=f"{name}: shares of {sizes}", heads=heads, rows=rows)

    return Changes(
        note=f"{after.text} against {before.text}",
        rising=tabulate("Rising", (change for change in changes if change.certainty > 0)),
        fading=tabulate("Fading", (change for change in changes if change.certainty < 0)),
    )


def tabulate_topics(marks: Iterable[Mark], months: Sequence[Span]) -> DataTable:
    """Give a row for each topic and a column for each month, with its papers."""
    caption = "Papers a month, each in the month of its first digest; one may have several topics"
    return _tabulate(caption, marks, months, lambda label, month: figure(month.count(label)))


def tabulate_shares(marks: Sequence[Mark], months: Sequence[Span]) -> DataTable:
    """Give a row for each topic or tag and a column for each month, with its share."""

    def say_share(label: str, month: Span) -> str:
        return percent(month.count(label), month.papers)[:-1] if month.papers else ""

    return _tabulate("Percent of each month’s papers", marks, months, say_share)


def _tabulate(
    caption: str,
    marks: Iterable[Mark],
    months: Sequence[Span],
    cell: Callable[[str, Span], str],
) -> DataTable:
    """`cell` takes the address of a topic or tag."""
    return DataTable(
        caption=caption,
        heads=("Topic or tag", *(month.short for month in months)),
        rows=tuple(name_row(mark, *(cell(mark.url, month) for month in months)) for mark in marks),
        total=DataRow(name="All papers", cells=tuple(figure(month.papers) for month in months)),
    )


def tabulate_papers(months: Sequence[Span]) -> DataTable:
    """Give a row for each month, with its days and papers."""
    return DataTable(
        caption="Papers that came for the first time",
        heads=("Month", "Days with a digest", "Papers"),
        rows=tuple(
            DataRow(
                name=month.short,
                url=month_url(month.first) if month.days else "",
                cells=(figure(month.days), figure(month.papers)),
            )
            for month in months
        ),
    )


def name_row(mark: Mark, *cells: str) -> DataRow:
    if isinstance(mark, TopicMark):
        return DataRow(name=mark.name, url=mark.url, hue=mark.hue, form=mark.form, cells=cells)
    return DataRow(name=mark.name, url=mark.url, cells=cells)


def say_largest(marks: Sequence[TopicMark], span: Span) -> str:
    """Say in a sentence which of these topics, the largest first, are largest in a span."""
    largest = [mark for mark in marks[:_NAMED] if span.count(mark.url)]
    if not largest:
        return f"No paper of {span.text} has a topic."
    named = [f"{mark.name} ({figure(span.count(mark.url))})" for mark in largest]
    topics = "topic" if len(named) == 1 else "topics"
    return f"The largest {topics} of {span.text}: {joined(named)}."
