"""Programs of others that say whether a feed is one."""

import json
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

import feedparser
from jsonschema import Draft202012Validator
from lxml import etree

from tests.conftest import ROOT

ATOM = "{http://www.w3.org/2005/Atom}"
_DATA = ROOT / "tests/data/feeds"


@cache
def _atom_schema() -> etree.RelaxNG:
    return etree.RelaxNG(etree.parse(_DATA / "atom.rng"))


@cache
def _json_schema() -> Draft202012Validator:
    return Draft202012Validator(json.loads((_DATA / "json-feed.schema.json").read_text("utf-8")))


def find_faults(files: Mapping[str, bytes]) -> list[str]:
    """Judge all feeds among these files; no fault is an empty list."""
    return [
        f"{path}: {fault}"
        for path, content in files.items()
        for fault in (
            judge_atom(content)
            if path.endswith("feed.xml")
            else judge_json(content)
            if path.endswith("feed.json")
            else ()
        )
    ]


def judge_atom(content: bytes) -> Iterator[str]:
    """Find what RFC 4287 or feedparser has to say against a document."""
    root = etree.fromstring(content)
    schema = _atom_schema()
    if not schema.validate(root):
        yield str(schema.error_log.last_error)
    # The two rules of the RFC's schema that are Schematron, and what section 4 asks beyond it.
    for entry in root.iter(f"{ATOM}entry"):
        if entry.find(f"{ATOM}author") is None and root.find(f"{ATOM}author") is None:
            yield "an entry without an author"
        alternates = entry.findall(f"{ATOM}link[@rel='alternate']")
        if len(alternates) != 1:
            yield f"an entry with {len(alternates)} pages"
    ids = [entry.findtext(f"{ATOM}id") for entry in root.iter(f"{ATOM}entry")]
    if len(ids) != len(set(ids)):
        yield "two entries of one id"
    parsed = feedparser.parse(content, sanitize_html=False, resolve_relative_uris=False)
    if parsed.bozo:
        yield f"feedparser: {parsed.bozo_exception}"
    if [entry.id for entry in parsed.entries] != ids:
        yield "feedparser reads other entries"


def judge_json(content: bytes) -> Iterator[str]:
    """Find what JSON Feed's specification has to say against a document."""
    feed: dict[str, Any] = json.loads(content)
    for error in _json_schema().iter_errors(feed):
        yield f"{error.json_path}: {error.message[:200]}"
    ids = [item.get("id") for item in feed["items"]]
    if len(ids) != len(set(ids)):
        yield "two items of one id"
    if feed.get("next_url") == feed["feed_url"]:
        yield "a feed that goes on in itself"
