"""What was asked, so that nothing is asked twice in a month.

It is a convenience: where it is lost or damaged, all is asked anew, and the same comes of it.
"""

import json
from collections.abc import Iterable
from datetime import date, timedelta
from pathlib import Path

from generator.desk.enrichment.gaps import Fact, Gap
from generator.desk.enrichment.matching import Known

_MONTH = timedelta(days=30)


class Memory:
    """A file of what was asked and when, to which lines are added."""

    def __init__(self, path: Path, *, today: date) -> None:
        self._path = path
        self._today = today
        self._asked = dict(_read(path))

    def is_fresh(self, mark: str) -> bool:
        day = self._asked.get(mark)
        return day is not None and abs(self._today - day) < _MONTH

    def note(self, marks: Iterable[str]) -> None:
        """Note what was asked today. Raises OSError where it cannot be written."""
        day = self._today.isoformat()
        lines = [json.dumps({"asked": mark, "day": day}, ensure_ascii=False) for mark in marks]
        if lines:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            with self._path.open("a", encoding="utf-8") as file:
                # One that was broken off would spoil the next.
                file.write("".join(f"\n{line}" for line in lines))


def mark_of(source: str, gap: Gap, known: Known, gives: Iterable[Fact]) -> str:
    """Say what is asked: of whom, by which name, for which facts, after which answers."""
    refused = sorted(r for (p, r), same in known.answers.items() if p == gap.paper and not same)
    name = gap.arxiv_id or gap.key
    said = "confirmed" if gap.confirmed else ""
    facts = sorted(gap.lacks & set(gives))
    return " ".join(filter(None, (source, name, *facts, said, *refused)))


def _read(path: Path) -> Iterable[tuple[str, date]]:
    try:
        lines = path.read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        return
    for line in lines:
        try:
            record = json.loads(line)
            yield str(record["asked"]), date.fromisoformat(record["day"])
        except (ValueError, TypeError, KeyError, RecursionError):
            continue
