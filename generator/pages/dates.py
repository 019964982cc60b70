"""Dates in words: English, whatever the machine's locale."""

from datetime import date
from typing import NamedTuple, Self

from generator.pages.views import DateView

_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


class Month(NamedTuple):
    """A month of a year; `number` is 1 to 12. Months compare by time."""

    year: int
    number: int

    @classmethod
    def of(cls, day: date) -> Self:
        return cls(day.year, day.month)

    @property
    def iso(self) -> str:
        """`2025-03`."""
        return f"{self.year:04}-{self.number:02}"

    @property
    def name(self) -> str:
        """`March`."""
        return _MONTHS[self.number - 1]

    @property
    def text(self) -> str:
        """`March 2025`."""
        return f"{self.name} {self.year}"

    @property
    def short(self) -> str:
        """`Mar 2025`."""
        return f"{self.name[:3]} {self.year}"


def date_view(day: date) -> DateView:
    return DateView(
        iso=day.isoformat(), text=day_text(day), short=f"{day.day} {Month.of(day).short}"
    )


def day_text(day: date) -> str:
    """`12 March 2025`."""
    return f"{day.day} {Month.of(day).text}"


def weekday_text(day: date) -> str:
    """`Wednesday 12 March 2025`."""
    return f"{_WEEKDAYS[day.weekday()]} {day_text(day)}"


def day_beside(day: date, other: date) -> str:
    """Give `12 March` where `other` is of the same year, else `12 March 2025`."""
    if day.year == other.year:
        return f"{day.day} {Month.of(day).name}"
    return day_text(day)
