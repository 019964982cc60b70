"""Which units of a Markdown text make a paper: what leads to one, its title, and what is below.

A unit that leads to a paper and has a title (words in bold, the words of a link, a heading) begins
one. Where it only says `Paper: https://...`, the title stands above it: in the unit before, or in
the heading. What is below an entry or a heading belongs to it.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from generator.sources.bylines import read_byline
from generator.sources.lines import Line
from generator.sources.markdown.cells import Cell, is_label, leads_to_paper, plain, without_number
from generator.sources.markdown.units import Kind, Unit
from generator.sources.pairing import lean
from generator.sources.usual_keys import name_fact
from generator.sources.values import read_arxiv_id

_KEY = re.compile(r"\A(?:[-*+>]\s+)*([^\W\d][\w ()/-]{0,29}?)\s*[:：]\s*")
_COLON = re.compile(r"[:：]|.\s*[:：]")
_STARTS = re.compile(r"\W{0,3}(?:\*\*|\[|[\"“_])")
_READ_MORE = re.compile(r"\s*\((?:Read more on|Links?:|Paper:?)[^\n]{0,120}$")
_WHERE = re.compile(
    r"\A(?:[(\[]\*?[\w ,'’./-]{1,30}\d{2,4}\*?[)\]]|\d{4}-\d{2}-\d{2}|\d{1,2}/\d{4})[\s,:：|-]*"
)
_TRAIL = " ([-–—:：,|\\"
_QUOTES = (('"', '"'), ("“", "”"))
_LONGEST_LEAD = 30
"""Characters before the words of a link that may be a date or a mark, and no title."""
_LONGEST_POINTER = 60
_LONGEST_TITLE = 400
_SHORTEST_WORD = 6
"""Characters of a title above of one word only, as titles without spaces are."""


@dataclass(slots=True, kw_only=True)
class Gathered:
    """A paper as far as it was gathered: the unit with its title, and those below."""

    title: str
    after: str
    """What follows the title in its line."""
    units: list[Unit] = field(default_factory=list)

    @property
    def first(self) -> Line:
        return self.units[0].lines[0]

    @property
    def last(self) -> Line:
        return self.units[-1].lines[-1]

    @property
    def papers(self) -> frozenset[str]:
        return frozenset().union(*(unit.papers for unit in self.units))

    @property
    def rest(self) -> Iterator[tuple[Cell, bool]]:
        """What stands below the line of the title, and whether it begins a unit."""
        for number, unit in enumerate(self.units):
            if unit.kind is not Kind.FRAME:
                cells = unit.cells[1:] if number == 0 else unit.cells
                yield from ((cell, at == 0) for at, cell in enumerate(cells))


def gather_papers(units: Iterable[Unit]) -> Iterator[Gathered | Unit]:
    """Give each paper when it is whole, and each unit that is part of none, in their order."""
    current: Gathered | None = None
    waiting: list[Unit] = []
    """Units of no paper yet: one of them may hold the title of what follows."""
    for unit in units:
        if current and _belongs(unit, current):
            current.units.append(unit)
            continue
        title, after = read_title(unit) if unit.papers else ("", "")
        if not title and current is None and only_points(unit):
            title, after, above = _find_title_above(waiting)
            if title:
                yield from waiting[:above]
                current = Gathered(title=title, after=after, units=[*waiting[above:], unit])
                waiting = []
                continue
        if current:
            yield current
            current = None
        if title:
            yield from waiting
            waiting = []
            current = Gathered(title=title, after=after, units=[unit])
        elif unit.kind is Kind.HEADING or unit.papers:
            yield from waiting
            waiting = [unit]
        else:
            waiting.append(unit)
    yield from [current] if current else []
    yield from waiting


def _belongs(unit: Unit, paper: Gathered) -> bool:
    """Whether a unit goes on with the paper that was begun."""
    head = paper.units[0]
    if unit.kind is Kind.HEADING:
        return False
    is_below = unit.column > head.column + 1  # a single space is a slip
    title = read_title(unit)[0] if unit.papers else ""
    if title:
        return unit.papers <= paper.papers and head.kind is Kind.HEADING
    if unit.papers and unit.text.startswith("|"):
        return unit.papers <= paper.papers
    if unit.papers:
        return is_below or head.kind is not Kind.BULLET
    if head.kind is Kind.HEADING or is_below:
        return True
    if head.kind is Kind.SUMMARY:
        return unit.kind in {Kind.TEXT, Kind.FRAME}
    # What adjoins: `- Paper: ...` and `- Code: ...` below a title are entries of one list.
    adjoins = unit.lines[0].number <= paper.last.number + 2
    is_fact = unit.kind is Kind.BULLET and bool(read_key(plain(unit.lines[0].text))[0])
    return adjoins and is_fact and paper.units[-1].kind is Kind.BULLET and len(paper.units) > 1


def only_points(unit: Unit) -> bool:
    """Whether a unit leads to a paper and says little else: `Paper: ...`, `Ada Knot, [pdf](...)`.

    Running text that cites one says more.
    """
    cells = [cell for cell in unit.cells if cell.papers]
    return bool(cells) and all(_is_pointer(cell, unit.kind) for cell in cells)


def _is_pointer(cell: Cell, kind: Kind) -> bool:
    is_bare = not any(words for words, address in cell.links if leads_to_paper(address))
    if kind is Kind.TEXT and is_bare:  # a row of another format may end in an address
        return not cell.text or bool(read_key(cell.text)[0])
    return len(cell.text) < _LONGEST_POINTER or bool(read_byline(cell.text))


def _find_title_above(waiting: list[Unit]) -> tuple[str, str, int]:
    """Find the title among the units above, and with which of them its paper begins.

    It is given as such (`Title: ...`), or it is the nearest unit that reads as one, or the heading.
    """
    head = next((n for n, unit in enumerate(waiting) if unit.kind is Kind.HEADING), 0)
    for above in range(len(waiting) - 1, -1, -1):
        unit = waiting[above]
        if unit.papers or unit.kind is Kind.FRAME:
            continue
        fact, value = read_key(unit.cells[0].text)
        if fact == "title" and value:
            return value, "", head
        title, after = read_title(unit)
        is_title = lean(title) < 0 and (len(title.split()) > 1 or len(title) >= _SHORTEST_WORD)
        if is_title and not has_key(unit.cells[0]) and above > head:
            return title, after, above
    if waiting and not waiting[head].papers:
        title, after = read_title(waiting[head])
        if len(title.split()) > 1 or len(title) >= _SHORTEST_WORD:
            return title, after, head
    return "", "", -1


def read_title(unit: Unit) -> tuple[str, str]:
    """Find the title in a unit, and what follows it in its line; empty where there is none."""
    cell, source = unit.cells[0], unit.text
    if source.startswith(("|", "<td", "<th", "<tr")):
        return "", ""  # a row of a table that is not one of papers
    if unit.kind in {Kind.TEXT, Kind.HEADING} and _names_several(cell):
        return "", ""  # lines that were joined, or running text
    title, after = read_title_of(cell, without_number(source))
    begins = _STARTS.match(source) and title in {_tidy(cell.bold), *_words(cell)}
    if unit.kind is Kind.TEXT and unit.papers and not (begins and not has_key(cell)):
        return "", ""  # running text that cites a paper
    return title, after


def _names_several(cell: Cell) -> bool:
    ids = {found[0] for address in cell.papers if (found := read_arxiv_id(address))}
    return len(ids) > 1


def read_title_of(cell: Cell, source: str) -> tuple[str, str]:
    """Find the title in a cell or the line of an entry, and the text that follows it."""
    if cell.bold and not _is_no_title(cell.bold):
        return _tidy(cell.bold), _after(cell, cell.bold)
    before = _tidy(without_number(cell.before))
    for words, address in cell.links:
        is_short = len(before) < _LONGEST_LEAD and len(words) > len(before)
        if not _is_no_title(words) and (not before or (is_short and leads_to_paper(address))):
            return _tidy(words), _after(cell, words)
    title = before
    if not title and not any(words for words, _ in cell.links):
        title = _tidy(without_number(cell.text))
    if not title and cell.links and "](" not in source:
        title = _tidy(plain(source))
    return ("", "") if _is_no_title(title) else (title, "")


def _words(cell: Cell) -> set[str]:
    return {_tidy(words) for words, _ in cell.links} | {_tidy(cell.bold)}


def _after(cell: Cell, title: str) -> str:
    return trim(cell.text.partition(title)[2])


def _is_no_title(words: str) -> bool:
    """Whether words are a label, a key or a date rather than a title."""
    bare = _WHERE.sub("", words + " ").strip()
    key, value = read_key(bare)
    is_key = bool(key) and (not value or is_label(value))
    return (
        not bare or bare.startswith("[!") or is_label(bare) or is_key or len(bare) > _LONGEST_TITLE
    )


def has_key(cell: Cell) -> bool:
    """Whether a line begins with a key, known or in bold: `Authors: ...`, `**Rope**: ...`."""
    bold = cell.bold
    is_short = 0 < len(bold) < _LONGEST_LEAD and cell.text.startswith(bold)
    in_bold = is_short and bool(_COLON.match(cell.text, len(bold) - 1))
    return in_bold or bool(read_key(cell.text)[0])


def read_key(text: str) -> tuple[str, str]:
    """Part `Authors: Ada Knot` into the fact that its key stands for and its value."""
    match = _KEY.match(text)
    if not match:
        return "", text
    fact = name_fact(match[1]) or ("urls" if is_label(match[1]) else "")
    return fact, text[match.end() :].strip() if fact else text


def _tidy(title: str) -> str:
    title = _WHERE.sub("", _READ_MORE.sub("", title)).strip(" *_")
    title = title.rstrip(_TRAIL)
    for opening, closing in _QUOTES:
        title = title.rstrip(".,") if title.startswith(opening) else title
        if title.startswith(opening) and title.find(closing, 1) == len(title) - 1:
            title = title[1:-1].rstrip(",")
    return title.strip()


def trim(text: str) -> str:
    return text.strip(" \n-–—:：,|").removeprefix(". ").strip()
