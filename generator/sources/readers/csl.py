"""Bibliographies as JSON: CSL-JSON, and what Zotero keeps of its items.

Formats: https://citeproc-js.readthedocs.io/en/latest/csl-json/markup.html and Better BibTeX JSON.
"""

import re
from collections.abc import Mapping
from typing import Any

from generator.sources.harvest import Harvest
from generator.sources.reader import Confidence, Reading, Source
from generator.sources.values import read_text

_JATS = re.compile(r"</?jats:[a-z-]{1,20}[^<>]{0,200}>")
_NO_PAPERS = frozenset({"attachment", "note", "annotation"})


class CslReader:
    """Reads items of a bibliography."""

    name = "csl-json"
    description = "CSL-JSON, or Zotero's items as JSON"

    def recognises(self, source: Source) -> Confidence:
        records = source.records
        items = [part.value for part in records.container.parts[:5]] if records else []
        if any(isinstance(item, dict) and _is_item(item) for item in items):
            return Confidence.CERTAIN
        return Confidence.NO

    def parse(self, source: Source) -> Reading:
        harvest = Harvest(source)
        records = source.records
        if records is None:
            return harvest.reading()
        for part in records.container.parts:
            spot = source.spot(part.start, part.stop, records.path(part))
            item = part.value
            if not isinstance(item, dict):
                harvest.reject(spot, "it is no object", source.text[part.start : part.stop])
            elif item.get("itemType") in _NO_PAPERS:
                kind = read_text(item["itemType"])
                harvest.leave_out(spot, f"it is of the kind “{kind}”", read_text(item.get("title")))
            else:
                harvest.take(spot, _name_values(item))
        harvest.end_json(records)
        return harvest.reading()


def _is_item(item: Mapping[str, Any]) -> bool:
    if "itemType" in item:
        return True
    authors = item.get("author")
    named = isinstance(authors, list) and any(
        isinstance(author, dict) and ("family" in author or "literal" in author)
        for author in authors
    )
    return "type" in item and (isinstance(item.get("issued"), dict) or named)


def _name_values(item: Mapping[str, Any]) -> dict[str, object]:
    creators = item.get("creators")
    if isinstance(creators, list):
        authors: object = [c for c in creators if isinstance(c, dict) and _is_author(c)]
    else:
        authors = item.get("author")
    extra = item.get("extra") or item.get("note")
    extras = extra if isinstance(extra, list) else read_text(extra).split("\n")
    journal = (
        _one(item.get("container-title")) or item.get("publicationTitle") or item.get("number")
    )
    url = item.get("URL") or item.get("url")
    # An id of arXiv may stand in any of these; the fields themselves mean something else.
    urls = [url, *extras, journal, item.get("archiveID"), item.get("number")]
    return {
        "title": _one(item.get("title")),
        "abstract": _JATS.sub("", read_text(item.get("abstract") or item.get("abstractNote"))),
        "authors": authors,
        "doi": item.get("DOI"),
        "published": _read_issued(item.get("issued")) or item.get("date"),
        "urls": [text if "rxiv" in text else "" for text in map(read_text, urls)],
        "url": url,
        "keywords": item.get("tags") or item.get("keyword"),
        "journal_ref": journal,
    }


def _one(value: object) -> object:
    """Give a text where Crossref gives a list of them, of which nearly always there is one."""
    return value[0] if isinstance(value, list) and value else value


def _is_author(creator: Mapping[str, Any]) -> bool:
    return creator.get("creatorType") in (None, "author")


def _read_issued(issued: object) -> str:
    """Write `{"date-parts": [[2031, 5, 6]]}` as a day, a month or a year."""
    if not isinstance(issued, dict):
        return ""
    parts = issued.get("date-parts")
    if isinstance(parts, list) and parts and isinstance(parts[0], list):
        numbers = [read_text(part) for part in parts[0][:3]]
        return "-".join(number.zfill(2) for number in numbers)
    return read_text(issued.get("raw")) or read_text(issued.get("literal"))
