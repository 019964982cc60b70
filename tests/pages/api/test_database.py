"""The database: what the JSON says, in tables, and found by words."""

import json
import os
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from hashlib import sha256
from typing import Any

import pytest

from generator.curation.model import CuratedCorpus
from generator.pages.plan import Plan
from tests.conftest import ROOT
from tests.pages.plans import plan
from tests.pages.world import curate, item, seen, small_world

PLAN = plan(small_world())


def database_of(planned: Plan) -> bytes:
    (file,) = (file for file in planned.attachments if file.path == "api/v1/papers.db")
    return file.data


def opened(world: CuratedCorpus) -> sqlite3.Connection:
    database = sqlite3.connect(":memory:")
    database.deserialize(database_of(plan(world)))
    database.row_factory = sqlite3.Row
    return database


@pytest.fixture
def database() -> Iterator[sqlite3.Connection]:
    with closing(opened(small_world())) as database:
        yield database


def rows(database: sqlite3.Connection, query: str, *values: object) -> list[dict[str, Any]]:
    return [dict(row) for row in database.execute(query, values)]


def column(database: sqlite3.Connection, query: str, *values: object) -> list[Any]:
    return [row[0] for row in database.execute(query, values)]


def records(name: str) -> list[dict[str, Any]]:
    (file,) = (file for file in PLAN.files if file.path == f"api/v1/{name}.json")
    found: list[dict[str, Any]] = json.loads(file.content)[name]
    return found


def test_the_file_is_whole_and_holds_nothing_that_is_free(database: sqlite3.Connection) -> None:
    assert column(database, "PRAGMA integrity_check") == ["ok"]
    assert column(database, "PRAGMA foreign_key_check") == []
    assert column(database, "PRAGMA freelist_count") == [0]
    assert column(database, "PRAGMA user_version") == [1]
    database.execute("INSERT INTO papers_fts (papers_fts, rank) VALUES ('integrity-check', 1)")


def test_a_paper_is_what_its_record_says(database: sqlite3.Connection) -> None:
    for record in records("papers"):
        (row,) = rows(database, "SELECT * FROM papers WHERE id = ?", record["id"])
        assert row.pop("authors") == "; ".join(record["authors"])
        assert row == {key: record[key] for key in row}
        of_paper = "WHERE paper = ? ORDER BY position"
        for key, table, name in (
            ("authors", "authors", "name"),
            ("venues", "venues", "venue"),
            ("categories", "categories", "category"),
            ("keywords", "keywords", "keyword"),
            ("media", "media", "url"),
            ("topics", "paper_topics", "topic"),
            ("topics_by_rule", "paper_topics_by_rule", "topic"),
            ("tags", "paper_tags", "tag"),
            ("other_abstracts", "other_abstracts", "abstract"),
        ):
            found = column(database, f"SELECT {name} FROM {table} {of_paper}", record["id"])  # noqa: S608
            assert found == [v["abstract"] if isinstance(v, dict) else v for v in record[key]]
        told = rows(database, f"SELECT * FROM sources {of_paper}", record["id"])  # noqa: S608
        for source, each in zip(told, record["sources"], strict=True):
            lists = {key: "; ".join(each[key]) for key in ("gives", "overruled")}
            known = {key: source[key] for key in each}
            assert known == each | lists
        links = rows(database, "SELECT name, url FROM links WHERE paper = ?", record["id"])
        assert {link["name"]: link["url"] for link in links} == record["links"]
        stood = rows(database, "SELECT * FROM appearances WHERE paper = ?", record["id"])
        assert len(stood) == len(record["appearances"])
        for appearance in stood:
            assert appearance.pop("paper") == record["id"]
            known = {key: value for key, value in appearance.items() if value is not None}
            assert any(known.items() <= each.items() for each in record["appearances"])


@pytest.mark.parametrize("name", ["digests", "topics", "tags", "collections"])
def test_a_list_is_its_records_in_their_order(database: sqlite3.Connection, name: str) -> None:
    found = rows(database, f"SELECT * FROM {name} ORDER BY rowid")  # noqa: S608
    assert len(found) == len(records(name)) > 0
    for row, record in zip(found, records(name), strict=True):
        assert row == {key: record[key] for key in row}


def test_what_records_hold_of_others_is_there(database: sqlite3.Connection) -> None:
    (listed,) = records("collections")
    found = rows(database, "SELECT paper AS id, comment FROM collection_papers ORDER BY position")
    assert found == [{key: each[key] for key in ("id", "comment")} for each in listed["papers"]]
    assert column(database, "SELECT alias FROM tag_aliases") == ["overview"]
    near = sum(len(record["related"]) for record in records("related"))
    assert column(database, "SELECT count(*) FROM related") == [near]
    leads = [(each["id"], to) for each in records("addresses") for to in each["to"] or [None]]
    assert [tuple(row) for row in database.execute("SELECT * FROM addresses")] == leads


def test_nothing_of_a_hidden_paper_is_there_but_its_addresses() -> None:
    assert b"Spam" not in database_of(PLAN)


SEARCH = """
SELECT papers.id FROM papers_fts JOIN papers ON papers.rowid = papers_fts.rowid
WHERE papers_fts MATCH ? ORDER BY rank
"""


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("kite", ["kites-in-strong-wind"]),  # by its stem
        ("squall", ["kites-in-strong-wind"]),  # an author
        ('"strong wind"', ["kites-in-strong-wind"]),
        ("title: keel", ["keel"]),
        ("zeppelin", []),
    ],
)
def test_words_are_found(database: sqlite3.Connection, words: str, found: list[str]) -> None:
    assert column(database, SEARCH, words) == found


def test_a_word_of_a_title_weighs_more_than_one_of_an_abstract() -> None:
    filler = "Many other words about nothing of the kind. " * 3
    world = curate(
        item("Anchors", seen("2025-03-11", 1), abstract=f"Ropes and ropes. {filler}"),
        item("Ropes", seen("2025-03-11", 2), abstract=f"Nothing else. {filler}"),
    )
    with closing(opened(world)) as database:
        assert column(database, SEARCH, "ropes") == ["ropes", "anchors"]


def test_any_text_is_held() -> None:
    hostile = "'); DROP TABLE papers; -- \ud800 \x00 \u202e \U0001f600"
    world = curate(item("Kites", seen("2025-03-11", 1), correction=hostile, note=hostile))
    with closing(opened(world)) as database:
        (row,) = rows(database, "SELECT title, note FROM papers")
    assert row["title"] == row["note"] == hostile.replace("\ud800", "\ufffd")


def test_a_site_without_papers_has_a_database_too() -> None:
    with closing(opened(curate())) as database:
        assert column(database, "SELECT count(*) FROM papers") == [0]
        assert column(database, SEARCH, "kites") == []


def test_another_process_writes_the_same_bytes() -> None:
    """Whatever order hashes give there, and whichever version of the library it would name."""
    program = (
        "from hashlib import sha256; from tests.pages.api.test_database import PLAN, database_of; "
        "print(sha256(database_of(PLAN)).hexdigest())"
    )
    there = subprocess.run(
        [sys.executable, "-c", program],
        cwd=ROOT,
        env=os.environ | {"PYTHONHASHSEED": "7"},
        capture_output=True,
        text=True,
        check=True,
    )
    assert there.stdout.strip() == sha256(database_of(PLAN)).hexdigest()
    assert database_of(PLAN)[96:100] == bytes(4)
