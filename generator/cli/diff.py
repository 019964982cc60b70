"""`broadsheet diff`: says what a change of content does to the reader's site."""

import json
from pathlib import Path

import click

from generator import pipeline
from generator.cli.comparison import escape, render_json, render_markdown, render_text
from generator.cli.findings import Format, render_count
from generator.cli.history import former_content
from generator.cli.options import format_option, site_option
from generator.cli.terminal import Terminal
from generator.diagnostics import has_errors
from generator.pipeline import Difference
from generator.settings import read_environment, read_settings

_EPILOG = """\
\b
Examples:
  broadsheet diff                       what your change does, before you commit it
  broadsheet diff HEAD~1                and together with the last commit
  broadsheet diff origin/main           what a branch does to the published site
  broadsheet diff ../before             against a copy of the site in another folder
  broadsheet diff --format markdown     for a comment on a pull request
"""


@click.command("diff", epilog=_EPILOG)
@click.argument("former", metavar="[REVISION|FOLDER]", default="HEAD")
@site_option
@format_option(Format.TEXT, Format.JSON, Format.MARKDOWN)
@click.pass_obj
def diff_command(terminal: Terminal, former: str, root: Path, form: Format) -> int:
    """Say what a change of content does to the reader's site.

    It compares the content as it lies there now with what a git REVISION holds, or another FOLDER
    with a site in it; without either, with the last commit. It lists papers that move between
    topics, gain or lose tags, are new, hidden or merged, and pages that appear, lead elsewhere or
    answer no more. Nothing is built, and no file is changed.
    """
    environment = read_environment()
    settings = read_settings(root, environment)
    with (
        terminal.steps(),
        former_content(settings.root, former, environment.variables) as content,
    ):
        name = content.name
        difference = pipeline.compare(settings, content.root, on_step=terminal.show_step)
    if difference.comparison is None:
        return _report_errors(terminal, difference, name, form)
    render = {Format.JSON: render_json, Format.MARKDOWN: render_markdown}.get(form, render_text)
    terminal.say(render(difference.comparison, name))
    return 0


def _report_errors(terminal: Terminal, difference: Difference, name: str, form: Format) -> int:
    """Say why there is nothing to compare. It is 1 only where the content of now is to blame."""
    is_broken = has_errors(difference.diagnostics)
    if is_broken:
        counted = render_count(difference.diagnostics)
        message = f"The content has {counted}, so it cannot be published: see broadsheet check."
    else:
        counted = render_count(difference.former_diagnostics)
        message = f"The content of {name} has {counted}, so no site came of it to compare with."
    if form is Format.JSON:
        record = {"compared_with": name, "cannot_compare": message}
        terminal.say(json.dumps(record, indent=2))
    else:
        terminal.say(escape(message) if form is Format.MARKDOWN else message)
    return 1 if is_broken else 0
