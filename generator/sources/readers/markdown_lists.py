"""Papers in Markdown: tables with a head, and lists or headings that link to papers.

Read as they are kept in repositories of reading lists. A table's columns are known by their names
(`usual_keys`); in a list, an entry is a paper where it leads to one.
"""

import re
from collections.abc import Iterator
from datetime import date

from generator.sources.harvest import Harvest
from generator.sources.lines import Line
from generator.sources.markdown.cells import leads_to_paper, read_cell, without_number
from generator.sources.markdown.facts import SHORTEST_ABSTRACT, add_addresses, name_facts
from generator.sources.markdown.papers import Gathered, gather_papers, only_points, read_title_of
from generator.sources.markdown.tables import list_rows, read_head, split_row
from generator.sources.markdown.units import HEADING, Kind, cut_units
from generator.sources.reader import Confidence, Reading, Source, Spot
from generator.sources.usual_keys import name_fact, name_values
from generator.sources.values import read_day

_DAY = re.compile(r"\b\d{4}[-.]\d{2}[-.]\d{2}\b", re.ASCII)
_TAG_OF_MARKDOWN = re.compile(
    r"<(?:!--|/?(?:p|div|h[1-6]|img|a|details|summary|table|center|br|picture|b|em|sub)\b)",
    re.IGNORECASE,
)


_OF_A_PAGE = "huggingface.co/login?next=%2Fpapers"
"""It stands in captures of pages (`page-capture`), of which this then is a part."""


class MarkdownReader:
    """Reads tables of papers, and lists around them."""

    name = "markdown"
    description = "Markdown tables of papers with a head, or lists whose entries link to papers"

    def recognises(self, source: Source) -> Confidence:
        start = source.text.lstrip()
        is_tag = start.startswith("<") and not _TAG_OF_MARKDOWN.match(start)
        if (
            start[:1] in {"{", '"'}
            or _OF_A_PAGE in source.text
            or is_tag
            or (source.json and source.json.parts)
        ):
            return Confidence.NO
        lines = source.lines
        if any(read_head(lines, at) for at in range(len(lines))):
            return Confidence.LIKELY
        papers = (x for x in gather_papers(cut_units(lines)) if isinstance(x, Gathered))
        return Confidence.LIKELY if any(papers) else Confidence.NO

    def parse(self, source: Source) -> Reading:
        harvest = Harvest(source)
        day = _read_day(harvest)
        lines = source.lines
        start = at = 0
        while at < len(lines):
            columns = read_head(lines, at)
            if not columns:
                at += 1
                continue
            _take_lists(harvest, lines[start:at])
            start = at = _take_table(harvest, lines, at, columns)
        _take_lists(harvest, lines[start:])
        return harvest.reading(day)


def _take_table(harvest: Harvest, lines: tuple[Line, ...], at: int, columns: list[str]) -> int:
    harvest.head(_spot(lines[at], lines[at + 1]))
    at += 2
    for row in list_rows(lines, at):
        at += len(row.lines)
        spot = _spot(row.lines[0], row.lines[-1])
        cells = split_row(row.text, len(columns))
        if not row.ended:
            harvest.reject_broken(spot, "the row has no end", row.text)
        elif len(cells) != len(columns):
            said = f"it has {len(cells)} cells under {len(columns)} columns"
            harvest.reject(spot, said, row.text)
        else:
            harvest.take(spot, _name_cells(dict(zip(columns, cells, strict=True))))
    return at


def _name_cells(cells: dict[str, str]) -> dict[str, object]:
    record: dict[str, object] = {}
    addresses: list[str] = []
    elsewhere: list[str] = []
    abstract = ""
    for name, source in cells.items():
        cell = read_cell(source)
        fact = name_fact(name)
        found = [address for _, address in cell.links]
        if fact in {"title", "paper", "name"}:
            title, after = read_title_of(cell, without_number(source))
            record[name] = title
            abstract = abstract or after
            addresses += found
        elif fact in {"code_url", "project_url", "media"}:
            record[name] = found[0] if found else cell.text
        elif fact in {"urls", "arxiv_id"}:
            record[name] = found or cell.text
            addresses += found
        else:
            record[name] = cell.text
            elsewhere += cell.papers
    if not any(map(leads_to_paper, addresses)):
        addresses += elsewhere
    values = add_addresses(name_values(record), addresses)
    if len(abstract) >= SHORTEST_ABSTRACT:
        values.setdefault("abstract", abstract)
    return values


def _take_lists(harvest: Harvest, lines: tuple[Line, ...]) -> None:
    for found in gather_papers(cut_units(lines)):
        if isinstance(found, Gathered):
            harvest.take(_spot(found.first, found.last), name_facts(found))
        elif found.kind in {Kind.HEADING, Kind.FRAME}:
            for line in found.lines:
                harvest.head(_spot(line))
        elif found.papers and (found.kind is not Kind.TEXT or only_points(found)):
            spot = _spot(found.lines[0], found.lines[-1])
            harvest.reject(spot, "it leads to a paper, and gives no title", found.lines[0].text)


def _spot(first: Line, last: Line | None = None) -> Spot:
    until = last.number if last and last.number > first.number else 0
    return Spot(line=first.number, column=first.column, last_line=until)


def _read_day(harvest: Harvest) -> date | None:
    """Read the day that a heading gives, if the file gives one alone."""
    days = dict(_list_days(harvest.source))
    if len(days) != 1:
        return None
    ((day, line),) = days.items()
    harvest.see_day(day, _spot(line))
    return day


def _list_days(source: Source) -> Iterator[tuple[date, Line]]:
    for line in source.lines:
        found = _DAY.search(line.text) if HEADING.match(line.text) else None
        if found and (day := read_day(found[0])):
            yield day, line
