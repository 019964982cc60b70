"""What a reader types and what is written come to the same."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.engine.search.folding import (
    fold_key,
    fold_text,
    list_folded,
    list_parts,
    split_words,
)


@pytest.mark.parametrize(
    ("written", "typed"),
    [
        ("S²FT", "s2ft"),
        ("Müller", "muller"),
        ("Łukasz Øster", "lukasz oster"),
        ("Straße", "strasse"),
        ("ﬁne", "fine"),
        ("𝒪(n)", "o(n)"),
        ("Ｗｉｄｅ", "wide"),
        ("İstanbul", "istanbul"),
    ],
)
def test_a_text_is_folded_to_what_is_typed(written: str, typed: str) -> None:
    assert fold_text(written) == typed


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("Attention Is All You Need!", "attentionisallyouneed"),
        ("Yi-Fan Zhang", "yifanzhang"),
        ("2403.12345", "240312345"),
        ("_ ... !", ""),
        ("注意力", "注意力"),
    ],
)
def test_a_key_is_letters_and_digits(text: str, key: str) -> None:
    assert fold_key(text) == key


@given(st.text())
def test_folding_twice_is_folding_once(text: str) -> None:
    assert fold_key(fold_key(text)) == fold_key(text)
    assert "".join(split_words(text)) == fold_key(text)


def test_only_words_that_are_typed_otherwise_are_listed() -> None:
    texts = ["S²FT is for Müller", "a S²FT – naïve", "Łukasz: plain", ""]
    assert list_folded(texts) == ["s2ft", "lukasz:"]


def test_greek_letters_have_their_names_and_greek_words_have_none() -> None:
    texts = ["τ-bench at 2π, Λ_α and ϵ", "Παπαδόπουλος at ππ", "ℓ_p"]
    assert list_folded(texts) == ["tau-bench", "2 pi,", "lambda_alpha", "ε", "epsilon", "l_p"]


def test_a_lowered_letter_is_found_within_a_word() -> None:
    texts = ["high-T_c, (x_i), a_b", "Λ_α-spaces of H_m(t_c-t)"]
    assert list_folded(texts) == ["t_c", "lambda_alpha-spaces", "λ_α", "lambda_alpha", "h_m"]


def test_parts_of_compounds_are_listed_where_the_index_would_cut_them_up() -> None:
    texts = ["Ab-LooM by Orb-14B: Warp-7 and weft-Thread", "LooMs, (GPT-4o) x-LooM", "", "A-B–AI"]
    assert list_parts(texts) == ["loom", "14b", "4o"]
