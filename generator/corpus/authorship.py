"""Authors: who is behind the names of all papers.

Names that have one address are one author's, unless a curator says otherwise; nothing is guessed
from initials, from the company of other names or from elsewhere. A paper of which only the first
author is known counts for that one: somebody says that it is theirs.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from generator.corpus.model import Paper
from generator.corpus.names import parse_name, tidy_name
from generator.diagnostics import Place
from generator.identifiers import AuthorId, Slug, slug_from_name


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """An author as a curator tells them from others.

    `names` are the addresses of all names that this person has; `papers` are the only ones of these
    names that are theirs, or None where all are. `affiliation` tells them from others of their
    name; `note` is Markdown, and `orcid` without an address before it. `place` is that of the
    entry.
    """

    id: AuthorId
    name: str
    names: frozenset[AuthorId]
    papers: frozenset[Slug] | None = None
    affiliation: str = ""
    orcid: str = ""
    homepage: str = ""
    note: str = ""
    place: Place | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Author:
    """Whoever is behind a name, or several. `papers` are in the order of their ids.

    `names` are the ways in which sources write it, the most frequent first. `person` is what a
    curator says of them. `addresses` counts those of their papers, of which each may once have
    been a paper of its own: unlike papers they do not become fewer, so that what was published of
    an author for their number stays.
    """

    id: AuthorId
    name: str
    names: tuple[str, ...]
    papers: tuple[Slug, ...]
    person: Person | None = None
    addresses: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Authorship:
    """`authors` by id; `of` names those of a paper in the order of its names.

    `former` are addresses that names had and that are nobody's alone now, each with whom it leads
    to: one where an author has another name, several where a curator told them apart. `namesakes`
    are, for each author whom a curator told from others of a name, those others.
    """

    authors: Mapping[AuthorId, Author] = field(default_factory=dict)
    of: Mapping[Slug, tuple[AuthorId, ...]] = field(default_factory=dict)
    former: Mapping[AuthorId, tuple[AuthorId, ...]] = field(default_factory=dict)
    namesakes: Mapping[AuthorId, tuple[AuthorId, ...]] = field(default_factory=dict)

    def has_page(self, author: AuthorId) -> bool:
        """Whoever has one paper is found through that: a page would only repeat it."""
        found = self.authors[author]
        return found.person is not None or found.addresses > 1 or author in self.namesakes


def author_id(name: str) -> AuthorId:
    """Give the address of a name as received: `Doe, Jane` has that of `Jane Doe`."""
    return slug_from_name(parse_name(tidy_name(name)).spoken)


def list_authors(papers: Iterable[Paper], persons: Iterable[Person] = ()) -> Authorship:
    """Find the authors of all papers; the order of neither matters."""
    told = {person.id: person for person in sorted(persons, key=lambda person: person.id)}
    known = _Known(told.values())
    spellings: defaultdict[AuthorId, Counter[str]] = defaultdict(Counter)
    held: defaultdict[AuthorId, list[Paper]] = defaultdict(list)
    of: dict[Slug, tuple[AuthorId, ...]] = {}
    for paper in sorted(papers, key=lambda paper: paper.id):
        names = paper.authors.names
        of[paper.id] = tuple(known.find(author_id(name), paper.id) for name in names)
        for author, name in zip(of[paper.id], names, strict=True):
            spellings[author][parse_name(name).spoken] += 1
        for author in dict.fromkeys(of[paper.id]):
            held[author].append(paper)
    authors = {
        id_: _make_author(id_, spellings[id_], held[id_], told.get(id_))
        for id_ in sorted({*spellings, *told})
    }
    former, namesakes = known.divide(authors)
    return Authorship(authors=authors, of=of, former=former, namesakes=namesakes)


class _Known:
    """The persons of whom curators speak, by the addresses of their names."""

    def __init__(self, persons: Iterable[Person]) -> None:
        self._whole: dict[AuthorId, AuthorId] = {}
        self._parts: defaultdict[AuthorId, list[Person]] = defaultdict(list)
        for person in persons:
            for name in sorted(person.names):
                if person.papers is None:
                    self._whole.setdefault(name, person.id)
                else:
                    self._parts[name].append(person)

    def find(self, name: AuthorId, paper: Slug) -> AuthorId:
        for person in self._parts.get(name, ()):
            if person.papers and paper in person.papers:
                return person.id
        return self._whole.get(name, name)

    def divide(
        self, authors: Mapping[AuthorId, Author]
    ) -> tuple[dict[AuthorId, tuple[AuthorId, ...]], dict[AuthorId, tuple[AuthorId, ...]]]:
        """Give the addresses of names that are no author's, and who shares a name with whom."""
        former: dict[AuthorId, tuple[AuthorId, ...]] = {}
        namesakes: defaultdict[AuthorId, dict[AuthorId, None]] = defaultdict(dict)
        for name in sorted({*self._whole, *self._parts}):
            plain = [name] if name in authors else []
            whole = [self._whole[name]] if name in self._whole else []
            parts = [person.id for person in self._parts.get(name, ())]
            sharing = tuple(dict.fromkeys([*plain, *whole, *parts]))
            if not plain:
                former[name] = sharing
            for author in sharing:
                namesakes[author].update(dict.fromkeys(o for o in sharing if o != author))
        return former, {author: tuple(others) for author, others in namesakes.items() if others}


def _make_author(
    id_: AuthorId, spellings: Counter[str], papers: list[Paper], person: Person | None
) -> Author:
    # The most frequent; of equals the one with most capitals and accents, which slips leave out.
    names = sorted(spellings, key=lambda n: (-spellings[n], -_count_marks(n), n))
    return Author(
        id=id_,
        name=person.name if person else names[0],
        names=tuple(names),
        papers=tuple(paper.id for paper in papers),
        person=person,
        addresses=sum(1 + len(paper.redirects) for paper in papers),
    )


def _count_marks(name: str) -> int:
    return sum(not letter.isascii() or letter.isupper() for letter in name)
