"""How wide a formula is, about, and where a line may end within it.

Browsers never break a formula, so that a long one would push a page out of a phone's screen. It is
divided where TeX would break a line, after a relation, an operator, a comma; and if need be
elsewhere between its parts.
"""

from collections.abc import Iterable
from dataclasses import replace

from generator.pages.views import MathElement

_SHORT = 7.0
"""Em. A formula up to this width stays whole."""
_PIECE = 3.0
_PIECE_IN_BRACKETS = 6.0
"""Em. From this width on, a line may end after an operator; within brackets later than outside."""
_WIDEST = 10.5
"""Em. What a page's title has on a screen of 320 CSS pixels, and a little less."""

_BREAKS = frozenset("=<>≤≥≠≡≈∼≃≅∝≪≫≔∈∉∋⊂⊆⊃⊇⊢⊨→←↦⇒⇐⇔↔+-−±∓×⋅∗∘⊕⊗∧∨∩∪∖,;")
_OPENING = frozenset("([{⟨⌈⌊⟦")
_CLOSING = frozenset(")]}⟩⌉⌋⟧")
_CHARACTER = 0.6  # em, as the sizes below
_SCRIPT = 0.7
_BESIDE_OPERATOR = 0.25


def break_formula(formula: MathElement) -> tuple[MathElement, ...]:
    """Divide a `math` element where it is long; give nothing where a piece remains too wide."""
    if _width(formula) <= _SHORT:
        return (formula,)
    pieces = [replace(formula, children=tuple(row)) for row in _divide(formula.children)]
    return () if any(_width(piece) > _WIDEST for piece in pieces) else tuple(pieces)


def _divide(children: tuple[MathElement, ...]) -> Iterable[list[MathElement]]:
    piece: list[MathElement] = []
    wide = 0.0
    depth = 0
    for child in children:
        if piece and wide + _width(child) > _WIDEST:
            yield piece
            piece, wide = [], 0.0
        piece.append(child)
        wide += _width(child)
        sign = child.text if child.tag == "mo" else ""
        depth += (sign in _OPENING) - (sign in _CLOSING)
        if sign in _BREAKS and wide >= (_PIECE_IN_BRACKETS if depth > 0 else _PIECE):
            # At the end of its row an operator would be taken for a postfix.
            piece[-1] = replace(child, attributes=_as_infix(child))
            yield piece
            piece, wide = [], 0.0
    if piece:
        yield piece


def _as_infix(operator: MathElement) -> tuple[tuple[str, str], ...]:
    return tuple(sorted({**dict(operator.attributes), "form": "infix"}.items()))


def _width(element: MathElement) -> float:
    """Give the width in em, about; a little too much rather than too little."""
    if element.tag == "mspace":
        return _length(element, "width", 0.0)
    if element.tag == "mo":
        around = 0.0 if ("stretchy", "false") in element.attributes else _BESIDE_OPERATOR
        around = _length(element, "lspace", around) + _length(element, "rspace", around)
        return around + _CHARACTER * len(element.text)
    if element.text:
        return _CHARACTER * len(element.text)
    inner = [_width(child) for child in element.children]
    if not inner:
        return 0.0
    match element.tag:
        case "mfrac":
            return _SCRIPT * max(inner) + 0.2
        case "mover" | "munder" if ("stretchy", "true") in element.children[-1].attributes:
            return max(inner)
        case "msub" | "msup" | "msubsup" | "munder" | "mover" | "munderover" | "mroot":
            return inner[0] + _SCRIPT * max(inner[1:], default=0.0)
        case "mtable":
            return max(inner)
        case "mtd" | "msqrt":
            return sum(inner) + 0.8
    return sum(inner)


def _length(element: MathElement, name: str, default: float) -> float:
    value = dict(element.attributes).get(name)
    return default if value is None else float(value.removesuffix("em"))
