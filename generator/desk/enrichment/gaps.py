"""What papers lack, and what is known of them by which a record can be told from another's."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from generator.corpus.model import Paper
from generator.curation.model import CuratedCorpus
from generator.curation.naming import titles_of
from generator.identifiers import ArxivId, Slug, TitleKey, title_key


class Fact(StrEnum):
    """What can be filled in, by the key of a metadata file."""

    ARXIV_ID = "arxiv_id"
    DOI = "doi"
    AUTHORS = "authors"
    PUBLISHED = "published"
    CATEGORIES = "categories"
    CODE = "code_url"


@dataclass(frozen=True, slots=True, kw_only=True)
class Gap:
    """A paper that lacks something. `title` is as received, `shown` as the site shows it.

    `confirmed`: the id is that of a record of which a curator said that it is this paper's.
    """

    paper: Slug
    title: str
    shown: str
    keys: frozenset[TitleKey]
    abstract: str
    arxiv_id: ArxivId | None
    confirmed: bool = False
    first_author: str = ""
    published: date | None = None
    featured: date | None = None
    lacks: frozenset[Fact]

    @property
    def key(self) -> TitleKey:
        """That of the title under which facts are written."""
        return title_key(self.title)

    @property
    def is_nameless(self) -> bool:
        """The title has no letter or digit by which it could be found."""
        return self.key.startswith("#")


def find_gaps(curated: CuratedCorpus, *, since: date | None = None) -> tuple[Gap, ...]:
    """Find the papers that lack something, by id; hidden ones need nothing.

    With `since` only those whose first dated digest is of that day or a later one.
    """
    confirmed = {match.paper: match.record for match in curated.matches if match.same}
    return tuple(_look(curated, confirmed, since))


def _look(
    curated: CuratedCorpus, confirmed: dict[Slug, ArxivId], since: date | None
) -> Iterator[Gap]:
    for slug, paper in curated.corpus.papers.items():
        day = paper.first_featured
        if curated.papers[slug].hidden or (since and (day is None or day < since)):
            continue
        lacks = _list_lacks(paper)
        if not lacks:
            continue
        record = confirmed.get(slug)
        yield Gap(
            paper=slug,
            title=paper.title.raw,
            shown=curated.papers[slug].title,
            keys=frozenset(map(title_key, titles_of(paper))),
            abstract=paper.abstract.clean,
            arxiv_id=paper.arxiv_id or record,
            confirmed=bool(record) and record == (paper.arxiv_id or record),
            first_author=next(iter(paper.authors.names), ""),
            published=paper.published,
            featured=day,
            lacks=lacks,
        )


def _list_lacks(paper: Paper) -> frozenset[Fact]:
    known = {
        Fact.ARXIV_ID: bool(paper.arxiv_id),
        Fact.DOI: bool(paper.doi),
        Fact.AUTHORS: paper.authors.complete,
        Fact.PUBLISHED: bool(paper.published),
        Fact.CATEGORIES: bool(paper.categories),
        Fact.CODE: bool(paper.code_url),
    }
    return frozenset(fact for fact, there in known.items() if not there)
