"""Search: what its page can say before a reader has asked anything."""

from collections import Counter
from collections.abc import Iterator
from urllib.parse import quote_plus

from generator.pages.catalogue import Catalogue
from generator.pages.dates import Month
from generator.pages.links import list_links
from generator.pages.permalinks import ARCHIVE, AUTHORS, SEARCH, TAGS, TOPICS, page_path
from generator.pages.plan import PlannedPage
from generator.pages.records import NO_DATE, NO_TOPIC, list_initials
from generator.pages.views import (
    Door,
    FacetGroup,
    FacetValue,
    LinkView,
    SearchHint,
    SearchPage,
)
from generator.pages.words import counted


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
            hints=tuple(_make_hints(catalogue)),
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
                    sentence=f"{counted(len(catalogue.tags_in_use), 'label')}, A to Z",
                ),
                Door(
                    link=LinkView(label="Authors", url=AUTHORS),
                    sentence=f"{counted(len(catalogue.authorship.authors), 'name')}, A to Z",
                ),
            ),
        ),
    )


def _make_hints(catalogue: Catalogue) -> Iterator[SearchHint]:
    """Say what can be searched for, each with an example from the papers."""
    tags = sorted(catalogue.tags_in_use, key=lambda tag: -len(catalogue.by_tag[tag.id]))
    names = (tag.name.lower() for tag in tags if not tag.kind)
    texts = [paper.abstract.clean.lower() for paper in catalogue.papers]
    held = (name for name in names if any(f" {name} " in text for text in texts))
    phrase = next((name for name in held if " " in name), "")
    with_id = next((paper for paper in catalogue.papers if paper.arxiv_id), None)
    person = next((paper for paper in catalogue.papers if paper.authors.names), None)
    if phrase:
        sentence = "All of them must be in the title, the abstract or the names, in any order."
        yield _make_hint("Words", sentence, phrase)
        yield _make_hint("Exact words", "Side by side, in quotation marks.", f"“{phrase}”")
    if with_id and with_id.arxiv_id:
        sentence = "By its title, its arXiv id, or a link to it or to its code."
        yield _make_hint("One paper", sentence, f"arXiv:{with_id.arxiv_id}")
    if person:
        name = person.authors.spoken[0]
        initials = next(list_initials(name), name)
        yield _make_hint("A person", "By name, either way round, or with initials.", initials)


def _make_hint(name: str, sentence: str, query: str) -> SearchHint:
    url = f"{SEARCH}?q={quote_plus(query, errors='replace')}"
    return SearchHint(name=name, sentence=sentence, example=LinkView(label=query, url=url))


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
