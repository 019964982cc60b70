"""Feeds of papers: answers of arXiv's API, arXiv's RSS and Atom feeds, and others of their kind.

Formats: https://info.arxiv.org/help/api/user-manual.html, https://info.arxiv.org/help/rss.html. An
answer kept as JSON (`url`, `status_code`, `body`) is read through its body.
"""

import html
import re
from collections.abc import Iterator
from datetime import date

from generator.sources.harvest import Harvest
from generator.sources.reader import Confidence, Reading, Source, Spot
from generator.sources.values import read_arxiv_id, read_day
from generator.sources.xml_document import Element, XmlDocument, read_xml

_ROOTS = {"feed": "entry", "rss": "item", "RDF": "item"}
_ANNOUNCED = re.compile(r"\s*arXiv:\S{1,40}\s+Announce Type:\s*[\w-]{1,20}\s+Abstract:\s*")
_MAILBOX = re.compile(r"\A\s*\S{1,200}@\S{1,200}\s+\(([^()]{1,200})\)\s*\Z")
"""How RSS writes an author: `ada@knot.example (Ada Knot)`."""
_TAG = re.compile(r"</?[A-Za-z][^<>]{0,500}>")
_UPDATE_NOTE = re.compile(r"\s+\(arXiv:\S{1,40}(?:\s\[[\w.-]{1,20}\])?(?:\s\w{1,12})?\)\s*$")


class FeedReader:
    """Reads Atom and RSS whose entries are papers."""

    name = "feed"
    description = "Atom or RSS of papers (arXiv's API, arXiv's feeds, and others)"

    def recognises(self, source: Source) -> Confidence:
        document, _ = _find_feed(source)
        if document is None or document.root.name not in _ROOTS:
            return Confidence.NO
        return Confidence.CERTAIN if "arxiv.org" in source.text else Confidence.LIKELY

    def parse(self, source: Source) -> Reading:
        harvest = Harvest(source)
        document, body = _find_feed(source)
        if document is None:
            return harvest.reading()
        root = document.root
        days = set()
        open_line = 0
        for number, entry in enumerate(_list_entries(root)):
            path = f"{entry.name}[{number}]"
            spot = Spot(line=entry.line, column=entry.column, path=path, last_line=entry.last_line)
            if body:
                spot = Spot(line=body.line, column=body.column, path=f"body.{path}")
            if not entry.last_line:
                open_line = entry.line
                continue  # the file is broken within it
            if error := _find_error(entry):
                harvest.reject(spot, f"arXiv answers with an error, “{error}”", error)
            else:
                is_announced = _is_announced(entry)
                days.add(_read_posted(entry) if is_announced else None)
                harvest.take(spot, _name_values(entry, published=not is_announced))
        _head(harvest, document, open_line or document.line, body)
        day = days.pop() if len(days) == 1 else None
        harvest.see_day(day, Spot(line=root.line, column=root.column))
        harvest.end_xml(document, open_line, path="body" if body else "")
        return harvest.reading(day)


def _find_feed(source: Source) -> tuple[XmlDocument | None, Spot | None]:
    """Give the feed, and where it stands if it is the body of an answer kept as JSON."""
    if source.json and not source.json.is_list:
        body = source.json.find("body")
        if body and isinstance(body.value, str):
            return read_xml(body.value), source.spot(body.start, body.stop, "body")
        return None, None
    return source.xml, None


def _list_entries(root: Element) -> Iterator[Element]:
    name = _ROOTS[root.name]
    yield from root.children(name)
    for channel in root.children("channel"):
        yield from channel.children(name)


def _head(harvest: Harvest, document: XmlDocument, broken: int, body: Spot | None) -> None:
    """Account for what stands around the entries."""
    source = harvest.source
    if body:
        last = len(source.text.rstrip())
        harvest.head(source.spot(0, last))
        return
    entries = {
        n for e in _list_entries(document.root) for n in range(e.line, (e.last_line or e.line) + 1)
    }
    for line in source.lines:
        is_after = document.message and line.number >= broken
        if line.number not in entries and not is_after:
            harvest.head(Spot(line=line.number, column=line.column))


def _find_error(entry: Element) -> str:
    """Give what arXiv says is wrong; it says so in an entry, with HTTP 200 or 400."""
    if "arxiv.org/api/errors" in entry.text("id") or (
        entry.text("title") == "Error" and read_arxiv_id(entry.text("id")) is None
    ):
        return " ".join(entry.text("summary").split()) or "Error"
    return ""


def _is_announced(entry: Element) -> bool:
    """Whether the feed is that of a day's announcements, whose dates are those of the feed."""
    return bool(entry.find("announce_type")) or entry.name == "item"


def _read_posted(entry: Element) -> date | None:
    return read_day(entry.text("published") or entry.text("pubDate") or entry.text("date"))


def _name_values(entry: Element, *, published: bool) -> dict[str, object]:
    links = [link.attributes.get("href") or link.text() for link in entry.children("link")]
    summary = entry.text("summary") or entry.text("description") or entry.text("content")
    urls = [entry.text("id"), entry.text("guid"), *links]
    web = next((link for link in links if link.startswith("http")), "")
    categories = [
        category.attributes.get("term") or category.text()
        for category in (*entry.children("primary_category"), *entry.children("category"))
    ]
    authors = [
        _MAILBOX.sub(r"\1", author.text("name") or author.text())
        for author in entry.children("author")
    ]
    creators = [_plain(creator.text()) for creator in entry.children("creator")]
    return {
        "title": _UPDATE_NOTE.sub("", _plain(entry.text("title"))),
        "abstract": _plain(_ANNOUNCED.sub("", summary, count=1)),
        "urls": urls,
        "url": web,
        "doi": entry.text("doi"),
        "authors": authors or ("; ".join(creators) if len(creators) > 1 else "".join(creators)),
        "published": entry.text("published") if published else "",
        "updated": entry.text("updated") if published else "",
        "categories": categories,
        "comment": entry.text("comment"),
        "journal_ref": entry.text("journal_ref"),
    }


def _plain(text: str) -> str:
    """Take the mark-up out of a text that is HTML within XML."""
    if "<" in text:
        text = html.unescape(_TAG.sub("", text))
    return text.strip()
