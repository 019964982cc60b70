"""What a feed says, before any format. Addresses are from the site's root, as in views."""

from dataclasses import dataclass
from datetime import date

from generator.pages.views import FeedLink, LinkView, Span, TagMark, TopicMark


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedEntry:
    """A paper as every feed has it, and mail could.

    `id` is a tag URI that never changes. `featured` is the day of its first dated digest, which is
    when it was published here, and when it last changed. Texts are clean, not yet escaped.
    """

    id: str
    url: str
    title: str
    featured: date
    authors: tuple[str, ...]
    """Names that are known; not more than the first where `authors_complete` is false."""
    authors_complete: bool
    facts: tuple[str, ...]
    """What stands behind the authors: "19 March 2024", "Wind 2024"."""
    note: str
    """A curator's note: Markdown, as it was written."""
    abstract: tuple[Span, ...]
    topics: tuple[TopicMark, ...]
    tags: tuple[TagMark, ...]
    arxiv_category: str
    """As `hep-th`; empty where none is known."""
    links: tuple[LinkView, ...]
    """Where the paper is elsewhere; the first is where to read it."""

    @property
    def labels(self) -> tuple[LinkView, ...]:
        """Its topics, then its tags."""
        topics = tuple(LinkView(label=topic.name, url=topic.url) for topic in self.topics)
        return topics + tuple(LinkView(label=tag.name, url=tag.url) for tag in self.tags)


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedDocument:
    """A document of a feed: the one to follow, or one of its archive.

    `stem` is its address without a suffix (`topics/agents/feed`), for there is one a format.
    `earlier` and `later` are the stems of its neighbours in the archive, where there are any.
    `entries` are newest first.
    """

    feed: FeedLink
    id: str
    description: str
    stem: str
    entries: tuple[FeedEntry, ...]
    earlier: str = ""
    later: str = ""
    turned_in_json: bool = True
    """Whether its archive is in JSON Feed, too; else in Atom alone."""

    @property
    def is_archive(self) -> bool:
        return self.stem != self.feed.stem

    @property
    def updated(self) -> date | None:
        """The day of its newest entry."""
        return self.entries[0].featured if self.entries else None


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedGroup:
    """Feeds of a kind, by the name that readers see."""

    name: str
    feeds: tuple[FeedLink, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Feeds:
    """All feeds of a site. `groups` are those that a list for readers names."""

    site_name: str
    documents: tuple[FeedDocument, ...] = ()
    groups: tuple[FeedGroup, ...] = ()
