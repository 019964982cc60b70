"""Listings: the papers of a topic or a tag, newest first, divided by month.

The first page shows the newest papers and every month with its count. A month's page holds the
papers whose first dated appearance lies in it, so what comes later changes only its link to the
next month; papers known only from undated digests have a page of their own.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TypeVar

from generator.corpus.model import Paper
from generator.pages.cards import Cards
from generator.pages.catalogue import newest_date
from generator.pages.citations.files import link_list
from generator.pages.dates import Month
from generator.pages.news import list_news
from generator.pages.permalinks import listing_month_url, page_path
from generator.pages.plan import PlannedPage
from generator.pages.tallies import tally_tags, tally_topics
from generator.pages.views import CardSection, Columns, LinkView, ListingPage, TagMark, TopicMark
from generator.pages.words import counted, figure, in_running_text, shortened

_Mark = TypeVar("_Mark", TopicMark, TagMark)

_SHOWN = 12  # papers on a listing's first page
_TOGETHER = 4  # topics, and as many tags, that are named as its company
_SECTION_ID = "newest_papers"
_UNDATED = "Without a date"


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """What a listing is of. `papers` are newest first; `part_of` is the page above it."""

    url: str
    name: str
    lead: str
    section: str
    part_of: LinkView
    papers: tuple[Paper, ...]
    empty: str
    family: str = ""
    mark: TopicMark | None = None
    history: Columns | None = None
    has_news: bool = True
    """Whether a paper comes onto it when it is first featured, and not when a curator says so."""


def plan_listing(listing: Listing, cards: Cards) -> Iterator[PlannedPage]:
    """Plan a listing's first page and one for each of its months."""
    months = _divide(listing.papers)
    yield _plan_first_page(listing, months, cards)
    dated = [month for month in months if month]
    # The undated stand apart: were they the first month's neighbour, they could change its page.
    neighbours = zip([*dated[1:], None], dated, [None, *dated], strict=False)
    for earlier, month, later in neighbours:
        yield _plan_month(listing, month, months[month], cards, earlier=earlier, later=later)
    if None in months:
        yield _plan_month(listing, None, months[None], cards, earlier=None, later=None)


def _divide(papers: Iterable[Paper]) -> dict[Month | None, list[Paper]]:
    months: dict[Month | None, list[Paper]] = {}
    for paper in papers:
        first = paper.first_featured
        months.setdefault(Month.of(first) if first else None, []).append(paper)
    return months


def _plan_first_page(
    listing: Listing, months: dict[Month | None, list[Paper]], cards: Cards
) -> PlannedPage:
    shown = listing.papers[:_SHOWN]
    total = len(listing.papers)
    return PlannedPage(
        path=page_path(listing.url),
        template="listing.md.j2",
        title=listing.name,
        description=shortened(listing.lead),
        section=listing.section,
        updated=newest_date(listing.papers),
        view=ListingPage(
            eyebrow=listing.part_of,
            family=listing.family,
            heading=listing.name,
            mark=listing.mark,
            lead=listing.lead,
            count=total,
            together=_others(tally_topics(cards.catalogue, listing.papers), listing),
            together_tags=_others(tally_tags(cards.catalogue, listing.papers), listing),
            months=tuple(
                (_link_month(listing, month), len(papers)) for month, papers in months.items()
            ),
            section=CardSection(
                id=_SECTION_ID,
                name="Newest",
                note=_note_shown(len(shown), total),
                items=tuple(cards.full(paper) for paper in shown),
                empty=listing.empty,
            ),
            exports=link_list(listing.url, listing.papers),
            earlier=None,
            later=None,
            history=listing.history,
            news=list_news(cards.catalogue, listing.papers) if listing.has_news else (),
        ),
    )


def _plan_month(
    listing: Listing,
    month: Month | None,
    papers: list[Paper],
    cards: Cards,
    *,
    earlier: Month | None,
    later: Month | None,
) -> PlannedPage:
    when = f"first featured in {month.text}" if month else "known only from undated digests"
    lead = f"{counted(len(papers), 'paper')} {when}."
    heading = f"{listing.name}, {month.text if month else in_running_text(_UNDATED)}"
    return PlannedPage(
        path=page_path(listing_month_url(listing.url, month)),
        template="listing.md.j2",
        title=heading,
        description=f"{listing.name}: {lead}",
        section=listing.section,
        # Not the newest appearance: a later one changes nothing on this page.
        updated=max((p.first_featured for p in papers if p.first_featured), default=None),
        view=ListingPage(
            eyebrow=LinkView(label=listing.name, url=listing.url),
            family="",
            heading=heading,
            mark=listing.mark,
            lead=lead,
            count=len(papers),
            together=(),
            together_tags=(),
            months=(),
            section=CardSection(
                id=_SECTION_ID,
                name=month.text if month else _UNDATED,
                note="Newest first" if month else "In the order of their digests",
                items=tuple(cards.lasting(paper) for paper in papers),
            ),
            earlier=_link_month(listing, earlier) if earlier else None,
            later=_link_month(listing, later) if later else None,
        ),
    )


def _link_month(listing: Listing, month: Month | None) -> LinkView:
    return LinkView(
        label=month.text if month else _UNDATED, url=listing_month_url(listing.url, month)
    )


def _note_shown(shown: int, total: int) -> str:
    if not total:
        return ""
    some = f"{figure(shown)} of {figure(total)}" if shown < total else counted(total, "paper")
    return f"{some}, last featured first"


def _others(marks: list[_Mark], listing: Listing) -> tuple[_Mark, ...]:
    """Leave out the listing's own topic or tag, and all but the most frequent."""
    return tuple(mark for mark in marks if mark.url != listing.url)[:_TOGETHER]
