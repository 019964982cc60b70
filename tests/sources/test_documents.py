"""What the documents show works as they say."""

import re
from dataclasses import replace
from pathlib import Path
from typing import Any

from generator.diagnostics import Place
from generator.sources import facts_row, ledger, model, reader
from generator.sources.facts import parse_facts, render_facts
from generator.sources.registry import parse_digest
from tests.sources.golden import NAME


def test_the_smallest_reader_reads(site_root: Path) -> None:
    text = (site_root / "docs/formats.md").read_text("utf-8")
    match = re.search(r"```python\n(.*?)```", text, re.DOTALL)
    assert match
    names: dict[str, Any] = {**vars(reader), **vars(ledger), **vars(model)}
    names |= {"Place": Place, "replace": replace}
    exec(match[1], names)  # noqa: S102 - our own document
    digest = parse_digest(b"%papers\nKnots | We tie.\nno bar\n", NAME, "x", [names["BarReader"]()])
    assert [(entry.title, entry.abstract) for entry in digest.entries] == [("Knots", "We tie.")]
    assert [(line.line, str(line.kind)) for line in digest.ledger] == [
        (1, "header"),
        (2, "title"),
        (3, "rejected"),
    ]


def test_the_captures_that_are_shown_are_read(site_root: Path) -> None:
    text = (site_root / "docs/formats.md").read_text("utf-8")
    shown = re.findall(r"```text\n(.*?)```", text, re.DOTALL)
    assert len(shown) == 2
    for capture in shown:
        (entry,) = parse_digest(capture.encode(), NAME, "x").entries
        assert entry.title == "Knots for Robots"


def test_the_keys_of_facts_are_in_the_table_in_their_order(site_root: Path) -> None:
    text = (site_root / "docs/formats.md").read_text("utf-8")
    table = text.partition("| key | value |")[2].partition("\n\n")[0]
    assert re.findall(r"^\| `(\w+)`", table, re.MULTILINE) == list(facts_row.FactsRow.model_fields)


def test_the_line_that_is_shown_is_in_the_written_form(site_root: Path) -> None:
    text = (site_root / "content/metadata/README.md").read_text("utf-8")
    match = re.search(r"```json\n(.*?)```", text, re.DOTALL)
    assert match
    facts, diagnostics = parse_facts(match[1], "m")
    assert diagnostics == ()
    assert render_facts(facts) == match[1]
