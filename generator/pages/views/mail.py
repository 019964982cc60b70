"""A mail of new papers. Unlike in a page, every address is whole, as `https://...`."""

from dataclasses import dataclass

from generator.pages.views.marks import LinkView


@dataclass(frozen=True, slots=True, kw_only=True)
class MailPaper:
    """A paper in a mail. Its texts are plain: mail programs show no MathML."""

    title: str
    url: str
    by: str
    """"A, B and 4 others · 5 Jan 2024 · NeurIPS 2024"."""
    abstract: str
    note: str
    """A curator's note: Markdown, as it was written."""
    links: tuple[LinkView, ...]
    again: str = ""
    """"first on 11 March 2025" where an earlier digest had it; else empty."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MailSection:
    """Papers of a topic, or others that belong together: then `url` is empty, `hue`, `form` 0."""

    name: str
    papers: tuple[MailPaper, ...]
    url: str = ""
    hue: int = 0
    form: int = 0
    left_out: int = 0
    """Papers for which a shortened mail has no room."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MailView:
    """What a mail says. Each paper stands in it once.

    `shortened` says that abstracts are cut or papers left out.
    """

    site: LinkView
    heading: str
    """`Wednesday 12 March 2025`, `11 to 14 March 2025`."""
    subject: str
    lead: str
    url: str
    """Where the same papers are on the site."""
    sections: tuple[MailSection, ...]
    unsubscribe: str
    """Where a reader leaves the list: `https:` or `mailto:`."""
    shortened: bool = False
