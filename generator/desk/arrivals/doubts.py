"""What a person is to look at before a digest is added: all that its own bytes give reason for."""

from collections.abc import Iterator
from datetime import date

from generator.desk.arrivals.signs import find_signs, find_signs_of_day
from generator.desk.arrivals.understanding import Understanding, read_as_of


def list_doubts(understanding: Understanding, day: date | None, today: date) -> Iterator[str]:
    """Say in a sentence each what looks damaged; `day` is the one it is to have, if it has one."""
    yield from find_signs(understanding.digest, understanding.text)
    if day:
        yield from find_signs_of_day(understanding.digest, day, today)
        for finding in read_as_of(understanding, day):
            yield f"Line {finding.place.line}: {finding.message}"
