"""An entry put into a file: in its place, with every other line as it was."""

import difflib
import textwrap
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.curation.documents import parse_document
from generator.desk.insertion import insert_entry
from generator.desk.refusal import Refusal

ENTRY = "- id: new\n  name: New\n"


def insert(text: str, after: int | None = None) -> str:
    data, line = insert_entry(text.encode(), "tags.yml", ENTRY, after)
    changed = data.decode()
    assert changed.splitlines()[line - 1].lstrip("\ufeff ").startswith("- id: new")
    return changed


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("", None, "- id: new\n  name: New\n"),
        ("# Tags.\n", None, "# Tags.\n\n- id: new\n  name: New\n"),
        ("[]\n", None, "- id: new\n  name: New\n"),
        ("# Tags.\n\n[]\n", None, "# Tags.\n\n- id: new\n  name: New\n"),
        ("- id: a\n", None, "- id: a\n\n- id: new\n  name: New\n"),
        ("- id: a", None, "- id: a\n\n- id: new\n  name: New\n"),
        ("- id: a\n\n", None, "- id: a\n\n- id: new\n  name: New\n"),
        ("- id: a\n- id: b\n", None, "- id: a\n- id: b\n- id: new\n  name: New\n"),
        ("- id: a\n- id: b\n", 0, "- id: a\n- id: new\n  name: New\n- id: b\n"),
        ("- id: a\n\n- id: b\n", None, "- id: a\n\n- id: b\n\n- id: new\n  name: New\n"),
        ("- id: a\n\n- id: b\n", 0, "- id: a\n\n- id: new\n  name: New\n\n- id: b\n"),
        (
            "- id: a # A\n  # of a\n\n# of b\n- id: b\n",
            0,
            "- id: a # A\n  # of a\n\n- id: new\n  name: New\n\n# of b\n- id: b\n",
        ),
        ("- id: a\n# the end\n", None, "- id: a\n# the end\n\n- id: new\n  name: New\n"),
        ("  - id: a\n  - id: b\n", 0, "  - id: a\n  - id: new\n    name: New\n  - id: b\n"),
        ("-\n  id: a\n-\n  id: b\n", 0, "-\n  id: a\n- id: new\n  name: New\n-\n  id: b\n"),
        (
            "- id: a\n  note: |\n    text\n\n    # no comment\n\n- id: b\n",
            0,
            (
                "- id: a\n  note: |\n    text\n\n    # no comment\n\n"
                "- id: new\n  name: New\n\n- id: b\n"
            ),
        ),
        ("- id: a\r\n- id: b\r\n", 0, "- id: a\r\n- id: new\r\n  name: New\r\n- id: b\r\n"),
        ("\ufeff- id: a\n", None, "\ufeff- id: a\n\n- id: new\n  name: New\n"),
    ],
)
def test_an_entry_goes_to_its_place(before: str, after: int | None, expected: str) -> None:
    assert insert(before, after) == expected


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("- id: [a\n", "tags.yml:1:"),
        ("- id: a\n  id: b\n", "tags.yml:2:3: `id` stands twice in this entry"),
        ("- id: a\n\t- id: b\n", "tags.yml:2:1:"),
        ("id: a\n", "tags.yml:1:1:"),
    ],
)
def test_a_file_with_a_mistake_is_left_alone(text: str, said: str) -> None:
    with pytest.raises(Refusal, match="While there is a mistake in the file") as told:
        insert(text)
    assert str(told.value).startswith(said)


@pytest.mark.parametrize(
    "text", ["[{id: a}, {id: b}]\n", "[{id: a},\n {id: b}]\n", "- id: a\n...\n"]
)
def test_a_file_of_another_form_is_left_alone(text: str) -> None:
    with pytest.raises(Refusal, match="Put this in by hand:\n- id: new"):
        insert(text)


def test_an_entry_that_cannot_be_read_is_not_written() -> None:
    with pytest.raises(Refusal, match="This cannot be written: "):
        insert_entry(b"- id: a\n", "tags.yml", "- id: \x07\n")


_COMMENTS = st.sampled_from(["", "\n", "# a comment\n", "\n# another\n\n"])
_ENTRIES = st.sampled_from(
    [
        "- id: a\n",
        "- id: b\n  aliases: [x,\n    y]\n",
        "- id: c\n  note: >-\n    long\n\n    text\n",
    ]
)


@given(st.lists(st.tuples(_COMMENTS, _ENTRIES), min_size=1, max_size=5), _COMMENTS, st.data())
def test_no_other_line_changes(parts: list[tuple[str, str]], end: str, data: st.DataObject) -> None:
    text = "".join(comment + entry for comment, entry in parts) + end
    after = data.draw(st.one_of(st.none(), st.integers(0, len(parts) - 1)))
    changed = insert(text, after)
    added = list(difflib.ndiff(text.splitlines(), changed.splitlines()))
    assert [line for line in added if line.startswith("- ")] == []
    assert {line for line in added if line.startswith("+ ")} <= {
        "+ - id: new",
        "+   name: New",
        "+ ",
    }
    before, _ = parse_document(text.encode(), "tags.yml")
    number = len(parts) if after is None else after + 1
    now, findings = parse_document(changed.encode(), "tags.yml")
    assert findings == ()
    new = {"id": "new", "name": "New"}
    assert now.data == (*before.data[:number], new, *before.data[number:])


@pytest.mark.parametrize("name", ["topics.yml", "tags.yml", "papers.yml"])
def test_real_files_take_an_entry_anywhere(name: str, site_root: Path) -> None:
    data = (site_root / "content/curation" / name).read_bytes()
    document, _ = parse_document(data, name)
    for after in (None, 0, len(document.data) // 2, len(document.data) - 1):
        changed, _ = insert_entry(data, name, ENTRY, after)
        kept = changed.decode().replace(textwrap.dedent(ENTRY), "", 1)
        assert kept.split() == data.decode().split()
