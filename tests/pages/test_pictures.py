"""Which picture stands for which page."""

from generator.pages.catalogue import make_catalogue
from generator.pages.pictures import plan_pictures
from generator.pages.site import plan_site
from tests.pages.world import small_world

PLAN = plan_site(small_world(), site_name="The Review")
BY_PAGE = {page.path: page.picture.path if page.picture else "" for page in PLAN.pages}


def test_each_page_has_the_nearest_picture_there_is() -> None:
    assert BY_PAGE["index.md"] == "card.png"
    assert BY_PAGE["tags/sails/index.md"] == "card.png"
    assert BY_PAGE["undated/old-letters/index.md"] == "card.png"
    assert BY_PAGE["2025/03/index.md"] == "card.png"
    assert BY_PAGE["2025/03/12/index.md"] == "2025/03/12/card.png"
    assert BY_PAGE["topics/boats/index.md"] == "topics/boats/card.png"
    assert BY_PAGE["topics/boats/2025-03/index.md"] == "topics/boats/card.png"
    assert BY_PAGE["papers/kites-in-strong-wind/index.md"] == "topics/kites/card.png"
    assert BY_PAGE["papers/ropes/index.md"] == "2025/03/12/card.png"
    assert BY_PAGE["papers/spam/index.md"] == "card.png"


def test_every_page_has_one_that_is_planned() -> None:
    assert set(BY_PAGE.values()) <= {picture.path for picture in PLAN.pictures}


def test_a_day_has_a_square_for_each_paper_in_the_order_of_topics() -> None:
    pictures = {picture.path: picture for picture in PLAN.pictures}
    day = pictures["2025/03/12/card.png"]
    assert (day.heading, day.note) == ("12 March 2025", "Wednesday, 3 papers")
    assert day.squares == (1, 1, 0)
    assert day.said == "12 March 2025, The Review"


def test_only_pictures_of_days_change_with_a_digest() -> None:
    other = plan_pictures(make_catalogue(small_world()), "The Review")
    lasting = [picture for picture in other if not picture.path.startswith("20")]
    assert not any(character.isdigit() for picture in lasting for character in picture.note)
