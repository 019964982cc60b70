"""Counts: how many papers came in a month for the first time, in all and of each topic and tag."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from generator.corpus.model import Paper
from generator.pages.catalogue import Catalogue
from generator.pages.dates import Month, months_short, months_text

ENOUGH_PAPERS = 50
"""Of a span whose shares are drawn or compared: in a smaller one they are mostly chance."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """One month or several in a row, the first and the last included.

    `days` counts those with a digest, `papers` those that came for the first time, `labels` how
    many of them have a topic or tag, by its address.
    """

    first: Month
    last: Month
    days: int = 0
    papers: int = 0
    labels: Mapping[str, int] = field(default_factory=dict)

    @property
    def text(self) -> str:
        """`January to March 2025`."""
        return months_text(self.first, self.last)

    @property
    def short(self) -> str:
        """`Jan–Mar 2025`."""
        return months_short(self.first, self.last)

    def count(self, label: str) -> int:
        """Give how many of its papers have a topic or tag."""
        return self.labels.get(label, 0)


def count_months(catalogue: Catalogue) -> tuple[Span, ...]:
    """Count every month from the first with a digest to the last, in the order of time."""
    if not catalogue.days:
        return ()
    days = Counter(Month.of(day) for day in catalogue.days)
    papers: Counter[Month] = Counter()
    labels: dict[Month, Counter[str]] = {}
    for paper in catalogue.papers:
        if paper.first_featured:
            month = Month.of(paper.first_featured)
            papers[month] += 1
            labels.setdefault(month, Counter()).update(_label(catalogue, paper))
    return tuple(
        Span(
            first=month,
            last=month,
            days=days[month],
            papers=papers[month],
            labels=labels.get(month, {}),
        )
        for month in min(days).through(max(days))
    )


def _label(catalogue: Catalogue, paper: Paper) -> Iterator[str]:
    said = catalogue.said(paper)
    yield from (catalogue.topic_marks[topic].url for topic in said.topics)
    yield from (catalogue.tag_marks[tag].url for tag in said.tags)


def join_spans(spans: Sequence[Span]) -> Span:
    """Count spans that follow one another as one. Raises ValueError where there are none."""
    if not spans:
        raise ValueError("no span to join")
    labels: Counter[str] = Counter()
    for span in spans:
        labels.update(span.labels)
    return Span(
        first=spans[0].first,
        last=spans[-1].last,
        days=sum(span.days for span in spans),
        papers=sum(span.papers for span in spans),
        labels=labels,
    )
