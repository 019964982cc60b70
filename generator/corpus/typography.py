r"""Typography: ties, quotes and dashes as TeX sets them.

Every function takes a text without addresses, formulas and code (see `text`); where one of these
was taken out stands `HOLE`, which counts as a word.
"""

import re

from generator.corpus.braces import Edit, apply_edits

HOLE = "\x00"
"""Stands for an address, a formula or code; no text holds it, being a control character."""

_LETTER = r"[^\W\d_]"
# Before a number a tilde means about: only where it is glued to a word on its left is it a tie.
_TIE = re.compile(
    rf"(?:(?<={_LETTER}{_LETTER})|(?<={HOLE}))~(?=[^\W_]|[(\[{HOLE}\\])"
    rf"|(?<=[.,;:)\]%0-9}}])~(?={_LETTER}{_LETTER}|[({HOLE}])"
    rf"|(?<={_LETTER}\.)~(?=\d)"
)

_DOUBLE = re.compile(r"`+|''|\"")
_SINGLE = re.compile(r"(?<![^\W_])(?<!`)`(?=[^\s`])|(?<=[^\s'])'(?![\w'])")
_LONGEST_QUOTE = 200

_DASH = re.compile(r"(?<![-!<|=+])(-{2,3})(?![->|=+])")
_FLAG = re.compile(r"[a-z0-9]|[A-Z](?![a-z])")


def loosen_ties(text: str) -> str:
    """Give the `~` that holds two words on one line as a space; before a number it means about."""
    return _TIE.sub(" ", text)


def curl_double_quotes(text: str) -> str:
    """Give ``quoted'' and ``quoted" in curly quotes; a straight pair stays as it is."""
    edits = []
    curly = straight = False
    for match in _DOUBLE.finditer(text):
        mark, before = match[0], text[match.start() - 1 : match.start()]
        after = text[match.end() : match.end() + 1]
        opens = bool(after.strip()) and (after.isalnum() or not before.isalnum())
        closes = bool(before.strip()) and not after.isalnum()
        if mark == "``" and opens:
            edits.append(Edit(match.start(), match.end(), "“"))
            curly, straight = True, False
        elif mark == '"' and opens and not before.strip():
            straight = True
        elif mark == '"' and straight:
            straight = False
        elif mark in ("''", '"', "``") and curly and closes:
            edits.append(Edit(match.start(), match.end(), "”"))
            curly = False
    return apply_edits(text, edits)


def curl_single_quotes(text: str) -> str:
    """Give `quoted' in curly quotes; an apostrophe stays straight."""
    edits = []
    opening: re.Match[str] | None = None
    for match in _SINGLE.finditer(text):
        if match[0] == "`":
            opening = match
        elif opening and 1 < match.start() - opening.start() <= _LONGEST_QUOTE:
            edits += [Edit(*opening.span(), "‘"), Edit(*match.span(), "’")]
            opening = None
    return apply_edits(text, edits)


def set_dashes(text: str) -> str:
    """Give `--` and `---` as dashes; not `--flag`, `C--`, arrows and rules."""
    return _DASH.sub(_dash, text)


def _dash(match: re.Match[str]) -> str:
    before, after = (
        match.string[max(0, match.start() - 2) : match.start()],
        match.string[match.end() : match.end() + 2],
    )
    if match[0] == "---":
        return "—"
    is_flag = not before[-1:].strip() and _FLAG.match(after)
    is_name = before.strip().isalpha() and len(before.strip()) == 1 and not after[:1].isalnum()
    return match[0] if is_flag or (is_name and before[-1] != " ") else "–"
