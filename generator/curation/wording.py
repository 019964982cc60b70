"""Words for messages: quoting, shortening, listing, and the nearest right word."""

import re
import unicodedata
from collections.abc import Iterable, Mapping

from rapidfuzz import fuzz, process
from rapidfuzz.distance import DamerauLevenshtein

_GLANCE = 30
_LEAST_LIKENESS = 0.6
"""Of 1: two letters of five may differ. Two slips in a word are common, three are another word."""
_LEAST_TITLE_LIKENESS = 85.0
_LEAST_TITLE = 5
"""Letters; what is shorter is part of too many titles."""
_QUOTES_OF_PRINT = ("“”", "„“", "””", "‘’", "«»", "»«")
_NOT_ID = re.compile(r"[^a-z0-9]+")


def quote(text: str) -> str:
    """Write a text on one line so that YAML reads it as text, whatever is in it."""
    if '"' not in text and "\\" not in text:
        return f'"{text}"'
    return "'" + text.replace("'", "''") + "'"


def without_printed_quotes(text: str) -> str:
    """Take off quotes of print around a text, which were meant to be those of YAML."""
    return text[1:-1] if text[:1] + text[-1:] in _QUOTES_OF_PRINT else text


def shorten(text: str, length: int = _GLANCE) -> str:
    """Cut a text, on one line, to `length` characters."""
    text = " ".join(text.split())
    return text if len(text) <= length else text[: length - 1] + "…"


def list_words(words: Iterable[str], last: str = "and") -> str:
    """Write words as code in a sentence: `a`, `b` and `c`."""
    *most, final = [f"`{word}`" for word in words]
    return f"{', '.join(most)} {last} {final}" if most else final


def make_id(text: str) -> str:
    """Make of a text what may stand as an id: `Über-Größe` gives `uber-grosse`."""
    letters = unicodedata.normalize("NFKD", text.casefold())
    plain = "".join(letter for letter in letters if not unicodedata.combining(letter))
    return _NOT_ID.sub("-", plain).strip("-")


def nearest(
    word: str, choices: Iterable[str] | Mapping[str, str], least: float = _LEAST_LIKENESS
) -> str:
    """Find the choice that `word` was most likely meant to be; empty where none is near.

    A mapping gives, for every way of writing a choice, the choice itself: names beside ids.
    """
    meant = choices if isinstance(choices, Mapping) else {choice: choice for choice in choices}
    folded = _fold(word)
    if not folded:
        return ""
    found = process.extractOne(
        folded,
        {written: _fold(written) for written in meant},
        scorer=DamerauLevenshtein.normalized_similarity,
        score_cutoff=least,
    )
    return meant[found[2]] if found else ""


def nearest_title(text: str, titles: Mapping[str, str]) -> str:
    """Find the paper whose title is cut short in `text`, or has its words in another order.

    `titles` gives for each title the name of its paper.
    """
    text = text.casefold()
    if len(text) < _LEAST_TITLE:
        return ""
    long = {written: written.casefold() for written in titles if 2 * len(written) >= len(text)}
    for scorer in (fuzz.token_set_ratio, fuzz.partial_ratio):
        found = process.extractOne(text, long, scorer=scorer, score_cutoff=_LEAST_TITLE_LIKENESS)
        if found:
            return titles[found[2]]
    return ""


def _fold(word: str) -> str:
    return re.sub(r"[\s_-]+", "-", word.strip().casefold())
