"""An invented world in few words: papers on kites, boats and lighthouses, and their curation.

`curate(item("Kites", seen("2025-03-11", 1)))` is a whole curated corpus. `small_world()` holds one
of everything that a page can show.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from generator.corpus.authorship import Person
from generator.corpus.model import (
    Appearance,
    Authors,
    Corpus,
    Digest,
    FactSource,
    Paper,
    Particulars,
    SourceKind,
    Text,
)
from generator.corpus.text import read_text
from generator.curation.model import (
    Collection,
    CuratedCorpus,
    CuratedPaper,
    ListedPaper,
    PaperLink,
    Tag,
    Topic,
)
from generator.diagnostics import Code, Diagnostic, Place
from generator.identifiers import ArxivId, DigestId, Slug, TagId, TopicId, slug_from_title
from generator.sources.model import LedgerLine, LineKind

_NONE = Particulars()
_NOWHERE = Place(file="content/curation/invented.yml")


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """A paper and what is said of it."""

    paper: Paper
    said: CuratedPaper


def text(words: str, raw: str = "") -> Text:
    return Text(raw=raw, clean=words) if raw else read_text(words)


def seen(
    digest: str,
    position: int,
    *,
    title: str = "",
    abstract: str = "",
    raw: str = "",
    votes: int | None = None,
    stars: int | None = None,
    comments: int | None = None,
    submitted_by: str = "",
) -> Appearance:
    """Make an appearance. `digest` is `2025-03-12`, `2025-03-12-2`, or a name for an undated one.

    An empty title or abstract becomes the paper's own.
    """
    return Appearance(
        digest=_digest_id(digest),
        date=_date(digest),
        position=position,
        place=Place(file=_path(digest), line=2 * position),
        title=text(title),
        abstract=text(abstract, raw),
        votes=votes,
        stars=stars,
        comments=comments,
        submitted_by=submitted_by,
    )


def item(
    title: str,
    *appearances: Appearance,
    slug: str = "",
    abstract: str = "",
    topics: Iterable[str] = (),
    topics_by_rule: Iterable[str] | None = None,
    tags: Iterable[str] = (),
    pick: bool = False,
    note: str = "",
    hidden: str = "",
    correction: str = "",
    authors: Iterable[str] = (),
    complete: bool = True,
    arxiv_id: str = "",
    published: str = "",
    code_url: str = "",
    links: Iterable[tuple[str, str]] = (),
    venues: Iterable[str] = (),
    redirects: Iterable[str] = (),
    doi: str = "",
    keywords: Iterable[str] = (),
    particulars: Particulars = _NONE,
    sources: Iterable[FactSource] = (),
) -> Item:
    """Make a paper with its appearances in the order of the corpus."""
    own = abstract or f"What is known of {title.lower()}, at some length."
    given = tuple(_complete(appearance, title, own) for appearance in appearances)
    given = tuple(sorted(given, key=lambda a: (a.date or date.max, a.digest, a.position)))
    longest = max((a.abstract for a in given), key=lambda t: len(t.clean))
    others = {a.abstract.clean: a.abstract for a in given if a.abstract.clean != longest.clean}
    paper_id = Slug(slug or slug_from_title(title))
    names = tuple(authors)
    paper = Paper(
        id=paper_id,
        title=given[0].title,
        abstract=longest,
        other_abstracts=tuple(others[clean] for clean in sorted(others)),
        authors=Authors(names=names, complete=complete and bool(names)),
        arxiv_id=ArxivId(arxiv_id) if arxiv_id else None,
        published=date.fromisoformat(published) if published else None,
        code_url=code_url,
        venues=tuple(venues),
        appearances=given,
        redirects=tuple(sorted(Slug(slug) for slug in redirects)),
        doi=doi,
        keywords=tuple(keywords),
        particulars=particulars,
        sources=tuple(sources),
    )
    own_topics = tuple(TopicId(topic) for topic in topics)
    said = CuratedPaper(
        id=paper_id,
        title=correction or paper.title.clean,
        topics=own_topics,
        topics_by_rule=own_topics
        if topics_by_rule is None
        else tuple(TopicId(topic) for topic in topics_by_rule),
        tags=tuple(TagId(tag) for tag in tags),
        pick=pick,
        note=note,
        hidden=hidden,
        links=tuple(PaperLink(label=label, url=url) for label, url in links),
    )
    return Item(paper=paper, said=said)


def topic(topic_id: str, name: str = "", family: str = "Things") -> Topic:
    return Topic(
        id=TopicId(topic_id),
        name=name or topic_id.capitalize(),
        description=f"All that concerns {topic_id}.",
        family=family,
        hue=1,
        form=2,
        place=_NOWHERE,
    )


def tag(tag_id: str, name: str = "", *aliases: str) -> Tag:
    return Tag(
        id=TagId(tag_id),
        name=name or tag_id.capitalize(),
        description=f"Papers with {tag_id}.",
        aliases=aliases,
        place=_NOWHERE,
    )


def collection(collection_id: str, *papers: tuple[str, str]) -> Collection:
    """Make a reading list of papers' slugs and comments."""
    return Collection(
        id=collection_id,
        name=collection_id.replace("-", " ").capitalize(),
        description=f"For those who want {collection_id}.",
        papers=tuple(ListedPaper(id=Slug(slug), comment=comment) for slug, comment in papers),
        place=_NOWHERE,
    )


def curate(
    *items: Item,
    topics: Iterable[Topic] = (),
    tags: Iterable[Tag] = (),
    shared: dict[str, tuple[str, ...]] | None = None,
    diagnostics: Iterable[Diagnostic] = (),
    rejected: dict[str, tuple[LedgerLine, ...]] | None = None,
    collections: Iterable[Collection] = (),
    persons: Iterable[Person] = (),
) -> CuratedCorpus:
    """Make a curated corpus; its digests are those in which the papers were seen."""
    papers = {i.paper.id: i.paper for i in sorted(items, key=lambda i: i.paper.id)}
    names = {_name(a.digest) for paper in papers.values() for a in paper.appearances}
    rejected = rejected or {}
    digests = [_make_digest(name, papers.values(), rejected.get(name, ())) for name in names]
    corpus = Corpus(
        papers=papers,
        digests=tuple(sorted(digests, key=lambda d: (d.date or date.max, d.ordinal, d.id))),
        shared_slugs={
            Slug(slug): tuple(Slug(paper) for paper in bearers)
            for slug, bearers in sorted((shared or {}).items())
        },
        diagnostics=(),
    )
    return CuratedCorpus(
        corpus=corpus,
        topics=tuple(topics),
        tags=tuple(sorted(tags, key=lambda t: t.name)),
        papers={i.paper.id: i.said for i in items},
        diagnostics=tuple(diagnostics),
        collections=tuple(collections),
        persons=tuple(persons),
    )


def small_world() -> CuratedCorpus:
    """One of everything: see the names below."""
    return curate(
        *_dated_items(),
        *_undated_items(),
        *_namesakes(),
        topics=(
            topic("kites", "Kites", "Air"),
            topic("boats", "Boats", "Water"),
            topic("lighthouses", "Lighthouses", "Water"),
            topic("tides", "Tides", "Water"),
        ),
        tags=(
            tag("survey", "Survey", "overview"),
            tag("sails", "Sails"),
            tag("eclair", "Éclair"),
            tag("3d", "3D"),
            tag("unused", "Unused"),
        ),
        shared={"harbour-lights": ("harbour-lights-2403-00001", "harbour-lights-2403-00002")},
        diagnostics=(
            Diagnostic(
                code=Code.NEAR_DUPLICATE_TITLE,
                place=Place(file=_path("2025-03-12"), line=4),
                message="“Boats” is almost the title of another paper.",
                hint="Merge them.",
            ),
        ),
        collections=(
            collection("first-steps", ("boats-that-never-sink", "Begin here."), ("ropes", "")),
        ),
        rejected={
            "2025-03-11": (
                LedgerLine(line=90, kind=LineKind.REJECTED, reason="no title", text="<b>stray"),
            )
        },
    )


def _dated_items() -> tuple[Item, ...]:
    return (
        item(
            "Kites in Strong Wind",
            seen("2025-03-11", 1, votes=29, stars=1204, comments=1, submitted_by="Cy Splice"),
            seen("2025-03-14", 2),
            topics=["kites", "boats"],
            tags=["survey", "sails"],
            pick=True,
            note="The best introduction.",
            authors=["Ada Gale", "Bo Squall", "Cy Breeze", "Di Storm"],
            arxiv_id="2403.12345",
            published="2024-03-19",
            code_url="https://github.com/gale/kites",
            venues=["Wind 2024", "Sky 2025"],
            redirects=["kites-in-wind"],
            doi="10.1000/kites.1",
            keywords=["wind", "twelve strands"],
            sources=[
                FactSource(
                    kind=SourceKind.METADATA,
                    place=Place(file="content/metadata/kites.jsonl", line=4),
                    given=("arxiv_id", "authors"),
                ),
                FactSource(
                    kind=SourceKind.DIGEST,
                    place=Place(file="content/digests/2025/2025-03-11.json", line=2, path="[0]"),
                    given=("doi",),
                    overruled=("authors",),
                ),
            ],
            particulars=Particulars(
                summary="Kites stay up where it blows.",
                summary_by="The Kite Press",
                organisation="Institute of Kites",
                journal_ref="J. Wind 12 (2024) 5-19",
                comment="12 pages",
                updated=date(2024, 4, 1),
                project_url="https://kites.example/",
                media=("https://kites.example/film.mp4", "https://kites.example/a.png"),
            ),
        ),
        item(
            "Boats That Never Sink",
            seen("2025-03-12", 1, abstract="Short."),
            seen("2025-03-12-2", 2, abstract="Long, and see https://boats.example/hull for more."),
            topics=["boats"],
            tags=["sails"],
            authors=["Eve Hull"],
            complete=False,
        ),
        item(
            "Ropes",
            seen("2025-03-12-2", 1, title="ROPES"),
            seen("2025-04-02", 1),
            authors=["Flo Knot", "Gil Hitch", "Hal Splice"],
        ),
        item(
            "Keel",
            seen("2025-03-12", 2),
            correction="The Keel, Corrected",
            topics=["boats"],
            topics_by_rule=["kites"],
        ),
        item("Spam", seen("2025-03-12", 3), hidden="It is an advertisement.", redirects=["spam-2"]),
        item("Old Maps", seen("2024-12-31", 1), topics=["lighthouses"], tags=["3d"]),
    )


def _undated_items() -> tuple[Item, ...]:
    return (
        item("Lanterns", seen("old-letters", 1), topics=["lighthouses"], pick=True, note="Warm."),
        item("Beacons", seen("2025-03-14", 1), seen("old-letters", 2), topics=["lighthouses"]),
    )


def _namesakes() -> tuple[Item, ...]:
    return (
        item(
            "Harbour Lights",
            seen("2025-03-14", 3),
            slug="harbour-lights-2403-00001",
            arxiv_id="2403.00001",
        ),
        item(
            "Harbour Lights",
            seen("2025-03-14", 4),
            slug="harbour-lights-2403-00002",
            arxiv_id="2403.00002",
        ),
    )


def _complete(appearance: Appearance, title: str, abstract: str) -> Appearance:
    return replace(
        appearance,
        title=appearance.title if appearance.title.clean else text(title),
        abstract=appearance.abstract if appearance.abstract.clean else text(abstract),
    )


def _make_digest(name: str, papers: Iterable[Paper], rejected: tuple[LedgerLine, ...]) -> Digest:
    held = sorted(
        (
            (appearance.position, paper.id, paper)
            for paper in papers
            for appearance in paper.appearances
            if appearance.digest == _digest_id(name)
        ),
        key=lambda held: held[:2],
    )
    ledger = [LedgerLine(line=1, kind=LineKind.HEADER)]
    for position, _, _ in held:
        ledger.append(LedgerLine(line=2 * position, kind=LineKind.TITLE, entry=position - 1))
        ledger.append(LedgerLine(line=2 * position + 1, kind=LineKind.ABSTRACT, entry=position - 1))
    return Digest(
        id=_digest_id(name),
        path=_path(name),
        date=_date(name),
        ordinal=int(name[11:] or 1) if _date(name) else 1,
        name="" if _date(name) else name,
        format="capture",
        papers=tuple(dict.fromkeys(paper_id for _, paper_id, _ in held)),
        new=len({p.id for _, _, p in held if p.appearances[0].digest == _digest_id(name)}),
        ledger=(*ledger, *rejected),
    )


def _date(name: str) -> date | None:
    return date.fromisoformat(name[:10]) if name[:4].isdigit() else None


def _digest_id(name: str) -> DigestId:
    return DigestId(f"{name[:4] if _date(name) else 'undated'}/{name}")


def _name(digest: DigestId) -> str:
    return digest.rpartition("/")[2]


def _path(name: str) -> str:
    return f"content/digests/{_digest_id(name)}.txt"
