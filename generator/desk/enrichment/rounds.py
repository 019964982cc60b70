"""One question after the other: asked, judged, and put away before many more are asked.

So whatever ends a round, what was found is there, and the next round goes on behind it.
"""

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace

from generator.desk.enrichment.asking import Answer, Source, ask, part
from generator.desk.enrichment.gaps import Gap
from generator.desk.enrichment.matching import Known, judge
from generator.desk.enrichment.memory import Memory, mark_of
from generator.desk.enrichment.outcomes import Standing, StepReport, Verdict
from generator.desk.enrichment.phrases import find_phrase
from generator.desk.enrichment.registers import Question, Register
from generator.desk.enrichment.shelf import Shelf
from generator.identifiers import ArxivId, Slug

_MOST_PENDING = 20
"""Papers that are asked about again where a round is killed, at most."""
_MOST_FAILURES = 3
"""Answers in a row that cannot be used: the next one could not either."""

OnQuestion = Callable[[str, int, int], None]
"""Is told whom we are about to ask, how many papers are done, and how many there are."""


class Round:
    """Fills what papers lack, from several providers in their order.

    Without a `shelf` nothing is written. With `again` what was asked lately is asked, too.
    """

    def __init__(
        self,
        sources: Sequence[Source],
        gaps: Iterable[Gap],
        known: Known,
        *,
        memory: Memory,
        shelf: Shelf | None,
        again: bool = False,
    ) -> None:
        self._sources = sources
        self._gaps: dict[Slug, Gap] = {gap.paper: gap for gap in gaps}
        self._owners = dict(known.owners)
        self._answers: dict[tuple[Slug, ArxivId], bool | None] = dict(known.answers)
        self._known = Known(owners=self._owners, answers=self._answers)
        self._memory = memory
        self._shelf = shelf
        self._again = again
        self._done: set[str] = set()
        self._pending: list[Verdict] = []
        self._silent: set[str] = set()

    def run(self, *, on_question: OnQuestion) -> Iterator[StepReport]:
        """Ask for ids by titles first, then by ids for the rest.

        A provider that answers nobody is left alone. Raises Refusal where a file that is to be
        written has a mistake, OSError where it cannot be written.
        """
        if self._shelf:
            self._shelf.sweep()
        for by_id in (False, True):
            for source in self._sources:
                if source.register.title not in self._silent:
                    yield from self._ask_all(source, by_id=by_id, on_question=on_question)

    def _ask_all(
        self, source: Source, *, by_id: bool, on_question: OnQuestion
    ) -> Iterator[StepReport]:
        register = source.register
        todo = [gap for gap in self._gaps.values() if self._is_open(gap, register, by_id=by_id)]
        questions = deque((register.by_id if by_id else register.by_title)(todo))
        total = left = sum(len(question.gaps) for question in questions)
        failures = 0
        try:
            while questions and register.title not in self._silent:
                question = questions.popleft()
                on_question(register.title, total - left, total)
                answer = ask(source, question)
                if answer.may_part and len(question.gaps) > 1:
                    questions.extendleft(reversed(list(part(source, question))))
                    continue
                left -= len(question.gaps)
                failures = failures + 1 if answer.failure else 0
                if answer.is_down or failures >= _MOST_FAILURES:
                    self._silent.add(register.title)
                yield self._settle(register, question, answer, left)
        finally:
            self._put_away(register)

    def _is_open(self, gap: Gap, register: Register, *, by_id: bool) -> bool:
        """Whether a provider is to be asked about a paper, in this way."""
        if not gap.lacks & register.gives or bool(gap.arxiv_id) != by_id:
            return False
        if not by_id and (gap.is_nameless or not find_phrase(gap.shown)):
            return False
        asked = [same for (paper, _), same in self._answers.items() if paper == gap.paper]
        if None in asked and not gap.confirmed:
            return False  # a person has the word
        mark = self._mark(register, gap)
        return mark not in self._done and (self._again or not self._memory.is_fresh(mark))

    def _settle(
        self, register: Register, question: Question, answer: Answer, left: int
    ) -> StepReport:
        verdicts = (
            []
            if answer.failure
            else [
                judge(
                    self._gaps[gap.paper],
                    answer.records,
                    self._known,
                    by_id=question.by_id,
                    gives=register.gives,
                    incomplete=answer.is_incomplete,
                )
                for gap in question.gaps
            ]
        )
        for verdict in verdicts:
            self._learn(verdict)
        self._pending += verdicts
        if len(self._pending) >= _MOST_PENDING:
            self._put_away(register)
        return StepReport(
            source=register.title,
            gaps=question.gaps,
            verdicts=tuple(verdicts),
            tries=answer.tries,
            failure=answer.failure,
            unasked=left if register.title in self._silent else 0,
        )

    def _learn(self, verdict: Verdict) -> None:
        """Know from now on what was found, and what is asked of a curator."""
        gap = verdict.gap
        if verdict.standing is Standing.FOUND and verdict.record:
            self._owners.setdefault(verdict.record.arxiv_id, (gap.paper, gap.shown))
            self._gaps[gap.paper] = replace(
                gap,
                arxiv_id=verdict.record.arxiv_id,
                lacks=gap.lacks - set(verdict.facts),
            )
        for doubt in verdict.doubts:
            self._answers.setdefault((gap.paper, doubt.record.arxiv_id), None)

    def _put_away(self, register: Register) -> None:
        """Write what was found, then note what was asked: never the other way round."""
        pending, self._pending = self._pending, []
        if self._shelf:
            rows = [verdict.row for verdict in pending if verdict.row]
            doubts = [doubt for verdict in pending for doubt in verdict.doubts]
            self._shelf.put(register.file, rows, doubts, source=register.title)
        marks = [self._mark(register, self._gaps[verdict.gap.paper]) for verdict in pending]
        self._done.update(marks)
        if self._shelf:
            self._memory.note(marks)

    def _mark(self, register: Register, gap: Gap) -> str:
        return mark_of(register.provider.name, gap, self._known, register.gives)
