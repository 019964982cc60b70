"""The digests that a mail is of, and their papers. What has no date is mailed as new by nobody."""

from collections.abc import Iterable, Iterator, Sequence

from generator.identifiers import TopicId
from generator.pages.catalogue import Catalogue, Entry, Shelf
from generator.pages.slices import Period


def find_digests(catalogue: Catalogue, period: Period | None) -> tuple[Shelf, ...]:
    """Give the dated digests of a period, oldest first; without one, those of the newest day."""
    newest = catalogue.newest
    if period is None and newest:
        period = Period(first=newest, last=newest)
    days = sorted(day for day in catalogue.days if period and day in period)
    return tuple(shelf for day in days for shelf in catalogue.days[day])


def list_papers(
    catalogue: Catalogue, shelves: Iterable[Shelf], topics: Sequence[TopicId] = ()
) -> Iterator[Entry]:
    """Give the papers of digests, each once, as the first of them has it.

    Of several `topics` one is enough; without any, every paper is given.
    """
    seen = set()
    for shelf in shelves:
        for entry in shelf.entries:
            wanted = not topics or not set(topics).isdisjoint(catalogue.said(entry.paper).topics)
            if wanted and entry.paper.id not in seen:
                seen.add(entry.paper.id)
                yield entry
