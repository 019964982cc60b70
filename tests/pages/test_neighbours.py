"""What stands before and after a paper in its digests."""

from generator.pages.catalogue import make_catalogue
from generator.pages.neighbours import find_neighbours
from generator.pages.views import LinkView

from .world import curate, item, seen

Beside = tuple[str, str, str]


def beside(paper: str, *items: object) -> list[Beside]:
    found = find_neighbours(make_catalogue(curate(*items)))[paper]  # type: ignore[arg-type, index]
    return [
        (
            place.place.label,
            place.before.label if place.before else "",
            place.after.label if place.after else "",
        )
        for place in found
    ]


def test_each_digest_has_its_own_neighbours_in_the_order_of_the_timeline() -> None:
    world = (
        item("Tides", seen("letters", 1), seen("2025-03-14", 1), seen("2025-03-12", 2)),
        item("Sand", seen("2025-03-12", 1), seen("2025-03-14", 2)),
        item("Dunes", seen("2025-03-12", 3), seen("letters", 2), correction="Great Dunes"),
    )
    assert beside("tides", *world) == [
        ("12 March 2025", "Sand", "Great Dunes"),
        ("14 March 2025", "", "Sand"),
        ("Letters, undated", "", "Great Dunes"),
    ]


def test_a_hidden_paper_is_nobodys_neighbour() -> None:
    world = (
        item("Tides", seen("2025-03-12", 1)),
        item("Spam", seen("2025-03-12", 2), hidden="An advertisement."),
        item("Sand", seen("2025-03-12", 3)),
    )
    assert beside("tides", *world) == [("12 March 2025", "", "Sand")]
    assert beside("sand", *world) == [("12 March 2025", "Tides", "")]


def test_a_paper_that_a_digest_holds_twice_is_not_its_own_neighbour() -> None:
    world = (
        item("Tides", seen("2025-03-12", 1), seen("2025-03-12", 2)),
        item("Sand", seen("2025-03-12", 3)),
    )
    assert beside("tides", *world) == [("12 March 2025", "", "Sand")]


def test_neighbours_lead_to_their_pages_and_the_place_to_the_card() -> None:
    world = curate(item("Tides", seen("2025-03-12", 1)), item("Sand", seen("2025-03-12", 2)))
    (place,) = find_neighbours(make_catalogue(world))["sand"]  # type: ignore[index]
    assert place.before == LinkView(label="Tides", url="papers/tides/")
    assert place.place.url == "2025/03/12/#sand"
