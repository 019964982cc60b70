"""Changes: which topics and tags rose or faded from one span to another, by more than chance.

A label's shares of two spans are compared by the logarithm of their odds ratio, half a paper added
to each of the four counts so that none is zero (J. B. S. Haldane, Annals of Human Genetics 20,
1956, 309-311; F. J. Anscombe, Biometrika 43, 1956, 461-464), over its standard error, the root of
the sum of their reciprocals. Of all labels so compared, those stand that the step-up rule of
Y. Benjamini and Y. Hochberg keeps (Journal of the Royal Statistical Society B 57, 1995, 289-300):
of what is said to have risen or faded, about one in ten may be chance.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from math import erfc, log, sqrt

from generator.pages.trends.counts import ENOUGH_PAPERS, Span

ENOUGH_DAYS = 3
"""With a digest, of a span that is compared: a day often has one theme."""
ENOUGH_OF_A_LABEL = 10
"""Papers of both spans together: below, the normal approximation says little."""
_MISTAKEN = 0.1  # the share of false discoveries that is borne


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """A label, by its address, that has risen or faded.

    `certainty` is the log odds ratio over its standard error: above zero for a rise.
    """

    label: str
    before: int
    after: int
    certainty: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """Two spans and what changed from one to the other, the surest first.

    `before` is None where there is no month before. Where either span is too small the two are not
    `possible` to compare, and nothing has changed.
    """

    before: Span | None
    after: Span
    changes: tuple[Change, ...] = ()

    @property
    def too_small(self) -> Span | None:
        """Give the span that is too small to be compared, if one is."""
        spans = (self.before, self.after) if self.before else (self.after,)
        small = (s for s in spans if s.papers < ENOUGH_PAPERS or s.days < ENOUGH_DAYS)
        return next(small, None)

    @property
    def possible(self) -> bool:
        return self.before is not None and self.too_small is None


def compare_spans(before: Span | None, after: Span, labels: Iterable[str]) -> Comparison:
    """Find what rose or faded among `labels`, which are addresses of topics and tags."""
    comparison = Comparison(before=before, after=after)
    if before is None or not comparison.possible:
        return comparison
    return replace(comparison, changes=_find_changes(before, after, labels))


def _find_changes(before: Span, after: Span, labels: Iterable[str]) -> tuple[Change, ...]:
    changes = [
        Change(
            label=label,
            before=before.count(label),
            after=after.count(label),
            certainty=_be_certain(before, after, label),
        )
        for label in labels
        if before.count(label) + after.count(label) >= ENOUGH_OF_A_LABEL
    ]
    changes.sort(key=lambda change: (-abs(change.certainty), change.label))
    kept = 0
    for rank, change in enumerate(changes, 1):
        if _chance(change.certainty) <= _MISTAKEN * rank / len(changes):
            kept = rank
    return tuple(changes[:kept])


def _be_certain(before: Span, after: Span, label: str) -> float:
    """Give the log odds ratio over its standard error, rounded so that machines agree on it."""
    with_before, with_after = before.count(label) + 0.5, after.count(label) + 0.5
    without_before = before.papers + 1 - with_before
    without_after = after.papers + 1 - with_after
    ratio = log(with_after / without_after) - log(with_before / without_before)
    error = sqrt(1 / with_before + 1 / with_after + 1 / without_before + 1 / without_after)
    return round(ratio / error, 6)


def _chance(certainty: float) -> float:
    """Give the probability of a standard normal value as far from zero, or farther."""
    return erfc(abs(certainty) / sqrt(2))
