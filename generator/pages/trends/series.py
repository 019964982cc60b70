"""Series: topics, tags and all papers by month, as small charts with their words and tables."""

from collections.abc import Sequence

from generator.pages.catalogue import Catalogue
from generator.pages.drawings import draw_columns, draw_line
from generator.pages.trends.changes import Comparison
from generator.pages.trends.counts import ENOUGH_PAPERS, Span, join_spans
from generator.pages.trends.tables import (
    say_largest,
    tabulate_papers,
    tabulate_shares,
    tabulate_topics,
)
from generator.pages.trends.wording import Mark
from generator.pages.views import (
    Columns,
    Drawing,
    Panel,
    Panels,
    ShareRow,
    Shares,
    TopicMark,
)
from generator.pages.words import counted, figure, joined, percent, rough_percent

_PANELS = 6
_FEWEST = 3  # months that make a line


def draw_panels(
    comparison: Comparison, months: Sequence[Span], marks: dict[str, Mark]
) -> Panels | None:
    """Draw the shares of what changed by month, else of the largest topics.

    None where too little is there to compare, or where less than three months make a line.
    """
    before, after, changes = comparison.before, comparison.after, comparison.changes
    if before is None or not comparison.possible or not _make_lines(months):
        return None
    topics = [mark for mark in marks.values() if isinstance(mark, TopicMark)]
    chosen = [marks[change.label] for change in changes] or _largest_first(topics, after)
    if not chosen:
        return None
    shown = chosen[:_PANELS]
    scale = f"Share of each month’s papers, each on its own scale; broken line: {before.text}."
    return Panels(
        caption=" ".join(filter(None, ("" if changes else "The largest topics.", scale)))
        + _say_left_out(months),
        items=tuple(_draw_panel(mark, months, before, after) for mark in shown),
        table=tabulate_shares(shown, months),
    )


def _make_lines(months: Sequence[Span]) -> bool:
    return sum(month.papers >= ENOUGH_PAPERS for month in months) >= _FEWEST


def _largest_first(topics: Sequence[TopicMark], span: Span) -> list[TopicMark]:
    held = [mark for mark in topics if span.count(mark.url)]
    return sorted(held, key=lambda mark: -span.count(mark.url))


def _say_left_out(months: Sequence[Span]) -> str:
    left_out = [month.text for month in months if month.papers < ENOUGH_PAPERS]
    if not left_out:
        return ""
    return f" Not drawn, with fewer than {ENOUGH_PAPERS} papers: {joined(left_out)}."


def _shares(label: str, months: Sequence[Span]) -> list[float | None]:
    """Give a share for each month; None where the month is too small to draw it."""
    return [
        month.count(label) / month.papers if month.papers >= ENOUGH_PAPERS else None
        for month in months
    ]


def _draw_panel(mark: Mark, months: Sequence[Span], before: Span, after: Span) -> Panel:
    def say(span: Span) -> str:
        return rough_percent(span.count(mark.url), span.papers)

    shares = _shares(mark.url, months)
    drawn = [month for month in months if month.papers >= ENOUGH_PAPERS]
    highest = max(drawn, key=lambda month: month.count(mark.url) / month.papers)
    ends = " to ".join(f"{say(month)} in {month.text}" for month in (drawn[0], drawn[-1]))
    level = before.count(mark.url) / before.papers
    return Panel(
        mark=mark,
        value=say(after),
        note=f"{say(before)} before; at most {say(highest)} in {highest.short}",
        drawing=draw_line(
            shares,
            top=max(level, *(share for share in shares if share is not None)) or 1,
            level=level,
            said=f"{mark.name}: from {ends}; at most {say(highest)}, in {highest.text}.",
        ),
        first=months[0].short,
        last=months[-1].short,
    )


def draw_topics(catalogue: Catalogue, months: Sequence[Span], after: Span) -> Shares | None:
    """Draw each topic's shares by month as a line, where months are large; else its papers."""
    whole = join_spans(months)
    marks = [mark for mark in catalogue.topic_marks.values() if whole.count(mark.url)]
    if not marks:
        return None
    marks.sort(key=lambda mark: (-after.count(mark.url), -whole.count(mark.url)))
    lines = _make_lines(months)
    drawn = "line: share of each month’s papers" if lines else "columns: papers a month"
    return Shares(
        note=f"The {drawn}, {whole.text}, each topic on its own scale. The figure: share of "
        f"{after.text}",
        caption=say_largest(marks, after),
        rows=tuple(
            ShareRow(
                mark=mark,
                drawing=_draw_topic(mark, months, lines=lines),
                value=percent(after.count(mark.url), after.papers) if after.papers else "",
            )
            for mark in marks
        ),
        table=tabulate_topics(marks, months),
    )


def _draw_topic(mark: TopicMark, months: Sequence[Span], *, lines: bool) -> Drawing:
    if not lines:
        return draw_columns([month.count(mark.url) for month in months])
    shares = _shares(mark.url, months)
    return draw_line(shares, top=max(share for share in shares if share is not None) or 1)


def draw_papers(months: Sequence[Span]) -> Columns:
    """Draw how many papers came in each month."""
    whole = join_spans(months)
    least, most = (choose(months, key=lambda month: month.papers) for choose in (min, max))
    caption = (
        f"{counted(whole.papers, 'paper')} came for the first time in {whole.text}: from "
        f"{figure(least.papers)} in {least.text} to {figure(most.papers)} in {most.text}."
    )
    return Columns(
        drawing=draw_columns([month.papers for month in months], said=caption),
        caption=caption,
        first=months[0].first.short,
        last=months[-1].first.short,
        table=tabulate_papers(months),
    )
