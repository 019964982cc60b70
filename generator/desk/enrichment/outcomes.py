"""What can become of a paper that was asked about, and of a question."""

from dataclasses import dataclass
from enum import StrEnum

from generator.corpus.text import clean_title
from generator.desk.enrichment.gaps import Fact, Gap
from generator.identifiers import ArxivId, TitleKey, title_key
from generator.sources.model import RawEntry, RawFacts


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """A paper as a provider has it: one with an arXiv id, by which it can be told from others.

    `keys` are those of its title as received and as cleaned.
    """

    arxiv_id: ArxivId
    title: str
    keys: frozenset[TitleKey]
    abstract: str
    facts: RawFacts


def make_record(entry: RawEntry) -> Record | None:
    """Make a record of what a reader read; None where it has no arXiv id."""
    if entry.facts is None or entry.facts.arxiv_id is None:
        return None
    title = clean_title(entry.title)
    return Record(
        arxiv_id=entry.facts.arxiv_id,
        title=title,
        keys=frozenset({title_key(entry.title), title_key(title)}),
        abstract=entry.abstract,
        facts=entry.facts,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Doubt:
    """A record that may be of a paper, and why nobody but a person can tell."""

    gap: Gap
    record: Record
    why: str


class Standing(StrEnum):
    """What is certain of a paper and a provider's records."""

    FOUND = "found"
    DOUBTFUL = "doubtful"
    ABSENT = "absent"


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """A paper, and what a provider's answer comes to for it.

    Found: `row` is what is written, `facts` names it; both are empty where the record says nothing
    that was lacking. Doubtful: a curator gets `doubts`.
    """

    gap: Gap
    standing: Standing
    record: Record | None = None
    row: RawFacts | None = None
    facts: tuple[Fact, ...] = ()
    doubts: tuple[Doubt, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class StepReport:
    """What became of one question: `verdicts`, or why there was no answer.

    `source` is the provider's title, `tries` how often it was asked, `unasked` how many papers it
    is not asked about any more, since it answers nobody.
    """

    source: str
    gaps: tuple[Gap, ...]
    verdicts: tuple[Verdict, ...] = ()
    tries: int = 1
    failure: str = ""
    unasked: int = 0
