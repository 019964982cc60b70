"""What is known of a paper beyond its digests: several sources become one set of facts.

Where sources differ, the first that speaks wins: the metadata files in the order of their names
and lines, then the digests in the order of their dates. A whole list of authors wins over a first
author, whoever says it.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from generator.corpus.model import Authors
from generator.corpus.text import clean_name
from generator.corpus.venues import spell_venue
from generator.identifiers import ArxivId, TitleKey, title_key
from generator.sources.model import RawFacts


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


class FactIndex:
    """Facts found by a paper's arXiv id or by one of its titles."""

    def __init__(self, facts: Iterable[RawFacts]) -> None:
        self._by_id: defaultdict[ArxivId, list[RawFacts]] = defaultdict(list)
        self._by_title: defaultdict[TitleKey, list[RawFacts]] = defaultdict(list)
        for record in sorted(facts, key=lambda record: record.place):
            self._by_title[title_key(record.title)].append(record)
            if record.arxiv_id:
                self._by_id[record.arxiv_id].append(record)

    def find(
        self, arxiv_id: ArxivId | None, titles: Iterable[TitleKey], own: Sequence[RawFacts]
    ) -> Facts:
        """Gather what is known; facts under the same title but another id are another paper's."""
        records = list(self._by_id[arxiv_id]) if arxiv_id else []
        for key in titles:
            records += [r for r in self._by_title[key] if r.arxiv_id in (None, arxiv_id)]
        return _merge([*sorted(dict.fromkeys(records), key=lambda r: r.place), *own])


def _merge(records: Sequence[RawFacts]) -> Facts:
    complete = next((r.authors for r in records if r.authors), ())
    first = next((r.first_author for r in records if r.first_author), "")
    venues = next((r.venues for r in records if r.venues), ())
    keywords = next((r.keywords for r in records if r.keywords), ())
    return Facts(
        authors=Authors(names=tuple(clean_name(name) for name in complete), complete=True)
        if complete
        else Authors(names=(clean_name(first),) if first else ()),
        published=next((r.published for r in records if r.published), None),
        code_url=next((r.code_url for r in records if r.code_url), ""),
        venues=tuple(spell_venue(code) for code in venues),
        url=next((r.url for r in records if r.url), ""),
        doi=next((r.doi for r in records if r.doi), ""),
        categories=next((r.categories for r in records if r.categories), ()),
        keywords=tuple(clean_name(word) for word in keywords),
    )
