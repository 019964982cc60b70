"""The papers of the seed digests with clean texts, and what people said of some of them."""

from dataclasses import dataclass
from functools import cache

from generator.corpus.assembly import assemble_corpus
from generator.curation.measurement import LabelledPaper, parse_labels
from generator.sources.digests import read_digests
from tests.conftest import ROOT

LABELS = ROOT / "tests" / "data" / "gold" / "topics-dev.json"


@dataclass(frozen=True, slots=True, kw_only=True)
class SeedPaper:
    title: str
    abstract: str
    raw_titles: tuple[str, ...]


@cache
def seed_papers() -> tuple[SeedPaper, ...]:
    digests, _ = read_digests(ROOT / "content" / "digests", root=ROOT)
    return tuple(
        SeedPaper(
            title=paper.title.clean,
            abstract=paper.abstract.clean,
            raw_titles=tuple(a.title.raw for a in paper.appearances),
        )
        for paper in assemble_corpus(digests, ()).papers.values()
    )


def labels() -> tuple[LabelledPaper, ...]:
    return parse_labels(LABELS.read_text("utf-8"))
