"""Whether an answer is believed: the last good file stays unless there is no doubt."""

import re
from dataclasses import dataclass
from datetime import date

from generator.desk.deliveries.days import is_weekend
from generator.desk.deliveries.holdings import Holding, Papers, list_papers, read_answer
from generator.desk.deliveries.outcomes import Outcome
from generator.desk.deliveries.providers import Provider
from generator.diagnostics import Code
from generator.sources.reader import Reading

BEFORE = 10
"""Days before a day that its list is held against. Of 204 weekdays of a provider's real lists, 4
were smaller than half of the smallest of ten; than half of their median, 18."""
_ENOUGH = 3
"""Days before from which on something can be said about what is usual."""
_SHOWN = 3
_HTML = re.compile(rb"\s*(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html)\b", re.IGNORECASE | re.DOTALL)


@dataclass(frozen=True, slots=True, kw_only=True)
class Surroundings:
    """What is there of a day and of those around it, and whether the day is over."""

    day: date
    is_over: bool
    there: Holding | None
    before: tuple[tuple[date, Papers], ...]
    after: tuple[date, Papers] | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """What is to become of a day, and why."""

    outcome: Outcome
    note: str = ""

    @property
    def writes(self) -> bool:
        return self.outcome in {Outcome.NEW, Outcome.CHANGED}


def find_damage(body: bytes, provider: Provider) -> str:
    """Say why an answer is no list at all; asking again may give one."""
    if _HTML.match(body):
        return f"{provider.title} answered with a web page instead of data"
    if not body.strip():
        return f"{provider.title} answered with nothing"
    if not provider.form.is_whole(body):
        return f"{provider.title} gave an answer that is cut off or damaged"
    return ""


def judge(
    body: bytes, provider: Provider, around: Surroundings, *, accept_smaller: bool
) -> Verdict:
    """Hold an answer, which is whole, against what is there."""
    there = around.there
    if provider.form.count(body) == 0:
        return _judge_empty(around)
    read = read_answer(body, provider.name, around.day)
    if isinstance(read, str):
        return _fail(f"the form of {provider.title}'s answers has changed: {read}")
    if read.format != provider.format:
        return _fail(
            f"the form of {provider.title}'s answers has changed: it is read as {read.format}, "
            f"not as {provider.format}"
        )
    papers = list_papers(read.reading)
    if why := find_change(read.reading):
        return _fail(f"the form of {provider.title}'s answers has changed: {why}")
    if (day := _find_day(read.reading, provider)) and day != around.day:
        return _fail(f"the answer is of another day, {day}")
    if not papers:
        return _judge_empty(around)
    if there and there.papers.said == papers.said:
        return Verdict(outcome=Outcome.SAME)
    for day, others in (*around.before, *filter(None, (around.after,))):
        if others.keys == papers.keys and len(papers) > 1:
            return _doubt(f"it is the very list of {day}")
    if there:
        return _compare(papers, there.papers, accept_smaller=accept_smaller)
    if not accept_smaller and (why := _find_shrinkage(papers, around)):
        return _doubt(why)
    return Verdict(outcome=Outcome.NEW)


def _find_day(reading: Reading, provider: Provider) -> date | None:
    """Give the day that an answer is of, if it says one."""
    if not provider.lists_by_publication:
        return reading.day
    days = {entry.facts.published for entry in reading.entries if entry.facts}
    return days.pop() if len(days) == 1 else None


def _find_shrinkage(papers: Papers, around: Surroundings) -> str:
    """Say how much smaller a day is than those before, if it is half as large or less.

    A day that is not over may still grow, and weekends say nothing of weekdays.
    """
    before = [len(others) for day, others in around.before if not is_weekend(day)]
    if not around.is_over or is_weekend(around.day) or len(before) < _ENOUGH:
        return ""
    if len(papers) * 2 > min(before):
        return ""
    return (
        f"{count(len(papers))}, where each of the {len(before)} weekdays before had "
        f"{min(before)} or more"
    )


def _compare(papers: Papers, there: Papers, *, accept_smaller: bool) -> Verdict:
    left = [title for key, title in there.titles.items() if key not in papers.titles]
    if not left:
        return Verdict(outcome=Outcome.CHANGED)
    said = f"{_list(left)} left"
    if not accept_smaller and 2 * len(left) >= len(there):
        return _doubt(f"{len(left)} of the {count(len(there))} in the file left: {_list(left)}")
    if accept_smaller or len(papers) >= len(there):
        return Verdict(outcome=Outcome.CHANGED, note=said)
    return Verdict(
        outcome=Outcome.KEPT,
        note=f"the answer has {len(papers)} of {len(there)}: {said}",
    )


def _judge_empty(around: Surroundings) -> Verdict:
    """Judge an empty list, which never takes the place of papers, whoever says yes to it."""
    if around.there:
        papers = len(around.there.papers)
        return Verdict(outcome=Outcome.DOUBTFUL, note=f"no paper, where the file has {papers}")
    # No paper is listed on weekends and holidays, and later on a day that has only begun.
    return Verdict(outcome=Outcome.EMPTY)


def find_change(reading: Reading) -> str:
    """Say what most records lack that all had, if they do."""
    entries = reading.entries
    lost = sum(1 for finding in reading.diagnostics if finding.code is Code.REJECTED_RECORD)
    lost -= sum(1 for line in reading.ledger if "hidden" in line.reason)
    if lost > len(entries):
        return f"{lost} of {lost + len(entries)} records are no papers that can be read"
    if entries and 2 * sum(1 for e in entries if e.facts and e.facts.arxiv_id) < len(entries):
        return "most papers have no arXiv id"
    if entries and 2 * sum(1 for e in entries if e.abstract) < len(entries):
        return "most papers have no abstract"
    return ""


def _list(titles: list[str]) -> str:
    shown = ", ".join(f"“{title}”" for title in titles[:_SHOWN])
    more = len(titles) - _SHOWN
    return f"{shown} and {more} more" if more > 0 else shown


def count(papers: int) -> str:
    return f"{papers:,} {'paper' if papers == 1 else 'papers'}"


def _doubt(note: str) -> Verdict:
    return Verdict(outcome=Outcome.DOUBTFUL, note=note)


def _fail(note: str) -> Verdict:
    return Verdict(outcome=Outcome.FAILED, note=note)
