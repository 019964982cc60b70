"""Tables of Markdown: rows, which may go on in further lines, and their cells."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.sources.lines import Line
from generator.sources.markdown.cells import plain
from generator.sources.usual_keys import has_title

_BAR = re.compile(r"(?<!\\)\|")
_SPACED_BAR = re.compile(r"\s\|\s?|\|\s")
_WITHIN = re.compile(r"\$[^$\n]{1,400}\$|`[^`\n]{1,200}`|<details>.*?</details>")
_RULE_CELL = re.compile(r":?-{2,}:?|:?-:?")
_MOST_LINES = 40


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A row and how many lines it takes; `ended` says that it ends as rows do."""

    lines: tuple[Line, ...]
    ended: bool

    @property
    def text(self) -> str:
        return "\n".join(line.text for line in self.lines)


def read_head(lines: Sequence[Line], at: int) -> list[str]:
    """Give the columns of the table of papers that begins here: a row of names, a rule below it."""
    if at + 1 >= len(lines) or "|" not in lines[at].text or not _is_rule(lines[at + 1].text):
        return []
    columns = [plain(cell) for cell in split_row(lines[at].text)]
    return columns if has_title(columns) else []


def list_rows(lines: Sequence[Line], at: int) -> Iterator[Row]:
    """Give the rows of a table; a line break within a cell does not end one."""
    has_end = at < len(lines) and lines[at - 1].text.endswith("|")
    bare = not lines[at - 1].text.startswith("|")
    while at < len(lines) and not read_head(lines, at):
        adjoins = bare and "|" in lines[at].text and lines[at].number == lines[at - 1].number + 1
        if not (lines[at].text.startswith("|") or adjoins):
            return
        end = at
        while (
            has_end
            and not lines[end].text.endswith("|")
            and end + 1 < min(len(lines), at + _MOST_LINES)
            and not lines[end + 1].text.startswith("|")
            and lines[end + 1].number == lines[end].number + 1
        ):
            end += 1
        ended = not has_end or lines[end].text.endswith("|")
        yield Row(lines=tuple(lines[at : end + 1]), ended=ended)
        at = end + 1


def split_row(row: str, columns: int = 0) -> list[str]:
    """Cut a row at its bars, without those at its two ends.

    Where that makes more cells than there are columns, a bar that stands close to its words, or
    within a formula, code or what is folded away, is part of a cell.
    """
    row = row.strip().removeprefix("|").removesuffix("|")
    cells = _BAR.split(row)
    if columns and len(cells) > columns:
        cells = _SPACED_BAR.split(row)
    if columns and len(cells) > columns:
        covered = _WITHIN.sub(lambda m: m[0].replace("|", "\\|"), row)
        cells = [cell.replace("\\|", "|") for cell in _BAR.split(covered)]
    return [cell.strip() for cell in cells]


def _is_rule(row: str) -> bool:
    """Whether a row is the line below a table's head."""
    cells = split_row(row)
    return "|" in row and "-" in row and all(_RULE_CELL.fullmatch(cell) for cell in cells)
