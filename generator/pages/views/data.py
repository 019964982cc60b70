"""The page on data quality."""

from dataclasses import dataclass

from generator.pages.views.marks import LinkView


@dataclass(frozen=True, slots=True, kw_only=True)
class LedgerRow:
    link: LinkView
    lines: int
    headers: int
    titles: int
    abstracts: int
    facts: int
    records: int
    rejected: int
    papers: int
    new: int


@dataclass(frozen=True, slots=True, kw_only=True)
class LedgerMonth:
    """The digests of a month, and what they add up to; `total` leads to the month's page."""

    total: LedgerRow
    rows: tuple[LedgerRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FindingView:
    severity: str
    code: str
    message: str
    hint: str
    place: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RejectedView:
    place: str
    reason: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Meter:
    """A share of all papers: `percent` 0 to 100 with one decimal, as text for CSS."""

    name: str
    count: int
    total: int
    percent: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DataPage:
    lead: str
    rows: tuple[LedgerRow, ...]
    """A row for each digest."""
    total: LedgerRow
    known: tuple[Meter, ...]
    findings: tuple[FindingView, ...]
    findings_note: str
    rejected: tuple[RejectedView, ...]
    hidden: tuple[tuple[str, str], ...]
    """Title and reason."""
    ledger_note: str = ""
    """Why the columns may add up to more than the lines."""
    months: tuple[LedgerMonth, ...] = ()
    """The same rows by month, where they are too many for one table."""
    same_titles: tuple[LinkView, ...] = ()
    """Titles that several papers bear: the page that names them, `note` saying which."""
