r"""Formulas as MathML, which browsers set by themselves.

Format: MathML Core, https://www.w3.org/TR/mathml-core/. A library reads the LaTeX; what it
gives is taken over element by element, and only what is named here. So whatever stands between the
dollars of a digest, no link, style, script or size beyond a few letters reaches a page.
"""

import html
import re
from functools import lru_cache
from xml.etree import ElementTree as ET

from math_core import LatexError, LatexToMathML

from generator.pages.formula_lines import break_formula
from generator.pages.views import MathElement

_LONGEST = 1000  # characters of LaTeX
_DEEPEST = 24
_FORMULAS_AT_HAND = 10_000  # a formula stands on the paper's page and on each list that has it


def _set_of(names: str) -> frozenset[str]:
    return frozenset(names.split())


_ROWS = _set_of(
    "math mrow mfrac msqrt mroot msub msup msubsup munder mover munderover mmultiscripts "
    "mprescripts mphantom mpadded mtable mtr mtd"
)
_TOKENS = _set_of("mi mn mo mtext mspace")
_WORDS = _set_of(
    "accent accentunder displaystyle form mathvariant movablelimits scriptlevel stretchy symmetric"
)
_WORD = re.compile(r"true|false|normal|prefix|infix|postfix|[01]")
_LENGTHS = _set_of("depth height linethickness lspace maxsize minsize rspace voffset width")
_LENGTH = re.compile(r"-?(\d{1,2}(?:\.\d{1,9})?)(?:em)?")
_WIDEST = 4.0  # em: what an author leaves free, or a bracket's size

# A comment hides what follows it; a definition is no formula.
_REFUSED = re.compile(
    r"(?<!\\)(?:\\\\)*%|\\(?:[egx]?def|let|(?:re|provide)?(?:new)?command)(?![A-Za-z])"
)
# `\cal{O}(x)` sets all that follows in script, and its author meant `\mathcal{O}(x)`.
_SWITCH = re.compile(r"\\(cal|bf|rm|it|sf|tt)(?= ?\{)")
_ENTITY = re.compile(r"&(?!(?:lt|gt|amp|quot|apos);)[A-Za-z]+;")
_ARROW = {"\u20d7": "→"}  # browsers set the combining one beside its letter
_CONVERTER = LatexToMathML(
    # What texts use and the library does not know, or only within `\text`.
    macros={
        "ensuremath": "#1",
        "hbox": r"\text{#1}",
        "mbox": r"\text{#1}",
        "textsc": r"\text{#1}",
        "xspace": "",
    },
    allow_unreliable_rendering=True,  # wide tildes, which are common
    fancy_error=False,
    max_expansions=50,
)


class _UnfitError(Exception):
    """A formula needs more than is taken over here."""


@lru_cache(maxsize=_FORMULAS_AT_HAND)
def read_formula(source: str) -> tuple[MathElement, ...]:
    """Give a formula, LaTeX without delimiters, as MathML; nothing where it cannot be shown.

    A long one is several elements, between which a line may end. None is shown in part: a macro
    that nobody knows, or a piece that no phone has room for, and there is nothing at all.
    """
    if len(source) > _LONGEST or _REFUSED.search(source):
        return ()
    try:
        meant = _SWITCH.sub(r"\\math\1", source)
        markup = _CONVERTER.convert_with_local_state(meant, displaystyle=False)
        root = ET.fromstring(_ENTITY.sub(lambda match: html.unescape(match[0]), markup))  # noqa: S314
        taken = _take_over(root, 0) if "".join(root.itertext()).strip() else None
    except (LatexError, ET.ParseError, UnicodeError, _UnfitError):
        return ()
    return break_formula(taken) if taken else ()


def _take_over(element: ET.Element, depth: int) -> MathElement:
    """Copy what is allowed; for the rest, and for what is nested too deep, raise."""
    tag = element.tag
    if depth > _DEEPEST or tag not in _ROWS | _TOKENS or (tag == "math") != (depth == 0):
        raise _UnfitError
    attributes = tuple(
        (name, value) for name, value in sorted(element.attrib.items()) if _is_wanted(name, value)
    )
    if tag in _TOKENS:
        # `\textbf` brings HTML into an `mtext`, of which the words remain.
        text = "".join(element.itertext())
        return MathElement(tag=tag, attributes=attributes, text=_ARROW.get(text, text))
    if (element.text or "").strip() or any((child.tail or "").strip() for child in element):
        raise _UnfitError
    children = tuple(_take_over(child, depth + 1) for child in element)
    return MathElement(tag=tag, attributes=attributes, children=children)


def _is_wanted(name: str, value: str) -> bool:
    """Tell whether an attribute is taken over; raise where it is one with an unknown value."""
    if name in _WORDS and _WORD.fullmatch(value):
        return True
    length = _LENGTH.fullmatch(value) if name in _LENGTHS else None
    if length and float(length[1]) <= _WIDEST:
        return True
    if name in _WORDS | _LENGTHS:
        raise _UnfitError
    return False
