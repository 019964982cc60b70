"""The memory of a site: what one build knows of how papers are related, kept for the next one.

A cache: without it a build takes longer and gives the same.
"""

import hashlib
import json
import platform
from pathlib import Path
from typing import Any

import generator
from generator.identifiers import Slug
from generator.output.write import write_file
from generator.relations.model import Relation, Relations, Row


def read_relations(path: Path) -> Relations:
    """Read what a former build kept; nothing, if it was another program or the file is damaged."""
    try:
        kept = json.loads(path.read_bytes())
        if kept["program"] != _sum_program():
            return Relations()
        rows = {Slug(paper): _parse_row(row) for paper, row in kept["rows"].items()}
        return Relations(rows=rows, terms=kept["terms"])
    except (OSError, ValueError, LookupError, TypeError, AttributeError):
        return Relations()


def write_relations(relations: Relations, path: Path) -> None:
    """Keep relations for the next build. Raises OSError where the disk does not play along."""
    kept = {
        "program": _sum_program(),
        "rows": {paper: _record_row(row) for paper, row in relations.rows.items()},
        "terms": relations.terms,
    }
    write_file(path, json.dumps(kept, separators=(",", ":")).encode("ascii"))


def _record_row(row: Row) -> list[Any]:
    return [row.sum, [[each.paper, each.nearness, each.shared] for each in row.relations]]


def _parse_row(row: list[Any]) -> Row:
    own_sum, relations = row
    return Row(
        sum=own_sum,
        relations=tuple(
            Relation(paper=Slug(paper), nearness=nearness, shared=tuple(shared))
            for paper, nearness, shared in relations
        ),
    )


def _sum_program() -> str:
    """Give what stands for all that finds relations: this program's code, and Python."""
    total = hashlib.sha256(platform.python_version().encode())
    for path in sorted(Path(generator.__file__).parent.rglob("*.py")):
        total.update(path.read_bytes() + b"\0")
    return total.hexdigest()
