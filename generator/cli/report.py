"""How a command ends: its findings, and what they come to."""

import os
from collections.abc import Mapping
from pathlib import Path

from generator.cli.findings import Format, render_count, render_github, render_json, render_text
from generator.cli.terminal import Terminal
from generator.diagnostics import Diagnostic, has_errors


def report(
    terminal: Terminal,
    diagnostics: tuple[Diagnostic, ...],
    *,
    form: Format,
    facts: Mapping[str, object],
    verdict: str,
    root: Path,
) -> None:
    """Write findings in the form asked for; `verdict` closes them for people, `facts` for programs.

    `root` is the site's folder, from which findings name their files.
    """
    if form is Format.JSON:
        terminal.say(render_json(diagnostics, facts))
        return
    if form is Format.GITHUB:
        terminal.say(render_github(diagnostics, folder=_folder_from_here(root)))
    else:
        terminal.say(render_text(diagnostics, colour=terminal.colour))
    counted = render_count(diagnostics)
    terminal.say(f"{counted}. {verdict}" if counted else verdict)


def tell_of_errors(terminal: Terminal, diagnostics: tuple[Diagnostic, ...]) -> None:
    """Say beside an answer that it rests on content with errors, where it does."""
    if has_errors(diagnostics):
        counted = render_count(diagnostics)
        terminal.say(f"The content has {counted}: see broadsheet check.", error=True)


def _folder_from_here(root: Path) -> str:
    """Name the site's folder from the current one: GitHub wants paths from where it checked out."""
    folder = os.path.relpath(root.resolve(), Path.cwd())
    return "" if folder == "." or folder.startswith("..") else Path(folder).as_posix()
