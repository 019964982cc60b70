"""What was received, before anything is made of it."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from generator.diagnostics import Diagnostic, Place
from generator.identifiers import ArxivId, DigestId


class LineKind(StrEnum):
    """What a reader did with a line, or with a record. Blank lines are not in the ledger."""

    HEADER = "header"
    """Of the page or file itself: it speaks of no paper."""
    TITLE = "title"
    ABSTRACT = "abstract"
    FACT = "fact"
    """A paper's authors, date, votes or address, on a line of its own."""
    RECORD = "record"
    """A whole paper in one place: a row, an object, an element."""
    REJECTED = "rejected"


@dataclass(frozen=True, slots=True, kw_only=True)
class LedgerLine:
    """What became of one line of a digest, or of one record in a format of records.

    A line that is two things at once (`SubscribeUnderstanding Semantics`) has two entries, told
    apart by their column.
    """

    line: int
    column: int = 1
    last_line: int = 0
    """The line in which a record ends that spans several; 0 where it ends in `line`."""
    path: str = ""
    """What names a record where lines say little, such as `data[3]`."""
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
    arxiv_version: int | None = None
    doi: str = ""
    """Without an address before it: `10.1000/182`."""
    authors: tuple[str, ...] = ()
    first_author: str = ""
    """Set where only the first author is known; then `authors` is empty."""
    author_count: int | None = None
    """Set where only their number is known."""
    organisation: str = ""
    published: date | None = None
    updated: date | None = None
    categories: tuple[str, ...] = ()
    """Those of arXiv, the primary one first where it is told: `cs.CL`."""
    keywords: tuple[str, ...] = ()
    summary: str = ""
    """A sentence or two that the source gives beside the abstract."""
    summary_by: str = ""
    """Whose program wrote the summary: `Hugging Face`; empty where a person may have."""
    url: str = ""
    """Where the source says that the paper is, if not at arXiv."""
    code_url: str = ""
    project_url: str = ""
    media: tuple[str, ...] = ()
    """Addresses of pictures and films."""
    votes: int | None = None
    stars: int | None = None
    comments: int | None = None
    """How many readers voted for it, starred its code and spoke of it, on the day of the digest."""
    submitted_by: str = ""
    comment: str = ""
    """The authors' own remark, as arXiv has it: `12 pages`."""
    journal_ref: str = ""
    venues: tuple[str, ...] = ()
    """Venue codes as received, such as `nips2024`."""
    is_found: bool = False
    """A program of ours found it by the title: what others say is believed first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RawEntry:
    """A paper as one digest gave it. `title` and `abstract` are the text as received.

    The abstract is empty, and `abstract_place` that of the title, where the format gives none.
    """

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
