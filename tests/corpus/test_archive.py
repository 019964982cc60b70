"""Papers, invented and of a real archive, under other titles and versions: one by their ids."""

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


def invent_days() -> list[tuple[str, list[dict[str, Any]]]]:
    """Make days like those of the archive, of papers that nobody wrote."""
    things = ("Kites", "Boats", "Ropes", "Tides", "Gulls", "Lamps", "Walls", "Sails")
    questions = ("What Wind Does to Them", "A Survey", "On Counting Them Twice")
    days = []
    for day, question in enumerate(questions, 1):
        answer = []
        for number, thing in enumerate(things):
            title = f"{thing} of the Harbour: {question}"
            paper = {
                "id": f"250{day}.0{number}17{day}",
                "title": title,
                "summary": f"We look at {thing.lower()} and say of them what there is to say.",
                "authors": [{"name": "Ada Knot"}, {"name": "Hitch, Bo"}],
                "publishedAt": f"2025-0{day}-1{day}T00:00:00.000Z",
            }
            answer.append({"title": title, "paper": paper})
        days.append((f"2025-0{day}-2{day}.json", answer))
    return days


@pytest.fixture(scope="module", params=["invented", "archive"])
def days(request: pytest.FixtureRequest) -> list[tuple[str, list[dict[str, Any]]]]:
    """Give some days, invented or of the archive: the file's name and what the API answered."""
    if request.param == "invented":
        return invent_days()
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
