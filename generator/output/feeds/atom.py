"""Atom, with an archive.

Format: https://www.rfc-editor.org/rfc/rfc4287 and, section 4, https://www.rfc-editor.org/rfc/rfc5005
"""

from collections.abc import Iterable
from xml.etree.ElementTree import Element, SubElement, tostring

from generator.output.escape import printable
from generator.output.feeds.dates import instant
from generator.output.feeds.paper_html import UNKNOWN, paper_html
from generator.pages.feeds.model import FeedDocument, FeedEntry
from generator.pages.permalinks import TAGS, TOPICS

SUFFIX = ".xml"
MEDIA_TYPE = "application/atom+xml"

_NAMESPACES = {
    "xmlns": "http://www.w3.org/2005/Atom",
    "xmlns:fh": "http://purl.org/syndication/history/1.0",
    "xml:lang": "en",
}
_ARXIV_SCHEME = "http://arxiv.org/schemas/atom"
_RIGHTS = "Titles and abstracts belong to their authors."
_GENERATOR = "Broadsheet"
_LOOKS = "assets/feed.css"  # for somebody who opens a feed in a browser


def render_atom(
    document: FeedDocument, entries: Iterable[str], *, site_name: str, site_url: str
) -> str:
    """Write a document of a feed; `entries` are its entries, written by `render_entry`."""
    feed = Element("feed", _NAMESPACES)
    _add(feed, "id", document.id)
    _add(feed, "title", document.feed.title)
    _add(feed, "subtitle", document.description)
    _add(feed, "updated", instant(document.updated))
    author = SubElement(feed, "author")
    _add(author, "name", site_name)
    _add(author, "uri", site_url)
    _add(feed, "rights", _RIGHTS)
    _add(feed, "generator", _GENERATOR)
    _link(feed, "alternate", site_url + document.feed.page, "text/html")
    _link(feed, "self", f"{site_url}{document.stem}{SUFFIX}", MEDIA_TYPE)
    if document.is_archive:
        SubElement(feed, "fh:archive")
        _link(feed, "current", f"{site_url}{document.feed.stem}{SUFFIX}", MEDIA_TYPE)
    for relation, stem in (("prev", document.earlier), ("next", document.later)):
        if stem:
            _link(feed, f"{relation}-archive", f"{site_url}{stem}{SUFFIX}", MEDIA_TYPE)
    head = tostring(feed, encoding="unicode").removesuffix("</feed>")
    looks = f'<?xml-stylesheet type="text/css" href="{"../" * document.stem.count("/")}{_LOOKS}"?>'
    declaration = '<?xml version="1.0" encoding="utf-8"?>'
    return "\n".join((declaration, looks, head, *entries, "</feed>\n"))


def render_entry(paper: FeedEntry, site_url: str) -> str:
    """Write a paper, the same for every feed of the site."""
    entry = Element("entry")
    _add(entry, "id", paper.id)
    _add(entry, "title", paper.title)
    _add(entry, "published", instant(paper.featured))
    _add(entry, "updated", instant(paper.featured))
    for name in paper.authors or (UNKNOWN,):
        _add(SubElement(entry, "author"), "name", name)
    for root, marks in ((TOPICS, paper.topics), (TAGS, paper.tags)):
        for mark in marks:
            term = mark.url.removeprefix(root).rstrip("/")
            category = {"term": term, "scheme": site_url + root, "label": printable(mark.name)}
            SubElement(entry, "category", category)
    if paper.arxiv_category:
        SubElement(entry, "category", {"term": paper.arxiv_category, "scheme": _ARXIV_SCHEME})
    _link(entry, "alternate", site_url + paper.url, "text/html")
    for link in paper.links:
        _link(entry, "related", link.url, title=link.label)
    _add(entry, "content", paper_html(paper, site_url), type="html")
    return tostring(entry, encoding="unicode")


def _add(parent: Element, tag: str, text: str, **attributes: str) -> None:
    SubElement(parent, tag, attributes).text = printable(text)


def _link(parent: Element, relation: str, url: str, media_type: str = "", title: str = "") -> None:
    attributes = {"rel": relation, "type": media_type, "href": printable(url), "title": title}
    known = {name: printable(value) for name, value in attributes.items() if value}
    SubElement(parent, "link", known)
