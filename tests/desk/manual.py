"""The tables of outcomes in the manuals, which tests write and hold."""

import os
from pathlib import Path


def hold_outcomes(manual: Path, table: str) -> None:
    """See that a manual holds this table between its two marks; UPDATE_GOLDEN=1 writes it."""
    text = manual.read_text(encoding="utf-8")
    head, start, rest = text.partition("<!-- outcomes -->\n")
    _, end, tail = rest.partition("<!-- /outcomes -->\n")
    assert start
    assert end
    whole = f"{head}{start}\n{table}\n{end}{tail}"
    if os.environ.get("UPDATE_GOLDEN"):
        manual.write_text(whole, encoding="utf-8")
    assert text == whole, "UPDATE_GOLDEN=1 writes it"
