"""No rise is made of noise, and a plain one is seen."""

import random
from collections import Counter
from math import isclose, log, sqrt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.pages.dates import Month
from generator.pages.trends.changes import ENOUGH_DAYS, compare_spans
from generator.pages.trends.counts import ENOUGH_PAPERS, Span


def span(papers: int, *, days: int = 20, month: int = 1, **labels: int) -> Span:
    when = Month(2025, month)
    return Span(first=when, last=when, days=days, papers=papers, labels=labels)


def names(before: Span, after: Span) -> list[tuple[str, bool]]:
    labels = sorted({*before.labels, *after.labels})
    changes = compare_spans(before, after, labels).changes
    return [(change.label, change.certainty > 0) for change in changes]


def test_a_plain_rise_and_a_plain_fall_are_seen() -> None:
    before = span(300, kites=20, boats=90, ropes=60)
    after = span(300, kites=70, boats=30, ropes=62)
    assert names(before, after) == [("boats", False), ("kites", True)]


def test_the_certainty_is_the_log_odds_ratio_over_its_error() -> None:
    (change,) = compare_spans(span(200, kites=10), span(100, kites=30), ["kites"]).changes
    ratio = log(30.5 / 70.5) - log(10.5 / 190.5)
    error = sqrt(1 / 30.5 + 1 / 70.5 + 1 / 10.5 + 1 / 190.5)
    assert isclose(change.certainty, ratio / error, abs_tol=1e-6)
    assert (change.before, change.after) == (10, 30)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (span(ENOUGH_PAPERS - 1, kites=0), span(500, kites=400)),
        (span(500, kites=0), span(ENOUGH_PAPERS - 1, kites=40)),
        (span(500, days=ENOUGH_DAYS - 1, kites=0), span(500, kites=400)),
        (span(500, kites=0), span(500, kites=9)),
    ],
    ids=["few papers before", "few papers after", "few days", "few papers of the label"],
)
def test_nothing_is_said_of_too_little(before: Span, after: Span) -> None:
    assert names(before, after) == []


def test_enough_is_just_enough() -> None:
    assert compare_spans(None, span(ENOUGH_PAPERS, days=ENOUGH_DAYS), ()).too_small is None
    assert names(span(ENOUGH_PAPERS, days=ENOUGH_DAYS), span(ENOUGH_PAPERS, kites=40)) != []


@given(st.integers(50, 500), st.integers(50, 500), st.data())
def test_a_fall_is_a_rise_told_backwards(first: int, second: int, data: st.DataObject) -> None:
    label = st.integers(0, 50)
    before = span(first, kites=data.draw(label), boats=data.draw(label))
    after = span(second, kites=data.draw(label), boats=data.draw(label))
    assert names(before, after) == [(name, not rose) for name, rose in names(after, before)]


def test_noise_is_seldom_taken_for_a_change() -> None:
    """A hundred worlds in which nothing changes, each with 120 labels: few say that it does."""
    told = 0
    for seed in range(100):
        dice = random.Random(seed)  # noqa: S311 - a die, not a secret
        shares = {f"label{n}": dice.uniform(0.005, 0.2) for n in range(120)}

        def draw(papers: int, dice: random.Random, shares: dict[str, float]) -> Span:
            drawn = Counter(
                name for _ in range(papers) for name, p in shares.items() if dice.random() < p
            )
            return span(papers, **drawn)

        told += bool(names(draw(150, dice, shares), draw(100, dice, shares)))
    assert told <= 20
