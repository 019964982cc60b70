"""A feed and its archive: which papers stand in which document.

What came last stands in the document that is followed, all that came before in one for each month
(of the whole site: each day), which stays as it is once it is there: what comes later never moves
a paper from one to another. Format: https://www.rfc-editor.org/rfc/rfc5005, section 4.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from generator.pages.dates import Month
from generator.pages.feeds.model import FeedDocument, FeedEntry
from generator.pages.permalinks import day_url, listing_month_url

_MOST = 500  # entries of the document to follow, should all of them have come at once


@dataclass(frozen=True, slots=True, kw_only=True)
class Times:
    """How a feed is divided. `place` gives the page beside which the archive keeps an entry.

    With `enough` entries no earlier time is taken into the document that is followed.
    """

    place: Callable[[FeedEntry], str]
    enough: int


DAYS = Times(place=lambda entry: day_url(entry.featured), enough=100)


def months_of(listing_url: str) -> Times:
    """Divide the papers of a listing as its pages are."""
    return Times(
        place=lambda entry: listing_month_url(listing_url, Month.of(entry.featured)), enough=50
    )


def divide(newest: FeedDocument, by: Times, *, archived: bool) -> Iterator[FeedDocument]:
    """Divide a feed with all of its entries into the document to follow and those of its archive.

    The archive begins where the first ends; only if that is cut short do they share entries.
    Where none is to be kept, the older papers are in no document.
    """
    times = [(url, tuple(entries)) for url, entries in groupby(newest.entries, by.place)]
    recent = _count_recent([len(entries) for _, entries in times], by.enough)
    shown = [entry for _, entries in times[:recent] for entry in entries]
    kept = times[recent - (len(shown) > _MOST) :] if archived else []
    stems = [f"{url}feed" for url, _ in kept]
    yield replace(newest, entries=tuple(shown[:_MOST]), earlier=stems[0] if stems else "")
    neighbours = zip([*stems[1:], ""], kept, ["", *stems], strict=False)
    for earlier, (url, entries), later in neighbours:
        yield replace(newest, stem=f"{url}feed", entries=entries, earlier=earlier, later=later)


def _count_recent(sizes: Sequence[int], enough: int) -> int:
    """Count how many times, newest first, it takes to have enough entries."""
    entries = 0
    for number, size in enumerate(sizes):
        if entries >= enough:
            return number
        entries += size
    return len(sizes)
