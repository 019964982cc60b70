"""What a reader gets from a page: what it is called, says, and leads to."""

import hashlib
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import urljoin
from xml.etree import ElementTree as ET

import html5lib

Reading = dict[str, tuple[str, ...]]
"""By aspect, such as `headings`, what there is of it."""

_SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
_SPACE = re.compile(r"[ \t\n\r\f]+")
_NOT_SEEN = {"script", "style", "template"}
# What a theme brings for itself, under names that hold its version. Ours lies in `assets` alone.
_OF_THE_THEME = re.compile(r"assets/(?:images|javascripts|stylesheets)/")


def read_site(
    site: Path, *, address: str, only: frozenset[str] | None = None
) -> dict[str, Reading]:
    """Read a site published at `address`: pages and other files, by their address from there.

    Of `only` these files, named from the site's folder, where it is given.
    """
    found = {}
    for path in sorted(path for path in site.rglob("*") if path.is_file()):
        inner = path.relative_to(site).as_posix()
        if only is not None and inner not in only:
            continue
        if inner.endswith(".html"):
            url = inner.removesuffix("index.html")
            found[url] = read_page(path.read_bytes(), page=address + url, address=address)
        elif inner == "sitemap.xml":
            found[inner] = {"addresses": _read_sitemap(path.read_bytes())}
        elif not _OF_THE_THEME.match(inner):
            found[inner] = {"content": (hashlib.sha256(path.read_bytes()).hexdigest(),)}
    return found


def read_page(html: bytes, *, page: str, address: str) -> Reading:
    """Read the page at the address `page`.

    Where it leads to is told from the page's own address if that is on the page, else from
    `address`, the site's root.
    """
    root = html5lib.parse(html, treebuilder="etree", namespaceHTMLElements=False)
    seen = list(_seen(root))

    def lead(url: str) -> str:
        target = urljoin(page, url)
        inside = target.removeprefix(page)
        return inside if inside.startswith("#") else target.removeprefix(address) or "./"

    return {
        "title": tuple(_text(element) for element in seen if element.tag == "title"),
        "head": tuple(sorted(_head(root, lead))),
        "moved to": tuple(_moved(seen, lead)),
        "headings": tuple(
            f"{element.tag} {_text(element)}"
            for element in seen
            if re.fullmatch("h[1-6]", element.tag)
        ),
        "links": tuple(
            f"{_text(element) or element.get('aria-label')} → {lead(element.get('href', ''))}"
            for element in seen
            if element.tag == "a"
        ),
        "ids": tuple(element.get("id", "") for element in seen if element.get("id")),
        "cards": tuple(
            f"{element.get('id', '')} {_text(element)}"
            for element in seen
            if "bs-card" in element.get("class", "").split()
        ),
        "text": tuple(_pieces(root)),
    }


def _read_sitemap(xml: bytes) -> tuple[str, ...]:
    urls = ET.fromstring(xml).iter(f"{_SITEMAP}url")  # noqa: S314 - our own file
    return tuple(sorted(" ".join(part.text or "" for part in url) for url in urls))


def _is_hidden(element: ET.Element) -> bool:
    # Our style sheet hides the theme's link past the header, since the site has one of its own.
    return (
        not isinstance(element.tag, str)
        or element.tag in _NOT_SEEN
        or element.get("class") == "md-skip"
    )


def _seen(element: ET.Element) -> Iterator[ET.Element]:
    if not _is_hidden(element):
        yield element
        for child in element:
            yield from _seen(child)


def _head(root: ET.Element, lead: Callable[[str], str]) -> Iterator[str]:
    yield f"language {root.get('lang')}"
    for element in root.iter():
        # `generator` is there for an engine to name itself.
        name = element.get("name") or element.get("property")
        if element.tag == "meta" and name and name != "generator":
            yield f"{name}: {element.get('content')}"
        target = lead(element.get("href") or element.get("src") or "")
        if element.tag == "link" and not _OF_THE_THEME.match(target):
            yield f"{element.get('rel')}: {target}"
        if element.tag == "script" and element.get("src") and not _OF_THE_THEME.match(target):
            yield f"script: {target}"


def _moved(seen: list[ET.Element], lead: Callable[[str], str]) -> Iterator[str]:
    for element in seen:
        if element.tag == "meta" and element.get("http-equiv", "").lower() == "refresh":
            yield lead(element.get("content", "").partition("url=")[2])


def _pieces(element: ET.Element) -> Iterator[str]:
    """Every piece of text between two tags."""
    if _is_hidden(element):
        return
    yield from _clean(element.text)
    for child in element:
        yield from _pieces(child)
        yield from _clean(child.tail)


def _clean(text: str | None) -> Iterator[str]:
    if piece := _SPACE.sub(" ", text or "").strip(" "):
        yield piece


def _text(element: ET.Element) -> str:
    return _SPACE.sub(" ", "".join(element.itertext())).strip(" ")
