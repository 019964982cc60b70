"""Braces: which one closes which, and texts with pieces taken out."""

import re
from collections.abc import Iterable
from typing import NamedTuple

_BRACE = re.compile(r"\\.|[{}]", re.DOTALL)


class Edit(NamedTuple):
    """Put `text` where `start` to `stop` stood."""

    start: int
    stop: int
    text: str = ""


def match_braces(text: str) -> dict[int, int]:
    r"""Give for each `{` that is closed the place of its `}`; `\{` and `\}` are no braces."""
    closers: dict[int, int] = {}
    opened: list[int] = []
    for match in _BRACE.finditer(text):
        if match[0] == "{":
            opened.append(match.start())
        elif match[0] == "}" and opened:
            closers[opened.pop()] = match.start()
    return closers


def apply_edits(text: str, edits: Iterable[Edit]) -> str:
    """Make all edits at once; of two that overlap, the one that begins first is made."""
    pieces = []
    end = 0
    for edit in sorted(edits):
        if edit.start >= end:
            pieces += [text[end : edit.start], edit.text]
            end = edit.stop
    return "".join(pieces) + text[end:]
