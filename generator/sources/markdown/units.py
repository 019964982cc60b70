"""Markdown cut into units: headings, entries of lists, paragraphs, and the frame around them.

Only as much of the syntax as lists of papers use; what is within a unit is read by `markdown`.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from generator.sources.lines import Line
from generator.sources.markdown.cells import Cell, read_cell

HEADING = re.compile(r"#{1,6}\s")
BULLET = re.compile(r"(?:[-*+]|\d{1,4}[.)])\s+\S")
_RULE = re.compile(r"(?:[-*_=]\s?){3,}")
_SUMMARY = re.compile(r"(?:<details[^<>]*>\s*)?<summary>", re.IGNORECASE)
_FRAME = re.compile(
    r"(?:</?[A-Za-z][^<>]{0,900}>|<!--.*-->|!?\[[^\[\]]{0,300}\][(\[][^()\[\]]{0,900}[)\]]|&nbsp;"
    r"|\[!\[[^\[\]]{0,300}\][(\[][^()\[\]]{0,900}[)\]]\][(\[][^()\[\]]{0,900}[)\]]|[\s|·•-])++"
)
_CONTENTS = re.compile(r"(?:[-*+]|\d{1,4}[.)])\s+\[[^\[\]]{1,300}\]\(#[^()\s]{0,300}\)\W*")
_FENCE = re.compile(r"```|~~~")
_STARTS_AN_ENTRY = re.compile(r"\*\*|\[|\"|“")
_LONGEST_FRONT_MATTER = 60
_MOST_LINES = 60


class Kind(StrEnum):
    HEADING = "heading"
    BULLET = "bullet"
    SUMMARY = "summary"
    """What stands on a part that can be folded away (`<summary>`)."""
    TEXT = "text"
    FRAME = "frame"
    """Badges, rules, tags, tables of contents: it speaks of no paper."""


@dataclass(frozen=True, kw_only=True)
class Unit:
    """Lines that belong together."""

    kind: Kind
    lines: tuple[Line, ...]

    @property
    def column(self) -> int:
        return self.lines[0].column

    @property
    def text(self) -> str:
        """Its first line."""
        return _unquote(self.lines[0].text)

    @cached_property
    def cells(self) -> tuple[Cell, ...]:
        """What each line says."""
        return tuple(read_cell(_unquote(line.text)) for line in self.lines)

    @cached_property
    def papers(self) -> frozenset[str]:
        """The addresses of papers in it."""
        return frozenset(address for cell in self.cells for address in cell.papers)


def cut_units(lines: Sequence[Line]) -> Iterator[Unit]:
    """Cut lines into units; each line is in one, in order."""
    at = 0
    while at < len(lines):
        kind, size = _measure(lines, at)
        yield Unit(kind=kind, lines=tuple(lines[at : at + size]))
        at += size


def _measure(lines: Sequence[Line], at: int) -> tuple[Kind, int]:
    """Say what begins at a line, and how many lines it has."""
    text = _unquote(lines[at].text)
    if at == 0 and text == "---" and (size := _find(lines, 1, "---", _LONGEST_FRONT_MATTER)):
        return Kind.FRAME, size
    if _FENCE.match(text):
        return Kind.FRAME, max(1, _find(lines, at + 1, text[:3], _MOST_LINES) - at)
    if HEADING.match(text):
        return Kind.HEADING, 1
    if _SUMMARY.match(text) and "://" in text:
        return Kind.SUMMARY, 1
    is_frame = any(sign.fullmatch(text) for sign in (_RULE, _FRAME, _CONTENTS))
    if is_frame and not read_cell(text).papers:
        return Kind.FRAME, 1
    kind = Kind.BULLET if BULLET.match(text) else Kind.TEXT
    size = 1
    while at + size < min(len(lines), at + _MOST_LINES) and _goes_on(lines, at, at + size, kind):
        size += 1
    return kind, size


def _unquote(text: str) -> str:
    """Take away the mark of what is quoted."""
    return text[1:].strip() or text if text.startswith(">") else text


def _find(lines: Sequence[Line], at: int, mark: str, most: int) -> int:
    """Give the number of lines up to and with the one that begins with a mark; 0 if none does."""
    for number in range(at, min(len(lines), at + most)):
        if lines[number].text.startswith(mark):
            return number + 1
    return 0


def _goes_on(lines: Sequence[Line], first: int, at: int, kind: Kind) -> bool:
    """Whether a line belongs to the entry or paragraph that began before it."""
    line, text = lines[at], _unquote(lines[at].text)
    if any(sign.match(text) for sign in (HEADING, BULLET, _FENCE, _SUMMARY)):
        return False
    if _RULE.fullmatch(text) or text.startswith("|"):
        return False
    adjoins = line.number == lines[at - 1].number + 1
    if kind is Kind.BULLET:
        return adjoins or line.column > lines[first].column + 1  # a single space is a slip
    if not adjoins or line.text.startswith("<"):
        return False
    # Papers may stand line by line, without marks of a list.
    begins = _STARTS_AN_ENTRY.match(line.text) and bool(read_cell(line.text).papers)
    return not (begins and any(read_cell(each.text).papers for each in lines[first:at]))
