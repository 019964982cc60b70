"""Which days are asked for."""

from datetime import date, timedelta

import pytest

from generator.desk import Refusal
from generator.desk.deliveries import Calendar, choose_days
from tests.desk.deliveries.lists import TODAY

EARLIEST = date(2030, 1, 1)


def choose(
    first: str = "", last: str = "", fetched: tuple[str, ...] = (), *, again: bool = False
) -> Calendar:
    return choose_days(
        today=TODAY,
        first=date.fromisoformat(first) if first else None,
        last=date.fromisoformat(last) if last else None,
        earliest=EARLIEST,
        fetched=frozenset(map(date.fromisoformat, fetched)),
        recent=2,
        again=again,
    )


def ago(days: int) -> date:
    return TODAY - timedelta(days=days)


def test_without_a_word_it_is_the_last_week() -> None:
    assert choose().days == tuple(ago(n) for n in (6, 5, 4, 3, 2, 1, 0))


def test_what_was_missed_is_made_up_for_a_month() -> None:
    assert choose(fetched=(ago(12).isoformat(),)).days == tuple(ago(n) for n in range(12, -1, -1))
    assert choose(fetched=(ago(300).isoformat(),)).days[0] == ago(30)


def test_days_that_are_there_are_asked_for_again_while_they_are_recent() -> None:
    there = tuple(ago(n).isoformat() for n in (6, 5, 3, 2, 1))
    calendar = choose(fetched=there)
    assert calendar.there == (ago(6), ago(5), ago(3))
    assert calendar.days == (ago(4), ago(2), ago(1), ago(0))
    assert choose(fetched=there, again=True).there == ()


def test_the_newest_day_may_not_have_been_over() -> None:
    assert choose(fetched=(ago(6).isoformat(), ago(5).isoformat())).days[0] == ago(5)


def test_days_to_come_are_left_out() -> None:
    calendar = choose(ago(1).isoformat(), ago(-2).isoformat())
    assert (calendar.days, calendar.ahead) == ((ago(1), ago(0)), (ago(-1), ago(-2)))


@pytest.mark.parametrize(
    ("first", "last", "why"),
    [
        ("2031-05-08", "", "comes after|still to come"),
        ("2031-05-08", "2031-05-09", "2031-05-08 is still to come.*UTC, today is 2031-05-07"),
        ("2031-05-05", "2031-05-04", "2031-05-05 comes after 2031-05-04"),
        ("2029-05-05", "2029-05-06", "first day is 2030-01-01"),
    ],
)
def test_what_cannot_be_asked_for_is_said(first: str, last: str, why: str) -> None:
    with pytest.raises(Refusal, match=why):
        choose(first, last)


def test_before_the_first_day_there_is_nothing() -> None:
    assert choose("2029-12-30", "2030-01-02").days == (date(2030, 1, 1), date(2030, 1, 2))
