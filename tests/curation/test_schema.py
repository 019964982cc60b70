"""The JSON Schemas that editors use: made of the models, fresh, and of one mind with the check.

With `UPDATE_GOLDEN=1` in the environment they are written anew.
"""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from generator.curation.schema import ENTRY_MODELS, render_schemas

SCHEMAS = render_schemas()
KINDS = {
    "topics.yml": "topics",
    "tags.yml": "tags",
    "papers.yml": "papers",
    "authors.yml": "authors",
    "matches.yml": "matches",
}
FOLDERS = {"papers": "papers", "collections": "collections"}


def curation_files(root: Path) -> list[tuple[Path, str]]:
    folder = root / "content/curation"
    files = [(folder / name, kind) for name, kind in KINDS.items()]
    files += [
        (p, kind) for name, kind in FOLDERS.items() for p in sorted((folder / name).glob("*.yml"))
    ]
    return [(path, kind) for path, kind in files if path.exists()]


@pytest.mark.parametrize("name", sorted(SCHEMAS))
def test_the_committed_schema_is_that_of_the_models(name: str, site_root: Path) -> None:
    path = site_root / "schemas" / name
    if "UPDATE_GOLDEN" in os.environ:
        path.parent.mkdir(exist_ok=True)
        path.write_text(SCHEMAS[name], encoding="utf-8", newline="\n")
    assert path.read_text(encoding="utf-8") == SCHEMAS[name]


def test_there_is_no_other_schema_of_curation(site_root: Path) -> None:
    committed = {path.name for path in (site_root / "schemas").glob("*.schema.json")}
    assert {f"{kind}.schema.json" for kind in ENTRY_MODELS} <= committed


@pytest.mark.parametrize("kind", sorted(ENTRY_MODELS))
def test_an_editor_can_say_what_each_key_is_for(kind: str) -> None:
    schema = json.loads(SCHEMAS[f"{kind}.schema.json"])
    entry = schema["$defs"][ENTRY_MODELS[kind].__name__]
    assert entry["additionalProperties"] is False
    assert [key for key, value in entry["properties"].items() if not value.get("description")] == []


def test_every_file_names_its_schema_in_its_first_line(site_root: Path) -> None:
    files = curation_files(site_root)
    assert files
    for path, kind in files:
        schema = Path(os.path.relpath(site_root / f"schemas/{kind}.schema.json", path.parent))
        with path.open(encoding="utf-8") as lines:
            assert next(lines).rstrip() == f"# yaml-language-server: $schema={schema.as_posix()}"


def test_the_files_of_the_site_fit_their_schemas(site_root: Path) -> None:
    for path, kind in curation_files(site_root):
        schema = site_root / f"schemas/{kind}.schema.json"
        command = [sys.executable, "-m", "check_jsonschema", "--schemafile", schema, path]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stdout + done.stderr
