"""A bibliography: every paper's citation in every format, each written once."""

from collections.abc import Iterable

from generator.corpus.model import Paper
from generator.identifiers import Slug
from generator.pages.catalogue import Catalogue
from generator.pages.citations.formats import Format
from generator.pages.citations.references import Reference, make_reference


class Bibliography:
    """Gives references and entries; the same papers are asked for by many lists."""

    def __init__(self, catalogue: Catalogue) -> None:
        self.catalogue = catalogue
        self._references: dict[Slug, Reference] = {}
        self._entries: dict[tuple[str, Slug], str] = {}

    def reference(self, paper: Paper) -> Reference:
        if (reference := self._references.get(paper.id)) is None:
            said = self.catalogue.said(paper)
            reference = make_reference(paper, said, self.catalogue.formulas.get(said.title, ()))
            self._references[paper.id] = reference
        return reference

    def entry(self, paper: Paper, form: Format) -> str:
        """Give one paper in a format."""
        place = (form.suffix, paper.id)
        if (entry := self._entries.get(place)) is None:
            entry = self._entries[place] = form.render(self.reference(paper))
        return entry

    def file(self, papers: Iterable[Paper], form: Format) -> str:
        """Give a file of papers in a format, in their order."""
        return form.join(self.entry(paper, form) for paper in papers)
