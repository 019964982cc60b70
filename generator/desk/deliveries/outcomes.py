"""What can become of a day that was asked for."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Outcome(StrEnum):
    """What became of a day. The last two are failures: a person is told, nothing was written."""

    NEW = "new"
    """A file was written where none was."""
    CHANGED = "changed"
    """The file was replaced by one that says more, or newer things."""
    SAME = "same"
    """The answer says nothing that the file does not; no byte changed."""
    EMPTY = "empty"
    """Nothing was listed on that day, and nothing is there."""
    KEPT = "kept"
    """The answer lacks a few papers of the file; the file stays."""
    DOUBTFUL = "doubtful"
    """The answer is not believed, until a person says so; what is there stays."""
    FAILED = "failed"
    """No answer came, or none that can be read; what is there stays."""

    @property
    def is_failure(self) -> bool:
        return self in {Outcome.DOUBTFUL, Outcome.FAILED}


@dataclass(frozen=True, slots=True, kw_only=True)
class DayReport:
    """A day, what became of it, and the papers that the site shows of it now.

    `note` says more: why not, or what left. `file` is from the site's root, empty where there is
    none. `tries` is how often it was asked for.
    """

    day: date
    outcome: Outcome
    papers: int
    tries: int
    file: str = ""
    note: str = ""
