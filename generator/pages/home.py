"""The front page: what came last, what is worth it, and every way into the rest."""

from collections.abc import Sequence
from dataclasses import replace

from generator.corpus.model import Paper
from generator.pages.cards import Cards
from generator.pages.catalogue import Catalogue, Shelf
from generator.pages.dates import Month, day_beside, weekday_text
from generator.pages.days import papers_of_page
from generator.pages.news import list_news
from generator.pages.permalinks import (
    ABOUT_API,
    ARCHIVE,
    COLLECTIONS,
    DATA,
    HOME,
    PICKS,
    READING_LIST,
    SEARCH,
    SUBSCRIBE,
    TAGS,
    TRENDS,
    page_path,
)
from generator.pages.picks import find_picks
from generator.pages.plan import PlannedPage
from generator.pages.tallies import tally_topics
from generator.pages.topics import group_families
from generator.pages.views import (
    CardSection,
    Door,
    HomePage,
    LinkView,
    Span,
    TopicMark,
)
from generator.pages.words import counted, in_running_text, joined_links, number_word, plain_text

_LATEST = 4  # papers of the latest digest
_PICKS = 4
_MAIN_TOPICS = 4


def plan_home(cards: Cards, site_name: str) -> PlannedPage:
    catalogue = cards.catalogue
    shelves = _find_latest(catalogue)
    papers = papers_of_page(shelves)
    topics = tuple(tally_topics(catalogue, papers)[:_MAIN_TOPICS])
    latest = _choose_latest(cards, shelves)
    lead = _write_lead(shelves, len(papers), topics, _share_of(topics, papers, catalogue))
    return PlannedPage(
        path=page_path(HOME),
        template="home.md.j2",
        title=site_name,
        description=f"{site_name}: {plain_text(lead)}" if shelves else site_name,
        section="latest",
        section_root=True,
        updated=catalogue.newest,
        view=HomePage(
            eyebrow=_write_eyebrow(shelves),
            heading=_write_heading(shelves) or site_name,
            lead=lead,
            latest_url=shelves[0].url if shelves else "",
            paper_count=len(papers),
            main_topics=topics,
            latest=latest,
            picks=_choose_picks(cards, {item.url for item in latest.items}),
            families=group_families(catalogue),
            topic_note=f"{counted(len(catalogue.topics), 'topic')}, "
            f"{counted(len(catalogue.papers), 'paper')}",
            doors=_open_doors(catalogue),
            news=list_news(catalogue, catalogue.papers),
        ),
    )


def _find_latest(catalogue: Catalogue) -> tuple[Shelf, ...]:
    """Give the newest day's digests; without a dated one the first of the undated."""
    if catalogue.newest:
        return catalogue.days[catalogue.newest]
    return catalogue.undated[:1]


def _write_eyebrow(shelves: Sequence[Shelf]) -> str:
    if not shelves:
        return ""
    if shelves[0].digest.date is None:
        return "A digest without a date"
    return "Latest digest" if len(shelves) == 1 else "Latest digests"


def _write_heading(shelves: Sequence[Shelf]) -> str:
    if not shelves:
        return ""
    day = shelves[0].digest.date
    return weekday_text(day) if day else shelves[0].name


def _write_lead(
    shelves: Sequence[Shelf], count: int, topics: Sequence[TopicMark], share: str
) -> tuple[Span, ...]:
    """Write `90 papers in the latest digest, most on A, B and C. Here are its first four.`."""
    if not shelves:
        return (Span(text="No digest has come yet."),)
    if shelves[0].digest.date is None:
        where = "this digest"
    else:
        where = "the latest digest" if len(shelves) == 1 else "the day’s digests"
    spans = [Span(text=f"{counted(count, 'paper')} in {where}")]
    if topics:
        links = [LinkView(label=in_running_text(t.name), url=t.url) for t in topics]
        spans += [Span(text=f", {share} on "), *joined_links(links)]
    end = f". Here are the first {number_word(_LATEST)}." if count > _LATEST else "."
    return (*spans, Span(text=end))


def _share_of(topics: Sequence[TopicMark], papers: Sequence[Paper], catalogue: Catalogue) -> str:
    """Say whether more than half of the papers have one of the topics: `most` or `some`."""
    named = {topic.url for topic in topics}
    of_them = sum(
        any(catalogue.topic_marks[topic].url in named for topic in catalogue.said(paper).topics)
        for paper in papers
    )
    return "most" if of_them * 2 > len(papers) else "some"


def _choose_latest(cards: Cards, shelves: Sequence[Shelf]) -> CardSection:
    entries = [entry for shelf in shelves for entry in shelf.entries]
    first = {entry.paper.id: entry for entry in reversed(entries)}
    chosen = [entry for entry in entries if first[entry.paper.id] is entry]
    more = None
    if len(chosen) > _LATEST:
        day = shelves[0].digest.date
        of = day_beside(day, day) if day else f"“{shelves[0].name}”"
        label = f"All {counted(len(chosen), 'paper')} of {of}"
        more = LinkView(label=label, url=shelves[0].url)
    return CardSection(
        id="latest_papers",
        name=_write_eyebrow(shelves) or "Latest digest",
        note="",
        items=tuple(cards.received(entry, shelves) for entry in chosen[:_LATEST]),
        more=more,
        empty="The first one goes into content/digests; content/README.md says how.",
    )


def _choose_picks(cards: Cards, taken: set[str]) -> CardSection:
    """Show the newest picks; one whose card stands above already has no second anchor."""
    picks = find_picks(cards.catalogue)
    return CardSection(
        id="home_picks",
        name="Picks",
        note="Chosen and annotated by the curator",
        items=tuple(
            replace(card, anchor="") if card.url in taken else card
            for card in (cards.full(paper) for paper in picks[:_PICKS])
        ),
        more=LinkView(label="All picks, by month", url=PICKS) if picks else None,
        empty="The curator has not picked a paper yet.",
    )


def _open_doors(catalogue: Catalogue) -> tuple[Door, ...]:
    first = min(catalogue.days, default=None)
    days = counted(len(catalogue.days), "day")
    since = f"{days} by month, from {Month.of(first).text}" if first else "All digests"
    undated = f", and {len(catalogue.undated)} without a date" if catalogue.undated else ""
    return (
        Door(link=LinkView(label="Archive", url=ARCHIVE), sentence=f"{since}{undated}"),
        Door(
            link=LinkView(label="Tags", url=TAGS),
            sentence=f"{counted(len(catalogue.tags_in_use), 'label')}, A to Z",
        ),
        Door(
            link=LinkView(label="Trends", url=TRENDS),
            sentence="What rises and fades, and what came again",
        ),
        *_open_collections(catalogue),
        Door(
            link=LinkView(label="Your reading list", url=READING_LIST),
            sentence="What you save, kept in your browser alone",
        ),
        Door(
            link=LinkView(label="Subscribe", url=SUBSCRIBE),
            sentence="New papers in your feed reader: all, or a topic’s",
        ),
        Door(
            link=LinkView(label="Search", url=SEARCH),
            sentence="Words of titles, abstracts and authors",
        ),
        Door(
            link=LinkView(label="Data quality", url=DATA),
            sentence="Every line of every digest, accounted for",
        ),
        Door(
            link=LinkView(label="Data for programs", url=ABOUT_API),
            sentence="All papers as files and as a database",
        ),
    )


def _open_collections(catalogue: Catalogue) -> tuple[Door, ...]:
    lists = catalogue.curated.collections
    if not lists:
        return ()
    sentence = f"{counted(len(lists), 'list')}, each in the order in which to read it"
    return (Door(link=LinkView(label="Reading lists", url=COLLECTIONS), sentence=sentence),)
