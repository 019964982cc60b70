"""Why a paper has its topics and tags, in words for readers."""

from collections.abc import Iterator, Mapping, Sequence

from generator.corpus.model import Paper
from generator.curation.model import Found, LabelT, Reason
from generator.pages.catalogue import Catalogue
from generator.pages.views import TagMark, TopicMark, WhyItem
from generator.pages.words import joined

_MOST_WORDS = 4  # phrases that are named of a label: the weightiest say enough
_BY_CURATOR = "The curator says so."


def explain_labels(catalogue: Catalogue, paper: Paper) -> Iterator[WhyItem]:
    """Say of each topic, then of each tag, which words gave it, or that a curator did."""
    said = catalogue.said(paper)
    yield from _explain(said.topics, said.topic_reasons, catalogue.topic_marks)
    yield from _explain(said.tags, said.tag_reasons, catalogue.tag_marks)


def _explain(
    labels: Sequence[LabelT],
    reasons: Sequence[Reason[LabelT]],
    marks: Mapping[LabelT, TopicMark] | Mapping[LabelT, TagMark],
) -> Iterator[WhyItem]:
    by_label = {reason.label: reason for reason in reasons}
    for label in labels:
        reason = by_label.get(label)
        because = _say(reason) if reason and reason.found else _BY_CURATOR
        yield WhyItem(name=marks[label].name, because=because)


def _say(reason: Reason[LabelT]) -> str:
    """`“Tool use” in the title; “agents” and “planning” in the abstract`."""
    named = _without_parts(reason.found)[:_MOST_WORDS]
    words = "; ".join(
        f"{_quote(found)} in the {part}"
        for part, found in (
            ("title", [found for found in named if found.in_title]),
            ("abstract", [found for found in named if not found.in_title]),
        )
        if found
    )
    if reason.total < reason.threshold:
        return f"The nearest of all topics, for {words}."
    return f"{words}."


def _quote(found: Sequence[Found]) -> str:
    return joined([f"“{each.words}”" for each in found])


def _without_parts(found: Sequence[Found]) -> list[Found]:
    """Leave out words that stand within weightier ones: “context” after “long-context”."""
    kept: list[Found] = []
    for each in found:
        if not any(each.words.casefold() in other.words.casefold() for other in kept):
            kept.append(each)
    return kept
