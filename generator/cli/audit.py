"""`broadsheet audit`: advises on what may be better in topics, tags and entries."""

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import click

from generator import pipeline
from generator.cli.findings import Format, shown
from generator.cli.options import format_option, site_option
from generator.cli.report import tell_of_errors
from generator.cli.terminal import Terminal
from generator.curation.audit import Advice, Subject, audit
from generator.diagnostics import Place
from generator.settings import read_environment, read_settings

_SUBJECTS = "\n".join(f"  {subject:<24}{subject.about}" for subject in Subject)
_EPILOG = f"""\
\b
Subjects:
{_SUBJECTS}

\b
Examples:
  broadsheet audit
  broadsheet audit --only papers-alike --only missing-paper
  broadsheet audit --format json
"""
_SHOWN = 5
"""How many words a piece of advice lists for a person; JSON has all of them."""


@click.command("audit", epilog=_EPILOG)
@site_option
@format_option(Format.TEXT, Format.JSON)
@click.option(
    "--only",
    "subjects",
    multiple=True,
    type=click.Choice([str(subject) for subject in Subject]),
    metavar="SUBJECT",
    help="Advise on this alone; may be given several times.",
)
@click.option("--strict", is_flag=True, help="Exit with 1 where there is any advice.")
@click.pass_obj
def audit_command(
    terminal: Terminal, root: Path, form: Format, subjects: tuple[str, ...], strict: bool
) -> int:
    """Advise on what may be better in topics, tags and entries.

    Nothing of it is a mistake, so it keeps nothing from being published. Each piece of advice has
    its place and says what to do.
    """
    settings = read_settings(root, read_environment())
    with terminal.steps():
        reading = pipeline.read_content(settings, on_step=terminal.show_step)
        terminal.show_step("Asking every rule about every paper")
        advice = audit(curation=reading.curation, corpus=reading.corpus, curated=reading.curated)
    chosen = [a for a in advice if not subjects or a.subject in subjects]
    if form is Format.JSON:
        terminal.say(_render_json(chosen))
    else:
        terminal.say(render_advice(chosen, colour=terminal.colour))
        terminal.say(_sum_up(chosen))
    tell_of_errors(terminal, reading.diagnostics)
    return 1 if strict and chosen else 0


def render_advice(advice: Iterable[Advice], *, colour: bool = False) -> str:
    """Write each piece as `file:line:column: subject: message`, what to do indented beneath.

    What is to be done is not repeated where it is that of the piece above. What is to be copied
    stands at the beginning of its lines.
    """
    return "".join(f"{line}\n" for line in _list_lines(advice, colour=colour))


def _list_lines(advice: Iterable[Advice], *, colour: bool) -> Iterator[str]:
    last = ""
    for piece in advice:
        subject = click.style(str(piece.subject), fg="cyan") if colour else str(piece.subject)
        yield f"{shown(str(piece.place))}: {subject}: {shown(piece.message)}"
        if piece.items:
            yield f"    {shown(_name_items(piece))}"
        if piece.suggestion != last:
            hint = f"    hint: {shown(piece.suggestion)}"
            yield click.style(hint, dim=True) if colour else hint
        yield from map(shown, piece.entry.splitlines())
        last = piece.suggestion


def _name_items(piece: Advice) -> str:
    named = [f"`{text}` ({_near(place, piece.place)})" for text, place in piece.items[:_SHOWN]]
    more = len(piece.items) - len(named)
    return ", ".join(named) + (f" and {more} more" if more else "")


def _near(place: Place, here: Place) -> str:
    return f"line {place.line}" if place.file == here.file else str(place)


def _sum_up(advice: Sequence[Advice]) -> str:
    if not advice:
        return "There is nothing to advise."
    counts = Counter(piece.subject for piece in advice)
    listed = ", ".join(f"{counts[s]:,} {s}" for s in Subject if counts[s])
    noun = "piece" if len(advice) == 1 else "pieces"
    return f"{len(advice):,} {noun} of advice: {listed}."


def _render_json(advice: Iterable[Advice]) -> str:
    records = [
        {
            "subject": str(piece.subject),
            "file": piece.place.file,
            "line": piece.place.line,
            "column": piece.place.column,
            "message": piece.message,
            "suggestion": piece.suggestion,
            "entry": piece.entry,
            "items": [{"text": text, "place": str(place)} for text, place in piece.items],
        }
        for piece in advice
    ]
    return json.dumps({"advice": records}, indent=2) + "\n"
