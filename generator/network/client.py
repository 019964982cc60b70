"""Asking politely: one question at a time, with a pause between two, and again after a while."""

import random
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from urllib.parse import urlsplit

from generator.network.exchange import Exchange, is_on_this_machine
from generator.network.model import Answer, GivenUp, NetworkError, Request, Result
from generator.network.patience import Patience, is_refusal, may_pass, read_wait

OnWait = Callable[[float, str], None]
"""Is told how many seconds we are about to wait, and why."""
Check = Callable[[Answer], str]
"""Says what is wrong with an answer, in words, if asking again may mend it; else nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Timing:
    """What a client does with time. Tests put in its place what takes none."""

    now: Callable[[], datetime]
    sleep: Callable[[float], None] = time.sleep
    monotonic: Callable[[], float] = time.monotonic
    chance: Callable[[], float] = random.random


class Client:
    """Asks one provider. `pace` is the least number of seconds from one question to the next.

    A server on this machine is asked without such pauses; what it says of waiting counts as that of
    any other.
    """

    def __init__(
        self,
        exchange: Exchange,
        *,
        pace: float,
        timing: Timing,
        patience: Patience | None = None,
        on_wait: OnWait = lambda _seconds, _why: None,
    ) -> None:
        self._exchange = exchange
        self._pace = pace
        self._timing = timing
        self._patience = patience or Patience()
        self._on_wait = on_wait
        self._last: float | None = None

    def get(self, request: Request, *, check: Check = lambda _answer: "") -> Result:
        """Ask until an answer can be used (200 or 304). Raises GivenUp, which says why not."""
        tries = 0
        while True:
            self._keep_pace(request.url)
            tries += 1
            told, is_down, status = None, True, 0
            try:
                answer = self._exchange.get(request)
            except NetworkError as error:
                why, again = str(error), error.may_pass
            else:
                status = answer.status
                if answer.status in {200, 304}:
                    if not (why := "" if answer.is_unchanged else check(answer)):
                        return Result(answer=answer, tries=tries)
                    again, is_down = True, False
                else:
                    why = _say_status(answer)
                    again, is_down = may_pass(answer.status), may_pass(answer.status)
                    told = read_wait(answer.status, answer.headers, self._timing.now())
                    if told is not None and told > self._patience.longest:
                        why += f", and asks us to come back in {_say_time(told)}"
                        again = False
            if not again or tries >= self._patience.tries:
                raise GivenUp(why, tries=tries, is_down=is_down, status=status)
            wait = self._patience.wait_after(tries, self._timing.chance())
            # Never sooner than we would have come by ourselves: a server in need may say 0.
            self._wait(wait if told is None else max(told, wait), why)

    def _keep_pace(self, url: str) -> None:
        now = self._timing.monotonic()
        if self._last is not None and not is_on_this_machine(url):
            left = self._last + self._pace - now
            if left > 0:
                self._timing.sleep(left)
                now += left
        self._last = now

    def _wait(self, seconds: float, why: str) -> None:
        self._on_wait(seconds, why)
        self._timing.sleep(seconds)


def _say_status(answer: Answer) -> str:
    host = urlsplit(answer.url).hostname
    if is_refusal(answer.status):
        return f"{host} wants no more questions for now ({answer.status})"
    if answer.status >= 500:
        return f"{host} cannot answer now ({answer.status})"
    if answer.status in {404, 410}:
        return f"{host} has nothing at {answer.url} ({answer.status})"
    return f"{host} answered {answer.status} to {answer.url}"


def _say_time(seconds: float) -> str:
    minutes = round(seconds / 60)
    return f"{minutes} minutes" if minutes < 120 else f"{round(minutes / 60)} hours"
