"""The JSON Schemas of the data for machines, published beside it: `/api/v1/schemas/`.

Format: https://json-schema.org/draft/2020-12. They say what will stay: a key may be added to a
record any day, so none is forbidden; none that is described here goes or changes its meaning.
"""

from collections.abc import Iterator, Mapping

from generator.pages.api.schemas.digests import DIGEST, MONTH, MONTH_FILE
from generator.pages.api.schemas.labels import COLLECTION, PICK, TAG, TOPIC
from generator.pages.api.schemas.papers import ADDRESS, PAPER, RELATED
from generator.pages.api.schemas.shapes import (
    LABEL,
    SLUG,
    Schema,
    list_of,
    nothing_or,
    record_of,
    text,
)
from generator.pages.json_text import render_json
from generator.pages.permalinks import API
from generator.pages.plan import PlannedFile

VERSION = 1
"""Of `/api/v1/`: another meaning of a key would be another version, at another address."""

RECORDS: Mapping[str, Schema] = {
    "Paper": PAPER,
    "Address": ADDRESS,
    "Digest": DIGEST,
    "MonthOfPapers": MONTH_FILE,
    "Topic": TOPIC,
    "Tag": TAG,
    "Collection": COLLECTION,
    "Pick": PICK,
    "Related": RELATED,
    "Month": MONTH,
}
"""What each record says, by its name."""

_LISTS = {
    "addresses": ("Address", "All addresses of papers that answer, by id."),
    "collections": ("Collection", "All reading lists, in the curators' order."),
    "digests": ("Digest", "All digests, by date, those without one last."),
    "months": ("MonthOfPapers", "All months from the first digest to the last; then no month."),
    "papers": ("Paper", "All papers of the file, by id."),
    "picks": ("Pick", "All papers that a curator recommends, the last featured first."),
    "related": ("Related", "All papers that are shown, by id."),
    "tags": ("Tag", "All tags, by id."),
    "topics": ("Topic", "All topics, in the curators' order."),
    "trends": ("Month", "All months from the first digest to the last."),
}
_ONE_PAPER = "paper"
NAMES = (*_LISTS, _ONE_PAPER)
"""Every schema, by the file that it describes, or by the kind of file."""


def schema_path(name: str) -> str:
    """Name a schema from the folder of the data."""
    return f"schemas/{name}.schema.json"


def plan_schemas() -> Iterator[PlannedFile]:
    for name in NAMES:
        schema = {
            "$schema": "https://json-schema.org/draft/2020-12/schema",
            "title": f"{name}.json",
            **describe_file(name, RECORDS),
        }
        content = render_json(schema, indent=2) + "\n"
        yield PlannedFile(path=API + schema_path(name), content=content)


def describe_file(name: str, records: Mapping[str, Schema]) -> Schema:
    """Describe a file; `records` says what stands in the place of each record."""
    return record_of(
        "Addresses are from the site's root, without a slash before. Keys may be added.",
        {
            "$schema": text("Where this schema is, from the file's own address."),
            "version": {"description": "Of the form of the data.", "const": VERSION},
            **_describe_content(name, records),
        },
    )


def _describe_content(name: str, records: Mapping[str, Schema]) -> Mapping[str, Schema]:
    if name != _ONE_PAPER:
        record, description = _LISTS[name]
        return {name: list_of(description, records[record])}
    return {
        "id": text("The last part of the address that was asked for.", SLUG),
        "to": list_of("Ids of the papers to which it leads.", LABEL, uniqueItems=True),
        "paper": nothing_or(
            records["Paper"], "The paper, under its own id; null where that is not one paper."
        ),
    }
