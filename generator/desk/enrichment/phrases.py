"""Titles as words to search for, and no more than a search engine can be trusted with.

Whether what it finds is the paper is not decided here.
"""

import re

_WORD = re.compile(r"[^\W_]+")
_PLAIN = re.compile(r"[A-Za-z0-9]+")
_BREAK = re.compile(r"\S*[^A-Za-z0-9\s,:;.?!()“”\"]\S*")
_ENOUGH = 4
"""Words that tell a title from most others."""
_MOST = 14
_LONGEST = 240
"""Characters. Hugging Face refuses questions that are longer than 250."""


def find_phrase(title: str) -> str:
    """Give words of a title that stand together in every index of it.

    Indexes differ in what they do to hyphens, accents and formulas (`ti:"COVID-19"` finds fewer
    papers than there are: https://github.com/ropensci/aRxiv/issues/52), so it is the longest run of
    plain words, if that has four or more; else all words.
    """
    runs = [_PLAIN.findall(part) for part in _BREAK.split(title)]
    longest = max(runs, key=len, default=[])
    words = longest if len(longest) >= _ENOUGH else _PLAIN.findall(title)
    return " ".join(words[:_MOST])


def find_words(title: str) -> str:
    """Give all words of a title, as far as a question may be long."""
    words = ""
    for word in _WORD.findall(title):
        if len(words) + len(word) >= _LONGEST:
            break
        words = f"{words} {word}".lstrip()
    return words
