"""Days that cannot be: of the digest itself, and of its papers."""

import re
from collections.abc import Iterator
from datetime import date, timedelta

from generator.desk.arrivals.signs.wording import count
from generator.sources.lines import quoted
from generator.sources.model import RawDigest, RawEntry


def find_days(digest: RawDigest, day: date, today: date) -> Iterator[str]:
    """See whether the day is to come, or papers are younger than it."""
    if day > today:
        yield f"The day {day} is still to come."
    # Where the day begins earlier, a paper may be of the next one.
    last = day + timedelta(days=1)
    late = [e for e in digest.entries if (newest := _newest_day(e)) and newest > last]
    if late:
        yield (
            f"{count(len(late), 'paper is', 'papers are')} younger than {day}, "
            f"{quoted(late[0].title)} among them ({_newest_day(late[0])}): is the day right?"
        )


def _newest_day(entry: RawEntry) -> date | None:
    """Give the day before which a paper cannot have been in a list: published, or its id minted."""
    facts = entry.facts
    if not facts:
        return None
    days = [facts.published] if facts.published else []
    id_ = str(facts.arxiv_id or "")
    if re.match(r"\d{4}\.", id_) and 1 <= int(id_[2:4]) <= 12:
        days.append(date(2000 + int(id_[:2]), int(id_[2:4]), 1))
    return max(days, default=None)
