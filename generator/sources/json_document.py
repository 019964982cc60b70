"""JSON with the place of each of its parts, whole or broken off.

The parts of a list or an object are read one after the other, so that those before a break are
known although the whole is not JSON. Format: https://www.rfc-editor.org/rfc/rfc8259
"""

import json
import re
from dataclasses import dataclass
from typing import Any

_SPACE = re.compile(r"[ \t\r\n]*")
_DECODER = json.JSONDecoder()


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A value of a list or object: its number or key, and where it lies in the text, from 0."""

    key: str | int
    value: Any
    start: int
    stop: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Break:
    """Where understanding ended, and what it was that began there, or before it.

    `key` is that of the part which is broken, and `start` where its value begins.
    """

    message: str
    offset: int
    key: str | int = ""
    start: int = -1


@dataclass(frozen=True, slots=True, kw_only=True)
class Container:
    """A list or an object, from `start` to `stop` in the text."""

    is_list: bool
    parts: tuple[Part, ...]
    start: int
    stop: int
    broken: Break | None = None

    def find(self, key: str) -> Part | None:
        """Give the part of a key, the last one where it stands twice."""
        return next((part for part in reversed(self.parts) if part.key == key), None)


def read_container(text: str, start: int = 0) -> Container | None:
    """Read the parts of the list or object that begins at `start`; None if neither does."""
    start = _skip(text, start)
    opening = text[start : start + 1]
    if opening not in {"[", "{"}:
        return None
    is_list = opening == "["
    parts: list[Part] = []

    def end(stop: int, broken: Break | None = None) -> Container:
        return Container(is_list=is_list, parts=tuple(parts), start=start, stop=stop, broken=broken)

    at = _skip(text, start + 1)
    closing = "]" if is_list else "}"
    if text[at : at + 1] == closing:
        return end(at + 1)
    while True:
        key: str | int = len(parts)
        value_at = at
        try:
            if not is_list:
                key, value_at = _read_key(text, at)
            value, stop = _DECODER.raw_decode(text, value_at)
        except json.JSONDecodeError as error:
            message = error.msg[:1].lower() + error.msg[1:]
            message = message.removesuffix(" at").removesuffix(" starting")
            where = min(error.pos, len(text))
            return end(at, Break(message=message, offset=where, key=key, start=value_at))
        except (ValueError, RecursionError):  # a number of thousands of digits, as many brackets
            return end(at, Break(message="too deep or too large", offset=value_at, key=key))
        parts.append(Part(key=key, value=value, start=value_at, stop=stop))
        at = _skip(text, stop)
        sign = text[at : at + 1]
        if sign == closing:
            return end(at + 1)
        if sign != ",":
            said = "the text ends" if not sign else f"a comma or `{closing}` is missing"
            return end(stop, Break(message=said, offset=at, key=len(parts)))
        at = _skip(text, at + 1)
        if text[at : at + 1] == closing:  # a last comma too much: what was meant is plain
            return end(at + 1)


def skip_space(text: str, offset: int) -> int:
    return _skip(text, offset)


def _read_key(text: str, at: int) -> tuple[str, int]:
    if text[at : at + 1] != '"':
        raise json.JSONDecodeError("a key in double quotes is missing", text, at)
    key, after = _DECODER.raw_decode(text, at)
    after = _skip(text, after)
    if text[after : after + 1] != ":":
        raise json.JSONDecodeError("a colon is missing", text, after)
    return key, _skip(text, after + 1)


def _skip(text: str, offset: int) -> int:
    match = _SPACE.match(text, offset)
    return match.end() if match else offset
