"""docs/diagnostics.md: a section a code, whose examples are what they say."""

import re
from pathlib import Path

import pytest

from generator.curation.application import apply_curation
from generator.curation.reading import read_curation
from generator.diagnostics import Code, Severity
from tests.curation.world import harbour_world
from tests.curation.writing import write_files

_SECTION = re.compile(r"(?ms)^### `(?P<code>[a-z0-9-]+)`\n(?P<text>.*?)(?=^##|\Z)")
_EXAMPLE = re.compile(r'(?ms)^```\S+(?: title="(?P<file>[^"]+)")?\n(?P<text>.*?)^```')
DOCUMENT = Path(__file__).parent.parent / "docs/diagnostics.md"
SECTIONS = {
    found["code"]: found["text"]
    for found in _SECTION.finditer(DOCUMENT.read_text(encoding="utf-8"))
}
TRIED = sorted(code for code, text in SECTIONS.items() if "```yaml" in text)
AROUND = {
    "topics.yml": "- {id: boats, name: Boats, description: D., family: F, hue: 1, form: 1}\n",
    "tags.yml": "- {id: wooden, name: wooden boat}\n",
}


def test_every_code_has_its_section_and_every_section_a_code() -> None:
    assert sorted(SECTIONS) == sorted(Code)


@pytest.mark.parametrize("code", sorted(SECTIONS))
def test_a_section_gives_severity_and_both_examples(code: str) -> None:
    text = SECTIONS[code]
    severity = "Error" if Code(code).severity is Severity.ERROR else "Warning"
    assert text.strip().startswith(f"{severity}. ")
    assert re.findall(r"^(Wrong|Right):$", text, re.MULTILINE) == ["Wrong", "Right"]
    wrong, right = _EXAMPLE.finditer(text)
    assert wrong["text"] != right["text"]


@pytest.mark.parametrize("code", TRIED)
def test_the_examples_of_curation_are_wrong_and_right(code: str, tmp_path: Path) -> None:
    wrong, right = _EXAMPLE.finditer(SECTIONS[code])
    told = []
    for name, example in (("wrong", wrong), ("right", right)):
        write_files(tmp_path / name, {**AROUND, example["file"]: example["text"]})
        curation, _ = read_curation(tmp_path / name, root=tmp_path / name)
        curated = apply_curation(curation, harbour_world())
        told.append({str(found.code) for found in curated.diagnostics})
    assert told == [{code}, set()]


def test_most_sections_of_curation_are_tried() -> None:
    assert len(TRIED) > 20
