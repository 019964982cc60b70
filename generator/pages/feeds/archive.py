"""A feed and its archive: which papers stand in which document.

What came last stands in the document that is followed, all that came before in one for each month
(of the whole site: each day), which stays as it is once it is there: what comes later never moves
a paper from one to another. Format: https://www.rfc-editor.org/rfc/rfc5005, section 4.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from generator.pages.dates import Month
from generator.pages.feeds.model import FeedDocument, FeedEntry
from generator.pages.permalinks import day_url, listing_month_url

ENOUGH = 100  # entries: with them no further time is taken into what is followed
_MOST = 500  # entries there, should all of them have come at once

Place = Callable[[FeedEntry], str]
"""Gives the address at which the archive keeps an entry, the same for all of its time."""


def by_day(entry: FeedEntry) -> str:
    """Keep the papers of the whole site beside the page of the day on which they were new."""
    return day_url(entry.featured)


def by_month(listing_url: str) -> Place:
    """Keep the papers of a listing beside the page of its month."""

    def place(entry: FeedEntry) -> str:
        return listing_month_url(listing_url, Month.of(entry.featured))

    return place


def divide(newest: FeedDocument, place: Place, *, archived: bool) -> Iterator[FeedDocument]:
    """Divide a feed with all of its entries into the document to follow and those of its archive.

    The archive begins where the first ends; only if that is cut short do they share entries.
    Where none is to be kept, the older papers are in no document.
    """
    times = [(url, tuple(entries)) for url, entries in groupby(newest.entries, place)]
    recent = _count_recent([len(entries) for _, entries in times])
    shown = [entry for _, entries in times[:recent] for entry in entries]
    kept = times[recent - (len(shown) > _MOST) :] if archived else []
    stems = [f"{url}feed" for url, _ in kept]
    yield replace(newest, entries=tuple(shown[:_MOST]), earlier=stems[0] if stems else "")
    neighbours = zip([*stems[1:], ""], kept, ["", *stems], strict=False)
    for earlier, (url, entries), later in neighbours:
        yield replace(newest, stem=f"{url}feed", entries=entries, earlier=earlier, later=later)


def _count_recent(sizes: Sequence[int]) -> int:
    """Count how many times, newest first, it takes to have enough entries."""
    entries = 0
    for number, size in enumerate(sizes):
        if entries >= ENOUGH:
            return number
        entries += size
    return len(sizes)
