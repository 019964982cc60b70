"""Options that several commands share."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from generator.cli.findings import Format
from generator.engine.model import ENGINES, Engine

_Command = Callable[..., Any]
_PURPOSES = {
    Format.TEXT: "for people",
    Format.JSON: "for programs",
    Format.GITHUB: "for annotations on a pull request",
    Format.MARKDOWN: "for a page or a comment on a pull request",
}


def site_option(command: _Command) -> _Command:
    return click.option(
        "--site",
        "root",
        type=click.Path(path_type=Path),
        default=".",
        metavar="FOLDER",
        help="The folder of the site, which holds mkdocs.yml and content. Without it: the current "
        "folder.",
    )(command)


def format_option(*forms: Format) -> Callable[[_Command], _Command]:
    """Make the option `--format` of a command that can write these forms, the first by itself."""
    described = "; ".join(f"{form} {_PURPOSES[form]}" for form in forms)
    return click.option(
        "--format",
        "form",
        type=click.Choice([str(form) for form in forms]),
        default=str(forms[0]),
        callback=lambda _context, _parameter, value: Format(value),
        help=f"How it is written: {described}. Without it: {forms[0]}.",
    )


def engine_option(command: _Command) -> _Command:
    return click.option(
        "--engine",
        type=click.Choice(list(ENGINES)),
        default=next(iter(ENGINES)),
        callback=_choose_engine,
        help=f"What turns Markdown into pages. Without it: {next(iter(ENGINES))}.",
    )(command)


def _choose_engine(_context: click.Context, _parameter: click.Parameter, value: str) -> Engine:
    engine = ENGINES[value]
    if not engine.is_installed:
        needed = " ".join(f'"{part}"' for part in engine.requirement.split())
        message = f"{value} is not installed here. To have it: python -m pip install {needed}"
        raise click.BadParameter(message)
    return engine
