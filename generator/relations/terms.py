"""Terms: the words and short phrases of a text by which papers are compared.

A term is folded (without plural, in American spelling): one word, two that stand side by side, or
three around a small word ("mixture of expert").
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from generator.curation.phrases import FoldedText
from generator.curation.scoring import split_sentences
from generator.relations.wordlist import EMPTY, FUNCTION

IN_TITLE = 1.0
"""What a term weighs more for standing in the title, where once in the abstract is 1."""
_BREAK = "\N{BROKEN BAR}"
_ELSEWHERE = re.compile(r"\bavailable\b|https?:")
"""In a sentence that says where the code is."""
_QUANTITY = re.compile(r"[0-9]+(?:[bgkmtx]|th|st|nd|rd)?")
_PREFIXES = frozenset(("co", "fine", "inter", "intra", "multi", "non", "post", "pre", "re", "sub"))
"""Authors write "fine-tuning", "fine tuning" and "finetuning"."""
_JOINTS = frozenset(("of", "to", "in"))
_SAYS_NOTHING = FUNCTION | EMPTY | {_BREAK}


class Word(NamedTuple):
    """A folded word, and where it stands in the line of its `FoldedText`.

    What divides a text, a comma or a full stop for example, is a word of its own that is no term.
    """

    text: str
    start: int
    end: int


class Lines(NamedTuple):
    """The folded words of a paper's title and abstract, each in a line with spaces all around."""

    title: str
    abstract: str


def split_words(line: str) -> list[Word]:
    """Give the words of a folded line, a prefix and what it belongs to being one."""
    words: list[Word] = []
    start = 1
    for text in line.split():
        end = start + len(text)
        if words and words[-1].text in _PREFIXES and text != _BREAK:
            before = words.pop()
            words.append(Word(before.text + text, before.start, end))
        else:
            words.append(Word(text, start, end))
        start = end + 1
    return words


def join_words(words: Iterable[str]) -> str:
    return f" {' '.join(words)} "


def leave_own(abstract: str) -> str:
    """Leave out of an abstract what says where the code is, which many say in the same words."""
    sentences = (abstract[span.start : span.end] for span in split_sentences(abstract))
    return " ".join(sentence for sentence in sentences if not _ELSEWHERE.search(sentence))


def fold_lines(title: str, abstract: str) -> Lines:
    texts = (title, leave_own(abstract))
    folded = (join_words(w.text for w in split_words(FoldedText(text).line)) for text in texts)
    return Lines(*folded)


def weigh_terms(lines: Lines) -> dict[str, float]:
    """Give the terms of a paper and how much they are of it, sorted.

    Each doubling of a term's number in the abstract counts as much as the first: numbers that need
    no logarithm, and are the same on every machine. A phrase counts beside its words.
    """
    often = Counter(_list_terms(lines.abstract.split()))
    weights = {term: float(number.bit_length()) for term, number in often.items()}
    for term in set(_list_terms(lines.title.split())):
        weights[term] = weights.get(term, 0.0) + IN_TITLE
    return {term: weights[term] for term in sorted(weights)}


def _list_terms(words: list[str]) -> Iterator[str]:
    speaks = [not says_nothing(word) for word in words] + [False, False]
    for place, word in enumerate(words):
        if not speaks[place]:
            continue
        if len(word) > 1:
            yield word
        if speaks[place + 1]:
            yield f"{word} {words[place + 1]}"
        elif speaks[place + 2] and words[place + 1] in _JOINTS:
            yield f"{word} {words[place + 1]} {words[place + 2]}"


def says_nothing(word: str) -> bool:
    return word in _SAYS_NOTHING or (word[0].isdigit() and bool(_QUANTITY.fullmatch(word)))
