"""The papers of two sites: which are new, gone or hidden, and of which something else is said.

A paper is the same on both sites where an address of the one leads to it on the other, so that a
new title, a merge or an arXiv id learnt later does not make it look like another paper.
"""

from collections.abc import Iterable, Iterator, Mapping

from generator.corpus.model import Corpus, Paper
from generator.curation.model import CuratedCorpus, CuratedPaper, Tag, Topic
from generator.identifiers import Slug
from generator.pages.comparison.model import Hidden, Merge, Move, Named, Retagging, Rewording
from generator.pages.permalinks import paper_url


class Papers:
    """The papers of two sites; `_later` leads from an old id to the paper's new one."""

    def __init__(self, before: CuratedCorpus, after: CuratedCorpus) -> None:
        self._before = before
        self._after = after
        new_ids = _map_slugs(after.corpus)
        self._later = {
            old: new
            for old, paper in before.corpus.papers.items()
            if (new := _first(new_ids, (old, *paper.redirects))) is not None
        }
        self._earlier: dict[Slug, list[Slug]] = {}
        for old, new in self._later.items():
            self._earlier.setdefault(new, []).append(old)

    def find_new(self) -> Iterator[Named]:
        for id_, said in self._after.papers.items():
            if id_ not in self._earlier and not said.hidden:
                yield _name(said)

    def find_gone(self) -> Iterator[Named]:
        for id_, said in self._before.papers.items():
            if id_ not in self._later and not said.hidden:
                yield _name(said)

    def find_merged(self) -> Iterator[Merge]:
        """Of papers that have become one, those whose address no longer is its own."""
        for new, olds in self._earlier.items():
            if len(olds) > 1:
                kept = new if new in olds else min(olds)
                for old in olds:
                    if old != kept:
                        into = _name(self._after.papers[new])
                        yield Merge(paper=_name(self._before.papers[old]), into=into)

    def find_hidden(self) -> Iterator[Hidden]:
        for was, is_ in self._pairs():
            if is_.hidden and not was.hidden:
                yield Hidden(paper=_name(is_), reason=is_.hidden)

    def find_shown_again(self) -> Iterator[Named]:
        for was, is_ in self._pairs():
            if was.hidden and not is_.hidden:
                yield _name(is_)

    def find_moved(self) -> Iterator[Move]:
        before, after = _names(self._before.topics), _names(self._after.topics)
        for was, is_ in self._shown():
            if was.topics != is_.topics:
                yield Move(
                    paper=_name(is_),
                    before=tuple(before.get(id_, id_) for id_ in was.topics),
                    after=tuple(after.get(id_, id_) for id_ in is_.topics),
                )

    def find_retagged(self) -> Iterator[Retagging]:
        before, after = _names(self._before.tags), _names(self._after.tags)
        for was, is_ in self._shown():
            if set(was.tags) != set(is_.tags):
                yield Retagging(
                    paper=_name(is_),
                    gained=tuple(after.get(id_, id_) for id_ in is_.tags if id_ not in was.tags),
                    lost=tuple(before.get(id_, id_) for id_ in was.tags if id_ not in is_.tags),
                )

    def find_reworded(self) -> Iterator[Rewording]:
        for was, is_ in self._shown():
            old = self._before.corpus.papers[was.id]
            new = self._after.corpus.papers[is_.id]
            what = tuple(word for word, differs in _list_words(was, is_, old, new) if differs)
            if what:
                yield Rewording(paper=_name(is_), what=what)

    def _shown(self) -> Iterator[tuple[CuratedPaper, CuratedPaper]]:
        return ((was, is_) for was, is_ in self._pairs() if not was.hidden and not is_.hidden)

    def _pairs(self) -> Iterator[tuple[CuratedPaper, CuratedPaper]]:
        """Give each paper that is on both sites once, a merged one as what it was before."""
        for new, olds in self._earlier.items():
            old = new if new in olds else min(olds)
            yield self._before.papers[old], self._after.papers[new]


def _list_words(
    was: CuratedPaper, is_: CuratedPaper, old: Paper, new: Paper
) -> Iterator[tuple[str, bool]]:
    yield "title", was.title != is_.title
    yield "address", was.id != is_.id
    yield "pick", was.pick != is_.pick
    yield "note", was.note != is_.note
    yield "abstract", old.abstract.clean != new.abstract.clean
    yield "authors", old.authors != new.authors
    yield "arXiv id", old.arxiv_id != new.arxiv_id
    yield "links", (was.links, old.code_url) != (is_.links, new.code_url)
    yield "venue or date", (old.venues, old.published) != (new.venues, new.published)
    yield "appearances", _places(old) != _places(new)


def _places(paper: Paper) -> list[tuple[str, int]]:
    return [(appearance.digest, appearance.position) for appearance in paper.appearances]


def _map_slugs(corpus: Corpus) -> dict[Slug, Slug]:
    """Give for every address of a paper its id."""
    slugs = {slug: paper.id for paper in corpus.papers.values() for slug in paper.redirects}
    return slugs | {id_: id_ for id_ in corpus.papers}


def _first(ids: Mapping[Slug, Slug], slugs: Iterable[Slug]) -> Slug | None:
    return next((ids[slug] for slug in slugs if slug in ids), None)


def _name(said: CuratedPaper) -> Named:
    return Named(title=said.title, url=paper_url(said.id))


def _names(labels: Iterable[Topic | Tag]) -> dict[str, str]:
    return {label.id: label.name for label in labels}
