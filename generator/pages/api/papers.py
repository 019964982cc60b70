"""Papers in the data, the places where they stood, and the addresses that lead to them."""

from collections.abc import Iterator
from typing import Any

from generator.corpus.model import Appearance, FactSource, Paper, Particulars
from generator.curation.origins import list_sources
from generator.pages.catalogue import Catalogue
from generator.pages.links import list_links
from generator.pages.permalinks import paper_url

Record = dict[str, Any]
"""One item of a list of the data, its keys in the order in which they are written."""


def record_paper(catalogue: Catalogue, paper: Paper) -> Record:
    said = catalogue.said(paper)
    return {
        "id": paper.id,
        "url": paper_url(paper.id),
        "redirects": [paper_url(slug) for slug in paper.redirects],
        "title": said.title,
        "title_raw": paper.title.raw,
        "abstract": paper.abstract.clean,
        "abstract_raw": paper.abstract.raw,
        "other_abstracts": [
            {"abstract": other.clean, "abstract_raw": other.raw} for other in paper.other_abstracts
        ],
        "authors": list(paper.authors.spoken),
        "authors_complete": paper.authors.complete,
        "arxiv_id": paper.arxiv_id,
        "published": paper.published.isoformat() if paper.published else None,
        "featured": paper.first_featured.isoformat() if paper.first_featured else None,
        "venues": list(paper.venues),
        "doi": paper.doi or None,
        "categories": list(paper.categories),
        "keywords": list(paper.keywords),
        **_record_particulars(paper.particulars),
        "links": {name: link.url for name, link in list_links(paper, said).items()},
        "topics": list(said.topics),
        "topics_by_rule": list(said.topics_by_rule),
        "tags": list(said.tags),
        "pick": said.pick,
        "note": said.note,
        "sources": [_record_source(source) for source in list_sources(paper, said)],
        "appearances": [_record_appearance(catalogue, paper, a) for a in paper.appearances],
    }


def _record_particulars(said: Particulars) -> Record:
    return {
        "summary": said.summary or None,
        "summary_by": said.summary_by or None,
        "organisation": said.organisation or None,
        "journal_ref": said.journal_ref or None,
        "comment": said.comment or None,
        "updated": said.updated.isoformat() if said.updated else None,
        "media": list(said.media),
    }


def _record_source(source: FactSource) -> Record:
    return {
        "kind": str(source.kind),
        "file": source.place.file,
        "line": source.place.line,
        "path": source.place.path or None,
        "gives": list(source.given),
        "overruled": list(source.overruled),
    }


def _record_appearance(catalogue: Catalogue, paper: Paper, appearance: Appearance) -> Record:
    """Record where a paper stood; what its digest said only where that is not the paper's own."""
    record: Record = {
        "digest": appearance.digest,
        "date": appearance.date.isoformat() if appearance.date else None,
        "file": appearance.place.file,
        "line": appearance.place.line,
        "position": appearance.position,
        "url": f"{catalogue.shelves[appearance.digest].url}#{paper.id}",
    }
    known = {
        "path": appearance.place.path or None,
        "votes": appearance.votes,
        "stars": appearance.stars,
        "comments": appearance.comments,
        "submitted_by": appearance.submitted_by or None,
    }
    record |= {key: value for key, value in known.items() if value is not None}
    if appearance.title != paper.title:
        record |= {"title": appearance.title.clean, "title_raw": appearance.title.raw}
    if appearance.abstract != paper.abstract:
        record |= {"abstract": appearance.abstract.clean, "abstract_raw": appearance.abstract.raw}
    return record


def record_addresses(catalogue: Catalogue) -> Iterator[Record]:
    """Say of every address of a paper where it leads, and of its own one the title.

    A hidden paper's addresses lead nowhere, and nothing else is said of it.
    """
    corpus = catalogue.curated.corpus
    shown = {paper.id for paper in catalogue.papers}
    leads = {slug: set(ids) for slug, ids in corpus.shared_slugs.items()}
    for paper in corpus.papers.values():
        leads |= {slug: {paper.id} for slug in (paper.id, *paper.redirects)}
    for slug in sorted(leads):
        own = slug in shown
        title = catalogue.said(corpus.papers[slug]).title if own else None
        yield {"id": slug, "to": sorted(leads[slug] & shown), "title": title}
