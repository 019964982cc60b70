"""A paper's own page, and an address that several papers share."""

from dataclasses import dataclass

from generator.pages.views.citations import CitationView
from generator.pages.views.marks import DateView, LinkView, OtherReading, Span, TagMark, TopicMark


@dataclass(frozen=True, slots=True, kw_only=True)
class TimelineItem:
    """One line of a paper's history, as "Published on [arXiv]" or "[Number 20 of 63] in ...".

    `text` stands before the link and `after` behind it; either may be empty, and `link` is None
    where there is nothing to link to.
    """

    date: DateView | None
    text: str
    link: LinkView | None
    after: str
    is_digest: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class WhyItem:
    """Why a paper has a topic or a tag: its name, and `“tool use” in the title`."""

    name: str
    because: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NeighbourView:
    """The papers before and after one in a digest. `place` names that, and leads to its card."""

    place: LinkView
    before: LinkView | None
    after: LinkView | None


@dataclass(frozen=True, slots=True, kw_only=True)
class RelatedView:
    """A paper that is near another, and the words that both say, as the other one has them."""

    title_spans: tuple[Span, ...]
    url: str
    authors: str
    published: DateView | None
    shared: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ParticularsView:
    """What sources say of a paper beside what every page shows; empty where none does."""

    summary: str = ""
    summary_origin: str = ""
    """Whose words the summary is: "Summary made by Hugging Face’s program"."""
    keywords: tuple[str, ...] = ()
    organisation: str = ""
    journal_ref: str = ""
    comment: str = ""
    media: tuple[LinkView, ...] = ()
    """"Film 1", "Film 2", "Picture": they lead to where these are."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperPage:
    title: str
    title_spans: tuple[Span, ...]
    """The title for HTML, where it may hold formulas."""
    authors: str
    """All names, or "First author: X", or "Authors not known"."""
    abstract: tuple[Span, ...]
    others: tuple[OtherReading, ...]
    note: str
    pick: bool
    topics: tuple[TopicMark, ...]
    tags: tuple[TagMark, ...]
    arxiv_id: str
    arxiv_url: str
    """Empty like `arxiv_id` where none is known."""
    published: DateView | None
    featured: DateView | None
    venue: str
    links: tuple[LinkView, ...]
    code: LinkView | None
    doi: LinkView | None = None
    timeline: tuple[TimelineItem, ...]
    digest_count: int
    collections: tuple[LinkView, ...] = ()
    """The reading lists that hold it."""
    why: tuple[WhyItem, ...] = ()
    """Its topics, then its tags."""
    related: tuple[RelatedView, ...] = ()
    """The papers near it, nearest first; none where none is near."""
    neighbours: tuple[NeighbourView, ...] = ()
    """A line for each of its digests, in the order of the timeline."""
    by: str = ""
    """"A, B and 4 others · 5 Jan 2024": what a reader's own list says of it."""
    former: tuple[str, ...] = ()
    """Slugs that were this paper's alone: a reader's marks may stand under them."""
    citations: tuple[CitationView, ...] = ()
    first_author_only: bool = False
    """Whether its citations name an author of perhaps several."""
    particulars: ParticularsView = ParticularsView()
    author_spans: tuple[Span, ...] = ()
    """`authors` with links to their pages; of very many the first."""
    crowd: tuple[Span, ...] = ()
    """The others, shown when they are asked for."""
    crowd_count: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class ChoicePage:
    """An address that several papers share, which names them all; or that of a hidden paper."""

    heading: str
    lead: str
    choices: tuple[LinkView, ...]
