"""Values in the places of others: a title that is an id, an abstract that is an address."""

import re
from collections.abc import Callable, Iterator, Sequence

from generator.desk.arrivals.signs.wording import count, place
from generator.identifiers import parse_arxiv_id
from generator.sources.lines import quoted
from generator.sources.model import RawEntry
from generator.sources.pairing import lean

_WORD = re.compile(r"[^\W\d_]{2}")
_ADDRESS = re.compile(r"(?:https?|ftp)://\S+|www\.\S+")
_DAY = re.compile(r"\d{4}-\d{1,2}-\d{1,2}(?:[T ].*)?", re.ASCII)
_KEY = re.compile(r"\S{0,60}(?:[a-z]\d{4}|:\d|\d{4}[./]\d)\S{0,60}", re.IGNORECASE)
"""What names a paper in one word: `knot2031rope`, `oai:arXiv.org:3105.00017`."""
_ELEMENT = re.compile(r"<([\w:.-]{1,20})\b[^<>]*>.*</\1>", re.DOTALL)
# `| a |`, `"a": "b"`, `</a>`, `a>`: a piece of a file, not of a text.
_PIECE = re.compile(r"^[|>}\]]|\|.*\s\||\\n(?=\W)|\"\s?:\s?[\"\[{]|</\w|[\w\"]>$", re.MULTILINE)
_NAME = r"(?:[A-Z][\w.'’-]{0,20}\s+){1,3}[A-Z][\w'’-]{1,20}"
_SURNAME_FIRST = r"[A-Z][\w'’-]{1,20},\s(?:[A-Z][\w'’-]{0,20}\.?\s?){1,3}"
_NAMES = re.compile(
    rf"{_NAME}(?:\s*[,;]\s*{_NAME})+|{_SURNAME_FIRST}(?:\s+and\s+{_SURNAME_FIRST})+"
)
_NAME_WORDS = 10
_NO_NAME = frozenset(
    ["a", "an", "the", "for", "with", "in", "via", "by", "is", "are", "that", "this", "how", "its"]
)
"""Words of titles that stand in no name, as they are written within a sentence."""
_COMMON_WORD = re.compile(r"[a-z]{5,}")
_KEYWORD_WORDS = 9


def find_foreign_values(entries: Sequence[RawEntry]) -> Iterator[str]:
    for test, one, many, get in _TESTS:
        found = [entry for entry in entries if test(entry)]
        if found:
            first = found[0]
            yield f"{count(len(found), one, many)}: {place(first)} {quoted(get(first))}"
    yield from _have_no_names(entries)


def _reads_as_abstract(entry: RawEntry) -> bool:
    return lean(entry.title) > max(0, lean(entry.abstract))


def _is_no_title(entry: RawEntry) -> bool:
    title = entry.title.strip()
    return (
        not title or _is_no_text(title) or bool(_KEY.fullmatch(title) or _ELEMENT.fullmatch(title))
    )


def _is_piece(entry: RawEntry) -> bool:
    return bool(_PIECE.search(entry.title[:2000]))


def _names_people(entry: RawEntry) -> bool:
    """Whether a title is a list of names, and what stands for authors are none."""
    title = entry.title.strip()
    return bool(_NAMES.fullmatch(title))


def _has_no_text(entry: RawEntry) -> bool:
    return _is_no_text(entry.abstract) or bool(_NAMES.fullmatch(entry.abstract.strip()))


def _is_shorter(entry: RawEntry) -> bool:
    """Whether an abstract is shorter than its title, and no sentence."""
    abstract = entry.abstract.strip()
    return (
        bool(abstract) and len(abstract) < len(entry.title.strip()) and abstract[-1] not in ".!?。"
    )


def _find_no_name(entry: RawEntry) -> str:
    for name in (*entry.facts.authors, entry.facts.first_author) if entry.facts else ():
        words = name.split()
        odd = len(words) > _NAME_WORDS or _NO_NAME & set(words) or ": " in name
        if name and (odd or _is_no_text(name)):
            return name
    return ""


def _have_no_names(entries: Sequence[RawEntry]) -> Iterator[str]:
    """See whether words in lower case stand in most names, as in titles; in a name few do."""
    named = [e for e in entries if e.facts and (e.facts.authors or e.facts.first_author)]
    odd = [e for e in named if _find_common_word(e)]
    if odd and len(odd) > len(named) / 2:
        said = _find_common_word(odd[0])
        yield f"What stands for authors reads like titles: {place(odd[0])} {quoted(said)}"


def _find_common_word(entry: RawEntry) -> str:
    """Give the first author, if it is the only one and has a longer word that is not capital."""
    facts = entry.facts
    names = (facts.authors or (facts.first_author,)) if facts else ()
    lone = len(names) == 1 and any(_COMMON_WORD.fullmatch(word) for word in names[0].split()[1:])
    return names[0] if lone else ""


def _find_no_keyword(entry: RawEntry) -> str:
    keywords = entry.facts.keywords if entry.facts else ()
    return next((word for word in keywords if len(word.split()) > _KEYWORD_WORDS), "")


def _is_updated_first(entry: RawEntry) -> bool:
    facts = entry.facts
    return bool(facts and facts.updated and facts.published and facts.updated < facts.published)


def _is_no_text(text: str) -> bool:
    """Whether a text is an address, an id, a day or a number: another field's value."""
    text = text.strip()
    if not text:
        return False
    return bool(
        not _WORD.search(text)
        or _ADDRESS.fullmatch(text)
        or _DAY.fullmatch(text)
        or parse_arxiv_id(text)
    )


def _title(entry: RawEntry) -> str:
    return entry.title


def _abstract(entry: RawEntry) -> str:
    return entry.abstract


_Test = tuple[Callable[[RawEntry], object], str, str, Callable[[RawEntry], str]]
_TESTS: tuple[_Test, ...] = (
    (_reads_as_abstract, "title reads like an abstract", "titles read like an abstract", _title),
    (_is_no_title, "title is no title", "titles are no title", _title),
    (_is_piece, "title is a piece of a file", "titles are pieces of a file", _title),
    (_names_people, "title is a list of names", "titles are lists of names", _title),
    (_has_no_text, "abstract is no text", "abstracts are no text", _abstract),
    (_is_shorter, "abstract is shorter than a title", "abstracts are that short", _abstract),
    (_find_no_name, "author has no name", "authors have no name", _find_no_name),
    (_find_no_keyword, "keyword is too long for one", "keywords are too long", _find_no_keyword),
    (_is_updated_first, "change is older than its paper", "changes are older", _title),
)
