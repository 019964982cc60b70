"""Calendars: a month as rows of days."""

from calendar import monthrange
from collections.abc import Mapping
from datetime import date
from math import sqrt

from generator.pages.dates import Month, day_text
from generator.pages.permalinks import day_url, month_url
from generator.pages.views import DayCell, MonthCalendar
from generator.pages.words import counted

_WEEK = 7
_FULL_DAY = 200  # papers that give the deepest tint


def draw_month(month: Month, counts: Mapping[date, int], total: int) -> MonthCalendar:
    """Lay a month's days in weeks. `counts` has the days with a digest, `total` all its papers."""
    first_weekday, length = monthrange(*month)
    cells: list[DayCell | None] = [None] * first_weekday
    for number in range(1, length + 1):
        day = date(*month, number)
        cells.append(_fill_cell(day, counts[day]) if day in counts else DayCell(day=number))
    cells += [None] * (-len(cells) % _WEEK)
    return MonthCalendar(
        name=month.name,
        short=month.short,
        url=month_url(month),
        count=total,
        weeks=tuple(tuple(cells[n : n + _WEEK]) for n in range(0, len(cells), _WEEK)),
    )


def _fill_cell(day: date, count: int) -> DayCell:
    return DayCell(
        day=day.day,
        url=day_url(day),
        count=count,
        weight=_weigh(count),
        label=f"{day_text(day)}, {counted(count, 'paper')}",
    )


def _weigh(count: int) -> int:
    """Give a tint from 0 to 100: its square grows with the count, so that small days differ too."""
    return min(100, round(100 * sqrt(count / _FULL_DAY)))
