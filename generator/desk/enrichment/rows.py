"""What a record says, as a line of a metadata file, and such lines put into a file."""

from collections.abc import Collection, Iterable
from dataclasses import replace
from typing import Any

from generator.desk.enrichment.gaps import Fact, Gap
from generator.desk.enrichment.outcomes import Record
from generator.desk.refusal import Refusal
from generator.diagnostics import Diagnostic, Place
from generator.identifiers import ArxivId, TitleKey, parse_arxiv_doi, title_key
from generator.sources.facts import parse_facts, render_facts
from generator.sources.facts_row import is_category
from generator.sources.lines import decode
from generator.sources.model import RawFacts

_NOWHERE = Place(file="")


def make_row(
    gap: Gap, record: Record, wanted: Collection[Fact]
) -> tuple[RawFacts | None, tuple[Fact, ...]]:
    """Make a line of what a record says that is wanted, and name it.

    There is none where it says nothing of that, or something that no line can hold.
    """
    said = _list_values(record)
    given = tuple(fact for fact in Fact if fact in wanted and said[fact])
    row = RawFacts(
        title=gap.title,
        place=_NOWHERE,
        **{"arxiv_id": record.arxiv_id, **{fact.value: said[fact] for fact in given}},
    )
    if not given or _read_back(row) != row:
        return None, ()
    return row, given


def put_rows(data: bytes | None, rows: Iterable[RawFacts], file: str) -> bytes:
    """Put lines into a file: what stands there stays, and what is not there is added.

    Raises Refusal where the file has a mistake.
    """
    known: dict[tuple[TitleKey, ArxivId | None], RawFacts] = {}
    for row in (*_read(data or b"", file), *rows):
        key = title_key(row.title), row.arxiv_id
        known[key] = _join(known[key], row) if key in known else row
    return render_facts(known.values()).encode()


def _list_values(record: Record) -> dict[Fact, Any]:
    facts = record.facts
    return {
        Fact.ARXIV_ID: record.arxiv_id,
        # The DOI that arXiv gives every paper says no more than its id.
        Fact.DOI: "" if parse_arxiv_doi(facts.doi) else facts.doi,
        Fact.AUTHORS: facts.authors,
        Fact.PUBLISHED: facts.published,
        Fact.CATEGORIES: tuple(filter(is_category, facts.categories)),
        Fact.CODE: facts.code_url,
    }


def _read_back(row: RawFacts) -> RawFacts | None:
    rows, _ = parse_facts(render_facts([row]), "")
    return replace(rows[0], place=_NOWHERE) if rows else None


def _read(data: bytes, file: str) -> tuple[RawFacts, ...]:
    text = decode(data, file)
    rows, findings = ((), (text,)) if isinstance(text, Diagnostic) else parse_facts(text, file)
    if findings:
        message = (
            f"{findings[0].place}: {findings[0].message} While there is a mistake in the file, "
            "nothing is added to it. See broadsheet check."
        )
        raise Refusal(message)
    return rows


def _join(row: RawFacts, other: RawFacts) -> RawFacts:
    """Add to a line what another says of which it is silent."""
    news = {fact.value: getattr(other, fact) for fact in Fact if not getattr(row, fact, None)}
    return replace(row, **news)
