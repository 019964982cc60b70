"""The header of a captured page: its phrases, which stand for nothing, and its day."""

import re
from datetime import date

from generator.sources.lines import Line

_PHRASES = re.compile(
    r"Get trending papers in your email inbox(?: once a day)?!"
    r"|by ?AK and the research community"
    r"|Subscribe(?!rs?\b|d\b|s\b)",  # a first title may be "Subscribers as ..."
)
_WHOLE_LINES = frozenset({"new", "Daily Papers", "Trending Papers", "Daily", "Weekly", "Monthly"})
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_DAY = re.compile(
    r"(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)"
    r"(?:uary|ruary|ch|il|e|y|ust|t|tember|ober|ember)?\.? (\d{1,2})(?:,? (\d{4}))?",
    re.ASCII | re.IGNORECASE,
)


def is_phrase(text: str) -> bool:
    """Whether a line begins with one of the page's own sentences, by which a capture is known."""
    return bool(_PHRASES.match(text))


def is_header(text: str) -> bool:
    """Whether a whole line is the page's own, wherever it stands."""
    return text in _WHOLE_LINES or bool(_PHRASES.fullmatch(text) or _DAY.fullmatch(text))


def cut_glued(line: Line, *, after_header: bool) -> tuple[list[Line], Line | None]:
    """Cut the phrases off that are glued to a line's beginning; what is left is None if nothing is.

    `Subscribe` alone is one only after the header: elsewhere a title may begin with that word.
    """
    pieces: list[Line] = []
    text, column = line.text, line.column
    while match := _PHRASES.match(text):
        rest = text[match.end() :]
        if match[0] == "Subscribe" and (rest.startswith(" ") or not (after_header or pieces)):
            break  # "Subscribe to Nothing: ..." is a title
        pieces.append(Line(number=line.number, column=column, text=match[0]))
        text = rest.lstrip()
        column += match.end() + len(rest) - len(text)
    left = Line(number=line.number, column=column, text=text) if text else None
    return pieces, left


def day_differs(text: str, day: date) -> bool:
    """Whether a header's `Mar 11`, `Mar 11, 2025` or `March 11` is another day than `day`.

    False for a line that is no day at all.
    """
    match = _DAY.fullmatch(text)
    if not match:
        return False
    month = _MONTHS.index(match[1].lower()) + 1
    same_year = match[3] is None or int(match[3]) == day.year
    return not (same_year and (month, int(match[2])) == (day.month, day.day))
