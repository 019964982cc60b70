"""A whole index by the real Pagefind: complete, the same each time, kept as long as it holds."""

import gzip
import json
import os
from pathlib import Path
from typing import Any

import pytest

from generator.diagnostics import Code
from generator.engine.programs import Conversation
from generator.engine.search import index, indexer
from generator.engine.search.folding import fold_key
from generator.engine.search.index import write_search_index
from generator.engine.search.lookup import compute_number
from generator.pages.plan import SearchRecord
from generator.pages.views import MathElement
from tests.engine.search.records import make_record

PAPERS = [
    make_record("s2ft", "S²FT: Sparse, and *quick*", text="It is 2² times as quick as Øre."),
    make_record("kites", "Kites", fields=(("title", "Kites"), ("authors", "Ada Gale; Bo Squall"))),
    make_record("empty", "Empty", text=""),
    make_record("signs", "!", text="… – !"),
    make_record("evil", "</script><b>", text="___PAGEFIND_WEIGHT___9 <i>x</i> \ud800 &amp; \u200b"),
    make_record("chinese", "注意力", text="注意力就是你所需要的"),
]


def write(records: list[SearchRecord], folder: Path, name: str = "site") -> dict[str, bytes]:
    """Write an index; give all its files."""
    found = write_search_index(
        records,
        folder / name,
        kept=folder / "kept",
        environment=[("PATH", os.environ["PATH"])],
        lock=None,
    )
    assert found == ()
    bundle = folder / name / "pagefind"
    files = (path for path in bundle.rglob("*") if path.is_file())
    return {path.relative_to(bundle).as_posix(): path.read_bytes() for path in files}


def fragments(files: dict[str, bytes]) -> dict[str, dict[str, Any]]:
    """What a browser loads for a result, by id."""
    return {
        Path(name).stem.removeprefix("en_"): json.loads(
            gzip.decompress(data).removeprefix(b"pagefind_dcd")
        )
        for name, data in files.items()
        if name.startswith("fragment/")
    }


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    return write(PAPERS, tmp_path_factory.mktemp("index"))


def test_every_paper_is_in_it(files: dict[str, bytes]) -> None:
    urls = {fragment["url"] for fragment in fragments(files).values()}
    assert urls == {paper.url for paper in PAPERS}
    assert json.loads(files["search.json"]) == {"version": 1, "papers": 6, "keys": 1}


def test_it_has_what_a_browser_needs_and_no_more(files: dict[str, bytes]) -> None:
    beside = {name for name in files if "/" not in name and not name.endswith(".pf_meta")}
    assert beside == {
        "pagefind-entry.json",
        "pagefind-worker.js",
        "pagefind.js",
        "papers.json",
        "search.json",
        "wasm.en.pagefind",
        "words.json",
    }
    assert {name.split("/")[0] for name in files if "/" in name} == {"fragment", "index", "keys"}


def test_a_paper_is_shown_as_it_is_and_found_as_it_is_typed(files: dict[str, bytes]) -> None:
    (s2ft,) = [f for f in fragments(files).values() if f["url"] == "papers/s2ft/"]
    assert s2ft["meta"] == {"title": "S²FT: Sparse, and *quick*"}
    shown, typed = s2ft["content"].split(" \u2063 ")
    assert shown == "It is 2² times as quick as Øre."
    assert typed == "22 ore. s2ft:"


def test_formulas_are_beside_the_texts_and_not_searched(
    tmp_path: Path, files: dict[str, bytes]
) -> None:
    letter = MathElement(tag="mi", text="\u2102x", attributes=(("mathvariant", "normal"),))
    placed = (3, 6, (MathElement(tag="math", children=(letter,)),))
    title, text = "On x_i", "All of x_i."
    with_one = make_record("one", title, text=text, formulas=(("title", (placed,)),))
    without = make_record("one", title, text=text)
    (found,) = fragments(write([with_one], tmp_path)).values()
    expected = ["math", [], "", [["mi", [["mathvariant", "normal"]], "\u2102x", []]]]
    assert found.pop("formulas") == {"title": [[3, 6, [expected]]]}
    assert [found] == list(fragments(write([without], tmp_path, "without")).values())
    assert not any("formulas" in fragment for fragment in fragments(files).values())
    assert write([with_one], tmp_path / "again") == write([with_one], tmp_path, "copy")


def test_table_and_keys_name_the_papers_of_the_index(files: dict[str, bytes]) -> None:
    held = fragments(files)
    ids = json.loads(files["papers.json"])["ids"].split()
    assert sorted(ids) == sorted(held)
    keys = {int(number, 36): ids for number, ids in json.loads(files["keys/0.json"]).items()}
    for paper in PAPERS:
        if key := fold_key(paper.keys[0]):
            assert held[keys[compute_number(key)]]["url"] == paper.url


def test_the_same_papers_give_the_same_bytes(tmp_path: Path, files: dict[str, bytes]) -> None:
    assert write(PAPERS[::-1], tmp_path) == files


def test_it_is_made_anew_only_where_papers_have_changed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = write(PAPERS[:2], tmp_path)
    with monkeypatch.context() as patch:
        patch.setattr(index, "start_indexer", lambda *_, **__: pytest.fail("it was made anew"))
        assert write(PAPERS[:2], tmp_path, "again") == before
    assert write(PAPERS[:1], tmp_path, "fewer") != before
    assert len(list((tmp_path / "kept").iterdir())) == 1


def test_what_a_killed_build_left_does_no_harm(tmp_path: Path) -> None:
    (tmp_path / "kept/draft/fragment").mkdir(parents=True)
    (tmp_path / "kept/draft/fragment/en_0000000.pf_fragment").write_bytes(b"half")
    assert len(fragments(write(PAPERS[:1], tmp_path))) == 1


def test_no_papers_have_no_index(tmp_path: Path) -> None:
    assert write([], tmp_path) == {}


def test_only_the_newest_of_very_many_are_marked_as_recent(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(indexer, "RECENT", 2)
    papers = [make_record(f"p{year}", date=f"{year}-01-01") for year in range(2019, 2024)]
    held = fragments(write(papers, tmp_path)).values()
    marked = {fragment["url"] for fragment in held if fragment["filters"]}
    assert marked == {"papers/p2022/", "papers/p2023/"}
    again = tmp_path / "again"
    assert {*write(papers, again)} == {*write(papers, tmp_path, "copy")}


@pytest.mark.parametrize(
    ("name", "value", "said"),
    [
        ("_MAGIC", b"another", "not in the form that is known here"),
        ("_ARGUMENTS", ("pagefind", "--no-such-option"), "--no-such-option"),
        ("_ARGUMENTS", ("no_such_module",), "No module named no_such_module"),
    ],
)
def test_what_pagefind_cannot_do_is_a_finding(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, value: object, said: str
) -> None:
    monkeypatch.setattr(indexer, name, value)
    (found,) = write_search_index(
        PAPERS,
        tmp_path / "site",
        kept=tmp_path / "kept",
        environment=[("PATH", os.environ["PATH"])],
        lock=None,
    )
    assert found.code is Code.ENGINE_ERROR
    assert said in found.message
    assert not (tmp_path / "site").exists()


def test_an_answer_that_is_none_is_a_finding(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Conversation, "ask", lambda *_, **__: b"!!!,")
    monkeypatch.setattr(Conversation, "last_words", lambda _: "")
    (found,) = write_search_index(
        PAPERS,
        tmp_path / "site",
        kept=tmp_path / "kept",
        environment=[("PATH", os.environ["PATH"])],
        lock=None,
    )
    assert "ended without a word" in found.message
