"""Topics and tags as their files declare them, with their rules."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.curation.documents import Document
from generator.curation.doubles import find_double_families, find_double_names
from generator.curation.labels import LabelNames, check_names, collect_names
from generator.curation.model import Phrase, Tag, Topic
from generator.curation.rule_schema import RuleSchema, TopicRuleSchema
from generator.curation.schema import TagEntry, TopicEntry
from generator.curation.tags import rule_from_words
from generator.curation.validation import validate_entries
from generator.diagnostics import Code, Diagnostic, Place
from generator.identifiers import TagId, TopicId


@dataclass(frozen=True, slots=True, kw_only=True)
class DeclaredTopics:
    """The topics in the order of the file."""

    topics: tuple[Topic, ...]
    rules: dict[TopicId, TopicRuleSchema]
    phrases: dict[TopicId, tuple[Phrase, ...]]
    names: LabelNames
    findings: tuple[Diagnostic, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DeclaredTags:
    """The tags in the order of the file."""

    tags: tuple[Tag, ...]
    rules: dict[TagId, RuleSchema]
    phrases: dict[TagId, tuple[Phrase, ...]]
    names: LabelNames
    findings: tuple[Diagnostic, ...]


def declare_topics(documents: Sequence[Document]) -> DeclaredTopics:
    """Make topics of the entries of `topics.yml`."""
    findings: list[Diagnostic] = []
    topics: dict[TopicId, Topic] = {}
    rules: dict[TopicId, TopicRuleSchema] = {}
    phrases: dict[TopicId, tuple[Phrase, ...]] = {}
    for document in documents:
        entries, found = validate_entries(document, TopicEntry)
        findings += found
        for number, entry in entries:
            id_, place = TopicId(entry.id), document.place((number, "id"))
            if id_ in topics:
                findings.append(report_duplicate_id(id_, place, topics[id_].place))
                continue
            topics[id_] = Topic(
                id=id_,
                name=entry.name,
                description=entry.description,
                family=entry.family,
                hue=entry.hue,
                form=entry.form,
                place=place,
            )
            if entry.rule:
                rules[id_] = entry.rule
                phrases[id_] = tuple(_list_phrases(document, number, entry.rule))
    names = collect_names(documents, ((t.id, (t.name,)) for t in topics.values()))
    for document in documents:
        for number, raw in enumerate(document.data):
            rule = raw.get("rule") if isinstance(raw, dict) else None
            before = rule.get("before") if isinstance(rule, dict) else None
            path = (number, "rule", "before")
            findings += check_names(document, path, before, Code.UNKNOWN_TOPIC, names)
    return DeclaredTopics(
        topics=tuple(topics.values()),
        rules=rules,
        phrases=phrases,
        names=names,
        findings=(
            *findings,
            *find_double_names(tuple(topics.values())),
            *find_double_families(tuple(topics.values())),
        ),
    )


def declare_tags(documents: Sequence[Document]) -> DeclaredTags:
    """Make tags of the entries of `tags.yml`; one without a rule is found by name and aliases."""
    findings: list[Diagnostic] = []
    tags: dict[TagId, Tag] = {}
    rules: dict[TagId, RuleSchema] = {}
    phrases: dict[TagId, tuple[Phrase, ...]] = {}
    for document in documents:
        entries, found = validate_entries(document, TagEntry)
        findings += found
        for number, entry in entries:
            id_, place = TagId(entry.id), document.place((number, "id"))
            if id_ in tags:
                findings.append(report_duplicate_id(id_, place, tags[id_].place))
                continue
            tags[id_] = Tag(
                id=id_,
                name=entry.name,
                description=entry.description or "",
                aliases=entry.aliases,
                place=place,
                kind=bool(entry.kind),
            )
            rules[id_] = entry.rule or rule_from_words(entry.name, entry.aliases)
            if entry.rule:
                phrases[id_] = tuple(_list_phrases(document, number, entry.rule))
            else:
                phrases[id_] = tuple(_list_words(document, number, entry, rules[id_]))
    return DeclaredTags(
        tags=tuple(tags.values()),
        rules=rules,
        phrases=phrases,
        names=collect_names(documents, ((t.id, (t.name, *t.aliases)) for t in tags.values())),
        findings=(*findings, *find_double_names(tuple(tags.values()))),
    )


def report_duplicate_id(id_: str, place: Place, first: Place) -> Diagnostic:
    """Say that an id is taken already."""
    return Diagnostic(
        code=Code.DUPLICATE_ID,
        place=place,
        message=f"The id `{id_}` is taken: it stands first in {first}.",
        hint="Give this entry another id, or delete one of the two.",
    )


def _list_phrases(document: Document, number: int, rule: RuleSchema) -> Iterator[Phrase]:
    for n, line in enumerate(rule.phrases):
        for m, text in enumerate(line.any):
            yield Phrase(
                text=text,
                title=line.title,
                abstract=line.abstract,
                place=document.place((number, "rule", "phrases", n, "any", m)),
            )


def _list_words(
    document: Document, number: int, entry: TagEntry, rule: RuleSchema
) -> Iterator[Phrase]:
    (line,) = rule.phrases
    words = [(entry.name, document.place((number, "name")))]
    words += [
        (alias, document.place((number, "aliases", n))) for n, alias in enumerate(entry.aliases)
    ]
    for text, place in words:
        yield Phrase(text=text, title=line.title, abstract=line.abstract, place=place)
