r"""Characters that arrive as something else: entities, escapes and doubly encoded bytes.

Each function undoes one encoding that was applied once too often on the way to the digest.
"""

import html
import re
from html.entities import html5

# Without its semicolon an entity is a word: `Q&A`, `R&D`.
_ENTITY = re.compile(
    r"&(?:amp;)*(#\d{1,7};|#[xX][0-9A-Fa-f]{1,6};|[A-Za-z][A-Za-z0-9]{1,31};|amp;)"
)
_AMPERSANDS = re.compile(r"&(?:amp;)+")

_UNICODE_ESCAPE = re.compile(r"\\u[0-9A-Fa-f]{4}(?:\\u[0-9A-Fa-f]{4})*")
# `\xbar` may be an author's macro, so two lower-case letters are no number.
_BYTE_ESCAPE = re.compile(r"(?:\\x(?![a-f]{2})[89A-Fa-f][0-9A-Fa-f])+")

# UTF-8 read as Latin-1 (`Ã©` for é). Certain where a C1 control takes part, which no text holds, or
# after the letters under which Western Europe's and Greece's lie; then for all of the text.
_DOUBLY_ENCODED = re.compile(
    "[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}"
)
_CERTAINLY = re.compile(
    "[\xc2-\xdf][\x80-\x9f]|\xc2\xa0|[\xc2\xc3\xce\xcf][\xa1-\xaa\xac-\xba\xbc-\xbf]"
    "|[\xe0-\xef](?:[\x80-\x9f][\x80-\xbf]|[\xa0-\xbf][\x80-\x9f])"
    "|[\xf0-\xf4][\x90-\xbf][\x80-\xbf]{2}"
)


def decode_entities(text: str) -> str:
    """Give the character of each HTML entity that ends in a semicolon, however often encoded."""
    return _ENTITY.sub(_character_of_entity, text)


def _character_of_entity(match: re.Match[str]) -> str:
    name = match[1]
    if name[0] == "#" or name in html5:
        return html.unescape(f"&{name}")
    return _AMPERSANDS.sub("&", match[0])


def decode_escapes(text: str) -> str:
    r"""Give the letters of `\u0107` and `\xE9`, as programs write them; pairs and UTF-8 too."""
    return _BYTE_ESCAPE.sub(_text_of_bytes, _UNICODE_ESCAPE.sub(_text_of_units, text))


def _text_of_units(match: re.Match[str]) -> str:
    units = bytes.fromhex(match[0].replace(r"\u", ""))
    try:
        shown = units.decode("utf-16-be")
    except UnicodeDecodeError:
        return match[0]
    return shown if shown.isprintable() else match[0]


def _text_of_bytes(match: re.Match[str]) -> str:
    data = bytes.fromhex(match[0].replace(r"\x", ""))
    try:
        shown = data.decode("utf-8")
    except UnicodeDecodeError:
        shown = data.decode("latin-1")
    return shown if shown.isprintable() else match[0]


def decode_twice_encoded(text: str) -> str:
    """Give the characters whose UTF-8 bytes were read as Latin-1."""
    if text.isascii() or not _CERTAINLY.search(text):
        return text
    return _DOUBLY_ENCODED.sub(_text_of_latin, text)


def _text_of_latin(match: re.Match[str]) -> str:
    try:
        return match[0].encode("latin-1").decode("utf-8")
    except UnicodeDecodeError:
        return match[0]
