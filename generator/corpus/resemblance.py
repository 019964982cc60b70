"""Titles that look alike but did not merge: told to a curator, never merged by themselves."""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence

from rapidfuzz import fuzz, process

from generator.corpus.model import Paper
from generator.identifiers import title_key

_LEAST_RATIO = 93.0
"""Of 100: about one letter in fifteen may differ. Found by looking at pairs of real titles."""
_END = 12
"""Letters that must agree at the beginning or at the end: two such titles are compared."""
_NUMBERS = re.compile(r"\d+")


def find_near_duplicates(papers: Iterable[Paper]) -> tuple[tuple[Paper, Paper], ...]:
    """Find pairs of papers whose titles differ by a slip, sorted by id.

    Titles whose numbers differ ("Part 1", "Part 2") are not alike, nor are two papers whose arXiv
    ids are known to differ. Blocking by both ends keeps this linear for real corpora.
    """
    blocks: defaultdict[str, list[tuple[str, Paper]]] = defaultdict(list)
    for paper in papers:
        key = title_key(paper.title.raw)
        if len(key) >= 2 * _END:
            blocks["^" + key[:_END]].append((key, paper))
            blocks[key[-_END:] + "$"].append((key, paper))
    pairs = {pair for block in blocks.values() for pair in _alike(block)}
    return tuple((a, b) for _, _, a, b in sorted(pairs, key=lambda pair: pair[:2]))


def have_like_titles(key: str, other_key: str) -> bool:
    """Whether two titles, by their keys, differ by no more than a slip; numbers are no slip."""
    return bool(fuzz.ratio(key, other_key, score_cutoff=_LEAST_RATIO)) and _have_like_numbers(
        key, other_key
    )


def _have_like_numbers(key: str, other_key: str) -> bool:
    return _NUMBERS.findall(key) == _NUMBERS.findall(other_key)


def _alike(block: Sequence[tuple[str, Paper]]) -> Iterable[tuple[str, str, Paper, Paper]]:
    keys = [key for key, _ in block]
    for index, (key, paper) in enumerate(block):
        later = keys[index + 1 :]
        # One call for all of them: most are told apart by their lengths or first letters.
        near = process.extract(
            key, later, scorer=fuzz.ratio, processor=None, score_cutoff=_LEAST_RATIO, limit=None
        )
        for other_key, _, at in near:
            other = block[index + 1 + at][1]
            if paper.arxiv_id and other.arxiv_id:
                continue
            if _have_like_numbers(key, other_key):
                first, second = sorted((paper, other), key=lambda p: p.id)
                yield first.id, second.id, first, second
