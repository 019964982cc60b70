"""Texts and links in plain Markdown: https://spec.commonmark.org/0.31.2/.

Lighter than what pages pass (`escape.py`): no engine with extensions will read it, so only signs of
CommonMark are escaped, by a backslash, which people and programs read past.
"""

import re
from collections.abc import Iterable

from generator.output.escape import markdown_address, printable

_SPACES = re.compile(r"\s+")
_ACTS = re.compile(
    r"""
    [\\`*\[\]<~|]
  | (?<![^\W_]) _ | _ (?![^\W_])            # within a word it is a letter
  | & (?= \#? \w+ ;)                        # a reference
  | ^ (?: [\#+>=-] | \d+ (?=[.)] (?: \s | $ )) )         # a heading, a list, a quotation
    """,
    re.VERBOSE,
)


def plain_text(text: str) -> str:
    """Write a text on one line, so that nothing in it is read as a mark."""
    return _ACTS.sub(_escape, printable(_SPACES.sub(" ", text)).strip())


def _escape(match: re.Match[str]) -> str:
    sign = match[0]
    # A number before a dot begins a list: the dot is the sign to be escaped, and comes after it.
    return f"{sign}\\" if sign[0].isdigit() else f"\\{sign}"


def plain_link(label: str, address: str) -> str:
    return f"[{plain_text(label) or 'Untitled'}]({markdown_address(address)})"


def plain_note(note: str) -> str:
    """Write a curator's note as a quotation: Markdown as it was written, but no HTML."""
    return "\n".join(f"> {line}".rstrip() for line in note.replace("<", "\\<").strip().split("\n"))


def plain_table(heads: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    """Write a table; its cells are Markdown already. Format: https://github.github.com/gfm/#tables-extension-."""
    names = [plain_text(head) for head in heads]
    lines = [names, ["---"] * len(names), *rows]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in lines)
