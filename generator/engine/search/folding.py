"""Texts reduced to what a reader types: the script of the site's search does the same."""

import re
import unicodedata
from collections.abc import Iterable, Iterator

# Letters of names that no decomposition takes apart: `Łukasz` is typed `Lukasz`.
_PLAIN = str.maketrans(
    {"ß": "ss", "æ": "ae", "ð": "d", "ø": "o", "þ": "th", "đ": "d", "ħ": "h", "ı": "i", "ł": "l",
     "œ": "oe"}
)  # fmt: skip
_WORDS = re.compile(r"[^\W_]+")
_GREEK_ALONE = re.compile(r"(?<![\u0370-\u03ff])[Α-ΡΣ-Ωα-ω](?![\u0370-\u03ff])")
_LOWERED = re.compile(r"[^\W_]+(?:_[^\W_]+)+")
_BESIDE = "()[]{}.,;:!?“”‘’\"'"
_UNCUT = re.compile(r"[A-Z]+|[A-Z]?[a-z]+|[0-9]+|[^A-Za-z0-9]+")
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

    Case and accents do not count, since Pagefind looks past those by itself. It keeps low lines and
    does not look for `T_c` within `high-T_c`, so that this is given, too.
    """
    return list(
        dict.fromkeys(
            form
            for text in texts
            for word in text.split()
            if "_" in word or not word.isascii()
            for form in _list_forms(word)
        )
    )


def _list_forms(word: str) -> Iterator[str]:
    plain = fold_text(word)
    named = fold_text(_name_greek(word))
    for form in (plain, named):
        if _letters(form) != _letters(_without_marks(word.lower())):
            yield form
    for form in dict.fromkeys((plain, named)):
        yield from (piece for piece in _LOWERED.findall(form) if piece != form.strip(_BESIDE))


def _name_greek(word: str) -> str:
    """Give a word with a Greek letter by its name: `τ-bench` is `tau-bench`, `2π` is `2 pi`.

    Where one stands beside another, the word is one of Greek.
    """
    return _GREEK_ALONE.sub(_name_letter, unicodedata.normalize("NFKC", word))


def _name_letter(match: re.Match[str]) -> str:
    name = unicodedata.name(match[0]).split()[-1].lower().replace("lamda", "lambda")
    before, after = match.string[: match.start()][-1:], match.string[match.end() :][:1]
    return " " * before.isalnum() + name + " " * after.isalnum()


def list_parts(texts: Iterable[str]) -> list[str]:
    """Give the parts of compound words that Pagefind would cut up, folded: `LLaVA` of `X-LLaVA`.

    It indexes a compound whole and in parts, and cuts parts wherever capitals or digits begin.
    """
    parts = {
        fold_text(part): None
        for text in texts
        for word in text.split()
        if len(found := _WORDS.findall(word)) > 1
        for part in found
        if len(part) > 1 and not _UNCUT.fullmatch(part)
    }
    return list(parts)


def _letters(text: str) -> str:
    return "".join(_WORDS.findall(text))


def _without_marks(text: str) -> str:
    decomposed = unicodedata.normalize("NFD", text)
    return _NOT_ASCII.sub(
        lambda c: "" if unicodedata.category(c[0])[0] == "M" else c[0], decomposed
    )
