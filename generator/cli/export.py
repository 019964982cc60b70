"""`broadsheet export`: writes any slice of the papers, in the format of another program."""

from collections.abc import Callable, Iterable, Sequence
from difflib import get_close_matches
from pathlib import Path
from typing import TypeVar

import click

from generator import pipeline
from generator.cli.findings import shown
from generator.cli.options import site_option
from generator.cli.papers import find_paper
from generator.cli.report import tell_of_errors
from generator.cli.sheets import render_csv, render_jsonl, render_markdown
from generator.cli.terminal import Terminal
from generator.corpus.model import Paper
from generator.curation.lookup import PaperSearch
from generator.pages.catalogue import Catalogue, make_catalogue
from generator.pages.citations import FORMATS
from generator.pages.citations.bibliography import Bibliography
from generator.pages.slices import ALWAYS, Period, Slice, choose_papers, parse_period
from generator.pipeline import Reading
from generator.settings import read_environment, read_settings

_Id = TypeVar("_Id", bound=str)
_EPILOG = """\
\b
Examples:
  broadsheet export --topic agents --since 2025-03 > agents.bib
  broadsheet export --format ris --tag survey --tag benchmark
  broadsheet export --format csv --date 2025-03-12
  broadsheet export --format markdown --picks
  broadsheet export 2401.10774 medusa            two papers, by id and by title
"""
_SHEETS: dict[str, Callable[[Catalogue, Sequence[Paper]], str]] = {
    "csv": render_csv,
    "jsonl": render_jsonl,
    "markdown": render_markdown,
}
_CITATIONS = {"bibtex": "bib", "ris": "ris", "csl": "json", "text": "txt"}


def _read_period(
    _context: click.Context, _parameter: click.Parameter, value: str | None
) -> Period | None:
    try:
        return parse_period(value) if value else None
    except ValueError:
        said = shown(value or "")
        message = f"“{said}” is no day, month or year such as 2025-03-12, 2025-03, 2025."
        raise click.BadParameter(message) from None


@click.command("export", epilog=_EPILOG)
@click.argument("papers", nargs=-1, metavar="[PAPER]...")
@site_option
@click.option(
    "--format",
    "form",
    type=click.Choice([*_CITATIONS, *_SHEETS]),
    default="bibtex",
    help="For which program: bibtex, ris and csl for reference managers; text for people; csv for "
    "a spreadsheet; jsonl, a record of the API a line; markdown, a list. Without it: bibtex.",
)
@click.option("--topic", "topics", multiple=True, help="Papers of a topic, by its id or name.")
@click.option("--tag", "tags", multiple=True, help="Papers with a tag, by its id or name.")
@click.option("--collection", "collections", multiple=True, help="Papers of a reading list.")
@click.option("--picks", is_flag=True, help="Papers that a curator recommends.")
@click.option(
    "--since", callback=_read_period, help="In a digest of that day, month, year or later."
)
@click.option(
    "--until", callback=_read_period, help="In a digest of that day, month, year or before."
)
@click.option("--date", "day", callback=_read_period, help="In a digest of that day, month, year.")
@click.pass_obj
def export_command(
    terminal: Terminal,
    papers: tuple[str, ...],
    root: Path,
    form: str,
    topics: tuple[str, ...],
    tags: tuple[str, ...],
    collections: tuple[str, ...],
    picks: bool,
    since: Period | None,
    until: Period | None,
    day: Period | None,
) -> int:
    """Write papers to the standard output, for a reference manager or another program.

    Without any option it writes all papers. PAPER is an arXiv id, the last part of a paper's
    address, its title, or words of it that no other has. Options narrow what is written: a paper
    must be in all that are given. One that is given twice widens: a paper of either topic will do.
    """
    settings = read_settings(root, read_environment())
    with terminal.steps():
        reading = pipeline.read_content(settings, on_step=terminal.show_step)
    catalogue = make_catalogue(reading.curated)
    curated = reading.curated
    asked = Slice(
        topics=_find(topics, [(topic.id, topic.name) for topic in curated.topics], "--topic"),
        tags=_find(tags, [(tag.id, tag.name) for tag in curated.tags], "--tag"),
        collections=_find(
            collections, [(each.id, each.name) for each in curated.collections], "--collection"
        ),
        picks=picks,
        period=_join_periods(since, until, day),
    )
    found = choose_papers(catalogue, asked)
    if papers:
        found = _keep_named(papers, found, reading)
    click.echo(_render(catalogue, found, form).encode(), nl=False)
    if not found:
        terminal.say("No paper is in all that was asked for.", error=True)
    tell_of_errors(terminal, reading.diagnostics)
    return 0


def _keep_named(
    names: Iterable[str], papers: Iterable[Paper], reading: Reading
) -> tuple[Paper, ...]:
    """Keep the papers that are named, in the order in which they are."""
    search = PaperSearch(reading.corpus, reading.curation.edits)
    by_slug = {slug: paper for paper in papers for slug in (paper.id, *paper.redirects)}
    slugs = dict.fromkeys(find_paper(name, search, reading.corpus) for name in names)
    return tuple(by_slug[slug] for slug in slugs if slug in by_slug)


def _render(catalogue: Catalogue, papers: Sequence[Paper], form: str) -> str:
    if form in _SHEETS:
        return _SHEETS[form](catalogue, papers)
    citation = next(each for each in FORMATS if each.suffix == _CITATIONS[form])
    return Bibliography(catalogue).file(papers, citation)


def _join_periods(since: Period | None, until: Period | None, day: Period | None) -> Period:
    """Give what lies in all three. Raises click.UsageError where nothing does."""
    firsts = [period.first for period in (since, day) if period and period.first]
    lasts = [period.last for period in (until, day) if period and period.last]
    period = Period(first=max(firsts, default=None), last=min(lasts, default=None))
    if period.first and period.last and period.first > period.last:
        raise click.UsageError("--since, --until and --date leave no day between them.")
    return period if firsts or lasts else ALWAYS


def _find(names: Iterable[str], known: Sequence[tuple[_Id, str]], option: str) -> tuple[_Id, ...]:
    """Find ids by themselves or by the names that readers know."""
    by_name = {_plain(name): id_ for id_, name in known} | {_plain(id_): id_ for id_, _ in known}
    found = []
    for name in names:
        if _plain(name) not in by_name:
            near = get_close_matches(_plain(name), by_name, n=1)
            hint = f" Did you mean {by_name[near[0]]}?" if near else ""
            message = f"there is none called “{shown(name)}”.{hint}"
            raise click.BadParameter(message, param_hint=option)
        found.append(by_name[_plain(name)])
    return tuple(found)


def _plain(name: str) -> str:
    return "-".join(name.casefold().split())
