"""Python's way to write lists and dicts, made JSON: what some programs put where JSON belongs.

The pieces are told apart by one expression and only single texts are evaluated, so that nothing
in them is ever run, and depth is JSON's affair.
"""

import ast
import json
import re

_PIECE = re.compile(
    r"""(?P<text>'(?:[^'\\\n]|\\.)*+'|"(?:[^"\\\n]|\\.)*+")"""
    r"|(?P<word>True|False|None)\b"
    r"|(?P<number>-?(?:0|[1-9]\d{0,30})(?:\.\d{1,30})?(?:[eE][+-]?\d{1,3})?)"
    r"|(?P<mark>[][{}:,])|(?P<space>[ \t\r\n]+)",
    re.DOTALL,
)
_WORDS = {"True": "true", "False": "false", "None": "null"}


def translate_literal(text: str) -> str | None:
    """Write a Python literal as JSON; None where it holds anything but plain values."""
    pieces: list[str] = []
    at = 0
    while at < len(text):
        match = _PIECE.match(text, at)
        if match is None:
            return None
        at = match.end()
        if match["text"]:
            inner = match["text"]
            try:
                value = ast.literal_eval(inner) if "\\" in inner else inner[1:-1]
            except (SyntaxError, ValueError):
                return None
            pieces.append(json.dumps(value))
        elif match["word"]:
            pieces.append(_WORDS[match["word"]])
        else:
            pieces.append(match[0])
    return "".join(pieces)
