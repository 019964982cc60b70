"""JSON for files and pages that stays inert, whatever reads it."""

import json
import re

# Characters that could mean something to a browser that takes the file for a page, or that a
# reader could not see: mark-up, line separators, control and direction characters, lone surrogates.
_UNSAFE = re.compile(
    "[<>&\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ud800-\udfff]"
)


def render_json(value: object, *, indent: int | None = None) -> str:
    """Write a value as JSON that stays inert even when it is served as HTML.

    It stands on one line, or on many, indented by so many spaces, for people to read.
    """
    separators = (",", ":") if indent is None else (",", ": ")
    text = json.dumps(value, ensure_ascii=False, separators=separators, indent=indent)
    return _UNSAFE.sub(lambda match: f"\\u{ord(match[0]):04x}", text)
