"""A JSON object on one line, with the column of every key and value."""

import json
import re
from dataclasses import dataclass
from typing import Any

_SPACE = re.compile(r"[ \t]*")
_DECODER = json.JSONDecoder()


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """A key and its value. Offsets are from 0 in the text; `items` are those of a list's items."""

    key: str
    key_offset: int
    value: Any
    value_offset: int
    items: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class NotJson:
    """What is wrong with a text that is no JSON object, and at what offset."""

    message: str
    offset: int


def parse_members(text: str) -> tuple[Member, ...] | NotJson:
    """Read the members of a JSON object in their order, a repeated key each time it stands there.

    Format: https://www.rfc-editor.org/rfc/rfc8259
    """
    try:
        value = json.loads(text)
    except json.JSONDecodeError as error:
        return NotJson(message=f"This is not JSON: {_lower_first(error.msg)}.", offset=error.pos)
    except (ValueError, RecursionError):  # a number of thousands of digits; thousands of brackets
        return NotJson(message="This JSON is too large to be read.", offset=0)
    if not isinstance(value, dict):
        return NotJson(message="This is not a JSON object, `{...}`.", offset=0)
    members = []
    offset = _skip(text, _skip(text, 0) + 1)
    while text[offset] != "}":
        key, after_key = _DECODER.raw_decode(text, offset)
        value_offset = _skip(text, _skip(text, after_key) + 1)
        value, after = _DECODER.raw_decode(text, value_offset)
        items = _items(text, value_offset) if isinstance(value, list) else ()
        members.append(
            Member(key=key, key_offset=offset, value=value, value_offset=value_offset, items=items)
        )
        offset = _next(text, after)
    return tuple(members)


def _items(text: str, offset: int) -> tuple[int, ...]:
    """Give the offsets of the items of the list that begins at `offset`."""
    items = []
    offset = _skip(text, offset + 1)
    while text[offset] != "]":
        items.append(offset)
        offset = _next(text, _DECODER.raw_decode(text, offset)[1])
    return tuple(items)


def _next(text: str, offset: int) -> int:
    """Skip a comma, where one follows."""
    offset = _skip(text, offset)
    return _skip(text, offset + 1) if text[offset] == "," else offset


def _skip(text: str, offset: int) -> int:
    match = _SPACE.match(text, offset)
    return match.end() if match else offset


def _lower_first(text: str) -> str:
    return text[:1].lower() + text[1:]
