"""Exports: files for reference managers, beside each paper's page and each list of papers."""

from collections.abc import Iterator
from datetime import date

from generator.corpus.model import Paper
from generator.pages.catalogue import Catalogue
from generator.pages.citations import FORMATS
from generator.pages.citations.bibliography import Bibliography
from generator.pages.citations.files import list_file, paper_file
from generator.pages.collections import list_papers
from generator.pages.dates import Month
from generator.pages.days import papers_of_page
from generator.pages.extents import papers_of_days
from generator.pages.permalinks import HOME, PICKS, collection_url, month_url, tag_url, topic_url
from generator.pages.picks import find_picks
from generator.pages.plan import PlannedFile
from generator.pages.topics import none_url


def plan_exports(bibliography: Bibliography) -> Iterator[PlannedFile]:
    """Plan the files of every paper and of every list that holds one."""
    for paper in bibliography.catalogue.papers:
        for form in FORMATS:
            content = bibliography.file([paper], form)
            yield PlannedFile(path=paper_file(paper, form), content=content)
    for url, papers in _list_lists(bibliography.catalogue):
        if papers:
            for form in FORMATS:
                content = bibliography.file(papers, form)
                yield PlannedFile(path=list_file(url, form), content=content)


def _list_lists(catalogue: Catalogue) -> Iterator[tuple[str, tuple[Paper, ...]]]:
    """Give the address and the papers of every list of which there are files."""
    yield HOME, catalogue.papers
    yield PICKS, find_picks(catalogue)
    for shelves in (*catalogue.days.values(), *((shelf,) for shelf in catalogue.undated)):
        yield shelves[0].url, papers_of_page(shelves)
    months: dict[Month, list[date]] = {}
    for day in catalogue.days:
        months.setdefault(Month.of(day), []).append(day)
    for month, days in months.items():
        yield month_url(month), papers_of_days(catalogue, days)
    for topic, papers in catalogue.by_topic.items():
        yield topic_url(topic), papers
    if url := none_url(catalogue):
        yield url, catalogue.without_topic
    for tag, papers in catalogue.by_tag.items():
        yield tag_url(tag), papers
    for collection in catalogue.curated.collections:
        yield (
            collection_url(collection.id),
            tuple(paper for paper, _ in list_papers(catalogue, collection)),
        )
