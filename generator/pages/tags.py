"""Tags: an index from A to Z, and a listing of each."""

import unicodedata
from collections.abc import Iterator
from dataclasses import replace

from generator.pages.cards import Cards
from generator.pages.catalogue import Catalogue
from generator.pages.listings import Listing, plan_listing
from generator.pages.permalinks import TAGS, page_path, tag_url
from generator.pages.plan import PlannedPage
from generator.pages.trends.histories import Dating, draw_history
from generator.pages.views import LinkView, TagMark, TagsPage
from generator.pages.words import counted

_ABOVE = LinkView(label="Tags", url=TAGS)
_TOP = 4  # tags that are named as the most used
_NO_LETTER = "#"


def plan_tags(cards: Cards) -> Iterator[PlannedPage]:
    """Plan the index of tags in use, then the listing of every tag: an address that stays."""
    catalogue = cards.catalogue
    yield _plan_index(catalogue)
    dating = Dating.of(catalogue)
    for tag in catalogue.curated.tags:
        aliases = f"Also: {', '.join(tag.aliases)}." if tag.aliases else ""
        listing = Listing(
            url=tag_url(tag.id),
            name=tag.name,
            lead=" ".join(filter(None, (tag.description, aliases))),
            section="tags",
            part_of=_ABOVE,
            papers=catalogue.by_tag[tag.id],
            history=draw_history(catalogue.by_tag[tag.id], dating),
            empty=f"No paper has the tag {tag.name} yet.",
        )
        yield from plan_listing(listing, cards)


def _plan_index(catalogue: Catalogue) -> PlannedPage:
    marks = sorted(
        (
            replace(catalogue.tag_marks[tag.id], count=len(catalogue.by_tag[tag.id]))
            for tag in catalogue.tags_in_use
        ),
        key=lambda mark: (_plain(mark.name), mark.name, mark.url),
    )
    lead = f"{counted(len(marks), 'label')}, finer than topics: methods, data, kinds of paper."
    return PlannedPage(
        path=page_path(TAGS),
        template="tags.md.j2",
        title="Tags",
        description=lead,
        section="tags",
        section_root=True,
        updated=catalogue.newest,
        view=TagsPage(
            lead=lead,
            top=tuple(sorted(marks, key=lambda mark: -(mark.count or 0))[:_TOP]),
            letters=_group_by_letter(marks),
        ),
    )


def _group_by_letter(marks: list[TagMark]) -> tuple[tuple[str, tuple[TagMark, ...]], ...]:
    """Group sorted tags by their first letter, A to Z; digits and all else come last."""
    letters: dict[str, list[TagMark]] = {}
    for mark in marks:
        letters.setdefault(_first_letter(mark.name), []).append(mark)
    order = sorted(letters, key=lambda letter: (letter == _NO_LETTER, letter))
    return tuple((letter, tuple(letters[letter])) for letter in order)


def _first_letter(name: str) -> str:
    letter = _plain(name)[:1].upper()
    return letter if letter.isascii() and letter.isalpha() else _NO_LETTER


def _plain(name: str) -> str:
    """Take case and accents off a name, so that `Évaluation` stands under E."""
    decomposed = unicodedata.normalize("NFKD", name.casefold())
    return "".join(c for c in decomposed if not unicodedata.combining(c))
