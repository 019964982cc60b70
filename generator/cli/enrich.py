"""`broadsheet enrich`: fills what papers lack from those who know it."""

from collections import Counter
from contextlib import ExitStack
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

import click

from generator import pipeline
from generator.cli.asking import read_day
from generator.cli.findings import shown
from generator.cli.options import site_option
from generator.cli.terminal import Terminal
from generator.cli.web import check_base, make_agent, make_timing
from generator.desk import Refusal
from generator.desk.enrichment import (
    REGISTERS,
    Fact,
    Memory,
    Round,
    Shelf,
    Source,
    Standing,
    StepReport,
    Verdict,
    find_gaps,
    list_known,
)
from generator.diagnostics import has_errors
from generator.network import Client, Exchange
from generator.settings import Environment, Settings, read_environment, read_settings

_EPILOG = """\
\b
Examples:
  broadsheet enrich                            all papers, at arXiv and Hugging Face
  broadsheet enrich --dry-run                  say what would be filled in, write nothing
  broadsheet enrich arxiv --since 2025-03-01   papers of digests from that day on
"""
_NAMES = {
    Fact.ARXIV_ID: "arXiv id",
    Fact.DOI: "DOI",
    Fact.AUTHORS: "authors",
    Fact.PUBLISHED: "day",
    Fact.CATEGORIES: "categories",
    Fact.CODE: "code",
}


@click.command("enrich", epilog=_EPILOG)
@click.argument("providers", type=click.Choice(list(REGISTERS)), nargs=-1, metavar="[PROVIDER]...")
@click.option(
    "--since",
    metavar="YYYY-MM-DD",
    callback=read_day,
    help="Only papers whose first digest is of that day, or later.",
)
@click.option("--again", is_flag=True, help="Ask again what was asked within the last month, too.")
@click.option("--dry-run", is_flag=True, help="Say what would be filled in; write nothing.")
@site_option
@click.pass_obj
def enrich_command(
    terminal: Terminal,
    providers: tuple[str, ...],
    since: date | None,
    again: bool,
    dry_run: bool,
    root: Path,
) -> int:
    """Fill in ids, authors, days, categories, DOIs and code that papers lack.

    A PROVIDER is arxiv or hf; both are asked if none is named. A record is taken for a paper's only
    if its title is the same, but for case, spaces and punctuation, and nothing that is known speaks
    against it. What is doubtful becomes a question in content/curation/matches.yml. What is found
    goes to content/metadata/found; what is known already stays as it is.
    """
    environment = read_environment()
    settings = read_settings(root, environment)
    tally = _Tally()
    with terminal.steps(), ExitStack() as stack:
        reading = pipeline.read_content(settings, on_step=terminal.show_step)
        if has_errors(reading.diagnostics):
            message = "There are mistakes in the content: see broadsheet check. Nothing was asked."
            raise Refusal(message)
        gaps = find_gaps(reading.curated, since=since)
        timing = make_timing()
        exchange = stack.enter_context(Exchange(make_agent(settings), proxy=environment.proxy))
        turn = Round(
            _make_sources(terminal, environment, exchange, providers),
            gaps,
            list_known(reading.curated),
            memory=Memory(settings.enriched, today=timing.now().date()),
            shelf=None if dry_run else _make_shelf(terminal, settings),
            again=again,
        )
        for report in turn.run(
            on_question=lambda source, done, of: terminal.show_step(
                f"{source}, paper {done} of {of}"
            )
        ):
            tally.add(report)
            for line in _describe(report, filled=dry_run):
                terminal.say(line, error=bool(report.failure))
    terminal.say(_sum_up(tally, gaps=len(gaps), papers=len(reading.curated.papers), dry=dry_run))
    return 1 if tally.failures else 0


def _make_sources(
    terminal: Terminal,
    environment: Environment,
    exchange: Exchange,
    names: tuple[str, ...],
) -> list[Source]:
    def tell_wait(seconds: float, why: str) -> None:
        terminal.show_step(f"{why}; waiting {seconds:.0f} s")

    sources = []
    for name, register in REGISTERS.items():
        if not names or name in names:
            provider = register.provider
            client = Client(exchange, pace=provider.pace, timing=make_timing(), on_wait=tell_wait)
            base = (check_base(provider, environment) or provider.base).rstrip("/")
            sources.append(Source(register=register, client=client, base=base))
    return sources


def _make_shelf(terminal: Terminal, settings: Settings) -> Shelf:
    return Shelf(
        metadata=settings.metadata,
        curation=settings.curation,
        root=settings.root,
        on_wait=lambda: terminal.show_step("Waiting for another command that writes metadata"),
    )


@dataclass(slots=True)
class _Tally:
    """What came of a round so far."""

    questions: int = 0
    failures: int = 0
    unasked: Counter[str] = field(default_factory=Counter)
    facts: Counter[Fact] = field(default_factory=Counter)
    filled: set[str] = field(default_factory=set)
    doubtful: set[str] = field(default_factory=set)
    asked: set[str] = field(default_factory=set)

    def add(self, report: StepReport) -> None:
        self.questions += 1
        self.failures += bool(report.failure)
        self.unasked[report.source] += report.unasked
        for verdict in report.verdicts:
            self.asked.add(verdict.gap.paper)
            self.facts.update(verdict.facts)
            if verdict.row:
                self.filled.add(verdict.gap.paper)
            if verdict.standing is Standing.DOUBTFUL:
                self.doubtful.add(verdict.gap.paper)


def _describe(report: StepReport, *, filled: bool) -> list[str]:
    """Say what a person should know of a question; what was filled in, where that is asked."""
    if report.failure:
        papers = _count(len(report.gaps), "paper")
        tries = f" [asked {report.tries} times]" if report.tries > 1 else ""
        return [shown(f"{report.source}, {papers}: failed: {report.failure}{tries}")]
    return [
        shown(line)
        for verdict in report.verdicts
        for line in _describe_verdict(report.source, verdict, filled=filled)
    ]


def _describe_verdict(source: str, verdict: Verdict, *, filled: bool) -> list[str]:
    title = f"“{verdict.gap.shown}”"
    if verdict.row and filled:
        facts = ", ".join(_NAMES[fact] for fact in verdict.facts)
        return [f"{title}: {facts} (arXiv {verdict.row.arxiv_id}, by {source})"]
    return [
        f"{title}: doubtful, arXiv {doubt.record.arxiv_id} “{doubt.record.title}” by {source}: "
        f"{doubt.why}"
        for doubt in verdict.doubts
    ]


def _sum_up(tally: _Tally, *, gaps: int, papers: int, dry: bool) -> str:
    said = [f"{gaps:,} of {_count(papers, 'paper')} lack something."]
    if not tally.questions:
        return f"{said[0]} Nothing is left to be asked (--again asks anew)." if gaps else said[0]
    would = "would be " if dry else ""
    said.append(f"{len(tally.asked):,} asked about in {_count(tally.questions, 'question')}:")
    missing = len(tally.asked - tally.filled - tally.doubtful)
    said.append(
        f"{len(tally.filled):,} {would}filled in, {len(tally.doubtful):,} doubtful, "
        f"{missing:,} without news."
    )
    if tally.facts:
        facts = (f"{_NAMES[fact]} {tally.facts[fact]:,}" for fact in Fact if tally.facts[fact])
        said.append(f"Facts: {', '.join(facts)}.")
    if tally.doubtful and not dry:
        said.append("Answer the doubtful ones in content/curation/matches.yml.")
    for source, left in tally.unasked.items():
        if left:
            said.append(
                f"{_count(left, 'paper')} not asked about, since {source} gives no answers. The "
                "same command goes on there later."
            )
    return " ".join(said)


def _count(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"
