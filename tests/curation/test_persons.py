"""Curators' entries on authors: spellings that are one person's, a name that is two people's."""

from generator.corpus.assembly import assemble_corpus
from generator.corpus.authorship import Authorship, author_id, list_authors
from generator.curation.application import apply_curation
from generator.curation.model import CuratedCorpus
from generator.diagnostics import Place
from generator.identifiers import AuthorId
from tests.corpus.entries import digest, fact
from tests.curation.writing import curate_text

_NAMES = (("Ada Breeze", "Tom Knot"), ("Breeze, A.",), ("Ada Breeze",), ("Tom Knot",))


def curate(authors: str, papers: str = "") -> CuratedCorpus:
    """Curate four papers, A to D, with the names above."""
    titles = ["A", "B", "C", "D"]
    facts = [
        fact(title, line=n, authors=names)
        for n, (title, names) in enumerate(zip(titles, _NAMES, strict=True), 1)
    ]
    corpus = assemble_corpus([digest("2025-03-12", *titles)], facts)
    texts = {"authors": authors, "papers": papers} if papers else {"authors": authors}
    return apply_curation(curate_text(**texts), corpus)


def authors_of(curated: CuratedCorpus) -> Authorship:
    assert [str(found.place) for found in curated.diagnostics] == []
    return list_authors(curated.corpus.papers.values(), curated.persons)


def test_other_spellings_are_one_author_s_and_their_addresses_lead_on() -> None:
    curated = curate(
        "- name: Breeze, Ada\n  names: [A. Breeze, an-old-address]\n  affiliation: The sea\n"
        "  orcid: https://orcid.org/0000-0002-1694-233X\n"
    )
    (person,) = curated.persons
    assert (person.id, person.name, person.affiliation) == ("ada-breeze", "Ada Breeze", "The sea")
    assert person.orcid == "0000-0002-1694-233X"
    assert person.place == Place(file="authors.yml", line=1, column=9)
    found = authors_of(curated)
    assert found.authors[person.id].papers == ("a", "b", "c")
    assert found.former == {"a-breeze": ("ada-breeze",), "an-old-address": ("ada-breeze",)}


def test_the_address_is_an_id_s_where_there_is_one() -> None:
    found = authors_of(curate("- name: Tom Knot\n  id: tommy\n"))
    assert found.authors[AuthorId("tommy")].papers == ("a", "d")
    assert found.former == {"tom-knot": ("tommy",)}


def test_two_people_of_one_name_are_told_apart_by_papers_and_what_is_left_stays() -> None:
    found = authors_of(curate("- name: Ada Breeze\n  id: ada-breeze-of-the-hill\n  papers: [C]\n"))
    assert found.authors[author_id("Ada Breeze")].papers == ("a",)
    assert found.authors[AuthorId("ada-breeze-of-the-hill")].papers == ("c",)
    assert set(found.namesakes) == {"ada-breeze", "ada-breeze-of-the-hill"}
    both = authors_of(
        curate(
            "- name: Ada Breeze\n  affiliation: The sea\n"
            "- name: Ada Breeze\n  id: ada-breeze-of-the-hill\n  papers: [C]\n"
        )
    )
    assert both.authors[author_id("Ada Breeze")].papers == ("a",)


def test_papers_are_found_by_every_name_that_they_have_and_after_they_were_merged() -> None:
    curated = curate(
        "- name: Ada Breeze\n  id: ada-of-the-hill\n  papers: [C]\n",
        "- paper: C\n  merge_into: A\n",
    )
    assert authors_of(curated).authors[AuthorId("ada-of-the-hill")].papers == ("a",)


def test_names_that_a_curator_gives_a_paper_count() -> None:
    curated = curate(
        "- name: Zoe Reef\n  affiliation: The sea\n", "- paper: D\n  authors: [Zoe Reef]\n"
    )
    assert authors_of(curated).authors[AuthorId("zoe-reef")].papers == ("d",)
