"""Feeds -> files by their addresses. Each paper is written once a format, however many have it."""

from collections.abc import Callable, Iterator

from generator.output.feeds import atom, json_feed
from generator.output.feeds.opml import render_opml
from generator.pages.feeds.model import FeedEntry, Feeds
from generator.pages.permalinks import FEED_LIST

Write = Callable[[FeedEntry, str], str]


def render_feeds(feeds: Feeds, site_url: str) -> Iterator[tuple[str, bytes]]:
    """Give every file of feeds. `site_url` is where the site will be, with a slash at its end."""
    entries = _Written(atom.render_entry, site_url)
    items = _Written(json_feed.render_item, site_url)
    for document in feeds.documents:
        text = atom.render_atom(
            document,
            map(entries.give, document.entries),
            site_name=feeds.site_name,
            site_url=site_url,
        )
        yield document.stem + atom.SUFFIX, text.encode()
        if document.is_archive and not document.turned_in_json:
            continue
        text = json_feed.render_json_feed(
            document, map(items.give, document.entries), site_url=site_url
        )
        yield document.stem + json_feed.SUFFIX, text.encode()
    if feeds.documents:
        text = render_opml(feeds.groups, site_name=feeds.site_name, site_url=site_url)
        yield FEED_LIST, text.encode()


class _Written:
    """What was written of papers, by their ids."""

    def __init__(self, write: Write, site_url: str) -> None:
        self._write = write
        self._site_url = site_url
        self._texts: dict[str, str] = {}

    def give(self, entry: FeedEntry) -> str:
        if (text := self._texts.get(entry.id)) is None:
            text = self._texts[entry.id] = self._write(entry, self._site_url)
        return text
