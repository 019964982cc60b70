"""What speaks for each topic and tag of one paper: the phrases that counted, and where."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Generic

from generator.corpus.model import Paper
from generator.curation.model import LabelChange, LabelT, Phrase, Tag, Topic
from generator.curation.phrases import Span
from generator.curation.rule_schema import RuleSchema, TopicRuleSchema
from generator.curation.scoring import Evidence, Part, Score
from generator.diagnostics import Place
from generator.identifiers import TagId, TopicId

_AROUND = 32
"""How many characters of context stand on each side of a phrase, at most."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Clue:
    """A phrase that was found and counted: `words` between `before` and `after`, as in the text.

    `phrase` is what the rule says, in `place`. A weight below zero speaks against.
    """

    phrase: str
    weight: float
    part: Part
    before: str
    words: str
    after: str
    place: Place


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """A topic or tag beside a paper: what its rule found, and whether the paper has it.

    `place` is where it is declared. `by_rule` says that the rule alone gives it; `change` is the
    curator's line that gave it, or took it away. `total` counts from `threshold` on, which is 0
    where there is no rule. `bonus` is what a topic's rule adds where the primary topic is chosen;
    `before` names the paper's other topics behind which it does not stand, as its rule says.
    """

    id: str
    name: str
    place: Place
    given: bool
    by_rule: bool
    total: float
    threshold: float
    clues: tuple[Clue, ...]
    change: Place | None = None
    bonus: float = 0.0
    before: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Bench(Generic[LabelT]):
    """The rules of all topics, or of all tags, beside one paper.

    `labels` are in the order of their file; `given` and `by_rule` are what the paper has, and what
    rules alone give it; `curator` is the word of a person on it.
    """

    paper: Paper
    labels: Sequence[Topic | Tag]
    rules: Mapping[LabelT, RuleSchema]
    phrases: Mapping[LabelT, tuple[Phrase, ...]]
    scores: Mapping[str, Score]
    given: tuple[LabelT, ...]
    by_rule: tuple[LabelT, ...]
    curator: LabelChange[LabelT] | None

    def judge_given(self) -> tuple[Verdict, ...]:
        return tuple(self._judge(label) for label in self.given)

    def judge_withdrawn(self) -> tuple[Verdict, ...]:
        """Judge what rules gave and the curator's word displaced."""
        return tuple(self._judge(label) for label in self.by_rule if label not in self.given)

    def judge_runner_up(self) -> Verdict | None:
        """Judge the nearest of what neither a rule nor a curator gave, if anything speaks for it.

        Of several that come as near, it is the first of the file.
        """
        rest = [label for label in self.rules if label not in (*self.given, *self.by_rule)]
        speaking = [label for label in rest if self._total(label) > 0]
        best = max(speaking, key=lambda label: self.scores[label].margin, default=None)
        return self._judge(best) if best else None

    def _total(self, label: LabelT) -> float:
        return self.scores[label].total if label in self.scores else 0.0

    def _judge(self, id_: LabelT) -> Verdict:
        label = next((label for label in self.labels if label.id == id_), None)
        rule = self.rules.get(id_)
        is_changed = (id_ in self.given) != (id_ in self.by_rule)
        change = _find_change(id_, self.curator, is_changed=is_changed)
        return Verdict(
            id=id_,
            name=label.name if label else id_,
            place=label.place if label else change or Place(file=""),
            given=id_ in self.given,
            by_rule=id_ in self.by_rule,
            total=self._total(id_),
            threshold=rule.threshold if rule else 0.0,
            clues=tuple(self._find_clues(id_)) if id_ in self.scores else (),
            change=change,
            bonus=rule.primary if isinstance(rule, TopicRuleSchema) else 0.0,
            before=tuple(other for other in self.given if other in rule.before)
            if isinstance(rule, TopicRuleSchema)
            else (),
        )

    def _find_clues(self, id_: LabelT) -> Iterator[Clue]:
        places = _place_phrases(self.rules[id_], self.phrases[id_])
        for found in self.scores[id_].evidence:
            before, words, after = cut_out(self._text(found), found.span)
            yield Clue(
                phrase=found.phrase,
                weight=found.weight,
                part=found.part,
                before=before,
                words=words,
                after=after,
                place=places[found.line, found.phrase],
            )

    def _text(self, found: Evidence) -> str:
        return (self.paper.title if found.part is Part.TITLE else self.paper.abstract).clean


def _find_change(
    id_: str, word: LabelChange[TopicId] | LabelChange[TagId] | None, *, is_changed: bool
) -> Place | None:
    """Give the place of a curator's word that names a label, or that displaced it."""
    if word is None:
        return None
    is_named = id_ in (*word.add, *word.remove, *(word.set or ()))
    return word.place if is_named or is_changed else None


def _place_phrases(rule: RuleSchema, phrases: Iterable[Phrase]) -> dict[tuple[int, str], Place]:
    """Give the place of each phrase of a rule, by the number of its line of evidence and itself."""
    numbers = (n for n, line in enumerate(rule.phrases) for _ in line.any)
    places: dict[tuple[int, str], Place] = {}
    for number, phrase in zip(numbers, phrases, strict=True):
        places.setdefault((number, phrase.text), phrase.place)
    return places


def cut_out(text: str, span: Span) -> tuple[str, str, str]:
    """Give what stands at a place of a text, and whole words on both sides of it."""
    start, end = max(0, span.start - _AROUND), min(len(text), span.end + _AROUND)
    before, after = text[start : span.start], text[span.end : end]
    if start:
        before = "…" + before.partition(" ")[2]
    if end < len(text):
        after = after.rpartition(" ")[0] + "…"
    return before, text[span.start : span.end], after
