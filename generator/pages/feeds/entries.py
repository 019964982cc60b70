"""Entries: a paper as every feed of the site has it, made once."""

from collections.abc import Iterator, Mapping

from generator.corpus.model import Paper
from generator.identifiers import Slug
from generator.pages.cards import Cards
from generator.pages.dates import day_text
from generator.pages.feeds.model import FeedEntry
from generator.pages.links import list_links
from generator.pages.permalinks import paper_url


class Entries:
    """Makes entries; `ids` are those of all papers."""

    def __init__(self, cards: Cards, ids: Mapping[Slug, str]) -> None:
        self._cards = cards
        self._ids = ids
        self._made: dict[Slug, FeedEntry] = {}

    def dated(self, papers: Iterator[Paper] | tuple[Paper, ...]) -> tuple[FeedEntry, ...]:
        """Give the entries of those papers that a dated digest holds, in their order.

        The others have no day on which they were new.
        """
        return tuple(self._give(paper) for paper in papers if paper.first_featured)

    def _give(self, paper: Paper) -> FeedEntry:
        if (entry := self._made.get(paper.id)) is None:
            entry = self._made[paper.id] = make_entry(self._cards, paper, self._ids[paper.id])
        return entry


def make_entry(cards: Cards, paper: Paper, entry_id: str) -> FeedEntry:
    """Say all that is known of a paper. Raises ValueError where no dated digest holds it."""
    if paper.first_featured is None:
        message = f"{paper.id} has no date"
        raise ValueError(message)
    said = cards.catalogue.said(paper)
    return FeedEntry(
        id=entry_id,
        url=paper_url(paper.id),
        title=said.title,
        featured=paper.first_featured,
        authors=paper.authors.spoken,
        authors_complete=paper.authors.complete,
        facts=tuple(_list_facts(paper)),
        note=said.note,
        abstract=cards.spans(paper.abstract.clean),
        topics=cards.topics_of(paper),
        tags=cards.tags_of(paper),
        arxiv_category=cards.bibliography.reference(paper).primary_class,
        links=tuple(list_links(paper, said).values()),
    )


def _list_facts(paper: Paper) -> Iterator[str]:
    if paper.published:
        yield day_text(paper.published)
    yield from paper.venues
