"""The front page says what came last, what is worth it, and where else."""

from generator.pages.views import HomePage, LinkView, Span
from generator.pages.words import plain_text

from .plans import cards, page, plan, titles, view
from .world import curate, item, seen, small_world, topic


def test_the_latest_digest_comes_first() -> None:
    papers = [item(f"P{n}", seen("2025-03-14", n), topics=["kites"]) for n in range(1, 7)]
    world = curate(*papers, item("Old", seen("2025-03-11", 1)), topics=[topic("kites", "KV kites")])
    planned = plan(world)
    home = view(planned, "", HomePage)
    assert (home.eyebrow, home.heading) == ("Latest digest", "Friday 14 March 2025")
    assert home.lead == (
        Span(text="6 papers in the latest digest"),
        Span(text=", most on "),
        Span(text="KV kites", url="topics/kites/"),
        Span(text=". Here are the first four."),
    )
    assert titles(home.latest) == ["P1", "P2", "P3", "P4"]
    assert home.latest.more == LinkView(label="All 6 papers of 14 March", url="2025/03/14/")
    assert (home.latest_url, home.paper_count) == ("2025/03/14/", 6)
    assert page(planned, "").title == "The Gazette"


def test_topics_of_half_the_papers_or_fewer_are_those_of_some() -> None:
    papers = [item("A", seen("2025-03-14", 1), topics=["kites"]), item("B", seen("2025-03-14", 2))]
    home = view(plan(curate(*papers, topics=[topic("kites")])), "", HomePage)
    assert plain_text(home.lead) == "2 papers in the latest digest, some on kites."


def test_a_site_without_a_digest_says_where_the_first_one_goes() -> None:
    home = view(plan(curate()), "", HomePage)
    assert (home.eyebrow, home.heading) == ("", "The Gazette")
    assert plain_text(home.lead) == "No digest has come yet."
    assert home.latest.name == "Latest digest"
    assert "content/digests" in home.latest.empty


def test_a_short_latest_digest_is_whole() -> None:
    home = view(plan(curate(item("Tides", seen("2025-03-11", 1)))), "", HomePage)
    assert titles(home.latest) == ["Tides"]
    assert home.latest.more is None
    assert "".join(span.text for span in home.lead) == "1 paper in the latest digest."


def test_both_digests_of_the_latest_day_count_once() -> None:
    world = curate(
        item("A", seen("2025-03-12", 1), seen("2025-03-12-2", 1)),
        item("B", seen("2025-03-12-2", 2)),
    )
    home = view(plan(world), "", HomePage)
    assert home.eyebrow == "Latest digests"
    assert titles(home.latest) == ["A", "B"]
    assert home.lead[0].text == "2 papers in the day’s digests"


def test_without_a_date_the_undated_digest_is_shown_as_such() -> None:
    papers = [item(f"P{n}", seen("old-letters", n)) for n in range(1, 7)]
    home = view(plan(curate(*papers)), "", HomePage)
    assert (home.eyebrow, home.heading) == ("A digest without a date", "Old letters")
    assert home.lead[0].text == "6 papers in this digest"
    assert home.latest.more == LinkView(
        label="All 6 papers of “Old letters”", url="undated/old-letters/"
    )


def test_picks_stand_with_their_notes_and_never_with_a_second_anchor() -> None:
    world = curate(
        item("Newest", seen("2025-03-14", 1), pick=True, note="See above."),
        item("Older", seen("2025-03-11", 1), pick=True, note="Still good."),
    )
    home = view(plan(world), "", HomePage)
    assert [(card.title, card.note, card.anchor) for card in cards(home.picks)] == [
        ("Newest", "See above.", ""),
        ("Older", "Still good.", "older"),
    ]
    assert home.picks.more == LinkView(label="All picks, by month", url="picks/")


def test_families_keep_the_order_of_the_file_and_count_each_paper_once() -> None:
    home = view(plan(small_world()), "", HomePage)
    assert [
        (family.name, family.count, [(mark.name, mark.count) for mark in family.topics])
        for family in home.families
    ] == [
        ("Air", 1, [("Kites", 1)]),
        ("Water", 6, [("Boats", 3), ("Lighthouses", 3), ("Tides", 0)]),
    ]
    assert home.topic_note == "4 topics, 9 papers"


def test_doors_open_on_the_rest() -> None:
    home = view(plan(small_world()), "", HomePage)
    assert [(door.link.url, door.sentence) for door in home.doors] == [
        ("archive/", "5 days by month, from December 2024, and 1 without a date"),
        ("tags/", "3 labels, A to Z"),
        ("trends/", "What rises and fades, and what came again"),
        ("collections/", "1 list, each in the order in which to read it"),
        ("reading-list/", "What you save, kept in your browser alone"),
        ("subscribe/", "New papers in your feed reader: all, or a topic’s"),
        ("search/", "Words of titles, abstracts and authors"),
        ("about/data/", "Every line of every digest, accounted for"),
        ("api/", "All papers as files and as a database"),
    ]
