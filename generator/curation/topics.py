"""Deciding a paper's topics by rule: at most three, the first its primary, each explained."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from generator.curation.rule_schema import TopicRuleSchema
from generator.curation.scoring import CompiledRules, Score, compile_rules
from generator.identifiers import TopicId

MOST_TOPICS = 3
THIRD_TOPIC = 1.0
"""By how much a third topic has to pass its threshold: one paper in ten has three."""
ABOUT_EQUAL = 6.0
"""Within how much of the highest rank `before` decides which topic is primary."""
LEAST_TOTAL = 1.0
"""What must speak for a topic below its threshold that is given because no other is met."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicScore:
    """What a topic's rule found. `rank` orders the topics of a paper: margin and `primary`."""

    topic: TopicId
    score: Score
    rank: float


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicDecision:
    """The topics of a paper, primary first, and all scores above zero, the highest rank first.

    `runner_up` is the best of those that were not given. Where no topic reached its threshold, the
    best is given alone, and `is_weak` is true.
    """

    topics: tuple[TopicId, ...]
    scores: tuple[TopicScore, ...]
    runner_up: TopicScore | None
    is_weak: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicRules:
    """The rules of all topics, made ready. Made by `compile_topic_rules`."""

    compiled: CompiledRules
    primary: Mapping[TopicId, float]
    before: Mapping[TopicId, frozenset[str]]


def compile_topic_rules(rules: Mapping[TopicId, TopicRuleSchema]) -> TopicRules:
    """Make the rules of topics ready to be asked about many papers."""
    return TopicRules(
        compiled=compile_rules({str(id_): rule for id_, rule in rules.items()}),
        primary={id_: rule.primary for id_, rule in rules.items()},
        before={id_: frozenset(rule.before) for id_, rule in rules.items()},
    )


def decide_topics(rules: TopicRules, title: str, abstract: str) -> TopicDecision:
    """Decide the topics of a paper by its clean title and abstract.

    Ties go to the topic that stands first in the file.
    """
    scores = tuple(
        sorted(
            (_rank(rules, s) for s in rules.compiled.score(title, abstract) if s.total > 0),
            key=lambda s: -s.rank,
        )
    )
    met = [s for s in scores if s.score.margin >= 0]
    is_weak = not met
    if is_weak:
        met = [s for s in scores if s.score.total >= LEAST_TOTAL][:1]
    topics = tuple(s.topic for s in _choose(rules, met))
    rest = [s for s in scores if s.topic not in topics]
    return TopicDecision(
        topics=topics,
        scores=scores,
        runner_up=max(rest, key=lambda s: s.score.margin, default=None),
        is_weak=is_weak and bool(topics),
    )


def _rank(rules: TopicRules, score: Score) -> TopicScore:
    topic = TopicId(score.rule)
    return TopicScore(topic=topic, score=score, rank=round(score.margin + rules.primary[topic], 3))


def _choose(rules: TopicRules, met: Sequence[TopicScore]) -> Iterable[TopicScore]:
    """Give the primary of the topics that are met, then the next by margin."""
    if not met:
        return ()
    primary = _find_primary(rules, met)
    others = sorted((s for s in met if s is not primary), key=lambda s: -s.score.margin)
    third = [s for s in others[1:2] if s.score.margin >= THIRD_TOPIC]
    return (primary, *others[: MOST_TOPICS - 2], *third)


def _find_primary(rules: TopicRules, met: Sequence[TopicScore]) -> TopicScore:
    """Start with the highest rank, and go to what stands `before` it as long as there is such."""
    near = [s for s in met if s.rank > met[0].rank - ABOUT_EQUAL]
    primary, *others = near
    while ahead := [s for s in others if primary.topic in rules.before[s.topic]]:
        primary = ahead[0]
        others.remove(primary)
    return primary
