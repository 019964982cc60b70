"""Letters that were lost, or bytes that were taken for letters, before a file came here."""

import re
from collections.abc import Iterator, Sequence

from generator.desk.arrivals.signs.wording import count, place
from generator.sources.lines import quoted
from generator.sources.model import RawEntry

# UTF-8 that was read as Windows-1252 (`â€™` for an apostrophe, `Ã©` for é), or bytes given up.
_MISREAD = re.compile(
    "\ufffd|[âãåæçèé][€‚„†ˆ‰\x80-\x9f][\x80-\xbf\u0152-\u2122]|â€|ï¿½|ðŸ"
    "|[ÃÂÄÅÎÏÐÑ][\x80-\x9f¡-©«-¹»-¿€‚ƒ„†‡ˆ‰Š‹ŒŽ•˜™šœžŸ]"
)
_FOREIGN = re.compile(r"[^\x00-\x7f]{2,}")
_OLD_ENCODINGS = ("mac-roman", "cp437", "cp850", "cp1250", "cp1251", "koi8-r", "cp1252")
# Where a letter stood that an encoding does not have: `Erd?s`, `p^? - q`, `?tude`, `Jos?, Ada`.
_ASKED = re.compile(
    r"[^\W_]\?[^\W_]|(?:^|[\s(\[{$^_~])\?[\w$^=]|[<>+^_$({\[/-]\?|\?\?|[^\W\d_]\s\?\s[^\W\d_]"
    r"|\s\?(?=[:,;)]|\s[a-z])|\?[-=/]"
)
_IN_ADDRESS = re.compile(r"https?://\S+|www\.\S+|\b[\w.-]{1,60}\.\w{2,4}/\S+")
_ENTITY = re.compile(r"&(?:#\d{2,5}|#x[0-9A-Fa-f]{2,5}|amp|lt|gt|quot|apos|nbsp);")


def find_misread_letters(entries: Sequence[RawEntry], text: str) -> Iterator[str]:
    told = [(entry, _join_texts(entry)) for entry in entries]
    found = [(entry, *part) for entry, said in told if (part := _find_misread(said))]
    if found:
        yield (
            f"In {count(len(found), 'paper', 'papers')} letters were misread before the file came "
            f"here: {_show(*found[0])}"
        )
    elif "\ufffd" in text:
        line = text[: text.index("\ufffd")].count("\n") + 1
        yield f"Letters were lost before the file came here: line {line} holds \ufffd for one."
    asked = [(entry, *part) for entry, said in told if (part := _find_asked(entry, said))]
    if asked:
        yield (
            f"In {count(len(asked), 'paper', 'papers')} question marks stand where letters may "
            f"have been lost: {_show(*asked[0])}"
        )
    escaped = [(entry, *part) for entry, said in told if (part := _find(_ENTITY, said))]
    if escaped:
        yield (
            f"In {count(len(escaped), 'paper', 'papers')} signs are written as on the web, twice "
            f"over: {_show(*escaped[0])}"
        )


def _find(pattern: re.Pattern[str], text: str) -> tuple[str, int, int] | None:
    match = pattern.search(text)
    return (text, match.start(), match.end()) if match else None


def _find_misread(text: str) -> tuple[str, int, int] | None:
    if text.isascii():
        return None
    if found := _find(_MISREAD, text):
        return found
    for match in _FOREIGN.finditer(text):
        if any(_reads_as_utf8(match[0], encoding) for encoding in _OLD_ENCODINGS):
            return text, match.start(), match.end()
    return None


def _reads_as_utf8(letters: str, encoding: str) -> bool:
    """Whether letters are the bytes of others: chance seldom makes UTF-8 in another encoding."""
    try:
        return bool(letters.encode(encoding).decode("utf-8"))
    except UnicodeError:
        return False


def _find_asked(entry: RawEntry, text: str) -> tuple[str, int, int] | None:
    names = (*entry.facts.authors, entry.facts.first_author) if entry.facts else ()
    for name in names:
        if "?" in name:
            return name, name.index("?"), name.index("?") + 1
    if "?" not in text:
        return None
    return _find(_ASKED, _IN_ADDRESS.sub(" ", text))


def _show(entry: RawEntry, text: str, start: int, end: int) -> str:
    return f"{place(entry)} {quoted(text[max(0, start - 15) : end + 15])}"


def _join_texts(entry: RawEntry) -> str:
    facts = entry.facts
    more = (*facts.authors, facts.first_author, facts.organisation, facts.summary) if facts else ()
    return "\n".join((entry.title, entry.abstract, *more))
