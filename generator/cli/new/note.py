"""`broadsheet new note`: says something about a paper."""

from pathlib import Path

import click

from generator import pipeline
from generator.cli.new.adding import add
from generator.cli.options import site_option
from generator.cli.papers import find_paper
from generator.cli.terminal import Terminal
from generator.curation.lookup import PaperSearch
from generator.curation.reading import read_curation
from generator.desk import draft_note
from generator.settings import read_environment, read_settings

_EPILOG = """\
\b
Examples:
  broadsheet new note 2401.10774 "Several words a step, without a second model to keep."
  broadsheet new note medusa "Several words a step." --pick
"""


@click.command("note", epilog=_EPILOG)
@click.argument("paper")
@click.argument("text")
@click.option("--pick", is_flag=True, help="Make the paper a pick, too.")
@site_option
@click.pass_obj
def note_command(terminal: Terminal, paper: str, text: str, pick: bool, root: Path) -> int:
    """Note TEXT on PAPER, at the end of content/curation/papers.yml.

    PAPER is an arXiv id, the last part of the paper's address, its title, or words of its title
    that no other title holds. TEXT is a sentence or two for readers.
    """
    settings = read_settings(root, read_environment())
    with terminal.steps():
        corpus, _ = pipeline.read_corpus(settings, on_step=terminal.show_step)
        curation, _ = read_curation(settings.curation, root=settings.root)
    search = PaperSearch(corpus, curation.edits)
    found = find_paper(paper, search, corpus)
    draft = draft_note(curation, corpus, search, paper=found, note=text, pick=pick)
    return add(terminal, settings, draft, corpus=corpus, then="`broadsheet serve` shows it.")
