"""Advice to curators: what may be better, where, and how. Nothing of it is a mistake."""

from dataclasses import dataclass
from enum import StrEnum

from generator.diagnostics import Place


class Subject(StrEnum):
    """What a piece of advice is about."""

    MISSING_PAPER = "missing-paper"
    PAPERS_ALIKE = "papers-alike"
    OPEN_QUESTION = "open-question"
    AUTHORS_ALIKE = "authors-alike"
    PAPER_WITHOUT_TOPIC = "paper-without-topic"
    PAPER_BELOW_THRESHOLD = "paper-below-threshold"
    TOPICS_OVERLAP = "topics-overlap"
    SIMILAR_TAGS = "similar-tags"
    SHADOWED_ALIAS = "shadowed-alias"
    RULE_NEVER_MET = "rule-never-met"
    EVIDENCE_NEVER_COUNTS = "evidence-never-counts"
    PHRASES_NEVER_FOUND = "phrases-never-found"
    PHRASE_EVERYWHERE = "phrase-everywhere"

    @property
    def about(self) -> str:
        """Say in a few words what is looked for."""
        return _ABOUT[self]


_ABOUT = {
    Subject.MISSING_PAPER: "an entry names a paper that is not there",
    Subject.PAPERS_ALIKE: "two papers look the same, and did not merge",
    Subject.OPEN_QUESTION: "a record may be of a paper, and nobody has said",
    Subject.AUTHORS_ALIKE: "two names may be one person's",
    Subject.PAPER_WITHOUT_TOPIC: "no rule speaks for any topic",
    Subject.PAPER_BELOW_THRESHOLD: "no rule is met, so the nearest topic is given",
    Subject.TOPICS_OVERLAP: "most papers of a topic are in another, too",
    Subject.SIMILAR_TAGS: "two tags have nearly the same name or papers",
    Subject.SHADOWED_ALIAS: "an alias belongs to another tag, or adds nothing",
    Subject.RULE_NEVER_MET: "no paper gets the topic or tag by its rule",
    Subject.EVIDENCE_NEVER_COUNTS: "a line of a rule counts in no paper",
    Subject.PHRASES_NEVER_FOUND: "phrases of a rule stand in no paper",
    Subject.PHRASE_EVERYWHERE: "a phrase stands in most papers, and counts",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Advice:
    """A piece of advice. `items` are the words it is about, each with its place.

    `entry` is YAML to be copied, where following the advice is as easy as that.
    """

    subject: Subject
    place: Place
    message: str
    suggestion: str
    items: tuple[tuple[str, Place], ...] = ()
    entry: str = ""
