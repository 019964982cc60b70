"""A listing divides into months that stay as they are."""

from dataclasses import replace

from generator.curation.model import CuratedCorpus
from generator.pages.plan import Plan, PlannedPage
from generator.pages.views import CardView, LinkView, ListingPage, Span

from .addresses import walk
from .plans import cards, has_page, page, plan, titles, view
from .world import Item, curate, item, seen, small_world, tag, topic


def sea(*items: Item) -> CuratedCorpus:
    return curate(*items, topics=[topic("sea"), topic("sky")], tags=[tag("salt")])


def month_pages(planned: Plan) -> dict[str, PlannedPage]:
    """Give the pages of months of all topics and tags."""
    return {
        p.path: p for p in planned.pages if isinstance(p.view, ListingPage) and not p.view.months
    }


def test_the_first_page_shows_the_newest_and_counts_the_months() -> None:
    papers = [item(f"May {n}", seen("2025-05-01", n), topics=["sea"]) for n in range(1, 11)]
    papers += [item(f"April {n}", seen("2025-04-01", n), topics=["sea"]) for n in range(1, 6)]
    papers += [item("Letter", seen("letters", 1), topics=["sea"])]
    first = view(plan(sea(*papers)), "topics/sea/", ListingPage)
    assert first.count == 16
    assert first.section.note == "12 of 16, last featured first"
    assert titles(first.section) == [*(f"May {n}" for n in range(1, 11)), "April 1", "April 2"]
    assert first.months == (
        (LinkView(label="May 2025", url="topics/sea/2025-05/"), 10),
        (LinkView(label="April 2025", url="topics/sea/2025-04/"), 5),
        (LinkView(label="Without a date", url="topics/sea/undated/"), 1),
    )


def test_a_month_holds_the_papers_first_featured_in_it() -> None:
    planned = plan(
        sea(
            item("Early", seen("2025-03-30", 1), seen("2025-04-02", 1), topics=["sea"]),
            item("Late", seen("2025-04-02", 2), topics=["sea"]),
            item("Later", seen("2025-04-03", 1), seen("letters", 1), topics=["sea"]),
            item("Letter", seen("letters", 2), topics=["sea"]),
        )
    )
    months = {
        url: titles(view(planned, f"topics/sea/{url}/", ListingPage).section)
        for url in ("2025-03", "2025-04", "undated")
    }
    assert months == {"2025-03": ["Early"], "2025-04": ["Later", "Late"], "undated": ["Letter"]}
    april = view(planned, "topics/sea/2025-04/", ListingPage)
    assert april.eyebrow == LinkView(label="Sea", url="topics/sea/")
    assert april.heading == "Sea, April 2025"
    assert april.lead == "2 papers first featured in April 2025."
    undated = view(planned, "topics/sea/undated/", ListingPage)
    assert undated.heading == "Sea, without a date"
    assert undated.lead == "1 paper known only from undated digests."


def test_months_lead_to_their_neighbours_and_the_undated_stand_apart() -> None:
    planned = plan(
        sea(
            item("A", seen("2025-01-30", 1), topics=["sea"]),
            item("B", seen("2025-03-30", 1), topics=["sea"]),
            item("C", seen("letters", 1), topics=["sea"]),
        )
    )
    january = view(planned, "topics/sea/2025-01/", ListingPage)
    march = view(planned, "topics/sea/2025-03/", ListingPage)
    undated = view(planned, "topics/sea/undated/", ListingPage)
    to_january = LinkView(label="January 2025", url="topics/sea/2025-01/")
    to_march = LinkView(label="March 2025", url="topics/sea/2025-03/")
    assert (january.earlier, january.later) == (None, to_march)
    assert (march.earlier, march.later) == (to_january, None)
    assert (undated.earlier, undated.later) == (None, None)


def test_a_later_digest_changes_a_month_only_in_its_link_to_the_next() -> None:
    def world(*later: Item) -> CuratedCorpus:
        return sea(
            item("Foam", seen("2025-02-20", 1), topics=["sea"], tags=["salt"]),
            item("Sand", seen("letters", 1), topics=["sea", "sky"]),
            *later,
        )

    before = world(item("Waves", seen("2025-03-01", 1, abstract="As it was."), topics=["sea"]))
    after = world(
        item(
            "Waves",
            seen("2025-03-01", 1, abstract="As it was."),
            seen("2025-04-01", 1, title="WAVES", abstract="Much longer than as it was."),
            seen("2025-04-01-2", 1, abstract="Else."),
            topics=["sea"],
            redirects=["waves-of-old"],
        ),
        item("New", seen("2025-04-01", 2), topics=["sea"], tags=["salt"]),
    )
    old, new = month_pages(plan(before)), month_pages(plan(after))
    assert set(old) < set(new)
    changed = {path for path in old if old[path] != new[path]}
    assert changed == {"topics/sea/2025-03/index.md", "tags/salt/2025-02/index.md"}
    for path in changed:
        was, now = old[path].view, new[path].view
        assert isinstance(was, ListingPage)
        assert isinstance(now, ListingPage)
        assert (was.later, now.later and now.later.label) == (None, "April 2025")
        assert _without_later(old[path]) == _without_later(new[path])
    # Elsewhere the longer reading stands.
    (waves,) = [
        card
        for card in cards(view(plan(after), "topics/sea/", ListingPage).section)
        if card.title == "Waves"
    ]
    assert waves.abstract == (Span(text="Much longer than as it was."),)


def _without_later(planned: PlannedPage) -> PlannedPage:
    assert isinstance(planned.view, ListingPage)
    return replace(planned, view=replace(planned.view, later=None))


def test_company_is_named_with_counts_and_never_the_listing_itself() -> None:
    names = ["a", "b", "c", "d", "e", "f"]
    papers = [
        item(f"P{n}", seen("2025-03-01", n + 1), topics=["sea", *names[n:]], tags=["salt", "x"])
        for n in range(6)
    ]
    world = curate(
        *papers,
        topics=[topic("sea"), *(topic(name) for name in names)],
        tags=[tag("salt"), tag("x")],
    )
    planned = plan(world)
    topics = view(planned, "topics/sea/", ListingPage).together
    assert [(mark.url, mark.count) for mark in topics] == [
        ("topics/f/", 6),
        ("topics/e/", 5),
        ("topics/d/", 4),
        ("topics/c/", 3),
    ]
    tags = view(planned, "tags/salt/", ListingPage).together_tags
    assert [(mark.url, mark.count) for mark in tags] == [("tags/x/", 6)]


def test_a_topic_without_papers_says_so() -> None:
    planned = plan(small_world())
    tides = view(planned, "topics/tides/", ListingPage)
    assert (tides.count, tides.months, tides.section.items) == (0, (), ())
    assert tides.section.empty == "No paper has the topic Tides yet."
    assert tides.section.note == ""


def test_marks_on_cards_carry_no_counts() -> None:
    planned = plan(small_world())
    for listed in month_pages(planned).values():
        for value in walk(listed.view):
            if isinstance(value, CardView):
                assert all(mark.count is None for mark in value.topics)
                assert all(mark.count is None for mark in value.tags)


def test_picks_are_a_listing_where_there_are_any() -> None:
    planned = plan(small_world())
    assert titles(view(planned, "picks/", ListingPage).section) == [
        "Kites in Strong Wind",
        "Lanterns",
    ]
    assert page(planned, "picks/undated/").title == "Picks, without a date"
    assert not has_page(plan(curate(item("Dull", seen("2025-03-01", 1)))), "picks/")
