"""How right the topic rules are, against papers that people labelled.

A topic is right where any labelling gave it ("acceptable"); one that all gave ("agreed") is missed
where the rules do not give it. Precision and recall are over all topics of all papers.
"""

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from pydantic import BaseModel, ConfigDict, TypeAdapter

from generator.curation.model import CuratedCorpus
from generator.identifiers import TitleKey, TopicId, title_key

_MARKS = re.compile(
    r"(?P<begin><!-- scores[^>]*-->\n).*?(?P<end><!-- end of scores -->)", re.DOTALL
)


class LabelledPaper(BaseModel):
    """A paper with the topics it was given by people; `primary` is null where they disagreed."""

    model_config = ConfigDict(extra="ignore", frozen=True)

    title: str
    agreed: tuple[str, ...]
    acceptable: tuple[str, ...]
    primary: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicMeasure:
    """How right one topic is: how often people agree on it, and what the rules made of it.

    `right` counts papers that people gave it, whom the rules give it too; `wrong` those that nobody
    gave it; `missed` those that all gave it, and the rules do not.
    """

    topic: TopicId
    labelled: int
    right: int
    wrong: int
    missed: int

    @property
    def precision(self) -> float | None:
        return self.right / (self.right + self.wrong) if self.right + self.wrong else None

    @property
    def recall(self) -> float | None:
        return self.right / (self.right + self.missed) if self.right + self.missed else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Measurement:
    """How right the rules are over all papers; `absent` counts papers that were not found."""

    papers: int
    absent: int
    primary_labelled: int
    primary_right: int
    topics: tuple[TopicMeasure, ...]

    @property
    def precision(self) -> float:
        right = sum(t.right for t in self.topics)
        return right / max(1, right + sum(t.wrong for t in self.topics))

    @property
    def recall(self) -> float:
        right = sum(t.right for t in self.topics)
        return right / max(1, right + sum(t.missed for t in self.topics))

    @property
    def f1(self) -> float:
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0

    @property
    def primary(self) -> float:
        """Give the part of the papers whose primary topic is right, of those that have one."""
        return self.primary_right / max(1, self.primary_labelled)


def parse_labels(text: str) -> tuple[LabelledPaper, ...]:
    """Read labelled papers from JSON: a list of title, agreed, acceptable, primary.

    Raises ValueError (pydantic's ValidationError, or JSONDecodeError) where it is something else.
    """
    return TypeAdapter(tuple[LabelledPaper, ...]).validate_python(json.loads(text))


def list_given(curated: CuratedCorpus) -> dict[TitleKey, tuple[TopicId, ...]]:
    """Give what rules alone give each paper, by the key of every title that it was received by."""
    return {
        title_key(appearance.title.raw): curated.papers[id_].topics_by_rule
        for id_, paper in curated.corpus.papers.items()
        for appearance in paper.appearances
    }


def measure_topics(
    labels: Iterable[LabelledPaper],
    given: Mapping[TitleKey, Sequence[TopicId]],
    topics: Iterable[TopicId],
) -> Measurement:
    """Compare labels with the topics that the rules give, by the key of a paper's title.

    `topics` gives the order of the result; a topic of the labels that is not there counts, too.
    """
    papers = tuple(labels)
    order = dict.fromkeys([*map(str, topics), *sorted({t for p in papers for t in p.acceptable})])
    found = [tuple(given.get(title_key(p.title), ())) for p in papers]
    pairs = tuple(zip(papers, found, strict=True))
    return Measurement(
        papers=len(papers),
        absent=sum(title_key(p.title) not in given for p in papers),
        primary_labelled=sum(bool(p.primary) for p in papers),
        primary_right=sum(bool(f) and f[0] == p.primary for p, f in pairs),
        topics=tuple(
            TopicMeasure(
                topic=TopicId(topic),
                labelled=sum(topic in p.agreed for p in papers),
                right=sum(topic in f and topic in p.acceptable for p, f in pairs),
                wrong=sum(topic in f and topic not in p.acceptable for p, f in pairs),
                missed=sum(topic in p.agreed and topic not in f for p, f in pairs),
            )
            for topic in order
        ),
    )


def render_measurement(measurement: Measurement, names: Mapping[TopicId, str]) -> str:
    """Write a measurement as Markdown: a sentence, then a table with a row for each topic."""
    overall = (
        f"{measurement.papers} papers: precision {measurement.precision:.3f}, "
        f"recall {measurement.recall:.3f}, F1 {measurement.f1:.3f}; "
        f"primary topic right in {measurement.primary:.3f}."
    )
    lines = [
        overall,
        "",
        "| Topic | Agreed | Given | Wrong | Missed | Precision | Recall |",
        "|---|---:|---:|---:|---:|---:|---:|",
    ]
    lines += (
        f"| {names.get(t.topic, t.topic)} | {t.labelled} | {t.right + t.wrong} | {t.wrong} "
        f"| {t.missed} | {_share(t.precision)} | {_share(t.recall)} |"
        for t in measurement.topics
    )
    return "\n".join(lines) + "\n"


def replace_table(page: str, table: str) -> str:
    """Put a table between the two marks of a page, comments that begin with `scores`.

    Raises ValueError where the page does not have both.
    """
    found = _MARKS.search(page)
    if found is None:
        raise ValueError("there are no marks")
    return f"{page[: found.end('begin')]}\n{table}\n{page[found.start('end') :]}"


def _share(value: float | None) -> str:
    return "–" if value is None else f"{value:.2f}"
