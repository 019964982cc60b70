"""Profiles: of each paper that is shown, what decides which papers are near it."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass

from generator.curation.model import CuratedCorpus
from generator.identifiers import Slug, TitleKey, title_key


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """`subjects` are the topics and tags that say what a paper is about; not that it is a survey.

    `days` are those of its digests, an undated digest being a day of its own. `sum` is that of the
    two texts.
    """

    id: Slug
    title: str
    abstract: str
    key: TitleKey
    subjects: frozenset[str]
    days: frozenset[str]
    sum: str


def list_profiles(curated: CuratedCorpus) -> Iterator[Profile]:
    """Give the profile of every paper that is not hidden, sorted by id."""
    kinds = {tag.id for tag in curated.tags if tag.kind}
    for paper in sorted(curated.corpus.papers.values(), key=lambda paper: paper.id):
        said = curated.papers[paper.id]
        if said.hidden:
            continue
        # The colon keeps a label apart from every word of a text.
        topics = tuple(f"topic:{topic}" for topic in said.topics)
        tags = tuple(f"tag:{tag}" for tag in said.tags if tag not in kinds)
        abstract = paper.abstract.clean
        yield Profile(
            id=paper.id,
            title=said.title,
            abstract=abstract,
            key=title_key(said.title),
            subjects=frozenset((*topics, *tags)),
            days=frozenset(
                appearance.date.isoformat() if appearance.date else appearance.digest
                for appearance in paper.appearances
            ),
            sum=sum_texts(said.title, abstract),
        )


def sum_texts(*texts: str) -> str:
    """Give what stands for some texts: the first 128 bits of their BLAKE2b, in hexadecimal."""
    total = hashlib.blake2b(digest_size=16)
    for text in texts:
        data = text.encode("utf-8", "surrogatepass")
        total.update(len(data).to_bytes(8, "big") + data)
    return total.hexdigest()
