"""The command `broadsheet`: one command a file, each of which calls the pipeline and reports.

Exit codes: 0 fine, 1 findings, 2 the command cannot run; 130 and 143 where it was stopped.
"""

import errno
import os
import signal
import sys
import traceback
from collections.abc import Sequence
from importlib import metadata
from types import FrameType

import click

from generator.cli.add import add_command
from generator.cli.audit import audit_command
from generator.cli.build import build_command
from generator.cli.check import check_command
from generator.cli.diff import diff_command
from generator.cli.enrich import enrich_command
from generator.cli.explain import explain_command
from generator.cli.export import export_command
from generator.cli.fetch import fetch_command
from generator.cli.findings import shown
from generator.cli.history import HistoryError
from generator.cli.mail import mail_command
from generator.cli.new import new_command
from generator.cli.score import score_command
from generator.cli.serve import serve_command
from generator.cli.terminal import Terminal
from generator.desk import Refusal
from generator.post import RecordError
from generator.settings import Environment, SettingsError, read_environment

CANNOT_RUN = 2
_TOLD = (HistoryError, RecordError, Refusal, SettingsError)
"""What a person is told as it is: each says why the command cannot do it, and what to do."""
_STOPPED = 130
_PIPE_CLOSED = 141
_EPILOG = """\
\b
Examples:
  broadsheet add FILE          put a digest in its place, looked at first
  broadsheet serve             see your site, and see it change while you write
  broadsheet check             look for mistakes, publish nothing
  broadsheet build             make the site, in build/site
  broadsheet explain "a title" say why a paper has its topics and tags
  broadsheet diff              see what your change does to the site
  broadsheet export --topic X  cite papers: BibTeX, RIS, CSV and more
  broadsheet mail              write the newest digest as a mail, or send it
  broadsheet audit             hear what may be better, though nothing is wrong
  broadsheet fetch hf          get the last days from Hugging Face
  broadsheet enrich            fill in what papers lack, from arXiv and others
  broadsheet new note 2401.10774 "Several words a step."
  broadsheet build --help      say more about one command

\b
Exit codes: 0 all is well, 1 there are findings, 2 the command cannot run.
"""


def _version() -> str:
    try:
        return metadata.version("broadsheet")
    except metadata.PackageNotFoundError:  # run from a folder of sources
        return "(not installed)"


@click.group(
    epilog=_EPILOG,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 88},
)
@click.version_option(version=_version(), message="broadsheet %(version)s")
def cli() -> None:
    """Turn digests of papers and a few YAML files into a searchable website.

    A site is a folder with mkdocs.yml, content and site_templates. Commands act on the one you are
    in, or on the one that --site names.
    """


cli.add_command(add_command)
cli.add_command(build_command)
cli.add_command(serve_command)
cli.add_command(check_command)
cli.add_command(enrich_command)
cli.add_command(explain_command)
cli.add_command(audit_command)
cli.add_command(diff_command)
cli.add_command(export_command)
cli.add_command(fetch_command)
cli.add_command(mail_command)
cli.add_command(new_command)
cli.add_command(score_command)


def main() -> None:
    """Run the command that the command line asks for, and exit with its code."""
    sys.exit(run(sys.argv[1:]))


def run(arguments: Sequence[str]) -> int:
    """Run a command; give its exit code. Whatever goes wrong, a person reads words about it."""
    environment = read_environment()
    terminal = Terminal(environment)
    for stream in (sys.stdout, sys.stderr):
        # Better an escape than a failure, where a terminal lacks a letter.
        if reconfigure := getattr(stream, "reconfigure", None):
            reconfigure(errors="backslashreplace")
    before = signal.signal(signal.SIGTERM, _stop)
    try:
        # Not `cli.main`, which answers Ctrl-C and a closed pipe in its own way.
        with cli.make_context("broadsheet", list(arguments), obj=terminal) as context:
            code = cli.invoke(context)
        sys.stdout.flush()
    except click.exceptions.Exit as end:
        return end.exit_code
    except BrokenPipeError:
        # Whoever read our words has read enough. Python would say so once more at its end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return _PIPE_CLOSED
    except (KeyboardInterrupt, click.Abort):
        terminal.end_line()
        return _STOPPED
    except click.ClickException as error:
        error.show()
        return CANNOT_RUN
    except (*_TOLD, OSError) as error:
        click.echo("\n".join(map(shown, _explain(error).split("\n"))), err=True)
    except Exception as error:  # noqa: BLE001  # the last place to spare a person a traceback
        click.echo(_apologise(error, environment), err=True)
    else:
        return int(code or 0)
    finally:
        signal.signal(signal.SIGTERM, before)
    return CANNOT_RUN


def _stop(_signal: int, _frame: FrameType | None) -> None:
    """Leave by the way that cleans up."""
    sys.exit(128 + signal.SIGTERM)


def _explain(error: Exception) -> str:
    if not isinstance(error, OSError):
        return str(error)
    about = f": {error.filename}" if error.filename else ""
    what = error.strerror or str(error)
    if error.errno == errno.ENOSPC:
        return f"The disk is full{about}. The site is as it was. Free some space and try again."
    return f"{what}{about}. The site is as it was."


def _apologise(error: Exception, environment: Environment) -> str:
    if environment.debug:
        return "".join(traceback.format_exception(error))
    kind = type(error).__name__
    return (
        f"Broadsheet failed: {kind}: {error}\n"
        "That is a fault of the program, not of your content. The site is as it was. Please "
        "report it; with BROADSHEET_DEBUG=1 in the environment the command says where it failed."
    )
