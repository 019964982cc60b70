"""Why rules gave a paper its labels, in as little as a page needs to say so."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from generator.curation.model import Found, LabelT, Reason
from generator.curation.scoring import Evidence, Part, Score


def give_reasons(
    labels: Sequence[LabelT], scores: Iterable[Score], *, title: str, abstract: str
) -> tuple[Reason[LabelT], ...]:
    """Give for each label what its rule found in these texts, in the order of the labels."""
    by_rule = {score.rule: score for score in scores}
    return tuple(_give_reason(label, by_rule[label], title, abstract) for label in labels)


def _give_reason(label: LabelT, score: Score, title: str, abstract: str) -> Reason[LabelT]:
    hits: defaultdict[str, list[Evidence]] = defaultdict(list)
    for evidence in score.evidence:
        hits[evidence.phrase].append(evidence)
    weights = {phrase: sum(e.weight for e in there) for phrase, there in hits.items()}
    found: dict[str, Found] = {}
    for phrase in sorted(weights, key=lambda phrase: -weights[phrase]):
        first = hits[phrase][0]
        in_title = first.part is Part.TITLE
        words = (title if in_title else abstract)[first.span.start : first.span.end]
        if weights[phrase] > 0:  # two phrases may be one in the text: "agent" and "agent*"
            found.setdefault(words.casefold(), Found(words=words, in_title=in_title))
    return Reason(
        label=label,
        found=tuple(found.values()),
        total=score.total,
        threshold=score.threshold,
    )
