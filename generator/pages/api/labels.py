"""Topics, tags, reading lists and picks in the data."""

from collections.abc import Iterator

from generator.pages.api.papers import Record
from generator.pages.catalogue import Catalogue
from generator.pages.collections import list_papers
from generator.pages.permalinks import collection_url, paper_url, tag_url, topic_url
from generator.pages.picks import find_picks


def record_topics(catalogue: Catalogue) -> Iterator[Record]:
    for topic in catalogue.curated.topics:
        yield {
            "id": topic.id,
            "url": topic_url(topic.id),
            "name": topic.name,
            "description": topic.description,
            "family": topic.family,
            "hue": topic.hue,
            "form": topic.form,
            "count": len(catalogue.by_topic[topic.id]),
        }


def record_tags(catalogue: Catalogue) -> Iterator[Record]:
    for tag in sorted(catalogue.curated.tags, key=lambda tag: tag.id):
        yield {
            "id": tag.id,
            "url": tag_url(tag.id),
            "name": tag.name,
            "description": tag.description,
            "aliases": list(tag.aliases),
            "count": len(catalogue.by_tag[tag.id]),
        }


def record_collections(catalogue: Catalogue) -> Iterator[Record]:
    for collection in catalogue.curated.collections:
        yield {
            "id": collection.id,
            "url": collection_url(collection.id),
            "name": collection.name,
            "description": collection.description,
            "papers": [
                {"id": paper.id, "url": paper_url(paper.id), "comment": comment}
                for paper, comment in list_papers(catalogue, collection)
            ],
        }


def record_picks(catalogue: Catalogue) -> Iterator[Record]:
    for paper in find_picks(catalogue):
        said = catalogue.said(paper)
        yield {
            "id": paper.id,
            "url": paper_url(paper.id),
            "title": said.title,
            "note": said.note,
        }
