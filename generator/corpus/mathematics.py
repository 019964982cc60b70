r"""Mathematics as a line of Unicode text, where that is certain.

`S^{2}` is S², `\alpha \le \frac{1}{2}` is α ≤ 1/2. What one line cannot tell, and every macro that
is not known, makes the whole formula uncertain: it then stays as it was received.

A line that is certain may still be a makeshift: `x_{i}` as x_i, `\frac{a}{b}` as a/b, `\mathcal{L}`
as L. It is good enough to search, to copy and to say; a page can show such a formula better.
"""

import re
import unicodedata
from dataclasses import dataclass
from string import digits

from generator.corpus.latex import accented, symbol

_TOKEN = re.compile(r"\\[A-Za-z]+\*?|\\.|\s+|.", re.DOTALL)
_DEEPEST = 8

SUPERSCRIPTS = str.maketrans("0123456789+-−()", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁽⁾")
SUBSCRIPTS = str.maketrans("0123456789+-−()", "₀₁₂₃₄₅₆₇₈₉₊₋₋₍₎")
_SCRIPT = re.compile(r"[0-9+\-−()]+")
_RAISED = {"∘": "°", "°": "°", "′": "′", "′′": "″", "*": "*", "∗": "*", "†": "†", "‡": "‡"}
_RAISED |= {ending: ending for ending in ("st", "nd", "rd", "th")}


def _set_of(names: str) -> frozenset[str]:
    return frozenset(names.split())


_KEPT = _set_of(
    "text textbf textit textrm textsf texttt textsc textnormal emph mbox hbox mathrm mathbf mathit "
    "mathsf mathtt mathcal mathscr mathfrak boldsymbol bm ensuremath operatorname"
)
_DROPPED = _set_of(
    "rm bf it tt sf sc em cal displaystyle textstyle scriptstyle limits nolimits left right middle "
    "big Big bigg Bigg bigl bigr Bigl Bigr biggl biggr Biggl Biggr !"
)
_SPACES = frozenset({"quad", "qquad", ",", ";", ":", " ", ">"})
_FRACTIONS = frozenset({"frac", "tfrac", "dfrac"})
_ALPHABETS = _set_of("mathbf mathcal mathscr mathfrak boldsymbol bm")
_SWITCHES = _set_of("bf cal")
_FUNCTIONS = _set_of(
    "arccos arcsin arctan arg argmax argmin cos cosh cot det diag dim exp gcd inf ker lim ln log "
    "max min mod poly polylog rank sin sinh softmax sup tan tanh tr Pr"
)
_COMBINING = {
    "bar": "\u0304",
    "breve": "\u0306",
    "check": "\u030c",
    "ddot": "\u0308",
    "dot": "\u0307",
    "hat": "\u0302",
    "overline": "\u0304",
    "tilde": "\u0303",
    "vec": "\u20d7",
    "widehat": "\u0302",
    "widetilde": "\u0303",
}


class _UncertainError(Exception):
    """A formula has no certain reading as a line of text."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A formula as a line of text; `makeshift` where Unicode could not show all that it says."""

    text: str
    makeshift: bool


def math_to_line(source: str) -> Line | None:
    """Give a formula, without its delimiters, as Unicode text; None where that is not certain."""
    reader = _Reader(source)
    try:
        shown = reader.read_sequence()
    except _UncertainError:
        return None
    text = "" if reader.head else " ".join(shown.split())
    return Line(text=text, makeshift=reader.makeshift) if text else None


def math_to_text(source: str) -> str | None:
    """Give the text of a formula's line, or None where none is certain."""
    line = math_to_line(source)
    return line.text if line else None


class _Reader:
    """Reads the tokens of one formula once, from left to right."""

    def __init__(self, source: str) -> None:
        self._tokens: list[str] = [*_TOKEN.findall(source), ""]
        self._depth = 0
        self._at = 0
        self.makeshift = False

    @property
    def head(self) -> str:
        """The next token; empty at the end."""
        return self._tokens[self._at]

    def read_sequence(self) -> str:
        """Read up to a `}` or the end."""
        shown = ""
        while self.head not in ("", "}"):
            head = self.head
            if head in ("^", "_"):
                shown = shown.rstrip() + self._read_script()
                continue
            atom = self._read_atom()
            name = head[1:] if head[0] == "\\" else ""
            if name in _FUNCTIONS:
                # TeX sets a space around `log`, whether the source has one or not.
                shown += " " if shown[-1:].isalnum() else ""
                atom += " " if self.head[:1].isalnum() or self.head[:1] == "\\" else ""
            elif name.isalpha() and self.head.isspace():
                # A macro swallows the space after it; an operator keeps it if it has one before.
                operator = not atom[-1:].isalpha()
                if not operator or name in _DROPPED or not (shown[-1:] or " ").isspace():
                    self._at += 1
            shown += atom
        return shown

    def _read_atom(self) -> str:
        head = self.head
        if head == "{":
            return self._read_group()
        self._at += 1
        if head[0] == "\\":
            return self._read_macro(head[1:])
        if head in "$%&#":
            raise _UncertainError
        return {"~": " ", "'": "′"}.get(head, head)

    def _read_group(self) -> str:
        self._at += 1
        self._depth += 1
        if self._depth > _DEEPEST:
            raise _UncertainError
        shown = self.read_sequence()
        if self.head != "}":
            raise _UncertainError
        self._at += 1
        self._depth -= 1
        return shown

    def _read_argument(self) -> str:
        if self.head.isspace():
            self._at += 1
        if self.head in ("", "}", "^", "_"):
            raise _UncertainError
        self._depth += 1
        if self._depth > _DEEPEST:
            raise _UncertainError
        argument = self._read_atom().strip()
        self._depth -= 1
        return argument

    def _read_script(self) -> str:
        mark = self.head
        self._at += 1
        script = self._read_argument()
        if mark == "^" and script in _RAISED:
            return _RAISED[script]
        if _SCRIPT.fullmatch(script):
            return script.translate(SUPERSCRIPTS if mark == "^" else SUBSCRIPTS)
        self.makeshift = True
        plain = len(script) == 1 or (
            mark == "_" and all(c.isalpha() or c in digits for c in script)
        )
        return mark + (script if plain and not self.head[:1].isalnum() else f"{{{script}}}")

    def _read_macro(self, name: str) -> str:
        if name in _KEPT:
            argument = self._read_argument()
            self.makeshift |= name in _ALPHABETS and len(argument) == 1
            return argument
        if name in _DROPPED:
            self.makeshift |= name in _SWITCHES
            self._at += self.head == "." and name in ("left", "right")
            return ""
        if name in _SPACES:
            return " "
        if name in _FUNCTIONS or name in tuple("%&_#${}"):
            return name
        if name in _FRACTIONS:
            self.makeshift = True
            return f"{_operand(self._read_argument())}/{_operand(self._read_argument())}"
        if name == "sqrt" and self.head != "[":
            self.makeshift = True
            return "√" + _operand(self._read_argument())
        if name in _COMBINING:
            shown = _with_mark(self._read_argument(), _COMBINING[name])
        else:
            shown = accented(name, self._read_argument()) if name == "mathbb" else symbol(name)
        if shown is None:
            raise _UncertainError
        return shown


def _operand(shown: str) -> str:
    return shown if shown.isalnum() else f"({shown})"


def _with_mark(letter: str, mark: str) -> str | None:
    if len(letter) != 1 or not letter.isalpha():
        return None
    return unicodedata.normalize("NFC", letter + mark)
