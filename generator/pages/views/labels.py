"""Pages by subject: topics, tags, picks, reading lists."""

from dataclasses import dataclass

from generator.pages.views.charts import Columns
from generator.pages.views.lists import CardSection
from generator.pages.views.marks import LinkView, TagMark, TopicMark
from generator.pages.views.trends import Shares


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicRow:
    mark: TopicMark
    count: int
    description: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicFamily:
    """`count` is the number of papers with at least one of its topics, each once."""

    name: str
    count: int
    rows: tuple[TopicRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicsPage:
    lead: str
    families: tuple[TopicFamily, ...]
    none_count: int
    """Papers without a topic."""
    none_url: str
    """Where they are listed; empty where there are none."""
    history: Shares | None
    """When the papers of each topic came."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ListingPage:
    """A topic's or a tag's page, or one month of it."""

    eyebrow: LinkView
    family: str
    heading: str
    mark: TopicMark | None
    lead: str
    count: int
    together: tuple[TopicMark, ...]
    together_tags: tuple[TagMark, ...]
    months: tuple[tuple[LinkView, int], ...]
    """The further pages of this listing, newest month first, undated last."""
    section: CardSection
    earlier: LinkView | None
    later: LinkView | None
    history: Columns | None = None
    """When its papers came, on the first page of a topic or tag that spans some time."""
    exports: tuple[LinkView, ...] = ()
    """Files of its papers for reference managers."""
    news: tuple[tuple[str, int], ...] = ()
    """The newest digests of the site, and how many of these papers each brought, newest first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TagsPage:
    lead: str
    top: tuple[TagMark, ...]
    """The most used ones."""
    letters: tuple[tuple[str, tuple[TagMark, ...]], ...]
    """Only letters that have a tag; the page draws the whole alphabet."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CollectionRow:
    """A reading list among all: `count` papers, and for whom it is."""

    link: LinkView
    count: int
    description: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CollectionsPage:
    """All reading lists, in the order in which they are written."""

    lead: str
    rows: tuple[CollectionRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CollectionPage:
    """A reading list. The cards are in the curator's order, each with the comment as its note."""

    eyebrow: LinkView
    heading: str
    lead: str
    section: CardSection
    exports: tuple[LinkView, ...] = ()
    """Files of its papers for reference managers."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadingListPage:
    """The reader's own list, which the reader's browser fills in."""

    heading: str
    lead: str
