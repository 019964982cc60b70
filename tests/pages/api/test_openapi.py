"""The description of the data: it is valid, it names every file, and every file is what it says."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator, FormatChecker
from openapi_spec_validator import validate

from generator.pages.plan import Plan
from tests.pages.plans import plan
from tests.pages.world import curate, small_world

PLAN = plan(small_world())
Node = dict[str, Any]


def description(planned: Plan = PLAN) -> Node:
    (file,) = (file for file in planned.files if file.path == "api/v1/openapi.json")
    found: Node = json.loads(file.content)
    return found


def describing(path: str) -> str:
    """Give the path of the description that stands for a file, and see that there is one alone."""
    fitting = [
        described
        for described in description()["paths"]
        if re.fullmatch(re.sub(r"\\{\w+\\}", "[a-z0-9-]+", re.escape(described)), f"/{path}")
    ]
    assert len(fitting) == 1, (path, fitting)
    return fitting[0]


def media_of(described: str) -> tuple[str, Node]:
    answers = description()["paths"][described]["get"]["responses"]["200"]["content"]
    ((media, content),) = answers.items()
    return media, content


def data_of(planned: Plan) -> dict[str, bytes]:
    files = (*planned.files, *planned.attachments)
    found = (file for file in files if file.path.startswith("api/v1/"))
    return {file.path.removeprefix("api/v1/"): file.data for file in found}


def test_the_description_is_one() -> None:
    validate(description())


def test_an_operation_has_a_name_of_its_own_and_words() -> None:
    operations = [path["get"] for path in description()["paths"].values()]
    names = [operation["operationId"] for operation in operations]
    assert len(set(names)) == len(names) > 10
    assert all(operation["summary"] and operation["description"] for operation in operations)


@pytest.mark.parametrize("world", [small_world, curate])
def test_every_file_is_described_and_is_what_is_said(world: Any) -> None:
    found = data_of(plan(world()))
    assert len(found) > 20
    seen = set()
    for path, data in found.items():
        described = describing(path)
        seen.add(described)
        media, content = media_of(described)
        if "schema" in content:
            assert media == "application/json"
            schema = content["schema"] | {"components": description()["components"]}
            errors = Draft202012Validator(schema, format_checker=FormatChecker()).iter_errors(
                json.loads(data)
            )
            assert [error.message for error in errors] == [], path
    papers = world is small_world
    assert set(description()["paths"]) - seen == (set() if papers else {"/papers/{paper}.json"})


def test_the_description_is_the_same_of_every_site() -> None:
    assert description() == description(plan(curate()))


def test_every_published_file_is_described(real_site: Path) -> None:
    folder = real_site / "build/site/api/v1"
    paths = [path for path in folder.rglob("*") if path.is_file()]
    assert len(paths) > 500
    described = {describing(path.relative_to(folder).as_posix()) for path in paths}
    assert described == set(description()["paths"])
