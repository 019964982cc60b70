"""Slices: the papers that somebody asks for by topic, tag, reading list, pick and time."""

import calendar
import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from generator.corpus.model import Paper
from generator.identifiers import TagId, TopicId
from generator.pages.catalogue import Catalogue
from generator.pages.collections import list_papers
from generator.pages.days import papers_of_page

_PERIOD = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?", re.ASCII)


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """From a day to a day, both within it; None is without an end."""

    first: date | None = None
    last: date | None = None

    def __contains__(self, day: date) -> bool:
        return (self.first is None or day >= self.first) and (self.last is None or day <= self.last)


ALWAYS = Period()


@dataclass(frozen=True, slots=True, kw_only=True)
class Slice:
    """What is asked of a paper. Of several topics one is enough, of several tags too."""

    topics: tuple[TopicId, ...] = ()
    tags: tuple[TagId, ...] = ()
    collections: tuple[str, ...] = ()
    picks: bool = False
    period: Period = ALWAYS
    """In which it stood in a digest. What has no date is in none but `ALWAYS`."""


def parse_period(text: str) -> Period:
    """Read `2025`, `2025-03` or `2025-03-12`. Raises ValueError for any other text."""
    match = _PERIOD.fullmatch(text)
    if match is None:
        raise ValueError(text)
    year, month, day = (int(part) if part else None for part in match.groups())
    if year is None or month is None:
        return Period(first=date(int(text), 1, 1), last=date(int(text), 12, 31))
    if day is None:
        days = calendar.monthrange(year, month)[1]
        return Period(first=date(year, month, 1), last=date(year, month, days))
    return Period(first=date(year, month, day), last=date(year, month, day))


def choose_papers(catalogue: Catalogue, asked: Slice) -> tuple[Paper, ...]:
    """Give the papers of a slice in the order in which the site lists them.

    That is the curator's where reading lists are asked for, that of the digests for one day, else
    the newest first.
    """
    wanted = {paper.id for paper in catalogue.papers if _is_in(catalogue, paper, asked)}
    return tuple(paper for paper in _in_order(catalogue, asked) if paper.id in wanted)


def _is_in(catalogue: Catalogue, paper: Paper, asked: Slice) -> bool:
    said = catalogue.said(paper)
    return (
        (not asked.topics or not set(asked.topics).isdisjoint(said.topics))
        and (not asked.tags or not set(asked.tags).isdisjoint(said.tags))
        and (said.pick or not asked.picks)
        and (
            asked.period == ALWAYS
            or any(a.date is not None and a.date in asked.period for a in paper.appearances)
        )
    )


def _in_order(catalogue: Catalogue, asked: Slice) -> Iterable[Paper]:
    if asked.collections:
        listed = (
            paper
            for collection in catalogue.curated.collections
            if collection.id in asked.collections
            for paper, _ in list_papers(catalogue, collection)
        )
        return {paper.id: paper for paper in listed}.values()
    day = asked.period.first
    if day is not None and day == asked.period.last:
        return papers_of_page(catalogue.days.get(day, ()))
    return catalogue.papers
