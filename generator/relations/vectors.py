"""Vectors: each paper as weights of its terms, and how alike all papers are to one.

TF-IDF with cosine (https://nlp.stanford.edu/IR-book/, 6.2 and 6.3). Both logarithms are to base two
and rounded down, which is the length of a number in bits: the same on every machine. And a term's
weight changes when the papers that have it become twice as many, not with each new paper, so that
what was found near before stays so without being looked at again.
"""

from collections import Counter
from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from generator.relations.model import Terms

_IN_FEW = 2
"""How many papers must have a term, so that it can make any of them near another."""
_LEAST_BITS = 3
"""What a term must say: what a quarter of all papers have says less, and would take most time."""
SUBJECTS = 0.25
"""The part of two papers' likeness that topics and tags decide, where both have some."""


class Vectors:
    """All papers by number. Made anew in each build: it takes little time.

    A paper has the terms of its texts and those of its subjects, which are told apart by a colon.
    What weighs less than 1 in a paper does not count where papers are counted that have a term.
    A term's number is its place in the alphabet, so that sums are added up in one order.
    """

    def __init__(self, texts: Sequence[Terms], subjects: Sequence[Terms]) -> None:
        terms = [{**text, **subject} for text, subject in zip(texts, subjects, strict=True)]
        counts = Counter(term for paper in terms for term in paper if paper[term] >= 1)
        most = len(terms).bit_length()
        least = min(_LEAST_BITS, most // 2)  # with few papers, nothing says much
        self._bits = {
            term: most - count.bit_length()
            for term, count in sorted(counts.items())
            if count >= _IN_FEW and most - count.bit_length() >= least
        }
        self._names = tuple(self._bits)
        self._size = len(terms)
        number = {term: n for n, term in enumerate(self._names)}
        held = [[(t, w) for t, w in paper.items() if t in number] for paper in terms]
        sizes = np.array([len(paper) for paper in held], dtype=np.int64)
        owner = np.repeat(np.arange(self._size), sizes)
        self._term = np.array([number[t] for paper in held for t, _ in paper], dtype=np.int64)
        bits = np.array(list(self._bits.values()), dtype=np.float64)
        weight = np.array([w for paper in held for _, w in paper], dtype=np.float64)
        of_subject = np.array([is_subject(name) for name in self._names], dtype=np.int64)[
            self._term
        ]
        weight = _to_length_one(weight * bits[self._term], 2 * owner + of_subject)
        weight *= np.sqrt(np.array([1 - SUBJECTS, SUBJECTS]))[of_subject]
        self._weight = _to_length_one(weight, owner)
        self._start = np.concatenate(([0], np.cumsum(sizes))).tolist()
        by_term = np.argsort(self._term, kind="stable")
        self._holder = owner[by_term]
        self._held = self._weight[by_term]
        held_by = np.bincount(self._term, minlength=len(self._names))
        self._first = np.concatenate(([0], np.cumsum(held_by))).tolist()

    def measure(self, paper: int) -> NDArray[np.float64]:
        """Give how alike each paper is to this one: their cosine, from 0 to 1."""
        alike = np.zeros(self._size)
        for term, weight in self._row(paper):
            held_by = slice(self._first[term], self._first[term + 1])
            alike[self._holder[held_by]] += self._held[held_by] * weight
        return alike

    def share(self, paper: int, other: int) -> dict[str, float]:
        """Give the terms of two papers, and what each adds to how near they are."""
        weights = dict(self._row(paper))
        return {
            self._names[term]: weight * weights[term]
            for term, weight in self._row(other)
            if term in weights
        }

    def list_terms(self, paper: int) -> Iterator[tuple[str, int]]:
        """Give the terms of a paper that count, and how many bits each says."""
        for number, _ in self._row(paper):
            yield self._names[number], self._bits[self._names[number]]

    def _row(self, paper: int) -> Iterator[tuple[int, float]]:
        held = slice(self._start[paper], self._start[paper + 1])
        return zip(self._term[held].tolist(), self._weight[held].tolist(), strict=True)


def is_subject(term: str) -> bool:
    """Whether a term is a topic or tag: no word of a text has a colon."""
    return ":" in term


def _to_length_one(weight: NDArray[np.float64], owner: NDArray[np.int64]) -> NDArray[np.float64]:
    """Bring the weights of each owner to a length of one together."""
    length: NDArray[np.float64] = np.sqrt(np.bincount(owner, weight * weight))
    return weight / length[owner]
