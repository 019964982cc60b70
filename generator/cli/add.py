"""`broadsheet add`: takes in a digest, after a look at what is in it."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

import click

from generator.cli.findings import render_text, shown
from generator.cli.options import site_option
from generator.cli.terminal import Terminal
from generator.desk.arrivals import (
    NewDigest,
    Prospect,
    Shelves,
    find_day,
    look_ahead,
    write_digests,
)
from generator.desk.fetching import STANDARD_INPUT, Arrival, fetch_all
from generator.desk.refusal import Refusal
from generator.diagnostics import Severity, has_errors
from generator.settings import read_environment, read_settings
from generator.sources.digests import read_digests
from generator.sources.facts import read_facts
from generator.sources.model import RawDigest, RawEntry
from generator.sources.registry import READERS

_PREVIEWED = 3
_MOST_FINDINGS = 10
_EPILOG = """\
\b
Examples:
  broadsheet add content/digests/2025/2025-03-12.txt    it is there: nothing changes
  broadsheet add --dry-run --date 2031-05-06 content/digests/undated/language-modeling.txt
"""


@click.command("add", epilog=_EPILOG)
@click.argument("names", nargs=-1, required=True, metavar="FILE|FOLDER|URL|-...")
@click.option("--date", "day", metavar="DAY", help="The day of the digest, YYYY-MM-DD.")
@click.option("--undated", "name", metavar="NAME", default="", help="It has no day, but a name.")
@click.option(
    "--format",
    "form",
    type=click.Choice([reader.name for reader in READERS]),
    help="Refuse whatever is in another format.",
)
@click.option("--dry-run", is_flag=True, help="Say what would be added, and write nothing.")
@click.option("--yes", is_flag=True, help="Do not ask.")
@site_option
@click.pass_obj
def add_command(
    terminal: Terminal,
    names: tuple[str, ...],
    day: str | None,
    name: str,
    form: str | None,
    dry_run: bool,
    yes: bool,
    root: Path,
) -> int:
    """Add digests to content/digests: files, all files of a folder, addresses, or `-` for a pipe.

    Which format a file has is told by its content. Its day is that of --date, or the one in its
    name, or the one that it gives itself. You see the first papers, what became of each line, and
    which papers are new, known or doubtful, before anything is written; files stay byte for byte as
    they are. One that is not understood is refused, with the line where understanding ended, and
    then nothing is written. One that is there already changes nothing.
    """
    settings = read_settings(root, read_environment())
    given = _read_day(day) if day else None
    can_ask = not (yes or dry_run or STANDARD_INPUT in names) and terminal.is_interactive
    arrivals = fetch_all(list(names))
    shelves = Shelves(settings.digests, root=settings.root)
    readers = [reader for reader in READERS if form in (None, reader.name)]
    added: list[NewDigest] = []
    refused: list[tuple[Arrival, RawDigest]] = []
    with terminal.steps():
        for arrival in arrivals:
            terminal.show_step(f"Reading {shown(arrival.name)}")
            digest = shelves.look_into(arrival, readers)
            if has_errors(digest.diagnostics):
                refused.append((arrival, digest))
                continue
            its_day = None if name else given or find_day(arrival)
            if not (its_day or name):
                its_day = _ask_day(arrival, can_ask=can_ask)
            added.append(shelves.place(arrival, its_day, name, readers))
        if refused:
            terminal.say("".join(_refuse(refused)), error=True)
            return 1
        fresh = [new for new in added if not new.known_as]
        present, _ = read_digests(settings.digests, root=settings.root)
        facts, _ = read_facts(settings.metadata, root=settings.root)
        prospect = look_ahead(present, facts, added) if fresh else Prospect()
    terminal.say("".join(_preview(added, prospect, colour=terminal.colour)))
    if not fresh:
        terminal.say("Nothing is new; nothing was written.")
    elif dry_run:
        terminal.say("Nothing was written: --dry-run.")
    elif can_ask and not click.confirm("Add this?", default=True, err=True):
        terminal.say("Nothing was written.")
    else:
        write_digests(added)
        noun = "digest" if len(fresh) == 1 else "digests"
        terminal.say(f"Added {len(fresh):,} {noun}. See them with: broadsheet serve")
    return 0


def _read_day(text: str) -> date:
    try:
        if len(text) == len("2031-05-06"):
            return date.fromisoformat(text)
    except ValueError:
        pass
    message = f"“{shown(text)}” is no day such as 2031-05-06."
    raise click.BadParameter(message, param_hint="--date")


def _ask_day(arrival: Arrival, *, can_ask: bool) -> date:
    if not can_ask:
        message = (
            f"Of which day is {shown(arrival.name)}? Neither its name nor its content says. Add "
            "--date YYYY-MM-DD, or --undated NAME where it is of none."
        )
        raise Refusal(message)
    answer: str = click.prompt(f"Of which day is {shown(arrival.name)} (YYYY-MM-DD)?", err=True)
    return _read_day(answer.strip())


def _refuse(refused: Sequence[tuple[Arrival, RawDigest]]) -> Iterator[str]:
    for arrival, digest in refused:
        name = shown(arrival.name)
        yield f"{name} is refused:\n"
        errors = [f for f in digest.diagnostics if f.severity is Severity.ERROR]
        yield render_text(replace(f, place=replace(f.place, file=name)) for f in errors)
        if digest.entries:
            yield f"    {_count(len(digest.entries), 'paper')} can be read before that.\n"
    yield "Nothing was written.\n"


def _preview(added: Sequence[NewDigest], prospect: Prospect, *, colour: bool) -> Iterator[str]:
    for new in added:
        if new.known_as:
            yield f"{shown(new.arrival.name)}: there already, as {new.known_as}\n"
            continue
        digest = new.digest
        yield f"{digest.path}: {digest.format}, {_count(len(digest.entries), 'paper')}\n"
        shown_here = digest.entries[: _PREVIEWED if len(added) == 1 else 1]
        yield from (f"  {n:>4}  {_tell(entry)}\n" for n, entry in enumerate(shown_here, start=1))
        if more := len(digest.entries) - len(shown_here):
            yield f"        and {more:,} more\n"
        kinds = Counter(line.kind.value for line in digest.ledger)
        yield f"        ledger: {', '.join(f'{count:,} {kind}' for kind, count in kinds.items())}\n"
        yield render_text(digest.diagnostics[:_MOST_FINDINGS], colour=colour)
        if (more := len(digest.diagnostics) - _MOST_FINDINGS) > 0:
            yield f"        and {more:,} findings more\n"
    if any(not new.known_as for new in added):
        yield (
            f"{_count(len(prospect.new), 'new paper')}, {len(prospect.known):,} known"
            f", {_count(len(prospect.doubts), 'doubt')}\n"
        )
        yield render_text(prospect.doubts[:_MOST_FINDINGS], colour=colour)


def _tell(entry: RawEntry) -> str:
    facts = entry.facts
    said = [shown(" ".join(entry.title.split()))]
    if facts and facts.authors:
        more = " and others" if len(facts.authors) > 1 else ""
        said.append(shown(facts.authors[0]) + more)
    if facts and facts.arxiv_id:
        said.append(f"arXiv {facts.arxiv_id}")
    return "; ".join(said)


def _count(number: int, noun: str) -> str:
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"
