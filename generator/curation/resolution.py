"""Curators' entries and reading lists beside the papers that they speak of."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from generator.corpus.model import Corpus
from generator.curation.merging import Corrections
from generator.curation.model import (
    Collection,
    CollectionEdit,
    ListedPaper,
    PaperEdit,
    Written,
)
from generator.curation.naming import PaperNames
from generator.diagnostics import Code, Diagnostic, Place
from generator.identifiers import Slug


@dataclass(frozen=True, slots=True, kw_only=True)
class ResolvedEdits:
    """Entries by the id of their paper in the corpus, and the corrections they ask for."""

    edits: Mapping[Slug, PaperEdit]
    corrections: Corrections
    findings: tuple[Diagnostic, ...]


def resolve_edits(edits: Iterable[PaperEdit], corpus: Corpus, names: PaperNames) -> ResolvedEdits:
    """Find the papers of all entries, and report those that are not, or not clearly, there.

    Corrected titles and addresses become names of their papers too.
    """
    found: dict[Slug, PaperEdit] = {}
    findings: list[Diagnostic] = []
    for edit in sorted(edits, key=lambda edit: edit.paper.place):
        paper, finding = names.find(edit.paper)
        if finding:
            findings.append(finding)
        elif paper in found:
            findings.append(_report_second_entry(edit, found[paper]))
        elif paper:
            found[paper] = edit
    for paper, edit in found.items():
        if edit.title:
            names.add_title(paper, edit.title)
    merges, merge_findings = _resolve_merges(found, names)
    slugs, slug_findings = _resolve_slugs(found, merges, corpus)
    for paper, slug in slugs.items():
        names.add_slug(paper, slug)
    return ResolvedEdits(
        edits=found,
        corrections=Corrections(
            merges=merges,
            slugs=slugs,
            abstracts={paper: edit.abstract for paper, edit in found.items() if edit.abstract},
            authors={paper: edit.authors for paper, edit in found.items() if edit.authors},
        ),
        findings=(*findings, *merge_findings, *slug_findings),
    )


def _report_second_entry(edit: PaperEdit, first: PaperEdit) -> Diagnostic:
    return Diagnostic(
        code=Code.DUPLICATE_PAPER,
        place=edit.paper.place,
        message=f"This paper has an entry already, “{first.paper.text}” in {first.paper.place}.",
        hint="Move what this entry says there, and delete it here.",
    )


def _resolve_merges(
    edits: Mapping[Slug, PaperEdit], names: PaperNames
) -> tuple[dict[Slug, Slug], list[Diagnostic]]:
    """Find for each merged paper the one that is left in the end."""
    into: dict[Slug, Slug] = {}
    findings = []
    for paper, edit in edits.items():
        if edit.merge_into:
            target, finding = names.find(edit.merge_into)
            if finding:
                findings.append(finding)
            elif target:
                into[paper] = target
    merges: dict[Slug, Slug] = {}
    in_circles: set[Slug] = set()
    for paper in into:
        way = [paper]
        while (target := into.get(way[-1])) and target not in way:
            way.append(target)
        if target is None:
            merges[paper] = way[-1]
        elif target == paper and paper not in in_circles:
            in_circles.update(way)
            written = edits[paper].merge_into
            if written:
                findings.append(_report_circle(way, written.place))
    return merges, findings


def _report_circle(way: list[Slug], place: Place) -> Diagnostic:
    if len(way) == 1:
        message = "The paper is merged into itself."
    else:
        steps = ", which is merged into ".join(f"`{slug}`" for slug in (*way[1:], way[0]))
        message = f"The merges go round in a circle: `{way[0]}` is merged into {steps}."
    return Diagnostic(
        code=Code.MERGE_CIRCLE,
        place=place,
        message=message,
        hint="Decide which of them stays, and delete its `merge_into`.",
    )


def _resolve_slugs(
    edits: Mapping[Slug, PaperEdit], merges: Mapping[Slug, Slug], corpus: Corpus
) -> tuple[dict[Slug, Slug], list[Diagnostic]]:
    """Give the new addresses that are free."""
    wanted = {paper: edit.slug for paper, edit in edits.items() if edit.slug}
    if not wanted:
        return {}, []
    owners: dict[str, set[Slug]] = {}
    for paper in corpus.papers.values():
        for slug in (paper.id, *paper.redirects):
            owners.setdefault(slug, set()).add(merges.get(paper.id, paper.id))
    for slug, papers in corpus.shared_slugs.items():
        owners.setdefault(slug, set()).update(merges.get(paper, paper) for paper in papers)
    slugs: dict[Slug, Slug] = {}
    findings = []
    for id_, written in wanted.items():
        others = owners.get(written.text, set()) - {id_}
        if others:
            findings.append(_report_taken(written, corpus, others))
        else:
            owners.setdefault(written.text, set()).add(id_)
            slugs[id_] = Slug(written.text)
    return slugs, findings


def _report_taken(slug: Written, corpus: Corpus, owners: Iterable[Slug]) -> Diagnostic:
    titles = " and ".join(f"“{corpus.papers[owner].title.clean}”" for owner in sorted(owners))
    return Diagnostic(
        code=Code.ADDRESS_TAKEN,
        place=slug.place,
        message=f"The address `{slug.text}` leads to {titles} already.",
        hint="Choose another one.",
    )


def resolve_collections(
    collections: Iterable[CollectionEdit], names: PaperNames, corrections: Corrections
) -> tuple[tuple[Collection, ...], list[Diagnostic]]:
    """Find the papers of all reading lists; one that a list names twice is reported."""
    findings: list[Diagnostic] = []
    resolved = []
    for collection in collections:
        listed: dict[Slug, ListedPaper] = {}
        for item in collection.papers:
            paper, finding = names.find(item.paper)
            if finding:
                findings.append(finding)
            if paper is None:
                continue
            id_ = corrections.new_id(paper)
            if id_ in listed:
                findings.append(
                    Diagnostic(
                        code=Code.DUPLICATE_PAPER,
                        place=item.paper.place,
                        message=f"“{item.paper.text}” stands in this list already.",
                        hint="Keep one of the two.",
                    )
                )
            listed.setdefault(id_, ListedPaper(id=id_, comment=item.comment))
        resolved.append(
            Collection(
                id=collection.id,
                name=collection.name,
                description=collection.description,
                papers=tuple(listed.values()),
                place=collection.place,
            )
        )
    return tuple(resolved), findings
