"""Making a ledger's lines, in the same words in every reader."""

from generator.sources.lines import Line
from generator.sources.model import LedgerLine, LineKind

_TEXT_LENGTH = 200


def taken(line: Line, kind: LineKind, entry: int | None = None) -> LedgerLine:
    """Account for a line that was understood. `entry` is the paper it belongs to, from 0."""
    return LedgerLine(line=line.number, column=line.column, kind=kind, entry=entry)


def rejected(line: Line, reason: str) -> LedgerLine:
    """Account for a line that is in no paper; `reason` is in words for a reader of the site."""
    return LedgerLine(
        line=line.number,
        column=line.column,
        kind=LineKind.REJECTED,
        reason=reason,
        text=line.text[:_TEXT_LENGTH],
    )
