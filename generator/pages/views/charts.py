"""Charts: drawings, the words that say what they show, and the tables behind them."""

from dataclasses import dataclass

from generator.pages.views.marks import TagMark, TopicMark


@dataclass(frozen=True, slots=True, kw_only=True)
class Stroke:
    """A part of a drawing: `path` is the `d` of an SVG path, `kind` the class that paints it."""

    kind: str
    path: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawing:
    """A chart without a word in it, `width` by `height` units, which the page stretches.

    `said` is what it shows, in a sentence; empty where words and figures beside it say the same.
    """

    width: int
    height: int
    strokes: tuple[Stroke, ...]
    said: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class DataRow:
    """A row of a table. `url` may be empty; `hue` and `form` are a topic's, else 0.

    There are as many `cells` as the table has heads after the first; a cell may be empty.
    """

    name: str
    cells: tuple[str, ...]
    url: str = ""
    hue: int = 0
    form: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class DataTable:
    """The figures of a chart. `heads` name the columns, that of the rows' names first."""

    caption: str
    heads: tuple[str, ...]
    rows: tuple[DataRow, ...]
    total: DataRow | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ShareRow:
    """A topic or tag with a small drawing and a figure: `18.5%`. `change` may be empty."""

    mark: TopicMark | TagMark
    drawing: Drawing
    value: str
    change: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Panel:
    """A topic or tag with a drawing of its own. `first` and `last` stand at the drawing's ends."""

    mark: TopicMark | TagMark
    value: str
    note: str
    drawing: Drawing
    first: str
    last: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Columns:
    """Papers by time: a drawing that speaks for itself, its ends, and the figures."""

    drawing: Drawing
    caption: str
    first: str
    last: str
    table: DataTable
