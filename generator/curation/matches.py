"""Records of providers that may be of a paper: `broadsheet enrich` asks, a curator answers."""

from collections.abc import Iterable, Sequence

from generator.curation.documents import Document
from generator.curation.merging import Corrections
from generator.curation.model import Match, MatchEdit, Written
from generator.curation.naming import PaperNames
from generator.curation.schema import MatchEntry
from generator.curation.validation import validate_entries
from generator.diagnostics import Code, Diagnostic, Place
from generator.identifiers import ArxivId, Slug

_SAID = {"true": True, "false": False}


def collect_matches(
    documents: Sequence[Document],
) -> tuple[tuple[MatchEdit, ...], tuple[Diagnostic, ...]]:
    """Make edits of the entries of `matches.yml`."""
    matches: list[MatchEdit] = []
    findings: list[Diagnostic] = []
    for document in documents:
        entries, found = validate_entries(document, MatchEntry)
        findings += found
        matches += (
            MatchEdit(
                paper=Written(text=entry.paper, place=document.place((number, "paper"))),
                record=ArxivId(entry.record),
                same=_SAID.get(entry.same),
                entry=document.place((number,)),
            )
            for number, entry in entries
        )
    return tuple(matches), tuple(findings)


def resolve_matches(
    edits: Iterable[MatchEdit], names: PaperNames, corrections: Corrections
) -> tuple[tuple[Match, ...], tuple[Diagnostic, ...]]:
    """Find the papers of all matches, by their ids after corrections.

    A paper that is gone is reported where a person has answered. What a program asked of it, and
    nobody has answered, is no mistake of anybody's.
    """
    found: dict[tuple[Slug, ArxivId], MatchEdit] = {}
    findings: list[Diagnostic] = []
    papers: dict[Slug, MatchEdit] = {}
    records: dict[ArxivId, MatchEdit] = {}
    for edit in edits:
        paper, unknown = names.find(edit.paper)
        if paper is None:
            if unknown and edit.same is not None:
                findings.append(unknown)
            continue
        paper = corrections.new_id(paper)
        if first := found.get((paper, edit.record)):
            findings.append(_report_double(edit, first))
            continue
        found[paper, edit.record] = edit
        if edit.same:
            if other := papers.get(paper):
                findings.append(_report_two("One paper", edit, other.record, other.entry))
            elif other := records.get(edit.record):
                findings.append(_report_two("One record", edit, other.paper.text, other.entry))
            papers.setdefault(paper, edit)
            records.setdefault(edit.record, edit)
    matches = (
        Match(paper=paper, record=record, same=edit.same) for (paper, record), edit in found.items()
    )
    return tuple(matches), tuple(findings)


def _report_double(edit: MatchEdit, first: MatchEdit) -> Diagnostic:
    return Diagnostic(
        code=Code.DUPLICATE_PAPER,
        place=edit.paper.place,
        message=f"This paper and the record {edit.record} stand together in {first.entry} already.",
        hint="Keep one of the two entries.",
    )


def _report_two(what: str, edit: MatchEdit, other: str, place: Place) -> Diagnostic:
    of = "records" if what == "One paper" else "papers"
    return Diagnostic(
        code=Code.TWO_RECORDS,
        place=edit.paper.place,
        message=f"{what} is said to be two {of}: here, and `{other}` in {place}.",
        hint="Write `same: false` for the one that is not meant.",
    )
