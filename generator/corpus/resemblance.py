"""Papers that look alike but did not merge: told to a curator, never merged by themselves."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property

from rapidfuzz import fuzz, process

from generator.corpus.model import Paper
from generator.identifiers import Slug, title_key

_LEAST_RATIO = 93.0
"""Of 100: about one letter in fifteen may differ. Found by looking at pairs of real titles."""
_END = 12
"""Letters that must agree at the beginning or at the end: two such titles are compared."""
_LEAST_ABSTRACT_RATIO = 85.0
"""Of 100. The abstracts of two versions of a paper differ by a sentence or two."""
_ABSTRACT_END = 48
"""Letters that must agree at the beginning or at the end of two abstracts."""
_GLANCE = 3 * _ABSTRACT_END
"""Characters in which so many letters stand, if there are any."""
_SENTENCE_BEGIN = 16
_LEAST_SHARED = 0.6
"""Of the sentences of the shorter one of two abstracts."""
_NOT_LETTER = re.compile(r"[\W_]+")
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


def find_like_abstracts(papers: Iterable[Paper]) -> Iterator[tuple[Paper, Paper]]:
    """Find pairs whose abstracts begin or end alike and differ little, each once."""
    blocks: defaultdict[str, list[_Abstract]] = defaultdict(list)
    for paper in papers:
        text = paper.abstract.clean
        begin = _NOT_LETTER.sub("", text[:_GLANCE].casefold())[:_ABSTRACT_END]
        end = _NOT_LETTER.sub("", text[-_GLANCE:].casefold())[-_ABSTRACT_END:]
        if len(text) >= _GLANCE and len(begin) == len(end) == _ABSTRACT_END:
            abstract = _Abstract(paper)
            blocks["^" + begin].append(abstract)
            blocks[end + "$"].append(abstract)
    seen: set[tuple[Slug, Slug]] = set()
    for block in blocks.values():
        for number, one in enumerate(block[:-1]):
            for other in block[number + 1 :]:
                # Of those that begin or end alike few share sentences, which is quick to tell.
                if one.shares_sentences(other):
                    pair = (one.paper.id, other.paper.id)
                    if pair not in seen and one.is_like(other):
                        yield one.paper, other.paper
                    seen.add(pair)


class _Abstract:
    """An abstract that is compared; what costs time is worked out for those who have company."""

    def __init__(self, paper: Paper) -> None:
        self.paper = paper

    @cached_property
    def letters(self) -> str:
        return _NOT_LETTER.sub("", self.paper.abstract.clean.casefold())

    @cached_property
    def sentences(self) -> frozenset[str]:
        """How the sentences begin; what follows may differ by a slip."""
        parts = self.paper.abstract.clean.split(". ")
        return frozenset(part[:_SENTENCE_BEGIN].casefold() for part in parts)

    def shares_sentences(self, other: "_Abstract") -> bool:
        """Whether two have most of the sentences of the shorter one in common."""
        ours, theirs = self.sentences, other.sentences
        shorter = min(len(theirs), len(ours))
        return len(ours & theirs) >= _LEAST_SHARED * shorter

    def is_like(self, other: "_Abstract") -> bool:
        return bool(fuzz.ratio(self.letters, other.letters, score_cutoff=_LEAST_ABSTRACT_RATIO))
