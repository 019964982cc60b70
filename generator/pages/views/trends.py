"""The page of trends, and what a month's page tells of its month."""

from dataclasses import dataclass

from generator.pages.views.charts import Columns, DataTable, Panel, ShareRow
from generator.pages.views.marks import TagMark


@dataclass(frozen=True, slots=True, kw_only=True)
class Changes:
    """What rose and what faded, the surest first; None where nothing did.

    `note` names what is compared. `empty` says why both are None: no change, or too little to tell.
    """

    note: str
    rising: DataTable | None
    fading: DataTable | None
    empty: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Panels:
    """Drawings side by side, what they show together, and their figures."""

    caption: str
    items: tuple[Panel, ...]
    table: DataTable


@dataclass(frozen=True, slots=True, kw_only=True)
class Shares:
    """All topics with their part of a span, the largest first, and the figures."""

    note: str
    caption: str
    rows: tuple[ShareRow, ...]
    table: DataTable


@dataclass(frozen=True, slots=True, kw_only=True)
class Recurring:
    """The papers that came in most digests; `table` is None where none came twice."""

    note: str
    table: DataTable | None
    empty: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class TrendsPage:
    """Panels, topics and papers are None where there is nothing to draw."""

    heading: str
    lead: str
    panels: Panels | None
    changes: Changes
    topics: Shares | None
    papers: Columns | None
    tags: tuple[TagMark, ...]
    tags_note: str
    recurring: Recurring
    method: tuple[str, ...]
    """How it was counted, a paragraph each."""
