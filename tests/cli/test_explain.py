"""`broadsheet explain`: on the invented site, and on the real one."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.cli import run

Explain = Callable[..., str]
_HARBOUR = """\
Harbour Lights: Counting Lamps along a Quay
papers/harbour-lights-counting-lamps-along-a-quay/  arXiv 2501.00001
content/digests/2025/2025-01-06.txt:11:1

Topics
  No rule reached its threshold, so the rules give the nearest topic.
  Water, primary: 1 of 2  (content/curation/topics.yml:1:7)
      +1 abstract: …by how it moves when the [water] does. On twelve invented quays…  \
(content/curation/topics.yml:10:28)
  Machines, runner-up: 1 of 2  (content/curation/topics.yml:13:7)
      +1 abstract: …and their reflections, and a [camera] that counts one easily counts…  \
(content/curation/topics.yml:22:31)

Tags
  none

Facts
  arXiv id, authors, day: metadata  (content/metadata/facts.jsonl:1:1)

Curators' words
  content/curation/papers.yml:1:10: pick: makes it a pick
  content/curation/papers.yml:1:10: note: adds a note: A lamp is not its reflection, and here is \
how a camera can tell.
"""


@pytest.fixture
def explain(capsys: pytest.CaptureFixture[str]) -> Explain:
    def explain(site: Path, *arguments: str) -> str:
        code = run(["explain", "--site", str(site), *arguments])
        captured = capsys.readouterr()
        assert code == 0, captured.err
        return captured.out

    return explain


def test_a_paper_is_explained_in_words(site: Path, explain: Explain) -> None:
    assert explain(site, "harbour lights") == _HARBOUR


def test_the_arxiv_id_the_address_and_the_title_name_the_same_paper(
    site: Path, explain: Explain
) -> None:
    for name in (
        "2501.00001",
        "harbour-lights-counting-lamps-along-a-quay",
        "Harbour Lights: Counting Lamps along a Quay",
    ):
        assert explain(site, name) == _HARBOUR


def test_json_is_plain_ascii_and_holds_the_same(site: Path, explain: Explain) -> None:
    said = explain(site, "slow rivers", "--format", "json")
    assert said.isascii()
    record = json.loads(said)
    assert record["id"] == "slow-rivers-what-happens-to-a-current-that-is-measured-twice"
    (water,) = record["topics"]
    assert (water["id"], water["total"], water["threshold"]) == ("water", 3, 2)
    assert [clue["part"] for clue in water["clues"]] == ["title", "abstract"]
    assert water["clues"][0]["place"] == "content/curation/topics.yml:10:15"
    assert record["topic_runner_up"] is None


def test_a_curators_change_is_told_with_its_line(site: Path, explain: Explain) -> None:
    papers = site / "content/curation/papers.yml"
    papers.write_text(
        "- paper: 2501.00001\n  topics: {set: [machines]}\n  tags: {add: [benchmark]}\n"
    )
    said = explain(site, "2501.00001")
    assert "  Machines, primary: 1 of 2  (" in said
    assert "      given by the curator  (content/curation/papers.yml:2:3)\n" in said
    assert "  Water, withdrawn: 1 of 2  (" in said
    assert "      taken away by the curator  (content/curation/papers.yml:2:3)\n" in said
    assert "  Benchmark: 0 of 2  (content/curation/tags.yml:1:7)\n" in said
    assert "  content/curation/papers.yml:3:3: tags: adds `benchmark`\n" in said


def test_a_name_that_fits_several_lists_them_and_is_2(
    site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["explain", "--site", str(site), "a"]) == 2
    said = capsys.readouterr().err
    assert "5 papers have “a” in their title. Did you mean\n" in said
    assert "\n  2501.00001  Harbour Lights: Counting Lamps along a Quay\n" in said


def test_a_slip_gets_the_nearest_and_is_2(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["explain", "--site", str(site), "harbor lihgts"]) == 2
    said = capsys.readouterr().err
    assert "no paper is called “harbor lihgts”. Did you mean\n  2501.00001  Harbour" in said


def test_what_no_terminal_should_obey_is_shown(
    site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["explain", "--site", str(site), "\x1b[31mred"]) == 2
    assert "\x1b" not in capsys.readouterr().err


def test_content_with_errors_is_explained_and_the_errors_are_told(
    site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    topics = site / "content/curation/topics.yml"
    topics.write_text(topics.read_text().replace("family: Craft", "famly: Craft"))
    assert run(["explain", "--site", str(site), "slow rivers"]) == 0
    captured = capsys.readouterr()
    assert "Water, primary: 3 of 2" in captured.out
    assert captured.err == "The content has 1 error: see broadsheet check.\n"


def test_a_real_paper_is_explained(site_root: Path, explain: Explain) -> None:
    said = explain(site_root, "Who's Harry Potter")
    assert said.startswith("Who's Harry Potter? Approximate Unlearning in LLMs\n")
    assert "arXiv 2310.02238" in said
    assert "[Unlearning]" in said
    assert "content/curation/papers.yml:" in said


def test_whence_facts_are_and_who_is_overruled(site: Path, explain: Explain) -> None:
    metadata = site / "content/metadata"
    title = "Harbour Lights: Counting Lamps along a Quay"
    shutil.rmtree(metadata, ignore_errors=True)
    (metadata / "found").mkdir(parents=True)
    row = {"title": title, "arxiv_id": "2501.00001"}
    ours = row | {"first_author": "Ada Knot", "published": "2024-12-30"}
    theirs = row | {"authors": ["Ada Knot", "Bo Bell"], "published": "2024-12-31"}
    (metadata / "own.jsonl").write_text(json.dumps(ours) + "\n", encoding="utf-8")
    (metadata / "found/arxiv.jsonl").write_text(json.dumps(theirs) + "\n", encoding="utf-8")
    said = explain(site, "2501.00001")
    own, found = "content/metadata/own.jsonl:1:1", "content/metadata/found/arxiv.jsonl:1:1"
    assert f"\n  arXiv id, day: metadata  ({own})\n" in said
    assert f"\n  authors: broadsheet enrich  ({found})\n" in said
    assert f"      of the day it says something else; metadata counts  ({own})\n" in said
    entry = "- paper: 2501.00001\n  authors: [Cy Coe]\n"
    (site / "content/curation/papers.yml").write_text(entry, encoding="utf-8")
    said = explain(site, "2501.00001", "--format", "json")
    assert json.loads(said)["sources"] == [
        {
            "kind": "curator",
            "place": "content/curation/papers.yml:1:10",
            "gives": ["authors"],
            "overruled": [],
        },
        {"kind": "metadata", "place": own, "gives": ["arxiv_id", "published"], "overruled": []},
        {"kind": "found", "place": found, "gives": [], "overruled": ["authors", "published"]},
    ]
