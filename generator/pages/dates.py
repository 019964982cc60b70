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

    def moved(self, months: int) -> Self:
        """Give the month so many months later, or earlier where `months` is negative."""
        year, number = divmod(self.year * 12 + self.number - 1 + months, 12)
        return type(self)(year, number + 1)

    def through(self, last: Self) -> tuple[Self, ...]:
        """Give this month, `last` and all between; none where `last` is before this."""
        count = (last.year - self.year) * 12 + last.number - self.number + 1
        return tuple(self.moved(step) for step in range(count))


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


def days_text(first: date, last: date) -> str:
    """`12 March 2025`, `11 to 14 March 2025`, `28 February to 3 March 2025`."""
    if first == last:
        return day_text(last)
    if Month.of(first) == Month.of(last):
        return f"{first.day} to {day_text(last)}"
    return f"{day_beside(first, last)} to {day_text(last)}"


def months_text(first: Month, last: Month) -> str:
    """`March 2025`, `January to March 2025`, `November 2024 to January 2025`."""
    if first == last:
        return last.text
    return f"{first.name if first.year == last.year else first.text} to {last.text}"


def months_short(first: Month, last: Month) -> str:
    """`Mar 2025`, `Jan–Mar 2025`, `Nov 2024–Jan 2025`."""
    if first == last:
        return last.short
    return f"{first.name[:3] if first.year == last.year else first.short}–{last.short}"
