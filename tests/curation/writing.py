"""Curation for tests, as files or from their texts."""

from collections.abc import Mapping
from pathlib import Path

from generator.curation.documents import parse_document
from generator.curation.model import Curation
from generator.curation.reading import assemble_curation
from generator.curation.schema import FileKind


def write_files(folder: Path, files: Mapping[str, str]) -> None:
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="")


def curate_text(**texts: str) -> Curation:
    """Read curation without a mistake from the texts of `topics`, `tags`, `papers` and so on."""
    kinds: tuple[FileKind, ...] = ("topics", "tags", "papers", "authors", "collections")
    documents = {}
    for kind in kinds:
        if kind in texts:
            document, findings = parse_document(texts[kind].encode(), f"{kind}.yml")
            assert findings == ()
            documents[kind] = (document,)
    curation = assemble_curation(documents)
    assert curation.diagnostics == ()
    return curation
