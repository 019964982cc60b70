"""What one build keeps for the next one, and that it is never more than a help."""

import json
from pathlib import Path

import pytest

from generator.output import memory
from generator.output.memory import read_relations, write_relations
from generator.relations.model import Relations
from generator.relations.relating import relate_papers
from tests.relations.harbour import harbour, kite


@pytest.fixture(scope="module")
def relations() -> Relations:
    return relate_papers(harbour(kite("rising", "2025-03-11"), kite("falling", "2025-03-12")))


def test_what_is_kept_is_read_again_to_the_last_bit(relations: Relations, tmp_path: Path) -> None:
    write_relations(relations, tmp_path / "build/kept.json")
    assert read_relations(tmp_path / "build/kept.json") == relations


def test_the_same_is_not_written_twice(relations: Relations, tmp_path: Path) -> None:
    path = tmp_path / "kept.json"
    write_relations(relations, path)
    before = path.stat().st_mtime_ns
    write_relations(relations, path)
    assert path.stat().st_mtime_ns == before


def test_what_another_program_kept_is_not_used(
    relations: Relations, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_relations(relations, tmp_path / "kept.json")
    monkeypatch.setattr(memory, "_sum_program", lambda: "another")
    assert read_relations(tmp_path / "kept.json") == Relations()


@pytest.mark.parametrize("damage", ["", "{}", "[]", "nonsense", '{"program": 1}', "\x00"])
def test_a_damaged_file_is_none(damage: str, tmp_path: Path) -> None:
    path = tmp_path / "kept.json"
    path.write_text(damage, encoding="utf-8")
    assert read_relations(path) == Relations()
    assert read_relations(tmp_path / "none.json") == Relations()


def test_a_file_with_other_rows_is_none(relations: Relations, tmp_path: Path) -> None:
    path = tmp_path / "kept.json"
    write_relations(relations, path)
    kept = json.loads(path.read_text(encoding="utf-8"))
    kept["rows"] = {"tethered-kites-rising": ["sum"]}
    path.write_text(json.dumps(kept), encoding="utf-8")
    assert read_relations(path) == Relations()
