"""Picks: the papers a curator has chosen, as a listing of their own."""

from collections.abc import Iterator

from generator.corpus.model import Paper
from generator.pages.cards import Cards
from generator.pages.catalogue import Catalogue
from generator.pages.listings import Listing, plan_listing
from generator.pages.permalinks import HOME, PICKS
from generator.pages.plan import PlannedPage
from generator.pages.views import LinkView


def find_picks(catalogue: Catalogue) -> tuple[Paper, ...]:
    """Give the picks, newest first."""
    return tuple(paper for paper in catalogue.papers if catalogue.said(paper).pick)


def plan_picks(cards: Cards, site_name: str) -> Iterator[PlannedPage]:
    """Plan the listing of picks, where there is one."""
    picks = find_picks(cards.catalogue)
    if picks:
        listing = Listing(
            url=PICKS,
            name="Picks",
            lead="Papers chosen by the curator, each with a sentence that says why.",
            section="",
            part_of=LinkView(label=site_name, url=HOME),
            papers=picks,
            empty="",
            has_news=False,
        )
        yield from plan_listing(listing, cards)
