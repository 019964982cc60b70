"""What a person asks papers by: times, and topics, tags or lists by id or by name."""

import re
from collections.abc import Iterable, Sequence
from datetime import date
from difflib import get_close_matches
from typing import TypeVar

import click

from generator.cli.findings import shown
from generator.pages.slices import ALWAYS, Period, parse_period

_Id = TypeVar("_Id", bound=str)
_DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})", re.ASCII)
_ALMOST_DAY = re.compile(r"(\d{4})\D?(\d{1,2})\D?(\d{1,2})", re.ASCII)


def read_day(
    _context: click.Context, _parameter: click.Parameter, value: str | None
) -> date | None:
    """Read an option's day. Raises click.BadParameter for anything else."""
    day = parse_day(value) if value else None
    if isinstance(day, str):
        raise click.BadParameter(day)
    return day


def parse_day(text: str) -> date | str:
    """Read a day as it is typed; else say what is wrong with it."""
    text = text.strip()
    match = _DAY.fullmatch(text) or _ALMOST_DAY.fullmatch(text)
    try:
        day = date(int(match[1]), int(match[2]), int(match[3])) if match else None
    except ValueError:
        return f"the calendar has no day “{shown(text)}”."
    if day is None:
        return f"“{shown(text)}” is no day of the form 2025-03-14."
    if not _DAY.fullmatch(text):
        return f"write the day as {day}."
    return day


def read_period(
    _context: click.Context, _parameter: click.Parameter, value: str | None
) -> Period | None:
    """Read an option's day, month or year. Raises click.BadParameter for anything else."""
    try:
        return parse_period(value) if value else None
    except ValueError:
        said = shown(value or "")
        message = f"“{said}” is no day, month or year such as 2025-03-12, 2025-03, 2025."
        raise click.BadParameter(message) from None


def join_periods(since: Period | None, until: Period | None, day: Period | None) -> Period:
    """Give what lies in all three. Raises click.UsageError where nothing does."""
    firsts = [period.first for period in (since, day) if period and period.first]
    lasts = [period.last for period in (until, day) if period and period.last]
    period = Period(first=max(firsts, default=None), last=min(lasts, default=None))
    if period.first and period.last and period.first > period.last:
        raise click.UsageError("--since, --until and --date leave no day between them.")
    return period if firsts or lasts else ALWAYS


def find_ids(
    names: Iterable[str], known: Sequence[tuple[_Id, str]], option: str
) -> tuple[_Id, ...]:
    """Find ids by themselves or by the names that readers know."""
    by_name = {_plain(name): id_ for id_, name in known} | {_plain(id_): id_ for id_, _ in known}
    found = []
    for name in names:
        if _plain(name) not in by_name:
            near = get_close_matches(_plain(name), by_name, n=1)
            hint = f" Did you mean {by_name[near[0]]}?" if near else ""
            message = f"there is none called “{shown(name)}”.{hint}"
            raise click.BadParameter(message, param_hint=option)
        found.append(by_name[_plain(name)])
    return tuple(found)


def _plain(name: str) -> str:
    return "-".join(name.casefold().split())
