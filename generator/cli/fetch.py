"""`broadsheet fetch`: gets digests from those who publish them."""

from datetime import date
from pathlib import Path

import click

from generator.cli.asking import read_day
from generator.cli.findings import shown
from generator.cli.options import site_option
from generator.cli.terminal import Terminal
from generator.cli.web import check_base, make_agent, make_timing
from generator.desk.deliveries import (
    PROVIDERS,
    Calendar,
    DayReport,
    Outcome,
    Provider,
    Round,
    choose_days,
)
from generator.network import Client, Exchange
from generator.settings import read_environment, read_settings

_EPILOG = """\
\b
Examples:
  broadsheet fetch hf                           the last days
  broadsheet fetch hf --date 2025-03-12         one day
  broadsheet fetch hf --since 2025-03-01        from that day on
  broadsheet fetch arxiv --query cat:cs.CL      what was submitted to arXiv
"""


@click.command("fetch", epilog=_EPILOG)
@click.argument("provider", type=click.Choice(list(PROVIDERS)), metavar="PROVIDER")
@click.option("--date", "only", callback=read_day, metavar="YYYY-MM-DD", help="One day.")
@click.option("--since", callback=read_day, metavar="YYYY-MM-DD", help="The first day.")
@click.option(
    "--until", callback=read_day, metavar="YYYY-MM-DD", help="The last day. Without it: today."
)
@click.option("--query", default="", help="What to ask for, where a provider gives no whole days.")
@click.option("--again", is_flag=True, help="Ask again for days that are there, too.")
@click.option(
    "--accept-smaller",
    is_flag=True,
    help="Believe lists that are much smaller than before: you have looked, and they are right.",
)
@site_option
@click.pass_obj
def fetch_command(
    terminal: Terminal,
    provider: str,
    only: date | None,
    since: date | None,
    until: date | None,
    query: str,
    again: bool,
    accept_smaller: bool,
    root: Path,
) -> int:
    """Get the digests of PROVIDER, one file a day, into content/digests.

    hf is Hugging Face's daily papers; arxiv what was submitted to arXiv and fits a query in its own
    language. A day is the provider's: it begins and ends in UTC. Without days, the last week is
    asked for, and what was missed before. Days that are there are asked for only if they are
    recent. A file gives way only to an answer that has all its papers or more; one that looks wrong
    is refused, and the file stays.
    """
    if only and (since or until):
        raise click.UsageError("--date is one day; --since and --until are several. Take one.")
    environment = read_environment()
    settings = read_settings(root, environment)
    source = PROVIDERS[provider]
    query = _check_query(source, query)
    base = check_base(source, environment)
    timing = make_timing()
    today = timing.now().date()

    def tell_wait(seconds: float, why: str) -> None:
        terminal.show_step(f"{why}; waiting {seconds:.0f} s")

    with terminal.steps(), Exchange(make_agent(settings), proxy=environment.proxy) as exchange:
        client = Client(exchange, pace=source.pace, timing=timing, on_wait=tell_wait)
        turn = Round(
            source,
            client,
            base=base,
            query=query,
            digests_dir=settings.digests,
            root=settings.root,
            memory=settings.fetched,
            today=today,
            accept_smaller=accept_smaller,
            on_wait=lambda: terminal.show_step("Waiting for another command that writes digests"),
        )
        calendar = choose_days(
            today=today,
            first=only or since,
            last=only or until,
            earliest=source.earliest,
            fetched=turn.holdings.days,
            recent=source.recent,
            again=again,
        )
        reports = []
        for report in turn.fetch(
            calendar.days, on_day=lambda day: terminal.show_step(f"{source.title}, {day}")
        ):
            reports.append(report)
            terminal.say(describe(report), error=report.outcome.is_failure)
    terminal.say(_sum_up(source, calendar, reports))
    return 1 if any(report.outcome.is_failure for report in reports) else 0


def describe(report: DayReport) -> str:
    """Say in a line what became of a day, and what the site shows of it."""
    papers = f"{report.papers:,} {'paper' if report.papers == 1 else 'papers'}"
    stays = f"; the file stays ({papers})" if report.papers else "; nothing was written"
    said = {
        Outcome.NEW: f"{papers}, {report.file}",
        Outcome.CHANGED: f"{papers} now, {report.file}",
        Outcome.SAME: f"{papers}, nothing new",
        Outcome.EMPTY: "no paper was listed",
        Outcome.KEPT: f"{papers} stay",
        Outcome.DOUBTFUL: "not believed",
        Outcome.FAILED: "failed",
    }[report.outcome]
    note = f": {report.note}" if report.note else ""
    end = stays if report.outcome.is_failure else ""
    if report.tries > 1:
        end += f" [asked {report.tries} times]"
    return shown(f"{report.day} {report.day:%a}  {said}{note}{end}")


def _sum_up(source: Provider, calendar: Calendar, reports: list[DayReport]) -> str:
    outcomes = [report.outcome for report in reports]
    written = outcomes.count(Outcome.NEW) + outcomes.count(Outcome.CHANGED)
    said = [f"{_count(len(reports), 'day')} asked for, {written} written."]
    if calendar.there:
        said.append(f"{_count(len(calendar.there), 'day')} there already (--again asks anew).")
    if calendar.ahead:
        said.append(f"{_count(len(calendar.ahead), 'day')} still to come.")
    if missing := len(calendar.days) - len(reports):
        said.append(
            f"{_count(missing, 'day')} not asked for, since {source.title} gives no answers. "
            "The same command goes on there later."
        )
    if Outcome.DOUBTFUL in outcomes:
        said.append("Look at what was not believed; if it is right, --accept-smaller takes it.")
    return " ".join(said)


def _count(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def _check_query(source: Provider, query: str) -> str:
    query = " ".join(query.split())
    if query and not source.takes_query:
        message = f"{source.title} gives whole days. Leave --query out."
        raise click.UsageError(message)
    if source.takes_query and not query:
        message = f"{source.title} has too many papers a day. Say which, with --query."
        raise click.UsageError(message)
    return query
