"""What there is under `/api/v1/`: every file, or every kind of file, in words."""

from collections.abc import Mapping
from dataclasses import dataclass

from generator.pages.api.schemas.shapes import SLUG, Schema, text

_JSON = "application/json"

HOLES: Mapping[str, Schema] = {
    "month": text("A month, as 2025-03, or undated.", "[0-9]{4}-[0-9]{2}|undated"),
    "paper": text("The last part of any address of a paper.", SLUG),
    "name": text("The name of a file, or `paper`.", "[a-z]+"),
}
"""What stands in the place of `{...}` in a path."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Resource:
    """A file, or with a hole in its path a kind of file."""

    path: str
    """From the folder of the data."""
    operation: str
    """What a program calls it by: `getPapers`."""
    name: str
    sentence: str
    media: str = _JSON
    schema: str = ""
    """The name of its schema; empty where it is no JSON of ours."""


RESOURCES = (
    Resource(
        path="papers.json",
        operation="getPapers",
        name="All papers",
        sentence="Every paper that is shown, with its texts as shown and as received, and every "
        "place in a digest.",
        schema="papers",
    ),
    Resource(
        path="papers.json.gz",
        operation="getPapersCompressed",
        name="All papers, compressed",
        sentence="The same file in the form of gzip, about a fifth as large.",
        media="application/gzip",
    ),
    Resource(
        path="papers.jsonl",
        operation="getPapersAsLines",
        name="All papers, as JSON Lines",
        sentence="The same records, a paper a line: to be read without holding all of them.",
        media="application/jsonl",
    ),
    Resource(
        path="papers.db",
        operation="getDatabase",
        name="All of it, as a database",
        sentence="A file of SQLite with full-text search, for sqlite3 or Datasette, about twice as "
        "large.",
        media="application/vnd.sqlite3",
    ),
    Resource(
        path="months.json",
        operation="getMonths",
        name="Months",
        sentence="The pages of all papers: a file a month, and how many papers are in it.",
        schema="months",
    ),
    Resource(
        path="months/{month}.json",
        operation="getPapersOfMonth",
        name="Papers of a month",
        sentence="Those that came for the first time in that month; undated, those without a date.",
        schema="papers",
    ),
    Resource(
        path="papers/{paper}.json",
        operation="getPaper",
        name="One paper",
        sentence="By the last part of its address; by a former one, too.",
        schema="paper",
    ),
    Resource(
        path="digests.json",
        operation="getDigests",
        name="Digests",
        sentence="Every digest, with its papers in their order and what became of its lines.",
        schema="digests",
    ),
    Resource(
        path="topics.json",
        operation="getTopics",
        name="Topics",
        sentence="All topics, with their numbers of papers.",
        schema="topics",
    ),
    Resource(
        path="tags.json",
        operation="getTags",
        name="Tags",
        sentence="All tags, with their other names and numbers of papers.",
        schema="tags",
    ),
    Resource(
        path="collections.json",
        operation="getCollections",
        name="Reading lists",
        sentence="All reading lists, with their papers in their order.",
        schema="collections",
    ),
    Resource(
        path="picks.json",
        operation="getPicks",
        name="Picks",
        sentence="What the curator recommends, and why.",
        schema="picks",
    ),
    Resource(
        path="related.json",
        operation="getRelated",
        name="Related papers",
        sentence="The papers near each one by what they say, how near, and the words of both.",
        schema="related",
    ),
    Resource(
        path="trends.json",
        operation="getTrends",
        name="Trends",
        sentence="Every month: its papers, and how many have which topic or tag.",
        schema="trends",
    ),
    Resource(
        path="addresses.json",
        operation="getAddresses",
        name="Addresses",
        sentence="Every address of a paper that answers, former ones too, and where it leads.",
        schema="addresses",
    ),
    Resource(
        path="openapi.json",
        operation="getDescription",
        name="Description",
        sentence="All of this as an OpenAPI document.",
    ),
    Resource(
        path="schemas/{name}.schema.json",
        operation="getSchema",
        name="Schemas",
        sentence="What every key of a file is, as JSON Schema.",
        media="application/schema+json",
    ),
)
