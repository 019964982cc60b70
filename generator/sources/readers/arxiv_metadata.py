"""Lines of the arXiv metadata snapshot, an object each.

Source of the format: https://www.kaggle.com/datasets/Cornell-University/arxiv
"""

from collections.abc import Mapping
from typing import Any

from generator.sources.harvest import Harvest
from generator.sources.json_lines import read_first, read_object, read_objects
from generator.sources.reader import Confidence, Reading, Source, Spot
from generator.sources.values import read_text

_MARKS = ("authors_parsed", "versions", "update_date")


class ArxivMetadataReader:
    """Reads lines of arXiv's own metadata."""

    name = "arxiv-metadata"
    description = "JSON Lines of the arXiv metadata snapshot (with `authors_parsed`, `versions`)"

    def recognises(self, source: Source) -> Confidence:
        first: object = read_first(source)
        if first is None and len(source.lines) == 1:
            first = read_object(source.lines[0])
        if not isinstance(first, dict):
            return Confidence.NO
        return Confidence.CERTAIN if sum(m in first for m in _MARKS) > 1 else Confidence.NO

    def parse(self, source: Source) -> Reading:
        harvest = Harvest(source)
        for line, value in read_objects(source):
            spot = Spot(line=line.number, column=line.column)
            if isinstance(value, str):
                harvest.reject_broken(spot, value, line.text)
            else:
                harvest.take(spot, _name_values(value))
        return harvest.reading()


def _name_values(row: Mapping[str, Any]) -> dict[str, object]:
    versions = row.get("versions")
    versions = [v for v in versions if isinstance(v, dict)] if isinstance(versions, list) else []
    version = read_text(versions[-1].get("version")) if versions else ""
    id_ = read_text(row.get("id"))
    return {
        "title": row.get("title"),
        "abstract": row.get("abstract"),
        "arxiv_id": f"{id_}{version}" if id_ and version.startswith("v") else id_,
        "authors": _name_authors(row.get("authors_parsed")) or row.get("authors"),
        "doi": row.get("doi"),
        "published": versions[0].get("created") if versions else None,
        "updated": row.get("update_date"),
        "categories": read_text(row.get("categories")).split(),
        "comment": row.get("comments"),
        "journal_ref": row.get("journal-ref"),
        "submitted_by": row.get("submitter"),
    }


def _name_authors(parsed: object) -> list[str]:
    """Write `["Knot", "Ada B.", "Jr."]` as a name: given names, surname, what follows it."""
    names = []
    for parts in parsed if isinstance(parsed, list) else []:
        if isinstance(parts, list):
            last, given, after, *_ = (*map(read_text, parts), "", "", "")
            names.append(" ".join(filter(None, (given, last, after))))
    return names
