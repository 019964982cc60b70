"""Our own form of a digest: what any reader read, written so that it reads back as the same.

JSON, with a paper a line: `{"broadsheet": 1, "papers": [...]}`. A key of which nothing is known is
left out. `schemas/digest.schema.json`, for those who write such files, is made of the table here.
"""

import json
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import Any

from generator.diagnostics import Place
from generator.sources import values as v
from generator.sources.model import RawEntry, RawFacts

VERSION = 1
_ARXIV_ID = r"^(?:[0-9]{4}\.[0-9]{4,5}|[a-z][a-z-]*(?:\.[A-Z]{2})?/[0-9]{7})$"


def _text(value: object) -> str | None:
    return value if isinstance(value, str) and value else None


def _texts(value: object) -> tuple[str, ...] | None:
    if isinstance(value, list) and value and all(isinstance(x, str) and x for x in value):
        return tuple(value)
    return None


def _number(value: object) -> int | None:
    is_number = isinstance(value, int) and not isinstance(value, bool)
    return value if is_number and isinstance(value, int) and value >= 0 else None


def _day(value: object) -> date | None:
    return v.read_day(value) if isinstance(value, str) and len(value) == len("2031-05-06") else None


def _address(value: object) -> str | None:
    return (v.read_address(value) or None) if isinstance(value, str) else None


def _addresses(value: object) -> tuple[str, ...] | None:
    texts = _texts(value)
    return texts if texts and all(map(v.read_address, texts)) else None


def _arxiv_id(value: object) -> str | None:
    found = v.read_arxiv_id(value) if isinstance(value, str) else None
    return found[0] if found and found[0] == value else None


_TEXT: Mapping[str, Any] = {"type": "string", "minLength": 1}
_LIST: Mapping[str, Any] = {"type": "array", "items": _TEXT, "minItems": 1}
_COUNT: Mapping[str, Any] = {"type": "integer", "minimum": 0}
_DAY: Mapping[str, Any] = {"type": "string", "format": "date", "pattern": r"^\d{4}-\d{2}-\d{2}$"}
_WEB: Mapping[str, Any] = {"type": "string", "pattern": "^[hH][tT][tT][pP][sS]?://"}
_FACTS: Mapping[str, tuple[Callable[[object], object], Mapping[str, Any], str]] = {
    "arxiv_id": (_arxiv_id, {"type": "string", "pattern": _ARXIV_ID}, "Without a version."),
    "arxiv_version": (_number, _COUNT, "That of the version that was listed."),
    "doi": (_text, _TEXT, "Without an address before it."),
    "authors": (_texts, _LIST, "All of them, in their order."),
    "first_author": (_text, _TEXT, "Where the others are not known."),
    "author_count": (_number, _COUNT, "Where only their number is known."),
    "organisation": (_text, _TEXT, "Whose paper it is."),
    "published": (_day, _DAY, "The day of first publication."),
    "updated": (_day, _DAY, "The day of the last change."),
    "categories": (_texts, _LIST, "Those of arXiv, the primary one first."),
    "keywords": (_texts, _LIST, "As the source gave them."),
    "summary": (_text, _TEXT, "A sentence or two beside the abstract."),
    "summary_by": (_text, _TEXT, "Whose program wrote the summary, if one did."),
    "url": (_address, _WEB, "Where the paper is, if not at arXiv."),
    "code_url": (_address, _WEB, "Where the code is."),
    "project_url": (_address, _WEB, "The page of the project."),
    "media": (_addresses, {"type": "array", "items": _WEB, "minItems": 1}, "Pictures and films."),
    "votes": (_number, _COUNT, "On the day of the digest."),
    "stars": (_number, _COUNT, "Of the code, on the day of the digest."),
    "comments": (_number, _COUNT, "How many readers spoke of it by then."),
    "submitted_by": (_text, _TEXT, "Who put it on the list."),
    "comment": (_text, _TEXT, "The authors' own remark."),
    "journal_ref": (_text, _TEXT, "Where it appeared."),
    "venues": (_texts, _LIST, "Venue codes, such as nips2024."),
}


def render_digest(entries: Iterable[RawEntry]) -> str:
    """Write papers in our own form, a line each, which `read_paper` reads back as the same."""
    lines = ",\n".join(_render(entry) for entry in entries)
    return f'{{"broadsheet": {VERSION}, "papers": [\n{lines}\n]}}\n'


def _render(entry: RawEntry) -> str:
    record: dict[str, Any] = {"title": entry.title}
    if entry.abstract:
        record["abstract"] = entry.abstract
    for name in _FACTS if entry.facts else ():
        value = getattr(entry.facts, name)
        if value not in (None, "", ()):
            record[name] = value.isoformat() if isinstance(value, date) else value
    return json.dumps(record, ensure_ascii=False).replace("\x7f", "\\u007f")


def read_paper(record: Mapping[str, object], place: Place) -> tuple[RawEntry | None, list[str]]:
    """Read a paper; what is wrong is told in words. Without a title it is none."""
    odd: list[str] = []
    known: dict[str, Any] = {}
    for key, value in record.items():
        if key in {"title", "abstract"}:
            continue
        if key not in _FACTS:
            odd.append(f"There is no key “{key[:40]}”.")
        elif (found := _FACTS[key][0](value)) is None:
            odd.append(f"The value of “{key}” is none that it may have.")
        else:
            known[key] = found
    title, abstract = record.get("title"), record.get("abstract", "")
    if not isinstance(title, str) or not title.strip():
        return None, odd
    if not isinstance(abstract, str):
        odd.append("The value of “abstract” is none that it may have.")
        abstract = ""
    facts = RawFacts(title=title, place=place, **known) if known else None
    entry = RawEntry(title=title, abstract=abstract, place=place, abstract_place=place, facts=facts)
    return entry, odd


def render_digest_schema() -> str:
    """Give the JSON Schema of our own form."""
    properties = {
        "title": {"type": "string", "pattern": r"\S", "description": "As received."},
        "abstract": {"type": "string", "description": "As received."},
        **{name: {**schema, "description": said} for name, (_, schema, said) in _FACTS.items()},
    }
    paper = {
        "type": "object",
        "properties": properties,
        "required": ["title"],
        "additionalProperties": False,
    }
    schema = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "content/digests: a digest in our own form",
        "type": "object",
        "properties": {
            "$schema": {"type": "string"},
            "broadsheet": {"const": VERSION, "description": "The version of the form."},
            "date": {**_DAY, "description": "Its day; the name of the file counts."},
            "papers": {"type": "array", "items": paper, "description": "In their order."},
        },
        "required": ["broadsheet", "papers"],
        "additionalProperties": False,
    }
    return json.dumps(schema, indent=2, ensure_ascii=False) + "\n"
