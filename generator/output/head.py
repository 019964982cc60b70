"""What a page's head holds beside its title: `meta` elements, JSON-LD, feeds, a picture.

It goes through front matter as HTML that is ready, since themes differ in how they escape.
"""

import re

from generator.output.escape import html_address, html_text
from generator.output.feeds.formats import FORMATS
from generator.output.pictures.drawing import HEIGHT, WIDTH
from generator.pages.json_text import render_json
from generator.pages.plan import PageHead, PlannedPicture
from generator.pages.views import FeedLink

_STRING = re.compile(r'"(?:[^"\\]|\\.)*"')


def render_head(head: PageHead, *, address: str) -> str:
    """Write the elements on one line. `address` is the page's own, or empty where none is known."""
    elements = [
        f'<meta name="{html_text(name)}" content="{html_text(content)}">'
        for name, content in head.meta
    ]
    if address and head.meta:
        elements.append(f'<meta name="citation_abstract_html_url" content="{html_text(address)}">')
    if head.data:
        data = {**head.data, "url": address} if address else head.data
        elements.append(f'<script type="application/ld+json">{_inert_json(data)}</script>')
    return "".join(elements)


def render_alternates(feed: FeedLink) -> str:
    """Announce the feed that follows a page, beside which it lies, in each format.

    That of the whole site is announced by the theme, on every page.
    """
    if not feed.page:
        return ""
    return "".join(
        f'<link rel="alternate" type="{media_type}" title="{html_text(feed.title)}" '
        f'href="{html_address(feed.stem.removeprefix(feed.page) + suffix)}">'
        for media_type, suffix in FORMATS
    )


def render_picture(picture: PlannedPicture, *, site_url: str) -> str:
    """Name what stands for a page elsewhere: https://ogp.me and the cards of Twitter.

    Without the address of the site there is none, since the picture's must be whole.
    """
    if not site_url:
        return '<meta name="twitter:card" content="summary">'
    address = html_text(site_url + picture.path)
    said = html_text(picture.said)
    return (
        f'<meta property="og:image" content="{address}">'
        f'<meta property="og:image:type" content="image/png">'
        f'<meta property="og:image:width" content="{WIDTH}">'
        f'<meta property="og:image:height" content="{HEIGHT}">'
        f'<meta property="og:image:alt" content="{said}">'
        '<meta name="twitter:card" content="summary_large_image">'
    )


def _inert_json(value: object) -> str:
    """Write JSON that ends no script and holds, in its texts, no brace that a plugin acts on."""
    text = render_json(value)
    return _STRING.sub(lambda match: match[0].replace("{", "\\u007b").replace("}", "\\u007d"), text)
