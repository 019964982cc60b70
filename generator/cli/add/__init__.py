"""`broadsheet add`: takes a digest from a file, the web or a pipe, and puts it in its place."""

from datetime import date
from difflib import get_close_matches
from pathlib import Path

import click

from generator.cli.add.addition import Wishes, add_digests
from generator.cli.add.asking import Asking
from generator.cli.add.fetching import Web, fetch_all
from generator.cli.asking import read_day
from generator.cli.options import site_option
from generator.cli.terminal import Terminal
from generator.cli.web import make_agent
from generator.desk.arrivals.shelving import hold_shelf
from generator.settings import read_environment, read_settings
from generator.sources.registry import READERS

_EPILOG = """\
\b
Examples:
  broadsheet add ~/Downloads/2025-03-14.txt
  broadsheet add page.txt --date 2025-03-14
  broadsheet add page.txt --date 2025-03-14 --dry-run   look, write nothing
  broadsheet add ~/Downloads/march                      every file in a folder
  broadsheet add ~/Downloads/2024.tar.xz                or in an archive
  broadsheet add list.txt --undated language-modeling
  broadsheet add "https://huggingface.co/api/daily_papers?date=2025-03-14"
  pbpaste | broadsheet add - --date 2025-03-14

\b
Exit codes: 0 the digest is there (also if it was before), 1 it was not added, for
what was found in it, 2 the command cannot run.
"""


def _read_format(_context: click.Context, _parameter: click.Parameter, value: str) -> str:
    names = [reader.name for reader in READERS]
    if not value or value in names:
        return value
    near = get_close_matches(value.lower(), names, n=1)
    hint = f" Did you mean {near[0]}?" if near else ""
    known = "\n".join(f"  {reader.name}: {reader.description}" for reader in READERS)
    message = f"no format is called “{value}”.{hint} Known are\n{known}\nWithout it, it is found."
    raise click.BadParameter(message)


@click.command("add", epilog=_EPILOG)
@click.argument("sources", nargs=-1, required=True, metavar="FILE|FOLDER|URL|-...")
@click.option(
    "--date",
    "day",
    default="",
    metavar="YYYY-MM-DD",
    callback=read_day,
    help="The day on which the list was taken. Without it: the one in the file's name; else it is "
    "asked for.",
)
@click.option("--undated", default="", metavar="NAME", help="It has no day: file it under a name.")
@click.option(
    "--format",
    "expected",
    default="",
    metavar="FORMAT",
    callback=_read_format,
    help="The format that it should be in; another is refused. Without it: found by the content. "
    f"Formats: {', '.join(reader.name for reader in READERS)}.",
)
@click.option("--dry-run", is_flag=True, help="Say what would be done, and write nothing.")
@click.option("--yes", is_flag=True, help="Answer questions with yes, for scripts.")
@site_option
@click.pass_obj
def add_command(
    terminal: Terminal,
    sources: tuple[str, ...],
    day: date | None,
    undated: str,
    expected: str,
    dry_run: bool,
    yes: bool,
    root: Path,
) -> int:
    """Add digests: a FILE or several, all of a FOLDER, what stands at a URL, or, with -, a pipe.

    An archive (tar, zip) is as good as a folder. A digest is read first, as a build will: its
    format, its day, its papers, and what became of every line. Papers that the site has, and those
    that look like one, are told from new ones. Then it is tried together with all other content,
    and written as it came, byte for byte, to content/digests. A digest that is there already
    changes nothing. Of several, all are added, or none.

    Where it looks damaged, or its day is not known, you are asked; where nobody can be asked, it is
    not added, and you are told what to type.
    """
    if day and undated:
        raise click.UsageError("--date and --undated: a digest has a day, or it has none.")
    environment = read_environment()
    settings = read_settings(root, environment)
    asking = Asking(terminal, yes=yes, piped="-" in sources)
    with terminal.steps():
        web = Web(agent=make_agent(settings), proxy=environment.proxy)
        parcels = fetch_all(sources, terminal, settings.digests, web)
        if not parcels:
            return 0

        def wait() -> None:
            terminal.say("Another addition is at work on this site; waiting for it.", error=True)

        with hold_shelf(settings.digests, on_wait=wait):
            wishes = Wishes(day=day, undated=undated, expected=expected, dry_run=dry_run)
            return add_digests(terminal, settings, parcels, wishes, asking)
