"""The forms in which providers give their lists, and what can go wrong with each."""

import json
from collections.abc import Sequence
from datetime import UTC, date, datetime
from html import escape
from typing import Protocol

from tests.desk.deliveries.lists import make_item, make_list
from tests.network.clock import NOON

_FEED = """<?xml version='1.0' encoding='UTF-8'?>
<feed xmlns:opensearch="http://a9.com/-/spec/opensearch/1.1/" xmlns="http://www.w3.org/2005/Atom">
  <id>https://arxiv.org/api/knots</id>
  <opensearch:totalResults>{total}</opensearch:totalResults>
  <opensearch:startIndex>0</opensearch:startIndex>
{entries}</feed>
"""
_ENTRY = """  <entry>
    <id>http://arxiv.org/abs/{id}v1</id>
    <title>{title}</title>
    <summary>{summary}</summary>
    <published>{published}</published>
    <comment>{votes} pages</comment>
    <author><name>Ada Knot</name></author>
  </entry>
"""


class Form(Protocol):
    """A provider's form. `drop`, `rename`, `undate` and `rewrite` change a list as it is sent."""

    base: str
    arguments: tuple[str, ...]
    ending: str
    now: datetime
    """When all days of the tests are over."""
    error: bytes
    said_of_error: str
    said_of_renamed: str
    tries_of_renamed: int

    def make(self, day: date, papers: int | Sequence[int] = 10, *, votes: int = 3) -> bytes: ...
    def drop(self, body: bytes, key: str) -> bytes: ...
    def rename(self, body: bytes) -> bytes: ...
    def undate(self, body: bytes) -> bytes: ...
    def rewrite(self, body: bytes) -> bytes: ...


class HuggingFace:
    base = "BROADSHEET_HF_URL"
    arguments = ("hf",)
    ending = "json"
    now = NOON
    error = b'{"error": "Internal"}'
    said_of_error = said_of_renamed = "has changed"
    tries_of_renamed = 1

    def make(self, day: date, papers: int | Sequence[int] = 10, *, votes: int = 3) -> bytes:
        return make_list(day, papers, votes=votes)

    def drop(self, body: bytes, key: str) -> bytes:
        items = json.loads(body)
        for item in items:
            item["paper"].pop(key, None)
        return json.dumps(items).encode()

    def rename(self, body: bytes) -> bytes:
        return body.replace(b'"paper":', b'"work":')

    def undate(self, body: bytes) -> bytes:
        return body.replace(b"submittedOnDailyAt", b"at")

    def rewrite(self, body: bytes) -> bytes:
        return json.dumps(json.loads(body), indent=2).encode()


def make_feed(
    day: date, papers: int | Sequence[int] = 10, *, votes: int = 3, total: int | None = None
) -> bytes:
    numbers = range(1, papers + 1) if isinstance(papers, int) else papers
    entries = []
    for number in numbers:
        paper = make_item(day, number)["paper"]
        assert isinstance(paper, dict)
        texts = {key: escape(str(paper[key])) for key in ("id", "title", "summary")}
        entries.append(_ENTRY.format(published=f"{day}T10:00:00Z", votes=votes, **texts))
    count = len(entries) if total is None else total
    return _FEED.format(entries="".join(entries), total=count).encode()


class Arxiv:
    base = "BROADSHEET_ARXIV_URL"
    arguments = ("arxiv", "--query", "cat:cs.RO")
    ending = "xml"
    now = datetime(2031, 5, 14, 12, tzinfo=UTC)
    error = _FEED.format(
        entries="<entry><id>https://arxiv.org/api/errors#bad</id><title>Error</title>"
        "<summary>malformed query</summary></entry>",
        total=1,
    ).encode()
    said_of_error = "no papers that can be read"
    said_of_renamed = "cut off or damaged"  # it counts papers, and shows none
    tries_of_renamed = 5

    def make(self, day: date, papers: int | Sequence[int] = 10, *, votes: int = 3) -> bytes:
        return make_feed(day, papers, votes=votes)

    def drop(self, body: bytes, key: str) -> bytes:
        lines = body.decode().splitlines(keepends=True)
        return "".join(line for line in lines if f"    <{key}>" not in line).encode()

    def rename(self, body: bytes) -> bytes:
        return body.replace(b"entry>", b"work>")

    def undate(self, body: bytes) -> bytes:
        return self.drop(body, "published")

    def rewrite(self, body: bytes) -> bytes:
        return body.replace(b"\n", b"\r\n")


FORMS: dict[str, Form] = {"hf": HuggingFace(), "arxiv": Arxiv()}
