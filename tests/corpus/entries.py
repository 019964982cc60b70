"""Raw digests of invented papers, in few words, for the tests of this room."""

from datetime import date

from generator.diagnostics import Place
from generator.identifiers import ArxivId, DigestId
from generator.sources.model import RawDigest, RawEntry, RawFacts


def digest(day: str, *entries: RawEntry | str) -> RawDigest:
    """Make a digest: `day` is `2025-03-11`, `2025-03-11-2`, or a name for an undated one."""
    dated = day[:4].isdigit()
    path = f"content/digests/{day[:4] if dated else 'undated'}/{day}.txt"
    read = [entry(e) if isinstance(e, str) else e for e in entries]
    return RawDigest(
        id=DigestId(f"{day[:4] if dated else 'undated'}/{day}"),
        path=path,
        date=date.fromisoformat(day[:10]) if dated else None,
        ordinal=int(day[11:] or 1) if dated else 1,
        name="" if dated else day,
        format="capture",
        entries=tuple(
            RawEntry(
                title=e.title,
                abstract=e.abstract,
                place=Place(file=path, line=2 * n + 1),
                abstract_place=Place(file=path, line=2 * n + 2),
                facts=e.facts,
            )
            for n, e in enumerate(read)
        ),
        ledger=(),
    )


def entry(title: str, abstract: str = "", arxiv_id: str | None = None, doi: str = "") -> RawEntry:
    place = Place(file="unplaced")
    id_ = ArxivId(arxiv_id) if arxiv_id else None
    facts = RawFacts(title=title, place=place, arxiv_id=id_, doi=doi) if id_ or doi else None
    return RawEntry(
        title=title,
        abstract=abstract or f"What {title} is about.",
        place=place,
        abstract_place=place,
        facts=facts,
    )


def fact(title: str, arxiv_id: str | None = None, line: int = 1, **known: object) -> RawFacts:
    return RawFacts(
        title=title,
        place=Place(file="content/metadata/facts.jsonl", line=line),
        arxiv_id=ArxivId(arxiv_id) if arxiv_id else None,
        **known,  # type: ignore[arg-type]
    )
