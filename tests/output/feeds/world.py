"""Feeds of the invented plan, and the page that names them."""

from dataclasses import replace
from datetime import date

from generator.pages.feeds.model import FeedDocument, FeedEntry, FeedGroup, Feeds
from generator.pages.views import (
    FeedLink,
    FeedSection,
    LinkView,
    Span,
    SubscribePage,
    TagMark,
    TopicMark,
)


def feed_link(name: str, page: str, anchor: str) -> FeedLink:
    return FeedLink(
        name=name, title=f"{name} · Broadsheet", stem=f"{page}feed", page=page, anchor=anchor
    )


def entry(words: str, **changes: object) -> FeedEntry:
    """Make an entry of a paper with everything that one may have, changed as asked."""
    whole = FeedEntry(
        id="tag:example.org,2026:papers/0000000000000001",
        url="papers/loom/",
        title=words,
        featured=date(2031, 5, 6),
        authors=(words, "Ben Weft"),
        authors_complete=True,
        facts=("6 May 2031", words),
        note="Read it *beside* [the loom](https://example.org/loom).",
        abstract=(Span(text=words), Span(text="https://a.example/b", url="https://a.example/b")),
        topics=(TopicMark(name=words, url="topics/weaving/", hue=7, form=1),),
        tags=(TagMark(name=words, url="tags/felt/"),),
        arxiv_category="cs.LO",
        links=(LinkView(label=words, url="https://arxiv.org/abs/3105.00001"),),
    )
    return replace(whole, **changes)  # type: ignore[arg-type]


def document(link: FeedLink, *entries: FeedEntry, **changes: object) -> FeedDocument:
    whole = FeedDocument(
        feed=link,
        id=f"tag:example.org,2026:{link.stem}",
        description=link.name,
        stem=link.stem,
        entries=entries,
    )
    return replace(whole, **changes)  # type: ignore[arg-type]


def invented_feeds(words: str) -> Feeds:
    """Make feeds in which all that a person wrote is `words`."""
    everything = feed_link("All papers", "", "all_papers")
    weaving = feed_link("Weaving", "topics/weaving/", "topic_weaving")
    listed = feed_link(words, "collections/weave/", "list_weave")
    former = entry(words, id="tag:example.org,2026:papers/0000000000000002", note=words)
    return Feeds(
        site_name=words,
        documents=(
            document(everything, entry(words), earlier="2031/05/05/feed"),
            document(everything, former, stem="2031/05/05/feed"),
            document(weaving, entry(words)),
            document(listed),
        ),
        groups=(
            FeedGroup(name="Everything", feeds=(everything,)),
            FeedGroup(name="Topics", feeds=(weaving, listed)),
        ),
    )


def subscribe_page(words: str) -> SubscribePage:
    everything, topics = invented_feeds(words).groups
    return SubscribePage(
        heading="Subscribe",
        lead="New papers come to you.",
        everything=everything.feeds[0],
        picks=None,
        sections=(FeedSection(id="feeds_1", name=topics.name, feeds=topics.feeds),),
        list_url="feeds.opml",
    )
