"""Where the facts of a paper come from, after curators: who says what, and who is overruled.

Sources stand in the order in which they are believed, so that of two that differ the first one
counts: a curator, metadata that people wrote, what `broadsheet enrich` found, digests.
A whole list of authors counts before a first author alone, whoever says it.
"""

from collections.abc import Iterator
from dataclasses import replace

from generator.corpus.model import FactSource, Paper, SourceKind
from generator.curation.model import CuratedPaper


def list_sources(paper: Paper, said: CuratedPaper) -> tuple[FactSource, ...]:
    """Give the sources of a paper, each with what stands on its word and what it is overruled in.

    Of papers that were merged the one that stayed is believed first.
    """
    return tuple(_settle(paper, said))


def _settle(paper: Paper, said: CuratedPaper) -> Iterator[FactSource]:
    curated = frozenset(said.facts)
    if curated:
        yield FactSource(kind=SourceKind.CURATOR, place=said.edits[0], given=tuple(sorted(curated)))
    told = set(curated)
    for source in paper.sources:
        given = tuple(fact for fact in source.given if fact not in told)
        lost = curated.intersection((*source.given, *source.overruled))
        overruled = tuple(sorted(lost.union(source.overruled)))
        told.update(given)
        if given or overruled:
            yield replace(source, given=given, overruled=overruled)
