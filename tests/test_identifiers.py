import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.identifiers import parse_arxiv_id, slug_from_title, title_key

# Frozen: an address that was published once must be minted for ever.
SLUGS = {
    "Kites That Learn to Fly": "kites-that-learn-to-fly",
    r"$\textbf{K}^2$ITE-LLM: Flying by Numbers": "k2ite-llm-flying-by-numbers",
    "K$^{2}$ITE": "k2ite",
    "K^{2}ITE": "k2ite",
    "Rozi\\`ere's Kite": "rozieres-kite",
    "Über Drachen": "uber-drachen",
    "  Two   spaces -- and dashes ": "two-spaces-and-dashes",
    "Learning C": "learning-c",
    "Learning C#": "learning-c-b533dc3b",
    "风筝": "0bb3d79a",
    "!?": "32e6d1d2",
}


@pytest.mark.parametrize(("title", "slug"), SLUGS.items())
def test_a_title_mints_its_slug_for_ever(title: str, slug: str) -> None:
    assert slug_from_title(title) == slug


def test_a_long_title_is_cut_at_a_word_and_told_apart_by_a_hash() -> None:
    one = slug_from_title("kite " * 40 + "one")
    two = slug_from_title("kite " * 40 + "two")
    assert one != two
    assert re.fullmatch(r"(kite-){16}[0-9a-f]{8}", one)


@given(st.text())
def test_slugs_are_safe_in_addresses_and_idempotent_in_form(title: str) -> None:
    slug = slug_from_title(title)
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", slug)
    assert len(slug) <= 89
    again = slug_from_title(slug)
    assert again == slug or len(slug) > 80


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Kites: A Survey", "KITES – a survey"),
        ("K$^{2}$ITE", "K²ITE"),
        ("K^2ITE", "K²ITE"),
        ("Caf\u0065\u0301 Kites", "Café Kites"),
        ("A.B.", "AB"),
    ],
)
def test_titles_of_one_paper_have_one_key(one: str, other: str) -> None:
    assert title_key(one) == title_key(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("Kites in C", "Kites in C++"), ("Kites in C", "Kites in C#"), ("Café", "Cafe"), ("!", "?")],
)
def test_titles_of_two_papers_have_two_keys(one: str, other: str) -> None:
    assert title_key(one) != title_key(other)


@pytest.mark.parametrize(
    ("text", "arxiv_id"),
    [
        ("2403.05798", "2403.05798"),
        ("2403.05798v3", "2403.05798"),
        (" arXiv:0704.0001v1 ", "0704.0001"),
        ("hep-th/9901001", "hep-th/9901001"),
        ("math.GT/0309136v2", "math.GT/0309136"),
        ("2403.057", None),
        ("https://arxiv.org/abs/2403.05798", None),
        ("", None),
    ],
)
def test_arxiv_ids_are_read_without_their_version(text: str, arxiv_id: str | None) -> None:
    assert parse_arxiv_id(text) == arxiv_id
