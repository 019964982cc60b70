"""Pages of digests: a day with all its digests, and each undated digest."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date

from generator.corpus.model import Paper
from generator.identifiers import Slug
from generator.pages.cards import Cards
from generator.pages.catalogue import Shelf
from generator.pages.citations.files import link_list
from generator.pages.dates import day_beside, weekday_text
from generator.pages.permalinks import day_url, page_path
from generator.pages.plan import PlannedPage
from generator.pages.tallies import tally_topics
from generator.pages.views import (
    AgainView,
    CardSection,
    CardView,
    DigestPage,
    LinkView,
    Span,
)
from generator.pages.words import (
    capitalised,
    counted,
    figure,
    number_word,
    ordinal_word,
    plain_text,
)

_CHIPS = 8  # topics at the head of a page


def plan_digest_pages(cards: Cards) -> Iterator[PlannedPage]:
    """Plan a page for each day and each undated digest."""
    catalogue = cards.catalogue
    days = list(catalogue.days)
    for earlier, day, later in zip([None, *days], days, [*days[1:], None], strict=False):
        shelves = catalogue.days[day]
        lead = _lead_of_day(shelves)
        yield _plan_page(
            cards,
            shelves,
            heading=weekday_text(day),
            lead=lead,
            earlier=_link_day(earlier, day) if earlier else None,
            later=_link_day(later, day) if later else None,
        )
    for shelf in catalogue.undated:
        yield _plan_page(cards, (shelf,), heading=shelf.name, lead=_lead_of_undated(shelf))


def papers_of_page(shelves: Iterable[Shelf]) -> tuple[Paper, ...]:
    """Give the papers that a page of digests shows, each once, in the order of their cards."""
    papers = {entry.paper.id: entry.paper for shelf in shelves for entry in shelf.entries}
    return tuple(papers.values())


def _plan_page(
    cards: Cards,
    shelves: Sequence[Shelf],
    *,
    heading: str,
    lead: tuple[Span, ...],
    earlier: LinkView | None = None,
    later: LinkView | None = None,
) -> PlannedPage:
    name, day = shelves[0].name, shelves[0].digest.date
    text = plain_text(lead)
    return PlannedPage(
        path=page_path(shelves[0].url),
        template="digest.md.j2",
        title=name,
        description=f"{name}: {text}",
        section="archive",
        updated=day,
        view=DigestPage(
            heading=heading,
            lead=text,
            lead_parts=lead,
            sections_nav=_link_sections(shelves) if len(shelves) > 1 else (),
            topics=tuple(tally_topics(cards.catalogue, papers_of_page(shelves))[:_CHIPS]),
            sections=_plan_sections(cards, shelves),
            exports=link_list(shelves[0].url, papers_of_page(shelves)),
            earlier=earlier,
            later=later,
        ),
    )


def _plan_sections(cards: Cards, shelves: Sequence[Shelf]) -> tuple[CardSection, ...]:
    """Give each paper one card, in the first digest that holds it, and a line in the others."""
    ids = {entry.paper.id for shelf in shelves for entry in shelf.entries}
    holder: dict[Slug, Shelf] = {}
    sections = []
    for shelf in shelves:
        items: list[CardView | AgainView] = []
        for entry in shelf.entries:
            paper = entry.paper.id
            if first := holder.get(paper):
                items.append(cards.again(entry, _say_where(first, shelf)))
                continue
            holder[paper] = shelf
            aliases = [a for a in cards.catalogue.aliases.get(paper, ()) if a not in ids]
            ids.update(aliases)
            items.append(replace(cards.received(entry, shelves), aliases=tuple(aliases)))
        sections.append(
            CardSection(
                id=shelf.section,
                name=f"{capitalised(ordinal_word(shelf.nth))} digest" if shelf.of > 1 else "Papers",
                note=_note_received(shelf),
                items=tuple(items),
                empty="All papers of this digest are hidden.",
            )
        )
    return tuple(sections)


def _say_where(first: Shelf, here: Shelf) -> str:
    if first is here:
        return "In this digest, above"
    return f"In the {ordinal_word(first.nth)} digest, above"


def _note_received(shelf: Shelf) -> str:
    note = f"{counted(len(papers_of_page([shelf])), 'paper')}, in the order they were received"
    hidden = shelf.received - len(shelf.entries)
    return f"{note}; {figure(hidden)} hidden" if hidden else note


def _link_sections(shelves: Sequence[Shelf]) -> tuple[LinkView, ...]:
    return tuple(
        LinkView(label=f"the {ordinal_word(shelf.nth)}", url=f"#{shelf.section}")
        for shelf in shelves
    )


def _link_day(day: date, beside: date) -> LinkView:
    return LinkView(label=day_beside(day, beside), url=day_url(day))


def _lead_of_day(shelves: Sequence[Shelf]) -> tuple[Span, ...]:
    if len(shelves) == 1:
        return _lead_of_one(shelves[0])
    spans = [Span(text=f"{capitalised(number_word(len(shelves)))} digests came on this day: ")]
    sizes = [len(papers_of_page([shelf])) for shelf in shelves]
    for number, (link, size) in enumerate(zip(_link_sections(shelves), sizes, strict=True)):
        if number:
            spans.append(Span(text=" and " if number == len(shelves) - 1 > 1 else ", "))
        with_papers = f" with {counted(size, 'paper') if not number else figure(size)}"
        spans += [Span(text=link.label, url=link.url), Span(text=with_papers)]
    all_papers = len(papers_of_page(shelves))
    shared = count_shared(shelves)
    if shared:
        where = "both" if len(shelves) == 2 else "more than one"
        spans.append(
            Span(
                text=f"; {figure(shared)} {'is' if shared == 1 else 'are'} in {where}, "
                f"so there are {figure(all_papers)} to read."
            )
        )
    else:
        spans.append(Span(text=f"; that is {figure(all_papers)} to read."))
    return tuple(spans)


def _lead_of_one(shelf: Shelf) -> tuple[Span, ...]:
    papers = papers_of_page([shelf])
    new = sum(paper.appearances[0].digest == shelf.digest.id for paper in papers)
    if len(papers) < 2:
        share = "" if new else "not "
    elif new == len(papers):
        share = "all "
    else:
        share = f"{figure(new) if new else 'none'} of them "
    came = f"{counted(len(papers), 'paper')} came on this day"
    return (Span(text=f"{came}, {share}for the first time." if papers else f"{came}."),)


def _lead_of_undated(shelf: Shelf) -> tuple[Span, ...]:
    papers = papers_of_page([shelf])
    dated = sum(paper.first_featured is not None for paper in papers)
    came = f"{counted(len(papers), 'paper')} came in a digest that carries no date"
    if not dated:
        return (Span(text=f"{came}."),)
    are = "is" if dated == 1 else "are"
    return (Span(text=f"{came}; {figure(dated)} of them {are} in dated ones, too."),)


def count_shared(shelves: Sequence[Shelf]) -> int:
    seen: set[Slug] = set()
    shared: set[Slug] = set()
    for shelf in shelves:
        here = {entry.paper.id for entry in shelf.entries}
        shared |= here & seen
        seen |= here
    return len(shared)
