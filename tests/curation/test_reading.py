"""Reading curation from disk."""

from pathlib import Path

import pytest

from generator.curation.reading import read_curation
from generator.diagnostics import Code, Place
from tests.curation.writing import write_files

BOATS = """\
- id: boats
  name: Boats
  description: What floats.
  family: Water
  hue: 3
  form: 2
  rule:
    threshold: 2
    phrases:
      - any: [boat, ship]
        title: 2
        abstract: 1
- id: tides
  name: Tides
  description: >-
    What comes
    and goes.
  family: Water
  hue: 3
  form: 1
"""
TAGS = """\
- id: wooden
  name: wooden boat
  aliases: [timber boat]
  description: Of wood.
- id: ash
  name: ash
  rule:
    threshold: 1
    phrases:
      - any: [ash wood]
        title: 1
"""


def test_topics_are_read_in_their_order(tmp_path: Path) -> None:
    write_files(tmp_path, {"topics.yml": BOATS})
    curation, findings = read_curation(tmp_path, root=tmp_path)
    assert findings == ()
    boats, tides = curation.topics
    assert (boats.id, boats.name, boats.family, boats.hue, boats.form) == (
        "boats",
        "Boats",
        "Water",
        3,
        2,
    )
    assert boats.place == Place(file="topics.yml", line=1, column=7)
    assert tides.description == "What comes and goes."
    assert set(curation.topic_rules) == {"boats"}
    phrase, _ = curation.topic_phrases[boats.id]
    assert (phrase.text, phrase.title, phrase.abstract) == ("boat", 2, 1)
    assert phrase.place == Place(file="topics.yml", line=10, column=15)


def test_a_tag_without_a_rule_is_looked_for_by_its_words(tmp_path: Path) -> None:
    write_files(tmp_path, {"tags.yml": TAGS})
    curation, findings = read_curation(tmp_path, root=tmp_path)
    assert findings == ()
    wooden, ash = curation.tags
    assert wooden.aliases == ("timber boat",)
    assert wooden.description == "Of wood."
    assert ash.description == ""
    assert curation.tag_rules[wooden.id].phrases[0].any == ("wooden boat", "timber boat")
    assert [p.place.line for p in curation.tag_phrases[wooden.id]] == [2, 3]
    assert curation.tag_rules[ash.id].phrases[0].any == ("ash wood",)
    assert [p.place.line for p in curation.tag_phrases[ash.id]] == [10]


def test_what_is_said_of_papers_is_read_with_its_places(tmp_path: Path) -> None:
    write_files(
        tmp_path,
        {
            "topics.yml": BOATS,
            "papers.yml": """\
- paper: 2401.10
  pick: true
  note: |
    Two

    paragraphs.
  title: A  cafe\u0301
  authors: [Ada Breeze]
  links: [{label: Talk, url: "https://kites.example/talk"}]
  topics:
    set: []
  slug: new-one
- paper: x
  merge_into: 2401.2
""",
        },
    )
    curation, findings = read_curation(tmp_path, root=tmp_path)
    assert findings == ()
    first, second = curation.edits
    assert first.paper.text == "2401.10"
    assert first.paper.place == Place(file="papers.yml", line=1, column=10)
    assert first.note == "Two\n\nparagraphs."
    assert first.title == "A caf\u00e9"
    assert first.authors == ("Ada Breeze",)
    assert first.links[0].label == "Talk"
    assert first.topics is not None
    assert first.topics.set == ()
    assert first.topics.place.line == 10
    assert first.tags is None
    assert first.slug is not None
    assert second.merge_into is not None
    assert (second.merge_into.text, second.merge_into.place.line) == ("2401.2", 14)


def test_papers_can_stand_in_a_file_a_month(tmp_path: Path) -> None:
    files = {
        "papers/2025-02.yml": "- paper: b\n  pick: true\n",
        "papers.yml": "- paper: a\n  pick: true\n",
        "papers/2025-01.yml": "- paper: c\n  pick: true\n",
        ".draft.yml": "broken: [",
        "papers/.hidden/x.yml": "broken: [",
        "notes.txt": "not YAML",
    }
    write_files(tmp_path, files)
    curation, findings = read_curation(tmp_path, root=tmp_path)
    assert findings == ()
    assert [edit.paper.text for edit in curation.edits] == ["a", "c", "b"]


def test_a_file_can_be_read_as_if_it_held_something_else(tmp_path: Path) -> None:
    write_files(tmp_path, {"papers.yml": "- paper: a\n  pick: true\n"})
    instead = {
        tmp_path / "papers.yml": b"- paper: b\n  pick: true\n",
        tmp_path / "papers/2025-01.yml": b"- paper: c\n  pik: true\n",
        tmp_path / "paper.yml": b"- paper: d\n",
    }
    curation, findings = read_curation(tmp_path, root=tmp_path, instead=instead)
    assert [edit.paper.text for edit in curation.edits] == ["b", "c"]
    assert [(str(f.code), f.place.file) for f in findings] == [
        ("unknown-file", "paper.yml"),
        ("unknown-key", "papers/2025-01.yml"),
    ]
    assert (tmp_path / "papers.yml").read_text() == "- paper: a\n  pick: true\n"
    assert not (tmp_path / "papers").exists()


def test_links_are_not_followed(tmp_path: Path) -> None:
    write_files(tmp_path, {"elsewhere/papers.yml": "- paper: a\n  pick: true\n"})
    (tmp_path / "curation").mkdir()
    (tmp_path / "curation/papers.yml").symlink_to(tmp_path / "elsewhere/papers.yml")
    (tmp_path / "curation/papers").symlink_to(tmp_path / "elsewhere")
    curation, findings = read_curation(tmp_path / "curation", root=tmp_path)
    assert curation.edits == ()
    assert [(f.code, f.place.file) for f in findings] == [
        (Code.UNKNOWN_FILE, "curation/papers"),
        (Code.UNKNOWN_FILE, "curation/papers.yml"),
    ]


def test_places_are_told_from_the_root(tmp_path: Path) -> None:
    write_files(tmp_path, {"content/curation/papers.yml": "- pick: true\n"})
    _, (finding,) = read_curation(tmp_path / "content/curation", root=tmp_path)
    assert str(finding.place) == "content/curation/papers.yml:1:3"


def test_a_site_without_curation_has_none(tmp_path: Path) -> None:
    curation, findings = read_curation(tmp_path / "missing", root=tmp_path)
    assert findings == ()
    assert curation.topics == curation.tags == curation.edits == curation.collections == ()


@pytest.mark.parametrize("topics", ["", "- id: boats\n  name: B: b\n", "- &a id: boats\n"])
def test_ids_are_not_called_unknown_where_their_file_is_broken(tmp_path: Path, topics: str) -> None:
    files = {"papers.yml": "- paper: a\n  topics: {add: [boats]}\n"}
    write_files(tmp_path, {"topics.yml": topics, **files} if topics else files)
    _, findings = read_curation(tmp_path, root=tmp_path)
    said = {str(f.code) for f in findings if f.place.file == "papers.yml"}
    assert said == (set() if topics else {"unknown-topic"})


def test_an_id_whose_entry_has_a_mistake_is_known(tmp_path: Path) -> None:
    broken = BOATS.replace("hue: 3", "hue: 99")
    write_files(
        tmp_path,
        {"topics.yml": broken, "papers.yml": "- paper: a\n  topics: {add: [boats, tides]}\n"},
    )
    _, findings = read_curation(tmp_path, root=tmp_path)
    assert {f.place.file for f in findings} == {"topics.yml"}


def test_the_curation_of_this_site_has_no_mistake(site_root: Path) -> None:
    curation, findings = read_curation(site_root / "content/curation", root=site_root)
    assert findings == ()
    assert sum(edit.pick for edit in curation.edits) >= 10
    assert all(edit.note for edit in curation.edits if edit.pick)
