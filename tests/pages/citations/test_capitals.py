import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.pages.citations.capitals import mark_capitals

ABSTRACT = "Some use Medusa decoding. Others read of the tower in Crete. Tower is a word."


@pytest.mark.parametrize(
    ("title", "marked"),
    [
        ("Large Language Models", "Large Language Models"),
        ("A Kite for LLMs", "A Kite for {LLMs}"),
        ("GPT-4 and LLaMA-Based Token-Level Kites", "{GPT}-4 and {LLaMA}-Based Token-Level Kites"),
        ("2D and 3d, $100K", "{2D} and 3d, ${100K}"),
        ("Plan B or Plan A", "Plan {B} or Plan A"),
        ("Deep Bayesian Kites", "Deep {Bayesian} Kites"),
        ("Medusa: Towers of Crete", "{Medusa}: Towers of {Crete}"),
        ("Of the Tower", "Of the Tower"),  # the abstract has the word in lower case, too
        (
            "Kites that always reach Paris: Several tales",
            "Kites that always reach {Paris}: Several tales",
        ),
        ("", ""),
    ],
)
def test_capitals_that_must_stay_are_found(title: str, marked: str) -> None:
    pieces = mark_capitals(title, ABSTRACT)
    assert "".join(f"{{{piece}}}" if stays else piece for piece, stays in pieces) == marked


@given(st.text(), st.text())
def test_the_pieces_are_the_title(title: str, abstract: str) -> None:
    assert "".join(piece for piece, _ in mark_capitals(title, abstract)) == title
