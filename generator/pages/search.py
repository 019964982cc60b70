"""Search: what its page can say before a reader has asked anything, and each paper as it is found.

What results can be narrowed by: topic, tag, kind, the month of publication, code, the curator's
picks. Kinds are the tags that are declared as such; a paper without a topic has the topic `none`.
"""

from collections import Counter
from collections.abc import Iterator

from generator.corpus.model import Paper
from generator.curation.model import CuratedPaper
from generator.pages.catalogue import Catalogue
from generator.pages.dates import Month
from generator.pages.links import list_links
from generator.pages.mathml import read_formula
from generator.pages.permalinks import ARCHIVE, SEARCH, TAGS, TOPICS, page_path, paper_url
from generator.pages.plan import PlacedFormula, PlannedPage, SearchRecord
from generator.pages.views import Door, FacetGroup, FacetValue, LinkView, SearchPage
from generator.pages.words import counted

NO_TOPIC = "none"
NO_DATE = "unknown"
YES = "1"


def plan_search(catalogue: Catalogue) -> PlannedPage:
    papers = counted(len(catalogue.papers), "paper")
    lead = f"Search {papers} by words of title, abstract and authors."
    return PlannedPage(
        path=page_path(SEARCH),
        template="search.md.j2",
        title="Search",
        description=lead,
        section="search",
        section_root=True,
        updated=catalogue.newest,
        view=SearchPage(
            lead=lead,
            paper_count=len(catalogue.papers),
            facets=tuple(group for group in _make_facets(catalogue) if group.values),
            doors=(
                Door(
                    link=LinkView(label="Archive", url=ARCHIVE),
                    sentence="Every digest, by day",
                ),
                Door(
                    link=LinkView(label="Topics", url=TOPICS),
                    sentence=counted(len(catalogue.topics), "section"),
                ),
                Door(
                    link=LinkView(label="Tags", url=TAGS),
                    sentence=f"{counted(len(catalogue.by_tag), 'label')}, A to Z",
                ),
            ),
        ),
    )


def plan_records(catalogue: Catalogue) -> Iterator[SearchRecord]:
    """Describe each paper for the search index, sorted by address."""
    kinds = {tag.id for tag in catalogue.curated.tags if tag.kind}
    for paper in sorted(catalogue.papers, key=lambda paper: paper.id):
        said = catalogue.said(paper)
        yield SearchRecord(
            url=paper_url(paper.id),
            text=paper.abstract.clean,
            fields=tuple(_list_fields(paper, said)),
            keys=tuple(_list_keys(paper, said.title)),
            labels=(
                ("topic", said.topics or (NO_TOPIC,)),
                ("tag", tuple(tag for tag in said.tags if tag not in kinds)),
                ("kind", tuple(tag for tag in said.tags if tag in kinds)),
                ("month", (_month_of(paper),)),
                ("code", (YES,) if "code" in list_links(paper, said) else ()),
                ("pick", (YES,) if said.pick else ()),
            ),
            date=paper.published.isoformat() if paper.published else "",
            formulas=tuple(
                (name, placed)
                for name, text in (("title", said.title), ("text", paper.abstract.clean))
                if (placed := tuple(_place_formulas(text, catalogue)))
            ),
        )


def _place_formulas(text: str, catalogue: Catalogue) -> Iterator[PlacedFormula]:
    for formula in catalogue.formulas.get(text, ()):
        if math := read_formula(formula.source):
            yield _units(text[: formula.start]), _units(text[: formula.stop]), math


def _units(text: str) -> int:
    """Count as a browser's script does: a character beyond U+FFFF is two."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def _list_fields(paper: Paper, said: CuratedPaper) -> Iterator[tuple[str, str]]:
    yield "title", said.title
    if paper.authors.names:
        whose = "authors" if paper.authors.complete else "first_author"
        yield whose, "; ".join(paper.authors.names)
    if paper.arxiv_id:
        yield "arxiv", paper.arxiv_id
    if paper.venues:
        yield "venue", ", ".join(paper.venues)
    if code := list_links(paper, said).get("code"):
        yield "code", code.url


def _list_keys(paper: Paper, title: str) -> Iterator[str]:
    """Name what a paper is found by: each title it was received under, its id, its authors."""
    yield from dict.fromkeys(
        (title, paper.title.clean, *(appearance.title.clean for appearance in paper.appearances))
    )
    if paper.arxiv_id:
        yield paper.arxiv_id
    yield from paper.authors.names


def _month_of(paper: Paper) -> str:
    return Month.of(paper.published).iso if paper.published else NO_DATE


def _make_facets(catalogue: Catalogue) -> Iterator[FacetGroup]:
    yield FacetGroup(key="topic", name="Topic", values=_by_count(_count_topics(catalogue)))
    yield FacetGroup(key="kind", name="Kind", values=_by_count(_count_tags(catalogue, kind=True)))
    yield FacetGroup(key="year", name="Published", values=tuple(_count_months(catalogue)))
    yield FacetGroup(key="tag", name="Tag", values=_by_count(_count_tags(catalogue, kind=False)))
    yield FacetGroup(key="with", name="With", values=tuple(_count_extras(catalogue)))


def _by_count(values: Iterator[FacetValue]) -> tuple[FacetValue, ...]:
    used = [value for value in values if value.count]
    return tuple(sorted(used, key=lambda value: -value.count))


def _count_topics(catalogue: Catalogue) -> Iterator[FacetValue]:
    for topic in catalogue.curated.topics:
        yield FacetValue(
            value=topic.id,
            name=topic.name,
            count=len(catalogue.by_topic[topic.id]),
            hue=topic.hue,
            form=topic.form,
        )
    none = len(catalogue.without_topic)
    yield FacetValue(value=NO_TOPIC, name="No topic yet", count=none)


def _count_tags(catalogue: Catalogue, *, kind: bool) -> Iterator[FacetValue]:
    for tag in sorted(catalogue.curated.tags, key=lambda tag: tag.name):
        if tag.kind is kind:
            count = len(catalogue.by_tag[tag.id])
            yield FacetValue(value=tag.id, name=tag.name, count=count)


def _count_months(catalogue: Catalogue) -> Iterator[FacetValue]:
    """Count papers by year of publication, each year's months after it, newest first."""
    months = Counter(Month.of(p.published) for p in catalogue.papers if p.published)
    years = Counter(p.published.year for p in catalogue.papers if p.published)
    for year in sorted(years, reverse=True):
        yield FacetValue(value=f"{year:04}", name=f"{year:04}", count=years[year])
        for month in sorted((m for m in months if m.year == year), reverse=True):
            yield FacetValue(
                value=month.iso, name=month.name, count=months[month], within=f"{year:04}"
            )
    if unknown := len(catalogue.papers) - years.total():
        yield FacetValue(value=NO_DATE, name="Not known", count=unknown)


def _count_extras(catalogue: Catalogue) -> Iterator[FacetValue]:
    code = sum("code" in list_links(paper, catalogue.said(paper)) for paper in catalogue.papers)
    picks = sum(catalogue.said(paper).pick for paper in catalogue.papers)
    yield FacetValue(value="code", name="Code", count=code)
    yield FacetValue(value="pick", name="A curator’s pick", count=picks)
