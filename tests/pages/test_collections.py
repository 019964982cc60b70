"""Reading lists: their pages, their papers in order, and what leads to them."""

import json

import pytest

from generator.pages.views import CollectionPage, CollectionsPage, HomePage, PaperPage

from .plans import cards, has_page, page, plan, titles, view
from .world import collection, curate, item, seen, small_world

KEEL = item("Keel", seen("2025-03-11", 1), pick=True, note="A pick.")
SAIL = item("Sail", seen("2025-03-12", 1))
SPAM = item("Spam", seen("2025-03-12", 2), hidden="It is an advertisement.")


def lists(*papers: tuple[str, str]) -> CollectionPage:
    curated = curate(KEEL, SAIL, SPAM, collections=[collection("to-sea", *papers)])
    return view(plan(curated), "collections/to-sea/", CollectionPage)


@pytest.mark.parametrize(
    ("papers", "shown"),
    [
        ((("sail", ""), ("keel", "")), ["Sail", "Keel"]),
        ((("keel", ""), ("sail", "")), ["Keel", "Sail"]),
        ((("keel", ""), ("spam", "Do not read."), ("sail", "")), ["Keel", "Sail"]),
    ],
)
def test_papers_stand_in_the_curators_order_without_hidden_ones(
    papers: tuple[tuple[str, str], ...], shown: list[str]
) -> None:
    section = lists(*papers).section
    assert titles(section) == shown
    assert section.note == "2 papers"


def test_a_comment_stands_in_place_of_the_papers_own_note() -> None:
    commented, plain = cards(lists(("keel", "Begin here."), ("sail", "")).section)
    assert (commented.note, plain.note) == ("Begin here.", "")
    (uncommented,) = cards(lists(("keel", "")).section)
    assert uncommented.note == "A pick."


def test_a_list_of_hidden_papers_says_so() -> None:
    section = lists(("spam", "")).section
    assert (section.items, section.empty) == ((), "All papers of this list are hidden.")


def test_the_index_names_all_lists_in_their_order_with_counts() -> None:
    curated = curate(
        KEEL,
        SAIL,
        SPAM,
        collections=[
            collection("to-sea", ("keel", ""), ("spam", "")),
            collection("at-rest", ("sail", ""), ("keel", "")),
        ],
    )
    index = view(plan(curated), "collections/", CollectionsPage)
    assert [(row.link.label, row.link.url, row.count, row.description) for row in index.rows] == [
        ("To sea", "collections/to-sea/", 1, "For those who want to-sea."),
        ("At rest", "collections/at-rest/", 2, "For those who want at-rest."),
    ]
    keel = view(plan(curated), "papers/keel/", PaperPage)
    assert [link.url for link in keel.collections] == [
        "collections/to-sea/",
        "collections/at-rest/",
    ]
    assert view(plan(curated), "papers/sail/", PaperPage).collections[0].label == "At rest"


def test_without_a_list_nothing_speaks_of_lists() -> None:
    planned = plan(curate(KEEL))
    assert not has_page(planned, "collections/")
    assert "Reading lists" not in [d.link.label for d in view(planned, "", HomePage).doors]
    assert view(planned, "papers/keel/", PaperPage).collections == ()


def test_the_front_page_opens_a_door_to_them() -> None:
    doors = {d.link.label: d for d in view(plan(small_world()), "", HomePage).doors}
    assert doors["Reading lists"].link.url == "collections/"


def test_a_list_describes_itself() -> None:
    planned = page(plan(small_world()), "collections/first-steps/")
    assert planned.title == "First steps"
    assert planned.description == "For those who want first-steps."


def test_programs_get_the_lists_without_hidden_papers() -> None:
    curated = curate(
        KEEL, SPAM, collections=[collection("to-sea", ("keel", "Begin here."), ("spam", "No."))]
    )
    (file,) = (f for f in plan(curated).files if f.path == "api/v1/collections.json")
    assert json.loads(file.content) == {
        "$schema": "schemas/collections.schema.json",
        "version": 1,
        "collections": [
            {
                "id": "to-sea",
                "url": "collections/to-sea/",
                "name": "To sea",
                "description": "For those who want to-sea.",
                "papers": [{"id": "keel", "url": "papers/keel/", "comment": "Begin here."}],
            }
        ],
    }
