"""References: what is known of a paper that a citation can say, before any format."""

import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from generator.corpus.model import Formula, Paper
from generator.corpus.names import Name, parse_name
from generator.corpus.venues import Venue, parse_venue
from generator.curation.model import CuratedPaper
from generator.identifiers import ArxivId, Slug
from generator.pages.citations.keys import citation_key
from generator.pages.citations.places import read_place
from generator.pages.links import arxiv_url, list_links

_DOIS_OF_ARXIV = "10.48550/"
FIRST_AUTHOR_ONLY = "Only the first author is known here."
# Control characters that are no white space, halves of surrogate pairs, noncharacters.
_UNPRINTABLE = re.compile("[\x00-\x08\x0e-\x1b\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
_OLD_ID = re.compile(r"([a-z-]+(?:\.[A-Z]{2})?)/\d{7}")
# https://arxiv.org/category_taxonomy: other lists of categories hold words that are none.
_CATEGORY = re.compile(
    r"(?:hep-(?:ex|lat|ph|th)|gr-qc|math-ph|nucl-(?:ex|th)|quant-ph|astro-ph|cond-mat"
    r"|(?:astro-ph|cond-mat|cs|econ|eess|math|nlin|physics|q-bio|q-fin|stat)\.[A-Za-z-]{2,})"
)


class Kind(StrEnum):
    """What a paper is cited as."""

    PREPRINT = "preprint"
    """At arXiv, and no venue is known."""
    CONFERENCE = "conference"
    JOURNAL = "journal"
    OTHER = "other"
    """At a venue of a kind that is not known, or nothing is known at all."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """A paper to be cited. Texts are clean and on one line, not yet escaped for any format.

    `year` is the one to cite: of the venue, where that says one; else of publication, else the one
    that the arXiv id holds. `published` is the day of first publication, where it is known and is
    of the year that is cited.
    """

    slug: Slug
    key: str
    kind: Kind
    title: str
    abstract: str
    authors: tuple[Name, ...]
    authors_complete: bool
    year: int | None
    published: date | None
    venue: str
    """Its name, without a year."""
    arxiv_id: ArxivId | None
    primary_class: str
    """The arXiv category: the first of those that are known, else the one in the id (`hep-th`)."""
    doi: str
    """As received; else, of a preprint, the one that arXiv registers."""
    url: str
    """Where to read it: arXiv, else what a curator linked to; may be empty."""
    title_formulas: tuple[Formula, ...] = ()
    """Mathematics in the title that a line of text shows as a makeshift."""

    @property
    def own_doi(self) -> str:
        """The DOI, if it is not arXiv's, which says no more than the arXiv id does."""
        return "" if self.doi.lower().startswith(_DOIS_OF_ARXIV) else self.doi

    @property
    def first_author_only(self) -> bool:
        return bool(self.authors) and not self.authors_complete


def make_reference(
    paper: Paper, said: CuratedPaper, title_formulas: tuple[Formula, ...] = ()
) -> Reference:
    """Gather what is known of a paper; nothing is added to it.

    `title_formulas` are those of the title as it is shown.
    """
    title = _on_one_line(said.title)
    authors = tuple(parse_name(name) for name in map(_on_one_line, paper.authors.names) if name)
    venue = _find_venue(paper)
    submitted = _year_of_id(paper.arxiv_id)
    year = (paper.published.year if paper.published else None) or submitted
    if venue and venue.year:
        year = venue.year
    if venue and venue.is_journal is not None:
        kind = Kind.JOURNAL if venue.is_journal else Kind.CONFERENCE
    else:
        kind = Kind.PREPRINT if paper.arxiv_id and not venue else Kind.OTHER
    return Reference(
        slug=paper.id,
        key=citation_key(
            paper.id,
            arxiv_id=paper.arxiv_id,
            first_author=authors[0].family if authors else "",
            year=submitted or (paper.published.year if paper.published else None),
        ),
        kind=kind,
        title=title,
        abstract=_on_one_line(paper.abstract.clean),
        authors=authors,
        authors_complete=paper.authors.complete,
        year=year,
        published=paper.published if paper.published and paper.published.year == year else None,
        venue=venue.name if venue else "",
        arxiv_id=paper.arxiv_id,
        primary_class=_find_class(paper),
        doi=paper.doi or (_doi_of_arxiv(paper.arxiv_id) if kind is Kind.PREPRINT else ""),
        url=_find_url(paper, said),
        title_formulas=title_formulas if title == said.title else (),
    )


def _find_venue(paper: Paper) -> Venue | None:
    if paper.venues:
        return parse_venue(_on_one_line(paper.venues[0]))
    return read_place(_on_one_line(paper.particulars.journal_ref))


def _on_one_line(text: str) -> str:
    """Give a text without what could end a line of a file, or cannot stand in one."""
    return " ".join(_UNPRINTABLE.sub("\ufffd", text).split())


def _year_of_id(arxiv_id: ArxivId | None) -> int | None:
    """Read the year of submission from an id: https://info.arxiv.org/help/arxiv_identifier.html."""
    if arxiv_id is None:
        return None
    short = int(arxiv_id.rpartition("/")[2][:2])
    return 1900 + short if short >= 91 and "/" in arxiv_id else 2000 + short


def _find_class(paper: Paper) -> str:
    primary = next(iter(paper.categories), "")
    if paper.arxiv_id and _CATEGORY.fullmatch(primary):
        return primary
    match = _OLD_ID.fullmatch(paper.arxiv_id or "")
    return match[1] if match else ""


def _doi_of_arxiv(arxiv_id: ArxivId | None) -> str:
    """Give the DOI that arXiv registers: https://info.arxiv.org/help/doi.html."""
    return f"10.48550/arXiv.{arxiv_id}" if arxiv_id else ""


def _find_url(paper: Paper, said: CuratedPaper) -> str:
    if paper.arxiv_id:
        return arxiv_url(paper.arxiv_id)
    links = list_links(paper, said)
    links.pop("code", None)
    return next((link.url for link in links.values()), "")
