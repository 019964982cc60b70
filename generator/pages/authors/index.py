"""The index of authors: all by letter, those with a page of their own first.

Whoever has one paper stands on a page of its own below the letter, and leads to that paper.
"""

import string
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from generator.corpus.authorship import Author, Authorship
from generator.pages.authors.filing import OTHER, FiledName, file_name
from generator.pages.catalogue import Catalogue
from generator.pages.permalinks import AUTHORS, author_url, letter_url, page_path, paper_url
from generator.pages.plan import PlannedPage
from generator.pages.views import AuthorsPage, LetterPage, LinkView, TagMark
from generator.pages.words import counted

_TOP = 12
_LETTERS = (*string.ascii_uppercase, OTHER)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Listed:
    """An author of whom a paper is shown."""

    author: Author
    filed: FiledName
    count: int
    url: str
    has_page: bool


def plan_author_index(catalogue: Catalogue) -> Iterator[PlannedPage]:
    """Plan the index and its letters."""
    listed = sorted(_list_all(catalogue), key=lambda item: item.filed.key)
    several: defaultdict[str, list[_Listed]] = defaultdict(list)
    once: defaultdict[str, list[_Listed]] = defaultdict(list)
    for item in listed:
        (several if item.has_page else once)[item.filed.letter].append(item)
    yield _plan_index(catalogue, listed, {*several, *once})
    for letter in _LETTERS:
        if letter in several or letter in once:
            yield _plan_letter(catalogue, letter, several[letter], _say_once(letter, once))
        if letter in once:
            back = LinkView(label="Several papers", url=letter_url(letter))
            yield _plan_letter(catalogue, letter, once[letter], back, once=True)


def _list_all(catalogue: Catalogue) -> Iterator[_Listed]:
    authorship = catalogue.authorship
    for author in authorship.authors.values():
        papers = catalogue.papers_of(author.id)
        if papers:
            has_page = authorship.has_page(author.id)
            yield _Listed(
                author=author,
                filed=_file(author, authorship),
                count=len(papers),
                url=author_url(author.id) if has_page else paper_url(papers[0].id),
                has_page=has_page,
            )


def _file(author: Author, authorship: Authorship) -> FiledName:
    """File an author; one who shares a name is told from the others by where they work."""
    filed = file_name(author.name)
    if author.person and author.person.affiliation and author.id in authorship.namesakes:
        return replace(filed, shown=f"{filed.shown} ({author.person.affiliation})")
    return filed


def _plan_index(catalogue: Catalogue, listed: Sequence[_Listed], letters: set[str]) -> PlannedPage:
    pages = [item for item in listed if item.has_page]
    lead = (
        f"{counted(len(listed), 'name')} as sources give them, "
        f"{len(pages):,} with a page of their own."
        if listed
        else "No source has named an author yet."
    )
    top = sorted(pages, key=lambda item: (-item.count, item.filed.key))[:_TOP]
    return PlannedPage(
        path=page_path(AUTHORS),
        template="authors.md.j2",
        title="Authors",
        description=lead,
        updated=catalogue.newest,
        view=AuthorsPage(
            lead=lead,
            top=tuple(TagMark(name=i.author.name, url=i.url, count=i.count) for i in top),
            letters=tuple(_link_letters(letters)),
        ),
    )


def _link_letters(letters: set[str], now: str = "") -> Iterator[LinkView]:
    """Name every letter; one without names, or the one that is read now, is no link."""
    for letter in _LETTERS:
        if letter in letters or letter != OTHER:
            url = letter_url(letter) if letter in letters and letter != now else ""
            yield LinkView(label=_show(letter), url=url)


def _show(letter: str) -> str:
    return "Other" if letter == OTHER else letter


def _say_once(letter: str, once: Mapping[str, Sequence[_Listed]]) -> LinkView | None:
    if letter not in once:
        return None
    label = counted(len(once[letter]), "name with one paper", "names with one paper")
    return LinkView(label=label, url=letter_url(letter, once=True))


def _plan_letter(
    catalogue: Catalogue,
    letter: str,
    names: Sequence[_Listed],
    beside: LinkView | None,
    *,
    once: bool = False,
) -> PlannedPage:
    shown = "other letters" if letter == OTHER else letter
    heading = f"Authors: {shown}" + (", one paper each" if once else "")
    lead = (
        f"{counted(len(names), 'name')}; each leads to the paper."
        if once
        else f"{counted(len(names), 'name')} with several papers."
    )
    return PlannedPage(
        path=page_path(letter_url(letter, once=once)),
        template="letter.md.j2",
        title=heading,
        description=lead,
        updated=catalogue.newest,
        view=LetterPage(
            eyebrow=LinkView(label="Authors", url=AUTHORS),
            heading=heading,
            lead=lead,
            beside=beside,
            names=tuple(
                TagMark(name=i.filed.shown, url=i.url, count=None if once else i.count)
                for i in names
            ),
        ),
    )
