"""Which lists can be followed: the site, the picks, topics, tags, reading lists, some authors."""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.corpus.model import Paper
from generator.pages.cards import Cards
from generator.pages.catalogue import Catalogue
from generator.pages.collections import list_papers
from generator.pages.feeds.archive import DAYS, Times, divide, months_of
from generator.pages.feeds.entries import Entries
from generator.pages.feeds.ids import feed_id, paper_ids
from generator.pages.feeds.model import FeedDocument, FeedGroup, Feeds
from generator.pages.permalinks import (
    HOME,
    HOW_TO_FOLLOW,
    PICKS,
    author_url,
    collection_url,
    tag_url,
    topic_url,
)
from generator.pages.picks import find_picks
from generator.pages.views import FeedLink

_PROLIFIC = 5
"""Papers of an author who has a feed: one for each of the others would be most of all files."""
_AUTHOR_TIMES = Times(place=DAYS.place, enough=20)
_EVERYTHING = "Every paper, as the digests bring it."
_WHOLE = Times(place=lambda _: "", enough=1)
_PICKS = "Papers chosen by the curator, each with a sentence that says why."


@dataclass(frozen=True, slots=True, kw_only=True)
class _List:
    """A list that can be followed. `papers` are newest first."""

    link: FeedLink
    description: str
    papers: tuple[Paper, ...]
    times: Times
    archived: bool = True


def plan_feeds(cards: Cards, site_name: str, beginning: str) -> Feeds:
    """Plan every document of every feed. `beginning` is that of all ids."""
    catalogue = cards.catalogue
    entries = Entries(cards, paper_ids(catalogue.curated.corpus, beginning))
    groups = {
        "Everything": tuple(_list_whole(catalogue, site_name)),
        "Topics": tuple(_list_topics(catalogue, site_name)),
        "Tags": tuple(_list_tags(catalogue, site_name)),
        "Reading lists": tuple(_list_collections(catalogue, site_name)),
    }
    documents: list[FeedDocument] = []
    authors = _list_authors(catalogue, site_name)  # in no group: a list of all would be endless
    for each in (*(each for lists in groups.values() for each in lists), *authors):
        whole = FeedDocument(
            feed=each.link,
            id=feed_id(beginning, each.link.stem),
            description=each.description,
            stem=each.link.stem,
            entries=entries.dated(each.papers),
            turned_in_json=each.link.page == HOME,
        )
        documents += divide(whole, each.times, archived=each.archived)
    named = {
        name: tuple(each.link for each in lists if each.papers) for name, lists in groups.items()
    }
    return Feeds(
        site_name=site_name,
        documents=tuple(documents),
        groups=tuple(FeedGroup(name=name, feeds=feeds) for name, feeds in named.items() if feeds),
    )


def _list_whole(catalogue: Catalogue, site_name: str) -> Iterator[_List]:
    link = FeedLink(name="All papers", title=site_name, stem="feed", page=HOME, anchor="all_papers")
    yield _List(link=link, description=_EVERYTHING, papers=catalogue.papers, times=DAYS)
    if picks := find_picks(catalogue):
        link = _link("Picks", site_name, PICKS, "all_picks")
        yield _List(link=link, description=_PICKS, papers=picks, times=months_of(PICKS))


def _list_topics(catalogue: Catalogue, site_name: str) -> Iterator[_List]:
    for topic in catalogue.curated.topics:
        url = topic_url(topic.id)
        yield _List(
            link=_link(topic.name, site_name, url, f"topic_{topic.id}"),
            description=topic.description,
            papers=catalogue.by_topic[topic.id],
            times=months_of(url),
        )


def _list_tags(catalogue: Catalogue, site_name: str) -> Iterator[_List]:
    """List tags, whose older papers need no archive of their own: that of the site has them."""
    for tag in catalogue.curated.tags:
        url = tag_url(tag.id)
        yield _List(
            link=_link(tag.name, site_name, url, f"tag_{tag.id}"),
            description=tag.description,
            papers=catalogue.by_tag[tag.id],
            times=DAYS,
            archived=False,
        )


def _list_collections(catalogue: Catalogue, site_name: str) -> Iterator[_List]:
    """List reading lists; what comes onto one stands where its day puts it, as everywhere."""
    order = {paper.id: number for number, paper in enumerate(catalogue.papers)}
    for collection in catalogue.curated.collections:
        url = collection_url(collection.id)
        papers = (paper for paper, _ in list_papers(catalogue, collection))
        yield _List(
            link=_link(collection.name, site_name, url, f"list_{collection.id}"),
            description=collection.description,
            papers=tuple(sorted(papers, key=lambda paper: order[paper.id])),
            times=_WHOLE,
            archived=False,
        )


def _list_authors(catalogue: Catalogue, site_name: str) -> Iterator[_List]:
    order = {paper.id: number for number, paper in enumerate(catalogue.papers)}
    for author in catalogue.authorship.authors.values():
        if author.addresses >= _PROLIFIC:
            papers = catalogue.papers_of(author.id)
            yield _List(
                link=_link(author.name, site_name, author_url(author.id), HOW_TO_FOLLOW),
                description=f"Papers by {author.name}.",
                papers=tuple(sorted(papers, key=lambda paper: order[paper.id])),
                times=_AUTHOR_TIMES,
                archived=False,
            )


def _link(name: str, site_name: str, page: str, anchor: str) -> FeedLink:
    title = f"{name} · {site_name}"
    return FeedLink(name=name, title=title, stem=f"{page}feed", page=page, anchor=anchor)
