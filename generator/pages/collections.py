"""Collections: reading lists in a curator's order, each paper with a word on why it is there."""

from collections.abc import Iterator
from dataclasses import replace

from generator.corpus.model import Paper
from generator.curation.model import Collection
from generator.pages.cards import Cards
from generator.pages.catalogue import Catalogue, newest_date
from generator.pages.citations.files import link_list
from generator.pages.permalinks import COLLECTIONS, collection_url, page_path
from generator.pages.plan import PlannedPage
from generator.pages.views import (
    CardSection,
    CollectionPage,
    CollectionRow,
    CollectionsPage,
    LinkView,
)
from generator.pages.words import counted, shortened

_ABOVE = LinkView(label="Reading lists", url=COLLECTIONS)
_SECTION_ID = "listed_papers"
_LEAD = "Papers chosen for a purpose, in the order in which to read them."


def plan_collections(cards: Cards) -> Iterator[PlannedPage]:
    """Plan the page of all reading lists, then a page for each; none where there is no list."""
    collections = cards.catalogue.curated.collections
    if collections:
        yield _plan_index(cards.catalogue)
    for collection in collections:
        yield _plan_collection(cards, collection)


def list_papers(catalogue: Catalogue, collection: Collection) -> tuple[tuple[Paper, str], ...]:
    """Give the papers of a reading list that are shown, each with its comment, in its order."""
    corpus = catalogue.curated.corpus
    papers = ((corpus.papers[listed.id], listed.comment) for listed in collection.papers)
    return tuple((paper, word) for paper, word in papers if not catalogue.said(paper).hidden)


def _plan_index(catalogue: Catalogue) -> PlannedPage:
    collections = catalogue.curated.collections
    papers = [paper for c in collections for paper, _ in list_papers(catalogue, c)]
    return PlannedPage(
        path=page_path(COLLECTIONS),
        template="collections.md.j2",
        title=_ABOVE.label,
        description=_LEAD,
        updated=newest_date(papers),
        view=CollectionsPage(
            lead=_LEAD,
            rows=tuple(
                CollectionRow(
                    link=_link(collection),
                    count=len(list_papers(catalogue, collection)),
                    description=collection.description,
                )
                for collection in collections
            ),
        ),
    )


def _plan_collection(cards: Cards, collection: Collection) -> PlannedPage:
    papers = list_papers(cards.catalogue, collection)
    full = ((cards.full(paper), comment) for paper, comment in papers)
    return PlannedPage(
        path=page_path(collection_url(collection.id)),
        template="collection.md.j2",
        title=collection.name,
        description=shortened(collection.description),
        updated=newest_date(paper for paper, _ in papers),
        view=CollectionPage(
            eyebrow=_ABOVE,
            heading=collection.name,
            lead=collection.description,
            section=CardSection(
                id=_SECTION_ID,
                name="In this order",
                note=counted(len(papers), "paper"),
                items=tuple(
                    replace(card, note=comment) if comment else card for card, comment in full
                ),
                empty="All papers of this list are hidden.",
            ),
            exports=link_list(collection_url(collection.id), papers),
        ),
    )


def _link(collection: Collection) -> LinkView:
    return LinkView(label=collection.name, url=collection_url(collection.id))
