"""`broadsheet new`: entries that hold, in the right place, and kind refusals."""

import shutil
from pathlib import Path

import pytest

from generator.cli import run


def new(site: Path, *arguments: str) -> int:
    return run(["new", *arguments, "--site", str(site)])


def curation(site: Path) -> dict[str, str]:
    folder = site / "content/curation"
    files = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_text() for path in sorted(files)}


@pytest.mark.parametrize("name", ["topic", "tag", "note", "collection", "author"])
def test_each_command_teaches(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["new", name, "--help"]) == 0
    said = capsys.readouterr().out
    assert f"Usage: broadsheet new {name} [OPTIONS]" in said
    assert f"Examples:\n    broadsheet new {name}" in said
    assert "--site FOLDER" in said


def test_the_group_lists_its_commands(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["new", "--help"]) == 0
    said = capsys.readouterr().out
    for name in ("topic", "tag", "note", "collection", "author"):
        assert f"\n  {name}  " in said


def test_a_topic_is_added_behind_its_family(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = curation(site)["topics.yml"]
    assert new(site, "topic", "Wind", "--family", "Nature", "--phrase", "gale") == 0
    said = capsys.readouterr().out
    assert said.startswith("Added to content/curation/topics.yml:13\n    - id: wind\n")
    after = curation(site)["topics.yml"]
    lines = after.splitlines()
    assert lines.index("- id: water") < lines.index("- id: wind") < lines.index("- id: machines")
    added = after[after.index("- id: wind") : after.index("- id: machines")]
    assert after.replace(added, "") == before
    assert run(["check", "--site", str(site)]) == 0


def test_a_tag_a_note_and_a_collection_are_added_and_hold(
    site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert new(site, "tag", "Sea wall", "--alias", "quay") == 0
    assert new(site, "note", "slow rivers", "Twice measured: twice slow.") == 0
    assert new(site, "collection", "By the sea", "gulls", "2501.00001") == 0
    files = curation(site)
    assert files["tags.yml"].endswith("\n- id: sea-wall\n  name: Sea wall\n  aliases: [quay]\n")
    assert files["papers.yml"].endswith(
        "\n- paper: slow-rivers-what-happens-to-a-current-that-is-measured-twice"
        "  # Slow Rivers: What Happens to …\n"
        '  note: "Twice measured: twice slow."\n'
    )
    assert files["collections/by-the-sea.yml"].startswith("- id: by-the-sea\n  name: By the sea\n")
    said = capsys.readouterr().out
    assert "Added to content/curation/tags.yml:5\n" in said
    assert "Added to content/curation/papers.yml:5\n" in said
    assert "Added to content/curation/collections/by-the-sea.yml:1\n" in said
    assert run(["check", "--site", str(site), "--strict"]) == 0


def test_an_author_is_added_and_another_of_their_name(site: Path) -> None:
    assert new(site, "author", "A. Pier", "--also", "Ada Pier") == 0
    assert new(site, "author", "Bo Wharf", "--paper", "harbour", "--affiliation", "Sea") == 0
    assert curation(site)["authors.yml"] == (
        "- name: A. Pier\n  names: [Ada Pier]\n\n"
        "- name: Bo Wharf\n  id: bo-wharf-sea\n  affiliation: Sea\n  papers:\n"
        "    - 2501.00001  # Harbour Lights: Counting Lamps along a Quay\n"
    )
    assert run(["check", "--site", str(site), "--strict"]) == 0


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("tag", "benchmarks"), "There is such a tag already, Benchmark, in content/curation/tags"),
        (("topic", "Water", "--family", "Nature"), "There is such a topic already, Water, in "),
        (
            ("note", "2501.00001", "Again."),
            "has an entry already, in content/curation/papers",
        ),
        (("note", "no such", "A note."), "no paper is called “no such”"),
        (("collection", "Both", "2501.00001", "harbour"), "is named twice"),
        (("author", "Ada Peer"), "Did you mean “Ada Pier”?"),
        (("author", "Ada Pier"), "says nothing"),
        (("author", "Ada Pier", "--paper", "harbour"), "give it with --id"),
        (("tag", "Sail", "--id", "A Sail"), "Write `id: a-sail`."),
        (("tag", "**"), "has no letter from a to z and no digit"),
        (("tag", "***", "--id", "stars"), "a phrase needs a letter or a digit"),
        (("note", "slow rivers", "bell\x07"), "This cannot be written: "),
        (("note", "slow rivers", "  "), "`note` is empty"),
    ],
)
def test_what_cannot_be_added_is_told_and_is_2(
    arguments: tuple[str, ...], said: str, site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = curation(site)
    assert new(site, *arguments) == 2
    captured = capsys.readouterr()
    assert said in captured.err
    assert captured.out == ""
    assert curation(site) == before


def test_a_file_with_a_mistake_is_left_alone(
    site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    tags = site / "content/curation/tags.yml"
    tags.write_text("- id: a\n  id: b\n")
    assert new(site, "tag", "Sail") == 2
    assert "content/curation/tags.yml:2:3: `id` stands twice" in capsys.readouterr().err
    assert tags.read_text() == "- id: a\n  id: b\n"


def test_the_real_files_take_entries(site_root: Path, tmp_path: Path) -> None:
    site = tmp_path / "site"
    site.mkdir()
    for part in ("content", "site_templates", "schemas"):
        shutil.copytree(site_root / part, site / part)
    shutil.copy(site_root / "mkdocs.yml", site)
    before = curation(site)
    assert new(site, "topic", "Games", "--family", "Acting") == 0
    assert new(site, "tag", "Chess") == 0
    assert new(site, "note", "2303.18223", "A map of the field, often redrawn.") == 0
    assert new(site, "collection", "Maps", "2303.18223") == 0
    after = curation(site)
    for name, text in before.items():
        lines = iter(after[name].splitlines())
        assert all(line in lines for line in text.splitlines()), name
    assert after["collections/maps.yml"].startswith(
        "# yaml-language-server: $schema=../../../schemas/collections.schema.json\n\n- id: maps\n"
    )
    assert run(["check", "--site", str(site)]) == 0
