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
NEAR = 0.13
"""From where on papers are near one another; found by reading pairs of real ones."""
NEAR_BY_A_WORD = 0.165
"""The same for papers of which a single word tells why."""
WITHOUT_TAG = 0.72
"""What is left of their nearness, if two papers have no tag in common."""
WITHOUT_SUBJECT = 0.35
"""And if both have topics or tags, but none in common."""
SAME = 0.5
"""From where on two papers may be one that was received twice, under two titles."""
_LEAST_RATIO = 90.0
"""Of 100: how alike the abstracts of such papers are."""


Near = Sequence[tuple[int, float]]
"""Papers by number and how near each is, above 0 and up to 1, the nearest first."""


def list_near(paper: int, likeness: NDArray[np.float64], profiles: Sequence[Profile]) -> Near:
    """Give the papers that are near one, from how alike all are to it in their words."""
    own = profiles[paper]
    near = [
        (other, _count_subjects(float(likeness[other]), own, profiles[other]))
        for other in np.flatnonzero(likeness >= NEAR).tolist()
        if other != paper
    ]
    # Of equally near ones the first by number, which is the order of ids.
    return sorted((each for each in near if each[1] >= NEAR), key=lambda each: (-each[1], each[0]))


def choose_near(
    paper: int, near: Near, profiles: Sequence[Profile], share: Callable[[int], tuple[str, ...]]
) -> tuple[Relation, ...]:
    """Choose the papers to be named beside one, nearest first.

    `share` gives the words that a paper has in common with this one: where there are none, nobody
    would see why. They are not all of its own days where a paper of another day is near too: then
    the nearest of those is the last. None is the paper itself under another title, and no two are
    one.
    """
    own = profiles[paper]
    chosen: list[tuple[Profile, Relation]] = []
    for number, value in near:
        other = profiles[number]
        room = len(chosen) < MOST
        if not room and not own.days.isdisjoint(other.days):
            continue
        kept = chosen if room else chosen[:-1]
        if any(
            have_like_titles(other.key, each.key) for each in (own, *(each for each, _ in kept))
        ):
            continue
        if value >= SAME and fuzz.ratio(own.abstract, other.abstract) >= _LEAST_RATIO:
            continue
        shared = share(number)
        if not shared or (value < NEAR_BY_A_WORD and _is_a_word(shared)):
            continue
        chosen = [*kept, (other, Relation(paper=other.id, nearness=value, shared=shared))]
        if len(chosen) == MOST and has_another_day(own, (each for each, _ in chosen)):
            break
    return tuple(relation for _, relation in chosen)


def has_another_day(own: Profile, others: Iterable[Profile]) -> bool:
    """Whether any of these papers was in no digest of the days of this one."""
    return any(own.days.isdisjoint(other.days) for other in others)


def _count_subjects(likeness: float, own: Profile, other: Profile) -> float:
    """Give how near two papers are that are so much alike in their words."""
    shared = own.subjects & other.subjects
    if any(subject.startswith("tag:") for subject in shared):
        return likeness
    apart = own.subjects and other.subjects and not shared
    return likeness * (WITHOUT_SUBJECT if apart else WITHOUT_TAG)


def _is_a_word(shared: Sequence[str]) -> bool:
    return len(shared) == 1 and shared[0].isalnum()
