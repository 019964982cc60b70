"""Tallies: which topics and tags some papers have, most frequent first."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace

from generator.corpus.model import Paper
from generator.pages.catalogue import Catalogue
from generator.pages.views import TagMark, TopicMark


def tally_topics(catalogue: Catalogue, papers: Iterable[Paper]) -> list[TopicMark]:
    """Count papers by topic; equal counts keep the order of the curation file."""
    counts = Counter(topic for paper in papers for topic in catalogue.said(paper).topics)
    marks = catalogue.topic_marks
    found = [replace(marks[topic], count=counts[topic]) for topic in marks if counts[topic]]
    return sorted(found, key=lambda mark: -(mark.count or 0))


def tally_tags(catalogue: Catalogue, papers: Iterable[Paper]) -> list[TagMark]:
    """Count papers by tag; equal counts go by name."""
    counts = Counter(tag for paper in papers for tag in catalogue.said(paper).tags)
    marks = catalogue.tag_marks
    found = [replace(marks[tag], count=counts[tag]) for tag in marks if counts[tag]]
    return sorted(found, key=lambda mark: (-(mark.count or 0), mark.name.casefold(), mark.url))
