"""Which papers of a digest are new, which are known, and of which that is doubtful."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from enum import StrEnum

from rapidfuzz import fuzz

from generator.corpus.model import Appearance, Corpus, Paper
from generator.corpus.resemblance import find_near_duplicates
from generator.identifiers import DigestId, Slug, title_key

_STRANGE_TITLE = 55.0
_STRANGE_ABSTRACT = 65.0
"""Of 100. Of 3,000 pairs of different papers, half the titles agree less than 39 and one in a
hundred more than 60; half the abstracts agree 51, none more than 61."""
_WHOLE_ABSTRACT = 300
"""Characters from which on a text is no summary: only such are compared."""


class Standing(StrEnum):
    """Whether the site has a paper already."""

    NEW = "new"
    KNOWN = "known"
    DOUBTFUL = "doubtful"


@dataclass(frozen=True, slots=True, kw_only=True)
class Acquaintance:
    """A paper of a digest, and what the other digests say of it.

    `others` are its appearances in them. `doubt` says, of a doubtful one, what there is to judge.
    `contradicts`: the digest says of a known paper what can hardly be said of it.
    """

    paper: Paper
    here: Appearance
    others: tuple[Appearance, ...]
    standing: Standing
    doubt: str = ""
    contradicts: bool = False


class Register:
    """All papers of a site, with those of digests that are to be added."""

    def __init__(self, corpus: Corpus) -> None:
        self._corpus = corpus
        self._digests = {digest.id: digest for digest in corpus.digests}
        self._pairs = (*_by_title(corpus), *_namesakes(corpus))

    def compare(self, digest_id: DigestId) -> tuple[Acquaintance, ...]:
        """Compare the papers of a digest, in their order, with all others."""
        digest = self._digests[digest_id]
        papers = [self._corpus.papers[slug] for slug in digest.papers]
        lookalikes = self._find_lookalikes(frozenset(digest.papers))
        return tuple(_judge(paper, digest_id, lookalikes.get(paper.id, "")) for paper in papers)

    def find_same_papers(
        self, digest_id: DigestId, besides: Collection[DigestId] = ()
    ) -> DigestId | None:
        """Give another digest of the same day, or also undated, that holds the very same papers.

        Those in `besides` do not count.
        """
        digest = self._digests[digest_id]
        papers = set(digest.papers)
        for other in self._corpus.digests:
            counts = other.id != digest_id and other.id not in besides
            if papers and counts and other.date == digest.date and set(other.papers) == papers:
                return other.id
        return None

    def _find_lookalikes(self, mine: frozenset[Slug]) -> dict[Slug, str]:
        """Say of papers of ours that look like one that is not: by title, or by another id."""
        return dict(
            sorted(
                (ours.id, words.format(title=theirs.title.clean, place=_place(theirs)))
                for paper, other, words in self._pairs
                for ours, theirs in ((paper, other), (other, paper))
                if ours.id in mine and theirs.id not in mine
            )
        )


def _judge(paper: Paper, digest_id: DigestId, lookalike: str) -> Acquaintance:
    here = next(each for each in paper.appearances if each.digest == digest_id)
    others = tuple(each for each in paper.appearances if each.digest != digest_id)
    strange = _find_contradiction(paper, here, others)
    doubt = strange or lookalike
    known = Standing.KNOWN if others else Standing.NEW
    return Acquaintance(
        paper=paper,
        here=here,
        others=others,
        standing=Standing.DOUBTFUL if doubt else known,
        doubt=doubt,
        contradicts=bool(strange),
    )


def _find_contradiction(paper: Paper, here: Appearance, others: tuple[Appearance, ...]) -> str:
    if not others:
        return ""
    key = title_key(here.title.raw)
    if all(fuzz.ratio(key, title_key(o.title.raw)) < _STRANGE_TITLE for o in others):
        return (
            f"has the arXiv id of another paper, {paper.arxiv_id}: “{others[0].title.clean}” "
            f"({others[0].place})"
        )
    if have_strange_abstracts(here.abstract.clean, [o.abstract.clean for o in others]):
        return f"has another abstract than in {others[0].place}"
    return ""


def have_strange_abstracts(abstract: str, others: Collection[str]) -> bool:
    """Whether an abstract can hardly be that of a paper that has the other ones."""
    whole = [other for other in others if len(other) >= _WHOLE_ABSTRACT]
    return (
        bool(whole)
        and len(abstract) >= _WHOLE_ABSTRACT
        and all(fuzz.token_set_ratio(abstract, other) < _STRANGE_ABSTRACT for other in whole)
    )


def _by_title(corpus: Corpus) -> Iterator[tuple[Paper, Paper, str]]:
    for paper, other in find_near_duplicates(corpus.papers.values()):
        yield paper, other, "has almost the title of “{title}” ({place})"


def _namesakes(corpus: Corpus) -> Iterator[tuple[Paper, Paper, str]]:
    by_key: dict[str, list[Paper]] = {}
    for paper in corpus.papers.values():
        by_key.setdefault(title_key(paper.title.raw), []).append(paper)
    for bearers in by_key.values():
        for paper in bearers[1:]:
            yield (
                bearers[0],
                paper,
                "has the title of another paper, {place}; their arXiv ids differ",
            )


def _place(paper: Paper) -> str:
    first = paper.appearances[0]
    return f"{first.place}" + (f", arXiv {paper.arxiv_id}" if paper.arxiv_id else "")
