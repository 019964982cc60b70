"""What the head of a paper's page tells reference managers and search engines.

Highwire's `citation_*`, by the rules of Google Scholar (https://scholar.google.com/intl/en/scholar/inclusion.html)
and of Zotero (https://www.zotero.org/support/dev/exposing_metadata), and a ScholarlyArticle of
https://schema.org as JSON-LD.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any
from urllib.parse import quote

from generator.corpus.names import Name
from generator.pages.citations.references import Kind, Reference

_VENUES = {Kind.CONFERENCE: "citation_conference_title", Kind.JOURNAL: "citation_journal_title"}


def list_meta(reference: Reference, pdf: str = "") -> Iterator[tuple[str, str]]:
    """Give names and contents of `meta` elements, authors in their order."""
    yield "citation_title", reference.title
    for name in reference.authors:
        yield "citation_author", _write_author(name, alone=len(reference.authors) == 1)
    if reference.published:
        yield "citation_publication_date", f"{reference.published:%Y/%m/%d}"
    elif reference.year:
        yield "citation_publication_date", str(reference.year)
    if reference.venue:
        yield _VENUES.get(reference.kind, "citation_publisher"), reference.venue
    if reference.arxiv_id:
        yield "citation_arxiv_id", reference.arxiv_id
    if reference.doi:
        yield "citation_doi", reference.doi
    if pdf:
        yield "citation_pdf_url", pdf
    if reference.url:
        yield "citation_public_url", reference.url
    if reference.abstract:
        yield "citation_abstract", reference.abstract
    if reference.kind is Kind.PREPRINT:
        yield "z:itemType", "preprint"  # Highwire knows none; Zotero would take it for an article


def _write_author(name: Name, *, alone: bool) -> str:
    """Write `Family, Given`, in which no program guesses.

    Only Zotero takes one author for two where both parts have several words and no other is named.
    A semicolon would divide authors.
    """
    ambiguous = alone and " " in name.family and " " in name.given
    return (name.full if ambiguous or name.suffix else name.inverted).replace(";", ",")


def describe_article(reference: Reference, keywords: Iterable[str]) -> Mapping[str, Any]:
    """Describe a paper as a ScholarlyArticle; what is not known is left out.

    The abstract is not repeated: `citation_abstract` stands beside it, and the page holds it.
    """
    date = reference.published.isoformat() if reference.published else str(reference.year or "")
    described = {
        "@context": "https://schema.org",
        "@type": "ScholarlyArticle",
        "headline": reference.title,
        "name": reference.title,
        "author": [_describe_author(name) for name in reference.authors],
        "datePublished": date,
        "keywords": list(keywords),
        "identifier": f"arXiv:{reference.arxiv_id}" if reference.arxiv_id else "",
        "sameAs": [reference.url, f"https://doi.org/{quote(reference.own_doi)}"]
        if reference.own_doi and reference.arxiv_id
        else reference.url,
    }
    return {key: value for key, value in described.items() if value}


def _describe_author(name: Name) -> Mapping[str, str]:
    if not name.given:
        kind = "Organization" if " " in name.family else "Thing"
        return {"@type": kind, "name": name.full}
    return {
        "@type": "Person",
        "name": name.full,
        "givenName": name.given,
        "familyName": name.family,
    }
