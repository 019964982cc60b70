"""`broadsheet export`: writes any slice of the papers, in the format of another program."""

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

import click

from generator import pipeline
from generator.cli.asking import find_ids, join_periods, read_period
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
from generator.pages.slices import Period, Slice, choose_papers
from generator.pipeline import Reading
from generator.settings import read_environment, read_settings

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
    "--since", callback=read_period, help="In a digest of that day, month, year or later."
)
@click.option(
    "--until", callback=read_period, help="In a digest of that day, month, year or before."
)
@click.option("--date", "day", callback=read_period, help="In a digest of that day, month, year.")
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
        topics=find_ids(topics, [(topic.id, topic.name) for topic in curated.topics], "--topic"),
        tags=find_ids(tags, [(tag.id, tag.name) for tag in curated.tags], "--tag"),
        collections=find_ids(
            collections, [(each.id, each.name) for each in curated.collections], "--collection"
        ),
        picks=picks,
        period=join_periods(since, until, day),
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
