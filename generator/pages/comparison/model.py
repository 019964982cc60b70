"""Two sites that are compared, and what a reader of the one would find otherwise on the other."""

from dataclasses import dataclass

from generator.curation.model import CuratedCorpus
from generator.pages.plan import Plan


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """A site as it is planned. `handwritten` are the addresses of pages that people wrote."""

    curated: CuratedCorpus
    plan: Plan
    handwritten: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """A paper as readers know it; `url` is where it stands, on the new site if it is there."""

    title: str
    url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Hidden:
    paper: Named
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Merge:
    """A paper that was one of its own, and what it has become part of."""

    paper: Named
    into: Named


@dataclass(frozen=True, slots=True, kw_only=True)
class Move:
    """The names of a paper's topics, before and after, the primary first."""

    paper: Named
    before: tuple[str, ...]
    after: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Retagging:
    """The names of tags that a paper has gained and lost."""

    paper: Named
    gained: tuple[str, ...]
    lost: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Rewording:
    """What else is said otherwise of a paper: `title`, `note`, `pick`, `abstract` and so on."""

    paper: Named
    what: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Recount:
    """A topic, tag or reading list with its papers' number; None on the site that lacks it.

    `former_name` is the name on the old site, empty where it is new.
    """

    id: str
    name: str
    former_name: str
    before: int | None
    after: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """All that a reader could notice. Papers are in the order of their titles.

    `appearing` and `vanishing` are addresses from the site's root; those that vanish answer no
    more. `authors` are those of whom a curator speaks on either site. `redirecting` are addresses
    of pages that lead elsewhere now, with where. `changing` counts the pages on both sites that are
    not the same.
    """

    new: tuple[Named, ...] = ()
    gone: tuple[Named, ...] = ()
    merged: tuple[Merge, ...] = ()
    hidden: tuple[Hidden, ...] = ()
    shown_again: tuple[Named, ...] = ()
    moved: tuple[Move, ...] = ()
    retagged: tuple[Retagging, ...] = ()
    reworded: tuple[Rewording, ...] = ()
    topics: tuple[Recount, ...] = ()
    tags: tuple[Recount, ...] = ()
    collections: tuple[Recount, ...] = ()
    authors: tuple[Recount, ...] = ()
    appearing: tuple[str, ...] = ()
    vanishing: tuple[str, ...] = ()
    redirecting: tuple[tuple[str, str], ...] = ()
    changing: int = 0

    @property
    def is_empty(self) -> bool:
        return self == Comparison()
