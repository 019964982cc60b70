"""Data quality: what became of every line, what is known, and what is amiss."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from generator.corpus.model import Paper
from generator.diagnostics import Diagnostic, Place, Severity, sort_diagnostics
from generator.pages.cards import Cards
from generator.pages.catalogue import Catalogue, Shelf
from generator.pages.permalinks import DATA, page_path, paper_url
from generator.pages.plan import PlannedPage
from generator.pages.views import (
    DataPage,
    FindingView,
    LedgerRow,
    LinkView,
    Meter,
    RejectedView,
)
from generator.pages.words import capitalised, counted, joined
from generator.sources.model import LineKind

_LEAD = (
    "Every line of every digest is either a paper or accounted for here. "
    "Nothing is dropped without a word, and nothing is guessed."
)


def plan_data(cards: Cards, findings: Iterable[Diagnostic]) -> PlannedPage:
    """Plan the page on data quality; `findings` come on top of those the corpus holds."""
    catalogue = cards.catalogue
    curated = catalogue.curated
    found = sort_diagnostics((*findings, *curated.corpus.diagnostics, *curated.diagnostics))
    shelves = tuple(catalogue.shelves.values())
    rows = tuple(count_lines(shelf) for shelf in shelves)
    return PlannedPage(
        path=page_path(DATA),
        template="data.md.j2",
        title="Data quality",
        description=_LEAD,
        updated=catalogue.newest,
        view=DataPage(
            lead=_LEAD,
            rows=rows,
            total=_add_up(rows),
            ledger_note=_note_double_lines(rows),
            known=tuple(_measure(catalogue)),
            findings=tuple(_view_finding(finding) for finding in found),
            findings_note=_note_findings(found),
            rejected=tuple(_list_rejected(shelves)),
            hidden=tuple(
                (catalogue.said(paper).title, catalogue.said(paper).hidden)
                for paper in sorted(catalogue.hidden, key=lambda paper: paper.id)
            ),
            same_titles=tuple(_list_same_titles(catalogue)),
        ),
    )


def count_lines(shelf: Shelf) -> LedgerRow:
    """Count what became of a digest's lines; `papers` counts entries, hidden ones too."""
    ledger = shelf.digest.ledger
    kinds = Counter(line.kind for line in ledger)
    return LedgerRow(
        link=LinkView(label=shelf.label, url=shelf.url),
        lines=len({(line.line, line.path) for line in ledger}),
        headers=kinds[LineKind.HEADER],
        titles=kinds[LineKind.TITLE],
        abstracts=kinds[LineKind.ABSTRACT],
        facts=kinds[LineKind.FACT],
        records=kinds[LineKind.RECORD],
        rejected=kinds[LineKind.REJECTED],
        papers=shelf.received,
        new=shelf.digest.new,
    )


def _add_up(rows: Sequence[LedgerRow]) -> LedgerRow:
    return LedgerRow(
        link=LinkView(label="All", url=""),
        lines=sum(row.lines for row in rows),
        headers=sum(row.headers for row in rows),
        titles=sum(row.titles for row in rows),
        abstracts=sum(row.abstracts for row in rows),
        facts=sum(row.facts for row in rows),
        records=sum(row.records for row in rows),
        rejected=sum(row.rejected for row in rows),
        papers=sum(row.papers for row in rows),
        new=sum(row.new for row in rows),
    )


def _note_double_lines(rows: Sequence[LedgerRow]) -> str:
    kinds = sum(
        row.headers + row.titles + row.abstracts + row.facts + row.records + row.rejected
        for row in rows
    )
    double = kinds - sum(row.lines for row in rows)
    if not double:
        return ""
    hold = "holds two of these and counts" if double == 1 else "hold two of these and count"
    return f"{counted(double, 'line')} {hold} as both."


def _measure(catalogue: Catalogue) -> Iterator[Meter]:
    """Count what is known of the papers that are shown."""
    papers = catalogue.papers
    known = {
        "arXiv number": sum(paper.arxiv_id is not None for paper in papers),
        "First author": sum(bool(paper.authors.names) for paper in papers),
        "Date": sum(paper.published is not None for paper in papers),
        "All authors": sum(paper.authors.complete for paper in papers),
        "Code address": sum(bool(paper.code_url) for paper in papers),
        "A topic": len(papers) - len(catalogue.without_topic),
    }
    for name, count in known.items():
        share = 100 * count / len(papers) if papers else 0
        yield Meter(name=name, count=count, total=len(papers), percent=f"{share:.1f}")


def _view_finding(finding: Diagnostic) -> FindingView:
    return FindingView(
        severity=capitalised(finding.severity.value),
        code=finding.code.value,
        message=finding.message,
        hint=finding.hint,
        place=str(finding.place),
    )


def _note_findings(findings: Iterable[Diagnostic]) -> str:
    counts = Counter(finding.severity for finding in findings)
    parts = [counted(counts[severity], severity.value) for severity in Severity if counts[severity]]
    return joined(parts) or "Nothing is amiss"


def _list_rejected(shelves: Iterable[Shelf]) -> Iterator[RejectedView]:
    for shelf in shelves:
        for line in shelf.digest.ledger:
            if line.kind is LineKind.REJECTED:
                yield RejectedView(
                    place=str(
                        Place(
                            file=shelf.digest.path,
                            line=line.line,
                            column=line.column,
                            path=line.path,
                        )
                    ),
                    reason=line.reason,
                    text=line.text,
                )


def _list_same_titles(catalogue: Catalogue) -> Iterator[LinkView]:
    """Name each address that several papers share, and those papers' arXiv ids."""
    curated = catalogue.curated
    for slug, ids in sorted(curated.corpus.shared_slugs.items()):
        papers = [curated.corpus.papers[paper_id] for paper_id in sorted(ids)]
        shown = [paper for paper in papers if not catalogue.said(paper).hidden]
        if len(shown) > 1:
            yield LinkView(
                label=catalogue.said(shown[0]).title,
                url=paper_url(slug),
                note=joined([_name_id(paper) for paper in shown]),
            )


def _name_id(paper: Paper) -> str:
    return f"arXiv {paper.arxiv_id}" if paper.arxiv_id else "no arXiv number"
