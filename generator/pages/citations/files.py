"""Files of citations: where they are, beside the page of a paper and of a list."""

from collections.abc import Sized

from generator.corpus.model import Paper
from generator.pages.citations.bibliography import Bibliography
from generator.pages.citations.formats import FORMATS, Format
from generator.pages.permalinks import paper_url
from generator.pages.views import CitationView, LinkView


def paper_file(paper: Paper, form: Format) -> str:
    """Give the address of a paper's file, `papers/some-slug/cite.bib`."""
    return f"{paper_url(paper.id)}cite.{form.suffix}"


def list_file(url: str, form: Format) -> str:
    """Give the address of the file of the list at `url`, `topics/agents/papers.bib`."""
    return f"{url}papers.{form.suffix}"


def link_list(url: str, papers: Sized) -> tuple[LinkView, ...]:
    """Link to the files of the list at `url`; one without papers has none."""
    if not papers:
        return ()
    return tuple(LinkView(label=form.name, url=list_file(url, form)) for form in FORMATS)


def show_citations(bibliography: Bibliography, paper: Paper) -> tuple[CitationView, ...]:
    """Show a paper in every format."""
    key = bibliography.reference(paper).key
    return tuple(
        CitationView(
            name=form.name,
            text=bibliography.file([paper], form),
            url=paper_file(paper, form),
            filename=f"{key}.{form.suffix}",
        )
        for form in FORMATS
    )
