"""All papers and digests, each paper once."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from generator.corpus.names import parse_name
from generator.diagnostics import Diagnostic, Place
from generator.identifiers import ArxivId, DigestId, Slug
from generator.sources.model import LedgerLine


@dataclass(frozen=True, slots=True, kw_only=True)
class Formula:
    """Mathematics in a clean text: from `start` to `stop` it stands as a line, or as received.

    `source` is its LaTeX, without delimiters.
    """

    start: int
    stop: int
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """A text as it was received and as it is shown.

    `formulas` are what a page can show better than a line of text does, in their order.
    """

    raw: str
    clean: str
    formulas: tuple[Formula, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Authors:
    """`names` is the whole list where `complete`; else it holds the first author at most.

    A name may have the family's first and a comma, which tells more than the order in which it is
    `spoken` does.
    """

    names: tuple[str, ...] = ()
    complete: bool = False

    @property
    def spoken(self) -> tuple[str, ...]:
        return tuple(parse_name(name).spoken for name in self.names)


@dataclass(frozen=True, slots=True, kw_only=True)
class Appearance:
    """A paper in a digest: what that digest said, and where."""

    digest: DigestId
    date: date | None
    position: int
    """Its number in the digest, from 1."""
    place: Place
    title: Text
    abstract: Text
    votes: int | None = None
    stars: int | None = None
    comments: int | None = None
    """How many had voted for it, starred its code and spoken of it by then, as the digest says."""
    submitted_by: str = ""
    """Who put it on the list."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Particulars:
    """What a source may say of a paper beside what lists are made of; empty where none does.

    Texts are clean; addresses begin with http or https.
    """

    summary: str = ""
    """A sentence or two beside the abstract."""
    summary_by: str = ""
    """Whose program wrote the summary; empty where a person may have."""
    organisation: str = ""
    """Who says that it is theirs: `Institute of Knots`."""
    journal_ref: str = ""
    """Where it appeared, in a source's words: `J. Knots 12 (2031) 5-19`."""
    comment: str = ""
    """The authors' own remark: `12 pages`."""
    updated: date | None = None
    project_url: str = ""
    media: tuple[str, ...] = ()
    """Addresses of pictures and films."""


class SourceKind(StrEnum):
    """What kind of source speaks, in the order in which they are believed."""

    CURATOR = "curator"
    METADATA = "metadata"
    """A line that people put into `content/metadata`."""
    FOUND = "found"
    """A line that `broadsheet enrich` put there."""
    DIGEST = "digest"


@dataclass(frozen=True, slots=True, kw_only=True)
class FactSource:
    """A source that speaks of a paper: its place, and what it says, by the names of facts.

    `given` are the facts that stand because it was the first to say them; `overruled` those of
    which it says something else than what stands.
    """

    kind: SourceKind
    place: Place
    given: tuple[str, ...]
    overruled: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """One work, however often it appears.

    `title` and `abstract` are the readings that stand outside digests: the title of the first
    dated appearance, the longest abstract. `other_abstracts` are the different ones.
    """

    id: Slug
    title: Text
    abstract: Text
    other_abstracts: tuple[Text, ...]
    authors: Authors
    arxiv_id: ArxivId | None
    published: date | None
    code_url: str
    venues: tuple[str, ...]
    """Spelt out: `NeurIPS 2024`."""
    appearances: tuple[Appearance, ...]
    """By date, undated last, then by digest and position."""
    url: str = ""
    """Where a source says that the paper is, if not at arXiv; http or https."""
    doi: str = ""
    categories: tuple[str, ...] = ()
    """Those of arXiv: `cs.CL`."""
    keywords: tuple[str, ...] = ()
    """As the first source gave them that gave any."""
    particulars: Particulars = Particulars()
    sources: tuple[FactSource, ...] = ()
    """Whence its facts come, in the order in which sources are believed."""
    redirects: tuple[Slug, ...]
    """Further slugs under which this paper was or may have been published, sorted."""

    @property
    def first_featured(self) -> date | None:
        """The date of the first dated appearance."""
        return self.appearances[0].date


@dataclass(frozen=True, slots=True, kw_only=True)
class Digest:
    """A digest after merging; `papers` are in the order in which they were received."""

    id: DigestId
    path: str
    date: date | None
    ordinal: int
    name: str
    format: str
    papers: tuple[Slug, ...]
    new: int
    """How many papers no earlier digest held; undated digests come last."""
    ledger: tuple[LedgerLine, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Corpus:
    """`papers` by id; `digests` by date (undated last) and ordinal.

    `shared_slugs`: a slug that more than one paper could claim, with those papers; its address
    names them all.
    """

    papers: dict[Slug, Paper]
    digests: tuple[Digest, ...]
    shared_slugs: dict[Slug, tuple[Slug, ...]]
    diagnostics: tuple[Diagnostic, ...]
