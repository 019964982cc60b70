"""Papers that came again: in how many digests, and when."""

from collections.abc import Iterable

from generator.corpus.model import Appearance, Paper
from generator.pages.catalogue import Catalogue
from generator.pages.dates import Month, date_view
from generator.pages.permalinks import paper_url
from generator.pages.views import DataRow, DataTable, Recurring
from generator.pages.words import counted, number_word

_SHOWN = 12


def find_recurring(catalogue: Catalogue) -> Recurring:
    """Give the papers that came in most digests, those without a date among them."""
    return _tell(
        catalogue,
        ((paper, paper.appearances) for paper in catalogue.papers),
        where="",
        heads=("Paper", "Digests", "First", "Last"),
        empty="No paper has come in a second digest yet.",
    )


def find_recurring_in(catalogue: Catalogue, papers: Iterable[Paper], month: Month) -> Recurring:
    """Give those of a month's papers that came in most digests of that month."""
    return _tell(
        catalogue,
        (
            (paper, tuple(a for a in paper.appearances if a.date and Month.of(a.date) == month))
            for paper in papers
        ),
        where=f" of {month.name}",
        heads=("Paper", "Digests", "First", "Last"),
        empty=f"No paper came in two digests of {month.name}.",
    )


def _tell(
    catalogue: Catalogue,
    held: Iterable[tuple[Paper, tuple[Appearance, ...]]],
    *,
    where: str,
    heads: tuple[str, ...],
    empty: str,
) -> Recurring:
    counts = [
        (len({appearance.digest for appearance in appearances}), paper, appearances)
        for paper, appearances in held
    ]
    again = [counted for counted in counts if counted[0] > 1]
    again.sort(key=lambda found: (-found[0], found[1].id))
    if not again:
        return Recurring(note="", table=None, empty=empty)
    many = counted(len(again), "paper")
    some = f"{number_word(_SHOWN)} of {many}" if len(again) > _SHOWN else many
    return Recurring(
        note=f"{some} that came more than once",
        table=DataTable(
            caption=f"Papers by the number of digests{where} that held them",
            heads=heads,
            rows=tuple(
                DataRow(
                    name=catalogue.said(paper).title,
                    url=paper_url(paper.id),
                    cells=(str(count), *_say_when(appearances)),
                )
                for count, paper, appearances in again[:_SHOWN]
            ),
        ),
    )


def _say_when(appearances: Iterable[Appearance]) -> tuple[str, str]:
    """Give the first and the last day, the last only where it is another."""
    dates = sorted({appearance.date for appearance in appearances if appearance.date})
    if not dates:
        return ("no date", "")
    first, last = date_view(dates[0]).short, date_view(dates[-1]).short
    return (first, last if len(dates) > 1 else "the same day")
