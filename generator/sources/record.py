"""The facts of one record: loose values under known names become `RawFacts`."""

from collections.abc import Callable, Mapping
from typing import Any

from generator.diagnostics import Place
from generator.identifiers import ArxivId
from generator.sources import values as v
from generator.sources.lines import quoted
from generator.sources.model import RawFacts

_TEXTS = ("summary", "summary_by", "submitted_by", "organisation", "comment", "journal_ref")
_WORDS = ("categories", "keywords", "venues")
_COUNTS = ("votes", "stars", "comments", "author_count")
_ADDRESSES: Mapping[str, Callable[[str], str]] = {
    "url": v.read_address,
    "code_url": v.read_repository,
    "project_url": v.read_address,
}
_AT_ARXIV = ("arxiv.org/", "huggingface.co/papers/", "hf.co/papers/")


def read_facts_of(
    title: str, place: Place, values: Mapping[str, object]
) -> tuple[RawFacts, list[str]]:
    """Read the values of a record; what stands there and cannot be read is told in words."""
    odd: list[str] = []
    known: dict[str, Any] = {}
    for name in _TEXTS:
        text = v.read_text(values.get(name))
        known[name] = "" if v.says_nothing(text) else text
    for name in _WORDS:
        known[name] = v.read_words(values.get(name))
    for name in _COUNTS:
        known[name] = _read(values, name, v.read_count, None, odd)
    for name, read in _ADDRESSES.items():
        known[name] = _read_text(values, name, read, "", odd)
    for name in ("published", "updated"):
        # Of a year or a month alone no day is made, and nothing is wrong with it.
        part = v.is_part_of_a_day(v.read_text(values.get(name)))
        known[name] = None if part else _read_text(values, name, v.read_day, None, odd)
    known["doi"] = _read_text(values, "doi", v.read_doi, "", odd)
    media = values.get("media")
    items = media if isinstance(media, list | tuple) else [media]
    known["media"] = tuple(filter(None, (v.read_address(v.read_text(item)) for item in items)))
    _read_authors(values, known)
    _read_arxiv_id(values, known, odd)
    if any(sign in known["url"] for sign in _AT_ARXIV) and known["arxiv_id"]:
        known["url"] = ""
    return RawFacts(title=title, place=place, **known), odd


def says_something(facts: RawFacts) -> bool:
    """Whether facts hold anything beyond the title that they are of."""
    return facts != RawFacts(title=facts.title, place=facts.place)


def _read(
    values: Mapping[str, object],
    name: str,
    read: Callable[[object], Any],
    nothing: object,
    odd: list[str],
) -> Any:  # each name has a type of its own
    value = values.get(name)
    if value is None or (isinstance(value, str) and not value.strip()):
        return nothing
    found = read(value)
    if found is None and not v.says_nothing(v.read_text(value)):
        odd.append(_say_odd(name, v.read_text(value) or str(type(value).__name__)))
    return nothing if found is None else found


def _read_text(
    values: Mapping[str, object],
    name: str,
    read: Callable[[str], Any],
    nothing: object,
    odd: list[str],
) -> Any:
    value = values.get(name)
    text = v.read_text(value)
    if value and isinstance(value, list | dict):
        odd.append(f"The {name.replace('_', ' ')} is no text.")
    if v.says_nothing(text):
        return nothing
    found = read(text)
    if not found:
        odd.append(_say_odd(name, text))
        return nothing
    return found


def _read_authors(values: Mapping[str, object], known: dict[str, Any]) -> None:
    value = values.get("authors")
    if isinstance(value, str) and v.is_first_of_several(value):
        known["first_author"] = v.read_first_author(value)
    else:
        known["authors"] = v.read_names(value)
    if not known.get("authors") and not known.get("first_author"):
        known["first_author"] = v.read_first_author(v.read_text(values.get("first_author")))
    if known.get("authors") or known["author_count"] == 0:
        known["author_count"] = None


def _read_arxiv_id(values: Mapping[str, object], known: dict[str, Any], odd: list[str]) -> None:
    """Take the id as given, else the only one that the record's addresses name."""
    found: tuple[ArxivId, int | None] | None = None
    text = v.read_text(values.get("arxiv_id"))
    if not v.says_nothing(text):
        found = v.read_arxiv_id(text)
        if found is None:
            odd.append(_say_odd("arxiv_id", text))
    if found is None:
        urls = values.get("urls")
        listed = list(urls) if isinstance(urls, list | tuple) else [urls]
        texts = [v.read_text(url) for url in (*listed, values.get("url"), values.get("doi"))]
        ids = dict.fromkeys(filter(None, (v.read_arxiv_id(text) for text in texts)))
        if len({id_ for id_, _ in ids}) == 1:
            found = max(ids, key=lambda id_: id_[1] or 0)
    known["arxiv_id"], known["arxiv_version"] = found or (None, None)


def _say_odd(name: str, text: str) -> str:
    return f"The {name.replace('_', ' ')} {quoted(text)} cannot be read."
