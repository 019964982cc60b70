"""The words and phrases by which papers are compared."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.relations.terms import IN_TITLE, fold_lines, weigh_terms
from generator.relations.wordlist import EMPTY, FUNCTION, GENERIC


def terms(title: str, abstract: str = "") -> dict[str, float]:
    return weigh_terms(fold_lines(title, abstract))


def test_words_and_pairs_of_words_are_terms_and_empty_words_are_not() -> None:
    assert set(terms("A novel approach to sparse Kites, and winds")) == {
        "sparse",
        "sparse kite",
        "kite",
        "wind",
    }


def test_a_phrase_may_stand_around_a_small_word() -> None:
    assert "mixture of kite" in terms("Mixtures of kites")
    assert "kite to rope" in terms("From kite to rope")


def test_no_phrase_goes_over_a_comma_or_a_full_stop() -> None:
    assert not [term for term in terms("Kites, ropes", "Ropes. Winds") if " " in term]


@pytest.mark.parametrize("written", ["fine-tuning", "fine tuning", "finetuning", "Fine-Tuning"])
def test_a_prefix_is_one_word_with_what_follows(written: str) -> None:
    assert list(terms(written)) == ["finetuning"]


def test_numbers_and_quantities_are_no_terms_but_3d_is() -> None:
    assert set(terms("7 70b 3x 2nd 3D kites")) == {"3d", "3d kite", "kite"}


def test_a_title_weighs_and_so_does_each_doubling_in_the_abstract() -> None:
    assert terms("Kites") == {"kite": IN_TITLE}
    for often, weight in ((1, 1), (2, 2), (3, 2), (4, 3)):
        assert terms("Ropes", "kites. " * often)["kite"] == weight
    assert terms("Kites", "kites")["kite"] == 1 + IN_TITLE


def test_a_phrase_counts_beside_its_words() -> None:
    assert terms("Sparse kites") == {"sparse": IN_TITLE, "sparse kite": IN_TITLE, "kite": IN_TITLE}


def test_what_says_where_the_code_is_says_nothing_of_the_paper() -> None:
    told = "We fly kites. Our harbour repository is available at https://example.org/x."
    assert set(terms("", told)) == {"fly", "fly kite", "kite"}


def test_word_lists_are_folded_and_apart() -> None:
    assert not FUNCTION & EMPTY
    assert not FUNCTION & GENERIC
    assert not EMPTY & GENERIC
    assert not [word for word in FUNCTION | EMPTY | GENERIC if word != word.lower()]


@given(st.text(), st.text())
def test_any_text_has_terms_that_are_sorted_and_weigh_something(title: str, abstract: str) -> None:
    weights = terms(title, abstract)
    assert list(weights) == sorted(weights)
    assert all(weight > 0 for weight in weights.values())
    assert not [term for term in weights if ":" in term or term != term.strip()]
