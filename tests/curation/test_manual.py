"""The curator's manual, followed word for word: every example fits the real content."""

import re
import shutil
from pathlib import Path

import pytest

from generator.corpus.assembly import assemble_corpus
from generator.curation.application import apply_curation
from generator.curation.reading import read_curation
from generator.curation.schema import ENTRY_MODELS, FileKind
from generator.sources.digests import read_digests
from generator.sources.facts import read_facts

_EXAMPLE = re.compile(r'(?ms)^```yaml title="(?P<file>[^"]+)"\n(?P<text>.*?)^```')
_ROW = re.compile(r"(?m)^\| (?P<keys>(?:`[a-z_]+\b[^`|]*`(?:, )?)+) \|")
_KEY = re.compile(r"`([a-z_]+)")
MANUAL = (Path(__file__).parents[2] / "content/README.md").read_text(encoding="utf-8")


def test_every_example_can_be_written_into_its_file(site_root: Path, tmp_path: Path) -> None:
    site = tmp_path / "content"
    for folder in ("curation", "digests", "metadata"):
        shutil.copytree(site_root / "content" / folder, site / folder)
    before, _ = read_curation(site / "curation", root=tmp_path)
    examples = list(_EXAMPLE.finditer(MANUAL))
    for example in examples:
        path = site / "curation" / example["file"]
        path.parent.mkdir(exist_ok=True)
        with path.open("a", encoding="utf-8") as file:
            file.write("\n" + example["text"])
    digests, _ = read_digests(site / "digests", root=tmp_path)
    facts, _ = read_facts(site / "metadata", root=tmp_path)
    curation, _ = read_curation(site / "curation", root=tmp_path)
    curated = apply_curation(curation, assemble_corpus(digests, facts))
    assert [str(found) for found in curated.diagnostics] == []
    written = sum(example["text"].count("- paper: ") for example in examples)
    new_lists = curation.collections[len(before.collections) :]
    listed = sum(len(collection.papers) for collection in new_lists) + len(curation.matches)
    assert len(curation.edits) - len(before.edits) == written - listed > 5
    assert len(curation.topics) == len(before.topics) + 1
    assert len(curation.tags) == len(before.tags) + 1
    assert len(curated.persons) - len(before.authors) == 2


@pytest.mark.parametrize(
    ("kind", "heading", "unsaid"),
    [("papers", "Say something about a paper", {"paper"}), ("authors", "Authors", set())],
)
def test_every_key_is_in_the_manual(kind: FileKind, heading: str, unsaid: set[str]) -> None:
    section = re.split("(?m)^## ", MANUAL.partition(f"## {heading}\n")[2])[0]
    keys = {key for row in _ROW.finditer(section) for key in _KEY.findall(row["keys"])}
    assert keys == set(ENTRY_MODELS[kind].model_fields) - unsaid


@pytest.mark.parametrize("kind", sorted(ENTRY_MODELS))
def test_every_kind_of_file_has_an_example(kind: str) -> None:
    files = [example["file"] for example in _EXAMPLE.finditer(MANUAL)]
    assert any(file.startswith(kind) for file in files)


def test_the_manual_shows_a_finding_as_it_is_told() -> None:
    assert "    hint: Did you mean `evaluation`?" in MANUAL
