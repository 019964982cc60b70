"""JSON Feed. Format: https://www.jsonfeed.org/version/1.1/."""

from collections.abc import Iterable
from typing import Any

from generator.output.escape import printable
from generator.output.feeds.dates import instant
from generator.output.feeds.paper_html import paper_html
from generator.pages.feeds.model import FeedDocument, FeedEntry
from generator.pages.json_text import render_json

SUFFIX = ".json"
MEDIA_TYPE = "application/feed+json"

_VERSION = "https://jsonfeed.org/version/1.1"


def render_json_feed(document: FeedDocument, items: Iterable[str], *, site_url: str) -> str:
    """Write a document of a feed; `items` are its entries, written by `render_item`."""
    feed = {
        "version": _VERSION,
        "title": printable(document.feed.title),
        "home_page_url": site_url + document.feed.page,
        "feed_url": f"{site_url}{document.stem}{SUFFIX}",
        "description": printable(document.description),
        "language": "en",
    }
    if document.earlier and document.turned_in_json:
        feed["next_url"] = f"{site_url}{document.earlier}{SUFFIX}"
    head = render_json(feed).removesuffix("}")
    lines = ",\n".join(items)
    return f'{head},"items":[\n{lines}\n]}}\n'


def render_item(paper: FeedEntry, site_url: str) -> str:
    """Write a paper, the same for every feed of the site."""
    item: dict[str, Any] = {
        "id": paper.id,
        "url": site_url + paper.url,
        "title": printable(paper.title),
        "content_html": paper_html(paper, site_url),
        "date_published": instant(paper.featured),
    }
    if paper.links:
        item["external_url"] = paper.links[0].url
    if paper.authors:
        item["authors"] = [{"name": printable(name)} for name in paper.authors]
    if labels := [printable(label.label) for label in paper.labels]:
        item["tags"] = labels
    return render_json(item)
