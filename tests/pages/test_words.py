"""Dates, counts and lists in words."""

from datetime import date

import pytest

from generator.pages import words
from generator.pages.dates import Month, date_view, day_beside, weekday_text
from generator.pages.views import LinkView, Span


@pytest.mark.parametrize(
    ("day", "text", "short", "weekday"),
    [
        ("2025-03-12", "12 March 2025", "12 Mar 2025", "Wednesday 12 March 2025"),
        ("2024-02-29", "29 February 2024", "29 Feb 2024", "Thursday 29 February 2024"),
        ("2023-01-01", "1 January 2023", "1 Jan 2023", "Sunday 1 January 2023"),
        ("1999-09-09", "9 September 1999", "9 Sep 1999", "Thursday 9 September 1999"),
    ],
)
def test_dates(day: str, text: str, short: str, weekday: str) -> None:
    shown = date_view(date.fromisoformat(day))
    assert (shown.iso, shown.text, shown.short) == (day, text, short)
    assert weekday_text(date.fromisoformat(day)) == weekday


def test_a_date_beside_another_leaves_out_its_year() -> None:
    assert day_beside(date(2025, 3, 1), date(2025, 12, 1)) == "1 March"
    assert day_beside(date(2024, 3, 1), date(2025, 3, 1)) == "1 March 2024"


def test_months() -> None:
    month = Month.of(date(2025, 3, 31))
    assert (month.iso, month.name, month.text, month.short) == (
        "2025-03",
        "March",
        "March 2025",
        "Mar 2025",
    )
    assert Month(2024, 12) < month < Month(2025, 11)


@pytest.mark.parametrize(
    ("number", "text"), [(0, "0 papers"), (1, "1 paper"), (2, "2 papers"), (2735, "2,735 papers")]
)
def test_counts(number: int, text: str) -> None:
    assert words.counted(number, "paper") == text


def test_number_words() -> None:
    assert [words.number_word(n) for n in (0, 2, 10, 11, 1200)] == [
        "no",
        "two",
        "ten",
        "11",
        "1,200",
    ]
    assert [words.ordinal_word(n) for n in (1, 2, 10, 11)] == [
        "first",
        "second",
        "tenth",
        "number 11",
    ]


@pytest.mark.parametrize(
    ("parts", "text"),
    [([], ""), (["A"], "A"), (["A", "B"], "A and B"), (["A", "B", "C"], "A, B and C")],
)
def test_lists(parts: list[str], text: str) -> None:
    assert words.joined(parts) == text
    links = [LinkView(label=part, url=f"{part}/") for part in parts]
    spans = words.joined_links(links)
    assert words.plain_text(spans) == text
    assert [span for span in spans if span.url] == [Span(text=p, url=f"{p}/") for p in parts]


@pytest.mark.parametrize(
    ("name", "inside"),
    [("Inference", "inference"), ("KV cache", "KV cache"), ("Q", "q"), ("", "")],
)
def test_names_within_a_sentence(name: str, inside: str) -> None:
    assert words.in_running_text(name) == inside


def test_a_cut_text_ends_with_a_whole_word() -> None:
    assert words.shortened("a " * 80) == "a " * 80
    assert words.shortened("word, " * 40) == "word, " * 25 + "word…"
    assert len(words.shortened("x" * 1000)) == 160
