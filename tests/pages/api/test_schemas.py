"""The data for machines is what its published schemas say: of invented worlds and of the real site.

The schemas let keys be added. The tests do not: what is in the data is described.
"""

import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from posixpath import dirname, normpath
from typing import Any

import pytest
from jsonschema import Draft202012Validator, FormatChecker

from generator.pages.api.schemas import NAMES, plan_schemas
from generator.pages.plan import Plan
from tests.pages.plans import plan
from tests.pages.world import curate, item, seen, small_world

LISTS = tuple(name for name in NAMES if name != "paper")
HOSTILE = "<script>{{ 7*7 }}</script>\u202e\ud800\x00`*_"
Node = dict[str, Any]


def files(planned: Plan) -> dict[str, Node]:
    """Every file of the data that is JSON, those beside the pages too."""
    data = (
        file
        for file in (*planned.files, *planned.attachments)
        if file.path.startswith("api/") and file.path.endswith(".json")
    )
    return {file.path: json.loads(file.data) for file in data}


def published(folder: Path) -> dict[str, Node]:
    return {
        path.relative_to(folder).as_posix(): json.loads(path.read_text(encoding="utf-8"))
        for path in (folder / "api/v1").rglob("*.json")
    }


def closed(schema: Node) -> Node:
    """Give a schema that takes no key of which it says nothing."""
    changed: Node = {
        key: closed(value)
        if isinstance(value, dict)
        else [closed(item) if isinstance(item, dict) else item for item in value]
        if isinstance(value, list)
        else value
        for key, value in schema.items()
    }
    if "properties" in changed and changed.get("type") == "object":
        changed.setdefault("additionalProperties", False)
    return changed


def misfits(found: dict[str, Node], *, path: str) -> list[str]:
    """What of a file does not fit the schema that it names."""
    beside = normpath(f"{dirname(path)}/{found[path]['$schema']}")
    assert found[beside] == SCHEMAS[beside]
    errors = closed_validator(beside).iter_errors(found[path])
    return [f"{error.json_path}: {error.message}" for error in errors]


SCHEMAS: dict[str, Node] = {file.path: json.loads(file.content) for file in plan_schemas()}


@cache
def closed_validator(path: str) -> Draft202012Validator:
    return Draft202012Validator(closed(SCHEMAS[path]), format_checker=FormatChecker())


def data_paths(found: dict[str, Node]) -> list[str]:
    described = ("api/v1/schemas/", "api/v1/openapi.json")
    return sorted(path for path in found if not path.startswith(described))


def one_of_a_list(path: str) -> bool:
    return path.count("/") == 2


def hostile_world() -> Any:
    return curate(
        item(
            "Boats",
            seen("2025-03-11", 1, title=HOSTILE, abstract=HOSTILE, raw=HOSTILE),
            seen("old-letters", 2, title="Boats", abstract=""),
            correction=HOSTILE,
            authors=[HOSTILE],
            code_url="https://x.example/<y>",
            venues=[HOSTILE],
            note=HOSTILE,
        ),
    )


WORLDS = {"empty": curate, "small": small_world, "hostile": hostile_world}


@pytest.mark.parametrize("world", WORLDS)
def test_every_file_fits_the_schema_beside_it(world: str) -> None:
    found = files(plan(WORLDS[world]()))
    paths = data_paths(found)
    assert list(filter(one_of_a_list, paths)) == sorted(f"api/v1/{name}.json" for name in LISTS)
    assert {path: misfits(found, path=path) for path in paths} == {path: [] for path in paths}


def test_the_real_site_fits_its_schemas(real_site: Path) -> None:
    found = published(real_site / "build/site")
    assert set(data_paths(found)) > {f"api/v1/{name}.json" for name in LISTS}
    assert len(found["api/v1/papers.json"]["papers"]) > 500
    assert len(data_paths(found)) > 500
    for path in data_paths(found):
        assert misfits(found, path=path) == []


@pytest.mark.parametrize("name", NAMES)
def test_a_schema_is_one_and_says_what_each_key_is(name: str) -> None:
    schema = files(plan(curate()))[f"api/v1/schemas/{name}.schema.json"]
    Draft202012Validator.check_schema(schema)
    assert schema["$schema"] == Draft202012Validator.META_SCHEMA["$id"]
    undescribed = [key for key, value in properties(schema) if not value.get("description")]
    assert undescribed == []


def properties(schema: Node) -> Iterator[tuple[str, Node]]:
    for key, value in schema.get("properties", {}).items():
        yield key, value
        yield from properties(value)
    if "items" in schema:
        yield from properties(schema["items"])


def test_a_schema_lets_keys_be_added() -> None:
    found = files(plan(small_world()))
    for name in LISTS:
        data = found[f"api/v1/{name}.json"]
        for record in data[name]:
            record["something_new"] = 1
        schema = found[f"api/v1/schemas/{name}.schema.json"]
        assert Draft202012Validator(schema).is_valid(data)


MAY_BE_ABSENT = {
    *("arxiv", "pdf", "huggingface", "code", "Project"),
    *("votes", "stars", "comments", "submitted_by"),
}


def broken(record: Node) -> Iterator[tuple[str, Node]]:
    """The record without each of its keys, and with a value of another kind for each."""
    for key, value in record.items():
        if key not in MAY_BE_ABSENT:
            yield f"no {key}", {k: v for k, v in record.items() if k != key}
        yield f"another {key}", record | {key: 0.5 if not isinstance(value, float) else "x"}
        inner = value[0] if isinstance(value, list) and value else value
        if isinstance(inner, dict):
            for what, changed in broken(inner):
                new = [changed] if isinstance(value, list) else changed
                yield f"{key}: {what}", record | {key: new}


@pytest.mark.parametrize("name", LISTS)
def test_a_record_that_is_broken_anywhere_fits_no_more(name: str) -> None:
    found = files(plan(small_world()))
    path = f"api/v1/{name}.json"
    record = max(found[path][name], key=lambda record: len(json.dumps(record)))
    tried = dict(broken(record))
    assert len(tried) >= 2 * len(record)
    passed = [
        what
        for what, changed in tried.items()
        if not misfits(found | {path: found[path] | {name: [changed]}}, path=path)
    ]
    assert passed == []


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("id", "Not a slug"),
        ("url", "/papers/kites/"),
        ("url", "https://elsewhere.example/"),
        ("redirects", ["papers/a/", "papers/a/"]),
        ("title", ""),
        ("arxiv_id", "2403.12345v2"),
        ("published", "19 March 2024"),
        ("published", "2024-02-30"),
        ("links", {"code": "javascript:alert(1)"}),
        ("links", {"Talk": "javascript:alert(1)"}),
        ("topics_by_rule", ["a", "b", "c", "d"]),
        ("tags", ["a", "a"]),
        ("appearances", []),
    ],
)
def test_a_value_that_cannot_be_fits_not(key: str, value: object) -> None:
    found = files(plan(small_world()))
    record = found["api/v1/papers.json"]["papers"][0] | {key: value}
    found["api/v1/papers.json"]["papers"] = [record]
    said = misfits(found, path="api/v1/papers.json")
    assert said != []
    assert all(words.startswith(f"$.papers[0].{key}") for words in said)
