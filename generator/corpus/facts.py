"""What is known of a paper beyond its digests: several sources become one set of facts.

Where sources differ, the first that speaks wins: the metadata files in the order of their names
and lines, those last that `broadsheet enrich` found, then the digests in the order of their dates.
A whole list of authors wins over a first author, whoever says it. Who said what, and who was
overruled, is kept. A curator's word, which wins over all of them, comes later.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from generator.corpus.identity import Identity, Name, Works, read_sign
from generator.corpus.model import Authors, FactSource, Particulars, SourceKind
from generator.corpus.names import tidy_name
from generator.corpus.text import clean_name, clean_title
from generator.corpus.venues import spell_venue
from generator.identifiers import title_key
from generator.sources.model import RawFacts

_PARTICULARS = (
    "project_url", "journal_ref", "comment", "organisation", "updated", "summary", "media",
)  # fmt: skip
_KEPT = (
    "arxiv_id", "doi", "published", "url", "code_url", "venues", "categories", "keywords",
    *_PARTICULARS,
)  # fmt: skip
"""What is kept of a source, besides the authors; in the order in which it is told."""
_AUTHORS = "authors"


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """One paper's facts, ready to show."""

    authors: Authors
    published: date | None
    code_url: str
    venues: tuple[str, ...]
    url: str
    doi: str
    categories: tuple[str, ...]
    keywords: tuple[str, ...]
    particulars: Particulars
    sources: tuple[FactSource, ...]


class FactIndex:
    """Facts found by the paper that they are about."""

    def __init__(self, facts: Iterable[RawFacts], works: Works) -> None:
        self._by_name: defaultdict[Name, list[RawFacts]] = defaultdict(list)
        for record in sorted(facts, key=lambda record: (record.is_found, record.place)):
            name = works.name(read_sign(title_key(record.title), record))
            self._by_name[name].append(record)

    def find(self, identity: Identity, own: Sequence[RawFacts]) -> Facts:
        """Gather what is known of a paper; `own` is what its digests say, in their order."""
        return _merge((*self._by_name.get(identity.name, ()), *own), len(own))


def _merge(records: Sequence[RawFacts], own: int) -> Facts:
    """Merge records, of which the last `own` are from digests."""
    said = {name: _first(records, name) for name in _KEPT}
    complete = _first(records, _AUTHORS)
    first = _first(records, "first_author")
    authors = complete.authors if complete else (first.first_author,) if first else ()
    venues, keywords = said["venues"], said["keywords"]
    doi, published, code = said["doi"], said["published"], said["code_url"]
    url = said["url"]
    categories = said["categories"]
    said[_AUTHORS] = complete or first
    names = tuple(name for raw in authors if (name := tidy_name(clean_name(raw))))
    return Facts(
        authors=Authors(names=names, complete=bool(complete and names)),
        published=published.published if published else None,
        code_url=code.code_url if code else "",
        venues=tuple(map(spell_venue, venues.venues)) if venues else (),
        url=url.url if url else "",
        doi=doi.doi if doi else "",
        categories=categories.categories if categories else (),
        keywords=tuple(map(clean_name, keywords.keywords)) if keywords else (),
        particulars=_read_particulars(said),
        sources=tuple(_tell_sources(records, said, len(records) - own)),
    )


def _read_particulars(said: Mapping[str, RawFacts | None]) -> Particulars:
    """Clean what the sources that count say; a program is named only with its own summary."""
    known = {name: getattr(by, name) for name in _PARTICULARS if (by := said[name])}
    summary = said["summary"]
    for name, clean in (
        ("journal_ref", clean_title),
        ("comment", clean_title),
        ("organisation", clean_name),
        ("summary", clean_title),
    ):
        if name in known:
            known[name] = clean(known[name])
    return Particulars(**known, summary_by=clean_name(summary.summary_by) if summary else "")


def _first(records: Sequence[RawFacts], name: str) -> RawFacts | None:
    return next((record for record in records if getattr(record, name)), None)


def _tell_sources(
    records: Sequence[RawFacts], said: dict[str, RawFacts | None], digests: int
) -> Iterator[FactSource]:
    """Name each source of which something stands, or that says something else.

    Records from number `digests` on are from digests.
    """
    for number, record in enumerate(records):
        given = [name for name, by in said.items() if by is record]
        overruled = [
            name
            for name, by in said.items()
            if by and by is not record and _differs(_value(record, name), _value(by, name))
        ]
        if given or overruled:
            by_others = SourceKind.FOUND if record.is_found else SourceKind.METADATA
            yield FactSource(
                kind=SourceKind.DIGEST if number >= digests else by_others,
                place=record.place,
                given=tuple(sorted(given)),
                overruled=tuple(sorted(overruled)),
            )


def _value(record: RawFacts, name: str) -> object:
    if name == _AUTHORS and not record.authors:
        return (record.first_author,) if record.first_author else ()
    return getattr(record, name)


def _differs(value: object, standing: object) -> bool:
    """Whether a source contradicts what stands; one that is silent, or knows less, does not."""
    if not value or value == standing:
        return False
    if isinstance(value, tuple) and isinstance(standing, tuple):
        return value != standing[: len(value)]
    return True
