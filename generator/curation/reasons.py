"""Why rules gave a paper its labels, in as little as a page needs to say so."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from generator.curation.model import LabelT, Reason
from generator.curation.scoring import Score


def give_reasons(labels: Sequence[LabelT], scores: Iterable[Score]) -> tuple[Reason[LabelT], ...]:
    """Give for each label what its rule found, in the order of the labels."""
    by_rule = {score.rule: score for score in scores}
    return tuple(_give_reason(label, by_rule[label]) for label in labels)


def _give_reason(label: LabelT, score: Score) -> Reason[LabelT]:
    weights: defaultdict[str, float] = defaultdict(float)
    for found in score.evidence:
        weights[found.phrase] += found.weight
    speaking = (phrase for phrase, weight in weights.items() if weight > 0)
    return Reason(
        label=label,
        phrases=tuple(sorted(speaking, key=lambda phrase: -weights[phrase])),
        total=score.total,
        threshold=score.threshold,
    )
