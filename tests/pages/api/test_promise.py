"""`/api/v1/` only grows: whatever was ever promised is still there, of the same type.

`tests/data/api/v1.txt` holds every address, key, table and column that there ever was, a line each.
With UPDATE_GOLDEN=1 new ones are added to it; no run takes one away.
"""

import json
import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from typing import Any

from generator.pages.api.database.tables import SEARCH, TABLES
from generator.pages.plan import Plan
from tests.conftest import ROOT
from tests.pages.plans import plan
from tests.pages.world import small_world

PROMISED = ROOT / "tests/data/api/v1.txt"
Node = dict[str, Any]


def offered(planned: Plan) -> set[str]:
    """Give a line for everything that a program may rest on."""
    (openapi,) = (file for file in planned.files if file.path == "api/v1/openapi.json")
    described = json.loads(openapi.content)
    lines = {f"file api/v1{path}" for path in described["paths"]}
    for file in planned.files:
        if file.path.startswith("api/v1/schemas/"):
            schema = json.loads(file.content)
            lines |= {f"key {schema['title']} {key}" for key in list_keys(schema, "")}
    with closing(sqlite3.connect(":memory:")) as database:
        database.executescript(TABLES + SEARCH)
        lines |= {f"column papers.db {column}" for column in list_columns(database)}
    return lines


def list_keys(schema: Node, path: str) -> Iterator[str]:
    """Give every key with the type of its value and whether it is always there."""
    for option in schema.get("anyOf", [schema]):
        required = option.get("required", ())
        for key, value in option.get("properties", {}).items():
            here = f"{path}.{key}" if path else key
            yield f"{here} {say_type(value)}{'' if key in required else ', or none'}"
            yield from list_keys(value, here)
        if "items" in option:
            yield from list_keys(option["items"], f"{path}[]")


def say_type(schema: Node) -> str:
    if "const" in schema:
        return f"is {schema['const']}"
    if "anyOf" in schema:
        return " or ".join(map(say_type, schema["anyOf"]))
    kinds = schema["type"]
    said = kinds if isinstance(kinds, str) else " or ".join(kinds)
    return f"array of {say_type(schema['items'])}" if said == "array" else said


def list_columns(database: sqlite3.Connection) -> Iterator[str]:
    tables = [row[0] for row in database.execute("SELECT name FROM sqlite_schema ORDER BY name")]
    for table in tables:
        for _, name, kind, required, _, _ in database.execute(f"PRAGMA table_info ('{table}')"):
            if not table.startswith(("papers_fts_", "sqlite_")):
                nullable = "" if required or not kind else " or NULL"
                yield f"{table}.{name} {kind or 'TEXT'}{nullable}"


def test_nothing_that_was_promised_is_gone_or_is_of_another_type() -> None:
    promised = set(PROMISED.read_text(encoding="utf-8").splitlines())
    assert promised - offered(plan(small_world())) == set()


def test_what_is_offered_is_promised_from_now_on() -> None:
    known = set(PROMISED.read_text(encoding="utf-8").splitlines()) if PROMISED.exists() else set()
    added = offered(plan(small_world())) - known
    if os.environ.get("UPDATE_GOLDEN") == "1":
        PROMISED.write_text("".join(f"{line}\n" for line in sorted(known | added)), "utf-8")
    else:
        assert added == set(), "run the tests once with UPDATE_GOLDEN=1"
