"""Papers as people name them."""

import pytest

from generator.corpus.assembly import assemble_corpus
from generator.curation.model import Written
from generator.curation.naming import PaperNames
from generator.diagnostics import Code, Place
from generator.identifiers import Slug
from tests.corpus.entries import digest, entry

PLACE = Place(file="papers.yml", line=3, column=10)
NAMES = PaperNames(
    assemble_corpus(
        [
            digest(
                "2025-03-11",
                entry("S$^2$ Sails", "Sails squared.", "2401.00001"),
                entry("Sails", "Sails.", "2401.00002"),
                "Oars",
            ),
            digest(
                "2025-03-12",
                entry("Square Sails", "Sails squared, again.", "2401.00001"),
                entry("Oars!", "Not the same oars.", "2401.00003"),
                entry("Oars", "And others.", "2401.00004"),
            ),
        ],
        [],
    )
)


@pytest.mark.parametrize(
    "name",
    [
        "2401.00001",
        "2401.00001v3",
        "arXiv:2401.00001",
        "square-sails",
        "Square sails",
        "SQUARE   SAILS!",
        "S$^2$ Sails",
        "S² Sails",
        "s2-sails",
        "https://arxiv.org/abs/2401.00001",
        "arxiv.org/pdf/2401.00001v2.pdf?download=1#page=3",
        "https://huggingface.co/papers/2401.00001",
        "https://doi.org/10.48550/arXiv.2401.00001",
        "10.48550/arXiv.2401.00001",
        "https://papers.example/repo/papers/s2-sails/",
        "papers/square-sails",
    ],
)
def test_every_name_of_a_paper_finds_it(name: str) -> None:
    paper, finding = NAMES.find(Written(text=name, place=PLACE))
    assert (paper, finding) == (Slug("s2-sails"), None)


def test_a_slug_goes_before_a_title() -> None:
    paper, _ = NAMES.find(Written(text="sails", place=PLACE))
    assert paper == "sails"


def test_a_name_of_several_papers_lists_them() -> None:
    paper, finding = NAMES.find(Written(text="oars", place=PLACE))
    assert paper is None
    assert finding is not None
    assert (finding.code, finding.place) == (Code.AMBIGUOUS_PAPER, PLACE)
    for arxiv_id in ("2401.00003", "2401.00004"):
        assert arxiv_id in finding.message
        assert arxiv_id in finding.hint


@pytest.mark.parametrize(
    ("name", "hint"),
    [
        ("2401.00009", "2401.0000"),
        ("9999.99999", "Copy its title"),
        ("squar-sails", "`s2-sails`"),
        ("Sqare Sails", "“S² Sails”"),
        ("https://arxiv.org/pdf/2401.00022v1.pdf", "`2401.00002`"),
        ("https://papers.example/papers/squar-sails/", "`s2-sails`"),
        ("https://papers.example/topics/sails/", "Copy its title"),
        ("https://arxiv.org/abs/1234.56789", "Copy its title"),
    ],
)
def test_a_name_of_no_paper_is_answered_with_the_nearest(name: str, hint: str) -> None:
    paper, finding = NAMES.find(Written(text=name, place=PLACE))
    assert paper is None
    assert finding is not None
    assert finding.code is Code.UNKNOWN_PAPER
    assert hint in finding.hint
