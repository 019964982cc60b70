"""The words that stand behind "did you mean"."""

import json

from generator.engine.search.words import render_words
from tests.engine.search.records import make_record


def words_of(*records: object) -> list[list[str]]:
    told = json.loads(render_words(records))  # type: ignore[arg-type]
    assert told["version"] == 1
    return [line.split() for line in told["words"]]


def test_words_of_titles_and_names_are_there_and_of_texts_those_of_two_papers() -> None:
    one = make_record("a", "Quiet Harbours", text="Lamps along a quay, and once a heron.")
    two = make_record(
        "b", "Lamps", text="A quay.", fields=(("title", "Lamps"), ("by", "Éva Quill"))
    )
    assert words_of(one, two) == [["lamps", "quay"], ["eva", "harbours", "quiet", "quill"]]


def test_greek_letters_are_there_by_their_names() -> None:
    assert words_of(make_record("a", "τ-bench", text="")) == [["bench", "tau"]]


def test_a_word_counts_once_a_paper() -> None:
    often = make_record("a", "Kite", text="Kite, kite and kite.")
    assert words_of(often, make_record("b", "Rope", text="rope")) == [["kite", "rope"]]


def test_classes_halve() -> None:
    papers = [make_record(f"p{n}", "Kite" if n < 8 else "Rope", text="rope") for n in range(16)]
    assert words_of(*papers) == [["rope"], ["kite"], [], [], []]


def test_numbers_addresses_and_very_short_or_long_words_are_none() -> None:
    fields = (("title", f"2024 a ab abc {'x' * 31} gpt4"), ("code", "https://host.example/repo"))
    assert words_of(make_record("a", fields=fields, text="")) == [["abc", "gpt4"]]


def test_no_papers_have_no_words() -> None:
    assert words_of() == []
