"""`broadsheet check`: finds mistakes, and writes nothing."""

from pathlib import Path

import click

from generator import pipeline
from generator.cli.findings import Format, count
from generator.cli.options import format_option, site_option
from generator.cli.report import report
from generator.cli.terminal import Terminal
from generator.settings import read_environment, read_settings

_EPILOG = """\
\b
Examples:
  broadsheet check
  broadsheet check --strict               warnings count as errors
  broadsheet check --format github        annotations on a pull request
"""


@click.command("check", epilog=_EPILOG)
@site_option
@format_option(Format.TEXT, Format.JSON, Format.GITHUB)
@click.option("--strict", is_flag=True, help="Exit with 1 for warnings, too.")
@click.pass_obj
def check_command(terminal: Terminal, root: Path, form: Format, strict: bool) -> int:
    """Look for mistakes in content and templates; write nothing.

    Each finding has its file, line and column, and says what to do. An error keeps the site from
    being published; a warning does not.
    """
    settings = read_settings(root, read_environment())
    with terminal.steps():
        edition = pipeline.read_edition(settings, on_step=terminal.show_step)
    errors, warnings = count(edition.diagnostics)
    ok = not errors and not (strict and warnings)
    if not errors and not warnings:
        papers = f"{edition.papers:,} {'paper' if edition.papers == 1 else 'papers'}"
        digests = f"{edition.digests:,} {'digest' if edition.digests == 1 else 'digests'}"
        verdict = f"{papers} in {digests}: all is well."
    elif errors:
        verdict = "While there is an error, nothing is published."
    elif strict:
        verdict = "With --strict that is a failure."
    else:
        verdict = "It can be published."
    facts = {"ok": ok, "digests": edition.digests, "papers": edition.papers}
    report(
        terminal,
        edition.diagnostics,
        form=form,
        facts=facts,
        verdict=verdict,
        root=settings.root,
    )
    return 0 if ok else 1
