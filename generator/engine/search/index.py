"""Brings a search index into a site, and makes it anew only where the papers have changed."""

import hashlib
import json
import shutil
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import astuple, fields
from importlib.metadata import version
from pathlib import Path

from generator.diagnostics import Code, Diagnostic, Place
from generator.engine.search.indexer import IndexerError, start_indexer
from generator.engine.search.lookup import render_lookup
from generator.engine.search.table import render_table, sort_newest_first
from generator.engine.search.words import render_words
from generator.pages.plan import SearchRecord

_VERSION = 1
_FOLDER = "pagefind"


def write_search_index(
    records: Sequence[SearchRecord],
    site: Path,
    *,
    kept: Path,
    environment: Iterable[tuple[str, str]],
    lock: int | None,
) -> tuple[Diagnostic, ...]:
    """Write the index of `records` into `site/pagefind`; a site without papers gets none.

    `kept` is the folder in which an index lies from build to build; one that is of no more use is
    removed from it. Raises OSError where files cannot be read or written.
    """
    if not records:
        return ()
    made = kept / _fingerprint(records)
    if not made.is_dir():
        # Half an index never bears its name; what a killed build left goes with the former ones.
        shutil.rmtree(kept, ignore_errors=True)
        kept.mkdir(parents=True)
        try:
            draft = _make_index(records, kept, environment=environment, lock=lock)
        except IndexerError as error:
            return (_failure(f"Pagefind could not index the papers: {error}"),)
        draft.rename(made)
    shutil.copytree(made, site / _FOLDER)
    return ()


def digest_records(records: Iterable[SearchRecord]) -> bytes:
    """Give the SHA-256 of papers as search knows them."""
    total = hashlib.sha256()
    names = [field.name for field in fields(SearchRecord)]
    for record in records:
        values = [getattr(record, name) for name in names]
        total.update(json.dumps(values, default=astuple).encode("ascii") + b"\n")
    return total.digest()


def _make_index(
    records: Sequence[SearchRecord],
    kept: Path,
    *,
    environment: Iterable[tuple[str, str]],
    lock: int | None,
) -> Path:
    """Make all files of an index in a folder of its own; give that."""
    draft = kept / "draft"
    papers = sort_newest_first(records)
    with start_indexer(kept, environment=environment, lock=lock) as indexer:
        ids = indexer.write_index(papers, draft)
    keys = render_lookup(_pair_keys(papers, ids))
    summary = {"version": _VERSION, "papers": len(papers), "keys": len(keys)}
    files = {
        "search.json": json.dumps(summary, separators=(",", ":")) + "\n",
        "papers.json": render_table(papers, ids),
        "words.json": render_words(papers),
    }
    files |= {f"keys/{number}.json": text for number, text in enumerate(keys)}
    (draft / "keys").mkdir()
    for name, text in files.items():
        (draft / name).write_text(text, encoding="utf-8")
    return draft


def _fingerprint(records: Sequence[SearchRecord]) -> str:
    """Give the SHA-256 of all that an index is made from: papers, Pagefind, and this code."""
    total = hashlib.sha256()
    for name in ("pagefind", "pagefind_bin"):
        total.update(version(name).encode() + b"\0")
    for path in sorted(Path(__file__).parent.glob("*.py")):
        total.update(path.read_bytes() + b"\0")
    total.update(digest_records(records))
    return total.hexdigest()


def _pair_keys(papers: Iterable[SearchRecord], ids: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    for paper in papers:
        for key in paper.keys:
            yield key, ids[paper.url]
        for key, author in paper.people:
            yield key, f"@{author}"


def _failure(message: str) -> Diagnostic:
    return Diagnostic(
        code=Code.ENGINE_ERROR,
        place=Place(file="build/index"),
        message=message,
        hint="Remove the folder build and try once more. If it stays, please report it.",
    )
