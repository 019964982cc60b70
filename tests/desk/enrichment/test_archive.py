"""The first five digests' 513 titles, held against 2,921 real records that a server gives."""

import json
import shutil
import tarfile
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest

from generator.corpus.model import Paper
from generator.identifiers import title_key
from generator.sources.python_literals import translate_literal
from tests.conftest import ROOT
from tests.desk.enrichment.conftest import Enrich
from tests.desk.enrichment.library import Held, Library
from tests.desk.enrichment.world import read_papers

SLOW = pytest.mark.slow  # 513 questions
ARCHIVE = "archive/hf_daily_papers_2024-05-27_2025-03-31.tar.xz"


def read_archive(path: Path) -> list[Held]:
    held: dict[str, Held] = {}
    with tarfile.open(path) as archive:
        for member in archive:
            file = archive.extractfile(member) if member.isfile() else None
            for item in json.load(file) if file else ():
                whole = json.loads(translate_literal(item) or "") if isinstance(item, str) else item
                paper = hold(whole)
                held.setdefault(paper.id, paper)
    return list(held.values())


def hold(item: dict[str, Any]) -> Held:
    paper = item["paper"]
    return Held(
        id=paper["id"],
        title=item.get("title") or paper["title"],
        abstract=paper["summary"],
        authors=tuple(author["name"] for author in paper["authors"]),
        published=paper["publishedAt"][:10],
        code=paper.get("githubRepo") or "",
    )


@pytest.fixture(scope="module")
def archive(shared_dir: Path) -> Library:
    return Library(*read_archive(shared_dir / ARCHIVE))


def count(
    papers: Iterable[Paper], given: Iterable[dict[str, Any]], titles: frozenset[str]
) -> Counter[str]:
    """Hold what was filled in against what was found of these papers by others."""
    by_key = {title_key(paper.title.raw): paper for paper in papers}
    counts: Counter[str] = Counter()
    for row in given:
        paper = by_key[title_key(row["title"])]
        counts["papers"] += 1
        counts["titles"] += title_key(row["title"]) in titles
        counts["ids filled in"] += bool(paper.arxiv_id)
        counts["ids that are right"] += bool(paper.arxiv_id) and paper.arxiv_id == row["arxiv_id"]
        for name, mine, theirs in (
            ("authors", list(paper.authors.names), row.get("authors")),
            ("days", str(paper.published or ""), row.get("published")),
            ("code", paper.code_url, row.get("code_url")),
        ):
            if mine and theirs:
                counts[f"{name} to compare"] += 1
                counts[f"{name} that differ"] += mine != theirs
    return counts


MANUAL = ROOT / "docs/enriching.md"


def write_counts(counts: Counter[str]) -> str:
    wrong = counts["ids filled in"] - counts["ids that are right"]
    return (
        "| papers | with an exact title in the archive | filled in | doubtful | not found "
        "| wrong |\n"
        "| --: | --: | --: | --: | --: | --: |\n"
        f"| {counts['papers']} | {counts['titles']} | {counts['ids filled in']} | "
        f"{counts['doubtful']} | {counts['not found']} | {wrong} |\n"
    )


@pytest.mark.parametrize(
    "providers",
    [("arxiv",), pytest.param(("hf",), marks=SLOW), pytest.param((), marks=SLOW)],
    ids=["arxiv", "hf", "both"],
)
def test_exact_titles_are_filled_and_nothing_is_invented(
    providers: tuple[str, ...],
    archive: Library,
    enrich: Enrich,
    site: Path,
    site_root: Path,
    shared_dir: Path,
) -> None:
    shutil.rmtree(site / "content/digests")
    shutil.copytree(site_root / "content/digests", site / "content/digests")
    done = enrich(archive, *providers)
    assert done.code == 0, done.err
    lines = (shared_dir / "seeds/metadata.jsonl").read_text(encoding="utf-8").splitlines()
    titles = frozenset(title_key(held.title) for held in archive.papers)
    counts = count(read_papers(site).values(), map(json.loads, lines), titles)
    counts["doubtful"] = done.out.count(": doubtful, ")
    counts["not found"] = counts["papers"] - counts["ids filled in"] - counts["doubtful"]
    assert counts["papers"] == 513
    assert counts["ids filled in"] == counts["titles"] == counts["ids that are right"] > 50
    for name in ("authors", "days", "code"):
        assert counts[f"{name} that differ"] == 0
    assert write_counts(counts) in MANUAL.read_text(encoding="utf-8"), write_counts(counts)
