"""Finding papers by what a person types at a terminal: a name, or a part of a title.

Within files a name has to be exact, so that an entry never comes to mean another paper later. Here
whoever asks sees what was found.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from rapidfuzz import fuzz, process

from generator.corpus.model import Corpus
from generator.curation.model import PaperEdit, Written
from generator.curation.naming import PaperNames, titles_of
from generator.curation.resolution import ResolvedEdits, resolve_edits
from generator.diagnostics import Diagnostic, Place
from generator.identifiers import Slug

MOST_CHOICES = 8
_LEAST_LIKENESS = 60.0
"""Of 100: what is less alike is no help to anybody."""
_TYPED = Place(file="")
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """What was found: the paper, or else up to eight that may be meant, the likeliest first.

    `many` counts the papers whose title holds the words, where there is more than one.
    """

    paper: Slug | None = None
    choices: tuple[Slug, ...] = ()
    many: int = 0


class PaperSearch:
    """The papers of a corpus by every name that they have, a curator's names too.

    Papers are told by the ids that they have in the corpus, before any curator's word.
    """

    __slots__ = ("_corpus", "_names", "_titles", "resolved")

    def __init__(self, corpus: Corpus, edits: Iterable[PaperEdit] = ()) -> None:
        self._corpus = corpus
        self._names = PaperNames(corpus)
        self.resolved: ResolvedEdits = resolve_edits(edits, corpus, self._names)
        papers = corpus.papers.values()
        self._titles = {(title, paper.id): None for paper in papers for title in titles_of(paper)}
        for id_, edit in self.resolved.edits.items():
            if edit.title:
                self._titles[edit.title, id_] = None

    def find(self, text: str) -> Found:
        """Find a paper by its arXiv id, slug or title, or by a part of its title."""
        paper, _ = self._names.find(Written(text=text, place=_TYPED))
        if paper:
            return Found(paper=paper)
        words = _fold(text)
        holding = {id_: None for title, id_ in self._titles if words.rstrip() in _fold(title)}
        if not words.strip() or not holding:
            return Found(choices=self.nearest(text, MOST_CHOICES))
        if len(holding) > 1:
            return Found(choices=tuple(holding)[:MOST_CHOICES], many=len(holding))
        return Found(paper=next(iter(holding)))

    def find_exactly(self, name: Written) -> tuple[Slug | None, Diagnostic | None]:
        """Find the one paper that a name in a file means, or say why there is none."""
        return self._names.find(name)

    def nearest(self, text: str, most: int) -> tuple[Slug, ...]:
        """Give the papers whose arXiv id, slug or titles are nearest to a text."""
        text = " ".join(text.split()).casefold()
        scored: dict[Slug, float] = {}
        for score, id_ in self._score(text):
            scored[id_] = max(score, scored.get(id_, 0.0))
        best = sorted(scored, key=lambda id_: (-scored[id_], id_))
        return tuple(best[:most])

    def _score(self, text: str) -> Iterable[tuple[float, Slug]]:
        names: list[tuple[str, Slug]] = [(t.casefold(), id_) for t, id_ in self._titles]
        for paper in self._corpus.papers.values():
            names += ((slug, paper.id) for slug in (paper.id, *paper.redirects))
            if paper.arxiv_id:
                names.append((paper.arxiv_id, paper.id))
        found = process.extract(
            text,
            [name for name, _ in names],
            scorer=fuzz.WRatio,
            score_cutoff=_LEAST_LIKENESS,
            limit=50,
        )
        return [(score, names[number][1]) for _, score, number in found]


def _fold(text: str) -> str:
    """Give the words of a text between spaces; the last word of a part may be unfinished."""
    return f" {' '.join(_WORD.findall(text.casefold()))} "
