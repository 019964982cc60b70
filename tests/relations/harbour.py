"""A small invented harbour of papers that are near one another, or not."""

from collections.abc import Iterable

from generator.curation.model import CuratedCorpus
from generator.relations.model import Relations
from generator.relations.relating import relate_papers
from tests.pages.world import Item, curate, item, seen

KITES = "Tethered kites carry cameras. A tethered kite drifts in gusts, and its tether hums."
_SYLLABLES = ("ba", "do", "fi", "gu", "ka", "lo", "mu", "ni", "po", "ra", "so", "tu", "va", "zo")
FILLING = 60
"""Papers in words of their own, near to none, so that the words of others are rare."""


def filling() -> tuple[Item, ...]:
    return tuple(filler(number) for number in range(FILLING))


def filler(number: int, more: str = "") -> Item:
    first, second = divmod(number, len(_SYLLABLES))
    word = f"qu{_SYLLABLES[first]}{_SYLLABLES[second]}x"
    abstract = f"{word}ok. {word}im. {more}"
    return item(word, seen("2025-03-01", number + 1), abstract=abstract)


def kite(name: str, day: str, position: int = 1, **said: object) -> Item:
    """Make a paper on kites; all of them are near one another."""
    own = " ".join(f"{name}{syllable}." for syllable in _SYLLABLES)
    abstract = f"{KITES} {own}"
    return item(f"Tethered kites {name}", seen(day, position), abstract=abstract, **said)  # type: ignore[arg-type]


def harbour(*items: Item) -> CuratedCorpus:
    return curate(*items, *filling())


def near(relations: Relations, paper: str) -> list[str]:
    """Name the papers near one."""
    return [relation.paper for relation in relations.rows[paper].relations]  # type: ignore[index]


def related(paper: str, items: Iterable[Item]) -> list[str]:
    return near(relate_papers(harbour(*items)), paper)
