"""Lines of running text that only name authors: `Ada Knot, Bo Hitch`, `Ada Knot et al.`."""

import re

_ET_AL = re.compile(r"\A[\s,*_]*((?:[^,.;:|]|(?<=[^\W\d_])\.(?=\s?[A-Z-])){3,60}?),?\s+et\.? ?al\b")
_BETWEEN = re.compile(r"[,;]|\band\b|&")
_NAME = re.compile(r"[^\W\d_][^\d:;!?()\"“”\[\]]{1,38}")
_ONLY_NUMBERS = re.compile(r"[\d./-]+")
_MOST_WORDS = 6
_FEW = 0.9
"""The share of names that must look like one; a long list has odd ones."""
_WHOLE = 0.6
"""The share that must have two words or more; others are words in a list."""


def read_byline(text: str) -> str:
    """Give the authors that a line names, with semicolons between; empty for another line."""
    if match := _ET_AL.match(text):
        return f"{match[1].strip()} et al."
    names = [name.strip(" *_.") for name in _BETWEEN.split(text[:5000])]
    names = [name for name in names if name and not _ONLY_NUMBERS.fullmatch(name)]
    right = [n for n in names if _NAME.fullmatch(n) and n[0].isupper()]
    right = [name for name in right if len(name.split()) <= _MOST_WORDS]
    whole = [name for name in names if len(name.split()) > 1]
    are_names = len(right) >= _FEW * len(names) and len(whole) >= _WHOLE * len(names)
    return "; ".join(names) if len(names) > 1 and are_names else ""
