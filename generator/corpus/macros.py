r"""LaTeX in prose: accents, letters, styles, escapes, and macros that only the author knew.

Every function takes a text without addresses, formulas and code (see `text`) and gives it with one
kind of LaTeX turned into what a reader of the printed paper would see.
"""

import re

from generator.corpus.braces import Edit, apply_edits, match_braces
from generator.corpus.latex import accented, find_math, symbol
from generator.corpus.mathematics import math_to_text

_QUOTED = re.compile(r"(?<![\w\\])\\([\"'])([^\"'\\]{1,200})\\\1(?!\w)")
_APOSTROPHE = re.compile(r"(?<=[A-Za-z])\\'(?=(?:s|t|re|ve|ll|d|m)(?![A-Za-z]))")
_BASE = r"[A-Za-z]|\\[ij](?![A-Za-z])"
_ACCENT = re.compile(
    r"(?P<open>\{)?(?:"
    rf"\\(?P<sign>[`'^\"~=.])(?:(?P<of_sign>{_BASE})|\{{ ?(?P<of_sign_in_braces>{_BASE}) ?\}})"
    rf"|\\(?P<name>[cvuHkrd])\{{ ?(?P<of_name>{_BASE}) ?\}}"
    r"|\\(?P<loose>[cvuHk]) (?P<of_loose>[A-Za-z])(?![ .,;])"
    r")(?(open)\})"
)

_LETTERS = {
    "AA": "Å",
    "AE": "Æ",
    "L": "Ł",
    "O": "Ø",
    "OE": "Œ",
    "aa": "å",
    "ae": "æ",
    "i": "ı",
    "j": "ȷ",
    "l": "ł",
    "o": "ø",
    "oe": "œ",
    "ss": "ß",
}
_NAME = "AA|AE|L|OE|O|aa|ae|i|j|l|oe|o|ss"
_LETTER = re.compile(
    rf"\{{\\(?P<grouped>{_NAME})\}}"
    rf"|(?<=[^\W\d_])\\(?P<after>{_NAME})(?![A-Za-z])(?:\{{\}}| (?=[^\W\d_]))?"
    rf"|\\(?P<before>{_NAME})(?:\{{\}}| )(?=[^\W\d_])"
)

_COLOURS = (
    "black|blue|brown|cyan|gray|green|grey|lime|magenta|olive|orange|pink|purple|red|teal|violet|"
    "white|yellow"
)
_COLOURED = re.compile(rf"(?<![\w\\])(?:\\?textcolor ?\{{[\w!.-]{{1,40}}\}}|{_COLOURS})\{{")
# Without its backslash only what is no word of English.
_STYLED = re.compile(
    r"(?<![A-Za-z\\])(?:\\?(?:text(?:bf|it|md|normal|rm|sc|sf|sl|tt|up)|emph)"
    r"|\\(?:text|underline|uline|mbox|hbox|mathrm|mathbf|mathit)) ?\{"
)
_FONT = re.compile(
    r"\{(?:\\(?:em|it|bf|rm|sc|sf|sl|tt|tiny|small|normalsize|large|Large)"
    r"|\\?(?:bfseries|footnotesize|itshape|scriptsize|scshape|sffamily|ttfamily))(?![A-Za-z]) ?"
)

_CITATION = re.compile(r"\\cite[a-z]{0,6}\*? ?\{([^{}\\]{1,200})\}")
_ABBREVIATIONS = {
    "Eg": "E.g.",
    "Ie": "I.e.",
    "cf": "cf.",
    "eg": "e.g.",
    "etal": "et al.",
    "etc": "etc.",
    "ie": "i.e.",
    "vs": "vs.",
    "wrt": "w.r.t.",
}
_ABBREVIATION = re.compile(rf"\\({'|'.join(_ABBREVIATIONS)})(?![A-Za-z])(?:\{{\}})?\.?")

_DEGREES = re.compile(
    r"(?<=\d)(?:\^ ?\\?circ|\^ ?\{ ?\\?circ ?\}|\{\\?deg(?:ree)?\}|\\deg(?:ree)?)(?![A-Za-z])"
)
_FORMULA = re.compile(
    r"\\(?:bar|ddot|dot|hat|overline|tilde|vec|widehat|widetilde|sqrt|mathbb|mathcal|mathfrak|mathscr)"
    r"(?: ?\{[^{}$]{1,40}\}|\\[A-Za-z]{2,12}(?![A-Za-z])| [A-Za-z](?![A-Za-z]))"
    r"|\\frac ?\{[^{}$]{1,40}\} ?\{[^{}$]{1,40}\}"
)
_SYMBOL = re.compile(r"\{\\([A-Za-z]{2,24})\}|\\([A-Za-z]{2,24})(?![A-Za-z])(?:\{\})?")
# Outside mathematics only names that no author gives to a method of his own.
_SAFE_SYMBOLS = frozenset(
    re.findall(
        r"\w+",
        """
        alpha beta gamma delta epsilon varepsilon zeta eta theta vartheta kappa lambda mu nu xi pi
        rho sigma tau phi varphi chi psi omega Gamma Delta Theta Lambda Xi Pi Sigma Phi Psi Omega
        times pm mp sim simeq approx leq geq le ge ll gg neq ne equiv propto infty cdot cdots ldots
        dots rightarrow leftarrow Rightarrow Leftarrow leftrightarrow to mapsto ell partial nabla
        degree textdegree copyright textregistered texttrademark textasciitilde textunderscore
        textless textgreater textquotesingle
        """,
    )
)

_DOUBLED = re.compile(r"\\\\(?:(?=[%&$#_{}]|[\"'`^~=.][A-Za-z{])|([A-Za-z]+)|\[[\w. ]{0,12}\])?")
_SPACE = re.compile(r"\\[ ,;:]|\\(?:newline|par|q?quad)(?![A-Za-z])(?:\{\})?")
_NO_SPACE = re.compile(r"(?<=\w)\\[-/](?=\w)|\\[!@]|\\(?:xspace|noindent)(?![A-Za-z])(?:\{\})?")
_ESCAPED = re.compile(r"\\([%&#_{}])")
# Glued to a word it may be a path (`C:\Users`), to a macro or script a formula, and a macro of one
# letter a pattern (`\d`).
_UNKNOWN = re.compile(r"\{\\([A-Za-z]{2,})\}|(?<![\w:\\])\\([A-Za-z]{2,})(?:\{\})?(?![A-Za-z\\^_])")


def _cut(text: str, opening: re.Pattern[str], brace: int) -> str:
    """Take away what `opening` matches and the `}` that closes its character at `brace`."""
    closers = match_braces(text)
    edits = []
    for match in opening.finditer(text):
        closer = closers.get(match.start() if brace == 0 else match.end() - 1)
        if closer is not None:
            edits += [Edit(match.start(), match.end()), Edit(closer, closer + 1)]
    return apply_edits(text, edits)


def strip_colours(text: str) -> str:
    r"""Keep what stands in `\textcolor{red}{...}` and in its remnant `red{...}`."""
    return _cut(text, _COLOURED, -1)


def strip_styles(text: str) -> str:
    r"""Keep what stands in `\textbf{...}`, `textit{...}` and `{\em ...}`."""
    return _cut(_cut(text, _STYLED, -1), _FONT, 0)


def reduce_backslashes(text: str) -> str:
    r"""Make `\\` one backslash where a macro was escaped twice, else the new line that it is."""
    return _DOUBLED.sub(_reduced, text)


def _reduced(match: re.Match[str]) -> str:
    name = match[1]
    if match.end() - match.start() == 2:
        following = match.string[match.end() : match.end() + 1]
        return "\\" if following and following in "%&$#_{}\"'`^~=." else " "
    if name and (name in _SAFE_SYMBOLS or name in _ABBREVIATIONS or name in _LETTERS):
        return f"\\{name}"
    return f" {name or ''}"


def compose_accents(text: str) -> str:
    r"""Give `\"o`, `\'{c}`, `{\v s}` as the letters they are; where there is none, leave them."""
    text = _QUOTED.sub(r"\1\2\1", text)
    return _ACCENT.sub(_composed, _APOSTROPHE.sub("'", text))


def _composed(match: re.Match[str]) -> str:
    accent = match["sign"] or match["name"] or match["loose"]
    base = match["of_sign"] or match["of_sign_in_braces"] or match["of_name"] or match["of_loose"]
    return accented(accent, base) or match[0]


def compose_letters(text: str) -> str:
    r"""Give `\ss`, `\o`, `{\L}` as letters where they stand in a word."""
    return _LETTER.sub(lambda m: _LETTERS[m["grouped"] or m["after"] or m["before"]], text)


def show_citations(text: str) -> str:
    r"""Give `\cite{key}` as [key], the form in which it can at least be recognised."""
    return _CITATION.sub(r"[\1]", text)


def spell_abbreviations(text: str) -> str:
    r"""Give `\eg`, `\ie`, `\etal` and their kin as most conference styles define them."""
    return _ABBREVIATION.sub(lambda match: _ABBREVIATIONS[match[1]], text)


def show_degrees(text: str) -> str:
    r"""Give `360^\circ`, `360^{circ}` and `360{\deg}` as 360°."""
    return _DEGREES.sub("°", text)


def show_symbols(text: str) -> str:
    r"""Give `\times`, `{\Delta}`, `\mathcal{O}` and other mathematics that stands in prose."""
    text = _FORMULA.sub(lambda match: math_to_text(match[0]) or match[0], text)
    return _SYMBOL.sub(_shown, text)


def _shown(match: re.Match[str]) -> str:
    name = match[1] or match[2]
    return (symbol(name) if name in _SAFE_SYMBOLS else None) or match[0]


def show_spaces(text: str) -> str:
    r"""Give `\ ` and other spaces as one space; take away `\-`, `\/`, `\xspace`."""
    return _SPACE.sub(" ", _NO_SPACE.sub("", text))


def unescape_signs(text: str) -> str:
    r"""Give `\%`, `\&`, `\#`, `\_`, `\{`, `\}` and `\$` without their backslash.

    A `\$` keeps it where two bare dollars would be taken for mathematics, which they are not.
    """
    text = _ESCAPED.sub(r"\1", text)
    if r"\$" not in text:
        return text
    with_dollars = text.replace(r"\$", "$")
    return text if find_math(with_dollars) else with_dollars


def name_unknown_macros(text: str) -> str:
    r"""Give `\prjname`, `{\name}` and `\method{}`, which only the author knew, as words."""
    return _UNKNOWN.sub(lambda match: match[1] or match[2], text)
