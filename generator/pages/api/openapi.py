"""The description of the data for programs that read descriptions: `openapi.json`.

Format: https://spec.openapis.org/oas/v3.1.1.html. It is made of the schemas that lie beside the
data, so that neither can say what the other does not.
"""

from collections.abc import Mapping
from typing import Any

from generator.pages.api.resources import HOLES, RESOURCES, Resource
from generator.pages.api.schemas import RECORDS, VERSION, describe_file
from generator.pages.api.schemas.shapes import Schema
from generator.pages.json_text import render_json
from generator.pages.permalinks import API
from generator.pages.plan import PlannedFile

_OPENAPI = "3.1.1"
_ABOUT = (
    "Files that any server gives: no key, no limit, no cookie. What is not known is null, an empty "
    "text or an empty list. Addresses within the data are from the site's root, "
    "without a slash before. Version 1 only grows: a file, a key, a table or a column may be added "
    "any day; none goes, and none changes its meaning."
)

_Node = dict[str, Any]


def plan_description() -> PlannedFile:
    return PlannedFile(path=f"{API}openapi.json", content=render_json(_describe(), indent=2) + "\n")


def _describe() -> _Node:
    return {
        "openapi": _OPENAPI,
        "info": {"title": "Papers", "version": str(VERSION), "description": _ABOUT},
        # From where this file lies, so that it is true on every host.
        "servers": [{"url": "."}],
        "paths": {f"/{resource.path}": _describe_path(resource) for resource in RESOURCES},
        "components": {"schemas": dict(RECORDS)},
    }


def _describe_path(resource: Resource) -> _Node:
    holes = [hole for hole in HOLES if f"{{{hole}}}" in resource.path]
    described: _Node = {
        "get": {
            "operationId": resource.operation,
            "summary": resource.name,
            "description": resource.sentence,
            "responses": {"200": _describe_answer(resource)},
        }
    }
    if holes:
        described["get"]["responses"]["404"] = {"description": "There is none of that name."}
        described["parameters"] = [_describe_hole(hole) for hole in holes]
    return described


def _describe_hole(hole: str) -> _Node:
    return {"name": hole, "in": "path", "required": True, "schema": HOLES[hole]}


def _describe_answer(resource: Resource) -> _Node:
    content: _Node = {}
    if resource.schema:
        content["schema"] = describe_file(resource.schema, _REFERENCES)
    return {"description": resource.name, "content": {resource.media: content}}


_REFERENCES: Mapping[str, Schema] = {
    name: {"$ref": f"#/components/schemas/{name}"} for name in RECORDS
}
