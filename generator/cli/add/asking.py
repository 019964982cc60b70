"""Questions to a person, and what becomes of them where nobody can be asked."""

from collections.abc import Sequence
from datetime import date

import click

from generator.cli.asking import parse_day
from generator.cli.findings import shown
from generator.cli.terminal import Terminal
from generator.desk import Refusal
from generator.desk.arrivals.days import Stated, find_day_in_name, guess_year

_MOST_TRIES = 5


class Asking:
    """Asks a person at a terminal; answers with yes if told to; else there is nobody to ask."""

    def __init__(self, terminal: Terminal, *, yes: bool, piped: bool) -> None:
        self._terminal = terminal
        self._yes = yes
        self._somebody = terminal.can_ask and not piped

    def ask_day(
        self, label: str, dated: str, stated: Stated | None, today: date
    ) -> tuple[date, str]:
        """Give the day of a digest and where it comes from: its name, its header, or a person.

        Raises Refusal where none can be told.
        """
        if named := find_day_in_name(dated):
            return named, "by its name"
        words = f"it says “{shown(stated.words)}”" if stated else ""
        proposal = (stated.day or guess_year(stated, today)) if stated else None
        if self._yes and stated and stated.day:
            return stated.day, f"as {words}"
        if not self._somebody:
            message = f"{label}: {_say_what_to_type(stated, proposal)}"
            raise Refusal(message)
        words = words or "neither its name nor its text tells one"
        self._terminal.say(f"{shown(label)}: no day was given, and {words}.")
        return self._ask(proposal), "as you said"

    def _ask(self, proposal: date | None) -> date:
        for _ in range(_MOST_TRIES):
            with self._terminal.pause():
                typed = click.prompt(
                    "On which day was the list taken, as YYYY-MM-DD",
                    default=proposal.isoformat() if proposal else None,
                )
            day = parse_day(str(typed))
            if isinstance(day, date):
                return day
            self._terminal.say(f"That is not it: {day}")
        raise Refusal("No day, no digest. Give it with --date, or file it with --undated NAME.")

    def confirm(self, doubts: Sequence[str]) -> bool:
        """Whether a digest is to be added in spite of what is doubtful about it."""
        if self._yes:
            self._terminal.say("Added all the same, as --yes says.")
            return True
        if not self._somebody:
            many = "these" if len(doubts) > 1 else "this"
            self._terminal.say(f"Not added. To add it in spite of {many}: once more with --yes.")
            return False
        with self._terminal.pause():
            return click.confirm("Add it all the same?", default=False)


def _say_what_to_type(stated: Stated | None, proposal: date | None) -> str:
    said = f"line {stated.line} says" if stated and stated.line else "its data says"
    if stated and stated.day:
        return (
            f"no day was given; {said} “{stated.words}”. "
            f"If that is the list's: --date {stated.day}, or --yes"
        )
    if stated and proposal:
        return (
            f"no day was given; {said} “{stated.words}”, without a year. "
            f"Say which, as in --date {proposal}"
        )
    return (
        "nothing tells the day of this digest. Say on which it was taken, with --date YYYY-MM-DD, "
        "or file it without one, with --undated NAME."
    )
