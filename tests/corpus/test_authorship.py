"""Who is behind a name: what is one author's, and what a curator tells apart."""

import pytest

from generator.corpus.assembly import assemble_corpus
from generator.corpus.authorship import Authorship, Person, author_id, list_authors
from generator.corpus.names import parse_name, tidy_name
from generator.identifiers import AuthorId, Slug
from tests.corpus.entries import digest, fact


def authors_of(*names: tuple[str, ...], persons: tuple[Person, ...] = ()) -> Authorship:
    """Give each list of names a paper of its own: `paper-1`, `paper-2`."""
    titles = [f"Paper {n}" for n in range(1, len(names) + 1)]
    facts = [
        fact(title, line=n, authors=listed)
        for n, (title, listed) in enumerate(zip(titles, names, strict=True), 1)
    ]
    corpus = assemble_corpus([digest("2025-03-12", *titles)], facts)
    return list_authors(corpus.papers.values(), persons)


def person(id_: str, name: str, *names: str, papers: tuple[str, ...] | None = None) -> Person:
    return Person(
        id=AuthorId(id_),
        name=name,
        names=frozenset(author_id(n) for n in (name, *names)),
        papers=None if papers is None else frozenset(map(Slug, papers)),
    )


@pytest.mark.parametrize(
    ("name", "address"),
    [
        ("Ada Knot", "ada-knot"),
        ("Knot, Ada", "ada-knot"),
        ("ADA  KNOT ,", "ada-knot"),
        ("Adá Knøt", "ada-knot"),
        ("Łucja Żuk", "lucja-zuk"),
        ("Ian O’Reef", "ian-oreef"),
        ("Ian O'Reef", "ian-oreef"),
        ("J. -P. Knot", "j-p-knot"),
        ("GLM-4. 5 Team", "glm-4-5-team"),
        ("GLM-4.5 Team", "glm-4-5-team"),
        ("Ada Knot, Jr.", "ada-knot-jr"),
        ("Knot", "knot"),
        ("Lighthouse-AI", "lighthouse-ai"),
        ("Aafke van den Berg", "aafke-van-den-berg"),
    ],
)
def test_the_address_of_a_name_is_its_own_and_stays(name: str, address: str) -> None:
    assert author_id(tidy_name(name)) == address


def test_names_in_other_scripts_have_addresses_of_their_own() -> None:
    one, other = author_id("王伟"), author_id("李娜")
    assert one != other
    assert all(c.isascii() for c in one + other)


@pytest.mark.parametrize(
    ("received", "shown"),
    [
        ("GLM-4. 5 Team", "GLM-4.5 Team"),
        ("S. -H. Knot ,", "S.-H. Knot"),
        (" Ada \n Knot;", "Ada Knot"),
    ],
)
def test_what_lists_do_to_names_is_mended(received: str, shown: str) -> None:
    assert tidy_name(received) == shown
    assert tidy_name(shown) == shown


def test_a_name_with_the_family_first_is_spoken_in_the_other_order() -> None:
    assert parse_name("van den Berg, Aafke").spoken == "Aafke van den Berg"
    for written in ("Knot, Jr., Ada", "Knot, Ada, Jr."):
        assert parse_name(written).spoken == "Ada Knot, Jr."
        assert parse_name(written).inverted == "Knot, Ada, Jr."
    assert parse_name("Ada Knot, Jr.").spoken == "Ada Knot, Jr."


def test_names_that_differ_in_signs_alone_are_one_author_s() -> None:
    found = authors_of(
        ("Ada Knot", "Bö Hitch"), ("Knot, Ada",), ("ada knot", "Bo Hitch", "Bo Hitch")
    )
    ada, bo = found.authors[AuthorId("ada-knot")], found.authors[AuthorId("bo-hitch")]
    assert (ada.name, ada.names) == ("Ada Knot", ("Ada Knot", "ada knot"))
    assert ada.papers == ("paper-1", "paper-2", "paper-3")
    assert bo.papers == ("paper-1", "paper-3"), "whoever stands twice on a paper has it once"
    assert bo.name == "Bo Hitch", "the most frequent"
    assert found.has_page(ada.id)


def test_initials_and_one_paper_are_taken_for_what_they_are() -> None:
    found = authors_of(("Ada Knot",), ("A. Knot",))
    assert sorted(found.authors) == ["a-knot", "ada-knot"]
    assert not any(map(found.has_page, found.authors))


def test_a_first_author_alone_counts() -> None:
    facts = [fact("A", first_author="Ada Knot"), fact("B", line=2, authors=("Ada Knot", "Bo"))]
    corpus = assemble_corpus([digest("2025-03-12", "A", "B")], facts)
    assert list_authors(corpus.papers.values()).authors[AuthorId("ada-knot")].papers == ("a", "b")


def test_other_names_of_a_person_lead_to_them() -> None:
    ada = person("ada-knot", "Ada Knot", "A. Knot", "Ada Splice")
    found = authors_of(("Ada Knot",), ("A. Knot",), persons=(ada,))
    assert found.authors[AuthorId("ada-knot")].papers == ("paper-1", "paper-2")
    assert found.former == {"a-knot": ("ada-knot",), "ada-splice": ("ada-knot",)}


def test_two_persons_of_one_name_are_told_apart_by_their_papers() -> None:
    one = person("ada-knot-of-the-sea", "Ada Knot", papers=("paper-1",))
    two = person("ada-knot-of-the-hill", "Ada Knot", papers=("paper-2",))
    found = authors_of(("Ada Knot",), ("Ada Knot",), ("Ada Knot",), persons=(one, two))
    assert {id_: a.papers for id_, a in found.authors.items()} == {
        "ada-knot": ("paper-3",),
        "ada-knot-of-the-hill": ("paper-2",),
        "ada-knot-of-the-sea": ("paper-1",),
    }
    assert found.namesakes == {
        "ada-knot": (two.id, one.id),
        two.id: ("ada-knot", one.id),
        one.id: ("ada-knot", two.id),
    }
    assert found.has_page(AuthorId("ada-knot"))
    rest = authors_of(("Ada Knot",), ("Ada Knot",), persons=(two, one))
    assert rest.former == {"ada-knot": (two.id, one.id)}
    assert rest.namesakes == {two.id: (one.id,), one.id: (two.id,)}
