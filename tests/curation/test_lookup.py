"""Papers by what a person types at a terminal."""

import pytest

from generator.curation.lookup import Found
from generator.identifiers import Slug
from tests.curation.sea import sea

KITES = Slug("kites-that-read-the-wind")
BOATS = Slug("a-survey-of-small-boats")
VERY_SMALL = Slug("a-survey-of-very-small-boats")


@pytest.mark.parametrize(
    "text",
    [
        "2401.00001",
        "arXiv:2401.00001v2",
        "kites-that-read-the-wind",
        "Kites That Read the Wind",
        "KITES  that read, the wind!",
        "read the wind",
        "kites",
        "read the wi",
        "A Word on Kites",
        "word on",
        "flying-words",
    ],
)
def test_a_paper_is_found_by_any_name_and_by_part_of_its_title(text: str) -> None:
    search = sea('- paper: 2401.00001\n  title: "A Word on Kites"\n  slug: flying-words\n').search
    assert search.find(text) == Found(paper=KITES)


def test_words_that_several_titles_hold_find_all_of_them() -> None:
    found = sea().search.find("small boats")
    assert found == Found(paper=None, choices=(BOATS, VERY_SMALL), many=2)


def test_a_title_that_two_papers_bear_finds_both() -> None:
    found = sea().search.find("On Harbours")
    assert found.paper is None
    assert found.many == 3
    assert set(found.choices) >= {"on-harbours-2401-00010", "on-harbours-2401-00011"}


@pytest.mark.parametrize(
    ("text", "nearest"),
    [
        ("Kits that red the wind", KITES),
        ("kites-that-red-the-wind", KITES),
        ("2401.0003", BOATS),
        ("A Survey of Smal Boats", BOATS),
    ],
)
def test_a_slip_gives_the_nearest(text: str, nearest: Slug) -> None:
    found = sea().search.find(text)
    assert (found.paper, found.many) == (None, 0)
    assert found.choices[0] == nearest


@pytest.mark.parametrize("text", ["", "   ", "?!", "zzzzqqqq"])
def test_what_is_like_nothing_finds_nothing(text: str) -> None:
    assert sea().search.find(text) == Found()


def test_no_word_is_found_within_another() -> None:
    assert sea().search.find("ites").paper is None
