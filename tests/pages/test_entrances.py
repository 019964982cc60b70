"""The addresses above those of papers and of undated digests answer, too."""

from generator.pages.views import ChoicePage

from .plans import plan, view
from .world import curate, item, seen, small_world


def test_the_folder_of_papers_leads_to_every_way_in() -> None:
    planned = plan(small_world())
    page = view(planned, "papers/", ChoicePage)
    assert page.lead.startswith("9 papers,")
    there = {each.path.removesuffix("index.md") for each in planned.pages}
    assert {choice.url for choice in page.choices} <= there


def test_undated_digests_are_listed_where_there_are_any() -> None:
    page = view(plan(small_world()), "undated/", ChoicePage)
    assert [(choice.url, choice.note) for choice in page.choices] == [
        ("undated/old-letters/", "2 papers")
    ]
    dated = plan(curate(item("Tides", seen("2025-03-12", 1))))
    assert "undated/index.md" not in {each.path for each in dated.pages}
