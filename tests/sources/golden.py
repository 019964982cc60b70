"""Invented digests in tests/data/digests, each beside what must come of it.

`python -m tests.sources.golden` writes the expected files anew; read their difference before you
commit it.
"""

import json
from dataclasses import fields
from datetime import date
from pathlib import Path
from typing import Any

from generator.diagnostics import Diagnostic
from generator.identifiers import DigestId
from generator.sources.model import LedgerLine, RawDigest, RawFacts
from generator.sources.names import DigestName
from generator.sources.registry import parse_digest

EXPECTED = ".expected.json"
FOLDER = Path(__file__).parent.parent / "data/digests"
NAME = DigestName(id=DigestId("2031/2031-05-06"), date=date(2031, 5, 6), ordinal=1, name="")


def cases() -> list[Path]:
    files = (path for path in FOLDER.iterdir() if not path.name.startswith("."))
    return sorted(path for path in files if not path.name.endswith(EXPECTED))


def expected_file(case: Path) -> Path:
    return case.with_name(case.name + EXPECTED)


def render(case: Path) -> str:
    """Read a case as the digest of 6 May 2031, and write down all that came of it."""
    return json.dumps(_told(parse_digest(case.read_bytes(), NAME, case.name)), indent=2) + "\n"


def _told(digest: RawDigest) -> dict[str, Any]:
    return {
        "format": digest.format,
        "entries": [
            {
                "title": f"{entry.place.line}:{entry.place.column} {entry.title}",
                "abstract": f"{entry.abstract_place.line}:{entry.abstract_place.column} "
                f"{entry.abstract}",
            }
            | _facts(entry.facts)
            for entry in digest.entries
        ],
        "ledger": [_line(line) for line in digest.ledger],
        "diagnostics": [_finding(finding) for finding in digest.diagnostics],
    }


def _facts(facts: RawFacts | None) -> dict[str, str]:
    if facts is None:
        return {}
    named = [(f.name, getattr(facts, f.name)) for f in fields(facts)]
    skipped = {"title", "place"}
    return {
        name: "; ".join(value) if isinstance(value, tuple) else str(value)
        for name, value in named
        if name not in skipped and value is not False and value not in (None, "", ())
    }


def _line(line: LedgerLine) -> str:
    entry = "" if line.entry is None else f" {line.entry}"
    reason = f": {line.reason}: {line.text}" if line.reason else ""
    until = f"-{line.last_line}" if line.last_line else ""
    path = f" {line.path}" if line.path else ""
    return f"{line.line}:{line.column}{until}{path} {line.kind}{entry}{reason}"


def _finding(finding: Diagnostic) -> str:
    return f"{finding.place}: {finding.severity}: {finding.code}: {finding.message} {finding.hint}"


if __name__ == "__main__":
    for path in cases():
        expected_file(path).write_text(render(path), encoding="utf-8")
