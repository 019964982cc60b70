"""Extents: how many days with a digest there are, and how many papers came on them."""

from collections.abc import Iterable
from datetime import date

from generator.corpus.model import Paper
from generator.pages.catalogue import Catalogue
from generator.pages.days import papers_of_page
from generator.pages.words import counted, joined


def papers_of_days(catalogue: Catalogue, days: Iterable[date]) -> tuple[Paper, ...]:
    """Give the papers of these days, each once, in the order in which they came."""
    return papers_of_page(shelf for day in days for shelf in catalogue.days[day])


def count_papers(catalogue: Catalogue, days: Iterable[date]) -> int:
    return len(papers_of_days(catalogue, days))


def say_extent(catalogue: Catalogue, days: Iterable[date], undated: int = 0) -> str:
    """Say it in a sentence: `3 days with 286 papers and 1 undated digest.`."""
    days = list(days)
    parts = [f"{counted(len(days), 'day')} with {counted(count_papers(catalogue, days), 'paper')}"]
    if not days:
        parts = ["No dated digest yet"]
    if undated:
        parts.append(counted(undated, "undated digest"))
    return f"{joined(parts)}."
