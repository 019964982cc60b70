"""`broadsheet mail`: writes the newest digest as a mail, and sends it where it is asked to."""

from functools import partial
from pathlib import Path

import click

from generator import pipeline
from generator.cli.asking import find_ids, join_periods, read_period
from generator.cli.composing import Mail, compose_mail
from generator.cli.findings import render_text, shown
from generator.cli.options import site_option
from generator.cli.posting import DOUBT, Posting, sift
from generator.cli.report import tell_of_errors
from generator.cli.terminal import Terminal
from generator.diagnostics import Diagnostic, has_errors
from generator.mailing import read_mailing, read_server
from generator.pages.catalogue import make_catalogue
from generator.pages.mail import find_digests
from generator.pages.slices import Period
from generator.post import open_record
from generator.settings import SettingsError, read_clock, read_environment, read_settings

_FINDINGS = 1
_EPILOG = """\
\b
Examples:
  broadsheet mail --output newest.eml      the newest digest, to be looked at
  broadsheet mail --date 2025-03-12        that of a day, to the standard output
  broadsheet mail --since 2025-03 --topic agents
"""


@click.command("mail", epilog=_EPILOG)
@site_option
@click.option("--date", "day", callback=read_period, help="Digests of that day, month, year.")
@click.option("--since", callback=read_period, help="Digests of that day, month, year or later.")
@click.option("--topic", "topics", multiple=True, help="Papers of a topic only, by its id or name.")
@click.option(
    "--output", type=click.Path(dir_okay=False, path_type=Path), metavar="FILE",
    help="Write the mail there. Without it: to the standard output, unless it is sent.",
)  # fmt: skip
@click.option("--send", "sending", is_flag=True, help="Send it, unless the record has it as sent.")
@click.option("--again", is_flag=True, help="Send it though it was sent, or may have been.")
@click.option(
    "--record", "record_file", type=click.Path(dir_okay=False, path_type=Path), metavar="FILE",
    help="What was sent already. Without it: content/mailed.jsonl of the site.",
)  # fmt: skip
@click.option(
    "--on-record", "keeper", metavar="COMMAND", default="",
    help="A program that keeps the record: run whenever it has changed, and before the mail goes "
    "out. Where it fails, nothing is sent.",
)  # fmt: skip
@click.pass_obj
def mail_command(
    terminal: Terminal,
    root: Path,
    day: Period | None,
    since: Period | None,
    topics: tuple[str, ...],
    output: Path | None,
    sending: bool,
    again: bool,
    record_file: Path | None,
    keeper: str,
) -> int:
    """Write digests as a mail: a whole .eml file, with plain text and HTML.

    Without --date and --since it is of the newest day. Digests without a date are in no mail. With
    --send it goes to one address, by the server that the environment names (BROADSHEET_MAIL_FROM,
    BROADSHEET_MAIL_TO, BROADSHEET_SMTP_HOST and others: docs/mail.md), and no digest goes twice.

    Exit codes: 0 written, sent, or nothing to send; 1 a mistake in the content, or a digest of
    which nobody knows whether it was sent; 2 the command cannot run, or the mail was not sent.
    """
    environment = read_environment()
    settings = read_settings(root, environment)
    if not settings.url:
        message = (
            "A mail needs the address of the site, for its links. Set site_url in mkdocs.yml, or "
            "SITE_URL in the environment"
        )
        raise SettingsError(message)
    mailing = read_mailing(environment.variables)
    server = read_server(environment.variables, mailing) if sending else None
    with terminal.steps():
        reading = pipeline.read_content(settings, on_step=terminal.show_step)
    tell_of_errors(terminal, reading.diagnostics)
    catalogue = make_catalogue(reading.curated)
    known = [(topic.id, topic.name) for topic in reading.curated.topics]
    chosen = find_ids(topics, known, "--topic")
    shelves = find_digests(catalogue, join_periods(since, None, day) if since or day else None)
    compose = partial(compose_mail, settings, mailing, catalogue, topics=chosen)
    if not server:
        return _write(terminal, compose(shelves), output)
    if has_errors(reading.diagnostics):
        terminal.say("Nothing was sent: what is mailed cannot be corrected.", error=True)
        return _FINDINGS
    now = read_clock()
    with open_record(record_file or settings.mailed) as record:
        unsent, doubtful = sift(shelves, chosen, record, again=again)
        for digest in doubtful:
            terminal.say(DOUBT.format(digest=digest), error=True)
        if shelves and not unsent:
            if not doubtful:
                terminal.say("All of it was sent already; --again sends it again.", error=True)
            return _FINDINGS if doubtful else 0
        mail = compose(unsent, now=now)
        code = _write(terminal, mail, output) if output or not isinstance(mail, Mail) else 0
        if isinstance(mail, Mail):
            post = Posting(server=server, mailing=mailing, record=record, keeper=keeper, now=now)
            code = post.send(mail, terminal)
        return max(code, _FINDINGS if doubtful else 0)


def _write(terminal: Terminal, mail: Mail | Diagnostic | None, output: Path | None) -> int:
    if isinstance(mail, Diagnostic):
        terminal.say(render_text([mail]), error=True)
        return _FINDINGS
    if mail is None:
        terminal.say("No dated digest has what was asked for: there is no mail.", error=True)
    elif output is None:
        click.echo(mail.data, nl=False)
    else:
        output.write_bytes(mail.data)
        terminal.say(f"Wrote {output}: {shown(mail.subject)}")
    return 0
