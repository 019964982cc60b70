"""Fields in each other's places, as someone leaves them who sorts columns anew."""

import csv
import io
import random
import re
from collections.abc import Sequence

from generator.sources.model import RawEntry
from tests.desk.arrivals.others import Damage

_PAIRS = (
    *(("title", "abstract"), ("title", "summary"), ("title", "authors"), ("title", "author")),
    *(("title", "date"), ("title", "url"), ("title", "id"), ("abstract", "authors")),
    *(("abstract", "author"), ("summary", "authors"), ("summary", "author"), ("id", "date")),
    *(("id", "published"), ("id", "publishedAt"), ("abstract", "url"), ("title", "pdf")),
    *(("summary", "pdf"), ("published", "updated"), ("title", "keywords"), ("authors", "date")),
    *(("author", "date"), ("author", "year"), ("title", "doi"), ("title", "arxiv_id")),
    *(("title", "published"), ("title", "journal"), ("author", "journal"), ("url", "doi")),
    *(("title", "link"), ("authors", "affiliation"), ("abstract", "ai_summary")),
)


_AS_A_KEY = (
    r"""(?m:(?<=["'])(?:{words})(?=["']\s*:)|(?<=<)(?:{words})(?=[\s>])|(?<=</)(?:{words})(?=>)"""
    r"""|^(?P<before>[ \t]*(?:[-*][ ])?)(?:{words})(?=[ \t]*[:=])|\A(?P<head>[^\n]*))"""
)
"""Keys of JSON, elements, keys that begin a line, and the first line, of columns' names."""


def swap_keys(text: str, one: str, other: str) -> str:
    """Exchange two keys, names of columns or of elements, wherever they stand as such."""
    pattern = _AS_A_KEY.replace("{words}", f"{one}|{other}")
    return re.sub(pattern, lambda match: _exchange(match, one, other), text, flags=re.IGNORECASE)


def _exchange(match: re.Match[str], one: str, other: str) -> str:
    whole = match[0]
    if match["head"] is None:
        before = match["before"] or ""
        return before + _other(whole[len(before) :], one, other)
    if whole.lstrip()[:1] in {"<", "{", "["}:
        return re.sub(rf"(?<=[<\"'/])({one}|{other})\b", lambda m: _other(m[1], one, other), whole)
    words = rf"(?<![\w-])({one}|{other})(?=\"?[ ]*(?:[,\t:|\r]|$))"
    return re.sub(words, lambda m: _other(m[1], one, other), whole, flags=re.IGNORECASE)


def _other(word: str, one: str, other: str) -> str:
    return _like(word, other if word.lower() == one.lower() else one)


def _like(model: str, word: str) -> str:
    return word.capitalize() if model[:1].isupper() else word


def _swap(one: str, other: str) -> Damage:
    def swap(data: bytes, _: random.Random) -> bytes | None:
        text = data.decode()
        both = all(swap_keys(text, word, "\ue000") != text for word in (one, other))
        return swap_keys(text, one, other).encode() if both else None

    swap.__name__ = f"{one} and {other} exchanged"
    return swap


def _rows(data: bytes) -> tuple[list[list[str]], str] | None:
    """Read a file as a table, if it is one."""
    text = data.decode()
    first = text.split("\n", 1)[0]
    mark = "\t" if "\t" in first else ","
    if "title" not in first.lower() or mark not in first or first.lstrip()[:1] in "{[<@|":
        return None
    return list(csv.reader(io.StringIO(text), delimiter=mark)), mark


def _write(rows: Sequence[Sequence[str]], mark: str) -> bytes:
    text = io.StringIO()
    csv.writer(text, delimiter=mark).writerows(rows)
    return text.getvalue().encode()


def shift_columns(data: bytes, _: random.Random) -> bytes | None:
    """Move all cells one column to the right, as an index without a name does."""
    if table := _rows(data):
        rows, mark = table
        return _write([rows[0], *([str(n), *row[:-1]] for n, row in enumerate(rows[1:]))], mark)
    return None


def turn_columns(data: bytes, _: random.Random) -> bytes | None:
    if table := _rows(data):
        rows, mark = table
        return _write([[*rows[0][1:], rows[0][0]], *rows[1:]], mark)
    return None


def shift_a_row(data: bytes, chance: random.Random) -> bytes | None:
    """Lose an empty or other first cell of one row."""
    if (table := _rows(data)) and len(table[0]) > 1:
        rows, mark = table
        at = chance.randrange(1, len(rows))
        return _write([*rows[:at], [*rows[at][1:], rows[at][0]], *rows[at + 1 :]], mark)
    return None


def lose_quotes(data: bytes, _: random.Random) -> bytes | None:
    return data.replace(b'"', b"") if _rows(data) else None


FIELDS: Sequence[Damage] = (
    *(_swap(one, other) for one, other in _PAIRS),
    *(shift_columns, turn_columns, shift_a_row, lose_quotes),
)


TRACELESS_IN_FEW = {
    f"{one} and {other} exchanged"
    for one, other in (
        *(("title", "author"), ("title", "authors"), ("title", "journal"), ("author", "journal")),
        ("title", "keywords"),
    )
}
"""What one or two papers do not betray: `John` over `Cool Stuff` may be either."""


def swap_texts(data: bytes, entries: Sequence[RawEntry], chance: random.Random) -> bytes | None:
    """Exchange the title and the abstract of one paper, where they stand word for word."""
    text = data.decode()
    found = [e for e in entries if e.abstract and text.count(e.title) and text.count(e.abstract)]
    if not found:
        return None
    entry = chance.choice(found)
    mark = "\ue000"
    text = text.replace(entry.abstract, mark).replace(entry.title, entry.abstract)
    return text.replace(mark, entry.title).encode()


def shift_abstracts(data: bytes, entries: Sequence[RawEntry], _: random.Random) -> bytes | None:
    """Give each paper the abstract of the next one."""
    text = data.decode()
    found = [e.abstract for e in entries if e.abstract and text.count(e.abstract) == 1]
    if len(found) < 4:
        return None
    for n, abstract in enumerate(found):
        text = text.replace(abstract, f"\ue000{n}\ue001")
    for n in range(len(found)):
        text = text.replace(f"\ue000{n}\ue001", found[(n + 1) % len(found)])
    return text.encode()
