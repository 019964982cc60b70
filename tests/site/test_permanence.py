"""Whatever a curator or a later digest does, every address of the former edition still answers."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from generator import pipeline
from generator.settings import Environment, read_settings
from tests.cli.conftest import make_site

HEADER = "Get trending papers in your email inbox!\n\n"
BODY = "An abstract of a paper that nobody wrote, long enough to be taken for one. " * 6
QUAY = "Harbour Lights: Counting Lamps along a Quay"
BOATS = "Paper Boats as a Benchmark for Folding Robots"
RIVERS = "Slow Rivers: What Happens to a Current That Is Measured Twice"


def add_digest(site: Path, name: str, *titles: str) -> None:
    path = site / f"content/digests/{name}"
    path.parent.mkdir(exist_ok=True)
    path.write_text(HEADER + "\n\n".join(f"{t}\n\n{BODY.strip()}" for t in titles), "utf-8")


def add_fact(site: Path, title: str, arxiv_id: str) -> None:
    path = site / "content/metadata/more.jsonl"
    row = json.dumps({"title": title, "arxiv_id": arxiv_id}, ensure_ascii=False)
    path.write_text(f"{row}\n", encoding="utf-8")


def curate(site: Path, entry: str) -> None:
    path = site / "content/curation/papers.yml"
    path.write_text(f"{path.read_text(encoding='utf-8')}\n{entry}\n", encoding="utf-8")


def addresses(site: Path) -> set[str]:
    edition = pipeline.read_edition(read_settings(site, Environment()), on_step=lambda _: None)
    assert edition.files, edition.diagnostics
    pages = (path for path in edition.files if path.endswith(("index.md", "index.html")))
    return {path.rpartition("/")[0] for path in pages}


EVENTS: dict[str, Callable[[Path], None]] = {
    "an older digest": lambda site: add_digest(
        site, "2024/2024-05-01.txt", RIVERS.upper(), "Harbour Lights"
    ),
    "a newer digest": lambda site: add_digest(site, "2025/2025-02-01.txt", BOATS, "New Boats"),
    "a digest that was undated before": lambda site: add_digest(
        site, "2025/2025-02-02.txt", "Tides in Tables: Predicting High Water from Old Almanacs"
    ),
    "a title that differs in an accent": lambda site: add_digest(
        site, "2025/2025-02-03.txt", BOATS.replace("Paper", "Pàper")
    ),
    "a retitling by its id": lambda site: (
        add_digest(site, "2025/2025-02-04.txt", "Lamps and Their Reflections Told Apart"),
        add_fact(site, "Lamps and Their Reflections Told Apart", "2501.00001"),
    )[0],
    "an id": lambda site: add_fact(site, RIVERS, "2501.00009"),
    "an id that merges": lambda site: add_fact(site, RIVERS, "2501.00002"),
    "a corrected title": lambda site: curate(site, f"- paper: '{RIVERS}'\n  title: Rivers, Slow"),
    "a merge": lambda site: curate(site, f"- paper: '{RIVERS}'\n  merge_into: 2501.00002"),
    "a hidden paper": lambda site: curate(site, f"- paper: '{RIVERS}'\n  hide: Withdrawn."),
    "a new slug": lambda site: curate(site, f"- paper: '{RIVERS}'\n  slug: slow-rivers"),
}


@pytest.mark.parametrize("event", EVENTS)
def test_every_address_of_the_former_edition_answers_after(event: str, tmp_path: Path) -> None:
    site = make_site(tmp_path / "site")
    former = addresses(site)
    EVENTS[event](site)
    now = addresses(site)
    papers = {address for address in former if address.startswith("papers/")}
    days = {address for address in former if address.startswith(("2", "undated/"))}
    assert len(papers) == 5
    assert papers | days <= now


def test_one_event_after_another_loses_no_address(tmp_path: Path) -> None:
    site = make_site(tmp_path / "site")
    known = addresses(site)
    for event in (
        "a newer digest",
        "a title that differs in an accent",
        "an id that merges",
        "a retitling by its id",
        "an older digest",
        "a new slug",
    ):
        EVENTS[event](site)
        now = addresses(site)
        assert {address for address in known if address.startswith("papers/")} <= now, event
        known |= now
