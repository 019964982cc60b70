"""What holds for the plan as a whole."""

import random
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.corpus.model import Paper
from generator.curation.model import CuratedCorpus
from generator.pages.plan import Plan
from generator.pages.views import CardView, ChoicePage, DataPage, HomePage, PaperPage

from .addresses import anchors, answering_addresses, linked_addresses, page_address, walk
from .plans import page, plan, view
from .world import Item, collection, curate, item, seen, small_world, tag, topic


def test_every_link_leads_somewhere() -> None:
    planned = plan(small_world())
    answers = answering_addresses(planned)
    links = list(linked_addresses(planned))
    assert len(links) > 100
    assert [link for link in links if link[1] not in answers] == []


def test_every_page_is_linked_to() -> None:
    """No page is an island: a reader comes from the front page to all of them."""
    planned = plan(small_world())
    targets: dict[str, set[str]] = {}
    for path, url in linked_addresses(planned):
        targets.setdefault(path.removesuffix("index.md"), set()).add(url.partition("#")[0])
    reached, to_visit = set(), [""]
    while to_visit:
        here = to_visit.pop()
        if here not in reached:
            reached.add(here)
            to_visit += targets.get(here, ())
    hidden, without_papers = {"papers/spam/"}, {"tags/eclair/", "tags/unused/"}
    for_who_cuts_an_address_short = {"papers/", "undated/"}
    lonely = hidden | without_papers | for_who_cuts_an_address_short
    assert {page_address(p) for p in planned.pages} - reached == lonely


def test_ids_are_unique_on_every_page() -> None:
    for planned in plan(small_world()).pages:
        found = anchors(planned)
        assert len(found) == len(set(found)), planned.path


def test_ids_of_sections_are_nobodys_slug() -> None:
    planned = plan(small_world())
    sections = {
        anchor
        for planned_page in planned.pages
        for anchor in anchors(planned_page)
        if not any(
            isinstance(value, CardView) and anchor in (value.anchor, *value.aliases)
            for value in walk(planned_page.view)
        )
    }
    assert sections
    assert all("_" in anchor for anchor in sections)


def test_paths_are_unique_and_sorted() -> None:
    planned = plan(small_world())
    for part in (planned.pages, planned.files, planned.redirects):
        paths = [item.path for item in part]
        assert paths == sorted(set(paths))


def test_a_clash_of_addresses_is_a_fault() -> None:
    twice = item("Sails", seen("2025-03-11", 1), redirects=["sails"])
    with pytest.raises(ValueError, match=r"planned twice: papers/sails/"):
        plan(curate(twice))


def test_an_empty_site_is_a_site() -> None:
    planned = plan(curate())
    home = view(planned, "", HomePage)
    assert home.heading == "The Gazette"
    assert home.paper_count == 0
    assert home.latest.items == ()
    assert home.latest.empty
    assert {file.path for file in planned.files} >= {"llms.txt", "api/v1/papers.json"}
    answers = answering_addresses(planned)
    assert all(url in answers for _, url in linked_addresses(planned))


def test_a_hidden_paper_is_on_no_page_but_its_own_and_the_ledger() -> None:
    planned = plan(small_world())
    naming = {
        planned_page.path
        for planned_page in planned.pages
        for value in walk(planned_page.view)
        if isinstance(value, str) and "Spam" in value
    }
    assert naming == {"papers/spam/index.md", "about/data/index.md"}
    files = (*planned.files, *planned.attachments)
    assert {file.path for file in files if b"spam" in file.data} == {
        # Its addresses alone, and that they lead nowhere.
        "api/v1/addresses.json",
        "api/v1/papers.db",
        "api/v1/papers/spam-2.json",
        "api/v1/papers/spam.json",
    }
    assert not any(b"Spam" in file.data for file in files)
    tombstone = view(planned, "papers/spam/", ChoicePage)
    assert "It is an advertisement." in tombstone.lead
    assert page(planned, "papers/spam/").title == "A hidden paper"
    assert view(planned, "about/data/", DataPage).hidden == (("Spam", "It is an advertisement."),)
    redirect = next(r for r in planned.redirects if r.path == "papers/spam-2/index.html")
    assert (redirect.target, redirect.title) == ("papers/spam/", "A hidden paper")


@pytest.mark.parametrize(
    ("url", "updated"),
    [
        ("", "2025-04-02"),
        ("archive/", "2025-04-02"),
        ("2024/", "2024-12-31"),
        ("2025/03/", "2025-03-14"),
        ("2025/03/12/", "2025-03-12"),
        ("undated/old-letters/", None),
        ("papers/kites-in-strong-wind/", "2025-03-14"),
        ("papers/lanterns/", None),
        ("topics/kites/", "2025-03-14"),
        ("topics/kites/2025-03/", "2025-03-11"),
        ("topics/lighthouses/undated/", None),
        ("about/data/", "2025-04-02"),
        ("collections/", "2025-04-02"),
        ("collections/first-steps/", "2025-04-02"),
    ],
)
def test_a_page_is_as_new_as_what_it_shows(url: str, updated: str | None) -> None:
    newest = page(plan(small_world()), url).updated
    assert (newest.isoformat() if newest else None) == updated


@given(st.randoms(use_true_random=False))
def test_the_order_of_digests_and_papers_does_not_matter(chance: random.Random) -> None:
    curated = small_world()
    assert plan(_shuffle(curated, chance)) == plan(curated)


def test_the_order_does_not_matter_to_files_that_are_made_late() -> None:
    planned = plan(small_world())
    shuffled = plan(_shuffle(small_world(), random.Random(7)))  # noqa: S311 - no secret
    assert [f.data for f in shuffled.attachments] == [f.data for f in planned.attachments]


def _shuffle(curated: CuratedCorpus, chance: random.Random) -> CuratedCorpus:
    """Put everything that has no order of its own into another one."""
    corpus = curated.corpus
    papers, said, shared = list(corpus.papers), list(curated.papers), list(corpus.shared_slugs)
    digests = list(corpus.digests)
    for held in (papers, said, shared, digests):
        chance.shuffle(held)
    return replace(
        curated,
        corpus=replace(
            corpus,
            papers={slug: corpus.papers[slug] for slug in papers},
            shared_slugs={slug: corpus.shared_slugs[slug] for slug in shared},
            digests=tuple(digests),
        ),
        papers={slug: curated.papers[slug] for slug in said},
    )


_DAYS = ("2024-12-30", "2025-03-11", "2025-03-12", "2025-03-12-2", "2025-04-01", "letters")


@st.composite
def worlds(draw: st.DrawFn) -> CuratedCorpus:
    """Give a world of up to eight papers, each seen on some days, with topics, tags and words."""
    numbers = dict.fromkeys(_DAYS, 0)
    items: list[Item] = []
    for n in range(draw(st.integers(0, 8))):
        appearances = []
        for day in draw(st.lists(st.sampled_from(_DAYS), min_size=1, max_size=4)):
            numbers[day] += 1
            abstract = draw(st.sampled_from(["", "Short.", "Somewhat longer than short."]))
            appearances.append(seen(day, numbers[day], abstract=abstract))
        items.append(
            item(
                f"Paper {n}",
                *appearances,
                topics=draw(st.lists(st.sampled_from(["boats", "none"]), unique=True)),
                tags=draw(st.lists(st.sampled_from(["sails", "undated"]), unique=True)),
                pick=draw(st.booleans()),
                hidden=draw(st.sampled_from(["", "", "A reason."])),
                redirects=draw(st.sampled_from([(), (f"old-{n}",)])),
            )
        )
    topics = [topic("boats"), topic("none")]
    listed = (
        draw(st.lists(st.sampled_from([i.paper.id for i in items]), unique=True)) if items else []
    )
    return curate(
        *items,
        topics=topics,
        tags=[tag("sails"), tag("undated")],
        collections=[collection("first", *((slug, "") for slug in listed))] if listed else [],
    )


@given(worlds())
def test_any_world_makes_a_site_without_dead_links_or_double_ids(curated: CuratedCorpus) -> None:
    planned = plan(curated)
    answers = answering_addresses(planned)
    assert {url for _, url in linked_addresses(planned)} <= answers
    for planned_page in planned.pages:
        found = anchors(planned_page)
        assert len(found) == len(set(found)), planned_page.path
    for paper in curated.corpus.papers.values():
        assert f"papers/{paper.id}/" in answers
        for slug in paper.redirects:
            assert f"papers/{slug}/" in answers
        if not curated.papers[paper.id].hidden:
            assert _shows_all_appearances(planned, paper)


def _shows_all_appearances(planned: Plan, paper: Paper) -> bool:
    shown = view(planned, f"papers/{paper.id}/", PaperPage)
    return len(shown.timeline) == len(paper.appearances)
