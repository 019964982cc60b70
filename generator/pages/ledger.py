"""The ledger: what became of every line of every digest, counted, and by month where it is long."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import fields
from itertools import groupby
from operator import itemgetter

from generator.pages.catalogue import Shelf
from generator.pages.dates import Month
from generator.pages.permalinks import month_url
from generator.pages.views import LedgerMonth, LedgerRow, LinkView
from generator.pages.words import counted
from generator.sources.model import LineKind

_MOST_ROWS = 31
"""Digests that one table shows: a month of days."""
_FIGURES = tuple(field.name for field in fields(LedgerRow) if field.name != "link")


def count_lines(shelf: Shelf) -> LedgerRow:
    """Count what became of a digest's lines; `papers` counts entries, hidden ones too."""
    ledger = shelf.digest.ledger
    kinds = Counter(line.kind for line in ledger)
    return LedgerRow(
        link=LinkView(label=shelf.label, url=shelf.url),
        lines=len({(line.line, line.path) for line in ledger}),
        headers=kinds[LineKind.HEADER],
        titles=kinds[LineKind.TITLE],
        abstracts=kinds[LineKind.ABSTRACT],
        facts=kinds[LineKind.FACT],
        records=kinds[LineKind.RECORD],
        rejected=kinds[LineKind.REJECTED],
        papers=shelf.received,
        new=shelf.digest.new,
    )


def add_up(rows: Sequence[LedgerRow], link: LinkView) -> LedgerRow:
    return LedgerRow(
        link=link, **{name: sum(getattr(row, name) for row in rows) for name in _FIGURES}
    )


def fold(shelves: Sequence[Shelf], rows: Sequence[LedgerRow]) -> Iterator[LedgerMonth]:
    """Give the rows by month, those without a date last; nothing where they are few."""
    if len(rows) <= _MOST_ROWS:
        return
    pairs = zip(map(_month_of, shelves), rows, strict=True)
    for month, group in groupby(pairs, key=itemgetter(0)):
        held = tuple(row for _, row in group)
        name = month.text if month else "Without a date"
        link = LinkView(
            label=name, url=month_url(month) if month else "", note=counted(len(held), "digest")
        )
        yield LedgerMonth(total=add_up(held, link), rows=held)


def note_double_lines(rows: Sequence[LedgerRow]) -> str:
    kinds = sum(
        row.headers + row.titles + row.abstracts + row.facts + row.records + row.rejected
        for row in rows
    )
    double = kinds - sum(row.lines for row in rows)
    if not double:
        return ""
    hold = "holds two of these and counts" if double == 1 else "hold two of these and count"
    return f"{counted(double, 'line')} {hold} as both."


def _month_of(shelf: Shelf) -> Month | None:
    day = shelf.digest.date
    return Month.of(day) if day else None
