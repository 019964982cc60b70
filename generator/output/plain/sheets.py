"""A page's view as a sheet of plain Markdown, `index.md` beside the page."""

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from typing import Any

from generator.output.plain.addresses import Addresses
from generator.output.plain.authors import list_author, list_letters, list_names
from generator.output.plain.lists import (
    list_cards,
    list_changes,
    list_choices,
    list_collections,
    list_days,
    list_digest,
    list_home,
    list_listing,
    list_months,
    list_tags,
    list_topics,
)
from generator.output.plain.papers import tell_paper
from generator.output.plain.text import plain_text
from generator.pages.plan import PlannedData, PlannedPage
from generator.pages.views import (
    ArchivePage,
    AuthorPage,
    AuthorsPage,
    ChoicePage,
    CollectionPage,
    CollectionsPage,
    DigestPage,
    HomePage,
    LetterPage,
    ListingPage,
    MonthPage,
    PaperPage,
    TagsPage,
    TopicsPage,
    TrendsPage,
)

_Blocks = Callable[[Any, Addresses], Iterator[str]]
_KINDS: dict[type, _Blocks] = {
    ArchivePage: list_days,
    AuthorPage: list_author,
    AuthorsPage: list_letters,
    ChoicePage: list_choices,
    CollectionPage: list_cards,
    CollectionsPage: list_collections,
    DigestPage: list_digest,
    HomePage: list_home,
    LetterPage: list_names,
    ListingPage: list_listing,
    MonthPage: list_months,
    PaperPage: tell_paper,
    TagsPage: list_tags,
    TopicsPage: list_topics,
    TrendsPage: list_changes,
}


def plan_sheets(pages: Iterable[PlannedPage], *, site_url: str) -> Iterator[PlannedData]:
    """Plan a sheet for each page, to be made when it is written."""
    for page in pages:
        yield PlannedData(path=page.path, make=partial(_make, page, site_url))


def _make(page: PlannedPage, site_url: str) -> bytes:
    return f"{render_sheet(page, site_url=site_url)}\n".encode()


def render_sheet(page: PlannedPage, *, site_url: str) -> str:
    """Write a page as plain Markdown. What only a browser can do, such as search, is left out.

    Addresses are whole where that of the site is known, else relative; those of pages lead to their
    Markdown.
    """
    addresses = Addresses(page.path, site_url)
    blocks = [f"# {plain_text(page.title) or 'Untitled'}"]
    lead = getattr(page.view, "lead", "")
    lead = lead if isinstance(lead, str) else "".join(span.text for span in lead)
    if lead:
        blocks.append(plain_text(lead))
    write = _KINDS.get(type(page.view))
    blocks += write(page.view, addresses) if write else ()
    blocks.append(f"Page: {addresses.page}")
    return "\n\n".join(blocks)
