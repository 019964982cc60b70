"""Adding up the evidence that rules find in a title and an abstract.

A paper's text is folded and searched once for the phrases of all rules together.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple

from generator.curation.boilerplate import BOILERPLATE
from generator.curation.phrases import FoldedText, PhraseIndex, Span
from generator.curation.rule_schema import EvidenceRule, RuleSchema

MOST_FURTHER_SENTENCES = 3
"""How many further sentences of an abstract count for a line of evidence."""

_SENTENCE_END = re.compile(r"[.!?][\"'’”)\]]*\s+(?=[\"'‘“(\[]?[A-Z0-9])")
_ABBREVIATION = re.compile(r"(?:\b(?:e\.g|i\.e|cf|vs|al|etc|resp|Fig|Eq|Sec|Dr|Prof|St)|\b[A-Z])$")
_LONGEST_ABBREVIATION = 6
_TITLE = -1


class Part(StrEnum):
    """Where evidence stands: `AGAIN` is a further sentence of the abstract."""

    TITLE = "title"
    ABSTRACT = "abstract"
    AGAIN = "again"


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """A phrase that was found, and what it weighs.

    `phrase` is the one written in the rule, `line` the number of its line of evidence, from 0.
    `span` is its place in the title where `part` is the title, else in the abstract.
    """

    phrase: str
    line: int
    part: Part
    span: Span
    weight: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """What a rule found in a paper. It is met where `total` reaches `threshold`."""

    rule: str
    total: float
    threshold: float
    evidence: tuple[Evidence, ...]

    @property
    def margin(self) -> float:
        return round(self.total - self.threshold, 3)

    @property
    def leaning(self) -> float:
        """How far it came: 0 where what was found speaks against it, 1 at the threshold."""
        return round(max(0.0, self.total) / self.threshold, 3)


class _Hit(NamedTuple):
    """A phrase, its sentence (-1 is the title), and its place in the title or the abstract."""

    phrase: int
    sentence: int
    span: Span


@dataclass(frozen=True, slots=True)
class _Line:
    beside: frozenset[int]
    all: frozenset[int]
    none: frozenset[int]
    unless: frozenset[int]
    title: float
    abstract: float
    again: float


def split_sentences(text: str) -> tuple[Span, ...]:
    """Divide a text into its sentences, by the signs that end one."""
    spans = []
    start = 0
    for match in _SENTENCE_END.finditer(text):
        before = max(start, match.start() - _LONGEST_ABBREVIATION)
        if _ABBREVIATION.search(text, before, match.start()):
            continue
        spans.append(Span(start, match.end()))
        start = match.end()
    if start < len(text):
        spans.append(Span(start, len(text)))
    return tuple(spans)


class CompiledRules:
    """Rules made ready to be asked about many papers. Made by `compile_rules`."""

    __slots__ = ("_boilerplate", "_index", "_lines", "_lines_of", "_rules")

    def __init__(self, rules: Mapping[str, RuleSchema]) -> None:
        self._index = PhraseIndex([*BOILERPLATE, *_list_phrases(rules.values())])
        number = {phrase: n for n, phrase in enumerate(self._index.phrases)}
        self._boilerplate = frozenset(number[phrase] for phrase in BOILERPLATE)
        self._rules = tuple((id_, rule.threshold) for id_, rule in rules.items())
        self._lines: dict[tuple[int, int], _Line] = {}
        lines_of: defaultdict[int, list[tuple[int, int]]] = defaultdict(list)
        for r, rule in enumerate(rules.values()):
            for n, line in enumerate(rule.phrases):
                self._lines[r, n] = _compile_line(line, number)
                for phrase in dict.fromkeys(line.any):
                    lines_of[number[phrase]].append((r, n))
        self._lines_of = dict(lines_of)

    def score(self, title: str, abstract: str) -> tuple[Score, ...]:
        """Give the score of each rule that found anything, in the order of the rules."""
        hits = self._find(title, abstract)
        beside: defaultdict[int, set[int]] = defaultdict(set)
        by_line: defaultdict[tuple[int, int], list[_Hit]] = defaultdict(list)
        for hit in hits:
            beside[hit.sentence].add(hit.phrase)
            for place in self._lines_of.get(hit.phrase, ()):
                by_line[place].append(hit)
        present = frozenset().union(*beside.values())
        evidence: defaultdict[int, list[Evidence]] = defaultdict(list)
        for r, n in sorted(by_line):
            line = self._lines[r, n]
            if line.all <= present and line.none.isdisjoint(present):
                counted = _select(line, by_line[r, n], hits, beside)
                evidence[r] += self._weigh(line, n, counted)
        return tuple(
            Score(
                rule=self._rules[r][0],
                total=round(sum(e.weight for e in found), 3),
                threshold=self._rules[r][1],
                evidence=tuple(found),
            )
            for r, found in evidence.items()
            if found
        )

    def _find(self, title: str, abstract: str) -> list[_Hit]:
        """Find every phrase that is not within boilerplate."""
        hits: list[_Hit] = []
        for sentence, offset, text in _fold_sentences(title, abstract):
            found = self._index.find(text)
            masks = [span for n, span in found if n in self._boilerplate]
            for n, span in found:
                if not masks or not _is_within(span, masks):
                    place = Span(span.start + offset, span.end + offset)
                    hits.append(_Hit(n, sentence, place))
        return hits

    def _weigh(self, line: _Line, number: int, hits: Iterable[_Hit]) -> list[Evidence]:
        evidence: list[Evidence] = []
        further = -1
        for hit in hits:
            if hit.sentence == _TITLE:
                part, weight = Part.TITLE, line.title
            else:
                further += 1
                part = Part.AGAIN if further else Part.ABSTRACT
                weight = line.again if further else line.abstract
            if weight and further <= MOST_FURTHER_SENTENCES:
                evidence.append(
                    Evidence(
                        phrase=self._index.phrases[hit.phrase],
                        line=number,
                        part=part,
                        span=hit.span,
                        weight=weight,
                    )
                )
        return evidence


@lru_cache(maxsize=2)
def _fold_sentences(title: str, abstract: str) -> tuple[tuple[int, int, FoldedText], ...]:
    """Give number, place and folded words of the title (-1) and of each sentence of the abstract.

    The last ones are kept, because topics and tags are asked about the same paper in turn.
    """
    return (
        (_TITLE, 0, FoldedText(title)),
        *(
            (number, span.start, FoldedText(abstract[span.start : span.end]))
            for number, span in enumerate(split_sentences(abstract))
        ),
    )


def _select(
    line: _Line, found: Iterable[_Hit], hits: Sequence[_Hit], beside: Mapping[int, set[int]]
) -> Iterable[_Hit]:
    """Give the first hit of a line in each sentence in which it counts, as in the text."""
    chosen: dict[int, _Hit] = {}
    for hit in found:
        if hit.sentence in chosen:
            continue
        if line.beside and line.beside.isdisjoint(beside[hit.sentence]):
            continue
        if line.unless and _is_within(
            hit.span,
            [h.span for h in hits if h.sentence == hit.sentence and h.phrase in line.unless],
        ):
            continue
        chosen[hit.sentence] = hit
    return chosen.values()


def _is_within(span: Span, masks: Iterable[Span]) -> bool:
    return any(mask.start <= span.start and span.end <= mask.end for mask in masks)


def _list_phrases(rules: Iterable[RuleSchema]) -> Iterable[str]:
    for rule in rules:
        for line in rule.phrases:
            yield from (*line.any, *line.with_, *line.all, *line.not_, *line.unless)


def _compile_line(line: EvidenceRule, number: Mapping[str, int]) -> _Line:
    return _Line(
        beside=frozenset(number[phrase] for phrase in line.with_),
        all=frozenset(number[phrase] for phrase in line.all),
        none=frozenset(number[phrase] for phrase in line.not_),
        unless=frozenset(number[phrase] for phrase in line.unless),
        title=line.title,
        abstract=line.abstract,
        again=line.again,
    )


def compile_rules(rules: Mapping[str, RuleSchema]) -> CompiledRules:
    """Make rules, by the id they decide about, ready to be asked about many papers."""
    return CompiledRules(rules)
