"""Data for machines: `/api/v1/`, which only grows.

Every file is an object with `version`, one list, a record a line, and `$schema`, which leads to a
description of both beside it. Records are sorted by id (digests: by date, the undated last; topics
and collections: as curated; trends: by month), keys in a fixed order. Addresses are from the site's
root, without a leading slash. Clean texts have their raw form beside them, under the same name with
`_raw`.
"""

from collections.abc import Iterable, Iterator
from typing import Any

from generator.corpus.model import Appearance, Paper
from generator.pages.catalogue import Catalogue, Shelf
from generator.pages.collections import list_papers
from generator.pages.data import count_lines
from generator.pages.json_text import render_json
from generator.pages.links import list_links
from generator.pages.permalinks import (
    API,
    collection_url,
    month_url,
    paper_url,
    tag_url,
    topic_url,
)
from generator.pages.plan import PlannedFile
from generator.pages.related import record_related
from generator.pages.schemas import VERSION, plan_schemas, schema_path
from generator.pages.trends.counts import Span, count_months
from generator.relations.model import Relations

_Record = dict[str, Any]


def plan_api(catalogue: Catalogue, relations: Relations) -> Iterator[PlannedFile]:
    papers = sorted(catalogue.papers, key=lambda paper: paper.id)
    yield _make_file("addresses", _record_addresses(catalogue))
    yield _make_file("papers", (record_paper(catalogue, paper) for paper in papers))
    yield _make_file("digests", (_record_digest(shelf) for shelf in catalogue.shelves.values()))
    yield _make_file("topics", _record_topics(catalogue))
    yield _make_file("tags", _record_tags(catalogue))
    yield _make_file("collections", _record_collections(catalogue))
    yield _make_file("related", record_related(relations))
    yield _make_file("trends", _record_months(catalogue))
    yield from plan_schemas()


def _make_file(name: str, records: Iterable[_Record]) -> PlannedFile:
    lines = ",\n".join(render_json(record) for record in records)
    schema = render_json(schema_path(name))
    content = f'{{"$schema":{schema},"version":{VERSION},"{name}":[\n{lines}\n]}}\n'
    return PlannedFile(path=f"{API}{name}.json", content=content)


def record_paper(catalogue: Catalogue, paper: Paper) -> _Record:
    said = catalogue.said(paper)
    return {
        "id": paper.id,
        "url": paper_url(paper.id),
        "redirects": [paper_url(slug) for slug in paper.redirects],
        "title": said.title,
        "title_raw": paper.title.raw,
        "abstract": paper.abstract.clean,
        "abstract_raw": paper.abstract.raw,
        "other_abstracts": [
            {"abstract": other.clean, "abstract_raw": other.raw} for other in paper.other_abstracts
        ],
        "authors": list(paper.authors.names),
        "authors_complete": paper.authors.complete,
        "arxiv_id": paper.arxiv_id,
        "published": paper.published.isoformat() if paper.published else None,
        "featured": paper.first_featured.isoformat() if paper.first_featured else None,
        "venues": list(paper.venues),
        "doi": paper.doi or None,
        "categories": list(paper.categories),
        "keywords": list(paper.keywords),
        "links": {name: link.url for name, link in list_links(paper, said).items()},
        "topics": list(said.topics),
        "topics_by_rule": list(said.topics_by_rule),
        "tags": list(said.tags),
        "pick": said.pick,
        "note": said.note,
        "appearances": [_record_appearance(catalogue, paper, a) for a in paper.appearances],
    }


def _record_appearance(catalogue: Catalogue, paper: Paper, appearance: Appearance) -> _Record:
    """Record where a paper stood; what its digest said only where that is not the paper's own."""
    record: _Record = {
        "digest": appearance.digest,
        "date": appearance.date.isoformat() if appearance.date else None,
        "file": appearance.place.file,
        "line": appearance.place.line,
        "position": appearance.position,
        "url": f"{catalogue.shelves[appearance.digest].url}#{paper.id}",
    }
    known = {
        "path": appearance.place.path or None,
        "votes": appearance.votes,
        "stars": appearance.stars,
    }
    record |= {key: value for key, value in known.items() if value is not None}
    if appearance.title != paper.title:
        record |= {"title": appearance.title.clean, "title_raw": appearance.title.raw}
    if appearance.abstract != paper.abstract:
        record |= {"abstract": appearance.abstract.clean, "abstract_raw": appearance.abstract.raw}
    return record


def _record_addresses(catalogue: Catalogue) -> Iterator[_Record]:
    """Say of every address of a paper where it leads, and of its own one the title.

    A hidden paper's addresses lead nowhere, and nothing else is said of it.
    """
    corpus = catalogue.curated.corpus
    shown = {paper.id for paper in catalogue.papers}
    leads = {slug: set(ids) for slug, ids in corpus.shared_slugs.items()}
    for paper in corpus.papers.values():
        leads |= {slug: {paper.id} for slug in (paper.id, *paper.redirects)}
    for slug in sorted(leads):
        own = slug in shown
        title = catalogue.said(corpus.papers[slug]).title if own else None
        yield {"id": slug, "to": sorted(leads[slug] & shown), "title": title}


def _record_digest(shelf: Shelf) -> _Record:
    digest = shelf.digest
    lines = count_lines(shelf)
    return {
        "id": digest.id,
        "url": shelf.url,
        "section": shelf.section,
        "name": shelf.label,
        "date": digest.date.isoformat() if digest.date else None,
        "ordinal": digest.ordinal,
        "file": digest.path,
        "format": digest.format,
        "entries": lines.papers,
        "new": lines.new,
        "papers": list(dict.fromkeys(entry.paper.id for entry in shelf.entries)),
        "ledger": {
            "lines": lines.lines,
            "header": lines.headers,
            "title": lines.titles,
            "abstract": lines.abstracts,
            "fact": lines.facts,
            "record": lines.records,
            "rejected": lines.rejected,
        },
    }


def _record_topics(catalogue: Catalogue) -> Iterator[_Record]:
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


def _record_tags(catalogue: Catalogue) -> Iterator[_Record]:
    for tag in sorted(catalogue.curated.tags, key=lambda tag: tag.id):
        yield {
            "id": tag.id,
            "url": tag_url(tag.id),
            "name": tag.name,
            "description": tag.description,
            "aliases": list(tag.aliases),
            "count": len(catalogue.by_tag[tag.id]),
        }


def _record_collections(catalogue: Catalogue) -> Iterator[_Record]:
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


def _record_months(catalogue: Catalogue) -> Iterator[_Record]:
    topics = [(topic, topic_url(topic)) for topic in catalogue.by_topic]
    tags = [(tag, tag_url(tag)) for tag in sorted(catalogue.by_tag)]
    for month in count_months(catalogue):
        yield {
            "month": month.first.iso,
            "url": month_url(month.first) if month.days else None,
            "days": month.days,
            "papers": month.papers,
            "topics": _record_counts(month, topics),
            "tags": _record_counts(month, tags),
        }


def _record_counts(month: Span, labels: Iterable[tuple[str, str]]) -> list[_Record]:
    """Record how many papers have a label, each given with its address."""
    counts = ((label, month.count(url)) for label, url in labels)
    return [{"id": label, "papers": count} for label, count in counts if count]
