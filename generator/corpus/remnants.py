r"""Remnants: what is left where a backslash or a dollar was lost on the way to the digest.

`130\times` became `130times` and `$S^2$` became `S^2`. A rule stands here only if no word and no
name of a method has its form; all else is left alone.
"""

import re

from generator.corpus.mathematics import SUBSCRIPTS, SUPERSCRIPTS

_CODE_POINT = re.compile(
    r"(?<=[a-z])[xu](2013|2014)(?=[A-Za-z])"
    r"|(?<=[A-Za-z])[xu](2019)(?=(?:s|t|re|ve|ll|d|m)(?![A-Za-z]))"
    r"|(?<![A-Za-z0-9])[xu](201c)(?=[A-Za-z])"
    r"|(?<=[A-Za-z.,!?])[xu](201d)(?![A-Za-z0-9])"
)

_TIMES = re.compile(r"(?<=\d)(?:times|\{times\})(?![a-z])")

_BRACED = re.compile(r"\{(sim|geq|leq)\}(?= ?\d)")
# What may not stand before a relation is looked at after it: a pattern that begins with letters is
# found several times faster.
_FREE = r"(?<![\w\\-]{0})"
_AMOUNT = r"\d[\d.,]{0,12}(?:(?:%|[KMBGTkx]|times|×)(?![A-Za-z])|(?![A-Za-z0-9]))(?!-[A-Za-z])"
_SIM_GLUED = re.compile(rf"sim{_FREE.format('sim')}!?(?={_AMOUNT})")
# "in sim 95" may speak of a simulation.
_SIM_SPACED = re.compile(
    rf"sim{_FREE.format('sim')}(?<!\bin sim)(?<!\bthe sim)(?<!\bour sim)(?<!\ba sim)(?<!\bthis sim)"
    r"(?<!\beach sim)(?= \d(?:[\d.,]+|[KMBGTk%])(?![A-Za-z]))"
)
_RELATIONS = {
    "≥": re.compile(rf"geq{_FREE.format('geq')}(?= ?\d)"),
    "≤": re.compile(rf"leq{_FREE.format('leq')}(?= ?\d)"),
}
# With whole numbers it would be the time of day.
_PLUS_MINUS = re.compile(r"(\.\d{1,6}%?) pm (?=\d{1,6}\.\d)")
_ARROW = re.compile(r" rightarrow(?= )")

_BASE = r"(?<=[A-Za-z0-9)\]])"
_SUPERSCRIPT = re.compile(
    rf"{_BASE}\^(?:\{{ ?([+-]?\d{{1,4}}) ?\}}|(\d{{1,4}})(?![\d.]*\d))"
    r"|(?<=\b10)\^(-\d{1,3})(?!\d)"
)
_ORDINAL = re.compile(r"(?<=\d)\^(?:\{ ?(st|nd|rd|th) ?\}|(st|nd|rd|th)(?![A-Za-z]))")
_SUBSCRIPT = re.compile(
    rf"{_BASE}_\{{ ?(\d{{1,4}}) ?\}}|(?<![\w@/\\.][A-Za-z])(?<=[A-Za-z])_(\d{{1,2}})(?![\w@/]|\.\w)"
)
_INDEX = re.compile(rf"{_BASE}_\{{ ?([A-Za-z]{{1,24}}) ?\}}(?![A-Za-z0-9])")


def restore_punctuation(text: str) -> str:
    """Give `domainsx2013varying`, whose U+2013 lost its backslash, its dash again; quotes too."""
    return _CODE_POINT.sub(lambda m: chr(int(m[m.lastindex or 0], 16)), text)


def restore_times(text: str) -> str:
    """Give `130times` as 130×; with a space before it, `times` is a word."""
    return _TIMES.sub("×", text)


def restore_relations(text: str) -> str:
    """Give `sim`, `geq`, `leq` before a number, `pm` between decimals and `rightarrow` as signs."""
    text = _BRACED.sub(r"\1", text)
    text = _SIM_SPACED.sub("∼", _SIM_GLUED.sub("∼", text))
    for sign, lost in _RELATIONS.items():
        text = lost.sub(sign, text)
    return _ARROW.sub(" →", _PLUS_MINUS.sub(r"\1 ± ", text))


def restore_superscripts(text: str) -> str:
    """Give `S^2`, `S^{2}` and `10^{-4}` raised digits; letters stay, `O(T^K)` is readable."""
    text = _ORDINAL.sub(lambda m: m[1] or m[2], text)
    return _SUPERSCRIPT.sub(lambda m: (m[1] or m[2] or m[3]).translate(SUPERSCRIPTS), text)


def restore_subscripts(text: str) -> str:
    """Give `C_{2}` and `L_0` lowered digits, and `G_{stack}` without its braces."""
    text = _SUBSCRIPT.sub(lambda m: (m[1] or m[2]).translate(SUBSCRIPTS), text)
    return _INDEX.sub(r"_\1", text)
