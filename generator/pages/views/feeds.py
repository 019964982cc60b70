"""Feeds as pages name them, and the page that explains them."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedLink:
    """A feed: `name` as on its page ("Agents"), `title` as in a reader's program.

    `stem` is its address without a suffix: `topics/agents/feed`, to which `.xml` or `.json` comes.
    `anchor` is its place on the page that explains feeds.
    """

    name: str
    title: str
    stem: str
    page: str
    """The address of the page that it follows."""
    anchor: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedSection:
    """Feeds of a kind on the page that explains them; `id` is the section's."""

    id: str
    name: str
    feeds: tuple[FeedLink, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SubscribePage:
    """`everything` is the feed of the whole site, None where there are no feeds."""

    heading: str
    lead: str
    everything: FeedLink | None
    picks: FeedLink | None
    sections: tuple[FeedSection, ...]
    list_url: str
    """The list of all feeds, which programs read."""
