"""What a change of content does to the reader's site: two invented sites, side by side."""

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given

from generator.corpus.authorship import Person
from generator.curation.model import CuratedCorpus
from generator.identifiers import AuthorId
from generator.pages.comparison import Comparison, Named, Site, compare_sites

from .addresses import planned_addresses
from .plans import plan
from .test_site import worlds
from .world import Item, collection, curate, item, seen, small_world, tag, topic

TOPICS = (topic("boats"), topic("kites"))
TAGS = (tag("sails"), tag("knots"))
KEEL = Named(title="Keel", url="papers/keel/")


def site(curated: CuratedCorpus, *handwritten: str) -> Site:
    return Site(curated=curated, plan=plan(curated), handwritten=frozenset(handwritten))


def world(*items: Item, **more: Any) -> Site:
    return site(curate(*items, **{"topics": TOPICS, "tags": TAGS, **more}))


def keel(**said: Any) -> Item:
    return item("Keel", seen("2025-03-11", 1), **said)


def compare(before: Site, after: Site) -> Comparison:
    return compare_sites(before, after)


def test_a_site_and_itself_do_not_differ() -> None:
    assert compare(site(small_world()), site(small_world())).is_empty
    assert compare(site(small_world()), site(small_world())) == Comparison()


def test_a_paper_moves_between_topics() -> None:
    found = compare(
        world(keel(topics=["boats", "kites"])), world(keel(topics=["kites"], topics_by_rule=[]))
    )
    (move,) = found.moved
    assert (move.paper, move.before, move.after) == (KEEL, ("Boats", "Kites"), ("Kites",))
    assert [(r.id, r.before, r.after) for r in found.topics] == [("boats", 1, 0)]
    assert found.appearing == ()
    assert found.vanishing == ("topics/boats/2025-03/",)
    assert found.changing > 0


def test_a_change_of_order_is_a_move() -> None:
    found = compare(world(keel(topics=["boats", "kites"])), world(keel(topics=["kites", "boats"])))
    assert [(move.before, move.after) for move in found.moved] == [
        (("Boats", "Kites"), ("Kites", "Boats"))
    ]
    assert found.topics == ()


def test_tags_are_gained_and_lost() -> None:
    found = compare(world(keel(tags=["sails"])), world(keel(tags=["knots"])))
    (retagging,) = found.retagged
    assert (retagging.paper, retagging.gained, retagging.lost) == (KEEL, ("Knots",), ("Sails",))
    assert [(r.name, r.before, r.after) for r in found.tags] == [("Knots", 0, 1), ("Sails", 1, 0)]
    assert found.appearing == ("tags/knots/2025-03/",)


def test_papers_come_and_go() -> None:
    sail = item("Sail", seen("2025-03-11", 1))
    found = compare(world(keel()), world(sail))
    assert found.new == (Named(title="Sail", url="papers/sail/"),)
    assert found.gone == (KEEL,)
    assert "papers/sail/" in found.appearing
    assert "papers/keel/" in found.vanishing


def test_a_paper_that_comes_hidden_is_nothing_new() -> None:
    spam = item("Spam", seen("2025-03-12", 1), hidden="It is an advertisement.")
    found = compare(world(keel()), world(keel(), spam))
    assert (found.new, found.hidden) == ((), ())
    assert compare(world(keel(), spam), world(keel())).gone == ()


def test_a_paper_is_hidden_and_shown_again() -> None:
    shown, hidden = world(keel(topics=["boats"])), world(keel(topics=["boats"], hidden="Wet."))
    (found,) = compare(shown, hidden).hidden
    assert (found.paper, found.reason) == (KEEL, "Wet.")
    assert compare(shown, hidden).moved == ()
    assert [(r.before, r.after) for r in compare(shown, hidden).topics] == [(1, 0)]
    assert compare(hidden, shown).shown_again == (KEEL,)


def test_a_merged_paper_becomes_part_of_another_and_its_page_redirects() -> None:
    sail = item("Sail", seen("2025-03-12", 1))
    both = item("Keel", seen("2025-03-11", 1), seen("2025-03-12", 1), redirects=["sail"])
    found = compare(world(keel(), sail), world(both))
    (merge,) = found.merged
    assert (merge.paper, merge.into) == (Named(title="Sail", url="papers/sail/"), KEEL)
    assert (found.new, found.gone) == ((), ())
    assert found.redirecting == (("papers/sail/", "papers/keel/"),)
    assert [rewording.what for rewording in found.reworded] == [("appearances",)]
    assert found.vanishing == ()


def test_a_moved_address_is_the_same_paper() -> None:
    found = compare(world(keel()), world(keel(slug="the-keel", redirects=["keel"])))
    assert (found.new, found.gone, found.merged) == ((), (), ())
    (rewording,) = found.reworded
    assert (rewording.paper.url, rewording.what) == ("papers/the-keel/", ("address",))
    assert found.redirecting == (("papers/keel/", "papers/the-keel/"),)
    assert found.appearing == ("papers/the-keel/",)


@pytest.mark.parametrize(
    ("said", "what"),
    [
        ({"correction": "The Keel"}, "title"),
        ({"pick": True}, "pick"),
        ({"note": "Read it."}, "note"),
        ({"abstract": "Another."}, "abstract"),
        ({"authors": ["Ada Gale"]}, "authors"),
        ({"arxiv_id": "2403.00001"}, "arXiv id"),
        ({"code_url": "https://example.org/keel"}, "links"),
        ({"venues": ["Wind 2024"]}, "venue or date"),
        ({"published": "2024-03-01"}, "venue or date"),
    ],
)
def test_what_else_is_said_is_named(said: dict[str, Any], what: str) -> None:
    (rewording,) = compare(world(keel()), world(keel(**said))).reworded
    assert rewording.what == (what,)


def test_topics_tags_and_lists_come_go_and_are_renamed() -> None:
    before = world(keel(topics=["boats"]))
    after = world(
        keel(topics=["boats"]),
        topics=(topic("boats", "Vessels"), topic("stars")),
        tags=TAGS[:1],
        collections=[collection("first", ("keel", ""))],
    )
    found = compare(before, after)
    assert [(r.id, r.name, r.former_name, r.before, r.after) for r in found.topics] == [
        ("boats", "Vessels", "Boats", 1, 1),
        ("stars", "Stars", "", None, 0),
        ("kites", "Kites", "Kites", 0, None),
    ]
    assert [(r.id, r.before, r.after) for r in found.tags] == [("knots", 0, None)]
    assert [(r.id, r.before, r.after) for r in found.collections] == [("first", None, 1)]
    assert set(found.appearing) == {"topics/stars/", "collections/", "collections/first/"}
    assert set(found.vanishing) == {"topics/kites/", "tags/knots/"}
    assert found.moved == ()


def test_authors_of_whom_a_curator_speaks_are_counted_anew() -> None:
    items = (keel(authors=["Ada Knot"]), item("Mast", seen("2025-03-11", 2), authors=["A. Knot"]))
    ada = Person(
        id=AuthorId("ada-knot"),
        name="Ada Knot",
        names=frozenset({AuthorId("ada-knot"), AuthorId("a-knot")}),
    )
    found = compare(world(*items), world(*items, persons=[ada]))
    assert [(r.name, r.before, r.after) for r in found.authors] == [
        ("Ada Knot", 1, 2),
        ("A. Knot", 1, None),
    ]


def test_pages_by_hand_come_and_go() -> None:
    found = compare_sites(site(curate(), "about/"), site(curate(), "imprint/"))
    assert (found.appearing, found.vanishing) == (("imprint/",), ("about/",))


def test_an_address_that_only_redirected_and_is_gone_is_told() -> None:
    found = compare(world(keel(redirects=["kiel"])), world(keel()))
    assert found.vanishing == ("papers/kiel/",)


def test_papers_are_in_the_order_of_their_titles() -> None:
    papers = [item(title, seen("2025-03-11", n)) for n, title in enumerate(("b", "C", "a"), 1)]
    assert [paper.title for paper in compare(world(), world(*papers)).new] == ["a", "b", "C"]


@given(worlds(), worlds())
def test_what_appears_and_vanishes_is_all_that_makes_the_addresses_differ(
    before: CuratedCorpus, after: CuratedCorpus
) -> None:
    old, new = site(before), site(after)
    found = compare_sites(old, new)

    def pages(of: Site) -> set[str]:
        return {address for address in planned_addresses(of.plan) if "#" not in address}

    assert pages(old) - pages(new) == set(found.vanishing)
    assert set(found.appearing) <= pages(new)
    back = compare_sites(new, old)
    assert {paper.url for paper in found.new} == {paper.url for paper in back.gone}


@given(worlds())
def test_any_site_equals_itself(curated: CuratedCorpus) -> None:
    assert compare_sites(site(curated), site(replace(curated))).is_empty
