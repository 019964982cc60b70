"""Words for messages."""

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from generator.curation.wording import (
    list_words,
    make_id,
    nearest,
    nearest_title,
    quote,
    shorten,
)

_IDS = ("agents", "multilingual", "fine-tuning", "text-generation", "code", "data")
_TITLES = {
    "A Survey of Small Boats": "boats",
    "Lighthouse Attention: Seeing Far Across the Bay": "light",
    "Kites": "kites",
}


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("multilingul", "multilingual"),
        ("Multilingual", "multilingual"),
        ("mulitlingual", "multilingual"),
        ("agent", "agents"),
        ("fine tuning", "fine-tuning"),
        ("fine_tuning", "fine-tuning"),
        ("finetuning", "fine-tuning"),
        ("cod", "code"),
        ("submarines", ""),
        ("", ""),
        (" - ", ""),
    ],
)
def test_the_nearest_word_is_found(word: str, meant: str) -> None:
    assert nearest(word, _IDS) == meant


def test_a_name_leads_to_its_id() -> None:
    assert nearest("Fine tunning", {"Fine-tuning": "ft", "Agents": "ag"}) == "ft"


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("Small boats", "boats"),
        ("Lighthouse Atention", "light"),
        ("seeing far across the bay", "light"),
        ("Boats, small: a survey of", "boats"),
        ("On something else altogether", ""),
        ("Boa", ""),
    ],
)
def test_a_part_of_a_title_leads_to_its_paper(text: str, meant: str) -> None:
    assert nearest_title(text, _TITLES) == meant


@given(st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Zl", "Zp"))))
def test_quoted_text_is_read_as_that_text(text: str) -> None:
    assert yaml.safe_load(quote(text)) == text


def test_an_id_keeps_the_letters_below_their_marks() -> None:
    assert make_id("Über-Größe") == "uber-grosse"


@given(st.text())
def test_an_id_that_is_made_stays_as_it_is(text: str) -> None:
    made = make_id(text)
    assert make_id(made) == made
    assert set(made) <= set("abcdefghijklmnopqrstuvwxyz0123456789-")


def test_words_are_listed_as_in_a_sentence() -> None:
    assert list_words(["a"]) == "`a`"
    assert list_words(["a", "b", "c"]) == "`a`, `b` and `c`"


def test_a_long_text_is_cut_and_put_on_one_line() -> None:
    assert shorten("a\n b") == "a b"
    assert shorten("abcdef", 4) == "abc…"
