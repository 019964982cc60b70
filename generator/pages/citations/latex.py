r"""Text for LaTeX: every sign that acts becomes a command, and accents become those of LaTeX.

Braces balance in all that comes out, and none of the text's own is among them: BibTeX counts even
`\{`. A sign beyond ASCII becomes a command where LaTeX itself has one, without any package; else it
stays, for programs that read UTF-8 (biber, XeLaTeX, LuaLaTeX, every reference manager).
"""

import re
import unicodedata
from functools import lru_cache

from pylatexenc.latexencode import UnicodeToLatexEncoder

_ACTS = {
    "\\": r"\textbackslash{}",
    "{": r"\textbraceleft{}",
    "}": r"\textbraceright{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    "<": r"\textless{}",
    ">": r"\textgreater{}",
    "|": r"\textbar{}",
    "`": r"\textasciigrave{}",
    "-": "-{}",  # before another one, with which it would become a dash
    "$": r"\$",
    "&": r"\&",
    "%": r"\%",
    "#": r"\#",
    "_": r"\_",
}
_SIGN = re.compile(r"[\\{}~^<>|`$&%#_]|-(?=-)|[^\x00-\x7f]")
_MACRO = re.compile(r"\\([A-Za-z]+|.)")
# What LaTeX itself defines: letters and accents, signs in text, signs in mathematics.
_OF_LATEX = re.compile(
    r"""
      [`'^"~=.uvHckrdbt] | AE|ae|OE|oe|AA|aa|O|o|L|l|ss|i|j|DH|dh|TH|th|DJ|dj|NG|ng
    | text(?:
        exclamdown|questiondown|cent|sterling|currency|yen|brokenbar|section|copyright
      | ordfeminine|ordmasculine|lnot|registered|degree|(?:one|two|three)superior|mu|paragraph
      | periodcentered|onequarter|onehalf|threequarters|times|div|endash|emdash|quoteleft
      | quoteright|quotedblleft|quotedblright|dagger|daggerdbl|bullet|ellipsis|perthousand|euro
      | trademark|(?:left|right|up|down)arrow|asteriskcentered
    )
    | ensuremath | (?:var)?(?:epsilon|theta|rho|sigma|phi|pi) | alpha|beta|gamma|delta|zeta|eta
    | iota|kappa|lambda|mu|nu|xi|tau|upsilon|chi|psi|omega | Gamma|Delta|Theta|Lambda|Xi|Pi|Sigma
    | Upsilon|Phi|Psi|Omega | pm|mp|infty|leq|geq|neq|approx|equiv|sim|simeq|cong|propto|in|notin
    | ni|(?:sub|sup)set(?:eq)?|cup|cap|forall|exists|nabla|partial|cdot|cdots|sum|prod|int|ell
    | hbar|aleph|wp|oplus|ominus|otimes|odot|star|circ|bullet|perp|parallel|mid|wedge|vee|ll|gg
    | prec|succ|top|[lr](?:angle|ceil|floor)|(?:Right|Left|Leftright|leftright)arrow|mapsto|angle
    | sharp|flat|natural
    """,
    re.VERBOSE,
)
# And what a formula may hold besides: of LaTeX, amsmath and amssymb.
_OF_FORMULAS = re.compile(
    r"""
      [{}|,;:!\ _%&#] | (?:d|t)?frac|sqrt|left|right|middle|(?:big|Big|bigg|Bigg)[lr]?|limits
    | (?:display|text|script)style | ldots|dots|vdots|ddots|colon|prime|times|div|ast|le|ge|ne|to
    | hat|tilde|bar|vec|dot|ddot|check|acute|grave|breve
    | overline|underline|wide(?:hat|tilde)|(?:over|under)brace|overset|underset|stackrel
    | math(?:bb|bf|cal|frak|it|rm|sf|tt)|boldsymbol|text(?:bf|it|rm|sf|tt|sc)?|operatorname
    | arccos|arcsin|arctan|arg|cos|cosh|cot|deg|det|dim|exp|gcd|inf|ker|lg|lim|ln|log|max|min|Pr|sin
    | sinh|sup|tan|tanh|mod|bmod|pmod|[lr](?:brace|brack|vert|Vert)|[vV]ert|backslash|setminus
    | (?:long)?(?:left|right)arrow|triangle|square|lfloor|emptyset|varnothing|dagger|ddagger|models
    | vdash|lceil|quad|qquad|land|lor|neg|lnot|exists|imath|jmath|Re|Im|smallsetminus|leqslant
    | geqslant|lesssim|gtrsim|triangleq|complement|uparrow|downarrow|ensuremath
    """,
    re.VERBOSE,
)
_ENDS_FORMULA = re.compile(r"[\\$%#&~]")
_ENCODER = UnicodeToLatexEncoder(
    non_ascii_only=True,
    replacement_latex_protection="braces-all",
    unknown_char_policy="keep",
    unknown_char_warning=False,
)


def latex_text(text: str) -> str:
    """Escape a text on one line for LaTeX."""
    if not text.isascii():
        text = unicodedata.normalize("NFC", text)
    return _SIGN.sub(lambda match: _latex_sign(match[0]), text)


def latex_formula(source: str) -> str:
    """Give a formula's own LaTeX between dollars; empty where it is better to write what it shows.

    It is taken over only where a paper that loads amsmath and amssymb can set all of it, and where
    it can end neither its field nor the mathematics.
    """
    macros = _MACRO.findall(source)
    bare = _MACRO.sub("", source)
    plain = source.isascii() and source.isprintable() and not _ENDS_FORMULA.search(bare)
    return f"{{${source}$}}" if plain and all(map(_can_set, macros)) and _balances(source) else ""


def _can_set(macro: str) -> bool:
    """Tell a macro of mathematics; one sign after a backslash may be an accent, which is none."""
    of_latex = len(macro) > 1 and _OF_LATEX.fullmatch(macro)
    return bool(of_latex or _OF_FORMULAS.fullmatch(macro))


def _balances(text: str) -> bool:
    """Tell whether braces balance as BibTeX counts them, to which a backslash before is nothing."""
    depth = 0
    for sign in text:
        depth += (sign == "{") - (sign == "}")
        if depth < 0:
            return False
    return depth == 0


@lru_cache(maxsize=10_000)
def _latex_sign(sign: str) -> str:
    if sign in _ACTS:
        return _ACTS[sign]
    encoded: str = _ENCODER.unicode_to_latex(sign)
    macros = _MACRO.findall(encoded)
    return encoded if all(map(_OF_LATEX.fullmatch, macros)) else sign
