"""The JSON Schema of a line of facts: made of the model, fresh, and of one mind with the reader.

With `UPDATE_GOLDEN=1` in the environment it is written anew.
"""

import json
import os
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator, FormatChecker

from generator.sources.facts import parse_facts
from generator.sources.facts_row import FactsRow, render_facts_schema

SCHEMA = render_facts_schema()
VALIDATOR = Draft202012Validator(json.loads(SCHEMA), format_checker=FormatChecker())
GOOD: list[dict[str, Any]] = [
    {"title": "A"},
    {"title": " A\u2028B "},
    {
        "title": "A",
        "arxiv_id": "3105.01234",
        "authors": ["Ada Abel", "Bo"],
        "published": "2031-05-06",
        "code_url": "https://code.example/a",
        "venues": ["nips2031"],
    },
    {"title": "A", "first_author": "Cy Coe"},
    {"title": "A", "doi": "10.1000/182", "categories": ["cs.CL", "hep-th", "cond-mat.mtrl-sci"]},
    *(
        {"title": "A", "arxiv_id": i}
        for i in ("arXiv:3105.01234v2", "hep-th/9901001", "math.AG/0103001", " 0704.0001 ")
    ),
    *(
        {"title": "A", "code_url": u}
        for u in ("http://a.example", "HTTPS://a.example/?b=c#d", "https://код.example/ключ")
    ),
]
BAD: list[Any] = [
    {},
    [],
    None,
    "A",
    {"title": ""},
    {"title": " \t"},
    {"title": 7},
    {"title": "A", "titel": "A"},
    {"title": "A", "authors": []},
    {"title": "A", "authors": "Ada Abel"},
    {"title": "A", "authors": ["Ada", " "]},
    {"title": "A", "authors": ["Ada"], "first_author": "Ada"},
    {"title": "A", "venues": [3]},
    {"title": "A", "categories": ["I.2.7"]},
    {"title": "A", "categories": []},
    *({"title": "A", "doi": d} for d in ("", "https://doi.org/10.1000/182", "10.1/x", "10.1000/")),
    *({"title": "A", "arxiv_id": i} for i in ("", "31x", "2403.123", "hep-th/99", "x2403.05798")),
    *({"title": "A", "published": d} for d in ("20310506", "2031-05", "2031-02-30", "6 May 2031")),
    *(
        {"title": "A", "code_url": u}
        for u in (
            "a.example",
            "ftp://a.example/",
            "javascript:alert(1)",
            "https://",
            "https://u@a.example/",
            "https://a.example/<b>",
            "https://a .example/",
        )
    ),
]


def test_the_committed_schema_is_that_of_the_model(site_root: Path) -> None:
    path = site_root / "schemas/metadata.schema.json"
    if "UPDATE_GOLDEN" in os.environ:
        path.write_text(SCHEMA, encoding="utf-8", newline="\n")
    assert path.read_text(encoding="utf-8") == SCHEMA


def test_it_says_what_each_key_is_for() -> None:
    schema = json.loads(SCHEMA)
    Draft202012Validator.check_schema(schema)
    assert schema["properties"].keys() == FactsRow.model_fields.keys()
    assert [k for k, value in schema["properties"].items() if not value.get("description")] == []


def test_the_lines_of_the_site_fit(site_root: Path) -> None:
    lines = [
        line
        for path in sorted((site_root / "content/metadata").glob("**/*.jsonl"))
        for line in path.read_text(encoding="utf-8").split("\n")
        if line.strip()
    ]
    assert len(lines) > 500
    misfits = [line for line in lines if not VALIDATOR.is_valid(json.loads(line))]
    assert misfits == []


@pytest.mark.parametrize("line", GOOD, ids=json.dumps)
def test_what_the_reader_takes_fits(line: dict[str, Any]) -> None:
    assert parse_facts(json.dumps(line), "m.jsonl")[1] == ()
    assert list(VALIDATOR.iter_errors(line)) == []


@pytest.mark.parametrize("line", BAD, ids=json.dumps)
def test_what_the_reader_refuses_does_not_fit(line: object) -> None:
    assert parse_facts(json.dumps(line), "m.jsonl")[0] == ()
    assert not VALIDATOR.is_valid(line)
