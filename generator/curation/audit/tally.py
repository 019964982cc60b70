"""What all rules find in all papers, counted once for those who give advice on them."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from generator.corpus.model import Corpus
from generator.curation.model import Curation, LabelT, Phrase, Tag, Topic
from generator.curation.phrases import FoldedText, PhraseIndex
from generator.curation.rule_schema import EvidenceRule, RuleSchema
from generator.curation.scoring import Score, compile_rules
from generator.identifiers import Slug


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A line of evidence of a topic or tag, and its phrases with their places."""

    number: int
    rule: EvidenceRule
    phrases: tuple[Phrase, ...]
    counts: bool
    """Whether it counted in any paper, for or against."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Nearest:
    """The paper that came nearest to a threshold, and with how much."""

    paper: Slug
    total: float
    threshold: float


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleTally:
    """A topic's or tag's rule over all papers. `kind` is `topic` or `tag`.

    `met` counts the papers in which it reached its threshold; `nearest` is the best of the others,
    if anything was found in any.
    """

    kind: str
    label: Topic | Tag
    lines: tuple[Line, ...]
    met: int
    nearest: Nearest | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """All rules over all papers; `found` counts, for each phrase, the papers in which it stands."""

    papers: int
    rules: tuple[RuleTally, ...]
    found: Mapping[str, int]


def tally_rules(curation: Curation, corpus: Corpus) -> Tally:
    """Ask every rule about every paper."""
    rules = (*curation.topic_rules.values(), *curation.tag_rules.values())
    index = PhraseIndex(p for rule in rules for line in rule.phrases for p in line.any)
    found: Counter[str] = Counter()
    for paper in corpus.papers.values():
        here = {
            number
            for text in (paper.title.clean, paper.abstract.clean)
            for number, _ in index.find(FoldedText(text))
        }
        found.update(index.phrases[number] for number in here)
    return Tally(
        papers=len(corpus.papers),
        rules=(
            *_tally(
                "topic",
                {topic.id: topic for topic in curation.topics},
                curation.topic_rules,
                curation.topic_phrases,
                corpus,
            ),
            *_tally(
                "tag",
                {tag.id: tag for tag in curation.tags},
                curation.tag_rules,
                curation.tag_phrases,
                corpus,
            ),
        ),
        found=found,
    )


def _tally(
    kind: str,
    labels: Mapping[LabelT, Topic | Tag],
    rules: Mapping[LabelT, RuleSchema],
    phrases: Mapping[LabelT, tuple[Phrase, ...]],
    corpus: Corpus,
) -> Iterator[RuleTally]:
    compiled = compile_rules({str(id_): rule for id_, rule in rules.items()})
    met: Counter[str] = Counter()
    counting: set[tuple[str, int]] = set()
    nearest: dict[str, tuple[Slug, Score]] = {}
    for paper in corpus.papers.values():
        for score in compiled.score(paper.title.clean, paper.abstract.clean):
            counting.update((score.rule, found.line) for found in score.evidence)
            if score.margin >= 0:
                met[score.rule] += 1
            elif score.rule not in nearest or score.total > nearest[score.rule][1].total:
                nearest[score.rule] = paper.id, score
    for id_, rule in rules.items():
        yield RuleTally(
            kind=kind,
            label=labels[id_],
            lines=tuple(
                Line(number=n, rule=line, phrases=listed, counts=(id_, n) in counting)
                for n, (line, listed) in enumerate(_pair_lines(rule, phrases[id_]))
            ),
            met=met[id_],
            nearest=_name_nearest(nearest.get(id_)),
        )


def _pair_lines(
    rule: RuleSchema, phrases: tuple[Phrase, ...]
) -> Iterator[tuple[EvidenceRule, tuple[Phrase, ...]]]:
    """Give each line of evidence with its phrases, which follow each other for the whole rule."""
    start = 0
    for line in rule.phrases:
        yield line, phrases[start : start + len(line.any)]
        start += len(line.any)


def _name_nearest(found: tuple[Slug, Score] | None) -> Nearest | None:
    if found is None or found[1].total <= 0:
        return None
    paper, score = found
    return Nearest(paper=paper, total=score.total, threshold=score.threshold)
