from datetime import date

import pytest

from generator.identifiers import TagId, TopicId
from generator.pages.catalogue import make_catalogue
from generator.pages.slices import Period, Slice, choose_papers, parse_period
from tests.pages.world import small_world

WORLD = make_catalogue(small_world())


def chosen(**asked: object) -> list[str]:
    return [paper.id for paper in choose_papers(WORLD, Slice(**asked))]  # type: ignore[arg-type]


def test_everything_is_every_paper_that_is_shown() -> None:
    assert chosen() == [paper.id for paper in WORLD.papers]


def test_a_topic_a_tag_and_picks_are_the_lists_of_the_site() -> None:
    boats = [paper.id for paper in WORLD.by_topic[TopicId("boats")]]
    assert chosen(topics=(TopicId("boats"),)) == boats
    assert chosen(tags=(TagId("3d"),)) == ["old-maps"]
    assert chosen(picks=True) == ["kites-in-strong-wind", "lanterns"]


def test_several_of_a_kind_widen_and_several_kinds_narrow() -> None:
    both = chosen(topics=(TopicId("kites"), TopicId("lighthouses")))
    assert {"kites-in-strong-wind", "old-maps", "lanterns", "beacons"} == set(both)
    assert chosen(topics=(TopicId("lighthouses"),), tags=(TagId("3d"),)) == ["old-maps"]
    assert chosen(topics=(TopicId("lighthouses"),), picks=True) == ["lanterns"]


def test_a_reading_list_and_a_day_have_their_own_order() -> None:
    assert chosen(collections=("first-steps",))[0] == "boats-that-never-sink"
    assert chosen(period=parse_period("2025-03-12")) == ["boats-that-never-sink", "keel", "ropes"]
    assert chosen(period=parse_period("2030-01-01")) == []


def test_a_period_holds_papers_of_its_digests_again_and_for_the_first_time() -> None:
    march = chosen(period=parse_period("2025-03"))
    assert "kites-in-strong-wind" in march
    assert "lanterns" not in march  # never in a dated digest
    assert chosen(period=Period(first=date(2025, 4, 1))) == ["ropes"]
    assert chosen(period=Period(last=date(2024, 12, 31))) == ["old-maps"]


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2025", date(2025, 1, 1), date(2025, 12, 31)),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        ("2025-03-12", date(2025, 3, 12), date(2025, 3, 12)),
    ],
)
def test_a_period_is_a_year_a_month_or_a_day(text: str, first: date, last: date) -> None:
    assert parse_period(text) == Period(first=first, last=last)


@pytest.mark.parametrize(
    "text", ["", "march", "2025-3", "2025-13", "2025-02-30", "0000", "٢٠٢٥", "2025-03-12T00"]
)
def test_anything_else_is_no_period(text: str) -> None:
    with pytest.raises(ValueError, match=r".*"):
        parse_period(text)
