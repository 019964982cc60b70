"""Which days to ask for. A day is the provider's: it begins and ends in UTC."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, timedelta

from generator.desk.refusal import Refusal

_WEEK = timedelta(days=6)
_MONTH = timedelta(days=30)
"""How far back is asked for if nobody says: a week, or from the newest day there, up to a month."""
_SATURDAY = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Calendar:
    """Days to ask for, in order. `there` were fetched before; `ahead` are still to come."""

    days: tuple[date, ...]
    there: tuple[date, ...] = ()
    ahead: tuple[date, ...] = ()


def choose_days(
    *,
    today: date,
    first: date | None,
    last: date | None,
    earliest: date,
    fetched: Collection[date],
    recent: int,
    again: bool = False,
) -> Calendar:
    """Choose from `first` to `last`, both included: those that are not there, or are recent.

    Without `first` and `last` it is the last week, and what was missed before, up to a month.
    Today, the `recent` days before, and the newest day that is there (which may not have been over)
    are asked for again, since providers still add to them; with `again` all are. Raises Refusal
    where no day is left, since all are to come, or before the provider's `earliest`.
    """
    newest = max((day for day in fetched if day <= today), default=today)
    last = last or today
    first = first or max(last - _MONTH, min(last - _WEEK, newest))
    if first > last:
        message = f"{first} comes after {last}. Put the earlier day behind --since."
        raise Refusal(message)
    if first > today:
        message = (
            f"{first} is still to come: by the provider's clock, which is UTC, today is {today}."
        )
        raise Refusal(message)
    if last < earliest:
        message = f"The provider's first day is {earliest}; there is nothing before."
        raise Refusal(message)
    wanted = [
        max(first, earliest) + timedelta(days=n)
        for n in range((last - max(first, earliest)).days + 1)
    ]
    past = [day for day in wanted if day <= today]
    fresh = today - timedelta(days=recent)
    there = tuple(day for day in past if day in fetched and day < min(fresh, newest) and not again)
    return Calendar(
        days=tuple(day for day in past if day not in there),
        there=there,
        ahead=tuple(day for day in wanted if day > today),
    )


def is_weekend(day: date) -> bool:
    return day.weekday() >= _SATURDAY
