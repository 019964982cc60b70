"""The records of every list of the data."""

from collections.abc import Callable, Iterable, Mapping
from functools import cached_property

from generator.identifiers import Slug
from generator.pages.api.digests import UNDATED, record_digests, record_months, record_trends
from generator.pages.api.labels import (
    record_collections,
    record_picks,
    record_tags,
    record_topics,
)
from generator.pages.api.papers import Record, record_addresses, record_paper
from generator.pages.api.schemas import schema_path
from generator.pages.api.wrapping import compress
from generator.pages.catalogue import Catalogue
from generator.pages.dates import Month
from generator.pages.json_text import render_json
from generator.pages.related import record_related
from generator.relations.model import Relations

_LISTS: Mapping[str, Callable[[Catalogue], Iterable[Record]]] = {
    "addresses": record_addresses,
    "collections": record_collections,
    "digests": record_digests,
    "months": record_months,
    "picks": record_picks,
    "tags": record_tags,
    "topics": record_topics,
    "trends": record_trends,
}
NAMES = (*sorted((*_LISTS, "papers", "related")),)
"""Every list, by the name of its file and of its key."""


class Records:
    """Gives the records of each list, and those of papers as JSON: many files hold the same."""

    def __init__(self, catalogue: Catalogue, relations: Relations) -> None:
        self.catalogue = catalogue
        self._relations = relations

    @property
    def newest_paper(self) -> str:
        """The id of the paper that was featured last; empty where there is none."""
        return self.catalogue.papers[0].id if self.catalogue.papers else ""

    @property
    def newest_month(self) -> str:
        """What the file of the papers that came last is called."""
        newest = self.catalogue.newest
        return Month.of(newest).iso if newest else UNDATED

    @property
    def size(self) -> int:
        """How many bytes all papers have, a line each."""
        return sum(len(line) + 1 for line in self.papers.values())

    @cached_property
    def compressed(self) -> bytes:
        """All papers as papers.json.gz."""
        return compress("papers", self.papers.values(), schema=schema_path("papers"))

    def list(self, name: str) -> Iterable[Record]:
        """Give the records of a list in their order. Raises KeyError where there is none."""
        if name == "papers":
            papers = sorted(self.catalogue.papers, key=lambda paper: paper.id)
            return (record_paper(self.catalogue, paper) for paper in papers)
        if name == "related":
            return record_related(self._relations)
        return _LISTS[name](self.catalogue)

    @cached_property
    def papers(self) -> Mapping[Slug, bytes]:
        """Every paper that is shown, by id, as JSON on one line."""
        return {record["id"]: render_json(record).encode() for record in self.list("papers")}
