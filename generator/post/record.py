"""The record of what was mailed: a file of JSON, a line for each step, only ever added to.

A line is written before a message is given to a server and another when it has taken it. Where the
second is missing, nobody knows whether the mail went out, and it is not sent again by itself: a
list that misses a mail can ask for it, one that has two of each leaves.
"""

import fcntl
import json
import os
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import IO, Any


class State(StrEnum):
    """What became of the mail of a digest."""

    SENDING = "sending"
    """It was about to be given to the server: it may have been sent."""
    SENT = "sent"
    FAILED = "failed"
    """The server does not have it."""


class RecordError(Exception):
    """The record cannot be used. The text says why and what to do."""


Key = tuple[str, tuple[str, ...]]
"""A digest, `2025-03-12.2`, and the topics that the mail was narrowed to, sorted."""


@dataclass(slots=True, kw_only=True)
class Record:
    """An open record, which no other program has open."""

    _file: IO[str]
    _states: dict[Key, State] = field(default_factory=dict)

    def state(self, digest: str, topics: Iterable[str] = ()) -> State | None:
        """Say what became of the mail of a digest; None where there was none."""
        return self._states.get((digest, tuple(sorted(topics))))

    def note(
        self,
        state: State,
        digests: Iterable[str],
        topics: Iterable[str],
        *,
        now: datetime,
        message_id: str,
    ) -> None:
        """Add a line for each digest, and see it onto the disk. Raises OSError."""
        about = tuple(sorted(topics))
        for digest in digests:
            self._states[digest, about] = state
            line = {
                "digest": digest,
                "topics": list(about),
                "state": str(state),
                "time": now.isoformat(timespec="seconds"),
                "message_id": message_id,
            }
            self._file.write(json.dumps(line) + "\n")
        self._file.flush()
        os.fsync(self._file.fileno())


@contextmanager
def open_record(path: Path) -> Iterator[Record]:
    """Open a record, or begin one. Raises RecordError where it is in use or damaged, OSError."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("a+", encoding="utf-8", newline="\n") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            message = f"{path.name} is in use: another mail is being sent. Try again when it is."
            raise RecordError(message) from None
        file.seek(0)
        states = dict(_parse_line(path, *line) for line in enumerate(file, start=1))
        yield Record(_file=file, _states=states)


def _parse_line(path: Path, number: int, line: str) -> tuple[Key, State]:
    try:
        value: Mapping[str, Any] = json.loads(line)
        key = (str(value["digest"]), tuple(map(str, value["topics"])))
        return key, State(value["state"])
    except (ValueError, LookupError, TypeError) as error:
        message = (
            f"{path.name}:{number}: this line of the record cannot be read, so nobody can say what "
            "was mailed already. Restore the file from version control, or take the line out."
        )
        raise RecordError(message) from error
