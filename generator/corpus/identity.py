"""Which entries are one paper, and which facts are about it.

Whoever speaks of a paper, a digest or another source, gives signs: a title, and perhaps an arXiv id
and a DOI. Signs are of one paper where their arXiv id is the same, or their DOI, or their title;
where these contradict one another, nothing is guessed:

- a DOI that is said of two arXiv ids tells nothing of either;
- a title that is said of two arXiv ids, or of two DOIs, tells nothing: those are two papers, and
  what bears the title without an id is a third, since nothing says which of the two it is;
- a title that is said of one arXiv id and one DOI joins them, a preprint and its proceedings,
  unless the DOI would so be joined to two arXiv ids.

Only sets are looked at, never an order of arrival.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from generator.identifiers import ArxivId, Doi, TitleKey, fold_doi, parse_arxiv_doi
from generator.sources.model import RawFacts

WorkId = ArxivId | Doi
"""The strongest id by which a paper is known. None is of both kinds: a DOI begins with `10.`."""
Name = WorkId | tuple[TitleKey]
"""What stands for a paper here: its id, or the title that it has without one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sign:
    """What a paper is known by where it is spoken of: the key of its title, and ids, if any."""

    key: TitleKey
    arxiv_id: ArxivId | None = None
    doi: Doi | None = None

    @property
    def id(self) -> WorkId | None:
        """The stronger of both."""
        return self.arxiv_id or self.doi


@dataclass(frozen=True, slots=True, kw_only=True)
class Identity:
    """One paper's entries, as indexes into the signs that were given, and what is known of it."""

    name: Name
    members: tuple[int, ...]

    @property
    def id(self) -> WorkId | None:
        return None if isinstance(self.name, tuple) else self.name

    @property
    def arxiv_id(self) -> ArxivId | None:
        return ArxivId(self.id) if self.id and not _is_doi(self.id) else None


def read_sign(key: TitleKey, facts: RawFacts | None) -> Sign:
    """Give the signs of a title and of what is said with it. arXiv's own DOI is an arXiv id."""
    if facts is None:
        return Sign(key=key)
    by_doi = parse_arxiv_doi(facts.doi)
    return Sign(
        key=key,
        arxiv_id=facts.arxiv_id or by_doi,
        doi=fold_doi(facts.doi) if facts.doi and not by_doi else None,
    )


class Works:
    """The papers that all signs together speak of, those of entries and those of facts alike."""

    __slots__ = ("_by_doi", "_by_title", "_ids")

    def __init__(self, signs: Iterable[Sign]) -> None:
        signs = frozenset(signs)
        self._by_doi: dict[Doi, ArxivId] = {}
        self._ids: defaultdict[TitleKey, set[WorkId]] = defaultdict(set)
        for sign in signs:
            self._ids[sign.key].update(filter(None, (sign.arxiv_id, sign.doi)))
        self._learn_dois((s.doi, s.arxiv_id) for s in signs if s.doi and s.arxiv_id)
        titles = self._sort_by_title(signs)
        self._learn_dois(pair for works in titles.values() if (pair := _read_pair(works)))
        self._by_title = self._sort_by_title(signs)

    def name(self, sign: Sign) -> Name:
        """Say which paper a sign is of."""
        works = self._by_title.get(sign.key, frozenset())
        if len(works) == 1:
            return next(iter(works))
        return self._find(sign) or (sign.key,)

    def is_contested(self, key: TitleKey) -> bool:
        """Whether a title is, or may once have been, that of several papers."""
        return len(self._ids[key]) > 1

    def _find(self, sign: Sign) -> WorkId | None:
        if sign.arxiv_id or not sign.doi:
            return sign.arxiv_id
        return self._by_doi.get(sign.doi, sign.doi)

    def _learn_dois(self, pairs: Iterable[tuple[Doi, ArxivId]]) -> None:
        """Take the arXiv ids of DOIs that are said of one alone."""
        said: defaultdict[Doi, set[ArxivId]] = defaultdict(set)
        for doi, arxiv_id in pairs:
            said[doi].add(arxiv_id)
        self._by_doi |= {doi: next(iter(ids)) for doi, ids in said.items() if len(ids) == 1}

    def _sort_by_title(self, signs: Iterable[Sign]) -> dict[TitleKey, frozenset[WorkId]]:
        found: defaultdict[TitleKey, set[WorkId]] = defaultdict(set)
        for sign in signs:
            if work := self._find(sign):
                found[sign.key].add(work)
        return {key: frozenset(works) for key, works in found.items()}


def identify(signs: Sequence[Sign], works: Works) -> tuple[Identity, ...]:
    """Group entries into papers."""
    papers: defaultdict[Name, list[int]] = defaultdict(list)
    for index, sign in enumerate(signs):
        papers[works.name(sign)].append(index)
    return tuple(Identity(name=name, members=tuple(members)) for name, members in papers.items())


def _is_doi(work: WorkId) -> bool:
    return work.startswith("10.") and "/" in work


def _read_pair(works: frozenset[WorkId]) -> tuple[Doi, ArxivId] | None:
    """Give the DOI and the arXiv id of a title that is said of one of each and of no other."""
    match sorted(works, key=lambda work: not _is_doi(work)):
        case [doi, arxiv_id] if _is_doi(doi) and not _is_doi(arxiv_id):
            return Doi(doi), ArxivId(arxiv_id)
    return None
