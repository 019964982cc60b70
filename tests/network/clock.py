"""Time that passes only when someone waits."""

from datetime import UTC, datetime, timedelta

from generator.network import Timing

NOON = datetime(2031, 5, 7, 12, tzinfo=UTC)


class Clock:
    """Every wait is written down, and takes no time."""

    def __init__(self, start: datetime = NOON) -> None:
        self.waits: list[float] = []
        self._start = start

    @property
    def passed(self) -> float:
        return sum(self.waits)

    @property
    def timing(self) -> Timing:
        return Timing(
            now=lambda: self._start + timedelta(seconds=self.passed),
            sleep=self.waits.append,
            monotonic=lambda: self.passed,
            chance=lambda: 0.0,
        )
