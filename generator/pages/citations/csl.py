"""CSL-JSON, which pandoc and citation processors read: https://docs.citationstyles.org/."""

from typing import Any

from generator.corpus.names import Name
from generator.pages.citations.references import FIRST_AUTHOR_ONLY, Kind, Reference
from generator.pages.json_text import render_json

_TYPES = {
    Kind.PREPRINT: "article",
    Kind.CONFERENCE: "paper-conference",
    Kind.JOURNAL: "article-journal",
    Kind.OTHER: "document",
}


def render_csl(reference: Reference) -> str:
    """Write an item of CSL 1.0.2 on one line; what is not known is left out."""
    item: dict[str, Any] = {
        "id": reference.key,
        "type": _TYPES[reference.kind],
        "citation-key": reference.key,
        "title": reference.title,
        "author": [_make_name(name) for name in reference.authors],
        "issued": {"date-parts": [_date_parts(reference)]} if reference.year else None,
        "container-title": reference.venue,
        "publisher": "arXiv" if reference.kind is Kind.PREPRINT else "",
        "number": f"arXiv:{reference.arxiv_id}" if reference.kind is Kind.PREPRINT else "",
        "archive": "arXiv" if reference.arxiv_id else "",
        "archive_location": reference.arxiv_id,
        "DOI": reference.doi,
        "URL": reference.url,
        "note": FIRST_AUTHOR_ONLY if reference.first_author_only else "",
    }
    return render_json({key: value for key, value in item.items() if value})


def _date_parts(reference: Reference) -> list[int]:
    day = reference.published
    if day and reference.kind is Kind.PREPRINT:
        return [day.year, day.month, day.day]
    return [reference.year or 0]


def _make_name(name: Name) -> dict[str, str]:
    if not name.given:
        return {"literal": name.family}
    parts = {"family": name.family, "given": name.given, "suffix": name.suffix}
    return {key: value for key, value in parts.items() if value}
