"""The little of Markdown that lists of papers need: links, emphasis, rows of a table."""

import re
from dataclasses import dataclass

_LINK = re.compile(
    r"(!?)\[((?:[^\[\]\\]|\\.){0,2000})\]\(\s?<?(https?://[^\s()<>]{1,600}(?:\([^\s()]{0,80}\))?)>?[^()\n]{0,200}\)"
)
_BARE = re.compile(r"https?://[^\s()<>\[\]|\"']{1,600}")
_BAR = re.compile(r"(?<!\\)\|")
_SPACED_BAR = re.compile(r"\s\|\s?|\|\s")
_MARK_UP = re.compile(r"(\*\*|__|`)")
_TAG = re.compile(r"</?[A-Za-z][^<>\n]{0,300}>")
_RULE_CELL = re.compile(r":?-{2,}:?|:?-:?")
_EMPTY = re.compile(r"\[\s*\]|\(\s*\)")
_LABELS = frozenset(
    {"paper", "papers", "pdf", "arxiv", "link", "abs", "html", "website", "project", "code", "page"}
    | {"github", "huggingface", "hf", "tweet", "blog", "here", "url", "doi", "openreview"}
)
_NUMBER = re.compile(r"\A\s*(?:\d{1,4}[.)]|[-*+])\s+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """A piece of Markdown: its text without links, and the links, words and addresses."""

    text: str
    links: tuple[tuple[str, str], ...]
    bold: str = ""
    """What stands in bold first."""
    before: str = ""
    """The text before the first link."""


def read_cell(source: str) -> Cell:
    source = _TAG.sub(" ", source)
    links = [(plain(m[2]), m[3]) for m in _LINK.finditer(source) if not m[1]]
    rest = _LINK.sub(lambda m: "" if m[1] or is_label(m[2]) else m[2], source)
    first = _LINK.search(source)
    known = {address for _, address in links}
    without = _LINK.sub(" ", source)
    links += [("", b) for b in _BARE.findall(without) if b not in known]
    bold = re.search(r"\*\*((?:[^*]|\*(?!\*)){1,600})\*\*", rest)
    return Cell(
        text=plain(rest),
        links=tuple(links),
        bold=plain(bold[1]) if bold else "",
        before=plain(source[: first.start()] if first else rest),
    )


def is_label(words: str) -> bool:
    """Whether the words of a link only say what it leads to: `Paper`, `arXiv`."""
    return bool(words) and {word.strip(":.,").lower() for word in words.split()} <= _LABELS


def plain(text: str) -> str:
    """Take emphasis and escapes away."""
    text = _EMPTY.sub("", _MARK_UP.sub("", text)).replace("\\|", "|")
    return text.strip()


def split_row(row: str) -> list[str]:
    """Cut a row of a table at its bars, without those at its two ends."""
    return [cell.strip() for cell in _BAR.split(row.strip().removeprefix("|").removesuffix("|"))]


def split_spaced_row(row: str) -> list[str]:
    """Cut a row only where a bar has a space beside it, as those within words have not."""
    return [cell.strip() for cell in _SPACED_BAR.split(row.strip().strip("|"))]


def is_rule(row: str) -> bool:
    """Whether a row is the line below a table's head."""
    cells = split_row(row)
    return "|" in row and "-" in row and all(_RULE_CELL.fullmatch(cell) for cell in cells)


def without_number(text: str) -> str:
    """Take the mark of a list away: `1) `, `- `."""
    return _NUMBER.sub("", text, count=1)
