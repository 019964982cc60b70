"""Shared words: why two papers are near, in words that readers know from their texts."""

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from types import MappingProxyType

from generator.curation.phrases import FoldedText
from generator.relations.terms import Lines, join_words, leave_own, says_nothing, split_words
from generator.relations.vectors import is_subject
from generator.relations.wordlist import GENERIC

MOST = 3
"""How many words or phrases are named: the most telling say enough."""
_LONGEST = 5
"""How many words a phrase may have."""
_PLACES = 4
"""At how many of its places a term is looked at."""
_LEAST_SHARE = 0.1
"""What a term must add, of all that two papers share, to be named."""
_NOT_TAKEN_IN = frozenset(("large",))
"""Words at which a phrase ends: "multilingual large language model" is "multilingual"."""
_FAMILY = 6
"""Words with as many first letters in common are named once: "personal", "personalize"."""

_NONE: Mapping[str, str] = MappingProxyType({})


class Wording:
    """A text as folded words, which can be quoted as the author wrote them."""

    __slots__ = ("_folded", "_places", "_text", "line", "words")

    def __init__(self, text: str) -> None:
        self._text = text
        self._folded = FoldedText(text)
        self._places = split_words(self._folded.line)
        self.words = [word.text for word in self._places]
        self.line = join_words(self.words)

    def quote(self, first: int, last: int) -> str:
        """Give the words from `first` to `last` as they are written."""
        span = self._folded.span(self._places[first].start - 1, self._places[last].end + 1)
        return self._text[span.start : span.end]

    def find(self, term: str) -> Iterator[tuple[int, int]]:
        """Give the first few places of a term: the numbers of its first and its last word."""
        length = term.count(" ")
        found = self.line.find(f" {term} ")
        for _ in range(_PLACES):
            if found < 0:
                return
            first = self.line.count(" ", 0, found)
            yield first, first + length
            found = self.line.find(f" {term} ", found + 1)


class SharedWords:
    """What one paper shares with others: its own words, then topics and tags by their names."""

    def __init__(self, title: str, abstract: str) -> None:
        # The abstract first: in titles words begin with a capital.
        self._texts = (Wording(leave_own(abstract)), Wording(title))

    def name(
        self, added: Mapping[str, float], other: Lines, labels: Mapping[str, str] = _NONE
    ) -> tuple[str, ...]:
        """Name the most telling words that another paper shares.

        `added` are the terms of both and what each adds to how near they are. A term is named as
        part of the longest phrase that both have; generic words, if they are in both titles.
        `labels` are the topics and tags of both, by their terms: one is named where words leave
        room and do not say it already.
        """
        terms = sorted(added, key=lambda term: (-added[term], term))
        named = self._name_words([term for term in terms if not is_subject(term)], added, other)
        for label in filter(None, (labels.get(term) for term in terms)):
            folded = _fold_label(label)
            if len(named) < MOST and not any(_have_one_word(folded, each) for each in named):
                named[folded] = label
        return tuple(named.values())

    def _name_words(
        self, terms: Sequence[str], added: Mapping[str, float], other: Lines
    ) -> dict[str, str]:
        least = _LEAST_SHARE * sum(added[term] for term in terms)
        named: dict[str, str] = {}
        for term in terms:
            if added[term] < least or len(named) == MOST:
                break
            if _is_said(term, named) or (_is_generic(term) and not self._is_titled(term, other)):
                continue
            phrase, words = self._find_phrase(term, other)
            if phrase and not _is_said(phrase, named):
                named = {p: w for p, w in named.items() if f" {p} " not in f" {phrase} "}
                named[phrase] = words
        return named

    def _is_titled(self, term: str, other: Lines) -> bool:
        return f" {term} " in self._texts[1].line and f" {term} " in other.title

    def _find_phrase(self, term: str, other: Lines) -> tuple[str, str]:
        """Give the longest phrase around a term that both have: folded, and as it is written."""
        found = []
        for text in self._texts:
            for place in text.find(term):
                first, last = _widen(*place, text.words, other)
                words = text.quote(first, last)
                at_start = words[:1].isupper() and words[1:2].islower()
                phrase = " ".join(text.words[first : last + 1])
                found.append((first - last, at_start, phrase, words))
        _, _, phrase, words = min(found, key=lambda each: each[:2], default=(0, False, "", ""))
        return phrase, words


def _widen(first: int, last: int, words: list[str], other: Lines) -> tuple[int, int]:
    """Take the words around a phrase into it as long as the other paper has them there too."""

    def goes_on(edge: int, start: int, end: int) -> bool:
        if not 0 <= edge < len(words) or end - start >= _LONGEST:
            return False
        if says_nothing(words[edge]) or words[edge] in _NOT_TAKEN_IN:
            return False
        phrase = join_words(words[start : end + 1])
        return phrase in other.abstract or phrase in other.title

    while goes_on(last + 1, first, last + 1):
        last += 1
    while goes_on(first - 1, first - 1, last):
        first -= 1
    return first, last


@lru_cache(maxsize=1000)
def _fold_label(label: str) -> str:
    return FoldedText(label).line.strip()


def _have_one_word(phrase: str, other: str) -> bool:
    return not set(phrase.split()).isdisjoint(other.split())


def _is_generic(term: str) -> bool:
    return GENERIC.issuperset(term.split())


def _is_said(term: str, named: Mapping[str, str]) -> bool:
    """Whether a phrase that is named says a term already, or a word of the same family."""
    if " " not in term and len(term) >= _FAMILY:
        return any(f" {term[:_FAMILY]}" in f" {phrase}" for phrase in named)
    return any(f" {term} " in f" {phrase} " for phrase in named)
