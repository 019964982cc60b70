"""RIS: https://en.wikipedia.org/wiki/RIS_(file_format), the tags of its specification of 2011."""

from typing import Any

import rispy

from generator.pages.citations.references import FIRST_AUTHOR_ONLY, Kind, Reference

_TYPES = {
    Kind.PREPRINT: "UNPB",  # an unpublished work
    Kind.CONFERENCE: "CONF",
    Kind.JOURNAL: "JOUR",
    Kind.OTHER: "GEN",
}


class _Writer(rispy.RisWriter):  # type: ignore[misc]
    def set_header(self, count: int) -> str:  # noqa: ARG002 - of the library; ours has no numbers
        return ""


def render_ris(reference: Reference) -> str:
    """Write a record, which ends in `ER  - `."""
    text: str = rispy.dumps([_make_record(reference)], implementation=_Writer)
    return text


def _make_record(reference: Reference) -> dict[str, Any]:
    published = reference.published
    record = {
        "type_of_reference": _TYPES[reference.kind],
        "id": reference.key,
        "title": reference.title,
        "authors": [name.inverted for name in reference.authors],
        "year": str(reference.year or ""),
        "date": f"{published:%Y/%m/%d}" if published and reference.kind is Kind.PREPRINT else "",
        "secondary_title": reference.venue,
        "name_of_database": "arXiv" if reference.arxiv_id else "",
        "accession_number": reference.arxiv_id or "",
        "doi": reference.doi,
        "urls": [reference.url] if reference.url else [],
        "notes": [FIRST_AUTHOR_ONLY] if reference.first_author_only else [],
    }
    return {key: value for key, value in record.items() if value}
