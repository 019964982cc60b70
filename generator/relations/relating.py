"""Relating: the papers near each one, and why, worked out anew only where something has changed.

What a former build found is used where nothing has changed on which it rests, so that the result is
the same, to the last bit, as without it.
"""

from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from generator.curation.model import CuratedCorpus
from generator.identifiers import Slug
from generator.relations.model import Relations, Row, Terms
from generator.relations.nearness import FIRST, MOST, choose_near, has_another_day, list_near
from generator.relations.profiles import Profile, list_profiles, sum_texts
from generator.relations.shared import SharedWords
from generator.relations.terms import Lines, fold_lines, weigh_terms
from generator.relations.vectors import Vectors


def relate_papers(curated: CuratedCorpus, former: Relations | None = None) -> Relations:
    """Find the papers near each one that is shown, with the help of what was found before."""
    former = former or Relations()
    papers = _Papers(tuple(list_profiles(curated)), former.terms)
    known = papers.find_unchanged(former.rows)
    nearest = np.zeros(len(papers.profiles))  # how near what has changed comes to each
    rows: dict[int, Row] = {}
    for number in range(len(papers.profiles)):
        if number not in known:
            likeness = papers.vectors.measure(number)
            np.maximum(nearest, likeness, out=nearest)
            rows[number] = papers.relate(number, likeness)
    unchanged = {papers.profiles[number].id: papers.profiles[number] for number in known}
    for number, row in known.items():
        others = [unchanged.get(relation.paper) for relation in row.relations]
        holds = None not in others and nearest[number] < _bar(row, papers.profiles[number], others)
        rows[number] = row if holds else papers.relate(number, papers.vectors.measure(number))
    return Relations(
        rows={profile.id: rows[number] for number, profile in enumerate(papers.profiles)},
        terms=dict(sorted(papers.terms.items())),
    )


def _bar(row: Row, own: Profile, others: Sequence[Profile | None]) -> float:
    """Give how near a paper that has changed must be to matter to a row."""
    is_full = len(row.relations) == MOST and has_another_day(own, filter(None, others))
    return row.relations[-1].nearness if is_full else FIRST


class _Papers:
    """All papers by number, ready to be related. `terms` are by the sum of their texts."""

    def __init__(self, profiles: Sequence[Profile], known_terms: Mapping[str, Terms]) -> None:
        self.profiles = profiles
        self._lines: dict[int, Lines] = {}
        self.terms = {
            profile.sum: known_terms.get(profile.sum) or weigh_terms(self._fold(number))
            for number, profile in enumerate(profiles)
        }
        self.vectors = Vectors(
            [self.terms[profile.sum] for profile in profiles],
            [profile.subjects for profile in profiles],
        )
        self._sums = [self._sum(number) for number in range(len(profiles))]

    def find_unchanged(self, rows: Mapping[Slug, Row]) -> dict[int, Row]:
        """Give the former rows of papers that are themselves as they were."""
        return {
            number: rows[profile.id]
            for number, profile in enumerate(self.profiles)
            if profile.id in rows and rows[profile.id].sum == self._sums[number]
        }

    def relate(self, number: int, likeness: NDArray[np.float64]) -> Row:
        """Make a paper's row, given how alike all are to it."""
        profile = self.profiles[number]
        own: list[SharedWords] = []  # made for those alone that have others near them

        def share(other: int) -> tuple[str, ...]:
            if not own:
                own.append(SharedWords(profile.title, profile.abstract))
            labels = self.profiles[other].labels.items() & profile.labels.items()
            added = self.vectors.share(number, other)
            return own[0].name(added, self._fold(other), dict(labels))

        near = list_near(number, likeness)
        relations = choose_near(number, near, self.profiles, share)
        return Row(sum=self._sums[number], relations=relations)

    def _fold(self, number: int) -> Lines:
        if number not in self._lines:
            profile = self.profiles[number]
            self._lines[number] = fold_lines(profile.title, profile.abstract)
        return self._lines[number]

    def _sum(self, number: int) -> str:
        """Give what stands for all of a paper that decides which others are near it."""
        profile = self.profiles[number]
        weighed = (f"{bits} {term}" for term, bits in self.vectors.list_terms(number))
        subjects = (f"{weight} {term}" for term, weight in profile.subjects.items())
        labels = (f"{term} {name}" for term, name in profile.labels.items())
        known = (*sorted(profile.days), "", *subjects, "", *labels, "")
        return sum_texts(profile.sum, *known, *weighed)
