"""The words in which a schema is written: a text, a number, a list, each with what it means.

Format: https://json-schema.org/draft/2020-12.
"""

from typing import Any

Schema = dict[str, Any]
SLUG = "[a-z0-9]+(?:-[a-z0-9]+)*"
DAY = r"[0-9]{4}/[0-9]{2}/[0-9]{2}/"


def record_of(
    description: str, properties: dict[str, Schema], *, optional: tuple[str, ...] = ()
) -> Schema:
    return {
        "description": description,
        "type": "object",
        "properties": properties,
        "required": [key for key in properties if key not in optional],
    }


def list_of(description: str, items: Schema, **limits: object) -> Schema:
    return {"description": description, "type": "array", "items": items, **limits}


def text(description: str, pattern: str = "", *, nullable: bool = False) -> Schema:
    schema: Schema = {
        "description": description,
        "type": ["string", "null"] if nullable else "string",
    }
    return schema | ({"pattern": f"^(?:{pattern})$"} if pattern else {})


def words(description: str) -> Schema:
    return {"description": description, "type": "string", "minLength": 1}


def day(description: str) -> Schema:
    return text(description, "[0-9]{4}-[0-9]{2}-[0-9]{2}", nullable=True) | {"format": "date"}


def number(description: str, *, least: int = 0, most: int | None = None) -> Schema:
    limits = {"minimum": least} | ({} if most is None else {"maximum": most})
    return {"description": description, "type": "integer", **limits}


def share(description: str) -> Schema:
    return {"description": description, "type": "number", "minimum": 0, "maximum": 1}


def flag(description: str) -> Schema:
    return {"description": description, "type": "boolean"}


def link(description: str) -> Schema:
    return text(description, "https?://.+")


def nothing_or(schema: Schema, description: str) -> Schema:
    return {"description": description, "anyOf": [schema, {"type": "null"}]}


LABEL = text("An id.", SLUG)
