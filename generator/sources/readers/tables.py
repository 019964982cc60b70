"""Tables of papers: CSV, TSV and their kin, with the names of the columns on the first line.

Format: https://www.rfc-editor.org/rfc/rfc4180, and what spreadsheets make of it.
"""

import csv
import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.diagnostics import Code
from generator.sources.harvest import Harvest
from generator.sources.markdown.tables import read_head
from generator.sources.reader import Confidence, Reading, Source, Spot
from generator.sources.usual_keys import has_title, name_fact, name_values

_MARKS = (",", "\t", ";", "|")
_LONGEST_CELL = 1_000_000
_MOST_BROKEN = 20


class TableReader:
    """Reads rows below a first line of names."""

    name = "table"
    description = "CSV or TSV whose first line names the columns (`title,abstract,url`)"

    def recognises(self, source: Source) -> Confidence:
        if not source.lines or (source.lines[0].text[0] in '[{<|#-"' and source.json):
            return Confidence.NO
        if read_head(source.lines, 0):  # one of Markdown
            return Confidence.NO
        columns, _ = _read_header(source)
        known = [name_fact(column) for column in columns]
        is_table = has_title(columns) and sum(map(bool, known)) > 1 and len(columns) < 200
        return Confidence.LIKELY if is_table else Confidence.NO

    def parse(self, source: Source) -> Reading:
        harvest = Harvest(source)
        columns, mark = _read_header(source)
        harvest.head(Spot(line=source.lines[0].number, column=source.lines[0].column))
        for row in _read_rows(source, mark):
            spot = Spot(line=row.line, last_line=row.last_line if row.last_line > row.line else 0)
            if row.problem:
                harvest.reject_broken(spot, row.problem, row.text)
            elif len(row.cells) > len(columns):
                more = f"it has {len(row.cells)} cells under {len(columns)} columns"
                harvest.reject(spot, more, row.text, "Put a cell that holds the mark in quotes.")
            else:
                if len(row.cells) < len(columns):
                    said = f"The row has {len(row.cells)} of {len(columns)} columns."
                    harvest.warn(Code.ODD_VALUE, spot, said, "What is missing is taken as empty.")
                harvest.take(spot, name_values(dict(zip(columns, row.cells, strict=False))))
        return harvest.reading()


def _read_header(source: Source) -> tuple[list[str], str]:
    """Give the names of the columns, and the mark between them: that which makes most of them."""
    first = source.lines[0].text if source.lines else ""
    best: tuple[list[str], str] = ([], ",")
    if len(first) > 20_000:
        return best
    for mark in _MARKS:
        try:
            columns = next(csv.reader([first], delimiter=mark), [])
        except csv.Error:
            continue
        if len(columns) > len(best[0]) and has_title(columns):
            best = ([column.strip() for column in columns], mark)
    return best


@dataclass(frozen=True, slots=True, kw_only=True)
class _Row:
    cells: Sequence[str]
    line: int
    last_line: int
    text: str
    problem: str = ""


def _read_rows(source: Source, mark: str) -> Iterator[_Row]:
    """Give the rows after the first; one whose quotes do not end costs its line, not the rest."""
    lines = list(io.StringIO(source.text, newline=""))
    at = source.lines[0].number
    broken = 0
    while at < len(lines) and broken < _MOST_BROKEN:
        first = at
        reader = csv.reader(iter(lines[at:]), delimiter=mark, strict=True)
        try:
            for cells in reader:
                last = at + reader.line_num
                if any(cell.strip() for cell in cells):
                    text = mark.join(cells)
                    yield _Row(cells=cells, line=first + 1, last_line=last, text=text)
                first = last
        except csv.Error as error:
            broken += 1
            problem = f"its quotes are not in order ({error})"
            yield _Row(
                cells=(), line=first + 1, last_line=first + 1, text=lines[first], problem=problem
            )
            at = first + 1
        else:
            return
    if at < len(lines):
        problem = f"{_MOST_BROKEN} rows before it are broken already"
        yield _Row(cells=(), line=at + 1, last_line=len(lines), text=lines[at], problem=problem)


csv.field_size_limit(_LONGEST_CELL)
