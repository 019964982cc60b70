"""A list of all feeds, to be taken into a reader's program. Format: http://opml.org/spec2.opml."""

from collections.abc import Iterable
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from generator.output.escape import printable
from generator.output.feeds.atom import SUFFIX
from generator.pages.feeds.model import FeedGroup


def render_opml(groups: Iterable[FeedGroup], *, site_name: str, site_url: str) -> str:
    """Write the list, a group of feeds after the other."""
    opml = Element("opml", {"version": "2.0"})
    head = SubElement(opml, "head")
    SubElement(head, "title").text = printable(f"Feeds of {site_name}")
    SubElement(head, "ownerId").text = site_url
    body = SubElement(opml, "body")
    for group in groups:
        outline = SubElement(body, "outline", {"text": printable(group.name)})
        for feed in group.feeds:
            attributes = {
                "type": "rss",  # whatever the format: so the specification has it
                "text": feed.name,
                "title": feed.title,
                "xmlUrl": f"{site_url}{feed.stem}{SUFFIX}",
                "htmlUrl": site_url + feed.page,
            }
            SubElement(outline, "outline", {k: printable(v) for k, v in attributes.items()})
    indent(opml, space=" ")
    return f'<?xml version="1.0" encoding="utf-8"?>\n{tostring(opml, encoding="unicode")}\n'
