"""`broadsheet score`: the topic rules against labelled papers."""

import json
import shutil
from pathlib import Path

import pytest

from generator.cli import run

TITLES = {
    "Slow Rivers: What Happens to a Current That Is Measured Twice": ["water"],
    "Paper Boats as a Benchmark for Folding Robots": ["machines"],
}
MARKS = "<!-- scores: how -->\n<!-- end of scores -->\n"


@pytest.fixture
def labels(tmp_path: Path) -> Path:
    rows = [
        {"title": title, "agreed": topics, "acceptable": topics, "primary": topics[0]}
        for title, topics in TITLES.items()
    ]
    path = tmp_path / "labels.json"
    path.write_text(json.dumps(rows))
    return path


def test_a_table_is_printed(site: Path, labels: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["score", str(labels), "--site", str(site)]) == 0
    captured = capsys.readouterr()
    assert captured.out.startswith("2 papers: precision ")
    assert "\n| Water | 1 | 1 | 0 | 0 | 1.00 | 1.00 |\n" in captured.out
    assert captured.err == ""


def test_what_a_curator_says_does_not_count(
    site: Path, labels: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["score", str(labels), "--site", str(site)]) == 0
    before = capsys.readouterr().out
    slow = "slow-rivers-what-happens-to-a-current-that-is-measured-twice"
    with (site / "content/curation/papers.yml").open("a") as papers:
        papers.write(f"- paper: {slow}\n  topics: {{set: [machines]}}\n")
    assert run(["score", str(labels), "--site", str(site)]) == 0
    assert capsys.readouterr().out == before


def test_json_holds_the_counts(
    site: Path, labels: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["score", str(labels), "--site", str(site), "--format", "json"]) == 0
    record = json.loads(capsys.readouterr().out)
    assert (record["papers"], record["absent"], record["recall"]) == (2, 0, 1.0)
    assert [topic["id"] for topic in record["topics"]] == ["water", "machines"]


def test_the_table_is_written_into_a_page(
    site: Path, labels: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    page = tmp_path / "page.md"
    page.write_text(f"# Scores\n\n{MARKS}\nMore.\n")
    for _ in range(2):
        assert run(["score", str(labels), "--site", str(site), "--page", str(page)]) == 0
        table = capsys.readouterr().out
        assert page.read_text() == (
            f"# Scores\n\n<!-- scores: how -->\n\n{table}\n<!-- end of scores -->\n\nMore.\n"
        )


def test_a_page_without_marks_is_left_alone(
    site: Path, labels: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    page = tmp_path / "page.md"
    page.write_text("# Scores\n")
    assert run(["score", str(labels), "--site", str(site), "--page", str(page)]) == 2
    assert "has no line <!-- scores -->" in capsys.readouterr().err
    assert page.read_text() == "# Scores\n"


@pytest.mark.parametrize("text", ["{", "[{}]", '[{"title": "A", "agreed": "water"}]'])
def test_other_files_are_refused(
    text: str, site: Path, labels: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    labels.write_text(text)
    assert run(["score", str(labels), "--site", str(site)]) == 2
    assert "holds no labels as they are expected" in capsys.readouterr().err


def test_papers_that_are_not_there_are_told(
    site: Path, labels: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    row = {"title": "Nowhere", "agreed": ["water"], "acceptable": ["water"], "primary": "water"}
    labels.write_text(json.dumps([row]))
    assert run(["score", str(labels), "--site", str(site)]) == 0
    said = "Not on the site: 1 labelled paper, for which nothing counts as given.\n"
    assert capsys.readouterr().err == said


def test_the_documented_command_leaves_the_documented_table(
    site_root: Path, tmp_path: Path
) -> None:
    page = tmp_path / "topics.md"
    shutil.copy(site_root / "docs/topics.md", page)
    gold = site_root / "tests/data/gold/topics-dev.json"
    assert run(["score", str(gold), "--site", str(site_root), "--page", str(page)]) == 0
    assert page.read_text() == (site_root / "docs/topics.md").read_text()
