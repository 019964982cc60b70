"""Entries as a person would write them in YAML: `key: value`, long texts indented beneath.

Every text is written so that it reads back as the same text, in quotes where it has to be.
"""

import re
import textwrap
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from generator.curation.scalars import parse_plain
from generator.curation.wording import shorten
from generator.identifiers import parse_arxiv_id

_WIDTH = 100
_SHORTEST = 30
"""Characters of a title in a comment, if the line is full already."""
_PLAIN = re.compile(r"[A-Za-z0-9](?:[\w ,.()/+'’–-]*[\w.()+’–-])?")


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """The name of a paper, an arXiv id or a slug, and its title, which becomes a comment."""

    name: str
    title: str


Value = str | int | bool | Reference | Sequence["Value"] | Mapping[str, "Value"]
"""What an entry holds: a text, a number, true or false, a paper, a list, or keys with values."""


def render_entry(entry: Mapping[str, Value]) -> str:
    """Write an entry of a list."""
    lines = _list_lines(entry, _WIDTH - 2)
    return "".join(f"{'  ' if n else '- '}{line}".rstrip() + "\n" for n, line in enumerate(lines))


def _list_lines(entry: Mapping[str, Value], width: int) -> list[str]:
    lines: list[str] = []
    for key, value in entry.items():
        if isinstance(value, Mapping):
            lines += (f"{key}:", *_indent(_list_lines(value, width - 2)))
        elif isinstance(value, str):
            lines += _list_text(key, value, width)
        elif isinstance(value, Sequence):
            lines += _list_items(key, value, width)
        elif isinstance(value, Reference):
            lines.append(_write_reference(key, value, width))
        else:
            lines.append(f"{key}: {str(value).lower()}")
    return lines


def _write_reference(key: str, paper: Reference, width: int) -> str:
    # An arXiv id looks like a number, and is read as it is written.
    name = paper.name if parse_arxiv_id(paper.name) else write_text(paper.name)
    line = f"{key}: {name}" if key else name
    title = "".join(c if c.isprintable() else " " for c in paper.title)
    return f"{line}  # {shorten(title, max(_SHORTEST, width - len(line) - 4))}"


def _list_text(key: str, text: str, width: int) -> list[str]:
    if "\n" in text:
        return [f"{key}: |-", *_indent(text.split("\n"))]
    short = f"{key}: {write_text(text)}"
    if len(short) <= width:
        return [short]
    folded = textwrap.wrap(text, width - 2, break_long_words=False, break_on_hyphens=False)
    return [f"{key}: >-", *_indent(folded)]


def _list_items(key: str, items: Sequence[Value], width: int) -> list[str]:
    texts = [write_text(item, in_brackets=True) for item in items if isinstance(item, str)]
    whole = f"{key}: [{', '.join(texts)}]"
    if len(texts) == len(items) and len(whole) <= width:
        return [whole]
    lines = [f"{key}:"]
    for item in items:
        if isinstance(item, Mapping):
            inner = _list_lines(item, width - 4)
        elif isinstance(item, Reference):
            inner = [_write_reference("", item, width - 4)]
        else:
            inner = [write_text(str(item))]
        lines += _indent([f"{'  ' if n else '- '}{line}" for n, line in enumerate(inner)])
    return lines


def _indent(lines: Sequence[str]) -> list[str]:
    return [f"  {line}".rstrip() for line in lines]


def write_text(text: str, *, in_brackets: bool = False) -> str:
    """Write a text on one line, in quotes unless every reader of YAML takes it for this text."""
    is_plain = _PLAIN.fullmatch(text) and parse_plain(text) == text
    if is_plain and not (in_brackets and "," in text):
        return text
    if '"' not in text and "\\" not in text:
        return f'"{text}"'
    return "'" + text.replace("'", "''") + "'"
