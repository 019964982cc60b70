"""Damaged copies are refused or asked about, wherever the damage can be seen."""

import csv
import io
import json
import random
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from generator.desk.arrivals.signs import find_signs, find_signs_of_day
from generator.desk.arrivals.understanding import Understanding
from tests.cli.add_pages import answer, make_papers, page
from tests.desk.arrivals.damage import DAMAGES, spoil
from tests.desk.arrivals.oracle import find_untrue, read, shows_more, tell
from tests.desk.arrivals.others import OTHERS
from tests.desk.arrivals.swaps import (
    FIELDS,
    TRACELESS_IN_FEW,
    shift_abstracts,
    swap_keys,
    swap_texts,
)
from tests.sources.golden import cases

PAPERS = [(title, f"Über Häfen. {abstract}") for title, abstract in make_papers(8)]
TRACELESS = {"lose_the_middle", "a line lost", "a line doubled", "two lines exchanged"}
"""Damage after which a text may read on as if nothing had happened. Nobody can always tell it."""
UNTOLD = {
    ("markdown-list.md", "shuffled lines"),  # a sentence below another entry is its abstract
    ("awesome_3dgs_papers.first12.yaml", "cut_every_line"),  # one line alone was that long
}
FEW = 5
"""Papers of which each sees that a field is another's in most, though in none for sure."""


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


def is_told(understanding: Understanding) -> bool:
    """Whether a person hears of it before anything is written."""
    return bool(understanding.refusals or find_signs(understanding.digest, understanding.text))


@pytest.mark.parametrize("write", FORMATS)
def test_what_is_whole_shows_no_sign(write: Callable[[], str]) -> None:
    whole = read(write().encode())
    assert len(whole.digest.entries) == len(PAPERS)
    assert not is_told(whole), find_signs(whole.digest, whole.text)


def find_silently_wrong(data: bytes, seed: str, day: date | None = None) -> tuple[list[str], int]:
    """Damage a file in every way; give what was taken in silence and untrue, and the number."""
    whole = read(data)
    entries = whole.digest.entries
    told_before = "\n".join(tell(whole, day))
    copies = list(spoil(data, seed, (*DAMAGES, *FIELDS)))
    for exchange in (swap_texts, shift_abstracts):
        copy = exchange(data, entries, random.Random(seed))  # noqa: S311  # the same each time
        if copy and copy != data:
            copies.append((exchange.__name__, copy))
    wrong = []
    for name, copy in copies:
        found = read(copy)
        if tell(found, day) or shows_more(found, whole):
            continue
        # What was misread before may be put right by being misread the other way round.
        mended = "misread" in told_before and "misread" not in "\n".join(tell(found, day))
        if find_untrue(found.digest.entries, entries) and not mended:
            wrong.append(name)
    return wrong, len(copies)


def leave_out_traceless(wrong: list[str], papers: int, file: str = "") -> list[str]:
    traceless = TRACELESS | (TRACELESS_IN_FEW if papers < FEW else set())
    return [name for name in wrong if name not in traceless and (file, name) not in UNTOLD]


@pytest.mark.parametrize("write", FORMATS)
def test_no_damaged_copy_says_something_else_in_silence(write: Callable[[], str]) -> None:
    data = write().encode()
    wrong, number = find_silently_wrong(data, "harbour")
    assert leave_out_traceless(wrong, len(PAPERS)) == []
    assert number > 50


WHOLE = [case for case in cases() if case.suffix != ".txt" or case.name.startswith(("b", "p"))]


@pytest.mark.parametrize("case", WHOLE, ids=lambda case: case.name)
def test_nor_does_one_of_any_format(case: Path) -> None:
    data = case.read_bytes()
    whole = read(data)
    wrong, _ = find_silently_wrong(data, "quay")
    assert leave_out_traceless(wrong, len(whole.digest.entries), case.name) == []


def test_what_is_no_list_is_refused_with_its_place() -> None:
    for name, data in spoil(_write_list().encode(), "buoy", OTHERS):
        found = read(data)
        assert found.refusals or tell(found, None), name
        assert all(each.place.file == "list" and each.hint for each in found.refusals), name


@pytest.mark.slow
@pytest.mark.parametrize("seed", ["one", "two"])
def test_no_damaged_copy_of_a_real_file_is_taken_in_silence(shared_dir: Path, seed: str) -> None:
    """Of every real file that is taken at all, in some ninety ways each."""
    wrong: list[str] = []
    for path in sorted((shared_dir / "fixtures").rglob("*.*")):
        whole = read(path.read_bytes())
        if whole.refusals or path.name.startswith(("LICENSE", "SOURCES")):
            continue
        found, _ = find_silently_wrong(path.read_bytes(), f"{seed} {path.name}")
        names = leave_out_traceless(found, len(whole.digest.entries), path.name)
        wrong += (f"{path.name}: {name}" for name in names)
    assert wrong == []


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
        ([("A Quay in Fog", "Fog at Sea")], "1 abstract is shorter than a title"),
        ([("Ada Quay, Bo Hitch", "They wait.")], "1 title is a list of names"),
        ([("quay2031fog", "It is wet.")], "1 title is no title"),
        ([("Erd?s at Sea", "It is wet.")], "question marks stand where letters"),
        ([("Fog &amp; Quays", "It is wet.")], "written as on the web"),
        ([("Fog at the qu\u221a\u00a9", "It is wet.")], "letters were misread"),
        ([("A Quay", "x y " * 30), ("A Pier", "z w " * 30)], "2 abstracts break off"),
    ],
)
def test_each_sign_is_told(records: list[tuple[str, str]], said: str) -> None:
    found = read(json.dumps([{"title": t, "abstract": a} for t, a in records]).encode())
    assert any(said in sign for sign in find_signs(found.digest, found.text))


@pytest.mark.parametrize(
    "words",
    [
        *(
            "Ada Quay, ",
            "Quay, A",
            "A",
            "a.a-",
            "http://",
            "x1234",
            "\u221a\u00a9",
            "?",
            ".)",
            "<p>",
            "--\r",
        ),
        *("Ada. ", "a, ", "](http", "&amp", " ?", "Ada Quay and "),
    ],
)
def test_what_means_harm_is_looked_at_in_its_own_time(words: str) -> None:
    """Nothing here is quadratic; a test that hung would say so by hanging."""
    long = words * (30_000 // len(words))
    for title, abstract in ((long[:590], long), ("A Quay", long), (long[:590] + "x", long + "x\n")):
        tell(read(json.dumps([{"title": title, "abstract": abstract}]).encode()), None)
        tell(read(f"Title: {title}\nAbstract: {abstract}".encode()), None)


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


def test_a_copy_of_a_real_file_is_not_taken_in_silence(shared_dir: Path) -> None:
    """Of one of each kind; `make slow` has all of them."""
    for folder in sorted((shared_dir / "fixtures").iterdir()):
        files = [path for path in folder.glob("*.*") if not path.name.startswith("LICENSE")]
        path = min(files, key=lambda file: (file.stat().st_size, file.name), default=None)
        whole = read(path.read_bytes()) if path else None
        if path and whole and len(whole.data) < 20_000 and not whole.refusals:
            wrong, _ = find_silently_wrong(path.read_bytes(), path.name)
            assert leave_out_traceless(wrong, len(whole.digest.entries), path.name) == [], path
