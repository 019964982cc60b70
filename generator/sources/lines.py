"""Bytes to text and text to lines, so that every reader counts lines and columns alike."""

import re
from dataclasses import dataclass

from generator.diagnostics import Code, Diagnostic, Place

_LINE_END = re.compile(r"\r\n|\n|\r")
_QUOTED_LENGTH = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A line that is not blank. `number` and `column`, both from 1, say where `text` begins.

    `text` is what the line holds between the white space at its two ends.
    """

    number: int
    column: int
    text: str


def decode(data: bytes, path: str) -> str | Diagnostic:
    """Read UTF-8, with or without a byte order mark; a finding at the first bad byte if it is not.

    The column counts characters, as an editor does, not bytes.
    """
    try:
        return data.decode("utf-8").removeprefix("\ufeff")
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-8").removeprefix("\ufeff")
        lines = _LINE_END.split(before)
        return Diagnostic(
            code=Code.UNREADABLE_BYTES,
            place=Place(file=path, line=len(lines), column=len(lines[-1]) + 1),
            message=f"The byte 0x{data[error.start]:02X} is not UTF-8 text.",
            hint="Save the file with the encoding UTF-8.",
        )


def decode_anyway(data: bytes) -> str:
    """Read bytes that are not UTF-8 for display, with U+FFFD in place of what is unreadable."""
    return data.decode("utf-8", "replace").removeprefix("\ufeff")


def split_lines(text: str) -> tuple[Line, ...]:
    r"""Give the lines that are not blank. Only `\n`, `\r\n` and `\r` end a line.

    `str.splitlines` also breaks at form feeds, U+0085, U+2028 and others, which stand inside
    titles and abstracts; editors do not count those as lines.
    """
    lines = []
    for number, raw in enumerate(_LINE_END.split(text), start=1):
        if content := raw.strip():
            column = len(raw) - len(raw.lstrip()) + 1
            lines.append(Line(number=number, column=column, text=content))
    return tuple(lines)


def line_starts(text: str) -> tuple[int, ...]:
    """Give the offset, from 0, at which each line begins, blank ones among them."""
    return (0, *(match.end() for match in _LINE_END.finditer(text)))


def quoted(text: str) -> str:
    """Quote the beginning of a received text in a message, on one line, without control characters.

    A message ends up in a terminal, where an escape sequence would be obeyed.
    """
    start = " ".join(text[: 4 * _QUOTED_LENGTH].split())
    plain = "".join(c if c.isprintable() else "\ufffd" for c in start)
    return f"“{plain}”" if len(plain) <= _QUOTED_LENGTH else f"“{plain[:_QUOTED_LENGTH].rstrip()}…”"
