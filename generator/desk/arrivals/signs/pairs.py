"""Titles and abstracts that are not each other's: doubled, or shifted against each other."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from generator.desk.arrivals.signs.wording import place
from generator.identifiers import title_key
from generator.sources.lines import quoted
from generator.sources.model import RawEntry

_BEGINNING = 80
"""Characters by which an abstract is known."""
_WORD = re.compile(r"[a-zà-ɏ]{4,}")
_STEM = 5
_COMMON = frozenset(
    ["with", "from", "that", "this", "throu", "towar", "based", "into", "their", "over", "under"]
) | frozenset(["when", "what", "where", "beyon", "model", "langu", "large", "learn", "using"])
_WHOLE_ABSTRACT = 200
"""Characters from which on an abstract says what its title says, too."""
_FEWEST = 3
_FITS_BADLY = 0.45
"""The share of a title's words that its abstract has: in real digests 0.70 and more on the average,
0.37 at most where each title stands over the abstract of the next one."""
_FITS_NOT, _FITS_WELL = 0.2, 0.75
"""Of 4,045 papers, none shares less with its own abstract and more with another's of its digest."""


def find_mismatches(entries: Sequence[RawEntry]) -> Iterator[str]:
    yield from _repeated(entries)
    yield from _strangers(entries)


def _repeated(entries: Sequence[RawEntry]) -> Iterator[str]:
    """See whether one title stands over several abstracts, or one abstract under several titles."""
    abstracts: defaultdict[str, set[str]] = defaultdict(set)
    titles: defaultdict[str, set[str]] = defaultdict(set)
    for entry in entries:
        if len(entry.abstract) >= _BEGINNING:
            abstracts[title_key(entry.title)].add(entry.abstract[:_BEGINNING].casefold())
            titles[entry.abstract].add(title_key(entry.title))
    several = Counter({key: len(found) for key, found in abstracts.items()}).most_common(1)
    if several and several[0][1] > 1:
        key, number = several[0]
        title = next(e.title for e in entries if title_key(e.title) == key)
        yield f"The title {quoted(title)} stands over {number} different abstracts."
    shared = Counter({text: len(found) for text, found in titles.items()}).most_common(1)
    if shared and shared[0][1] > 1:
        yield f"{shared[0][1]} titles have the same abstract: {quoted(shared[0][0])}"


def _strangers(entries: Sequence[RawEntry]) -> Iterator[str]:
    """See whether titles share their words with the abstracts of others, and not with their own."""
    told = [
        (entry, words, _stems(entry.abstract))
        for entry in entries
        if len(entry.abstract) >= _WHOLE_ABSTRACT
        and len(words := _stems(entry.title) - _COMMON) >= _FEWEST
    ]
    if len(told) < _FEWEST:
        return
    shares = [len(title & abstract) / len(title) for _, title, abstract in told]
    if sum(shares) / len(shares) < _FITS_BADLY:
        worst = min(zip(shares, told, strict=True), key=lambda pair: pair[0])[1][0]
        yield (
            "Titles and abstracts do not seem to be each other's, as where one is missing: "
            f"{place(worst)} {quoted(worst.title)} over {quoted(worst.abstract)}"
        )
        return
    for (entry, title, _), share in zip(told, shares, strict=True):
        if share < _FITS_NOT:
            better = [e for e, _, a in told if len(title & a) / len(title) >= _FITS_WELL]
            if better:
                yield (
                    f"The title {quoted(entry.title)} ({place(entry)}) stands over an abstract "
                    f"that has few of its words; that of {quoted(better[0].title)} has them."
                )


def _stems(text: str) -> frozenset[str]:
    return frozenset(word[:_STEM] for word in _WORD.findall(text.casefold()))
