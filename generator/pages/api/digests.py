"""Digests in the data, and the months in which they came."""

from collections.abc import Iterable, Iterator, Mapping

from generator.corpus.model import Paper
from generator.pages.api.papers import Record
from generator.pages.catalogue import Catalogue, Shelf
from generator.pages.dates import Month
from generator.pages.ledger import count_lines
from generator.pages.permalinks import API, month_url, tag_url, topic_url
from generator.pages.trends.counts import Span, count_months

UNDATED = "undated"


def record_digests(catalogue: Catalogue) -> Iterator[Record]:
    return (_record_digest(shelf) for shelf in catalogue.shelves.values())


def _record_digest(shelf: Shelf) -> Record:
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


def record_trends(catalogue: Catalogue) -> Iterator[Record]:
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


def _record_counts(month: Span, labels: Iterable[tuple[str, str]]) -> list[Record]:
    """Record how many papers have a label, each given with its address."""
    counts = ((label, month.count(url)) for label, url in labels)
    return [{"id": label, "papers": count} for label, count in counts if count]


def divide_by_month(catalogue: Catalogue) -> Mapping[Month | None, list[Paper]]:
    """Give every month from the first digest to the last, and None, with its papers by id.

    A paper is in the month of the first dated digest that held it; without one, in None. No month
    between is left out, so that none that was published goes when an older digest takes its papers.
    """
    found: dict[Month | None, list[Paper]] = {span.first: [] for span in count_months(catalogue)}
    found[None] = []
    for paper in sorted(catalogue.papers, key=lambda paper: paper.id):
        first = paper.first_featured
        found[Month.of(first) if first else None].append(paper)
    return found


def month_file(month: Month | None) -> str:
    """Give the address of the file of a month's papers."""
    return f"{API}months/{month.iso if month else UNDATED}.json"


def record_months(catalogue: Catalogue) -> Iterator[Record]:
    for month, papers in divide_by_month(catalogue).items():
        yield {
            "month": month.iso if month else None,
            "url": month_file(month),
            "papers": len(papers),
        }
