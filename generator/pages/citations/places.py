"""Where a paper appeared, read from the words of a source: a journal reference or a book's title.

The words stay as they are, but for the year at their end, which citations give in a place of its
own. They name a journal, or proceedings, only where they say so; else the kind is not known.
"""

import re

from generator.corpus.venues import Venue, parse_venue, spell_venue

_DATED = re.compile(
    r"(?P<name>.*?[^\s,;:])[\s,;:]*(?:\(|(?<=[\s,;:]))(?P<year>(?:19|20)\d{2})\)?\.?", re.ASCII
)
_WITHIN = re.compile(r"\((?P<year>(?:19|20)\d{2})\)", re.ASCII)
_PREPRINT = re.compile(r"\barxiv\b|^corr\b|^(?:e-?)?prints?\b", re.IGNORECASE)
_PROCEEDINGS = re.compile(
    r"\b(?:proc(?:eedings)?|conf(?:erence)?|workshops?|symposium|pmlr|lncs|lecture notes"
    r"|advances in neural)\b",
    re.IGNORECASE,
)
_JOURNAL = re.compile(
    r"\b(?:j(?:ournal)?|trans(?:actions)?|lett(?:ers)?|rev(?:iews?)?|annals?|magazine|bulletin)\b",
    re.IGNORECASE,
)
# `Nature 521, 436`, `Phys.Rev.D76:013009`: a number that is no year, with something behind it.
_VOLUME = re.compile(
    r"[^\W\d][\w.& -]*?(?:\s|\.)(?:vol\.? ?)?[A-Z]?(?!(?:19|20)\d\d\b)\d{1,4}[\s,:(]", re.IGNORECASE
)


def read_place(words: str) -> Venue | None:
    """Read a journal reference; None where there is none, or where it names arXiv itself."""
    if not words or _PREPRINT.search(words):
        return None
    known = parse_venue(spell_venue(words))
    if known.is_journal is not None:
        return known
    dated = _DATED.fullmatch(words)
    name = dated["name"] if dated else words
    year = dated or _WITHIN.search(words)
    return Venue(name=name, year=int(year["year"]) if year else None, is_journal=_is_journal(words))


def _is_journal(words: str) -> bool | None:
    first = parse_venue(spell_venue(re.split(r"[\s,:;'’-]", words, maxsplit=1)[0]))
    if first.is_journal is not None:
        return first.is_journal
    if _PROCEEDINGS.search(words):
        return False
    return True if _JOURNAL.search(words) or _VOLUME.match(f"{words} ") else None
