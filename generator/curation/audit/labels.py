"""Advice on topics and tags that do not keep apart: overlaps, near-duplicates, shadows."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from rapidfuzz.distance import DamerauLevenshtein

from generator.curation.audit.advice import Advice, Subject
from generator.curation.model import CuratedCorpus, Curation, Tag, Topic
from generator.curation.phrases import FoldedText
from generator.diagnostics import Place
from generator.identifiers import Slug, TagId

_FEWEST_SHARED = 5
"""Papers that two labels must share before it means anything."""
_OVERLAP = 0.6
"""Of the smaller topic's papers."""
_SAME_PAPERS = 0.75
"""Of all papers that have one of two tags."""
_SAME_NAME = 0.85
"""Of 1: one letter of seven may differ."""
_SHORTEST_NAME = 6
"""Letters; among shorter names a letter makes another word."""


def advise_on_topics(curated: CuratedCorpus) -> Iterator[Advice]:
    """Advise on topics most of whose papers are in another topic, too."""
    papers: dict[str, set[Slug]] = {topic.id: set() for topic in curated.topics}
    for paper in curated.papers.values():
        for id_ in paper.topics:
            papers.setdefault(id_, set()).add(paper.id)
    for first, second in combinations(curated.topics, 2):
        shared = len(papers[first.id] & papers[second.id])
        small, large = sorted((first, second), key=lambda topic: len(papers[topic.id]))
        size = len(papers[small.id])
        if shared >= _FEWEST_SHARED and shared >= _OVERLAP * size:
            yield _advise_overlap(small, large, shared, size)


def _advise_overlap(small: Topic, large: Topic, shared: int, size: int) -> Advice:
    return Advice(
        subject=Subject.TOPICS_OVERLAP,
        place=small.place,
        message=f"{shared} of the {size} papers of the topic {small.name} ({shared / size:.0%}) "
        f"are in {large.name}, too.",
        suggestion="If readers would look for them in one place, make one topic of the two; else "
        f"raise what the rule of {small.name} or {large.name} asks for.",
        items=((large.name, large.place),),
    )


def advise_on_tags(curation: Curation, curated: CuratedCorpus) -> Iterator[Advice]:
    """Advise on tags that say nearly the same, by their names or by their papers."""
    papers: defaultdict[TagId, set[Slug]] = defaultdict(set)
    for paper in curated.papers.values():
        for id_ in paper.tags:
            papers[id_].add(paper.id)
    for first, second in combinations(curation.tags, 2):
        alike = _say_alike(first, second, papers)
        if alike:
            yield Advice(
                subject=Subject.SIMILAR_TAGS,
                place=second.place,
                message=f"The tag {second.name} is nearly {first.name}: {alike}.",
                suggestion="If they mean the same, make one an alias of the other, and move what "
                "its rule says there.",
                items=((first.name, first.place),),
            )


def _say_alike(first: Tag, second: Tag, papers: Mapping[TagId, set[Slug]]) -> str:
    ours, theirs = _fold(first.name), _fold(second.name)
    if ours == theirs:
        return "the names are forms of the same words"
    likeness = DamerauLevenshtein.normalized_similarity(ours, theirs)
    if min(len(ours), len(theirs)) >= _SHORTEST_NAME and likeness >= _SAME_NAME:
        return "the names differ by a letter or two"
    shared, both = papers[first.id] & papers[second.id], papers[first.id] | papers[second.id]
    if len(shared) >= _FEWEST_SHARED and len(shared) >= _SAME_PAPERS * len(both):
        return f"of {len(both)} papers with one of them, {len(shared)} have both"
    return ""


def advise_on_aliases(curation: Curation) -> Iterator[Advice]:
    """Advise on aliases that belong to two tags, or that a shorter one of the same tag covers."""
    owners: dict[str, tuple[Tag, str, Place]] = {}
    for tag in curation.tags:
        words = tuple(_list_words(curation, tag))
        for text, place in words:
            owner, theirs, where = owners.setdefault(_fold(text), (tag, text, place))
            if owner is not tag:
                yield _advise_shared(tag, text, place, (owner, theirs, where))
        sought = [phrase.text for phrase in curation.tag_phrases.get(tag.id, ())]
        if sought == [tag.name, *tag.aliases]:  # else the tag has a rule of its own
            yield from _advise_covered(tag, words)


def _list_words(curation: Curation, tag: Tag) -> Iterator[tuple[str, Place]]:
    """Give a tag's name and aliases with their places, or the entry's where they are not sought."""
    places = {phrase.text: phrase.place for phrase in curation.tag_phrases.get(tag.id, ())}
    for text in (tag.name, *tag.aliases):
        yield text, places.get(text, tag.place)


def _advise_shared(tag: Tag, text: str, place: Place, owner: tuple[Tag, str, Place]) -> Advice:
    other, theirs, where = owner
    what = "name" if theirs == other.name else "alias"
    return Advice(
        subject=Subject.SHADOWED_ALIAS,
        place=place,
        message=f"`{text}` of the tag {tag.name} is an {what} of the tag {other.name}, too."
        if what == "alias"
        else f"`{text}` of the tag {tag.name} is the name of the tag {other.name}, too.",
        suggestion="Keep it where a reader would look for it, and delete it from the other.",
        items=((theirs, where),),
    )


def _advise_covered(tag: Tag, words: Sequence[tuple[str, Place]]) -> Iterator[Advice]:
    """Find aliases that add nothing: wherever they stand, a shorter word of the tag stands."""
    folded = [f" {_fold(text)} " for text, _ in words]
    covered = tuple(
        words[number]
        for number, ours in enumerate(folded)
        if number  # the name is never too much
        and any(
            theirs in ours and (theirs != ours or other < number)
            for other, theirs in enumerate(folded)
            if other != number
        )
    )
    if covered:
        aliases = len(words) - 1
        which = f"{len(covered)} of the {aliases} aliases" if aliases > 1 else "The one alias"
        yield Advice(
            subject=Subject.SHADOWED_ALIAS,
            place=covered[0][1],
            message=f"{which} of the tag {tag.name} {'finds' if len(covered) == 1 else 'find'} "
            "nothing that its name or a shorter alias does not find.",
            suggestion="Delete them, unless readers should see them as other words for the tag.",
            items=covered,
        )


def _fold(text: str) -> str:
    """Reduce a name to the words by which it is found: case, plural and hyphens do not count."""
    return FoldedText(text).line.strip()
