"""From records to rows: a list within a record becomes a table of its own, in its order."""

from collections.abc import Iterable, Iterator
from typing import Any

from generator.pages.api.papers import Record

Row = dict[str, Any]
Placed = tuple[str, Row]
"""A table, and a row of it."""

_LISTED = "; "  # between names in one text
_OF_SOME = (
    "path", "votes", "stars", "comments", "submitted_by",
    "title", "title_raw", "abstract", "abstract_raw",
)  # fmt: skip
# Where the items of a paper's lists stand, and in which column.
_LISTS_OF_PAPER = {
    "authors": ("authors", "name"),
    "venues": ("venues", "venue"),
    "categories": ("categories", "category"),
    "keywords": ("keywords", "keyword"),
    "media": ("media", "url"),
    "topics": ("paper_topics", "topic"),
    "topics_by_rule": ("paper_topics_by_rule", "topic"),
    "tags": ("paper_tags", "tag"),
}


def spread(name: str, record: Record) -> Iterator[Placed]:
    """Give the rows of a record of the list `name`."""
    return _SPREADS[name](record)


def _spread_paper(paper: Record) -> Iterator[Placed]:
    its_own = {"paper": paper["id"]}
    others = {*_LISTS_OF_PAPER, "other_abstracts", "redirects", "links", "sources", "appearances"}
    yield "papers", _without(paper, others) | {"authors": _LISTED.join(paper["authors"])}
    for key, (table, column) in _LISTS_OF_PAPER.items():
        yield from _number(table, its_own, ({column: item} for item in paper[key]))
    yield from _number("other_abstracts", its_own, paper["other_abstracts"])
    yield from _number("sources", its_own, map(_join_facts, paper["sources"]))
    for name, url in paper["links"].items():
        yield "links", its_own | {"name": name, "url": url}
    for appearance in paper["appearances"]:
        yield "appearances", its_own | dict.fromkeys(_OF_SOME) | appearance


def _join_facts(source: Record) -> Row:
    return source | {key: _LISTED.join(source[key]) for key in ("gives", "overruled")}


def _spread_related(row: Record) -> Iterator[Placed]:
    near = (
        {
            "other": each["id"],
            "nearness": each["nearness"],
            "shared": _LISTED.join(each["shared"]),
        }
        for each in row["related"]
    )
    yield from _number("related", {"paper": row["id"]}, near)


def _spread_digest(digest: Record) -> Iterator[Placed]:
    yield "digests", _without(digest, {"papers", "ledger"})


def _spread_topic(topic: Record) -> Iterator[Placed]:
    yield "topics", topic


def _spread_tag(tag: Record) -> Iterator[Placed]:
    yield "tags", _without(tag, {"aliases"})
    aliases = ({"alias": alias} for alias in tag["aliases"])
    yield from _number("tag_aliases", {"tag": tag["id"]}, aliases)


def _spread_collection(collection: Record) -> Iterator[Placed]:
    yield "collections", _without(collection, {"papers"})
    listed = ({"paper": each["id"], "comment": each["comment"]} for each in collection["papers"])
    yield from _number("collection_papers", {"collection": collection["id"]}, listed)


def _spread_address(address: Record) -> Iterator[Placed]:
    for paper in address["to"] or [None]:
        yield "addresses", {"id": address["id"], "paper": paper}


_SPREADS = {
    "topics": _spread_topic,
    "tags": _spread_tag,
    "digests": _spread_digest,
    "papers": _spread_paper,
    "collections": _spread_collection,
    "related": _spread_related,
    "addresses": _spread_address,
}
LISTS = (*_SPREADS,)
"""The lists that the database holds, each after those that it refers to."""


def _number(table: str, its_own: Row, rows: Iterable[Row]) -> Iterator[Placed]:
    """Place rows in a table, each with whose it is and its number, from 1."""
    for position, row in enumerate(rows, 1):
        yield table, its_own | {"position": position} | row


def _without(record: Record, keys: set[str]) -> Row:
    return {key: value for key, value in record.items() if key not in keys}
