"""Names that may be one person's: which pairs are told, and which are left alone."""

import pytest

from generator.corpus.authorship import Person, author_id
from generator.corpus.spellings import Likeness, find_like_names
from generator.identifiers import AuthorId
from tests.corpus.test_authorship import authors_of

CREW = ("Bo Hitch", "Cy Splice")


def alike(
    *papers: tuple[str, ...], persons: tuple[Person, ...] = ()
) -> list[tuple[str, str, Likeness]]:
    found = find_like_names(authors_of(*papers, persons=persons))
    return [(like.first, like.second, like.likeness) for like in found]


@pytest.mark.parametrize(
    ("one", "other", "likeness"),
    [
        ("Adamina Knot", "Adamina B. Knot", Likeness.MIDDLE_NAME),
        ("Adamina Knot", "Adamina Beatrix Knot", Likeness.MIDDLE_NAME),
        ("Adamina Beatrix Knot", "Adamina B. Knot", Likeness.MIDDLE_NAME),
        ("Adamina Knot", "A. Knot", Likeness.INITIALS),
        ("Adamina Beatrix Knot", "A.-B. Knot", Likeness.INITIALS),
        ("Adamina Knot", "Knot Adamina", Likeness.ORDER),
        ("Adamina Knotweed", "Adamina Knottweed", Likeness.SPELLING),
        ("Ada-Mina Knotweed", "Adamina Knotweed", Likeness.SPELLING),
    ],
)
def test_names_alike_of_people_who_wrote_with_the_same_are_told(
    one: str, other: str, likeness: Likeness
) -> None:
    ((first, second, found),) = alike((one, *CREW), (other, *CREW))
    assert {first, second} == {author_id(one), author_id(other)}
    assert found == likeness


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Adamina Knot", "Adelheid Knot"),
        ("Adamina B. Knot", "Adamina C. Knot"),
        ("Adamina Knot", "B. Knot"),
        ("Ada Knot", "Ada Knox"),  # too short to tell
        ("Knot Team", "Knots Team"),
    ],
)
def test_other_names_are_left_alone(one: str, other: str) -> None:
    assert alike((one, *CREW), (other, *CREW)) == []


def test_whoever_wrote_with_nobody_in_common_may_be_anybody() -> None:
    assert alike(("Adamina Knot", "Bo Hitch"), ("A. Knot", "Bo Hitch")) == []
    many = [(f"{given} Knot",) for given in ("Di", "Ed", "Fay", "Gil", "Hal", "Ivo", "Jo", "Kim")]
    pair = (("Adamina Knot",), ("Adamina B. Knot",))
    assert alike(*pair) == [("adamina-b-knot", "adamina-knot", Likeness.MIDDLE_NAME)]
    assert alike(*pair, *many) == [], "in a large family a middle initial alone says little"


def test_two_names_on_one_paper_are_two_people() -> None:
    assert alike(("Adamina Knot", "A. Knot", *CREW), ("Adamina Knot", *CREW)) == []


def test_the_one_with_more_papers_is_first_and_what_both_have_entries_for_is_settled() -> None:
    papers = (("A. Knot", *CREW), ("A. Knot",), ("Adamina Knot", *CREW))
    assert alike(*papers) == [("a-knot", "adamina-knot", Likeness.INITIALS)]
    known = [
        Person(id=AuthorId(id_), name=name, names=frozenset({AuthorId(id_)}))
        for id_, name in (("a-knot", "A. Knot"), ("adamina-knot", "Adamina Knot"))
    ]
    assert alike(*papers, persons=(known[1],)) == [("adamina-knot", "a-knot", Likeness.INITIALS)]
    assert alike(*papers, persons=tuple(known)) == []
