"""Related papers: those near a paper, as its page and the data name them."""

from collections.abc import Iterator
from typing import Any

from generator.pages.authors.bylines import by_line
from generator.pages.cards import Cards
from generator.pages.dates import date_view
from generator.pages.permalinks import paper_url
from generator.pages.views import RelatedView
from generator.relations.model import Relations, Row

_DECIMALS = 3


def show_related(cards: Cards, row: Row | None) -> Iterator[RelatedView]:
    for relation in row.relations if row else ():
        paper = cards.catalogue.curated.corpus.papers[relation.paper]
        title = cards.catalogue.said(paper).title
        yield RelatedView(
            title_spans=cards.title_spans(title),
            url=paper_url(paper.id),
            authors=by_line(paper.authors),
            published=date_view(paper.published) if paper.published else None,
            shared=relation.shared,
        )


def record_related(relations: Relations) -> Iterator[dict[str, Any]]:
    """Record the papers near each one, for the data."""
    for paper_id, row in relations.rows.items():
        yield {
            "id": paper_id,
            "url": paper_url(paper_id),
            "related": [
                {
                    "id": relation.paper,
                    "url": paper_url(relation.paper),
                    "nearness": round(relation.nearness, _DECIMALS),
                    "shared": list(relation.shared),
                }
                for relation in row.relations
            ],
        }
