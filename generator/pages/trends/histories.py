"""Histories: when the papers of a topic or tag came, as columns over all their time."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from generator.corpus.model import Paper
from generator.pages.catalogue import Catalogue
from generator.pages.dates import Month, months_short
from generator.pages.drawings import draw_columns
from generator.pages.trends.tables import name_row
from generator.pages.views import Columns, DataRow, DataTable, ShareRow, Shares, TopicMark
from generator.pages.words import counted, figure

_MOST = 36  # columns; past that they are of quarters, then of years
_UNITS = ((1, "month"), (3, "quarter"), (12, "year"))
_SIDE_BY_SIDE = 8  # columns of a drawing that is one of many; a table has room for so many


@dataclass(frozen=True, slots=True, kw_only=True)
class Dating:
    """By which date a site's histories go: one for all, so that they can be set side by side.

    Publication, where it is known of half of all papers, since it tells more of a field than the
    days of a few digests; else the first dated digest.
    """

    by_publication: bool

    @classmethod
    def of(cls, catalogue: Catalogue) -> "Dating":
        known = sum(paper.published is not None for paper in catalogue.papers)
        return cls(by_publication=2 * known >= len(catalogue.papers) > 0)

    @property
    def event(self) -> str:
        return "first publication" if self.by_publication else "first appearance"

    def date_of(self, paper: Paper) -> date | None:
        return paper.published if self.by_publication else paper.first_featured


def draw_history(papers: Iterable[Paper], dating: Dating) -> Columns | None:
    """Draw papers by month, quarter or year; None where all with a date are of one."""
    days = [dating.date_of(paper) for paper in papers]
    months = [Month.of(day) for day in days if day]
    if not months:
        return None
    first, last = min(months), max(months)
    length, unit = next(
        (step for step in _UNITS if _place(last, step[0]) - _place(first, step[0]) < _MOST),
        _UNITS[-1],
    )
    counts = Counter(_place(month, length) for month in months)
    places = range(_place(first, length), _place(last, length) + 1)
    if len(places) < 2:
        return None
    names = {place: _name(place, length) for place in places}
    known = "" if len(months) == len(days) else f", known of {figure(len(months))}"
    what = dating.event
    caption = (
        f"{counted(len(days), 'paper')} by {unit} of {what}{known}, {names[places[0]]} to "
        f"{names[places[-1]]}; at most {figure(max(counts.values()))} in one."
    )
    return Columns(
        drawing=draw_columns([counts[place] for place in places], said=caption),
        caption=caption,
        first=names[places[0]],
        last=names[places[-1]],
        table=DataTable(
            caption=f"Papers by {unit} of {what}",
            heads=(unit.capitalize(), "Papers"),
            rows=tuple(
                DataRow(name=names[place], cells=(figure(counts[place]),))
                for place in places
                if counts[place]
            ),
        ),
    )


def draw_histories(topics: Mapping[TopicMark, Sequence[Paper]], dating: Dating) -> Shares | None:
    """Draw the papers of each topic over the same time; None where all are of one month.

    By month, or where that is too long by quarter, of which only the last are drawn.
    """
    days = [day for papers in topics.values() for day in map(dating.date_of, papers) if day]
    months = [Month.of(day) for day in days]
    if not months or min(months) == max(months):
        return None
    first, last = min(months), max(months)
    length, unit = _UNITS[_place(last, 1) - _place(first, 1) >= _SIDE_BY_SIDE]
    end = _place(last, length)
    places = range(max(_place(first, length), end - _SIDE_BY_SIDE + 1), end + 1)
    counts = {
        mark: Counter(_place(Month.of(day), length) for day in map(dating.date_of, papers) if day)
        for mark, papers in topics.items()
    }
    left_out = places[0] > _place(first, length)
    return Shares(
        note=f"By {unit} of {dating.event}",
        caption=f"{_name(places[0], length)} to {_name(end, length)}, each topic on a scale of its "
        f"own; the figure counts {'earlier papers, too' if left_out else 'all papers'}.",
        rows=tuple(
            ShareRow(
                mark=mark,
                drawing=draw_columns([counts[mark][place] for place in places]),
                value=figure(len(papers)),
            )
            for mark, papers in topics.items()
        ),
        table=DataTable(
            caption=f"Papers by {unit} of {dating.event}; one may have several topics",
            heads=("Topic", *(_name(place, length) for place in places)),
            rows=tuple(
                name_row(mark, *(figure(counts[mark][place]) for place in places))
                for mark in topics
            ),
        ),
    )


def _place(month: Month, length: int) -> int:
    """Give the number of the period that holds a month; each has so many months."""
    return (month.year * 12 + month.number - 1) // length


def _name(place: int, length: int) -> str:
    """`Mar 2025`, `Jan–Mar 2025`, `2025`."""
    first = Month(place * length // 12, place * length % 12 + 1)
    if length == 12:
        return str(first.year)
    return months_short(first, first.moved(length - 1))
