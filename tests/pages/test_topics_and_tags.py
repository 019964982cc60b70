"""The pages of all topics and of all tags."""

from generator.pages.views import LinkView, ListingPage, TagsPage, TopicsPage

from .plans import has_page, plan, titles, view
from .world import curate, item, seen, small_world, tag, topic


def test_topics_stand_in_their_families_with_counts() -> None:
    topics = view(plan(small_world()), "topics/", TopicsPage)
    assert [
        (family.name, family.count, [(row.mark.url, row.count) for row in family.rows])
        for family in topics.families
    ] == [
        ("Air", 1, [("topics/kites/", 1)]),
        ("Water", 6, [("topics/boats/", 3), ("topics/lighthouses/", 3), ("topics/tides/", 0)]),
    ]
    assert topics.lead.startswith("4 sections in two families.")


def test_papers_without_a_topic_are_listed_too() -> None:
    planned = plan(small_world())
    topics = view(planned, "topics/", TopicsPage)
    assert (topics.none_count, topics.none_url) == (3, "topics/none/")
    listed = view(planned, "topics/none/", ListingPage)
    assert titles(listed.section) == ["Harbour Lights", "Harbour Lights", "ROPES"]
    assert listed.mark is None


def test_where_all_papers_have_a_topic_there_is_no_such_page() -> None:
    planned = plan(
        curate(item("Tides", seen("2025-03-11", 1), topics=["sea"]), topics=[topic("sea")])
    )
    assert view(planned, "topics/", TopicsPage).none_url == ""
    assert not has_page(planned, "topics/none/")


def test_a_topic_that_is_called_none_keeps_its_address() -> None:
    planned = plan(curate(item("Tides", seen("2025-03-11", 1)), topics=[topic("none", "Nothing")]))
    assert view(planned, "topics/none/", ListingPage).heading == "Nothing"
    assert view(planned, "topics/", TopicsPage).none_url == ""


def test_a_topic_tells_its_family_and_description() -> None:
    boats = view(plan(small_world()), "topics/boats/", ListingPage)
    assert boats.eyebrow == LinkView(label="Topics", url="topics/")
    assert (boats.family, boats.heading, boats.lead) == (
        "Water",
        "Boats",
        "All that concerns boats.",
    )
    assert boats.mark
    assert (boats.mark.hue, boats.mark.form) == (1, 2)


def test_tags_go_from_a_to_z_and_the_rest_comes_last() -> None:
    all_tags = [tag("3d", "3D"), tag("eclair", "Éclair"), tag("sails"), tag("survey")]
    papers = [
        item("Tides", seen("2025-03-11", 1), tags=["3d", "eclair", "sails", "survey"]),
        item("Waves", seen("2025-03-11", 2), tags=["sails"]),
    ]
    tags = view(plan(curate(*papers, tags=all_tags)), "tags/", TagsPage)
    assert [
        (letter, [(mark.name, mark.count) for mark in marks]) for letter, marks in tags.letters
    ] == [
        ("E", [("Éclair", 1)]),
        ("S", [("Sails", 2), ("Survey", 1)]),
        ("#", [("3D", 1)]),
    ]
    assert tags.lead.startswith("4 labels")


def test_a_tag_that_no_paper_has_keeps_its_address_and_is_not_offered() -> None:
    planned = plan(small_world())
    tags = view(planned, "tags/", TagsPage)
    assert "Unused" not in {mark.name for _, marks in tags.letters for mark in marks}
    assert "Unused" in view(planned, "tags/unused/", ListingPage).heading


def test_the_most_used_tags_are_named_first() -> None:
    names = ["a", "b", "c", "d", "e", "never"]
    papers = [item(f"P{n}", seen("2025-03-11", n + 1), tags=names[: n + 1]) for n in range(5)]
    tags = view(plan(curate(*papers, tags=[tag(name) for name in names])), "tags/", TagsPage)
    assert [(mark.name, mark.count) for mark in tags.top] == [
        ("A", 5),
        ("B", 4),
        ("C", 3),
        ("D", 2),
    ]


def test_a_tag_tells_its_other_words() -> None:
    survey = view(plan(small_world()), "tags/survey/", ListingPage)
    assert survey.lead == "Papers with survey. Also: overview."
    assert survey.eyebrow == LinkView(label="Tags", url="tags/")
