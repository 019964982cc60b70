"""When papers are near enough to be named, and which of them are."""

import numpy as np
import pytest

from generator.identifiers import Slug, title_key
from generator.relations.nearness import (
    ANOTHER_DAY,
    FIRST,
    FURTHER,
    SAME,
    choose_near,
    list_near,
)
from generator.relations.profiles import Profile

WORDS = ("tethered kite", "gust")


OWN_DAY, LATER = "2025-03-11", "2025-03-12"


def profile(title: str, *, day: str = OWN_DAY, abstract: str = "") -> Profile:
    return Profile(
        id=Slug(title),
        title=title,
        abstract=abstract or title * 9,
        key=title_key(title),
        subjects={},
        labels={},
        days=frozenset((day,)),
        sum="",
    )


def chosen(
    *others: tuple[float, Profile], own: Profile | None = None, shared: tuple[str, ...] = WORDS
) -> list[str]:
    """Name those that are chosen beside a paper, given how alike each is to it."""
    profiles = [own or profile("own"), *(there for _, there in others)]
    near = list_near(0, np.array([1.0, *(value for value, _ in others)]))
    return [relation.paper for relation in choose_near(0, near, profiles, lambda _: shared)]


def below(value: float) -> float:
    return float(np.nextafter(value, 0))


def test_the_nearest_is_named_where_it_is_near_enough() -> None:
    kites = profile("kites")
    assert chosen((FIRST, kites)) == ["kites"]
    assert chosen((below(FIRST), kites)) == []


def test_more_is_asked_of_further_ones() -> None:
    kites, ropes, lamps = profile("kites"), profile("ropes"), profile("lamps")
    assert chosen((FIRST, kites), (FURTHER, ropes)) == ["ropes"]
    assert chosen((FURTHER, kites), (FURTHER, ropes)) == ["kites", "ropes"]
    assert chosen((FURTHER, kites), (below(FURTHER), lamps)) == ["kites"]


def test_less_is_asked_of_the_first_of_another_day() -> None:
    kites, ropes, lamps = (profile(name, day=LATER) for name in ("kites", "ropes", "lamps"))
    near = (FURTHER, profile("arches"))
    assert chosen(near, (ANOTHER_DAY, kites)) == ["arches", "kites"]
    assert chosen(near, (below(ANOTHER_DAY), kites)) == ["arches"]
    assert chosen(near, (ANOTHER_DAY + 0.01, ropes), (ANOTHER_DAY, lamps)) == ["arches", "ropes"]
    assert chosen((FURTHER, kites), (ANOTHER_DAY, ropes)) == ["kites"]


def test_where_no_word_tells_why_none_is_named() -> None:
    assert chosen((0.7, profile("kites")), shared=()) == []


def test_equally_near_ones_stand_by_id() -> None:
    names = ("balloons", "kites", "ropes")
    assert chosen(*((0.5, profile(name)) for name in names)) == list(names)


@pytest.mark.parametrize(("value", "named"), [(SAME, []), (below(SAME), ["kites"])])
def test_what_says_the_same_is_the_same_paper(value: float, named: list[str]) -> None:
    text = "A tethered kite drifts in gusts. " * 3
    own = profile("own", abstract=text)
    assert chosen((value, profile("kites", abstract=text + "!")), own=own) == named


def test_a_paper_of_another_day_takes_the_last_place_of_several() -> None:
    names = ("arches", "bridges", "canals", "dams")
    day = [(0.9, profile(name)) for name in names]
    later = profile("kites", day="2025-03-12")
    assert chosen(*day, (0.3, later)) == ["arches", "bridges", "kites"]
    assert chosen((0.95, later), *day) == ["kites", "arches", "bridges"]


def test_a_paper_alike_to_the_one_whose_place_it_takes_is_no_second_one() -> None:
    names = ("arches", "bridges", "canals of the north")
    day = [(0.9, profile(name)) for name in names]
    later = profile("canals of the northh", day="2025-03-12")
    assert chosen(*day, (0.3, later)) == ["arches", "bridges", "canals of the northh"]
