"""Entries as a person would write them: what is written reads back as the same."""

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from generator.curation.documents import parse_document
from generator.desk.entries import Reference, Value, render_entry, write_text

GAMES = """\
- id: games
  hue: 3
  pick: true
  description: >-
    unbroken unbroken unbroken unbroken unbroken unbroken unbroken unbroken unbroken unbroken
    unbroken end
  aliases: [chess, "board, game"]
  rule:
    threshold: 2
    phrases:
      - any: [chess]
        title: 2
      - any: [go]
  note: |-
    First.

    Second.
"""


def read(text: str) -> object:
    document, findings = parse_document(text.encode(), "entry.yml")
    assert [str(finding) for finding in findings] == []
    (entry,) = document.data
    return entry


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("Games", "Games"),
        ("Speech and audio", "Speech and audio"),
        ("Who's there (again)", "Who's there (again)"),
        ("LoRA: low rank", '"LoRA: low rank"'),
        ("C#", '"C#"'),
        ("yes", '"yes"'),
        ("true", '"true"'),
        ("null", '"null"'),
        ("12", '"12"'),
        ("1.5", '"1.5"'),
        ("2025-03-11", '"2025-03-11"'),
        ("*star", '"*star"'),
        ("- dash", '"- dash"'),
        ("@home", '"@home"'),
        ('say "hi"', "'say \"hi\"'"),
        ("back\\slash", "'back\\slash'"),
        ("it's a \\", "'it''s a \\'"),
        ("Ελληνικά", '"Ελληνικά"'),
        ("a, b", "a, b"),
        ("", '""'),
    ],
)
def test_a_text_is_quoted_where_it_has_to_be(text: str, written: str) -> None:
    assert write_text(text) == written
    assert yaml.safe_load(f"- {written}") == [text]


def test_a_text_with_a_comma_is_quoted_in_brackets() -> None:
    assert write_text("a, b", in_brackets=True) == '"a, b"'


def test_an_entry_has_the_form_of_those_around_it() -> None:
    entry: dict[str, Value] = {
        "id": "games",
        "hue": 3,
        "pick": True,
        "description": "unbroken " * 11 + "end",
        "aliases": ["chess", "board, game"],
        "rule": {"threshold": 2, "phrases": [{"any": ["chess"], "title": 2}, {"any": ["go"]}]},
        "note": "First.\n\nSecond.",
    }
    assert render_entry(entry) == GAMES
    assert read(render_entry(entry)) == entry | {
        "aliases": ("chess", "board, game"),
        "rule": {
            "threshold": 2,
            "phrases": ({"any": ("chess",), "title": 2}, {"any": ("go",)}),
        },
    }


def test_a_list_too_long_for_a_line_stands_in_several() -> None:
    names = [f"a rather long alias, number {n}" for n in range(5)]
    written = render_entry({"id": "x", "aliases": names})
    assert "\n    - a rather long alias, number 0\n" in written
    assert read(written) == {"id": "x", "aliases": tuple(names)}


@pytest.mark.parametrize(
    ("name", "line"),
    [
        ("2310.02238", "- paper: 2310.02238  # Kites"),
        ("2403.10000", "- paper: 2403.10000  # Kites"),
        ("hep-th/9901001", "- paper: hep-th/9901001  # Kites"),
        ("kites-in-wind", "- paper: kites-in-wind  # Kites"),
        ("2025-03-11", '- paper: "2025-03-11"  # Kites'),
        ("1234", '- paper: "1234"  # Kites'),
    ],
)
def test_a_paper_has_its_title_beside_it(name: str, line: str) -> None:
    assert render_entry({"paper": Reference(name=name, title="Kites")}) == line + "\n"


def test_a_title_in_a_comment_is_one_short_visible_line() -> None:
    title = "Kites\n- paper: evil\x1b[31m\u202e " + "and more " * 30
    written = render_entry({"paper": Reference(name="kites", title=title), "pick": True})
    first, second, end = written.split("\n")
    assert (second, end) == ("  pick: true", "")
    assert len(first) <= 100
    assert first.isprintable()
    assert read(written) == {"paper": "kites", "pick": True}


_LINE = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Zl", "Zp"]))


@given(_LINE)
def test_any_text_reads_back(text: str) -> None:
    """What no file may hold is refused by the check of what is written, not here."""
    text = " ".join(text.split())
    written = render_entry({"id": "x", "note": text, "aliases": [text, text]})
    document, findings = parse_document(written.encode(), "entry.yml")
    if not findings:
        assert document.data == ({"id": "x", "note": text, "aliases": (text, text)},)


@given(st.lists(_LINE, min_size=2, max_size=4))
def test_any_lines_read_back(lines: list[str]) -> None:
    text = "\n".join(line.rstrip() for line in "\n".join(lines).strip().splitlines())
    document, findings = parse_document(render_entry({"note": text}).encode(), "entry.yml")
    if not findings and "\n" in text:
        assert document.data == ({"note": text},)
