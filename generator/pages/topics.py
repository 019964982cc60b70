"""Topics: all of them on one page, each with a listing, and the papers that have none."""

from collections.abc import Iterator
from dataclasses import replace

from generator.curation.model import Topic
from generator.identifiers import Slug
from generator.pages.cards import Cards
from generator.pages.catalogue import Catalogue
from generator.pages.listings import Listing, plan_listing
from generator.pages.permalinks import NO_TOPIC, TOPICS, page_path, topic_url
from generator.pages.plan import PlannedPage
from generator.pages.trends.histories import Dating, draw_histories, draw_history
from generator.pages.views import (
    Family,
    LinkView,
    TopicFamily,
    TopicMark,
    TopicRow,
    TopicsPage,
)
from generator.pages.words import counted, number_word

_ABOVE = LinkView(label="Topics", url=TOPICS)


def plan_topics(cards: Cards) -> Iterator[PlannedPage]:
    """Plan the page of all topics, then each topic's listing."""
    catalogue = cards.catalogue
    dating = Dating.of(catalogue)
    yield _plan_index(catalogue, dating)
    for topic in catalogue.curated.topics:
        listing = Listing(
            url=topic_url(topic.id),
            name=topic.name,
            lead=topic.description,
            section="topics",
            part_of=_ABOVE,
            family=topic.family,
            mark=catalogue.topic_marks[topic.id],
            papers=catalogue.by_topic[topic.id],
            history=draw_history(catalogue.by_topic[topic.id], dating),
            empty=f"No paper has the topic {topic.name} yet.",
        )
        yield from plan_listing(listing, cards)
    if none_url(catalogue):
        listing = Listing(
            url=NO_TOPIC,
            name="No topic yet",
            lead="Papers that no rule and no curator has given a topic.",
            section="topics",
            part_of=_ABOVE,
            papers=catalogue.without_topic,
            empty="Every paper has a topic.",
        )
        yield from plan_listing(listing, cards)


def group_families(catalogue: Catalogue) -> tuple[Family, ...]:
    """Give the families of topics and the topics in each, in the order of the curation file."""
    return tuple(
        Family(
            name=name,
            topics=tuple(_count_mark(catalogue, topic) for topic in topics),
            count=_count_family(catalogue, topics),
        )
        for name, topics in _families(catalogue).items()
    )


def _families(catalogue: Catalogue) -> dict[str, list[Topic]]:
    families: dict[str, list[Topic]] = {}
    for topic in catalogue.curated.topics:
        families.setdefault(topic.family, []).append(topic)
    return families


def _count_family(catalogue: Catalogue, topics: list[Topic]) -> int:
    papers: set[Slug] = set()
    for topic in topics:
        papers.update(paper.id for paper in catalogue.by_topic[topic.id])
    return len(papers)


def _count_mark(catalogue: Catalogue, topic: Topic) -> TopicMark:
    return replace(catalogue.topic_marks[topic.id], count=len(catalogue.by_topic[topic.id]))


def none_url(catalogue: Catalogue) -> str:
    """Give the address of the papers without a topic, unless none is or a topic stands there."""
    taken = any(mark.url == NO_TOPIC for mark in catalogue.topic_marks.values())
    return NO_TOPIC if catalogue.without_topic and not taken else ""


def _plan_index(catalogue: Catalogue, dating: Dating) -> PlannedPage:
    families = _families(catalogue)
    lead = (
        f"{counted(len(catalogue.topics), 'section')} in "
        f"{number_word(len(families))} {'family' if len(families) == 1 else 'families'}. "
        "A paper has one to three; the figure says how many papers a section has."
    )
    return PlannedPage(
        path=page_path(TOPICS),
        template="topics.md.j2",
        title="Topics",
        description=lead,
        section="topics",
        section_root=True,
        updated=catalogue.newest,
        view=TopicsPage(
            lead=lead,
            families=tuple(
                TopicFamily(
                    name=name,
                    count=_count_family(catalogue, topics),
                    rows=tuple(
                        TopicRow(
                            mark=catalogue.topic_marks[topic.id],
                            count=len(catalogue.by_topic[topic.id]),
                            description=topic.description,
                        )
                        for topic in topics
                    ),
                )
                for name, topics in families.items()
            ),
            none_count=len(catalogue.without_topic),
            none_url=none_url(catalogue),
            history=draw_histories(
                {
                    catalogue.topic_marks[topic.id]: catalogue.by_topic[topic.id]
                    for topics in families.values()
                    for topic in topics
                    if catalogue.by_topic[topic.id]
                },
                dating,
            ),
        ),
    )
