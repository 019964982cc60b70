"""What a returning reader may not have seen: the newest digests, and what each brought."""

from generator.pages.views import DigestPage, HomePage, ListingPage

from .plans import plan, view
from .world import curate, item, seen, small_world, topic


def test_pages_name_the_same_digests_each_with_what_it_brought_them() -> None:
    planned = plan(small_world())
    home = view(planned, "", HomePage)
    assert home.news == (
        ("2025-04-02", 0),  # both had been there before
        ("2025-03-14", 3),
        ("2025-03-12.2", 1),
        ("2025-03-12", 2),
        ("2025-03-11", 1),
        ("2024-12-31", 1),
    )
    boats = view(planned, "topics/boats/", ListingPage)
    assert [name for name, _ in boats.news] == [name for name, _ in home.news]
    assert dict(boats.news)["2025-03-12"] == 2
    assert view(planned, "topics/tides/", ListingPage).news == tuple(
        (name, 0) for name, _ in home.news
    )


def test_a_card_names_the_digest_that_held_it_first() -> None:
    (section,) = view(plan(small_world()), "2025/03/14/", DigestPage).sections
    assert {card.url: card.since for card in section.items}["papers/kites-in-strong-wind/"] == (
        "2025-03-11"
    )
    (section,) = view(plan(small_world()), "undated/old-letters/", DigestPage).sections
    assert [card.since for card in section.items] == ["", "2025-03-14"]


def test_picks_and_months_have_no_news() -> None:
    planned = plan(small_world())
    for url in ("picks/", "topics/boats/2025-03/"):
        assert view(planned, url, ListingPage).news == ()


def test_only_the_newest_digests_are_named() -> None:
    days = [f"2025-{month:02}-{day:02}" for month in (1, 2) for day in range(1, 29)]
    papers = [item(f"Paper {day}", seen(day, 1), topics=["boats"]) for day in days]
    news = view(plan(curate(*papers, topics=(topic("boats"),))), "", HomePage).news
    assert news == tuple((day, 1) for day in reversed(days[-30:]))
