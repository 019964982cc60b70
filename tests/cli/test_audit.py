"""`broadsheet audit`: on the invented site, and on the real one."""

import json
from pathlib import Path

import pytest

from generator.cli import run
from generator.curation.audit import Subject

_ALL = """\
content/digests/2025/2025-01-07.txt:11:1: paper-without-topic: “Gulls Do Not Read Signs: A Field \
Study of Warnings at Sea Walls” has no topic.
    hint: See `broadsheet explain gulls-do-not-read-signs-a-field-study-of-warnings-at-sea-walls`; \
add a phrase that names its subject to a rule, or give it a topic in content/curation/papers.yml.
content/digests/2025/2025-01-06.txt:11:1: paper-below-threshold: “Harbour Lights: Counting Lamps \
along a Quay” has the topic Water with only 1 of 2: no other came nearer.
    hint: See `broadsheet explain 2501.00001`; if it is wrong, add a phrase that names its subject \
to a rule, or set its topics in content/curation/papers.yml.
content/curation/tags.yml:3:13: shadowed-alias: The one alias of the tag Benchmark finds nothing \
that its name or a shorter alias does not find.
    `benchmarks` (line 3)
    hint: Delete them, unless readers should see them as other words for the tag.
3 pieces of advice: 1 paper-without-topic, 1 paper-below-threshold, 1 shadowed-alias.
"""


def test_advice_is_no_failure(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["audit", "--site", str(site)]) == 0
    assert capsys.readouterr().out == _ALL


def test_advice_is_1_with_strict(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["audit", "--site", str(site), "--strict"]) == 1
    assert capsys.readouterr().out == _ALL
    assert run(["audit", "--site", str(site), "--strict", "--only", "similar-tags"]) == 0
    assert capsys.readouterr().out == "There is nothing to advise.\n"


def test_subjects_can_be_chosen(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    only = ["--only", "shadowed-alias", "--only", "papers-alike"]
    assert run(["audit", "--site", str(site), *only]) == 0
    said = capsys.readouterr().out
    assert said.startswith("content/curation/tags.yml:3:13: shadowed-alias: ")
    assert said.endswith("1 piece of advice: 1 shadowed-alias.\n")
    assert run(["audit", "--site", str(site), "--only", "shadows"]) == 2
    assert "'shadows' is not one of 'missing-paper'" in capsys.readouterr().err


def test_json_is_plain_ascii_and_has_every_item(
    site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["audit", "--site", str(site), "--format", "json"]) == 0
    said = capsys.readouterr().out
    assert said.isascii()
    first, _, last = json.loads(said)["advice"]
    assert (first["subject"], first["file"], first["line"], first["column"]) == (
        "paper-without-topic",
        "content/digests/2025/2025-01-07.txt",
        11,
        1,
    )
    assert last["items"] == [{"text": "benchmarks", "place": "content/curation/tags.yml:3:13"}]


def test_a_missing_paper_gets_advice_beside_the_error(
    site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (site / "content/curation/papers.yml").write_text("- {paper: harbor lihgts, pick: true}\n")
    assert run(["audit", "--site", str(site), "--only", "missing-paper"]) == 0
    captured = capsys.readouterr()
    assert captured.out.startswith(
        "content/curation/papers.yml:1:11: missing-paper: No paper is called “harbor lihgts”.\n"
    )
    assert "hint: Near to it come “Harbour Lights: Counting Lamps along a Quay” (`2501.00001`)" in (
        captured.out
    )
    assert captured.err == "The content has 1 error: see broadsheet check.\n"


def test_what_is_to_be_copied_begins_its_lines(
    site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with (site / "content/metadata/facts.jsonl").open("a") as facts:
        facts.write(
            '{"title": "Slow Rivers: What Happens to a Current That Is Measured Twice", '
            '"authors": ["Ada B. Pier"]}\n'
        )
    assert run(["audit", "--site", str(site), "--only", "authors-alike"]) == 0
    said = capsys.readouterr().out
    assert '\n- name: "Ada B. Pier"\n  names: ["Ada Pier"]\n' in said


def test_help_explains_every_subject(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["audit", "--help"]) == 0
    said = capsys.readouterr().out
    for subject in Subject:
        assert f"{subject} " in said
        assert subject.about in said


def test_the_real_content_is_audited(site_root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["audit", "--site", str(site_root)]) == 0
    assert " pieces of advice: " in capsys.readouterr().out.splitlines()[-1]
