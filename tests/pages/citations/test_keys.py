"""Keys: unique, of harmless letters, and unmoved by what is learned or corrected later."""

import re

from generator.pages.catalogue import make_catalogue
from generator.pages.citations import Reference
from generator.pages.citations.bibliography import Bibliography
from generator.pages.citations.keys import citation_key
from tests.pages.world import Item, curate, item, seen


def key_of(one: Item, *others: Item) -> str:
    bibliography = Bibliography(make_catalogue(curate(one, *others)))
    return bibliography.reference(one.paper).key


def gale(**facts: object) -> Item:
    known = {"arxiv_id": "2403.12345", "authors": ["Ada Gale", "Bo Squall"], **facts}
    return item("Kites", seen("2025-03-11", 1), slug="kites", **known)  # type: ignore[arg-type]


def test_keys_of_real_papers_are_unique_and_harmless(real: tuple[Reference, ...]) -> None:
    keys = [reference.key for reference in real]
    assert len(set(keys)) == len(keys)
    assert all(re.fullmatch(r"[a-z]+(?:\d{4})?-[A-Za-z0-9.-]+", key) for key in keys)


def test_a_key_names_author_year_and_arxiv_id() -> None:
    assert key_of(gale()) == "gale2024-2403.12345"


def test_nothing_that_is_learned_or_corrected_later_changes_a_key() -> None:
    key = key_of(gale())
    assert key_of(gale(correction="The Kites, Corrected")) == key
    assert key_of(gale(venues=["Wind 2025"])) == key
    assert key_of(gale(published="2023-12-31")) == key
    assert key_of(gale(authors=["Ada Gale"], complete=False)) == key
    assert key_of(gale(links=[("Code", "https://code.example/")], pick=True)) == key


def test_other_papers_do_not_change_a_key() -> None:
    other = item("Boats", seen("2025-03-10", 1), arxiv_id="2403.12346", authors=["Ada Gale"])
    assert key_of(gale(), other) == key_of(gale())
    assert key_of(other, gale()) == "gale2024-2403.12346"


def test_what_is_not_known_is_left_out() -> None:
    assert key_of(gale(authors=[])) == "paper2024-2403.12345"
    assert re.fullmatch(r"gale-[0-9a-f]{8}", key_of(gale(arxiv_id="")))
    dated = key_of(gale(arxiv_id="", published="2019-01-02"))
    assert re.fullmatch(r"gale2019-[0-9a-f]{8}", dated)


def test_a_name_in_other_letters_becomes_ascii_or_is_left_out() -> None:
    assert key_of(gale(authors=["Kaj Müller-Ødegård"])) == "mullerodegard2024-2403.12345"
    assert key_of(gale(authors=["张三"])) == "paper2024-2403.12345"
    long = citation_key("x", arxiv_id=None, first_author="Ab" * 99, year=None)  # type: ignore[arg-type]
    assert len(long) < 40


def test_an_old_id_gives_a_key_without_a_slash() -> None:
    assert key_of(gale(arxiv_id="hep-th/9901001")) == "gale1999-hep-th-9901001"
    assert key_of(gale(arxiv_id="math.GT/0309136")) == "gale2003-math.GT-0309136"
