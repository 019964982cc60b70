"""Running text: words, addresses and formulas, of which nothing is lost."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.corpus.model import Formula
from generator.corpus.text import read_text
from generator.pages.running_text import split_text, split_title
from generator.pages.views import Span


@pytest.mark.parametrize(
    ("text", "spans"),
    [
        ("", []),
        ("No address.", [("No address.", "")]),
        ("https://a.example", [("https://a.example", "https://a.example")]),
        (
            "https://a.example, then https://b.example/c.",
            [
                ("https://a.example", "https://a.example"),
                (", then ", ""),
                ("https://b.example/c", "https://b.example/c"),
                (".", ""),
            ],
        ),
    ],
)
def test_bare_addresses_become_links(text: str, spans: list[tuple[str, str]]) -> None:
    assert split_text(text) == tuple(Span(text=words, url=url) for words, url in spans)


@given(st.text() | st.text("https://a.b,) "))
def test_divided_text_loses_nothing(text: str) -> None:
    assert "".join(span.text for span in split_text(text)) == text


def test_formulas_stand_where_they_were() -> None:
    text = read_text(r"On $\ell_p$-norms: $x_i$, https://a.example, $\unknown y$")
    first, norm, second, *rest = split_text(text.clean, text.formulas)
    assert first == Span(text="On ")
    assert (norm.text, norm.source) == ("ℓ_p", r"\ell_p")
    assert norm.math
    assert second == Span(text="-norms: ")
    assert [span.text for span in rest] == ["x_i", ", ", "https://a.example", ", $\\unknown y$"]
    assert [bool(span.math) for span in rest] == [True, False, False, False]


def test_an_address_in_a_title_is_no_link_and_a_formula_is_set() -> None:
    text = read_text(r"https://a.example and $x_i$")
    words, formula = split_title(text.clean, text.formulas)
    assert words == Span(text="https://a.example and ")
    assert (formula.text, formula.source) == ("x_i", "x_i")


def test_of_a_formula_in_an_address_the_address_stands() -> None:
    text = "https://a.example/x_i now"
    formulas = (Formula(start=18, stop=21, source="x_i"),)
    assert [span.url for span in split_text(text, formulas)] == ["https://a.example/x_i", ""]


@given(st.text(r"\{}$^_() abx12.,/:%&'αl", max_size=60))
def test_set_text_loses_nothing(raw: str) -> None:
    text = read_text(raw)
    for split in (split_text, split_title):
        assert "".join(span.text for span in split(text.clean, text.formulas)) == text.clean
