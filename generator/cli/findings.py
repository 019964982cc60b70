"""Findings as people and machines read them: text, JSON, and GitHub's annotations."""

import json
from collections.abc import Iterable, Mapping
from enum import StrEnum

import click

from generator.diagnostics import Diagnostic, Severity

_COLOURS = {Severity.ERROR: "red", Severity.WARNING: "yellow"}


class Format(StrEnum):
    """How a command writes what it found out."""

    TEXT = "text"
    JSON = "json"
    GITHUB = "github"
    MARKDOWN = "markdown"


def render_text(diagnostics: Iterable[Diagnostic], *, colour: bool = False) -> str:
    """Write each finding as `file:line:column: code: message`, its hint indented beneath."""
    lines = []
    for finding in diagnostics:
        code = str(finding.code)
        if colour:
            code = click.style(code, fg=_COLOURS[finding.severity])
        lines.append(f"{shown(str(finding.place))}: {code}: {shown(finding.message)}\n")
        if finding.hint:
            hint = f"    hint: {shown(finding.hint)}"
            lines.append((click.style(hint, dim=True) if colour else hint) + "\n")
    return "".join(lines)


def render_json(diagnostics: Iterable[Diagnostic], facts: Mapping[str, object]) -> str:
    """Write one object: `findings`, how many `errors` and `warnings`, and further `facts`.

    It is plain ASCII, so that it survives every terminal and every pipe.
    """
    found = tuple(diagnostics)
    errors, warnings = count(found)
    findings = [
        {
            "severity": str(finding.severity),
            "code": str(finding.code),
            "file": finding.place.file,
            "line": finding.place.line,
            "column": finding.place.column,
            "message": finding.message,
            "hint": finding.hint,
        }
        for finding in found
    ]
    whole = {"findings": findings, "errors": errors, "warnings": warnings, **facts}
    return json.dumps(whole, indent=2) + "\n"


def render_github(diagnostics: Iterable[Diagnostic], *, folder: str = "") -> str:
    """Write workflow commands, which GitHub shows beside the lines of a pull request.

    `folder` is the site's, from where the command runs. Format:
    https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands
    """
    lines = []
    for finding in diagnostics:
        file = f"{folder}/{finding.place.file}" if folder else finding.place.file
        properties = {
            "file": file,
            "line": str(finding.place.line),
            "col": str(finding.place.column),
            "title": str(finding.code),
        }
        listed = ",".join(f"{key}={_escaped(value, ':,')}" for key, value in properties.items())
        message = "\n".join(filter(None, (finding.message, finding.hint)))
        lines.append(f"::{finding.severity} {listed}::{_escaped(message)}\n")
    return "".join(lines)


def render_count(diagnostics: Iterable[Diagnostic]) -> str:
    """Say how many there are: `2 errors, 1 warning`; empty where there is none."""
    errors, warnings = count(diagnostics)
    return ", ".join(
        f"{number:,} {word}{'' if number == 1 else 's'}"
        for number, word in ((errors, "error"), (warnings, "warning"))
        if number
    )


def count(diagnostics: Iterable[Diagnostic]) -> tuple[int, int]:
    """Count errors and warnings."""
    severities = [finding.severity for finding in diagnostics]
    return severities.count(Severity.ERROR), severities.count(Severity.WARNING)


def shown(text: str) -> str:
    """Write what could act on a terminal, or turn its text round, as an escape."""
    return "".join(
        character if character.isprintable() else ascii(character)[1:-1] for character in text
    )


def _escaped(text: str, also: str = "") -> str:
    for character in f"%\r\n{also}":
        text = text.replace(character, f"%{ord(character):02X}")
    return text
