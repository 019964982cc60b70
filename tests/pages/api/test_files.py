"""The files of the data that are many or large: of months, of papers, of all in other forms."""

import gzip
import json
from pathlib import Path
from typing import Any

from generator.pages.api.page import DATABASE_SHARE
from generator.pages.plan import Plan
from generator.pages.views import ApiPage
from generator.pages.words import size_text
from tests.pages.plans import plan, view
from tests.pages.world import curate, item, seen, small_world

PLAN = plan(small_world())


def data(path: str, planned: Plan = PLAN) -> bytes:
    (file,) = (f for f in (*planned.files, *planned.attachments) if f.path == f"api/v1/{path}")
    return file.data


def read(path: str, planned: Plan = PLAN) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(data(path, planned))
    return found


def ids(path: str, planned: Plan = PLAN) -> list[str]:
    return [paper["id"] for paper in read(path, planned)["papers"]]


def test_the_months_together_are_all_papers_each_once() -> None:
    months = read("months.json")["months"]
    assert [month["month"] for month in months] == [
        *("2024-12", "2025-01", "2025-02", "2025-03", "2025-04"),
        None,
    ]
    held = [ids(month["url"].removeprefix("api/v1/")) for month in months]
    assert [len(papers) for papers in held] == [month["papers"] for month in months]
    assert sorted(paper for papers in held for paper in papers) == ids("papers.json")
    assert held[0] == ["old-maps"]
    assert held[-1] == ["lanterns"]


def test_a_paper_is_in_the_month_in_which_it_came_first() -> None:
    world = curate(item("Kites", seen("2025-03-31", 1), seen("2025-04-01", 1)))
    assert ids("months/2025-03.json", plan(world)) == ["kites"]
    assert ids("months/2025-04.json", plan(world)) == []


def test_a_month_once_published_stays_when_an_older_digest_takes_its_papers() -> None:
    before = plan(curate(item("Kites", seen("2025-03-31", 1))))
    older = plan(curate(item("Kites", seen("2024-03-31", 1), seen("2025-03-31", 1))))
    assert ids("months/2025-03.json", before) == ["kites"]
    assert ids("months/2025-03.json", older) == []
    empty = plan(curate())
    assert ids("months/undated.json", empty) == []


def test_every_address_of_a_paper_gives_it() -> None:
    whole = {paper["id"]: paper for paper in read("papers.json")["papers"]}
    for address in read("addresses.json")["addresses"]:
        found = read(f"papers/{address['id']}.json")
        assert (found["id"], found["to"]) == (address["id"], address["to"])
        alone = address["to"][0] if len(address["to"]) == 1 else None
        assert found["paper"] == (whole[alone] if alone else None)
    assert read("papers/kites-in-wind.json")["paper"]["id"] == "kites-in-strong-wind"
    assert read("papers/harbour-lights.json")["paper"] is None
    assert read("papers/spam.json") == {
        "$schema": "../schemas/paper.schema.json",
        "version": 1,
        "id": "spam",
        "to": [],
        "paper": None,
    }


def test_no_title_takes_the_address_of_a_month_or_of_an_index() -> None:
    titles = ["2025-03", "Undated", "Papers", "Months"]
    world = curate(*(item(title, seen("2025-03-11", n)) for n, title in enumerate(titles, 1)))
    assert read("papers/2025-03.json", plan(world))["paper"]["title"] == "2025-03"
    assert len(ids("months/2025-03.json", plan(world))) == len(titles)


def test_the_compressed_file_is_the_whole_one_without_a_time_or_a_name() -> None:
    compressed = data("papers.json.gz")
    assert gzip.decompress(compressed) == data("papers.json")
    flags, time = compressed[3], compressed[4:8]
    assert (flags, time) == (0, bytes(4))


def test_lines_are_the_records_of_the_whole_file() -> None:
    lines = data("papers.jsonl").decode().splitlines()
    assert [json.loads(line) for line in lines] == read("papers.json")["papers"]
    assert data("papers.jsonl", plan(curate())) == b""


def test_picks_are_named_with_what_is_said_of_them() -> None:
    assert read("picks.json")["picks"][0] == {
        "id": "kites-in-strong-wind",
        "url": "papers/kites-in-strong-wind/",
        "title": "Kites in Strong Wind",
        "note": "The best introduction.",
    }


def test_the_page_says_how_large_all_papers_are() -> None:
    shown = view(PLAN, "api/", ApiPage)
    sizes = {row.url: row.size for group in shown.groups for row in group.rows}
    for name in ("papers.json", "papers.json.gz", "papers.jsonl"):
        assert sizes[f"api/v1/{name}"] == size_text(len(data(name)))
    assert sizes["api/v1/papers.db"].startswith("about ")


def test_the_size_told_of_the_database_is_about_its_own(real_site: Path) -> None:
    """Of a few papers it is far larger: the tables and indexes are there before any."""
    there = real_site / "build/site/api/v1"
    told = DATABASE_SHARE * (there / "papers.jsonl").stat().st_size
    assert 0.75 < told / (there / "papers.db").stat().st_size < 1.25
