r"""LaTeX in running text: what a symbol or an accent stands for, and where mathematics is.

pylatexenc knows the names; it is only ever given one symbol or one accent, never a text: there it
would take `%` for a comment and drop the macros that it does not know.
"""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from pylatexenc.latex2text import LatexNodes2Text

_READER = LatexNodes2Text()
# What pylatexenc 2 does not know, or shows as something else.
_SYMBOLS = {
    "circ": "∘",
    "deg": "°",
    "degree": "°",
    "dagger": "†",
    "lVert": "‖",
    "rVert": "‖",
    "lvert": "|",
    "mid": "|",
    "ne": "≠",
    "prime": "′",
    "rvert": "|",
    "textasciitilde": "~",
    "textless": "<",
    "textgreater": ">",
    "textunderscore": "_",
    "textquotesingle": "'",
    "vert": "|",
    "|": "‖",
    "Vert": "‖",
}
_LETTER = re.compile(r"[A-Za-z]|\\[ij]")
_LONGEST = 1000
"""How many characters one formula has at most."""


def symbol(name: str) -> str | None:
    r"""Give the one character that the macro `\name` stands for, or None if it is not known."""
    entry = _READER.latex_context.get_macro_spec(name)
    shown = _SYMBOLS.get(name) or getattr(entry, "simplify_repl", None)
    if not isinstance(shown, str):
        return None  # not known, or a macro that takes arguments
    shown = unicodedata.normalize("NFC", shown)
    return shown if len(shown) == 1 and (name in _SYMBOLS or not shown.isascii()) else None


@lru_cache(maxsize=2048)
def accented(accent: str, letter: str) -> str | None:
    r"""Give `letter` (`e`, `\i`) under `accent` (`'`, `c`), or None if there is no such letter."""
    if not _LETTER.fullmatch(letter):
        return None
    shown = unicodedata.normalize("NFC", _READER.latex_to_text(f"\\{accent}{{{letter}}}"))
    return shown if len(shown) == 1 and shown.isalpha() and not shown.isascii() else None


@dataclass(frozen=True, slots=True, kw_only=True)
class MathSpan:
    """Mathematics in a text: where it stands, delimiters included, and what lies between them."""

    start: int
    stop: int
    source: str
    display: bool
    """Set off from the line, as `$$` and `\\[` ask."""


_DELIMITER = re.compile(r"\\[()\[\]]|\\.|\$\$?", re.DOTALL)
_CLOSED_BY = {"$": "$", "$$": "$$", r"\(": r"\)", r"\[": r"\]"}
_DISPLAY = frozenset({"$$", r"\["})

_MACRO_OR_GROUP = re.compile(r"\\[A-Za-z]+|\{[^{}]*\}")
_PROSE = re.compile(r"[A-Za-z]{2,}[,;.]? [A-Za-z]{2,}|[A-Za-z]{2,}_[A-Za-z]{2,}|://|\n\s*\n")
_MONEY = re.compile(r"\d[\d.,]*[KMBkmb]?\+? [A-Za-z]{2,}")
_EVIDENCE = re.compile(r"[\\^_\u0370-\u03ff\u2190-\u22ff]")
_NUMBER = re.compile(r"[+-]?\d[\d.,]*\s?%?")
_EXPRESSION = re.compile(r"[A-Za-z0-9()\[\]|.,:;+*/=<>!'\- ]*[A-Za-z0-9)\]|!'*]")
_WORD = re.compile(r"[A-Za-z]{3,}")


def find_math(raw: str) -> tuple[MathSpan, ...]:
    r"""Find what is certainly mathematics between `$`, `$$`, `\(` and `\[`, in order.

    A `$` is money more often than mathematics and a `\[` may be a bracket escaped for Markdown, so
    what stands between two must look like a formula: a macro, a script, a Greek letter, a number,
    or a few letters and signs; no prose.
    """
    spans: list[MathSpan] = []
    delimiters = [m for m in _DELIMITER.finditer(raw) if m[0][0] == "$" or m[0][1] in "()[]"]
    taken = 0
    for opening, closing in pairwise(delimiters):
        if opening.start() < taken or _CLOSED_BY.get(opening[0]) != closing[0]:
            continue
        source = raw[opening.end() : closing.start()]
        before = raw[opening.start() - 1 : opening.start()]
        after = raw[closing.end() : closing.end() + 1]
        if _is_formula(source, opening[0], before, after):
            taken = closing.end()
            display = opening[0] in _DISPLAY
            spans.append(
                MathSpan(start=opening.start(), stop=taken, source=source, display=display)
            )
    return tuple(spans)


def _is_formula(source: str, delimiter: str, before: str, after: str) -> bool:
    inner = source.strip()
    if not inner or len(source) > _LONGEST:
        return False
    if _PROSE.search(" ".join(_MACRO_OR_GROUP.sub("#", inner).split())) or _MONEY.match(inner):
        return False
    glued = (before.isalnum() and source[0].isspace()) or (after.isalnum() and source[-1].isspace())
    if _EVIDENCE.search(inner):
        return not glued
    padded = source != inner
    if delimiter == r"\(":
        # Without a space inside it may be a bracket escaped for Markdown, as `model\(s\)`.
        return padded and _is_short_expression(inner)
    if delimiter != "$" or padded or after.isdigit():
        return False
    if _NUMBER.fullmatch(inner):
        return not before.isalnum()
    return _is_short_expression(inner) and (len(inner) == 1 or not after.isalnum())


def _is_short_expression(inner: str) -> bool:
    if len(inner) == 1:
        return inner.isalnum()
    return _EXPRESSION.fullmatch(inner) is not None and not _WORD.search(inner)
