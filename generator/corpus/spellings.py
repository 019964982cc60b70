"""Names that may be one person's: told to a curator, never joined by themselves.

Two people may have names as much alike as two spellings of one. So most pairs are told only if both
have written with the same people, and none if both stand on one paper.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import combinations

from rapidfuzz import process
from rapidfuzz.distance import DamerauLevenshtein

from generator.corpus.authorship import Author, Authorship
from generator.corpus.names import parse_name
from generator.identifiers import AuthorId, slug_from_name

_LEAST_LIKENESS = 0.88
"""Of 1: one letter of nine may differ."""
_END = 5
"""Letters that must agree at the beginning or at the end: two such names are compared."""
_SHORTEST = 8
_LEAST_SHARED = 2
"""Co-authors: one that two people of like names share is no rarity in a large field."""
_RARE = 8
"""As many authors at most have a family's name that tells people apart."""


class Likeness(StrEnum):
    """In what two names differ, in words."""

    MIDDLE_NAME = "one leaves out a middle name"
    INITIALS = "one has initials"
    ORDER = "the same words in another order"
    SPELLING = "they differ by a letter"


@dataclass(frozen=True, slots=True, kw_only=True)
class LikeNames:
    """Two authors who may be one; `shared` are those with whom both have written, by id.

    `first` is the one with more papers or, of as many, with the longer name.
    """

    first: AuthorId
    second: AuthorId
    likeness: Likeness
    shared: tuple[AuthorId, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Known:
    """A name in parts that can be compared: `given` are words, `family` is one."""

    author: Author
    given: tuple[str, ...]
    family: str


def find_like_names(authorship: Authorship) -> tuple[LikeNames, ...]:
    """Find pairs of authors whose names are alike, sorted by id, unless curators speak of both."""
    known = [k for author in authorship.authors.values() if (k := _know(author))]
    company = _Company(authorship)
    found: dict[tuple[AuthorId, AuthorId], LikeNames] = {}
    for one, other, likeness, says_enough in _list_alike(known):
        first, second = sorted((one.author, other.author), key=_rank)
        if (first.id, second.id) in found or (first.person and second.person):
            continue
        shared = company.share(first, second)
        if shared is not None and (says_enough or len(shared) >= _LEAST_SHARED):
            found[first.id, second.id] = LikeNames(
                first=first.id, second=second.id, likeness=likeness, shared=shared
            )
    return tuple(found[pair] for pair in sorted(found))


def _rank(author: Author) -> tuple[bool, int, int, AuthorId]:
    return author.person is None, -len(author.papers), -len(author.name), author.id


def _know(author: Author) -> _Known | None:
    """Take a name apart; None for organisations and for names of one word."""
    name = parse_name(author.name)
    if not name.given or not author.papers:
        return None
    given, family = slug_from_name(name.given), slug_from_name(name.family)
    return _Known(author=author, given=tuple(given.split("-")), family=family)


class _Company:
    """With whom authors have written; worked out for those who are asked about."""

    def __init__(self, authorship: Authorship) -> None:
        self._of = authorship.of
        self._met: dict[AuthorId, frozenset[AuthorId]] = {}

    def share(self, one: Author, other: Author) -> tuple[AuthorId, ...] | None:
        """Give those with whom both have written; None where they have with one another."""
        ours, theirs = self._find(one), self._find(other)
        return None if other.id in ours else tuple(sorted(ours & theirs))

    def _find(self, author: Author) -> frozenset[AuthorId]:
        if author.id not in self._met:
            met = {other for paper in author.papers for other in self._of[paper]}
            self._met[author.id] = frozenset(met - {author.id})
        return self._met[author.id]


def _list_alike(known: Sequence[_Known]) -> Iterator[tuple[_Known, _Known, Likeness, bool]]:
    """List pairs that are alike, and whether that alone says enough."""
    families = Counter(name.family for name in known)
    for block in _divide((f"{name.family} {name.given[0][:1]}", name) for name in known):
        for one, other in combinations(block, 2):
            if found := _compare_given(one.given, other.given):
                likeness, tells = found
                yield one, other, likeness, tells and families[one.family] <= _RARE
    for block in _divide((" ".join(sorted(n.author.id.split("-"))), n) for n in known):
        for one, other in combinations(block, 2):
            yield one, other, Likeness.ORDER, False
    long = [name for name in known if len(name.author.id) >= _SHORTEST]
    begins = ((name.author.id[:_END], name) for name in long)
    ends = ((name.author.id[-_END:], name) for name in long)
    for block in (*_divide(begins), *_divide(ends)):
        yield from _list_misspelt(block)


def _divide(names: Iterable[tuple[str, _Known]]) -> Iterable[list[_Known]]:
    """Put together what has one key."""
    blocks: defaultdict[str, list[_Known]] = defaultdict(list)
    for key, name in names:
        blocks[key].append(name)
    return blocks.values()


def _compare_given(ours: tuple[str, ...], theirs: tuple[str, ...]) -> tuple[Likeness, bool] | None:
    """Tell whether one could be the other with initials or without what follows, and if that tells.

    That `Ada B. Knot` is Ada Knot is likely, that `A. Knot` is, may well be chance.
    """
    short, long = sorted((ours, theirs), key=len)
    pairs = list(zip(short, long, strict=False))
    if not all(a == b or (1 in (len(a), len(b)) and a[0] == b[0]) for a, b in pairs):
        return None
    if len(short[0]) > 1 and len(long[0]) > 1:
        rest = (*short[1:], *long[1:])
        return Likeness.MIDDLE_NAME, any(len(word) == 1 for word in rest)
    return Likeness.INITIALS, False


def _list_misspelt(block: Sequence[_Known]) -> Iterator[tuple[_Known, _Known, Likeness, bool]]:
    ids = [known.author.id for known in block]
    for number, id_ in enumerate(ids):
        near = process.extract_iter(
            id_,
            ids[number + 1 :],
            scorer=DamerauLevenshtein.normalized_similarity,
            processor=None,
            score_cutoff=_LEAST_LIKENESS,
        )
        for other_id, _, at in near:
            if _initials(id_) == _initials(other_id):  # of which a letter is all
                yield block[number], block[number + 1 + at], Likeness.SPELLING, False


def _initials(id_: str) -> list[str]:
    return [word for word in id_.split("-") if len(word) == 1]
