"""Papers in Markdown: tables with a head, and lists or headings that link to papers.

Read as they are kept in repositories of reading lists. A table's columns are known by their names
(`usual_keys`); in a list, an entry is a paper where it leads to one.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from generator.sources.harvest import Harvest
from generator.sources.lines import Line
from generator.sources.markdown import (
    Cell,
    is_label,
    is_rule,
    plain,
    read_cell,
    split_row,
    split_spaced_row,
    without_number,
)
from generator.sources.reader import Confidence, Reading, Source, Spot
from generator.sources.usual_keys import has_title, name_fact, name_values
from generator.sources.values import read_arxiv_id, read_day

_ENTRY = re.compile(r"(?:[-*+]|\d{1,4}[.)])\s+\S|#{2,6}\s+\d{0,4}[.)]?\s*\[")
_HEADING = re.compile(r"#{1,6}\s")
_PAPER_SITES = re.compile(
    r"https?://(?:www\.)?(?:openreview\.net/(?:forum|pdf)|aclanthology\.org/\S|doi\.org/10\."
    r"|papers\.nips\.cc/|proceedings\.|dl\.acm\.org/doi|ieeexplore\.ieee\.org/|openaccess\.thecvf)",
    re.ASCII,
)
_READ_MORE = re.compile(r"\s*\((?:Read more on|Links?:|Paper:?)[^\n]{0,120}$")
_WHERE = re.compile(r"\A\(\*?[\w ,'’.-]{1,30}\d{2,4}\*?\)\s*")
_CODE_SITES = re.compile(r"https?://(?:www\.)?(?:github\.com|gitlab\.com|huggingface\.co/spaces)/")
_DAY = re.compile(r"\b\d{4}-\d{2}-\d{2}\b", re.ASCII)
_MOST_LINES = 40
_SHORTEST_ABSTRACT = 60
"""Characters after a title in a list; what is shorter names authors or a venue."""


class MarkdownReader:
    """Reads tables of papers, and where there is none, lists."""

    name = "markdown"
    description = "Markdown tables of papers with a head, or lists whose entries link to papers"

    def recognises(self, source: Source) -> Confidence:
        if source.text.lstrip()[:1] in {"{", "<"} or source.json:
            return Confidence.NO
        lines = source.lines
        if any(_is_head(lines, n) for n in range(len(lines))):
            return Confidence.LIKELY
        return Confidence.LIKELY if any(_leads_to_paper(x) for x in lines) else Confidence.NO

    def parse(self, source: Source) -> Reading:
        harvest = Harvest(source)
        day = _read_day(harvest)
        lines = source.lines
        at = 0
        while at < len(lines):
            if _is_head(lines, at):
                at = _take_table(harvest, lines, at)
            elif _leads_to_paper(lines[at]):
                at = _take_entry(harvest, lines, at)
            else:
                if _HEADING.match(lines[at].text):
                    harvest.head(_spot(lines[at]))
                at += 1
        return harvest.reading(day)


def _is_head(lines: tuple[Line, ...], at: int) -> bool:
    """Whether a table of papers begins here: a row of names, and the rule below it."""
    if at + 1 >= len(lines) or "|" not in lines[at].text or not is_rule(lines[at + 1].text):
        return False
    return has_title(plain(cell) for cell in split_row(lines[at].text))


def _take_table(harvest: Harvest, lines: tuple[Line, ...], at: int) -> int:
    columns = [plain(cell) for cell in split_row(lines[at].text)]
    harvest.head(_spot(lines[at], lines[at + 1]))
    at += 2
    for row in _list_rows(lines, at):
        at += row.size
        cells = split_row(row.text)
        if len(cells) > len(columns):  # a bar within a cell stands close to its words
            cells = split_spaced_row(row.text)
        if not row.ended:
            harvest.reject_broken(row.spot, "the row has no end", row.text)
        elif len(cells) != len(columns):
            said = f"it has {len(cells)} cells under {len(columns)} columns"
            harvest.reject(row.spot, said, row.text)
        else:
            harvest.take(row.spot, _name_cells(dict(zip(columns, cells, strict=True))))
    return at


@dataclass(frozen=True, slots=True, kw_only=True)
class _Row:
    """A row and how many lines it takes; `ended` says that it ends as rows do."""

    text: str
    spot: Spot
    size: int
    ended: bool


def _list_rows(lines: tuple[Line, ...], at: int) -> Iterator[_Row]:
    """Give the rows of a table; a line break within a cell does not end one."""
    has_end = at < len(lines) and lines[at - 1].text.endswith("|")
    while at < len(lines) and lines[at].text.startswith("|") and not _is_head(lines, at):
        end = at
        while (
            has_end
            and not lines[end].text.endswith("|")
            and end + 1 < min(len(lines), at + _MOST_LINES)
            and not lines[end + 1].text.startswith("|")
            and lines[end + 1].number == lines[end].number + 1
        ):
            end += 1
        yield _Row(
            text="\n".join(line.text for line in lines[at : end + 1]),
            spot=_spot(lines[at], lines[end]),
            size=end + 1 - at,
            ended=not has_end or lines[end].text.endswith("|"),
        )
        at = end + 1


def _name_cells(cells: dict[str, str]) -> dict[str, object]:
    record: dict[str, object] = {}
    addresses: list[str] = []
    abstract = ""
    for name, source in cells.items():
        cell = read_cell(source)
        fact = name_fact(name)
        found = [address for _, address in cell.links]
        if fact in {"title", "paper"}:
            title, abstract = _read_title(cell, source)
            record[name] = title
            addresses += found
        elif fact in {"code_url", "project_url", "media"}:
            record[name] = found[0] if found else cell.text
        elif fact in {"urls", "arxiv_id"}:
            addresses += found or [cell.text]
        else:
            record[name] = cell.text
    values = name_values(record)
    return _add_addresses(values, addresses, abstract)


def _read_title(cell: Cell, source: str) -> tuple[str, str]:
    """Find the title in a cell or an entry, and the text that follows it."""
    if cell.bold:
        after = cell.text.partition(cell.bold)[2]
        return cell.bold, _trim(after)
    words = next((w for w, _ in cell.links if w and not is_label(w)), "")
    if words and not _trim(cell.before):
        return words, _trim(cell.text.partition(words)[2])
    title = cell.before or cell.text
    if not cell.before and cell.links and not words:
        title = plain(source)
    title = _WHERE.sub("", _READ_MORE.sub("", without_number(title)))
    return title.rstrip(" ([-–—:,"), ""


def _trim(text: str) -> str:
    return without_number(text).strip(" \n-–—:,|").removeprefix(". ")


def _add_addresses(
    values: dict[str, object], addresses: list[str], abstract: str
) -> dict[str, object]:
    known = values.get("urls")
    values["urls"] = [*(known if isinstance(known, list) else []), *addresses]
    code = next((address for address in addresses if _CODE_SITES.match(address)), "")
    papers = [address for address in addresses if _is_paper(address)]
    values.setdefault("code_url", code)
    values["url"] = papers[0] if papers else values.get("url", "")
    if abstract:
        values.setdefault("abstract", abstract)
    return values


def _is_paper(address: str) -> bool:
    return bool(read_arxiv_id(address)) or bool(_PAPER_SITES.match(address))


def _leads_to_paper(line: Line) -> bool:
    if not _ENTRY.match(line.text) or "://" not in line.text:
        return False
    return any(_is_paper(address) for _, address in read_cell(line.text).links)


def _take_entry(harvest: Harvest, lines: tuple[Line, ...], at: int) -> int:
    """Take an entry of a list, or a heading with what stands below it."""
    is_heading = lines[at].text.startswith("#")
    end = at + 1
    while end < len(lines) and end - at < _MOST_LINES:
        line = lines[end]
        if _HEADING.match(line.text) or _leads_to_paper(line) or _is_head(lines, end):
            break
        adjoins = line.number == lines[end - 1].number + 1 and not _ENTRY.match(line.text)
        if not (is_heading or adjoins):
            break
        end += 1
    first = re.sub(r"^#{1,6}\s+", "", lines[at].text)
    cell = read_cell(without_number(first))
    title, after = _read_title(cell, first)
    below = [read_cell(line.text) for line in lines[at + 1 : end]]
    text = "\n".join(filter(None, (after, *(plain(c.text) for c in below))))
    if not is_heading and len(text) < _SHORTEST_ABSTRACT:
        text = ""
    addresses = [address for c in (cell, *below) for _, address in c.links]
    values = _add_addresses({"title": title}, addresses, text)
    harvest.take(_spot(lines[at], lines[end - 1]), values)
    return end


def _spot(first: Line, last: Line | None = None) -> Spot:
    until = last.number if last and last.number > first.number else 0
    return Spot(line=first.number, column=first.column, last_line=until)


def _read_day(harvest: Harvest) -> date | None:
    """Read the day that a heading gives, if the file gives one alone."""
    days: dict[date | None, Line] = {}
    for line in harvest.source.lines:
        if _HEADING.match(line.text) and (found := _DAY.search(line.text)):
            days.setdefault(read_day(found[0]), line)
    if len(days) != 1:
        return None
    ((day, line),) = days.items()
    harvest.see_day(day, _spot(line))
    return day
