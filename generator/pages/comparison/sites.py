"""Two sites side by side: papers, topics and tags, and addresses."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TypeVar

from generator.corpus.authorship import list_authors
from generator.curation.model import CuratedCorpus, CuratedPaper
from generator.pages.comparison.model import Comparison, Named, Recount, Site
from generator.pages.comparison.papers import Papers
from generator.pages.plan import Plan

_Labels = dict[str, tuple[str, int]]
"""Names and numbers of papers, by id."""
_Item = TypeVar("_Item")


def compare_sites(before: Site, after: Site) -> Comparison:
    """Say what readers of the site `before` find otherwise on the site `after`."""
    papers = Papers(before.curated, after.curated)
    old_pages, new_pages = _map_pages(before.plan), _map_pages(after.plan)
    old_redirects, new_redirects = _map_redirects(before.plan), _map_redirects(after.plan)
    old, new = old_pages.keys() | before.handwritten, new_pages.keys() | after.handwritten
    return Comparison(
        new=_sorted(papers.find_new(), _title),
        gone=_sorted(papers.find_gone(), _title),
        merged=_sorted(papers.find_merged(), lambda merge: _title(merge.paper)),
        hidden=_sorted(papers.find_hidden(), lambda hidden: _title(hidden.paper)),
        shown_again=_sorted(papers.find_shown_again(), _title),
        moved=_sorted(papers.find_moved(), lambda move: _title(move.paper)),
        retagged=_sorted(papers.find_retagged(), lambda retagging: _title(retagging.paper)),
        reworded=_sorted(papers.find_reworded(), lambda rewording: _title(rewording.paper)),
        topics=_recount(_count_topics(before.curated), _count_topics(after.curated)),
        tags=_recount(_count_tags(before.curated), _count_tags(after.curated)),
        collections=_recount(_count_collections(before.curated), _count_collections(after.curated)),
        authors=_recount(*_count_authors(before.curated, after.curated)),
        appearing=tuple(sorted(new - old)),
        vanishing=tuple(sorted((old | old_redirects.keys()) - new - new_redirects.keys())),
        redirecting=tuple(sorted((url, new_redirects[url]) for url in old & new_redirects.keys())),
        changing=sum(old_pages[url] != new_pages[url] for url in old_pages.keys() & new_pages),
    )


def _count(labels: Iterable[tuple[str, str]], papers: Iterable[Sequence[str]]) -> _Labels:
    """Give the name of each label and its number of papers."""
    counts = Counter(id_ for given in papers for id_ in given)
    return {id_: (name, counts[id_]) for id_, name in labels}


def _count_topics(curated: CuratedCorpus) -> _Labels:
    labels = ((topic.id, topic.name) for topic in curated.topics)
    return _count(labels, (said.topics for said in _list_shown(curated)))


def _count_tags(curated: CuratedCorpus) -> _Labels:
    labels = ((tag.id, tag.name) for tag in curated.tags)
    return _count(labels, (said.tags for said in _list_shown(curated)))


def _count_collections(curated: CuratedCorpus) -> _Labels:
    shown = {said.id for said in _list_shown(curated)}
    return {
        collection.id: (collection.name, sum(listed.id in shown for listed in collection.papers))
        for collection in curated.collections
    }


def _count_authors(before: CuratedCorpus, after: CuratedCorpus) -> tuple[_Labels, _Labels]:
    """Count the shown papers of those of whom a curator speaks, and of their other names."""
    spoken_of = {
        id_ for person in (*before.persons, *after.persons) for id_ in (person.id, *person.names)
    }
    counted: list[_Labels] = []
    for curated in (before, after):
        shown = {said.id for said in _list_shown(curated)}
        authors = list_authors(curated.corpus.papers.values(), curated.persons).authors
        counted.append(
            {
                id_: (authors[id_].name, len(shown.intersection(authors[id_].papers)))
                for id_ in sorted(spoken_of & authors.keys())
            }
        )
    return counted[0], counted[1]


def _list_shown(curated: CuratedCorpus) -> Iterator[CuratedPaper]:
    return (said for said in curated.papers.values() if not said.hidden)


def _recount(before: _Labels, after: _Labels) -> tuple[Recount, ...]:
    """Give those whose name or number of papers is another, in the order of the new site."""
    return tuple(
        Recount(
            id=id_,
            name=after.get(id_, before.get(id_, ("", 0)))[0],
            before=before[id_][1] if id_ in before else None,
            after=after[id_][1] if id_ in after else None,
            former_name=before[id_][0] if id_ in before else "",
        )
        for id_ in dict.fromkeys((*after, *before))
        if before.get(id_) != after.get(id_)
    )


def _map_pages(plan: Plan) -> dict[str, object]:
    return {page.path.removesuffix("index.md"): page for page in plan.pages}


def _map_redirects(plan: Plan) -> dict[str, str]:
    return {r.path.removesuffix("index.html"): r.target for r in plan.redirects}


def _title(paper: Named) -> tuple[str, str]:
    return paper.title.casefold(), paper.url


def _sorted(found: Iterable[_Item], key: Callable[[_Item], tuple[str, str]]) -> tuple[_Item, ...]:
    return tuple(sorted(found, key=key))
