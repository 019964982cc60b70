"""Why a paper has its topics, tags and facts: rules, sources, and what curators changed.

`reasons.py` keeps, of every paper, as much as a page shows. This is the whole account of one paper,
with places, made on demand.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator.corpus.authorship import Person, author_id, list_authors
from generator.corpus.model import Corpus, FactSource, Paper
from generator.curation.lookup import PaperSearch
from generator.curation.model import CuratedCorpus, CuratedPaper, Curation, LabelChange, PaperEdit
from generator.curation.origins import list_sources
from generator.curation.tags import compile_tag_rules, decide_tags
from generator.curation.topics import compile_topic_rules, decide_topics
from generator.curation.verdicts import Bench, Verdict
from generator.diagnostics import Place
from generator.identifiers import ArxivId, Slug, TagId, TopicId


@dataclass(frozen=True, slots=True, kw_only=True)
class Word:
    """A curator's word on a paper: its key, as `topics` or `title`, what it does, and where."""

    key: str
    effect: str
    place: Place


@dataclass(frozen=True, slots=True, kw_only=True)
class Explanation:
    """All that decided how a paper is shown.

    `topics` and `tags` are those it has, the primary topic first; `withdrawn_topics` and
    `withdrawn_tags` those that rules gave and the curator's word displaced. Runners-up came nearest
    of what no rule and no curator gave. `is_weak` says that no topic reached its threshold, so that
    the rules give the nearest. `merged` are papers that a curator merged into this one.
    """

    id: Slug
    title: str
    arxiv_id: ArxivId | None
    hidden: str
    appearances: tuple[Place, ...]
    merged: tuple[str, ...]
    is_weak: bool
    topics: tuple[Verdict, ...]
    topic_runner_up: Verdict | None
    withdrawn_topics: tuple[Verdict, ...]
    tags: tuple[Verdict, ...]
    tag_runner_up: Verdict | None
    withdrawn_tags: tuple[Verdict, ...]
    words: tuple[Word, ...]
    sources: tuple[FactSource, ...]
    """Whence its facts are, those first that are believed first."""


def explain_paper(
    paper: Slug,
    *,
    corpus: Corpus,
    curation: Curation,
    curated: CuratedCorpus,
    search: PaperSearch,
) -> Explanation:
    """Explain a paper of the corpus; one that was merged is explained as what it was merged into.

    `paper` is its id in `corpus`, which is as it was before any curator's word; `curated` is what
    came of `curation` and `corpus`, and `search` knows the names of both.
    """
    corrections = search.resolved.corrections
    kept = corrections.merges.get(paper, paper)
    received = corpus.papers[kept]
    said = curated.papers[corrections.new_id(kept)]
    edit = search.resolved.edits.get(kept)
    whole = curated.corpus.papers[said.id]
    title, abstract = received.title.clean, received.abstract.clean
    by_topic = decide_topics(compile_topic_rules(curation.topic_rules), title, abstract)
    by_tag = decide_tags(compile_tag_rules(curation.tag_rules), title, abstract)
    topics = Bench(
        paper=received,
        labels=curation.topics,
        rules=curation.topic_rules,
        phrases=curation.topic_phrases,
        scores={found.topic: found.score for found in by_topic.scores},
        given=said.topics,
        by_rule=said.topics_by_rule,
        curator=edit.topics if edit else None,
    )
    tags = Bench(
        paper=received,
        labels=curation.tags,
        rules=curation.tag_rules,
        phrases=curation.tag_phrases,
        scores={score.rule: score for score in by_tag.scores},
        given=said.tags,
        by_rule=by_tag.tags,
        curator=edit.tags if edit else None,
    )
    return Explanation(
        id=said.id,
        title=said.title,
        arxiv_id=whole.arxiv_id,
        hidden=said.hidden,
        appearances=tuple(appearance.place for appearance in whole.appearances),
        merged=tuple(
            corpus.papers[other].title.clean
            for other in sorted(corrections.merges)
            if corrections.merges[other] == kept
        ),
        is_weak=by_topic.is_weak,
        topics=topics.judge_given(),
        topic_runner_up=topics.judge_runner_up(),
        withdrawn_topics=topics.judge_withdrawn(),
        tags=tags.judge_given(),
        tag_runner_up=tags.judge_runner_up(),
        withdrawn_tags=tags.judge_withdrawn(),
        words=(*_list_words(said, edit), *_list_persons(whole, curated.persons)),
        sources=list_sources(whole, said),
    )


def _list_words(said: CuratedPaper, edit: PaperEdit | None) -> Iterator[Word]:
    if edit is None:
        return
    if edit.topics:
        yield Word(key="topics", effect=_describe(edit.topics), place=edit.topics.place)
    if edit.tags:
        yield Word(key="tags", effect=_describe(edit.tags), place=edit.tags.place)
    if edit.slug:
        yield Word(key="slug", effect=f"moves the paper to `{said.id}`", place=edit.slug.place)
    for key, effect, is_said in (
        ("hide", f"hides the paper: {edit.hide}", edit.hide),
        ("pick", "makes it a pick", edit.pick),
        ("note", f"adds a note: {edit.note}", edit.note),
        ("title", "corrects the title", edit.title),
        ("abstract", "corrects the abstract", edit.abstract),
        ("authors", "names all authors", edit.authors),
        ("links", "adds links", edit.links),
    ):
        if is_said:
            yield Word(key=key, effect=effect, place=edit.paper.place)


def _list_persons(paper: Paper, persons: Iterable[Person]) -> Iterator[Word]:
    """Say whom curators found behind the names of a paper."""
    authorship = list_authors([paper], persons)
    for name, author in zip(paper.authors.names, authorship.of[paper.id], strict=True):
        person = authorship.authors[author].person
        if person and person.place:
            same = author == author_id(name)
            effect = f"speaks of {person.name}" if same else f"takes “{name}” for `{author}`"
            yield Word(key="author", effect=effect, place=person.place)


def _describe(change: LabelChange[TopicId] | LabelChange[TagId]) -> str:
    if change.set is not None:
        return f"sets {_listed(change.set)}" if change.set else "leaves none"
    added = f"adds {_listed(change.add)}" if change.add else ""
    removed = f"takes away {_listed(change.remove)}" if change.remove else ""
    return ", ".join(filter(None, (added, removed)))


def _listed(labels: Iterable[str]) -> str:
    return ", ".join(f"`{label}`" for label in labels)
