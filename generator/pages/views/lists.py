"""Papers in lists: cards, and lists of them."""

from dataclasses import dataclass

from generator.pages.views.marks import DateView, LinkView, OtherReading, Span, TagMark, TopicMark


@dataclass(frozen=True, slots=True, kw_only=True)
class CardView:
    """A paper in a list. `anchor` is its id on the page, "" where the page has it already."""

    anchor: str
    url: str
    title: str
    title_spans: tuple[Span, ...]
    """The title for HTML, where it may hold formulas."""
    topics: tuple[TopicMark, ...]
    tags: tuple[TagMark, ...]
    authors: str
    """"A, B and 4 others", "First author: X", or "Authors not known"."""
    published: DateView | None
    venue: str
    digests: str
    """"in 3 digests", where there is more than one; else empty."""
    elsewhere: tuple[LinkView, ...]
    """Other appearances: a label such as "14 March 2025, number 45" and the address of the card."""
    note: str
    """A curator's note, where it is a pick or has one: Markdown, as it was written."""
    pick: bool
    abstract: tuple[Span, ...]
    long: bool
    """Whether the abstract passes what a brief card shows (about 230 characters)."""
    others: tuple[OtherReading, ...]
    links: tuple[LinkView, ...]
    aliases: tuple[str, ...] = ()
    """Ids under which this card was or may have been linked before: empty elements bear them."""
    coins: str = ""
    """What Zotero reads of it in a list."""
    since: str = ""
    """The digest that held it first, as `news` of a page names it: `2025-03-12.2`."""
    former: tuple[str, ...] = ()
    """Slugs that were this paper's alone: a reader's marks may stand under them."""
    author_spans: tuple[Span, ...] = ()
    """`authors` with links to their pages; empty where another month could change these."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AgainView:
    """A paper that an earlier digest of the same day holds already: a line, not a card."""

    title: str
    title_spans: tuple[Span, ...]
    url: str
    """The card's place on this page: `#some-slug`."""
    where: str
    """"In the first digest, above"."""
    topics: tuple[TopicMark, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class CardSection:
    """A list of cards with its name and count. `items` are in the order to be shown."""

    id: str
    name: str
    note: str
    items: tuple[CardView | AgainView, ...]
    more: LinkView | None = None
    empty: str = ""
    """The sentence that stands where there are no items."""
