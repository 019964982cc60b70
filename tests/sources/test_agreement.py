"""Two sources of the same papers say the same, where both speak of it.

What rightly differs: Markdown tables of a day give summaries of their makers' own, and account
names for authors; BibTeX writes LaTeX and capitals of its own, where CSL-JSON has plain text.
Blocks, and text captured from a page, know neither authors nor days, and captures no ids either.
"""

import re
import tarfile
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from pathlib import Path

import pytest

from generator.corpus.text import read_text
from generator.identifiers import title_key
from generator.sources.model import RawEntry, RawFacts
from generator.sources.names import DigestName, parse_digest_name
from generator.sources.registry import parse_digest

Papers = Mapping[str, RawEntry]
NAME = parse_digest_name("undated/x.txt", "x")
FACTS = ("arxiv_id", "doi", "authors", "published", "url", "code_url", "votes")
WEEK = [date(2024, 6, day) for day in (19, 20, 21)]
CAPTURED = [date(2024, 5, 27), date(2024, 11, 4), date(2024, 12, 6)]


def by_id(data: bytes) -> dict[str, RawEntry]:
    return {str(e.facts.arxiv_id): e for e in _entries(data) if e.facts and e.facts.arxiv_id}


def by_title(data: bytes) -> dict[str, RawEntry]:
    return {title_key(entry.title): entry for entry in _entries(data)}


def _entries(data: bytes) -> tuple[RawEntry, ...]:
    assert isinstance(NAME, DigestName)
    return parse_digest(data, NAME, "x").entries


@pytest.fixture(scope="module")
def read_days(shared_dir: Path) -> Callable[..., bytes]:
    (archive,) = (shared_dir / "archive").glob("*.tar.xz")
    wanted = {f"{day}.json" for day in (*WEEK, *CAPTURED, date(2024, 9, 12))}
    with tarfile.open(archive) as files:
        found = {Path(m.name).name: files.extractfile(m) for m in files if wanted & {m.name[-15:]}}
        days = {name: file.read() for name, file in found.items() if file}
    return lambda day: days.get(f"{day}.json", b"")


def find_differences(one: Papers, other: Papers, beside: tuple[str, ...] = ()) -> list[str]:
    """Say where both speak of a paper's fact and differ; `beside` names what rightly does."""
    return [
        f"{key}: {name}: {first!r} / {second!r}"
        for key in one.keys() & other.keys()
        for name, first, second in _compare(one[key], other[key])
        if name not in beside
    ]


def _compare(one: RawEntry, other: RawEntry) -> Iterator[tuple[str, object, object]]:
    said = {"title": (one.title, other.title), "abstract": (one.abstract, other.abstract)}
    pairs: dict[str, tuple[object, object]] = {
        name: tuple(re.sub(r"\s+", " ", text) for text in texts) for name, texts in said.items()
    }
    if one.facts and other.facts:
        pairs |= {name: (_get(one.facts, name), _get(other.facts, name)) for name in FACTS}
    for name, (first, second) in pairs.items():
        if first and second and first != second:
            yield name, first, second


def _get(facts: RawFacts, name: str) -> object:
    return getattr(facts, name)


def test_a_table_of_a_day_and_what_the_api_said_that_day(
    shared_dir: Path, read_days: Callable[..., bytes]
) -> None:
    table = by_id((shared_dir / "fixtures/hf_daily_markdown_tables/2024-09-12.md").read_bytes())
    answer = by_id(read_days(date(2024, 9, 12)))
    assert len(table.keys() & answer.keys()) == len(table) == 13
    assert find_differences(table, answer, ("abstract", "authors")) == []


def test_blocks_of_a_week_and_what_the_api_said_in_it(
    shared_dir: Path, read_days: Callable[..., bytes]
) -> None:
    file = shared_dir / "fixtures/hf_weekly_text_dump/paper_metadata_2024-06-21.txt"
    blocks = by_id(file.read_bytes())
    answers: dict[str, RawEntry] = {}
    for day in WEEK:
        answers |= by_id(read_days(day))
    assert len(blocks.keys() & answers.keys()) > 30
    assert find_differences(blocks, answers) == []


def test_text_captured_from_a_page_and_what_the_api_said(
    site_root: Path, read_days: Callable[..., bytes]
) -> None:
    captured: dict[str, RawEntry] = {}
    for file in (site_root / "content/digests").rglob("*.txt"):
        captured |= by_title(file.read_bytes())
    for day in CAPTURED:
        answer = by_title(read_days(day))
        assert captured.keys() & answer.keys()
        assert find_differences(captured, answer) == []


def test_two_exports_of_one_library(shared_dir: Path) -> None:
    pairs = [
        (path, path.with_suffix(".biblatex"))
        for path in (shared_dir / "fixtures/zotero_bibtex").glob("*.json")
    ]
    assert pairs
    for plain, latex in pairs:
        first, second = by_title(plain.read_bytes()), by_title(latex.read_bytes())
        assert first.keys() == second.keys()
        assert find_differences(first, second, ("title", "abstract")) == []
        for key, entry in first.items():
            titles = [read_text(e.title).clean.casefold() for e in (entry, second[key])]
            assert titles[0] == titles[1]


def test_an_answer_of_arxiv_and_the_same_kept_as_json(shared_dir: Path) -> None:
    for body in sorted((shared_dir / "fixtures/arxiv_api_atom").glob("*.body.xml")):
        kept = body.with_name(body.name.replace(".body.xml", ".json"))
        if kept.exists():
            first, second = by_id(body.read_bytes()), by_id(kept.read_bytes())
            assert first.keys() == second.keys()
            assert find_differences(first, second) == []
