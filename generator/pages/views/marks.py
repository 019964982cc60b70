"""The smallest parts: dates, links, swatches, running text."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class DateView:
    """`iso` is `2025-03-12`; `text` is `12 March 2025`; `short` is `12 Mar 2025`."""

    iso: str
    text: str
    short: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkView:
    """`url` is an address from the root, or an absolute one that leads elsewhere (`https://`)."""

    label: str
    url: str
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicMark:
    """A topic's swatch, name and address. `count` is the number of papers where one is shown."""

    name: str
    url: str
    hue: int
    form: int
    count: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TagMark:
    name: str
    url: str
    count: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class MathElement:
    """An element of MathML (`mi`, `msub`), with its text or its children."""

    tag: str
    attributes: tuple[tuple[str, str], ...] = ()
    text: str = ""
    children: tuple["MathElement", ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """A piece of running text; `url` is set where it is a link.

    In an abstract that is a bare address; in a lead it may be one from the root, or `#...`.
    `math` is set where it is a formula that is shown better than by its `text`: its `math`
    elements, between which a line may end; `source` is its LaTeX.
    """

    text: str
    url: str = ""
    math: tuple[MathElement, ...] = ()
    source: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class OtherReading:
    """Another text of an abstract, on demand; `source` says whose: "Second digest of the day"."""

    source: str
    abstract: tuple[Span, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Door:
    """A way into the site: name, address, one sentence."""

    link: LinkView
    sentence: str
