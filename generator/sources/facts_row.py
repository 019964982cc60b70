"""One line of a metadata file: which keys there are, and what may stand in them.

`schemas/metadata.schema.json`, for those who write such lines, is made of the model.
"""

import json
import re
from datetime import date
from typing import Annotated, Any
from urllib.parse import urlsplit

from pydantic import (
    AfterValidator,
    BaseModel,
    ConfigDict,
    Field,
    ValidationInfo,
    WithJsonSchema,
    field_validator,
)

from generator.identifiers import parse_arxiv_id
from generator.sources.values import read_doi

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_CATEGORY = re.compile(r"[a-z][a-z-]*(?:\.[A-Za-z][A-Za-z-]*)?", re.ASCII)
_SURROGATE = re.compile("[\ud800-\udfff]")
_NOT_IN_ADDRESS = re.compile(r"[\s\x00-\x20\x7f-\xa0\\<>\"`{}|^]")


def _text(text: str) -> str:
    if not text.strip():
        raise ValueError("is empty")
    if _SURROGATE.search(text):
        raise ValueError("holds half of a character (`\\ud800` to `\\udfff` come in pairs)")
    return text


def _arxiv_id(text: str) -> str:
    arxiv_id = parse_arxiv_id(text)
    if arxiv_id is None:
        raise ValueError("is no arXiv id such as `2403.05798` or `hep-th/9901001`")
    return arxiv_id


def _doi(text: str) -> str:
    if not text or read_doi(text) != text:
        raise ValueError("is no DOI such as `10.1000/182`")
    return text


def _category(text: str) -> str:
    if not is_category(text):
        raise ValueError("is no category of arXiv such as `cs.CL` or `hep-th`")
    return text


def is_category(text: str) -> bool:
    """Whether a text has the form of arXiv's categories, as those of the ACM have not.

    Format: https://arxiv.org/category_taxonomy
    """
    return bool(_CATEGORY.fullmatch(text))


def _day(text: str) -> str:
    try:
        if _DAY.fullmatch(text):
            return date.fromisoformat(text).isoformat()
    except ValueError:
        pass
    raise ValueError("is no day such as `2025-03-12`")


def _web_address(text: str) -> str:
    try:
        parts = urlsplit(text)
        is_web = parts.scheme in {"http", "https"} and bool(parts.hostname)
    except ValueError:
        is_web = False
    if not is_web or parts.username is not None or _NOT_IN_ADDRESS.search(text):
        raise ValueError("is no address that begins with `https://` or `http://`")
    return text


def _described(pattern: str, **more: str) -> WithJsonSchema:
    return WithJsonSchema({"type": "string", "pattern": pattern, **more})


Text = Annotated[str, AfterValidator(_text), _described(r"\S")]
ArxivText = Annotated[
    str,
    AfterValidator(_arxiv_id),
    _described(
        r"^\s*(?:arXiv:|arxiv:)?"
        r"(?:[0-9]{4}\.[0-9]{4,5}|[a-z][a-z-]*(?:\.[A-Z]{2})?/[0-9]{7})(?:v[0-9]+)?\s*$"
    ),
]
DoiText = Annotated[
    str, AfterValidator(_doi), _described(r"^10\.[0-9]{4,9}/[^\s\"<>]*[^\s\"<>.,;]$")
]
Category = Annotated[
    str, AfterValidator(_category), _described(r"^[a-z][a-z-]*(\.[A-Za-z][A-Za-z-]*)?$")
]
Day = Annotated[
    str, AfterValidator(_day), _described("^[0-9]{4}-[0-9]{2}-[0-9]{2}$", format="date")
]
WebAddress = Annotated[
    str,
    AfterValidator(_web_address),
    _described(r"^[hH][tT][tT][pP][sS]?://[^\s/@\\<>\"`{}|^]+(?:/[^\s\\<>\"`{}|^]*)?$"),
]


class FactsRow(BaseModel):
    """What one source knows of one paper. A key of which nothing is known is left out."""

    model_config = ConfigDict(
        extra="forbid",
        frozen=True,
        strict=True,
        json_schema_extra={"not": {"required": ["authors", "first_author"]}},
    )

    title: Text = Field(description="As received; it names the paper, by its normalised form.")
    arxiv_id: ArxivText = Field(
        default="", description="The arXiv identifier; a version is dropped."
    )
    doi: DoiText = Field(
        default="", description="The DOI of the published paper, without an address before it."
    )
    authors: list[Text] = Field(
        default=[], min_length=1, description="All authors, in their order, names as received."
    )
    first_author: Text = Field(
        default="", description="The first author, where the others are not known."
    )
    published: Day = Field(default="", description="The day of first publication, YYYY-MM-DD.")
    categories: list[Category] = Field(
        default=[], min_length=1, description="Categories of arXiv, the primary one first."
    )
    code_url: WebAddress = Field(default="", description="Where the code lies; http or https.")
    venues: list[Text] = Field(
        default=[], min_length=1, description="Venue codes as received, such as nips2024."
    )

    @field_validator("first_author")
    @classmethod
    def _alone(cls, first_author: str, info: ValidationInfo) -> str:
        if info.data.get("authors"):
            raise ValueError("stands beside `authors`, which begins with the first author")
        return first_author


def render_facts_schema() -> str:
    """Give the JSON Schema of one line."""
    model = FactsRow.model_json_schema()
    properties: dict[str, dict[str, Any]] = model.pop("properties")
    for value in properties.values():
        for name in ("default", "title"):
            value.pop(name, None)
    schema = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        **model,
        "title": "content/metadata: one line of a file",
        "properties": properties,
    }
    return json.dumps(schema, indent=2, ensure_ascii=False) + "\n"
