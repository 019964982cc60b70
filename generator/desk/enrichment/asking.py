"""One question to a provider, and what can be made of its answer before it is judged."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from generator.desk.deliveries.judging import find_damage
from generator.desk.enrichment.outcomes import Record
from generator.desk.enrichment.registers import Question, Register
from generator.network import Client, GivenUp, Request

_ENOUGH = 3
"""Ids from which on it is hard to believe that a provider knows none of them."""
_NOT_THERE = 404


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A provider that is asked, the client that asks, and where it is."""

    register: Register
    client: Client
    base: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What a provider said: records, or why there are none that can be used.

    `is_incomplete`: it has more records than it gave. `may_part`: it may answer about each paper
    alone. `is_down`: it answers nobody.
    """

    records: tuple[Record, ...] = ()
    tries: int = 1
    failure: str = ""
    is_incomplete: bool = False
    may_part: bool = False
    is_down: bool = False


def ask(source: Source, question: Question) -> Answer:
    """Ask until there is an answer, or no more patience. Raises nothing."""
    register = source.register
    request = Request(url=source.base + question.where, accept=register.provider.accept)
    try:
        result = source.client.get(
            request, check=lambda answer: find_damage(answer.body, register.provider)
        )
    except GivenUp as end:
        if end.status == _NOT_THERE and question.by_id and len(question.gaps) == 1:
            return Answer(tries=end.tries)
        # One title that it does not understand spoils those beside it.
        parts = not end.is_down and end.tries == 1
        return Answer(tries=end.tries, failure=str(end), is_down=end.is_down, may_part=parts)
    records = register.read(result.answer.body, question)
    if isinstance(records, str):
        return Answer(tries=result.tries, failure=records, may_part=True)
    if question.by_id and not records and len(question.gaps) >= _ENOUGH:
        failure = f"{register.title} says that it knows none of {len(question.gaps)} ids"
        return Answer(tries=result.tries, failure=failure)
    is_full = bool(question.full) and len(records) >= question.full
    return Answer(records=records, tries=result.tries, is_incomplete=is_full, may_part=is_full)


def part(source: Source, question: Question) -> Iterator[Question]:
    """Ask about each paper of a question alone."""
    ask_alone = source.register.by_id if question.by_id else source.register.by_title
    for gap in question.gaps:
        yield from (replace(each, by_id=question.by_id) for each in ask_alone((gap,)))
