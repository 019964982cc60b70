"""Which lists can be followed, what stands in their feeds, and which page announces which."""

from collections.abc import Iterable
from dataclasses import replace

from generator.curation.model import CuratedCorpus
from generator.pages.feeds.model import FeedDocument, Feeds
from generator.pages.plan import Plan
from generator.pages.site import plan_site
from generator.pages.views import HomePage, SubscribePage
from tests.pages.addresses import answering_addresses
from tests.pages.plans import page, view
from tests.pages.world import Item, collection, curate, item, seen, small_world, tag, topic

BEGINNING = "tag:example.org,2026:"


def plan(curated: CuratedCorpus) -> Plan:
    return plan_site(curated, site_name="The Gazette", feed_ids=BEGINNING)


def feeds(curated: CuratedCorpus) -> Feeds:
    found = plan(curated).feeds
    assert found
    return found


def titles(feeds: Feeds, stem: str = "feed") -> list[str]:
    (found,) = [each for each in feeds.documents if each.stem == stem]
    return [entry.title for entry in found.entries]


def days(feeds: Feeds) -> dict[str, str]:
    return {e.id: e.featured.isoformat() for each in feeds.documents for e in each.entries}


def test_the_site_each_label_each_list_and_the_picks_have_a_feed() -> None:
    assert {each.stem for each in feeds(small_world()).documents} == {
        "feed",
        "picks/feed",
        *(f"topics/{topic}/feed" for topic in ("kites", "boats", "lighthouses", "tides")),
        *(f"tags/{tag}/feed" for tag in ("survey", "sails", "eclair", "3d", "unused")),
        "collections/first-steps/feed",
    }


def test_whoever_has_five_papers_can_be_followed_and_stands_in_no_list_of_all() -> None:
    items = [
        item(f"Knot {n}", seen("2025-03-11", n), authors=["Ada Knot", "Bo Hitch"][: 2 - n // 5])
        for n in range(1, 6)
    ]
    planned = plan(curate(*items))
    assert planned.feeds
    assert titles(planned.feeds, "authors/ada-knot/feed") == [f"Knot {n}" for n in range(1, 6)]
    assert "authors/bo-hitch/feed" not in {each.stem for each in planned.feeds.documents}
    found = page(planned, "authors/ada-knot/").feed
    assert found
    assert (found.name, found.stem) == ("Ada Knot", "authors/ada-knot/feed")
    assert found not in [link for group in planned.feeds.groups for link in group.feeds]
    assert page(planned, "authors/bo-hitch/").feed is None


def test_what_came_last_stands_first_and_what_has_no_date_nowhere() -> None:
    found = feeds(small_world())
    assert titles(found) == [
        "Beacons",
        "Harbour Lights",
        "Harbour Lights",
        "Boats That Never Sink",
        "The Keel, Corrected",
        "ROPES",
        "Kites in Strong Wind",
        "Old Maps",
    ]
    assert titles(found, "topics/lighthouses/feed") == ["Beacons", "Old Maps"]
    assert titles(found, "picks/feed") == ["Kites in Strong Wind"]
    assert titles(found, "collections/first-steps/feed") == ["Boats That Never Sink", "ROPES"]
    assert titles(found, "topics/tides/feed") == []


def test_a_paper_that_comes_again_is_not_new() -> None:
    once = item("Kites", seen("2025-03-11", 1))
    again = item("Kites", seen("2025-03-11", 1), seen("2025-03-14", 1), seen("letters", 1))
    other = item("Boats", seen("2025-03-12", 1))
    assert days(feeds(curate(once, other))) == days(feeds(curate(again, other)))
    assert titles(feeds(curate(again, other))) == ["Boats", "Kites"]


def test_what_a_curator_does_to_an_old_paper_brings_it_in_at_its_old_place() -> None:
    new = [item(f"Boat {n}", seen("2025-03-12", n + 1), topics=["boats"]) for n in range(3)]
    old = item("Kites", seen("2024-01-05", 1), pick=True)
    labelled = item("Kites", seen("2024-01-05", 1), pick=True, topics=["boats"])
    world = {"topics": [topic("boats")], "collections": [collection("air", ("kites", ""))]}
    before, after = feeds(_curate(old, *new, **world)), feeds(_curate(labelled, *new, **world))
    stem = "topics/boats/feed"
    assert titles(after, stem) == [*titles(before, stem), "Kites"]
    assert days(before) == days(after)


def _curate(*items: Item, **world: Iterable[object]) -> CuratedCorpus:
    return curate(*items, **world)  # type: ignore[arg-type]


def test_a_hidden_paper_leaves_and_moves_nobody() -> None:
    curated = small_world()
    shown = feeds(curated)
    boats = curated.papers[next(p for p in curated.papers if p == "boats-that-never-sink")]
    hidden = replace(curated, papers=curated.papers | {boats.id: replace(boats, hidden="Spam.")})
    left = feeds(hidden)
    gone = days(shown).keys() - days(left).keys()
    assert len(gone) == 1
    assert days(left).items() <= days(shown).items()
    assert "Boats That Never Sink" not in titles(left)
    assert not any("Spam" in title for title in titles(shown))


def test_an_entry_says_all_that_is_known() -> None:
    (found,) = [e for e in feeds(small_world()).documents[0].entries if e.title.startswith("Kites")]
    assert found.authors == ("Ada Gale", "Bo Squall", "Cy Breeze", "Di Storm")
    assert found.facts == ("19 March 2024", "Wind 2024", "Sky 2025")
    assert found.note == "The best introduction."
    assert [label.label for label in found.labels] == ["Kites", "Boats", "Survey", "Sails"]
    assert [link.label for link in found.links] == [
        "arXiv",
        "PDF",
        "Hugging Face",
        "Code",
        "Project",
    ]


def test_feeds_of_one_paper_have_one_entry() -> None:
    entries: dict[str, object] = {}
    for each in feeds(small_world()).documents:
        for entry in each.entries:
            assert entries.setdefault(entry.id, entry) is entry


def test_archives_of_topics_stand_and_tags_have_none() -> None:
    papers = [
        item(f"Boat {n}", seen(f"2025-0{1 + n // 70}-01", n), topics=["boats"], tags=["sails"])
        for n in range(1, 210)
    ]
    found = feeds(curate(*papers, topics=[topic("boats")], tags=[tag("sails")]))
    stems = [each.stem for each in found.documents]
    assert "topics/boats/2025-01/feed" in stems
    assert "2025/01/01/feed" in stems
    assert [stem for stem in stems if stem.startswith("tags")] == ["tags/sails/feed"]
    assert len(_only(found, "tags/sails/feed").entries) == 140
    assert len(_only(found, "topics/boats/feed").entries) == 70


def _only(feeds: Feeds, stem: str) -> FeedDocument:
    return next(each for each in feeds.documents if each.stem == stem)


def test_a_page_announces_its_own_feed() -> None:
    planned = plan(small_world())
    announced = {each.path: each.feed.stem for each in planned.pages if each.feed}
    assert announced == {
        f"{each.feed.page}index.md": each.stem
        for each in feeds(small_world()).documents
        if not each.is_archive
    }
    assert page(planned, "topics/kites/2025-03/").feed is None


def test_the_page_of_feeds_names_all_that_hold_something() -> None:
    planned = plan(small_world())
    shown = view(planned, "subscribe/", SubscribePage)
    assert shown.everything
    assert shown.everything.stem == "feed"
    assert shown.picks
    assert [(s.name, [f.name for f in s.feeds]) for s in shown.sections] == [
        ("Topics", ["Kites", "Boats", "Lighthouses"]),
        ("Tags", ["3D", "Sails", "Survey"]),
        ("Reading lists", ["First steps"]),
    ]
    answers = answering_addresses(planned)
    assert all(f.page in answers for s in shown.sections for f in s.feeds)
    anchors = [f.anchor for s in shown.sections for f in s.feeds]
    assert len(anchors) == len(set(anchors))
    assert all("_" in anchor for anchor in anchors), "no paper's address can take it"


def test_without_an_address_there_are_no_feeds_and_the_page_says_so() -> None:
    planned = plan_site(small_world(), site_name="The Gazette")
    assert planned.feeds is None
    assert not any(each.feed for each in planned.pages)
    shown = view(planned, "subscribe/", SubscribePage)
    assert shown.everything is None
    assert "site_url" in shown.lead


def test_a_site_without_papers_has_a_feed_in_which_nothing_is() -> None:
    planned = plan(curate())
    assert planned.feeds
    assert [(each.stem, each.entries) for each in planned.feeds.documents] == [("feed", ())]
    assert view(planned, "", HomePage).doors


def test_only_the_whole_sites_archive_is_in_both_formats() -> None:
    in_json = {each.feed.stem: each.turned_in_json for each in feeds(small_world()).documents}
    assert [stem for stem, turned in in_json.items() if turned] == ["feed"]
