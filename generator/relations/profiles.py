"""Profiles: of each paper that is shown, what decides which papers are near it."""

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from generator.curation.model import CuratedCorpus, CuratedPaper
from generator.identifiers import Slug, TitleKey, title_key
from generator.relations.model import Terms

PRIMARY = 2.0
"""How many times what another topic or tag weighs a paper's first topic does."""
_ALMOST = 0.9
"""What a topic or tag weighs at most that a paper has not got."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """What decides of a paper which others are near it.

    `subjects` are the topics and tags that say what it is about, not that it is a survey: terms,
    each with its weight, which is below 1 where a rule found something, but not enough. `labels`
    are the names for readers of those that it has. `days` are those of its digests, an
    undated digest being a day of its own. `sum` is that of the two texts.
    """

    id: Slug
    title: str
    abstract: str
    key: TitleKey
    subjects: Terms
    labels: Mapping[str, str]
    days: frozenset[str]
    sum: str


def list_profiles(curated: CuratedCorpus) -> Iterator[Profile]:
    """Give the profile of every paper that is not hidden, sorted by id."""
    # The colon keeps a label apart from every word of a text.
    names = {f"topic:{topic.id}": topic.name for topic in curated.topics}
    names |= {f"tag:{tag.id}": tag.name for tag in curated.tags if not tag.kind}
    for paper in sorted(curated.corpus.papers.values(), key=lambda paper: paper.id):
        said = curated.papers[paper.id]
        if said.hidden:
            continue
        own = (*(f"topic:{topic}" for topic in said.topics), *(f"tag:{tag}" for tag in said.tags))
        abstract = paper.abstract.clean
        yield Profile(
            id=paper.id,
            title=said.title,
            abstract=abstract,
            key=title_key(said.title),
            subjects={
                term: weight
                for term, weight in sorted(_weigh_subjects(said))
                if weight and term in names
            },
            labels={term: names[term] for term in own if term in names},
            days=frozenset(
                appearance.date.isoformat() if appearance.date else appearance.digest
                for appearance in paper.appearances
            ),
            sum=sum_texts(said.title, abstract),
        )


def _weigh_subjects(said: CuratedPaper) -> Iterator[tuple[str, float]]:
    """Weigh what a paper is about by how far its rules came; what a curator takes away is gone."""
    for topic in said.topics:
        weight = max(1.0, _weigh(said.topic_leanings.get(topic, 1.0)))
        yield f"topic:{topic}", weight * (PRIMARY if topic == said.topics[0] else 1)
    for topic, leaning in said.topic_leanings.items():
        if topic not in said.topics and topic not in said.topics_by_rule:
            yield f"topic:{topic}", min(_weigh(leaning), _ALMOST)
    for tag in said.tags:
        yield f"tag:{tag}", max(1.0, _weigh(said.tag_leanings.get(tag, 1.0)))
    for tag, leaning in said.tag_leanings.items():
        if tag not in said.tags and leaning < 1:
            yield f"tag:{tag}", min(_weigh(leaning), _ALMOST)


def _weigh(leaning: float) -> float:
    """Give 1 for a rule that is just met, and less than 2 however far it came."""
    return 2 * leaning / (1 + leaning)


def sum_texts(*texts: str) -> str:
    """Give what stands for some texts: the first 128 bits of their BLAKE2b, in hexadecimal."""
    total = hashlib.blake2b(digest_size=16)
    for text in texts:
        data = text.encode("utf-8", "surrogatepass")
        total.update(len(data).to_bytes(8, "big") + data)
    return total.hexdigest()
