"""A digest's page says what that digest said, and each paper once."""

from generator.pages.views import AgainView, DigestPage, LinkView, Span

from .plans import cards, page, plan, titles, view
from .world import curate, item, seen, small_world, topic


def test_a_day_with_one_digest() -> None:
    planned = plan(small_world())
    day = view(planned, "2025/03/14/", DigestPage)
    assert day.heading == "Friday 14 March 2025"
    assert day.lead == "4 papers came on this day, 3 of them for the first time."
    assert day.sections_nav == ()
    (section,) = day.sections
    assert (section.name, section.note) == ("Papers", "4 papers, in the order they were received")
    assert titles(section) == [
        "Beacons",
        "Kites in Strong Wind",
        "Harbour Lights",
        "Harbour Lights",
    ]
    assert page(planned, "2025/03/14/").title == "14 March 2025"


def test_a_day_with_two_digests_shows_a_shared_paper_once() -> None:
    day = view(plan(small_world()), "2025/03/12/", DigestPage)
    assert day.lead == (
        "Two digests came on this day: the first with 2 papers, the second with 2; "
        "1 is in both, so there are 3 to read."
    )
    assert "".join(span.text for span in day.lead_parts) == day.lead
    assert Span(text="the second", url="#digest_2") in day.lead_parts
    assert day.sections_nav == (
        LinkView(label="the first", url="#digest_1"),
        LinkView(label="the second", url="#digest_2"),
    )
    first, second = day.sections
    assert (first.id, first.name) == ("digest_1", "First digest")
    assert (second.id, second.name) == ("digest_2", "Second digest")
    boats = cards(first)[0]
    assert boats.digests == "in both digests of this day"
    assert boats.elsewhere == (
        LinkView(label="12 March 2025, second digest, number 2", url="2025/03/12/#digest_2"),
    )
    again = second.items[1]
    assert isinstance(again, AgainView)
    assert (again.title, again.url) == ("Boats That Never Sink", "#boats-that-never-sink")
    assert again.where == "In the first digest, above"
    assert [mark.name for mark in again.topics] == ["Boats"]


def test_where_the_digests_of_a_day_disagree_the_first_is_shown_and_the_other_on_demand() -> None:
    day = view(plan(small_world()), "2025/03/12/", DigestPage)
    boats = cards(day.sections[0])[0]
    assert boats.abstract == (Span(text="Short."),)
    (other,) = boats.others
    assert other.source == "The second digest of the day"
    assert other.abstract == (
        Span(text="Long, and see "),
        Span(text="https://boats.example/hull", url="https://boats.example/hull"),
        Span(text=" for more."),
    )


def test_a_digest_does_not_tell_what_another_day_said() -> None:
    world = curate(
        item(
            "Tides",
            seen("2025-03-11", 1, title="TIDES", abstract="Short."),
            seen("2025-03-12", 1, title="Tides!", abstract="Longer than that."),
        )
    )
    for url, title, abstract in (
        ("2025/03/11/", "TIDES", "Short."),
        ("2025/03/12/", "Tides!", "Longer than that."),
    ):
        (card,) = cards(view(plan(world), url, DigestPage).sections[0])
        assert (card.title, card.abstract, card.others) == (title, (Span(text=abstract),), ())


def test_a_curators_correction_of_a_title_wins_on_every_day() -> None:
    world = curate(
        item(
            "Tides",
            seen("2025-03-11", 1, title="Tydes"),
            seen("2025-03-12", 1, title="Tides of Old"),
            seen("2025-03-12-2", 1),
            correction="Tides of Yore",
        )
    )
    planned = plan(world)
    days = [view(planned, url, DigestPage) for url in ("2025/03/11/", "2025/03/12/")]
    sections = [section for day in days for section in day.sections]
    assert [titles(section) for section in sections] == [["Tides of Yore"]] * 3


def test_a_paper_twice_in_one_digest_has_one_card() -> None:
    world = curate(
        item(
            "Tides",
            seen("2025-03-11", 1, abstract="One reading."),
            seen("2025-03-11", 3, abstract="Another reading."),
        ),
        item("Sand", seen("2025-03-11", 2)),
    )
    day = view(plan(world), "2025/03/11/", DigestPage)
    tides, sand, again = day.sections[0].items
    assert isinstance(again, AgainView)
    assert again.where == "In this digest, above"
    assert (tides.title, sand.title, again.title) == ("Tides", "Sand", "Tides")
    assert cards(day.sections[0])[0].others[0].source == "Number 3 of this digest"
    assert cards(day.sections[0])[0].digests == ""
    assert day.sections[0].note == "2 papers, in the order they were received"


def test_hidden_papers_are_counted_and_not_shown() -> None:
    day = view(plan(small_world()), "2025/03/12/", DigestPage)
    assert titles(day.sections[0]) == ["Boats That Never Sink", "The Keel, Corrected"]
    assert day.sections[0].note == "2 papers, in the order they were received; 1 hidden"


def test_days_lead_to_their_neighbours() -> None:
    planned = plan(small_world())
    first = view(planned, "2024/12/31/", DigestPage)
    second = view(planned, "2025/03/11/", DigestPage)
    assert (first.earlier, first.later) == (
        None,
        LinkView(label="11 March 2025", url="2025/03/11/"),
    )
    assert (second.earlier, second.later) == (
        LinkView(label="31 December 2024", url="2024/12/31/"),
        LinkView(label="12 March", url="2025/03/12/"),
    )


def test_an_undated_digest_has_a_page_and_no_neighbours() -> None:
    planned = plan(small_world())
    letters = view(planned, "undated/old-letters/", DigestPage)
    assert letters.heading == "Old letters"
    assert letters.lead == (
        "2 papers came in a digest that carries no date; 1 of them is in dated ones, too."
    )
    assert (letters.earlier, letters.later) == (None, None)
    assert [card.digests for card in cards(letters.sections[0])] == ["", "in 2 digests"]


def test_a_page_shows_its_eight_most_frequent_topics() -> None:
    names = [f"topic-{n}" for n in range(10)]
    papers = [item(f"Paper {n}", seen("2025-03-11", n + 1), topics=names[n:]) for n in range(10)]
    world = curate(*papers, topics=[topic(name) for name in names])
    chips = view(plan(world), "2025/03/11/", DigestPage).topics
    assert [(mark.url, mark.count) for mark in chips] == [
        (f"topics/topic-{n}/", n + 1) for n in range(9, 1, -1)
    ]


def test_former_slugs_go_on_to_be_anchors_and_none_is_given_twice() -> None:
    world = curate(
        item("Kites", seen("2025-03-11", 1), slug="kites-1", redirects=["kite"]),
        item("Kites", seen("2025-03-11", 2), slug="kites-2", redirects=["dragons"]),
        shared={"kites": ("kites-1", "kites-2")},
    )
    day = view(plan(world), "2025/03/11/", DigestPage)
    assert [(card.anchor, card.aliases) for card in cards(day.sections[0])] == [
        ("kites-1", ("kite", "kites")),
        ("kites-2", ("dragons",)),
    ]


def test_one_paper_alone_is_told_in_the_singular() -> None:
    world = curate(item("Tides", seen("2025-03-11", 1), seen("2025-03-12", 1)))
    planned = plan(world)
    leads = [view(planned, url, DigestPage).lead for url in ("2025/03/11/", "2025/03/12/")]
    assert leads == [
        "1 paper came on this day, for the first time.",
        "1 paper came on this day, not for the first time.",
    ]


def test_three_digests_of_one_day() -> None:
    days = ("2025-03-11", "2025-03-11-2", "2025-03-11-3")
    world = curate(
        item("Everywhere", *(seen(day, 1) for day in days)),
        item("Twice", *(seen(day, 2) for day in days[1:]), seen("2025-03-12", 1)),
    )
    day = view(plan(world), "2025/03/11/", DigestPage)
    assert day.lead == (
        "Three digests came on this day: the first with 1 paper, the second with 2 and "
        "the third with 2; 2 are in more than one, so there are 2 to read."
    )
    first, second = cards(day.sections[0])[0], cards(day.sections[1])[0]
    assert first.digests == "in all three digests of this day"
    assert second.digests == "in two of this day’s three digests and one more"


def test_a_days_digests_stand_in_the_order_of_their_numbers() -> None:
    days = ("2025-03-12-10", "2025-03-12", "2025-03-12-2")
    world = curate(*(item(f"Of {day}", seen(day, 1)) for day in days))
    sections = view(plan(world), "2025/03/12/", DigestPage).sections
    assert [(section.name, *titles(section)) for section in sections] == [
        ("First digest", "Of 2025-03-12"),
        ("Second digest", "Of 2025-03-12-2"),
        ("Third digest", "Of 2025-03-12-10"),
    ]
