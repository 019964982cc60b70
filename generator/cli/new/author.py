"""`broadsheet new author`: says who is behind a name, or several."""

from pathlib import Path

import click

from generator import pipeline
from generator.cli.new.adding import add
from generator.cli.options import site_option
from generator.cli.papers import find_paper
from generator.cli.terminal import Terminal
from generator.curation.lookup import PaperSearch
from generator.curation.reading import read_curation
from generator.desk import draft_author
from generator.settings import read_environment, read_settings

_EPILOG = """\
\b
Examples:
  broadsheet new author "Noah A. Smith" --also "Noah Smith"
  broadsheet new author "Hong Liu" --id hong-liu-of-abq-llm --paper 2408.08554
"""
_THEN = "`broadsheet diff` shows whose pages change."


@click.command("author", epilog=_EPILOG)
@click.argument("name")
@click.option(
    "--also",
    multiple=True,
    metavar="NAME",
    help="Another name or spelling of theirs; may be given several times.",
)
@click.option(
    "--paper",
    "papers",
    multiple=True,
    metavar="PAPER",
    help="A paper that is theirs, where others share the name; may be given several times.",
)
@click.option("--affiliation", default="", metavar="TEXT", help="Where they work.")
@click.option(
    "--id",
    "id_",
    default="",
    metavar="ID",
    help="Part of their address. Without it: from the name, with --paper and the affiliation.",
)
@site_option
@click.pass_obj
def author_command(
    terminal: Terminal,
    name: str,
    also: tuple[str, ...],
    papers: tuple[str, ...],
    affiliation: str,
    id_: str,
    root: Path,
) -> int:
    """Say who is behind NAME, at the end of content/curation/authors.yml.

    With --also, papers under other names are theirs too, and the pages of those names lead to
    theirs. With --paper, of the papers under their name only those are theirs. A PAPER is named as
    in other entries.
    """
    settings = read_settings(root, read_environment())
    with terminal.steps():
        corpus, _ = pipeline.read_corpus(settings, on_step=terminal.show_step)
        curation, _ = read_curation(settings.curation, root=settings.root)
    search = PaperSearch(corpus, curation.edits)
    draft = draft_author(
        curation,
        corpus,
        name=name,
        also=also,
        papers=[find_paper(paper, search, corpus) for paper in papers],
        id_=id_,
        affiliation=affiliation,
    )
    return add(terminal, settings, draft, corpus=corpus, then=_THEN)
