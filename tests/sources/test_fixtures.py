"""Real files of other formats: the table of docs/formats.md says what comes of each.

With `UPDATE_GOLDEN=1` in the environment the table is written anew.
"""

import json
import os
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from random import Random

import pytest

from generator.diagnostics import Severity
from generator.sources.model import LineKind, RawDigest
from generator.sources.names import DigestName, parse_digest_name
from generator.sources.registry import parse_digest
from tests.sources.test_every_reader import hold_to_its_word

DOCUMENT = Path(__file__).parents[2] / "docs/formats.md"
TABLE = re.compile(r"(?ms)^\| file \| format \|.*?(?=^$)")
HEAD = (
    "| file | format | records | papers | rejected, and why |\n| --- | --- | ---: | ---: | --- |\n"
)
COPIES = 50


def read(path: Path) -> RawDigest:
    name = parse_digest_name("undated/x.txt", path.name)
    assert isinstance(name, DigestName)
    return parse_digest(path.read_bytes(), name, path.name)


def list_files(shared_dir: Path) -> Iterator[Path]:
    for path in sorted((shared_dir / "fixtures").rglob("*")):
        if path.is_file() and path.name != "SOURCES.md" and not path.name.startswith("LICENSE"):
            yield path


def describe(path: Path, digest: RawDigest) -> str:
    """Say in a row what came of a file."""
    if digest.format == "unknown":
        records, why = "", f"refused: {digest.diagnostics[0].code}"
    else:
        rejected = [line for line in digest.ledger if line.kind is LineKind.REJECTED]
        records = str(len(digest.entries) + len(rejected))
        reasons = Counter(re.sub(r"(line )?\S*\d\S*", "another", x.reason) for x in rejected)
        why = "; ".join(f"{count}: {reason}" for reason, count in sorted(reasons.items()))
        errors = [f.code for f in digest.diagnostics if f.severity is Severity.ERROR]
        why = "; ".join(filter(None, (why, *(f"refused: {code}" for code in errors))))
    cells = (f"{path.parent.name}/{path.name}", digest.format, records, len(digest.entries), why)
    return f"| {' | '.join(str(cell).replace('|', chr(92) + '|') for cell in cells)} |\n"


def test_the_table_says_what_comes_of_each_file(shared_dir: Path) -> None:
    table = HEAD + "".join(describe(path, read(path)) for path in list_files(shared_dir))
    document = DOCUMENT.read_text("utf-8")
    if os.environ.get("UPDATE_GOLDEN"):
        DOCUMENT.write_text(TABLE.sub(lambda _: table, document), encoding="utf-8")
        document = DOCUMENT.read_text("utf-8")
    found = TABLE.search(document)
    assert found
    assert found[0] == table


def test_each_real_file_holds_to_its_word(shared_dir: Path) -> None:
    for path in list_files(shared_dir):
        hold_to_its_word(path.read_bytes())


def count_items(path: Path) -> int:
    """Count what a file of the API holds, without any reader."""
    answer = json.loads(path.read_bytes())
    return len(answer if isinstance(answer, list) else answer["data"])


def test_no_entry_of_the_api_is_lost(shared_dir: Path) -> None:
    for path in sorted((shared_dir / "fixtures/hf_daily_papers_api").glob("*.json")):
        digest = read(path)
        assert (len(digest.entries), digest.diagnostics) == (count_items(path), ())


def test_two_sources_of_a_paper_agree(shared_dir: Path) -> None:
    """Zotero's two exports of one library name the same papers, by the same ids and authors."""
    folder = shared_dir / "fixtures/zotero_bibtex"
    pairs = [(p, p.with_suffix(".biblatex")) for p in sorted(folder.glob("Citation*.json"))]
    assert pairs
    for one, other in pairs:
        first, second = read(one), read(other)
        assert {e.title.lower() for e in first.entries} == {e.title.lower() for e in second.entries}


def test_a_damaged_copy_is_never_taken_for_a_whole_one(shared_dir: Path) -> None:
    """Cut anywhere but at the end of a line: there is a finding, or nothing is missing."""
    random = Random(7)  # noqa: S311  # the same copies each time
    paths = [p for p in list_files(shared_dir) if p.suffix in {".json", ".xml", ".jsonl"}]
    for _ in range(COPIES):
        path = random.choice(paths)
        data = path.read_bytes()
        cut = data[: random.randrange(1, len(data) - 2)]
        digest = hold_to_its_word(cut)
        whole = read(path)
        assert digest.diagnostics or digest.entries == whole.entries or cut.endswith(b"\n"), path


@pytest.mark.parametrize("encoding", ["utf-16", "utf-32"])
def test_another_encoding_is_refused(shared_dir: Path, encoding: str) -> None:
    for path in list_files(shared_dir):
        digest = hold_to_its_word(path.read_text("utf-8").encode(encoding))
        assert digest.entries == ()
