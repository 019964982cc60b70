"""Writing: tried first, whole or not at all, and never over what someone else wrote."""

import stat
from pathlib import Path

import pytest

from generator.curation.reading import read_curation
from generator.desk import Addition, Draft, Refusal, plan_addition, write_addition
from tests.curation.sea import TAGS, TOPICS
from tests.curation.world import harbour_world
from tests.curation.writing import write_files


@pytest.fixture
def root(tmp_path: Path) -> Path:
    write_files(tmp_path / "content/curation", {"topics.yml": TOPICS, "tags.yml": TAGS})
    return tmp_path


def plan(root: Path, text: str, file: str = "tags.yml") -> Addition:
    kind = file.partition("/")[0].removesuffix(".yml")
    draft = Draft(file=file, kind=kind, text=text)
    corpus = harbour_world() if kind in {"papers", "collections"} else None
    return plan_addition(draft, root / "content/curation", root=root, corpus=corpus)


def contents(root: Path) -> dict[str, bytes]:
    return {p.name: p.read_bytes() for p in root.rglob("*") if p.is_file()}


def test_nothing_is_written_before_it_is_asked_for(root: Path) -> None:
    before = contents(root)
    plan(root, "- id: sail\n  name: Sail\n")
    assert contents(root) == before


def test_an_addition_is_written_with_the_modes_of_the_file(root: Path) -> None:
    tags = root / "content/curation/tags.yml"
    tags.chmod(0o640)
    addition = plan(root, "- id: sail\n  name: Sail\n")
    write_addition(addition)
    assert tags.read_text() == TAGS + "- id: sail\n  name: Sail\n"
    assert stat.S_IMODE(tags.stat().st_mode) == 0o640
    assert str(addition.place) == "content/curation/tags.yml:6:1"
    curation, findings = read_curation(root / "content/curation", root=root)
    assert findings == ()
    assert curation.tags[-1].place.line == 6
    assert sorted(p.name for p in tags.parent.iterdir()) == ["tags.yml", "topics.yml"]


@pytest.mark.parametrize("has_schemas", [True, False])
def test_a_file_that_is_begun_names_its_schema_if_there_is_one(
    root: Path, has_schemas: bool
) -> None:
    if has_schemas:
        write_files(root / "schemas", {"collections.schema.json": "{}", "papers.schema.json": "{}"})
    list_ = (
        "- id: to-sea\n  name: To sea\n  description: It is.\n  papers:\n    - paper: 2401.00001\n"
    )
    write_addition(plan(root, list_, "collections/sea.yml"))
    header = "# yaml-language-server: $schema=../../../schemas/collections.schema.json\n\n"
    path = root / "content/curation/collections/sea.yml"
    assert path.read_text() == (header if has_schemas else "") + list_
    note = "- paper: 2401.00001\n  note: It flies.\n"
    write_addition(plan(root, note, "papers.yml"))
    header = "# yaml-language-server: $schema=../../schemas/papers.schema.json\n\n"
    path = root / "content/curation/papers.yml"
    assert path.read_text() == (header if has_schemas else "") + note


@pytest.mark.parametrize(
    ("file", "text", "said"),
    [
        ("tags.yml", "- id: Bad Id\n  name: X\n", "may hold only small letters .* `id: bad-id`"),
        ("tags.yml", "- id: survey\n  name: X\n", "The id `survey` is taken"),
        ("tags.yml", "- id: x\n  name: X\n  aliases: ['**']\n", "a phrase needs a letter"),
        ("papers.yml", "- paper: no such paper\n  pick: true\n", "No paper has the arXiv id"),
        ("papers.yml", "- paper: 2401.00001\n  tags: {add: [srvey]}\n", "Did you mean `survey`"),
        ("notes.yml", "- paper: 2401.00001\n", "not a file that curation knows"),
    ],
)
def test_what_would_be_a_mistake_is_refused(root: Path, file: str, text: str, said: str) -> None:
    before = contents(root)
    with pytest.raises(Refusal, match=said):
        plan(root, text, file)
    assert contents(root) == before


def test_mistakes_that_were_there_before_keep_nobody_from_writing(root: Path) -> None:
    write_files(root / "content/curation", {"papers.yml": "- paper: no such paper\n  pick: true\n"})
    write_addition(plan(root, "- paper: 2401.00001\n  note: It flies.\n", "papers.yml"))
    assert "2401.00001" in (root / "content/curation/papers.yml").read_text()


def test_a_link_is_left_alone(root: Path) -> None:
    tags = root / "content/curation/tags.yml"
    tags.rename(root / "elsewhere.yml")
    tags.symlink_to(root / "elsewhere.yml")
    with pytest.raises(Refusal, match=r"content/curation/tags\.yml is a link"):
        plan(root, "- id: sail\n  name: Sail\n")


@pytest.mark.parametrize("now", [b"- id: other\n  name: Other\n", None])
def test_a_file_that_has_changed_meanwhile_is_left_alone(root: Path, now: bytes | None) -> None:
    addition = plan(root, "- id: sail\n  name: Sail\n")
    if now is None:
        addition.path.unlink()
    else:
        addition.path.write_bytes(now)
    with pytest.raises(Refusal, match="was changed just now"):
        write_addition(addition)
    assert (addition.path.read_bytes() if addition.path.exists() else None) == now


def test_a_failed_write_leaves_the_file_and_nothing_beside_it(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = contents(root)
    addition = plan(root, "- id: sail\n  name: Sail\n")

    def fail(_self: Path, _target: Path) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", fail)
    with pytest.raises(OSError, match="No space left"):
        write_addition(addition)
    assert contents(root) == before
