"""The examples of docs/text-cleaning.md, which are the tests' cases as well."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from tests.conftest import ROOT

_PAGE = ROOT / "docs" / "text-cleaning.md"
_ROW = re.compile(r"\| *(.*?) *(?<!\\)\| *(.*?) *\|")
_CODE = re.compile(r"(`+) ?(.*?) ?\1", re.DOTALL)
_CHARACTER = re.compile(r"<U\+([0-9A-F]{4,6})>")
_HEADS = frozenset({"received", "text", "---"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """A row of a table under the heading `rule`; in the last section, `shown` is `received`."""

    rule: str
    received: str
    shown: str


def read_examples() -> tuple[Example, ...]:
    return tuple(_parse_examples(_PAGE.read_text(encoding="utf-8")))


def _parse_examples(page: str) -> Iterator[Example]:
    heading = ""
    for line in page.splitlines():
        if line.startswith("#"):
            heading = line.lstrip("#").strip()
        elif (row := _ROW.fullmatch(line)) and row[1] not in _HEADS:
            received = _parse_cell(row[1])
            shown = received if heading == "Left alone" else _parse_cell(row[2])
            yield Example(rule=heading, received=received, shown=shown)


def _parse_cell(cell: str) -> str:
    code = _CODE.fullmatch(cell)
    assert code, f"a cell of docs/text-cleaning.md is no code: {cell}"
    text = code[2].replace(r"\|", "|")
    return _CHARACTER.sub(lambda match: chr(int(match[1], 16)), text)
