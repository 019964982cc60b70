"""Lines of running text that only name authors: `Ada Knot, Bo Hitch`, `Ada Knot et al.`."""

import re

_ET_AL = re.compile(r"\A[\s,*_]*((?:[^,.;:|]|(?<=[^\W\d_])\.(?=\s?[A-Z-])){3,60}?),?\s+et\.? ?al\b")
_BETWEEN = re.compile(r"[,;]|\band\b|&")
_NAME = re.compile(r"[^\W\d_][^\d:;!?()\"“”\[\]]{1,38}")
_ONE_NAME = re.compile(
    r"(?!(?:An?|The|On|In) )[A-Z][\w'’-]{0,20}\.?(?: [A-Z][\w'’-]{0,20}\.?){1,3}"
)
_HOUSE = re.compile(
    r"\b(?:Universit\w+|Institut\w*|College|School|Labs?|Research|Inc|Blog|Press)\b"
)
_ONLY_NUMBERS = re.compile(r"[\d./-]+")
_MOST_WORDS = 6
_FEW = 0.9
"""The share of names that must look like one; a long list has odd ones."""
_WHOLE = 0.6
"""The share that must have two words or more; others are words in a list."""


def read_byline(text: str, *, is_below_title: bool = False) -> str:
    """Give the authors that a line names, with semicolons between; empty for another line.

    A single name is told from other words only by its place, directly below a title.
    """
    if match := _ET_AL.match(text):
        return f"{match[1].strip()} et al."
    names = [name.strip(" *_.") for name in _BETWEEN.split(text[:5000])]
    names = [name for name in names if name and not _ONLY_NUMBERS.fullmatch(name)]
    right = [n for n in names if _NAME.fullmatch(n) and n[0].isupper()]
    right = [name for name in right if len(name.split()) <= _MOST_WORDS]
    whole = [name for name in names if len(name.split()) > 1]
    are_names = len(right) >= _FEW * len(names) and len(whole) >= _WHOLE * len(names)
    if len(names) == 1:
        is_one = bool(_ONE_NAME.fullmatch(names[0])) and not _HOUSE.search(names[0])
        return names[0] if is_below_title and is_one else ""
    return "; ".join(names) if names and are_names else ""
