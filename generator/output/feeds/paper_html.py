"""A paper as HTML that stands anywhere: in a feed, in a mail.

Every address in it is absolute, it needs no style sheet, and nothing in it acts. It holds all that
is to be read of a paper here, so that nobody has to come for it.
"""

from collections.abc import Iterable

from generator.output.escape import html_address, html_text
from generator.output.notes import note_html
from generator.output.running_text import text_html
from generator.pages.feeds.model import FeedEntry
from generator.pages.views import Span

UNKNOWN = "Authors not known"


def paper_html(entry: FeedEntry, site_url: str) -> str:
    """Write all but the title: authors, a curator's note, the abstract, topics and tags, links."""
    labels = [(label.label, site_url + label.url) for label in entry.labels]
    links = [("On this site", site_url + entry.url)]
    links += [(link.label, link.url) for link in entry.links]
    return "".join(
        (
            f"<p>{html_text(by_line(entry))}</p>",
            f"<blockquote>{note_html(entry.note)}</blockquote>" if entry.note else "",
            f"<p>{abstract_html(entry.abstract)}</p>",
            f"<p>{_join(labels)}</p>" if labels else "",
            f"<p>{_join(links)}</p>",
        )
    )


def by_line(entry: FeedEntry) -> str:
    """Name all authors that are known, and say where and when the paper appeared."""
    names = ", ".join(entry.authors)
    if names and not entry.authors_complete:
        names = f"First author: {names}"
    return " · ".join((names or UNKNOWN, *entry.facts))


def abstract_html(spans: Iterable[Span]) -> str:
    """Write an abstract with its formulas, and with the addresses in it as links."""
    return text_html(spans, lambda span: link_html(span.text, span.url))


def link_html(label: str, url: str) -> str:
    """Write a link to an absolute address."""
    return f'<a href="{html_address(url)}">{html_text(label)}</a>'


def _join(links: Iterable[tuple[str, str]]) -> str:
    return " · ".join(link_html(label, url) for label, url in links)
