"""`broadsheet new`: writes a starting entry into the right file, in the right place."""

import click

from generator.cli.new.author import author_command
from generator.cli.new.collection import collection_command
from generator.cli.new.note import note_command
from generator.cli.new.tag import tag_command
from generator.cli.new.topic import topic_command

_EPILOG = """\
\b
Examples:
  broadsheet new topic "Games" --family Acting --phrase chess --phrase poker
  broadsheet new tag "Sailing" --alias regatta
  broadsheet new note 2401.10774 "Several words a step, without a second model to keep."
  broadsheet new collection "Small models" 2305.07759 2310.01382
  broadsheet new author "Noah A. Smith" --also "Noah Smith"
"""


@click.group("new", epilog=_EPILOG)
def new_command() -> None:
    """Write a topic, tag, note, reading list or author to begin with.

    The entry goes to its place in content/curation, and no other line of the file changes. It is
    tried first: where it would be a mistake, nothing is written.
    """


for command in (topic_command, tag_command, note_command, collection_command, author_command):
    new_command.add_command(command)
