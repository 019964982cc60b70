"""One page of each kind of the real site, as a reader might come to it."""

import re
from pathlib import Path

PAGES = {
    "home": "",
    "digest": "2025/03/12/",
    "undated digest": "undated/language-modeling/",
    "digest, one topic": "2025/03/12/?topic=inference",
    "archive": "archive/",
    "year": "2025/",
    "month": "2025/03/",
    "topics": "topics/",
    "listing": "topics/agents/",
    "month of a listing": "topics/agents/2025-03/",
    "tags": "tags/",
    "trends": "trends/",
    "picks": "picks/",
    "collections": "collections/",
    "collection": "collections/{}/",
    "paper": "papers/{}/",
    "folder of papers": "papers/",
    "authors": "authors/",
    "author": "authors/{}/",
    "letter": "authors/letters/l/",
    "data": "about/data/",
    "reading list": "reading-list/",
    "subscribe": "subscribe/",
    "api": "api/",
    "search": "search/?q=speculative+decoding",
    "by hand": "about/",
    "missing": "no/such/page/",
}
"""Addresses from the root. Whatever is held in `{}` is the first of its folder."""

_KIND = re.compile(rb'class="bs bs-page-([\w-]+)')


def addresses(site: Path) -> dict[str, str]:
    """Give the address of each page of `PAGES` in a site."""
    return {name: _fill(site, path) for name, path in PAGES.items()}


def _fill(site: Path, path: str) -> str:
    folder, hole, rest = path.partition("{}")
    if not hole:
        return path
    first = min(child.name for child in (site / folder).iterdir() if child.is_dir())
    return f"{folder}{first}{rest}"


def kinds_of(site: Path) -> set[str]:
    """Name every kind of page that a site has, as its templates are called."""
    found = (_KIND.search(page.read_bytes()) for page in site.rglob("index.html"))
    return {match[1].decode() for match in found if match}
