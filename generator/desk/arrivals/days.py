"""The day of a digest: from the name of its file, or from what stands in its header.

No day is invented. One in a name counts; one in the text is a proposal that a person confirms.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from urllib.parse import unquote

from generator.sources.lines import split_lines
from generator.sources.model import LedgerLine, LineKind

_FIRST_YEAR = 1991
"""In which arXiv began; no list of its papers is older."""
_IN_NAME = re.compile(r"(?<!\d)(\d{4})([-_. ]?)(\d{2})\2(\d{2})(?!\d)", re.ASCII)
_ISO = re.compile(r"(?<![\d.])(\d{4})-(\d{1,2})-(\d{1,2})(?!\d)", re.ASCII)
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = (
    r"\b(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)"
    r"(?:uary|ruary|ch|il|e|y|ust|t|tember|ober|ember)?\.?"
)
_MONTH_FIRST = re.compile(_MONTH + r" (\d{1,2})\b(?:,? (\d{4})\b)?", re.ASCII | re.IGNORECASE)
_DAY_FIRST = re.compile(r"\b(\d{1,2}) " + _MONTH + r"(?:,? (\d{4})\b)?", re.ASCII | re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Stated:
    """A day that a header states: `words` as they stand in `line`; `day` is None without a year.

    `line` is 0 where the format has the day among its data.
    """

    words: str
    line: int
    month: int
    day_of_month: int
    day: date | None

    def in_year(self, year: int) -> date | None:
        return _make(year, self.month, self.day_of_month)


def find_day_in_name(name: str) -> date | None:
    """Give the day in a file's name or an address, if there is one and no second."""
    days = {
        day
        for match in _IN_NAME.finditer(unquote(name))
        if (day := _make(int(match[1]), int(match[3]), int(match[4])))
    }
    return days.pop() if len(days) == 1 else None


def find_stated_day(text: str, ledger: Iterable[LedgerLine]) -> Stated | None:
    """Give the day that the lines of a header state, if they state one and no second."""
    ledger = tuple(ledger)
    header = {entry.line for entry in ledger if entry.kind is LineKind.HEADER}
    # A line that is more than header may hold a day within a title.
    header -= {entry.line for entry in ledger if entry.kind is not LineKind.HEADER}
    found: dict[tuple[int, int, date | None], Stated] = {}
    for line in split_lines(text):
        if line.number in header:
            for stated in _read_days(line.text, line.number):
                found.setdefault((stated.month, stated.day_of_month, stated.day), stated)
    whole = [stated for stated in found.values() if stated.day]
    # `Mar 14` and `Mar 14, 2025` are one day.
    left = [
        stated
        for stated in found.values()
        if stated.day or not any(stated.in_year(d.day.year) == d.day for d in whole if d.day)
    ]
    return left[0] if len(left) == 1 else None


def guess_year(stated: Stated, today: date) -> date | None:
    """Give the last such day that is not to come, as a proposal."""
    for year in range(today.year, today.year - 5, -1):
        day = stated.in_year(year)
        if day and day <= today:
            return day
    return None


def _read_days(text: str, line: int) -> Iterable[Stated]:
    for match in _ISO.finditer(text):
        yield from _state(match[0], line, match[1], int(match[2]), match[3])
    for match in _MONTH_FIRST.finditer(text):
        yield from _state(match[0], line, match[3], _number(match[1]), match[2])
    for match in _DAY_FIRST.finditer(text):
        yield from _state(match[0], line, match[3], _number(match[2]), match[1])


def _state(words: str, line: int, year: str | None, month: int, day: str) -> Iterable[Stated]:
    # A leap year stands in for the one that is not told.
    made = _make(int(year or 2000), month, int(day))
    if made:
        yield Stated(
            words=words,
            line=line,
            month=made.month,
            day_of_month=made.day,
            day=made if year else None,
        )


def _number(month: str) -> int:
    return _MONTHS.index(month.lower()) + 1


def _make(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day) if year >= _FIRST_YEAR else None
    except ValueError:
        return None
