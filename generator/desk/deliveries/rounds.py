"""One day after the other: asked for, judged, and put away before the next is asked for.

So whatever ends a round, the days before are there, whole, and the next round goes on behind them.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from generator.desk.arrivals.shelving import hold_shelf
from generator.desk.deliveries.days import is_weekend
from generator.desk.deliveries.holdings import Holdings
from generator.desk.deliveries.judging import BEFORE, Surroundings, find_damage, judge
from generator.desk.deliveries.memory import Memory
from generator.desk.deliveries.outcomes import DayReport, Outcome
from generator.desk.deliveries.providers import Provider
from generator.desk.deliveries.shelf import put_away, sweep
from generator.network import Answer, Client, GivenUp, Request

_MOST_PAGES = 20
_EMPTY = 3
"""Weekdays in a row without a paper are more than holidays: something is wrong there."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Day:
    """What a provider answered of a day: its bytes, and what it said of them."""

    body: bytes | None
    """None: what it said before still holds."""
    first: Answer
    request: Request
    tries: int
    pages: int


class Round:
    """Fetches days of one provider into a folder of digests."""

    def __init__(
        self,
        provider: Provider,
        client: Client,
        *,
        base: str,
        query: str = "",
        digests_dir: Path,
        root: Path,
        memory: Path,
        today: date,
        accept_smaller: bool = False,
        on_wait: Callable[[], None] = lambda: None,
    ) -> None:
        self._provider = provider
        self._client = client
        self._base = (base or provider.base).rstrip("/")
        self._query = query
        self._digests = digests_dir
        self._memory = Memory(path=memory)
        self._today = today
        self._accept_smaller = accept_smaller
        self._on_wait = on_wait
        self.holdings = Holdings(digests_dir, root=root, format_name=provider.format)

    def fetch(self, days: Iterable[date], *, on_day: Callable[[date], None]) -> Iterator[DayReport]:
        """Fetch days; it ends early where the provider answers nobody.

        Raises OSError where a file cannot be read or written.
        """
        with hold_shelf(self._digests, on_wait=self._on_wait):
            sweep(self._digests)
        empty = 0
        for day in days:
            on_day(day)
            try:
                answer = self._ask(day)
            except GivenUp as end:
                yield self._report(day, end.tries, Outcome.FAILED, str(end))
                if end.is_down:
                    return
                continue
            with hold_shelf(self._digests, on_wait=self._on_wait):
                report = self._settle(day, answer)
            if report.outcome is Outcome.EMPTY and self._is_over(day) and not is_weekend(day):
                empty += 1
                if empty >= _EMPTY and not self._accept_smaller:
                    note = f"{empty} weekdays in a row without a paper"
                    report = self._report(day, report.tries, Outcome.DOUBTFUL, note)
            elif report.outcome is not Outcome.EMPTY:
                empty = 0
            yield report

    def _is_over(self, day: date) -> bool:
        return day < self._today - timedelta(days=self._provider.late)

    def _ask(self, day: date) -> _Day:
        """Ask for all pages of a day."""
        holding = self.holdings.find(day)
        asked = self._request(day, 0)
        request = self._memory.recall(asked, holding.data if holding else None)
        first = self._client.get(request, check=self._check)
        tries = first.tries
        bodies = [first.answer.body]
        while not first.answer.is_unchanged and len(bodies) < _MOST_PAGES:
            if (self._provider.form.count(bodies[-1]) or 0) < self._provider.full:
                break
            more = self._client.get(self._request(day, len(bodies)), check=self._check)
            tries += more.tries
            if more.answer.body == bodies[-1]:  # it knows no pages, and gave all at once
                break
            bodies.append(more.answer.body)
        unchanged = first.answer.is_unchanged
        return _Day(
            body=None if unchanged else self._provider.form.join(tuple(bodies)),
            first=first.answer,
            request=asked,
            tries=tries,
            pages=len(bodies),
        )

    def _request(self, day: date, page: int) -> Request:
        where = self._provider.address(day, page, self._query)
        return Request(url=f"{self._base}{where}", accept=self._provider.accept)

    def _check(self, answer: Answer) -> str:
        return find_damage(answer.body, self._provider)

    def _settle(self, day: date, answer: _Day) -> DayReport:
        """Judge an answer and do what follows from it. The shelf is held."""
        holding = self.holdings.find(day)
        if answer.body is None:
            return self._report(day, answer.tries, Outcome.SAME)
        around = Surroundings(
            day=day,
            is_over=self._is_over(day),
            there=holding,
            before=self.holdings.find_before(day, BEFORE),
            after=self.holdings.find_after(day),
        )
        verdict = judge(answer.body, self._provider, around, accept_smaller=self._accept_smaller)
        file = self._write(day, answer.body) if verdict.writes else None
        if verdict.outcome is Outcome.SAME and holding:
            file = holding.data
        if file is not None and answer.pages == 1:
            self._memory.keep(answer.request, answer.first, file)
        return self._report(day, answer.tries, verdict.outcome, verdict.note)

    def _write(self, day: date, body: bytes) -> bytes:
        holding = self.holdings.find(day)
        path = holding.path if holding else self.holdings.find_slot(day, self._provider.ending)
        put_away(path, body)
        self.holdings.note(day, path)
        return body

    def _report(self, day: date, tries: int, outcome: Outcome, note: str = "") -> DayReport:
        holding = self.holdings.find(day)
        return DayReport(
            day=day,
            outcome=outcome,
            papers=len(holding.papers) if holding else 0,
            tries=tries,
            file=self.holdings.show(holding.path) if holding else "",
            note=note,
        )
