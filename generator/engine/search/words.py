"""The words of all papers, for "did you mean".

Format: `{"version": 1, "words": ["...", "..."]}`, each text the words of one class of frequency,
from A to Z with spaces between; the first class is the most frequent one, and each next one has
words in about half as many papers.
"""

import json
from collections import Counter
from collections.abc import Iterable, Iterator

from generator.engine.search.folding import list_folded, split_words
from generator.pages.plan import SearchRecord

_VERSION = 1
_SHORTEST, _LONGEST = 3, 30
_ADDRESS = "://"


def render_words(records: Iterable[SearchRecord]) -> str:
    """Write the words of titles and names, and of texts those that two papers have at least."""
    counts: Counter[str] = Counter()
    named: set[str] = set()
    for record in records:
        names = set(_list_names(record))
        named |= names
        counts.update(names | set(_list_words(record.text)))
    classes: dict[int, list[str]] = {}
    for word, count in counts.items():
        if _is_of_use(word) and (count > 1 or word in named):
            classes.setdefault(count.bit_length(), []).append(word)
    words = [" ".join(sorted(classes.get(n, ()))) for n in range(max(classes, default=0), 0, -1)]
    return json.dumps({"version": _VERSION, "words": words}, separators=(",", ":")) + "\n"


def _list_names(record: SearchRecord) -> Iterator[str]:
    for _, text in record.fields:
        if _ADDRESS not in text:
            yield from _list_words(text)


def _list_words(text: str) -> list[str]:
    """Give the words of a text, as they are written and as they are typed."""
    return split_words(" ".join([text, *list_folded([text])]))


def _is_of_use(word: str) -> bool:
    """Tell whether someone may have meant a word: no number, no remains of an address."""
    return _SHORTEST <= len(word) <= _LONGEST and not word.isdecimal()
