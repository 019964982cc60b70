"""Sending a mail at most once: what the record lets through, and what it is told."""

import shlex
import subprocess
import time
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from generator.cli.composing import Mail
from generator.cli.findings import shown
from generator.cli.terminal import Terminal
from generator.identifiers import TopicId
from generator.mailing import Mailing
from generator.pages.catalogue import Shelf
from generator.pages.news import name_digest
from generator.post import Record, Refused, Server, State, Unanswered, Unreached, deliver

_FINDINGS, _CANNOT_RUN = 1, 2
DOUBT = (
    "Of the digest {digest} nobody knows whether it was mailed: sending was broken off. See "
    "whether it has arrived. If so, write “sent” for “sending” in its line of the record; if not, "
    "--again --date sends it."
)


def sift(
    shelves: Iterable[Shelf], topics: Sequence[TopicId], record: Record, *, again: bool
) -> tuple[tuple[Shelf, ...], tuple[str, ...]]:
    """Give the digests that may be sent, and the names of those of which one cannot know."""
    states = {shelf: record.state(name_digest(shelf), topics) for shelf in shelves}
    if again:
        return tuple(states), ()
    return (
        tuple(shelf for shelf, state in states.items() if state in (None, State.FAILED)),
        tuple(name_digest(shelf) for shelf, state in states.items() if state is State.SENDING),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Posting:
    """Sends mail by a server and keeps the record of it. `keeper` is run after each line of it."""

    server: Server
    mailing: Mailing
    record: Record
    keeper: str
    now: datetime

    def send(self, mail: Mail, terminal: Terminal) -> int:
        """Send a mail and say what came of it; give the exit code. Raises OSError."""
        if reason := self._note(State.SENDING, mail):
            self._note(State.FAILED, mail)
            terminal.say(f"Nothing was sent: {reason}", error=True)
            return _CANNOT_RUN
        try:
            with terminal.steps():
                terminal.show_step("Sending")
                deliver(
                    mail.data,
                    self.server,
                    sender=self.mailing.sender_address,
                    recipient=self.mailing.recipient_address,
                    wait=time.sleep,
                    on_retry=lambda reason, seconds: terminal.say(
                        f"{shown(reason)}. Trying again in {seconds} seconds.", error=True
                    ),
                )
        except (Refused, Unreached) as error:
            self._note(State.FAILED, mail)
            terminal.say(f"Nothing was sent: {shown(str(error))}", error=True)
            return _CANNOT_RUN
        except Unanswered as error:
            terminal.say(f"{shown(str(error))}, when it had the whole mail.", error=True)
            for digest in mail.digests:
                terminal.say(DOUBT.format(digest=digest), error=True)
            return _FINDINGS
        terminal.say(f"Sent: {shown(mail.subject)}", error=True)
        if reason := self._note(State.SENT, mail):
            terminal.say(f"The mail was sent, but {reason}", error=True)
            return _CANNOT_RUN
        return 0

    def _note(self, state: State, mail: Mail) -> str:
        """Write into the record and have it kept; where that failed, say so."""
        self.record.note(state, mail.digests, mail.topics, now=self.now, message_id=mail.message_id)
        if not self.keeper:
            return ""
        try:
            done = subprocess.run(shlex.split(self.keeper), check=False)  # noqa: S603  # a person's own
        except (OSError, ValueError) as error:
            return f"the program that keeps the record cannot be run: {error}"
        failed = f"the program that keeps the record failed ({done.returncode})"
        return failed if done.returncode else ""
