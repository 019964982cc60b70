"""The papers of a real archive under other titles and versions: they stay one by their ids."""

import io
import json
import tarfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from generator.corpus.assembly import assemble_corpus
from generator.corpus.model import Corpus
from generator.sources.digests import read_digests
from tests.conftest import ROOT

ARCHIVE = ROOT.parent / "shared/archive"
_DAYS, _PAPERS = 3, 24
RETITLINGS: tuple[Callable[[str], str], ...] = (
    str.upper,
    lambda title: f"{title} [v2]",
    lambda title: f"Extended version: {title}",
    lambda title: title.partition(":")[0] + ", Revisited",
    lambda title: title.replace(" ", "  ") + ".",
    lambda title: " ".join(reversed(title.split())),
)
ID_FORMS = (
    "{}",
    "{}v1",
    "{}v2",
    "arXiv:{}v11",
    "https://arxiv.org/abs/{}v3",
    "https://arxiv.org/pdf/{}",
)


@pytest.fixture(scope="module")
def days() -> list[tuple[str, list[dict[str, Any]]]]:
    """Give some days of the archive: the name of the file and what the API answered."""
    if not ARCHIVE.is_dir():
        pytest.skip("there is no ../shared/archive")
    (packed,) = ARCHIVE.glob("*.tar.xz")
    found = []
    with tarfile.open(packed) as tar:
        for member in tar:
            file = tar.extractfile(member) if member.isfile() else None
            answer = json.load(io.TextIOWrapper(file, "utf-8")) if file else []
            if answer and all(isinstance(item, dict) for item in answer):
                found.append((Path(member.name).name, answer))
            if len(found) == _DAYS:
                break
    return found


def read(folder: Path) -> Corpus:
    digests, findings = read_digests(folder, root=folder)
    assert not findings
    return assemble_corpus(digests, ())


def write(folder: Path, name: str, answer: list[dict[str, Any]]) -> None:
    path = folder / name[:4] / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(answer), encoding="utf-8")


def test_papers_under_other_titles_and_versions_are_one_by_their_id(
    days: list[tuple[str, list[dict[str, Any]]]], tmp_path: Path
) -> None:
    for name, answer in days:
        write(tmp_path, name, answer)
    before = read(tmp_path)
    items = {item["paper"]["id"]: item for _, answer in days for item in answer}
    again, titles = [], {}
    for number, (arxiv_id, item) in enumerate(list(items.items())[:_PAPERS]):
        titles[arxiv_id] = RETITLINGS[number % len(RETITLINGS)](item["title"])
        id_ = ID_FORMS[number // 2 % len(ID_FORMS)].format(arxiv_id)
        paper = item["paper"] | {"title": titles[arxiv_id], "id": id_}
        again.append(item | {"title": titles[arxiv_id], "paper": paper})
    assert len(again) == _PAPERS
    write(tmp_path, "2030-01-02.json", again)
    after = read(tmp_path)
    assert list(after.papers) == list(before.papers), "no paper came, none went, no address moved"
    for paper in after.papers.values():
        retitled = titles.get(paper.arxiv_id or "")
        assert len(paper.appearances) == 1 + bool(retitled)
        if retitled:
            assert paper.appearances[-1].title.raw.split() == retitled.split()
            assert paper.title == before.papers[paper.id].title
    assert not after.shared_slugs
