"""`broadsheet new collection`: begins a reading list."""

from pathlib import Path

import click

from generator import pipeline
from generator.cli.new.adding import add
from generator.cli.options import site_option
from generator.cli.papers import find_paper
from generator.cli.terminal import Terminal
from generator.curation.lookup import PaperSearch
from generator.curation.reading import read_curation
from generator.desk import draft_collection
from generator.settings import read_environment, read_settings

_EPILOG = """\
\b
Examples:
  broadsheet new collection "Small models" 2305.07759 2310.01382
  broadsheet new collection "Small models" tinystories "compressing llms"
"""
_THEN = "Say for whom it is, and in a `comment` beneath each paper why it stands there."


@click.command("collection", epilog=_EPILOG)
@click.argument("name")
@click.argument("papers", metavar="PAPER...", nargs=-1, required=True)
@click.option("--description", default="", metavar="TEXT", help="For whom it is, and what for.")
@click.option(
    "--id", "id_", default="", metavar="ID", help="Part of its address. Without it: from the name."
)
@site_option
@click.pass_obj
def collection_command(
    terminal: Terminal,
    name: str,
    papers: tuple[str, ...],
    description: str,
    id_: str,
    root: Path,
) -> int:
    """Begin a reading list called NAME, in a file of its own in content/curation/collections.

    A PAPER is named by its arXiv id, the last part of its address, its title, or words of its title
    that no other title holds. They stand in the order in which you name them.
    """
    settings = read_settings(root, read_environment())
    with terminal.steps():
        corpus, _ = pipeline.read_corpus(settings, on_step=terminal.show_step)
        curation, _ = read_curation(settings.curation, root=settings.root)
    search = PaperSearch(corpus, curation.edits)
    merges = search.resolved.corrections.merges
    found = [find_paper(paper, search, corpus) for paper in papers]
    draft = draft_collection(
        curation,
        corpus,
        name=name,
        papers=[merges.get(paper, paper) for paper in found],
        id_=id_,
        description=description,
    )
    return add(terminal, settings, draft, corpus=corpus, then=_THEN)
