"""The data for machines is what its published schemas say: of invented worlds and of the real site.

The schemas let keys be added. The tests do not: what is in the data is described.
"""

import json
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from typing import Any

import pytest
from jsonschema import Draft202012Validator, FormatChecker

from generator.pages.plan import Plan

from .plans import plan
from .world import curate, item, seen, small_world

NAMES = ("papers", "digests", "topics", "tags", "collections", "addresses", "related", "trends")
HOSTILE = "<script>{{ 7*7 }}</script>\u202e\ud800\x00`*_"
Node = dict[str, Any]


def files(planned: Plan) -> dict[str, Node]:
    data = (file for file in planned.files if file.path.endswith(".json"))
    return {file.path: json.loads(file.content) for file in data}


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
    beside = (PurePosixPath(path).parent / found[path]["$schema"]).as_posix()
    validator = Draft202012Validator(closed(found[beside]), format_checker=FormatChecker())
    return [f"{error.json_path}: {error.message}" for error in validator.iter_errors(found[path])]


def data_paths(found: dict[str, Node]) -> list[str]:
    return sorted(path for path in found if "/schemas/" not in path)


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
    assert data_paths(found) == sorted(f"api/v1/{name}.json" for name in NAMES)
    assert {path: misfits(found, path=path) for path in data_paths(found)} == {
        path: [] for path in data_paths(found)
    }


def test_the_real_site_fits_its_schemas(real_site: Path) -> None:
    found = published(real_site / "build/site")
    assert data_paths(found) == sorted(f"api/v1/{name}.json" for name in NAMES)
    assert len(found["api/v1/papers.json"]["papers"]) > 500
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
    for name in NAMES:
        data = found[f"api/v1/{name}.json"]
        for record in data[name]:
            record["something_new"] = 1
        schema = found[f"api/v1/schemas/{name}.schema.json"]
        assert Draft202012Validator(schema).is_valid(data)


MAY_BE_ABSENT = {"arxiv", "pdf", "huggingface", "code"}


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


@pytest.mark.parametrize("name", NAMES)
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
