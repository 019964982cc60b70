"""What every open page is told: which edition is published, and what is wrong with the next."""

import json
from threading import Condition

from generator.diagnostics import Diagnostic


class Board:
    """A notice that many threads read and wait for, and one writes."""

    def __init__(self) -> None:
        self._changed = Condition()
        self._number = 0
        self._text = _render("", "", ())

    def post(
        self, *, edition: str, verdict: str = "", findings: tuple[Diagnostic, ...] = ()
    ) -> None:
        """Tell the edition that is published, and why there is no newer one."""
        text = _render(edition, verdict, findings)
        with self._changed:
            if text != self._text:
                self._text, self._number = text, self._number + 1
                self._changed.notify_all()

    def read(self, *, after: int = -1, seconds: float = 0) -> tuple[int, str]:
        """Give the notice and its number, waiting a while for one with a number above `after`."""
        with self._changed:
            self._changed.wait_for(lambda: self._number > after, timeout=seconds)
            return self._number, self._text


def _render(edition: str, verdict: str, findings: tuple[Diagnostic, ...]) -> str:
    """Write the notice as JSON in one line of plain ASCII, as an event stream wants it."""
    listed = [
        {
            "place": str(finding.place),
            "code": str(finding.code),
            "severity": str(finding.severity),
            "message": finding.message,
            "hint": finding.hint,
        }
        for finding in findings
    ]
    return json.dumps({"edition": edition, "verdict": verdict, "findings": listed})
