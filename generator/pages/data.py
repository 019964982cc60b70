"""Data quality: what became of every line, what is known, and what is amiss."""

from collections import Counter
from collections.abc import Iterable, Iterator

from generator.corpus.model import Paper
from generator.diagnostics import Diagnostic, Place, Severity, sort_diagnostics
from generator.pages.cards import Cards
from generator.pages.catalogue import Catalogue, Shelf
from generator.pages.ledger import add_up, count_lines, fold, note_double_lines
from generator.pages.permalinks import DATA, page_path, paper_url
from generator.pages.plan import PlannedPage
from generator.pages.views import (
    DataPage,
    FindingView,
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
            total=add_up(rows, LinkView(label="All", url="")),
            months=tuple(fold(shelves, rows)),
            ledger_note=note_double_lines(rows),
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
