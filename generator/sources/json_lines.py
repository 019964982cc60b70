"""JSON Lines: an object a line.

Format: https://jsonlines.org.
"""

import json
from collections.abc import Iterator
from typing import Any

from generator.sources.lines import Line
from generator.sources.python_literals import translate_literal
from generator.sources.reader import Source


def read_first(source: Source) -> dict[str, Any] | None:
    """Give the first object of a text that has more than one line of them, else None."""
    if source.json is None or source.json.is_list or len(source.lines) < 2:
        return None
    first = read_object(source.lines[0])
    return first if isinstance(first, dict) and source.lines[1].text.startswith("{") else None


def read_objects(source: Source) -> Iterator[tuple[Line, dict[str, Any] | str]]:
    """Give each line with its object, or with what is wrong with it."""
    for line in source.lines:
        yield line, read_object(line)


def read_object(line: Line) -> dict[str, Any] | str:
    text = line.text
    if text.startswith("{'"):  # a program wrote Python's `repr` where JSON belongs
        text = translate_literal(text) or text
    try:
        value = json.loads(text)
    except json.JSONDecodeError as error:
        return f"it is no JSON, from column {line.column + error.pos} on"
    except (ValueError, RecursionError):
        return "its JSON is too deep or too large"
    return value if isinstance(value, dict) else "it is no object"
