"""`broadsheet new topic`: begins a section of the site."""

from pathlib import Path

import click

from generator.cli.new.adding import add
from generator.cli.options import site_option
from generator.cli.terminal import Terminal
from generator.curation.reading import read_curation
from generator.desk import draft_topic
from generator.settings import read_environment, read_settings

_EPILOG = """\
\b
Examples:
  broadsheet new topic "Games" --family Acting
  broadsheet new topic "Games" --family Acting --phrase chess --phrase "video game"
"""
_THEN = (
    "Describe it in a sentence, and add to its rule what such papers speak of; docs/topics.md says "
    "how. `broadsheet diff` shows which papers it gets."
)


@click.command("topic", epilog=_EPILOG)
@click.argument("name")
@click.option(
    "--family",
    required=True,
    metavar="FAMILY",
    help="The group in which it is shown. In one that there is, it comes last; another is begun.",
)
@click.option(
    "--phrase",
    "phrases",
    multiple=True,
    metavar="WORDS",
    help="Words by which papers are found; may be given several times. Without it: the name.",
)
@click.option("--description", default="", metavar="TEXT", help="One sentence: what its papers do.")
@click.option(
    "--id", "id_", default="", metavar="ID", help="Part of its address. Without it: from the name."
)
@site_option
@click.pass_obj
def topic_command(
    terminal: Terminal,
    name: str,
    family: str,
    phrases: tuple[str, ...],
    description: str,
    id_: str,
    root: Path,
) -> int:
    """Begin a topic called NAME in content/curation/topics.yml.

    It gets a rule that finds its phrases, a mark that its family has not yet, and its place behind
    the topics of that family.
    """
    settings = read_settings(root, read_environment())
    curation, _ = read_curation(settings.curation, root=settings.root)
    draft = draft_topic(
        curation, name=name, family=family, id_=id_, description=description, phrases=phrases
    )
    return add(terminal, settings, draft, then=_THEN)
