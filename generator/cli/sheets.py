"""Papers as a table, as records, as a list in Markdown."""

import csv
import io
from collections.abc import Iterator, Sequence
from textwrap import indent
from typing import Any

from generator.corpus.model import Paper
from generator.output.plain.text import plain_link, plain_note, plain_text
from generator.pages.api import record_paper
from generator.pages.authors.bylines import by_line
from generator.pages.catalogue import Catalogue
from generator.pages.json_text import render_json

_COLUMNS = (
    "id", "title", "authors", "authors_complete", "arxiv_id", "published", "featured", "venues",
    "topics", "tags", "pick", "note", "arxiv", "pdf", "code", "abstract",
)  # fmt: skip
_LISTED = "; "
# What spreadsheets take for a formula: https://owasp.org/www-community/attacks/CSV_Injection.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def render_csv(catalogue: Catalogue, papers: Sequence[Paper]) -> str:
    """Write a table with a head (RFC 4180, UTF-8); lists are divided by semicolons.

    A text that a spreadsheet would take for a formula has an apostrophe before it.
    """
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(_COLUMNS)
    for paper in papers:
        record = record_paper(catalogue, paper)
        record |= record["links"]
        writer.writerow([_cell(record.get(column)) for column in _COLUMNS])
    return text.getvalue()


def _cell(value: Any) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    text = _LISTED.join(value) if isinstance(value, list) else str(value or "")
    return f"'{text}" if text.startswith(_FORMULA) else text


def render_jsonl(catalogue: Catalogue, papers: Sequence[Paper]) -> str:
    """Write records of the API, `api/v1/papers.json`, one a line."""
    return "".join(f"{render_json(record_paper(catalogue, paper))}\n" for paper in papers)


def render_markdown(catalogue: Catalogue, papers: Sequence[Paper]) -> str:
    """Write a list: title with its link, authors and date, and a curator's note as a quotation."""
    return "".join("".join(_list_paper(catalogue, paper)) for paper in papers)


def _list_paper(catalogue: Catalogue, paper: Paper) -> Iterator[str]:
    said = catalogue.said(paper)
    links = record_paper(catalogue, paper)["links"]
    address = links.get("arxiv") or next(iter(links.values()), "")
    title = said.title or "Untitled"
    yield f"- {plain_link(title, address) if address else plain_text(title)}"
    yield f"  \n  {plain_text(by_line(paper.authors))}"
    if paper.published:
        yield f", {paper.published.isoformat()}"
    if said.note:
        yield f"\n{indent(plain_note(said.note), '  ')}"
    yield "\n"
