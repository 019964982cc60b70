"""What search knows of papers, and what its page offers before anything was asked."""

from dataclasses import replace

import pytest

from generator.pages.plan import Plan, SearchRecord
from generator.pages.records import list_initials
from generator.pages.views import FacetGroup, SearchPage
from tests.pages.plans import plan, view
from tests.pages.world import curate, item, seen, small_world, tag


@pytest.fixture(scope="module")
def world() -> Plan:
    curated = small_world()
    tags = tuple(replace(tag, kind=tag.id == "survey") for tag in curated.tags)
    return plan(replace(curated, tags=tags))


def record(plan: Plan, slug: str) -> SearchRecord:
    (found,) = [record for record in plan.records if record.url == f"papers/{slug}/"]
    return found


def facets(plan: Plan) -> dict[str, FacetGroup]:
    return {group.key: group for group in view(plan, "search/", SearchPage).facets}


def test_every_paper_that_is_shown_has_a_record(world: Plan) -> None:
    urls = [record.url for record in world.records]
    assert urls == sorted(set(urls))
    assert len(urls) == 9
    assert "papers/spam/" not in urls


def test_a_record_says_all_that_is_known(world: Plan) -> None:
    assert record(world, "kites-in-strong-wind") == SearchRecord(
        url="papers/kites-in-strong-wind/",
        text="What is known of kites in strong wind, at some length.",
        fields=(
            ("title", "Kites in Strong Wind"),
            ("authors", "Ada Gale; Bo Squall; Cy Breeze; Di Storm"),
            ("arxiv", "2403.12345"),
            ("venue", "Wind 2024, Sky 2025"),
            ("code", "https://github.com/gale/kites"),
        ),
        keys=(
            "Kites in Strong Wind",
            "2403.12345",
            "github.com/gale/kites",
            *("Ada Gale", "A. Gale"),
            *("Bo Squall", "B. Squall"),
            *("Cy Breeze", "C. Breeze"),
            *("Di Storm", "D. Storm"),
        ),
        labels=(
            ("topic", ("kites", "boats")),
            ("tag", ("sails",)),
            ("kind", ("survey",)),
            ("month", ("2024-03",)),
            ("code", ("1",)),
            ("pick", ("1",)),
        ),
        date="2024-03-19",
        people=(
            *(("Ada Gale", "ada-gale"), ("A. Gale", "ada-gale")),
            *(("Bo Squall", "bo-squall"), ("B. Squall", "bo-squall")),
            *(("Cy Breeze", "cy-breeze"), ("C. Breeze", "cy-breeze")),
            *(("Di Storm", "di-storm"), ("D. Storm", "di-storm")),
        ),
    )


def test_a_record_says_no_more_than_is_known(world: Plan) -> None:
    keel = record(world, "keel")
    assert keel.fields == (("title", "The Keel, Corrected"),)
    assert keel.people == ()
    assert dict(keel.labels) == {
        "topic": ("boats",),
        "tag": (),
        "kind": (),
        "month": ("unknown",),
        "code": (),
        "pick": (),
    }
    assert keel.date == ""
    assert dict(record(world, "ropes").labels)["topic"] == ("none",)


def test_a_first_author_is_told_from_all_authors(world: Plan) -> None:
    assert dict(record(world, "boats-that-never-sink").fields)["first_author"] == "Eve Hull"
    assert "Eve Hull" in record(world, "boats-that-never-sink").keys


def test_a_paper_is_found_by_each_title_it_was_received_under(world: Plan) -> None:
    assert set(record(world, "ropes").keys) >= {"ROPES", "Ropes"}
    assert record(world, "keel").keys == ("The Keel, Corrected", "Keel")


def test_formulas_are_placed_as_a_browser_counts() -> None:
    paper = item(
        "A $\\sqrt{k}$ \U0001f6a2 in $x_i$",
        seen("2025-03-11", 1),
        slug="ship",
        abstract=r"Of $\nobody_i$ and $y_j$.",
    )
    ship = record(plan(curate(paper)), "ship")
    assert dict(ship.fields)["title"] == "A √k \U0001f6a2 in x_i"
    assert ship.text == r"Of $\nobody_i$ and y_j."
    places = {name: [placed[:2] for placed in formulas] for name, formulas in ship.formulas}
    assert places == {"title": [(2, 4), (11, 14)], "text": [(19, 22)]}
    assert [placed[2][0].tag for _, formulas in ship.formulas for placed in formulas] == [
        "math"
    ] * 3


@pytest.mark.parametrize(
    ("name", "initials"),
    [
        ("Ada Gale", ["A. Gale"]),
        ("Ada B. Gale", ["A. Gale", "A. B. Gale"]),
        ("Bo-Cy van Storm-Hull", ["B. Storm-Hull", "B. C. v. Storm-Hull"]),
        ("Gale", []),
        ("- -", []),
        ("-A B", ["A. B"]),
        ("", []),
    ],
)
def test_an_author_is_found_by_initials(name: str, initials: list[str]) -> None:
    assert list(dict.fromkeys(list_initials(name))) == initials


def test_hints_are_searches_that_find_something() -> None:
    planned = plan(
        curate(
            item(
                "Tides",
                seen("2025-03-11", 1),
                abstract="On neap tides & springs.",
                tags=["neap", "never"],
                authors=["Ada B. Gale"],
                arxiv_id="2403.00009",
            ),
            tags=[
                tag("never", "Spring tides"),
                tag("neap", "Neap tides"),
                tag("unused", "Springs"),
            ],
        )
    )
    hints = view(planned, "search/", SearchPage).hints
    assert [(hint.example.label, hint.example.url) for hint in hints] == [
        ("neap tides", "search/?q=neap+tides"),
        ("“neap tides”", "search/?q=%E2%80%9Cneap+tides%E2%80%9D"),
        ("arXiv:2403.00009", "search/?q=arXiv%3A2403.00009"),
        ("A. Gale", "search/?q=A.+Gale"),
    ]
    bare = view(plan(curate(item("Tides", seen("2025-03-11", 1)))), "search/", SearchPage)
    assert bare.hints == ()


def test_the_page_counts_what_results_can_be_narrowed_by(world: Plan) -> None:
    groups = facets(world)
    assert {key: group.name for key, group in groups.items()} == {
        "topic": "Topic",
        "kind": "Kind",
        "year": "Published",
        "tag": "Tag",
        "with": "With",
    }
    counts = {
        key: {(v.value, v.within): v.count for v in group.values} for key, group in groups.items()
    }
    assert counts == {
        "topic": {
            ("boats", ""): 3,
            ("lighthouses", ""): 3,
            ("kites", ""): 1,
            ("none", ""): 3,
        },
        "kind": {("survey", ""): 1},
        "year": {("2024", ""): 1, ("2024-03", "2024"): 1, ("unknown", ""): 8},
        "tag": {("sails", ""): 2, ("3d", ""): 1},
        "with": {("code", ""): 1, ("pick", ""): 2},
    }


def test_values_stand_in_the_order_of_their_numbers(world: Plan) -> None:
    for key in ("topic", "kind", "tag"):
        numbers = [value.count for value in facets(world)[key].values]
        assert numbers == sorted(numbers, reverse=True)


def test_years_stand_newest_first_with_their_months_beneath() -> None:
    days = ("2023-11-02", "2024-01-05", "2024-03-01", "2023-12-24", "2024-03-30")
    papers = [item(day, seen("2025-03-11", n), published=day) for n, day in enumerate(days, 1)]
    values = facets(plan(curate(*papers)))["year"].values
    assert [value.value for value in values] == [
        "2024",
        "2024-03",
        "2024-01",
        "2023",
        "2023-12",
        "2023-11",
    ]


def test_groups_without_a_value_are_left_out() -> None:
    groups = facets(plan(curate(item("Plain", seen("2025-03-11", 1)), tags=[tag("unused")])))
    assert set(groups) == {"topic", "year", "with"}
