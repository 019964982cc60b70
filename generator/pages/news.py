"""What a returning reader may not have seen yet: digests by name, and how many papers each brought.

Which of them are new is for the reader's browser to say, which remembers those of the last visit.
So nothing here rests on the time of a build, and a site that is built anew has no news.
"""

from collections import Counter
from collections.abc import Iterable

from generator.corpus.model import Paper
from generator.pages.catalogue import Catalogue, Shelf

_RECENT = 30  # digests, the newest: who was away for longer is told "at least"


def first_digest(catalogue: Catalogue, paper: Paper) -> str:
    """Name the digest that held a paper first, empty where that has no date."""
    return name_digest(catalogue.shelves[paper.appearances[0].digest])


def name_digest(shelf: Shelf) -> str:
    """Name a digest: `2025-03-12`, and the second of that day `2025-03-12.2`; sorted, by age."""
    digest = shelf.digest
    if digest.date is None:
        return ""
    return digest.date.isoformat() + (f".{digest.ordinal}" if digest.ordinal > 1 else "")


def list_news(catalogue: Catalogue, papers: Iterable[Paper]) -> tuple[tuple[str, int], ...]:
    """Name the newest digests of the site, newest first, each with how many of `papers` it brought.

    They are the same digests wherever this is asked, so that any page says what there was to see.
    """
    brought = Counter(first_digest(catalogue, paper) for paper in papers)
    dated = [shelf for shelves in catalogue.days.values() for shelf in shelves]
    dated.sort(key=lambda shelf: (str(shelf.digest.date), shelf.digest.ordinal), reverse=True)
    return tuple((name, brought[name]) for name in map(name_digest, dated[:_RECENT]))
