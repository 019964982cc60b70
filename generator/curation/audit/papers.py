"""Advice on papers: without a topic, alike but apart, or named and not there."""

from collections.abc import Iterator

from generator.corpus.model import Corpus
from generator.corpus.resemblance import find_like_abstracts, find_near_duplicates
from generator.curation.audit.advice import Advice, Subject
from generator.curation.lookup import PaperSearch
from generator.curation.model import CuratedCorpus, Curation, Written
from generator.curation.wording import shorten
from generator.diagnostics import Code
from generator.identifiers import Slug

_TITLE_LENGTH = 80
_CHOICES = 3


def advise_on_topics_of_papers(curated: CuratedCorpus) -> Iterator[Advice]:
    """Advise on papers that are shown and have no topic, or only the nearest of several."""
    names = {topic.id: topic.name for topic in curated.topics}
    for said in curated.papers.values():
        if said.hidden:
            continue
        paper = curated.corpus.papers[said.id]
        title, place = shorten(said.title, _TITLE_LENGTH), paper.appearances[0].place
        explain = f"`broadsheet explain {paper.arxiv_id or said.id}`"
        if not said.topics:
            yield Advice(
                subject=Subject.PAPER_WITHOUT_TOPIC,
                place=place,
                message=f"“{title}” has no topic.",
                suggestion=f"See {explain}; add a phrase that names its subject to a rule, or "
                "give it a topic in content/curation/papers.yml.",
            )
        elif said.topics == said.topics_by_rule and said.topic_reasons:
            reason = said.topic_reasons[0]
            if reason.total < reason.threshold:
                yield Advice(
                    subject=Subject.PAPER_BELOW_THRESHOLD,
                    place=place,
                    message=f"“{title}” has the topic {names[reason.label]} with only "
                    f"{reason.total:g} of {reason.threshold:g}: no other came nearer.",
                    suggestion=f"See {explain}; if it is wrong, add a phrase that names its "
                    "subject to a rule, or set its topics in content/curation/papers.yml.",
                )


def advise_on_open_questions(curation: Curation) -> Iterator[Advice]:
    """Advise on records of which `broadsheet enrich` asked, and that nobody has judged."""
    for match in curation.matches:
        if match.same is None:
            yield Advice(
                subject=Subject.OPEN_QUESTION,
                place=match.entry,
                message=f"The record {match.record} may be of “{match.paper.text}”.",
                suggestion="Look at both, and write `same: true` or `same: false`.",
            )


def advise_on_lookalikes(curated: CuratedCorpus) -> Iterator[Advice]:
    """Advise on papers that look the same and were not merged: by title, or by abstract."""
    papers = tuple(curated.corpus.papers.values())
    told: set[frozenset[Slug]] = set()
    by_title = ((*pair, "their titles differ by a slip") for pair in find_near_duplicates(papers))
    by_abstract = ((*p, "their abstracts are nearly the same") for p in find_like_abstracts(papers))
    for first, second, why in (*by_title, *by_abstract):
        pair = frozenset((first.id, second.id))
        if pair in told:
            continue
        told.add(pair)
        earlier, later = sorted((first, second), key=lambda p: p.appearances[0].place)
        yield Advice(
            subject=Subject.PAPERS_ALIKE,
            place=later.appearances[0].place,
            message=f"“{shorten(later.title.clean, _TITLE_LENGTH)}” looks like "
            f"“{shorten(earlier.title.clean, _TITLE_LENGTH)}”: {why}.",
            suggestion="If they are one work, add to papers.yml the lines below.",
            items=((earlier.title.clean, earlier.appearances[0].place),),
            entry=f"- paper: {later.id}\n  merge_into: {earlier.id}",
        )


def advise_on_missing_papers(curation: Curation, corpus: Corpus) -> Iterator[Advice]:
    """Advise on names in curation that no paper has: which papers come near."""
    search = PaperSearch(corpus, curation.edits)
    for name in _list_names(curation):
        _, finding = search.find_exactly(name)
        if finding is None or finding.code is not Code.UNKNOWN_PAPER:
            continue
        near = [corpus.papers[id_] for id_ in search.nearest(name.text, _CHOICES)]
        named = "; ".join(
            f"“{shorten(p.title.clean, _TITLE_LENGTH)}” (`{p.arxiv_id or p.id}`)" for p in near
        )
        yield Advice(
            subject=Subject.MISSING_PAPER,
            place=name.place,
            message=f"No paper is called “{shorten(name.text, _TITLE_LENGTH)}”.",
            suggestion=f"Near to it come {named}."
            if near
            else "If its digest was taken out, delete the entry.",
            items=tuple((p.title.clean, p.appearances[0].place) for p in near),
        )


def _list_names(curation: Curation) -> Iterator[Written]:
    for edit in curation.edits:
        yield edit.paper
        if edit.merge_into:
            yield edit.merge_into
    for collection in curation.collections:
        yield from (listed.paper for listed in collection.papers)
