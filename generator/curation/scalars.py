"""What stands without quotes in YAML, and what readers of YAML take it for."""

import re
from dataclasses import dataclass

_INTEGER = re.compile(r"[-+]?(?:0|[1-9]\d{0,14})")
_DECIMAL = re.compile(r"[-+]?(?:\d{1,15}\.\d{0,15}|\.\d{1,15})(?:[eE][-+]?\d{1,2})?")
_NOT_TEXT_TO_ALL = (
    ("true or false", re.compile(r"(?i:yes|no|on|off)")),
    ("a date", re.compile(r"\d{4}-\d\d?-\d\d?(?:[Tt ][\d:.]+.*)?")),
    ("a number", re.compile(r"0[0-7]+|0[box][\da-fA-F]+|\d+(?:_\d+)+|\d+(?::[0-5]?\d)+")),
)
"""Forms that YAML 1.1 reads as values and YAML 1.2 reads as text, or the other way round."""


class WrittenInt(int):
    """A whole number that remembers how it was written."""

    written: str


class WrittenFloat(float):
    """A number that remembers how it was written: the arXiv id `2403.10` is not `2403.1`."""

    written: str


@dataclass(frozen=True, slots=True)
class Unquoted:
    """What stands without quotes and is not text to every reader of YAML. `kind`: "a date"."""

    text: str
    kind: str


def parse_plain(text: str) -> object:
    """Read what stands without quotes: text, unless every reader of YAML agrees that it is not."""
    if text in {"", "~", "null", "Null", "NULL"}:
        return None
    if text in {"true", "True", "TRUE", "false", "False", "FALSE"}:
        return text.lower() == "true"
    if _INTEGER.fullmatch(text):
        integer = WrittenInt(text)
        integer.written = text
        return integer
    if _DECIMAL.fullmatch(text):
        decimal = WrittenFloat(text)
        decimal.written = text
        return decimal
    for kind, form in _NOT_TEXT_TO_ALL:
        if form.fullmatch(text):
            return Unquoted(text, kind)
    return text
