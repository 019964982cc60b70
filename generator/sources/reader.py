"""What a reader of one format is: the only thing the registry knows of it."""

from bisect import bisect_right
from dataclasses import dataclass
from datetime import date
from enum import IntEnum
from functools import cached_property
from typing import Protocol

from generator.diagnostics import Diagnostic
from generator.sources.json_document import Container, read_container
from generator.sources.json_records import Records, find_records
from generator.sources.lines import Line, line_starts, split_lines
from generator.sources.model import LedgerLine, RawEntry
from generator.sources.xml_document import XmlDocument, read_xml


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """Where a line or a record stands in a source; the fields are those of `LedgerLine`."""

    line: int
    column: int = 1
    last_line: int = 0
    path: str = ""


@dataclass(frozen=True, kw_only=True)
class Source:
    """A digest's file as a reader gets it: decoded, and what its name says.

    `path` is from the site's root, for places. What several readers look at is read once.
    """

    path: str
    date: date | None
    text: str

    @cached_property
    def lines(self) -> tuple[Line, ...]:
        """The lines of `text` that are not blank."""
        return split_lines(self.text)

    @cached_property
    def json(self) -> Container | None:
        """The list or object with which the text begins, whole or broken off."""
        return read_container(self.text)

    @cached_property
    def records(self) -> Records | None:
        """The records of a text that is JSON."""
        return find_records(self.text, self.json) if self.json else None

    @cached_property
    def xml(self) -> XmlDocument | None:
        """The text as XML, up to its first error."""
        return read_xml(self.text)

    def spot(self, start: int, stop: int = 0, path: str = "") -> Spot:
        """Say where the piece of `text` from `start` to `stop` stands, offsets from 0."""
        line = bisect_right(self._line_starts, start)
        last = bisect_right(self._line_starts, max(start, stop - 1))
        column = start - self._line_starts[line - 1] + 1
        return Spot(line=line, column=column, last_line=last if last > line else 0, path=path)

    def offset(self, line: Line) -> int:
        """Say at which offset a line's text begins."""
        return self._line_starts[line.number - 1] + line.column - 1

    @cached_property
    def _line_starts(self) -> tuple[int, ...]:
        return line_starts(self.text)


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What a reader made of a source: papers, what became of each line, and what was odd."""

    entries: tuple[RawEntry, ...]
    ledger: tuple[LedgerLine, ...]
    """By line and column; every line that is not blank is in it, or within one of its records."""
    diagnostics: tuple[Diagnostic, ...] = ()
    day: date | None = None
    """The day that the file itself gives as its own. A digest's date is its name's all the same."""


class Confidence(IntEnum):
    """How sure a reader is that a source is in its format. The surest reader gets it."""

    NO = 0
    LIKELY = 1
    """It looks like the general kind: a Markdown table, JSON."""
    CERTAIN = 2
    """It bears the marks of this very format."""


class Reader(Protocol):
    """Reads one format. It looks at nothing but the source, and raises nothing."""

    @property
    def name(self) -> str:
        """The format in one word, as the data says it: `capture`."""
        ...

    @property
    def description(self) -> str:
        """The format in a few words, for a person whose file was not understood."""
        ...

    def recognises(self, source: Source) -> Confidence:
        """Judge by the content alone, quickly: by its beginning where that is enough."""
        ...

    def parse(self, source: Source) -> Reading:
        """Read a source that `recognises` did not refuse."""
        ...
