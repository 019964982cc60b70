"""What a reader of one format is: the only thing the registry knows of it."""

from dataclasses import dataclass, field
from datetime import date
from enum import IntEnum
from typing import Protocol

from generator.diagnostics import Diagnostic
from generator.sources.lines import Line, split_lines
from generator.sources.model import LedgerLine, RawEntry


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A digest's file as a reader gets it: decoded, and what its name says.

    `path` is from the site's root, for places. `lines` are those of `text` that are not blank.
    """

    path: str
    date: date | None
    text: str
    lines: tuple[Line, ...] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "lines", split_lines(self.text))


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What a reader made of a source: papers, what became of each line, and what was odd."""

    entries: tuple[RawEntry, ...]
    ledger: tuple[LedgerLine, ...]
    """By line and column; every line that is not blank is in it."""
    diagnostics: tuple[Diagnostic, ...] = ()


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
