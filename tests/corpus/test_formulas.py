"""Formulas in a text: as lines, and which of them a page can show better."""

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from generator.corpus.formulas import set_formulas, show_formulas
from generator.corpus.mathematics import math_to_line
from generator.corpus.model import Text
from generator.corpus.text import clean_text, read_text
from tests.conftest import ROOT

_MAKESHIFTS = yaml.safe_load((ROOT / "tests/data/text/makeshifts.yml").read_text(encoding="utf-8"))
_TEXTS = st.text(r"\{}$^_()[] abcx12.,+%&#'~αl" + "\n", max_size=60)


def sources(text: Text) -> list[tuple[str, str]]:
    """Each formula's source, and the words of the clean text in its place."""
    return [(f.source, text.clean[f.start : f.stop]) for f in text.formulas]


@pytest.mark.parametrize("source", _MAKESHIFTS["makeshift"], ids=ascii)
def test_what_unicode_cannot_show_is_a_makeshift(source: str) -> None:
    line = math_to_line(source)
    assert line is not None
    assert line.makeshift


@pytest.mark.parametrize("source", _MAKESHIFTS["whole"], ids=ascii)
def test_what_reads_right_as_text_is_none(source: str) -> None:
    line = math_to_line(source)
    assert line is not None
    assert not line.makeshift


@pytest.mark.parametrize(
    "raw",
    [
        "A $100K Budget, $5 or $10^6 in all",
        "S$^2$FT at $10\\%$ of $O(n)$",
        "from $\\alpha$ to $\\beta$",
        "with \\$x_i\\$ escaped",
        "the $\\prjname$ way",
        "x_{i,j} without dollars",
    ],
)
def test_a_text_of_simple_mathematics_needs_no_formula(raw: str) -> None:
    assert read_text(raw) == Text(raw=raw, clean=clean_text(raw))


def test_a_formula_stands_in_the_clean_text_as_a_line() -> None:
    text = read_text(r"On  $\ell_p$-norms -- and $\mathcal{L}(\theta)$, {\em twice}")
    assert text.clean == "On ℓ_p-norms – and L(θ), twice"
    assert sources(text) == [(r"\ell_p", "ℓ_p"), (r"\mathcal{L}(\theta)", "L(θ)")]


def test_where_one_formula_needs_it_all_with_variables_look_alike() -> None:
    text = read_text(
        r"for $n$ of $x_n$, $nm \times m$ at $10\%$ in $24^{\mathrm{th}}$ place or $\pi$"
    )
    assert sources(text) == [("n", "n"), ("x_n", "x_n"), (r"nm \times m", "nm × m"), (r"\pi", "π")]


def test_a_formula_that_is_no_line_stays_as_received_and_is_named() -> None:
    text = read_text(r"if $\binom{n}{k}$ holds")
    assert text.clean == text.raw
    assert sources(text) == [(r"\binom{n}{k}", r"$\binom{n}{k}$")]


def test_damage_around_a_formula_is_mended_all_the_same() -> None:
    text = read_text("R&amp;D \\\\ of ``$x_i$'' at 130times \\url{https://x.org/a} $1 &lt; y_k$")
    assert text.clean == "R&D of “x_i” at 130× https://x.org/a 1 < y_k"
    assert sources(text) == [("x_i", "x_i"), ("1 < y_k", "1 < y_k")]


def test_where_a_rule_reaches_into_a_formula_none_is_named() -> None:
    text = read_text(r"by 9$\text{times}_i$ now")
    assert text == Text(raw=text.raw, clean="by 9×_i now")


def test_a_line_of_formulas_is_the_text_itself() -> None:
    assert show_formulas(r"$x_i$ of $\binom{n}{k}$") == set_formulas(r"$x_i$ of $\binom{n}{k}$")[0]


@given(_TEXTS)
def test_formulas_are_in_order_and_within_the_clean_text(raw: str) -> None:
    text = read_text(raw)
    assert text.clean == clean_text(raw)
    end = 0
    for formula in text.formulas:
        assert end <= formula.start < formula.stop <= len(text.clean)
        assert formula.source
        end = formula.stop
