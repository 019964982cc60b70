"""Formulas: which are found, and what they read as."""

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from generator.corpus.latex import accented, find_math, symbol
from generator.corpus.mathematics import math_to_text
from tests.conftest import ROOT

_FORMULAS = yaml.safe_load((ROOT / "tests/data/text/formulas.yml").read_text(encoding="utf-8"))
_MATHEMATICS = yaml.safe_load(
    (ROOT / "tests/data/text/mathematics.yml").read_text(encoding="utf-8")
)
_LATEX = st.text(r"\{}$^_()[] abcx12.,+%&#'~αl", max_size=60)


@pytest.mark.parametrize("case", _FORMULAS, ids=lambda case: ascii(case["text"]))
def test_formulas_are_found_and_money_is_not(case: dict[str, object]) -> None:
    assert [span.source for span in find_math(str(case["text"]))] == case["found"]


@pytest.mark.parametrize("case", _MATHEMATICS, ids=lambda case: ascii(case["source"]))
def test_a_formula_reads_as_a_line_or_not_at_all(case: dict[str, str]) -> None:
    assert math_to_text(case["source"]) == case["shown"]


def test_a_span_holds_its_delimiters_and_knows_whether_it_is_displayed() -> None:
    text = r"so \[ x^2 \] and $y_1$"
    displayed, inline = find_math(text)
    assert text[displayed.start : displayed.stop] == r"\[ x^2 \]"
    assert displayed.display
    assert text[inline.start : inline.stop] == "$y_1$"
    assert not inline.display


@given(_LATEX)
def test_spans_are_in_order_and_hold_their_source(raw: str) -> None:
    end = 0
    for span in find_math(raw):
        assert end <= span.start < span.stop
        assert span.source in raw[span.start : span.stop]
        end = span.stop


@given(_LATEX)
def test_any_formula_reads_without_an_exception(source: str) -> None:
    shown = math_to_text(source)
    assert shown is None or (shown and shown == " ".join(shown.split()))


def test_a_formula_of_more_than_a_thousand_characters_is_none() -> None:
    assert find_math(f"${'x_1 ' * 249}x$") != ()
    assert find_math(f"${'x_1 ' * 251}x$") == ()


def test_symbols_are_single_characters_and_take_nothing() -> None:
    assert symbol("alpha") == "α"
    assert symbol("ne") == "≠"
    assert symbol("nonesuch") is None
    for macro in ("href", "input", "frac", "log", "mathbb"):
        assert symbol(macro) is None


def test_a_letter_that_unicode_lacks_is_none() -> None:
    assert accented("'", "e") == "é"
    assert accented('"', r"\i") == "ï"
    assert accented("'", "q") is None
    assert accented("'", "two") is None
