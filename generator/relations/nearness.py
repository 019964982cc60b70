"""Near papers: which of all are near enough to one to be named beside it."""

from collections.abc import Callable, Iterable, Sequence

import numpy as np
from numpy.typing import NDArray
from rapidfuzz import fuzz

from generator.corpus.resemblance import have_like_titles
from generator.relations.model import Relation
from generator.relations.profiles import Profile

MOST = 3
"""How many papers are named beside one; fewer where fewer are near."""
FIRST = 0.235
"""From where on the nearest paper is named: one that may help is better than none."""
ANOTHER_DAY = 0.285
"""From where on one of another day is, where all the others are of the paper's own days."""
FURTHER = 0.33
"""From where on all others are. The three were found by reading pairs of real papers."""
SAME = 0.5
"""From where on two papers may be one that was received twice, under two titles."""
_LEAST_RATIO = 90.0
"""Of 100: how alike the abstracts of such papers are."""


Near = Iterable[tuple[int, float]]
"""Papers by number and how near each is, above 0 and up to 1, the nearest first."""


def list_near(paper: int, likeness: NDArray[np.float64]) -> Near:
    """Give the papers that are near one, from how alike all are to it."""
    near = np.flatnonzero(likeness >= FIRST)
    # Of equally near ones the first by number, which is the order of ids.
    near = near[np.argsort(-likeness[near], kind="stable")]
    both = zip(near.tolist(), likeness[near].tolist(), strict=True)
    return ((other, value) for other, value in both if other != paper)


def choose_near(
    paper: int, near: Near, profiles: Sequence[Profile], share: Callable[[int], tuple[str, ...]]
) -> tuple[Relation, ...]:
    """Choose the papers to be named beside one, nearest first.

    `share` gives the words that a paper has in common with this one: where there are none, nobody
    would see why. They are not all of its own days where a paper of another day is near enough:
    then the nearest of those is the last. None is the paper itself under another title, and no two
    are one.
    """
    own = profiles[paper]
    chosen: list[tuple[Profile, Relation]] = []
    for number, value in near:
        there = has_another_day(own, (each for each, _ in chosen))
        is_full = len(chosen) == MOST
        if chosen and (value < ANOTHER_DAY or (there and (is_full or value < FURTHER))):
            break
        other = profiles[number]
        room = not chosen or (value >= FURTHER and not is_full)
        if not room and not own.days.isdisjoint(other.days):
            continue
        kept = chosen[:-1] if is_full else chosen
        if any(
            have_like_titles(other.key, each.key) for each in (own, *(each for each, _ in kept))
        ):
            continue
        if value >= SAME and fuzz.ratio(own.abstract, other.abstract) >= _LEAST_RATIO:
            continue
        shared = share(number)
        if not shared:
            continue
        chosen = [*kept, (other, Relation(paper=other.id, nearness=value, shared=shared))]
    return tuple(relation for _, relation in chosen)


def has_another_day(own: Profile, others: Iterable[Profile]) -> bool:
    """Whether any of these papers was in no digest of the days of this one."""
    return any(own.days.isdisjoint(other.days) for other in others)
