"""Texts reduced to what a reader types: the script of the site's search does the same."""

import re
import unicodedata
from collections.abc import Iterable

# Letters of names that no decomposition takes apart: `Łukasz` is typed `Lukasz`.
_PLAIN = str.maketrans(
    {"ß": "ss", "æ": "ae", "ð": "d", "ø": "o", "þ": "th", "đ": "d", "ħ": "h", "ı": "i", "ł": "l",
     "œ": "oe"}
)  # fmt: skip
_WORDS = re.compile(r"[^\W_]+")
_NOT_ASCII = re.compile(r"[^\x00-\x7f]")


def fold_text(text: str) -> str:
    """Take compatibility forms, case and accents off a text: `S²FT` is `s2ft`, `Müller` `muller`.

    Compatibility forms are those of NFKC: https://www.unicode.org/reports/tr15/.
    """
    plain = unicodedata.normalize("NFKC", text).lower().translate(_PLAIN)
    return _without_marks(plain)


def fold_key(text: str) -> str:
    """Reduce a title, name or id to its letters and digits."""
    return _letters(fold_text(text))


def split_words(text: str) -> list[str]:
    """Give the words of a text, folded, in their order."""
    return _WORDS.findall(fold_text(text))


def list_folded(texts: Iterable[str]) -> list[str]:
    """Give the words of texts that are typed otherwise than they are written, as they are typed.

    Case and accents do not count, since Pagefind looks past those by itself.
    """
    folded = {
        plain: None
        for text in texts
        for word in text.split()
        if not word.isascii()
        if _letters(plain := fold_text(word)) != _letters(_without_marks(word.lower()))
    }
    return list(folded)


def _letters(text: str) -> str:
    return "".join(_WORDS.findall(text))


def _without_marks(text: str) -> str:
    decomposed = unicodedata.normalize("NFD", text)
    return _NOT_ASCII.sub(
        lambda c: "" if unicodedata.category(c[0])[0] == "M" else c[0], decomposed
    )
