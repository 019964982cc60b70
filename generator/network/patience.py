"""How long to wait before asking again: what the server says, else twice as long each time."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

_PASSING = frozenset({406, 408, 425, 429, 500, 502, 503, 504})
"""Statuses that may pass. 406 among them: arXiv's front gives it in waves, whatever was asked for
(https://github.com/Futuresxy/paper-daily/issues/9)."""
_REFUSING = frozenset({406, 429, 503})
"""Those by which a server says that it wants no more questions for now."""
_RESET = re.compile(r"\bt=(\d+)", re.ASCII)


@dataclass(frozen=True, slots=True, kw_only=True)
class Patience:
    """How often one question is asked, and the seconds in between.

    Without a word from the server the waits are `first`, then twice as long each time, at most
    `most`; a part of each, up to a half, is left to chance, so that many who were turned away do
    not come back at once. A server that names a longer time than `longest` is left alone.
    """

    tries: int = 5
    first: float = 2.0
    most: float = 60.0
    longest: float = 300.0

    def wait_after(self, tries: int, chance: float) -> float:
        """Give the seconds to wait after so many tries; `chance` is from 0 up to 1."""
        full: float = min(self.most, self.first * 2 ** (tries - 1))
        return full * (1 - chance / 2)


def may_pass(status: int) -> bool:
    return status in _PASSING


def is_refusal(status: int) -> bool:
    return status in _REFUSING


def read_wait(status: int, headers: Mapping[str, str], now: datetime) -> float | None:
    """Give the seconds for which a server asks to be left alone; None if it does not say.

    `Retry-After` holds seconds or a date (https://www.rfc-editor.org/rfc/rfc9110#field.retry-after);
    a date is held against the server's own clock, where it tells its time. Hugging Face says `t`,
    the seconds until its window ends, in `RateLimit` (https://huggingface.co/docs/hub/rate-limits).
    """
    told = headers.get("retry-after", "").strip()
    if told.isascii() and told.isdigit():
        return float(told[:9])
    if until := _read_date(told):
        since = _read_date(headers.get("date", "")) or now
        return max(0.0, (until - since).total_seconds())
    if status == 429 and (reset := _RESET.search(headers.get("ratelimit", ""))):
        return float(reset[1][:9])
    return None


def _read_date(text: str) -> datetime | None:
    try:
        day = parsedate_to_datetime(text)
    except ValueError:
        return None
    return day if day.tzinfo else day.replace(tzinfo=UTC)
