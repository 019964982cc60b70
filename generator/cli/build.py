"""`broadsheet build`: makes the site and publishes it."""

from pathlib import Path

import click

from generator import pipeline
from generator.cli.findings import Format
from generator.cli.options import engine_option, format_option, site_option
from generator.cli.report import report
from generator.cli.terminal import Terminal
from generator.engine.model import Engine
from generator.pipeline import Publication
from generator.settings import read_environment, read_settings

_EPILOG = """\
\b
Examples:
  broadsheet build
  broadsheet build --site ~/papers
  SITE_URL=https://example.org/papers/ broadsheet build
"""


@click.command("build", epilog=_EPILOG)
@site_option
@format_option(Format.TEXT, Format.JSON, Format.GITHUB)
@engine_option
@click.pass_obj
def build_command(terminal: Terminal, root: Path, form: Format, engine: Engine) -> int:
    """Make the site and publish it in build/site.

    Everything is checked first: while there is an error, nothing is published, and the site stays
    as it was. Warnings are published; the site's page on its data lists them. Where nothing has
    changed, nothing is done.
    """
    settings = read_settings(root, read_environment())
    with terminal.steps():
        publication = pipeline.build(
            settings,
            engine,
            on_step=terminal.show_step,
            on_wait=lambda: terminal.say(
                "Another build of this site is at work. Waiting for it …", error=True
            ),
        )
    facts = {
        "published": publication.published,
        "changed": publication.changed,
        "site": "build/site",
        "digests": publication.edition.digests,
        "papers": publication.edition.papers,
        "pages": publication.edition.pages,
    }
    report(
        terminal,
        publication.diagnostics,
        form=form,
        facts=facts,
        verdict=describe(publication, has_site=settings.site.exists()),
        root=settings.root,
    )
    return 0 if publication.published else 1


def describe(publication: Publication, *, has_site: bool) -> str:
    """Say in a sentence or two what a build came to."""
    edition = publication.edition
    if not publication.published:
        return "Nothing was published" + ("; the site is as it was." if has_site else ".")
    if not publication.changed:
        return "Nothing has changed: build/site is up to date."
    papers, pages = _number(edition.papers, "paper"), _number(edition.pages, "page")
    return f"Published {papers} on {pages} in build/site."


def _number(count: int, noun: str) -> str:
    return f"{count:,} {noun}{'' if count == 1 else 's'}"
