"""Curation applied to a corpus: what rules give, and then what curators say, which wins."""

from collections.abc import Iterator
from dataclasses import replace

from generator.corpus.formulas import set_formulas
from generator.corpus.model import Corpus, Paper
from generator.curation.matches import resolve_matches
from generator.curation.merging import apply_corrections
from generator.curation.model import (
    CuratedCorpus,
    CuratedPaper,
    Curation,
    LabelChange,
    LabelT,
    PaperEdit,
)
from generator.curation.naming import PaperNames
from generator.curation.persons import resolve_persons
from generator.curation.reasons import give_reasons
from generator.curation.resolution import resolve_collections, resolve_edits
from generator.curation.schema import MOST_TOPICS
from generator.curation.tags import TagRules, compile_tag_rules, decide_tags
from generator.curation.topics import TopicRules, compile_topic_rules, decide_topics
from generator.diagnostics import sort_diagnostics
from generator.identifiers import Slug, TagId


def apply_curation(curation: Curation, corpus: Corpus) -> CuratedCorpus:
    """Decide topics and tags of every paper by rule, then do as the curators say."""
    names = PaperNames(corpus)
    resolved = resolve_edits(curation.edits, corpus, names)
    corrected = apply_corrections(corpus, resolved.corrections)
    topic_rules = compile_topic_rules(curation.topic_rules)
    tag_rules = compile_tag_rules(curation.tag_rules)
    papers = {}
    for id_, received in corpus.papers.items():
        if id_ not in resolved.corrections.merges:
            new_id = resolved.corrections.new_id(id_)
            edit = resolved.edits.get(id_)
            papers[new_id] = _curate(received, new_id, edit, topic_rules, tag_rules)
    collections, findings = resolve_collections(curation.collections, names, resolved.corrections)
    persons, in_authors = resolve_persons(curation.authors, corrected, names, resolved.corrections)
    matches, in_matches = resolve_matches(curation.matches, names, resolved.corrections)
    return CuratedCorpus(
        corpus=corrected,
        topics=curation.topics,
        tags=tuple(sorted(curation.tags, key=lambda tag: (tag.name.casefold(), tag.id))),
        papers=dict(sorted(papers.items())),
        diagnostics=sort_diagnostics(
            (*curation.diagnostics, *resolved.findings, *findings, *in_authors, *in_matches)
        ),
        collections=collections,
        persons=persons,
        matches=matches,
    )


def _curate(
    paper: Paper,
    new_id: Slug,
    edit: PaperEdit | None,
    topic_rules: TopicRules,
    tag_rules: TagRules,
) -> CuratedPaper:
    title, abstract = paper.title.clean, paper.abstract.clean
    by_topic = decide_topics(topic_rules, title, abstract)
    by_tag = decide_tags(tag_rules, title, abstract)
    topics, tags = by_topic.topics[:MOST_TOPICS], by_tag.tags
    curated = CuratedPaper(
        id=new_id,
        title=title,
        topics=topics,
        topics_by_rule=topics,
        tags=tags,
        topic_reasons=give_reasons(
            topics, (found.score for found in by_topic.scores), title=title, abstract=abstract
        ),
        tag_reasons=give_reasons(tags, by_tag.scores, title=title, abstract=abstract),
        topic_leanings={found.topic: found.score.leaning for found in by_topic.scores},
        tag_leanings={TagId(found.rule): found.leaning for found in by_tag.scores},
    )
    if edit is None:
        return curated
    changes = [change.place for change in (edit.topics, edit.tags) if change]
    corrected, formulas = set_formulas(edit.title)
    return replace(
        curated,
        title=corrected or title,
        title_formulas=formulas,
        topics=_change(topics, edit.topics, MOST_TOPICS) if edit.topics else topics,
        tags=_change(tags, edit.tags) if edit.tags else tags,
        pick=edit.pick,
        note=edit.note,
        hidden=edit.hide,
        links=edit.links,
        edits=(edit.paper.place, *changes),
        facts=tuple(_list_facts(edit)),
    )


def _list_facts(edit: PaperEdit) -> Iterator[str]:
    if edit.authors:
        yield "authors"
    if any(link.key == "code" for link in edit.links):
        yield "code_url"


def _change(
    by_rule: tuple[LabelT, ...], change: LabelChange[LabelT], most: int | None = None
) -> tuple[LabelT, ...]:
    """Change what rules gave; where there is no room for all, the rules' last give way."""
    if change.set is not None:
        return change.set
    kept = tuple(label for label in by_rule if label not in change.add + change.remove)
    if most is not None:
        kept = kept[: max(0, most - len(change.add))]
    return kept + change.add
