"""The plan: all that is to be written, decided before anything is."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from generator.pages.feeds.model import Feeds
from generator.pages.views import FeedLink, MathElement, PageView


@dataclass(frozen=True, slots=True, kw_only=True)
class PageHead:
    """What programs read in a page's head: names and contents of `meta` elements, and JSON-LD."""

    meta: tuple[tuple[str, str], ...] = ()
    data: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedPicture:
    """What other sites show of a page: a picture with few words. `path` is its file in the site.

    `hue` and `form` are those of a topic's swatch, else 0; `squares` are the hues of small ones, a
    row of them, 0 for none.
    """

    path: str
    above: str
    heading: str
    note: str
    hue: int = 0
    form: int = 0
    squares: tuple[int, ...] = ()

    @property
    def said(self) -> str:
        """What it shows, for whom it is read to; nothing that changes with the papers."""
        return ", ".join(filter(None, (self.heading, self.above)))


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedPage:
    """A Markdown page. `path` is its file under `build/docs`, always `.../index.md`.

    `title` and `description` are plain text, not yet escaped. `section` is the entry of the
    navigation it belongs to (`topics`), `section_root` says that it is that entry. `updated` is
    the date of the newest content on it, for the sitemap; None where no date is known. `feed` is
    the one that follows this page, where there is one; `picture` what stands for it elsewhere.
    """

    path: str
    template: str
    title: str
    description: str
    section: str = ""
    section_root: bool = False
    updated: date | None = None
    head: PageHead | None = None
    feed: FeedLink | None = None
    picture: PlannedPicture | None = None
    view: PageView


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedFile:
    """A file that is written as it is: JSON, for example."""

    path: str
    content: str

    @property
    def data(self) -> bytes:
        return self.content.encode()


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedData:
    """A file that is large, or one of very many: made when it is written, and not kept.

    What makes it gives the same bytes each time.
    """

    path: str
    make: Callable[[], bytes] = field(compare=False)

    @property
    def data(self) -> bytes:
        return self.make()


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedRedirect:
    """An address that has moved: `path` is `.../index.html`, `target` an address from the root."""

    path: str
    target: str
    title: str


PlacedFormula = tuple[int, int, tuple[MathElement, ...]]
"""Where a formula begins and ends in its text, in the UTF-16 units of a browser, and its MathML."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchRecord:
    """A paper as search knows it. `url` is its address from the root.

    `text` is searched, and so are `fields`, a name and a text each, of which some weigh more than
    the text. Who types one of `keys` finds the paper first. `labels`, a name and its values each,
    are what results can be narrowed by. `date` is the one by which they are put in order: ISO, or
    empty where none is known. `formulas` are those of the title and of the text, where there are
    any: `("title", ...)`, `("text", ...)`. `people` are authors who have a page, each by a form of
    their name and the last part of the address.
    """

    url: str
    text: str
    fields: tuple[tuple[str, str], ...]
    keys: tuple[str, ...]
    labels: tuple[tuple[str, tuple[str, ...]], ...]
    date: str
    formulas: tuple[tuple[str, tuple[PlacedFormula, ...]], ...] = ()
    people: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """Everything that is to be written, apart from what people wrote by hand. Paths are unique.

    `attachments` are files that stand beside the pages in the site and that no engine need see.
    `records` are all papers for the search index, sorted by address. `feeds` are None where the
    site's address is not known, without which there can be none.
    """

    pages: tuple[PlannedPage, ...]
    files: tuple[PlannedFile, ...]
    redirects: tuple[PlannedRedirect, ...]
    attachments: tuple[PlannedFile | PlannedData, ...] = ()
    records: tuple[SearchRecord, ...] = ()
    feeds: Feeds | None = None
    pictures: tuple[PlannedPicture, ...] = ()
