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


@lru_cache(maxsize=10_000)
def _latex_sign(sign: str) -> str:
    if sign in _ACTS:
        return _ACTS[sign]
    encoded: str = _ENCODER.unicode_to_latex(sign)
    macros = _MACRO.findall(encoded)
    return encoded if all(map(_OF_LATEX.fullmatch, macros)) else sign
