"""`broadsheet new tag`: begins a tag."""

from pathlib import Path

import click

from generator.cli.new.adding import add
from generator.cli.options import site_option
from generator.cli.terminal import Terminal
from generator.curation.reading import read_curation
from generator.desk import draft_tag
from generator.settings import read_environment, read_settings

_EPILOG = """\
\b
Examples:
  broadsheet new tag "Sailing"
  broadsheet new tag "Sailing" --alias "sailing boat" --alias regatta
"""
_THEN = "`broadsheet diff` shows which papers it gets."


@click.command("tag", epilog=_EPILOG)
@click.argument("name")
@click.option(
    "--alias",
    "aliases",
    multiple=True,
    metavar="WORDS",
    help="Other words for it, looked for in papers like its name; may be given several times.",
)
@click.option("--description", default="", metavar="TEXT", help="One sentence, if it needs one.")
@click.option(
    "--id", "id_", default="", metavar="ID", help="Part of its address. Without it: from the name."
)
@site_option
@click.pass_obj
def tag_command(
    terminal: Terminal,
    name: str,
    aliases: tuple[str, ...],
    description: str,
    id_: str,
    root: Path,
) -> int:
    """Begin a tag called NAME, at the end of content/curation/tags.yml.

    Papers get it that have its name or an alias in the title, or in two sentences of the abstract.
    """
    settings = read_settings(root, read_environment())
    curation, _ = read_curation(settings.curation, root=settings.root)
    draft = draft_tag(curation, name=name, id_=id_, aliases=aliases, description=description)
    return add(terminal, settings, draft, then=_THEN)
