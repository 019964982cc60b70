"""Finding many phrases in a text at once, each with its place in that text.

Texts and phrases are folded to plain words alike: without case and accents, without plural, in
American spelling. A word boundary is a boundary for phrases too, and no phrase runs across a comma,
a bracket or the end of a sentence.
"""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import pairwise, product
from typing import NamedTuple

from ahocorasick_rs import AhoCorasick, Implementation

_WORD = re.compile(r"[^\W_]+(?:[+#]+(?!\w))?")
_PLAIN_GAP = frozenset(" -‐‑–/_\n\t\"'’‘“”`*&")
_BREAK = "\N{BROKEN BAR}"
_SPELLING = (
    ("isation", "ization"),
    ("ising", "izing"),
    ("ised", "ized"),
    ("iser", "izer"),
    ("odelling", "odeling"),
    ("odelled", "odeled"),
    ("abelling", "abeling"),
    ("abelled", "abeled"),
    ("aviour", "avior"),
    ("avour", "avor"),
    ("olour", "olor"),
)
_SHORT = 3


class Span(NamedTuple):
    """Where something stands in a text: from `start` up to, not including, `end`."""

    start: int
    end: int


@lru_cache(maxsize=200_000)
def fold_word(word: str) -> str:
    """Reduce a word to what its spellings have in common: `Tokenisers` and `tokenizer`."""
    plain = _without_accents(word)
    if len(plain) > _SHORT:
        if plain.endswith("ies") and len(plain) > _SHORT + 1:
            plain = plain[:-3] + "y"
        elif plain.endswith(("sses", "xes", "ches", "shes")):
            plain = plain[:-2]
        elif plain.endswith("s") and not plain.endswith(("ss", "us", "is")):
            plain = plain[:-1]
        if plain.endswith("che"):
            plain = plain[:-1]  # so that "caches" and "cache" meet, as "matches" and "match" do
        for british, american in _SPELLING:
            if plain.endswith(british):
                return plain.removesuffix(british) + american
    return plain


class FoldedText:
    """A text as folded words between spaces, each word with its place in the text."""

    __slots__ = ("_ends", "_starts", "_word_at", "line")

    def __init__(self, text: str) -> None:
        parts: list[str] = []
        starts: list[int] = []
        ends: list[int] = []
        at: list[int] = []
        position = last = 0
        for match in _WORD.finditer(text):
            start, end = match.span()
            folded = fold_word(match[0])
            if start - last != 1 or text[last] != " ":
                gap = text[last:start]
                if folded == "s" and gap in {"'", "’"}:
                    last = end
                    continue
                if parts and not _PLAIN_GAP.issuperset(gap):
                    parts.append(_BREAK)
                    position += 2
            at.append(position)
            parts.append(folded)
            starts.append(start)
            ends.append(end)
            position += len(folded) + 1
            last = end
        self.line = f" {' '.join(parts)} "
        self._starts = starts
        self._ends = ends
        self._word_at = at

    def span(self, start: int, end: int) -> Span:
        """Give the place in the text of the words that begin at or after `start` of `line`."""
        first = bisect_right(self._word_at, start) - 1
        last = bisect_right(self._word_at, end - 2, first) - 1
        return Span(self._starts[first], self._ends[last])


def fold_phrase(phrase: str) -> tuple[str, ...]:
    """Give the forms in which a phrase is looked for in `FoldedText.line`.

    A hyphen stands for a hyphen, a space or nothing, so `pre-training` has two forms. A star at the
    end leaves the last word open.
    """
    is_open = phrase.endswith("*")
    choices: list[tuple[str, ...]] = []
    words = _WORD.findall(phrase)
    places = [m.span() for m in _WORD.finditer(phrase)]
    for (_, end), (start, _) in pairwise(places):
        choices.append((" ", "") if phrase[end:start] == "-" else (" ",))
    forms = []
    for gaps in product(*choices):
        joined = words[0] + "".join(g + w for g, w in zip(gaps, words[1:], strict=True))
        parts = joined.split(" ")
        folded = [fold_word(part) for part in parts]
        if not is_open:
            forms.append(" " + " ".join(folded) + " ")
            continue
        stem = _without_accents(parts[-1])
        stems = (stem, stem[:-1] + "z") if stem.endswith("is") else (stem,)
        forms.extend(" " + " ".join([*folded[:-1], ending]) for ending in stems)
    return tuple(dict.fromkeys(forms))


def _without_accents(word: str) -> str:
    decomposed = unicodedata.normalize("NFKD", word.casefold())
    return "".join(c for c in decomposed if not unicodedata.combining(c)) or word


class PhraseIndex:
    """Many phrases, found in one pass. A phrase is known by its place in `phrases`."""

    __slots__ = ("_automaton", "_owners", "phrases")

    def __init__(self, phrases: Iterable[str]) -> None:
        self.phrases: Sequence[str] = tuple(dict.fromkeys(phrases))
        owners: dict[str, list[int]] = {}
        for number, phrase in enumerate(self.phrases):
            for form in fold_phrase(phrase):
                owners.setdefault(form, []).append(number)
        self._owners = tuple(tuple(numbers) for numbers in owners.values())
        self._automaton = AhoCorasick(
            list(owners), store_patterns=False, implementation=Implementation.ContiguousNFA
        )

    def find(self, text: FoldedText) -> list[tuple[int, Span]]:
        """Give each occurrence of each phrase, overlapping ones too, in the order of the text."""
        found: list[tuple[int, Span]] = []
        line = text.line
        for form, start, end in self._automaton.find_matches_as_indexes(line, overlapping=True):
            # A phrase with a star ends within a word: its place ends where that word does.
            span = text.span(start, end if line[end - 1] == " " else line.index(" ", end) + 1)
            for number in self._owners[form]:
                found.append((number, span))  # noqa: PERF401 - most forms have one owner
        found.sort(key=_by_place)
        return found


def _by_place(hit: tuple[int, Span]) -> tuple[Span, int]:
    return hit[1], hit[0]
