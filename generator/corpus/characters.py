"""Characters: what a clean text may hold, whatever bytes it was read from.

`settle_characters` is the floor that every clean text stands on: NFC, single-spaced, without
control characters or invisible ones that mean nothing, its direction controls closed.
"""

import re
import unicodedata

_SURROGATE = re.compile("[\ud800-\udfff]")
# What str.split() takes for a space: tab to carriage return, U+001C to U+001F, U+0085 and all that
# Unicode calls White_Space. Two letters that show as nothing are spaces as well.
_BLANK = re.compile("[\u3164\uffa0]")
_JUNK = re.compile(
    "[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f"  # C0 and C1 controls that are no white space
    "\xad\u180e\u200b\u2060-\u2064\u206a-\u206f\ufeff"  # of no width: hyphens, breaks, BOM
    "\ufff9-\ufffc\U000e0000-\U000e007f"  # annotations, tags
    "\ufdd0-\ufdef\ufffe\uffff"  # noncharacters, and the last two of every further plane
    + "".join(chr(plane << 16 | last) for plane in range(1, 17) for last in (0xFFFE, 0xFFFF))
    + "]"
)
# A joiner shapes letters and emoji; elsewhere it only hides. Letters that join begin at U+0300.
_JOINER_RUN = re.compile("([\u200c\u200d])[\u200c\u200d]+")
_IDLE_JOINER = re.compile(
    "[\u200c\u200d](?![^\x00-\u02ff\\s])|(?<![^\x00-\u02ff\\s])[\u200c\u200d]"
)
_SELECTORS = "\ufe00-\ufe0f\U000e0100-\U000e01ef"
_SELECTOR_RUN = re.compile(f"([{_SELECTORS}])[{_SELECTORS}]+")
_MARKS = "\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f"
_MARK_PILE = re.compile(f"([{_MARKS}]{{4}})[{_MARKS}]+")
# At the beginning they would attach to whatever stands before the text.
_LEADING = re.compile(f"[{_MARKS}{_SELECTORS}\u200c\u200d\\s]+")

_DIRECTION_MARK = re.compile("[\u061c\u200e\u200f]")
_RIGHT_TO_LEFT = re.compile(
    "[\u0590-\u061b\u061d-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]"
)
_DIRECTION_CONTROL = re.compile("[\u202a-\u202e\u2066-\u2069]")
_EMBEDDINGS = frozenset("\u202a\u202b\u202d\u202e")
_ISOLATES = frozenset("\u2066\u2067\u2068")
_PDF, _FSI, _PDI = "\u202c", "\u2068", "\u2069"
_DEEPEST = 16


def settle_characters(text: str) -> str:
    """Give `text` in NFC, single-spaced, with only characters that a reader sees or needs."""
    text = " ".join(text.split())
    if text.isascii() and text.isprintable():
        return text
    if _SURROGATE.search(text):
        # Two halves are one character; a half that stands alone becomes U+FFFD.
        text = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    text = _JUNK.sub("", _BLANK.sub(" ", unicodedata.normalize("NFC", text)))
    if not _RIGHT_TO_LEFT.search(text):
        text = _DIRECTION_MARK.sub("", text)
    if _DIRECTION_CONTROL.search(text):
        text = _isolate_directions(text.strip())
    text = _IDLE_JOINER.sub("", _JOINER_RUN.sub(r"\1", text))
    text = unicodedata.normalize("NFC", _SELECTOR_RUN.sub(r"\1", text))
    text = _MARK_PILE.sub(r"\1", text)
    if leading := _LEADING.match(text):
        text = text[leading.end() :]
    return " ".join(text.split())


def _isolate_directions(text: str) -> str:
    """Close every direction that `text` opens, and isolate it where it overrides or embeds.

    A browser ends embeddings with the paragraph (rule X8 of https://www.unicode.org/reports/tr9/),
    but a title shares its paragraph with words that are ours.
    """
    if text.startswith(_FSI) and text.endswith(_PDI) and _balanced(text[1:-1]) == text[1:-1]:
        return text
    text = _balanced(text)
    return text if _EMBEDDINGS.isdisjoint(text) else f"{_FSI}{text}{_PDI}"


def _balanced(text: str) -> str:
    """Close what is open, drop what closes nothing, encloses nothing or lies too deep."""
    out: list[str] = []
    opened: list[str] = []

    def close() -> None:
        if out[-1] == opened[-1]:
            out.pop()
        else:
            out.append(_PDI if opened[-1] in _ISOLATES else _PDF)
        opened.pop()

    for character in text:
        if character in _EMBEDDINGS or character in _ISOLATES:
            if len(opened) < _DEEPEST:
                opened.append(character)
                out.append(character)
        elif character == _PDF:
            if opened and opened[-1] in _EMBEDDINGS:
                close()
        elif character == _PDI:
            while not _ISOLATES.isdisjoint(opened):
                isolate = opened[-1] in _ISOLATES
                close()
                if isolate:
                    break
        else:
            out.append(character)
    while opened:
        close()
    return "".join(out)
