"""Pages of authors, and their index."""

from dataclasses import dataclass

from generator.pages.views.marks import DateView, LinkView, Span, TagMark, TopicMark


@dataclass(frozen=True, slots=True, kw_only=True)
class AuthorRow:
    """A paper of an author. `date` is that of publication, else of its first digest."""

    title_spans: tuple[Span, ...]
    url: str
    author_spans: tuple[Span, ...]
    date: DateView | None
    topics: tuple[TopicMark, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AuthorPage:
    """`rows` are newest first; `together` are co-authors, those of most papers first.

    `affiliation`, `links` and `note`, in Markdown, are a curator's. `namesakes` are others of a
    name, whom a curator told apart.
    """

    eyebrow: LinkView
    heading: str
    lead: str
    affiliation: str
    links: tuple[LinkView, ...]
    note: str
    topics: tuple[TopicMark, ...]
    together: tuple[TagMark, ...]
    rows: tuple[AuthorRow, ...]
    namesakes: tuple[LinkView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AuthorsPage:
    """`top` are those with the most papers; `letters` are all, `url` empty where nobody is."""

    lead: str
    top: tuple[TagMark, ...]
    letters: tuple[LinkView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterPage:
    """The names under a letter; `beside` leads to the others there, of one paper or of several."""

    eyebrow: LinkView
    heading: str
    lead: str
    beside: LinkView | None
    names: tuple[TagMark, ...]
