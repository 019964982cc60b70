"""What the planners of pages look up, worked out once: who is shown, where, in which order."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from generator.corpus.authorship import Authorship, list_authors
from generator.corpus.model import Appearance, Digest, Formula, Paper
from generator.curation.model import Collection, CuratedCorpus, CuratedPaper, Tag, Topic
from generator.identifiers import AuthorId, DigestId, Slug, TagId, TopicId
from generator.pages.dates import day_text
from generator.pages.permalinks import day_url, section_id, tag_url, topic_url, undated_url
from generator.pages.views import TagMark, TopicMark
from generator.pages.words import capitalised, ordinal_word


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A paper that is shown, as one digest gave it."""

    paper: Paper
    appearance: Appearance


@dataclass(frozen=True, slots=True, kw_only=True)
class Shelf:
    """A digest and its place on the site: the `nth` of the `of` digests on the page at `url`.

    `entries` are those that are shown, as received; `received` counts the hidden ones too.
    """

    digest: Digest
    url: str
    nth: int
    of: int
    entries: tuple[Entry, ...]
    received: int

    @property
    def section(self) -> str:
        return section_id(self.nth)

    @property
    def name(self) -> str:
        """`12 March 2025`, `Language modeling`: what its page is called."""
        if self.digest.date is None:
            return capitalised(self.digest.name.replace("-", " "))
        return day_text(self.digest.date)

    @property
    def label(self) -> str:
        """`12 March 2025, second digest`, `Language modeling, undated`: told from all others."""
        if self.digest.date is None:
            return f"{self.name}, undated"
        return f"{self.name}, {ordinal_word(self.nth)} digest" if self.of > 1 else self.name

    @property
    def phrase(self) -> str:
        """`the second digest of 12 March 2025`, `the undated digest “Language modeling”`."""
        if self.digest.date is None:
            return f"the undated digest “{self.name}”"
        nth = f"{ordinal_word(self.nth)} " if self.of > 1 else ""
        return f"the {nth}digest of {self.name}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Catalogue:
    """`papers` are those that are shown, newest first and those without a date last.

    Newest means last to be featured first; within a day, the order of its digests. `by_topic`,
    `by_tag` and `without_topic` keep that order. `days` and `undated` hold the digests by page.
    """

    curated: CuratedCorpus
    papers: tuple[Paper, ...]
    hidden: tuple[Paper, ...]
    shelves: dict[DigestId, Shelf]
    days: dict[date, tuple[Shelf, ...]]
    undated: tuple[Shelf, ...]
    topics: dict[TopicId, Topic]
    topic_marks: dict[TopicId, TopicMark]
    tag_marks: dict[TagId, TagMark]
    by_topic: dict[TopicId, tuple[Paper, ...]]
    by_tag: dict[TagId, tuple[Paper, ...]]
    without_topic: tuple[Paper, ...]
    collections: dict[Slug, tuple[Collection, ...]]
    """The reading lists that hold a paper, where any does."""
    aliases: dict[Slug, tuple[Slug, ...]]
    """Further slugs under which a card may have been linked to, where a paper has any."""
    formulas: dict[str, tuple[Formula, ...]]
    """The formulas of a clean title or abstract, where it has any."""
    authorship: Authorship

    def papers_of(self, author: AuthorId) -> tuple[Paper, ...]:
        """Give the papers of an author that are shown, in the order of their ids."""
        held = self.authorship.authors[author].papers
        papers = (self.curated.corpus.papers[paper] for paper in held)
        return tuple(paper for paper in papers if not self.said(paper).hidden)

    def said(self, paper: Paper) -> CuratedPaper:
        return self.curated.papers[paper.id]

    @property
    def tags_in_use(self) -> tuple[Tag, ...]:
        """Those that a paper has: no reader is led to an empty list."""
        return tuple(tag for tag in self.curated.tags if self.by_tag[tag.id])

    @property
    def newest(self) -> date | None:
        return max(self.days, default=None)


def newest_date(papers: Iterable[Paper]) -> date | None:
    """Give the date of the last dated appearance of any of these papers."""
    dates = (a.date for paper in papers for a in paper.appearances if a.date is not None)
    return max(dates, default=None)


def make_catalogue(curated: CuratedCorpus) -> Catalogue:
    corpus = curated.corpus
    shelves = _place_digests(curated)
    place = {digest: number for number, digest in enumerate(shelves)}

    def newest_first(paper: Paper) -> tuple[int, int, int, Slug]:
        first = paper.appearances[0]
        age = -first.date.toordinal() if first.date else 0
        return (age, place[first.digest], first.position, paper.id)

    papers = sorted(corpus.papers.values(), key=newest_first)
    shown = tuple(paper for paper in papers if not curated.papers[paper.id].hidden)
    by_topic: dict[TopicId, list[Paper]] = {topic.id: [] for topic in curated.topics}
    by_tag: dict[TagId, list[Paper]] = {tag.id: [] for tag in curated.tags}
    for paper in shown:
        for topic in curated.papers[paper.id].topics:
            by_topic[topic].append(paper)
        for tag in curated.papers[paper.id].tags:
            by_tag[tag].append(paper)
    days: defaultdict[date, list[Shelf]] = defaultdict(list)
    for shelf in shelves.values():
        if shelf.digest.date is not None:
            days[shelf.digest.date].append(shelf)
    return Catalogue(
        curated=curated,
        papers=shown,
        hidden=tuple(paper for paper in papers if curated.papers[paper.id].hidden),
        shelves=shelves,
        days={day: tuple(held) for day, held in days.items()},
        undated=tuple(shelf for shelf in shelves.values() if shelf.digest.date is None),
        topics={topic.id: topic for topic in curated.topics},
        topic_marks={
            topic.id: TopicMark(
                name=topic.name, url=topic_url(topic.id), hue=topic.hue, form=topic.form
            )
            for topic in curated.topics
        },
        tag_marks={tag.id: TagMark(name=tag.name, url=tag_url(tag.id)) for tag in curated.tags},
        by_topic={topic: tuple(held) for topic, held in by_topic.items()},
        by_tag={tag: tuple(held) for tag, held in by_tag.items()},
        without_topic=tuple(p for p in shown if not curated.papers[p.id].topics),
        collections=_collect_collections(curated),
        aliases=_collect_aliases(curated),
        formulas=dict(_collect_formulas(curated)),
        authorship=list_authors(corpus.papers.values(), curated.persons),
    )


def _place_digests(curated: CuratedCorpus) -> dict[DigestId, Shelf]:
    """Give every digest its shelf, in the order of dates, the undated last."""
    digests = sorted(
        curated.corpus.digests, key=lambda d: (d.date or date.max, d.ordinal, d.name, d.id)
    )
    entries: dict[DigestId, list[Entry]] = {digest.id: [] for digest in digests}
    for paper in curated.corpus.papers.values():
        for appearance in paper.appearances:
            entries[appearance.digest].append(Entry(paper=paper, appearance=appearance))
    pages: defaultdict[str, list[Digest]] = defaultdict(list)
    for digest in digests:
        pages[_digest_url(digest)].append(digest)
    return {
        digest.id: Shelf(
            digest=digest,
            url=_digest_url(digest),
            nth=pages[_digest_url(digest)].index(digest) + 1,
            of=len(pages[_digest_url(digest)]),
            entries=tuple(
                sorted(
                    (e for e in entries[digest.id] if not curated.papers[e.paper.id].hidden),
                    key=lambda e: (e.appearance.position, e.paper.id),
                )
            ),
            received=len(entries[digest.id]),
        )
        for digest in digests
    }


def _digest_url(digest: Digest) -> str:
    return undated_url(digest.name) if digest.date is None else day_url(digest.date)


def _collect_collections(curated: CuratedCorpus) -> dict[Slug, tuple[Collection, ...]]:
    found: defaultdict[Slug, list[Collection]] = defaultdict(list)
    for collection in curated.collections:
        for listed in collection.papers:
            found[listed.id].append(collection)
    return {paper_id: tuple(held) for paper_id, held in found.items()}


def _collect_aliases(curated: CuratedCorpus) -> dict[Slug, tuple[Slug, ...]]:
    found: defaultdict[Slug, set[Slug]] = defaultdict(set)
    for paper in curated.corpus.papers.values():
        if paper.redirects:
            found[paper.id].update(paper.redirects)
    for slug, papers in curated.corpus.shared_slugs.items():
        for paper_id in papers:
            found[paper_id].add(slug)
    return {paper_id: tuple(sorted(slugs)) for paper_id, slugs in sorted(found.items())}


def _collect_formulas(curated: CuratedCorpus) -> Iterator[tuple[str, tuple[Formula, ...]]]:
    for paper in curated.corpus.papers.values():
        texts = [paper.title, paper.abstract]
        texts += [text for a in paper.appearances for text in (a.title, a.abstract)]
        for text in texts:
            if text.formulas:
                yield text.clean, text.formulas
        said = curated.papers[paper.id]
        if said.title_formulas:
            yield said.title, said.title_formulas
