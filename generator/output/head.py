"""What a page's head holds beside its title: `meta` elements, and JSON-LD for search engines.

It goes through front matter as HTML that is ready, since themes differ in how they escape.
"""

import re

from generator.output.escape import html_text
from generator.pages.json_text import render_json
from generator.pages.plan import PageHead

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


def _inert_json(value: object) -> str:
    """Write JSON that ends no script and holds, in its texts, no brace that a plugin acts on."""
    text = render_json(value)
    return _STRING.sub(lambda match: match[0].replace("{", "\\u007b").replace("}", "\\u007d"), text)
