"""Invented histories: how many papers of which topic came in which month."""

from collections.abc import Iterator

from generator.curation.model import CuratedCorpus
from tests.pages.world import Item, curate, item, seen, tag, topic

DAYS = (3, 10, 17, 24)  # of each month


def history(
    months: dict[str, dict[str, int]], *further: Item, topics: tuple[str, ...] = ()
) -> CuratedCorpus:
    """Make a world from counts: `{"2025-01": {"kites": 20, "tag:sails": 3, "": 40}}`.

    Each paper has one topic, or one tag (`tag:...`), or neither (``); they come on four days.
    """
    labels = [label for counts in months.values() for label in counts if label]
    names = dict.fromkeys([*(label for label in labels if not label.startswith("tag:")), *topics])
    tags = dict.fromkeys(label[4:] for label in labels if label.startswith("tag:"))
    return curate(
        *(made for month, counts in months.items() for made in _items(month, counts)),
        *further,
        topics=[topic(name) for name in names],
        tags=[tag(name) for name in tags],
    )


def _items(month: str, counts: dict[str, int]) -> Iterator[Item]:
    number = 0
    for label, count in counts.items():
        for _ in range(count):
            number += 1
            day = DAYS[number % len(DAYS)]
            is_tag = label.startswith("tag:")
            yield item(
                f"Paper {number} of {month}",
                seen(f"{month}-{day:02}", number),
                topics=[label] if label and not is_tag else (),
                tags=[label[4:]] if is_tag else (),
            )
