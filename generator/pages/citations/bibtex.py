"""BibTeX, as arXiv gives it for its papers: https://info.arxiv.org/help/hypertex/bibstyles/."""

import re
from collections.abc import Iterator

from bibtexparser.entrypoint import write_string
from bibtexparser.library import Library
from bibtexparser.model import Entry, Field
from bibtexparser.writer import BibtexFormat

from generator.corpus.names import Name
from generator.pages.citations.capitals import mark_capitals
from generator.pages.citations.latex import latex_formula, latex_text
from generator.pages.citations.references import FIRST_AUTHOR_ONLY, Kind, Reference

_TYPES = {
    Kind.PREPRINT: "misc",
    Kind.CONFERENCE: "inproceedings",
    Kind.JOURNAL: "article",
    Kind.OTHER: "misc",
}
_VENUES = {Kind.CONFERENCE: "booktitle", Kind.JOURNAL: "journal", Kind.OTHER: "howpublished"}
# The names of months are macros that every style defines.
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
# An address is given as it is, for styles set it with a macro of its own; but it must not end the
# field.
_IN_ADDRESS = str.maketrans({"{": "%7B", "}": "%7D", "\\": "%5C", '"': "%22", " ": "%20"})
# What would end a name, or a part of one, outside of braces.
_ENDS_NAME = re.compile(r",|\band\b", re.IGNORECASE)


_LAYOUT = BibtexFormat()  # type: ignore[no-untyped-call]
_LAYOUT.indent = "  "


def render_bibtex(reference: Reference) -> str:
    """Write an entry."""
    fields = [Field(name, value) for name, value in _list_fields(reference)]
    library = Library([Entry(_TYPES[reference.kind], reference.key, fields)])
    return write_string(library, unparse_stack=[], bibtex_format=_LAYOUT)


def _list_fields(reference: Reference) -> Iterator[tuple[str, str]]:
    yield "title", f"{{{''.join(_write_title(reference))}}}"
    if reference.authors:
        yield "author", f"{{{' and '.join(map(_write_name, reference.authors))}}}"
    if reference.year:
        yield "year", f"{{{reference.year}}}"
    if reference.published and reference.kind is Kind.PREPRINT:
        yield "month", _MONTHS[reference.published.month - 1]
    if reference.venue:
        yield _VENUES[reference.kind], f"{{{latex_text(reference.venue)}}}"
    if reference.arxiv_id:
        yield "eprint", f"{{{reference.arxiv_id}}}"
        yield "archivePrefix", "{arXiv}"
    if reference.own_doi:
        yield "doi", f"{{{reference.own_doi.translate(_IN_ADDRESS)}}}"
    if reference.primary_class:
        yield "primaryClass", f"{{{reference.primary_class}}}"
    if reference.url:
        yield "url", f"{{{reference.url.translate(_IN_ADDRESS)}}}"
    if reference.first_author_only:
        yield "annote", f"{{{FIRST_AUTHOR_ONLY}}}"  # of the standard styles none prints it


def _write_title(reference: Reference) -> Iterator[str]:
    """Write the title piece by piece, a formula as its LaTeX where LaTeX can set it."""
    title, covered, end = reference.title, 0, 0
    for piece, stays in mark_capitals(title, reference.abstract):
        start, end = end, end + len(piece)
        for formula in reference.title_formulas:
            if start <= formula.start < end and (source := latex_formula(formula.source)):
                yield _write_piece(title[max(start, covered) : formula.start], stays=stays)
                yield source
                covered = formula.stop
        yield _write_piece(title[max(start, covered) : end], stays=stays)


def _write_piece(piece: str, *, stays: bool) -> str:
    text = latex_text(piece)
    return f"{{{text}}}" if stays and text else text


def _write_name(name: Name) -> str:
    """Write `Family, Suffix, Given`; a name in one piece stands in braces, so that it stays one."""
    if not name.given:
        return f"{{{latex_text(name.family)}}}"
    # In lower case `van den` would be what BibTeX may leave out, and sorts without.
    family = _write_part(name.family, braced=name.family[:1].islower())
    given = _write_part(name.given)
    return ", ".join(filter(None, (family, latex_text(name.suffix), given)))


def _write_part(part: str, *, braced: bool = False) -> str:
    text = latex_text(part)
    return f"{{{text}}}" if braced or _ENDS_NAME.search(part) else text
