"""What was received, before anything is made of it."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from generator.diagnostics import Diagnostic, Place
from generator.identifiers import ArxivId, DigestId


class LineKind(StrEnum):
    """What a reader did with a line. Blank lines are not in the ledger."""

    HEADER = "header"
    TITLE = "title"
    ABSTRACT = "abstract"
    REJECTED = "rejected"


@dataclass(frozen=True, slots=True, kw_only=True)
class LedgerLine:
    """What became of one line of a digest.

    A line that is two things at once (`SubscribeUnderstanding Semantics`) has two entries, told
    apart by their column.
    """

    line: int
    column: int = 1
    kind: LineKind
    entry: int | None = None
    """The entry it belongs to, counted from 0."""
    reason: str = ""
    """Why it was rejected, in words for a reader."""
    text: str = ""
    """A rejected line's beginning, at most 200 characters, for a reader to judge by."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RawFacts:
    """What one source says of one paper, beyond title and abstract; empty where it is silent."""

    title: str
    place: Place
    arxiv_id: ArxivId | None = None
    authors: tuple[str, ...] = ()
    first_author: str = ""
    """Set where only the first author is known; then `authors` is empty."""
    published: date | None = None
    code_url: str = ""
    venues: tuple[str, ...] = ()
    """Venue codes as received, such as `nips2024`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RawEntry:
    """A paper as one digest gave it. `title` and `abstract` are the text as received."""

    title: str
    abstract: str
    place: Place
    abstract_place: Place
    facts: RawFacts | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RawDigest:
    """One dated list as it was received, from one file."""

    id: DigestId
    path: str
    """From the site's root, with `/`."""
    date: date | None
    """The day of capture; None for an undated digest. It comes from the file's name alone."""
    ordinal: int
    """1 for the first digest of a day, 2 for `2025-03-12-2`; 1 for an undated one."""
    name: str
    """The last part of an undated digest's path (`language-modeling`); empty for a dated one."""
    format: str
    entries: tuple[RawEntry, ...]
    ledger: tuple[LedgerLine, ...]
    diagnostics: tuple[Diagnostic, ...] = ()
