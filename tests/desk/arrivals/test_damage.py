"""Damaged copies are refused or asked about, wherever the damage can be seen."""

import csv
import io
import json
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from generator.desk.arrivals.parcels import Parcel
from generator.desk.arrivals.signs import find_signs, find_signs_of_day
from generator.desk.arrivals.understanding import Understanding, understand
from tests.cli.add_pages import answer, make_papers, page
from tests.desk.arrivals.damage import is_part, spoil, swap_keys

PAPERS = [(title, f"Über Häfen. {abstract}") for title, abstract in make_papers(8)]
COPIES = 50


def _rows(separator: str) -> str:
    text = io.StringIO()
    table = csv.writer(text, delimiter=separator)
    table.writerow(["title", "url", "abstract"])
    for n, (title, abstract) in enumerate(PAPERS):
        table.writerow([title, f"https://arxiv.org/abs/2501.{9000 + n:05}", abstract])
    return text.getvalue()


def _records() -> list[dict[str, str]]:
    return [
        {"title": title, "abstract": abstract, "url": f"https://arxiv.org/abs/2501.{9000 + n:05}"}
        for n, (title, abstract) in enumerate(PAPERS)
    ]


def _write_page() -> str:
    return page(PAPERS)


def _write_answer() -> str:
    return answer(PAPERS).encode().decode("unicode_escape")


def _write_list() -> str:
    return json.dumps(_records(), indent=1, ensure_ascii=False)


def _write_lines() -> str:
    return "".join(json.dumps(each, ensure_ascii=False) + "\n" for each in _records())


def _write_csv() -> str:
    return _rows(",")


def _write_tsv() -> str:
    return _rows("\t")


FORMATS = [_write_page, _write_answer, _write_list, _write_lines, _write_csv, _write_tsv]


def read(data: bytes) -> Understanding:
    return understand(Parcel(data=data, label="list"))


def is_told(understanding: Understanding) -> bool:
    """Whether a person hears of it before anything is written."""
    return bool(understanding.refusals or find_signs(understanding.digest, understanding.text))


@pytest.mark.parametrize("write", FORMATS)
def test_what_is_whole_shows_no_sign(write: Callable[[], str]) -> None:
    whole = read(write().encode())
    assert len(whole.digest.entries) == len(PAPERS)
    assert not is_told(whole), find_signs(whole.digest, whole.text)


@pytest.mark.parametrize("write", FORMATS)
def test_no_damaged_copy_says_something_else_in_silence(write: Callable[[], str]) -> None:
    data = write().encode()
    whole = read(data)
    told = 0
    for name, damaged in spoil(data, COPIES):
        found = read(damaged)
        told += is_told(found)
        assert is_told(found) or is_part(found.digest.entries, whole.digest.entries), name
    assert told > COPIES * 0.8


@pytest.mark.parametrize(
    ("one", "other"), [("title", "abstract"), ("title", "url"), ("abstract", "url")]
)
@pytest.mark.parametrize("write", FORMATS[2:])
def test_fields_in_each_others_places_are_told(
    one: str, other: str, write: Callable[[], str]
) -> None:
    assert is_told(read(swap_keys(write(), one, other).encode()))


def test_swapped_titles_and_abstracts_of_a_page_are_told() -> None:
    assert is_told(read(page([(abstract, title) for title, abstract in PAPERS]).encode()))


@pytest.mark.parametrize(
    ("records", "said"),
    [
        ([("A Quay", "x" * 90 + "."), ("A Quay", "y" * 90 + ".")], "over 2 different abstracts"),
        ([("A Quay", "x" * 90 + "."), ("A Pier", "x" * 90 + ".")], "2 titles have the same abs"),
        ([("A Quay in Fog", "It’s wet.".encode().decode("cp1252"))], "letters were misread"),
        ([("A Quay in Fog", "It was s\ufffdn.")], "letters were misread"),
        ([("2501.00017", "It is.")], "1 title is no title"),
        ([("A Quay in Fog", "https://quay.example/x")], "1 abstract is no text"),
    ],
)
def test_each_sign_is_told(records: list[tuple[str, str]], said: str) -> None:
    found = read(json.dumps([{"title": t, "abstract": a} for t, a in records]).encode())
    assert any(said in sign for sign in find_signs(found.digest, found.text))


def test_a_day_before_its_papers_and_one_to_come_are_told() -> None:
    digest = read(answer(PAPERS, month="2502").encode()).digest
    today = date(2025, 6, 1)
    assert find_signs_of_day(digest, date(2025, 2, 2), today) == ()
    assert "8 papers are younger" in find_signs_of_day(digest, date(2025, 1, 20), today)[0]
    assert "still to come" in find_signs_of_day(digest, date(2025, 6, 2), today)[0]


def test_real_digests_show_no_sign(site_root: Path) -> None:
    files = sorted((site_root / "content/digests").rglob("2*.*"))
    assert files
    for file in files:
        assert not is_told(read(file.read_bytes())), file


def test_damaged_copies_of_real_files_are_told(shared_dir: Path) -> None:
    """Of answers of an API, which have marks at their ends: all that say something else."""
    files = sorted((shared_dir / "fixtures/hf_daily_papers_api").glob("*.json"))[:3]
    assert files
    for file in files:
        data = file.read_bytes()
        whole = read(data)
        for name, damaged in spoil(data, 18):
            if name.startswith("save_as_latin"):
                continue  # a question mark in place of one letter is a question mark
            found = read(damaged)
            ok = is_told(found) or is_part(found.digest.entries, whole.digest.entries)
            assert ok, f"{file.name} {name}"
