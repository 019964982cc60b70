"""Damage as it happens to files: cut off, cut in half, misread, fields in each other's places."""

import codecs
import json
import random
import re
from collections.abc import Callable, Iterator, Sequence

from generator.sources.model import RawEntry

Damage = Callable[[bytes, random.Random], bytes]


def cut(data: bytes, chance: random.Random) -> bytes:
    return data[: chance.randrange(len(data) // 3, len(data) - 1)]


def halve(data: bytes, _: random.Random) -> bytes:
    return data[: len(data) // 2]


def lose_the_beginning(data: bytes, chance: random.Random) -> bytes:
    return data[chance.randrange(len(data) // 10, len(data) // 2) :]


def save_as_latin(data: bytes, _: random.Random) -> bytes:
    return data.decode().encode("cp1252", "replace")


def misread_as_latin(data: bytes, _: random.Random) -> bytes:
    return data.decode("cp1252", "replace").encode()


def save_as_wide(data: bytes, _: random.Random) -> bytes:
    return data.decode().encode("utf-16-le")


def cut_wide(data: bytes, chance: random.Random) -> bytes:
    wide = codecs.BOM_UTF16_LE + data.decode().encode("utf-16-le")
    return wide[: chance.randrange(len(wide) // 3, len(wide) - 2) // 2 * 2 - 1]


def lose_letters(data: bytes, _: random.Random) -> bytes:
    return data.decode().encode("ascii", "replace").replace(b"?", "\ufffd".encode())


DAMAGES: Sequence[Damage] = (
    cut,
    halve,
    lose_the_beginning,
    save_as_latin,
    misread_as_latin,
    save_as_wide,
    cut_wide,
    lose_letters,
)


def swap_keys(text: str, one: str, other: str) -> str:
    """Exchange two keys, or two columns' names, as someone does who sorts them anew."""
    return re.sub(
        rf"\b({one}|{other})\b(?=\"?\s*[:,\t\n])",
        lambda match: other if match[1] == one else one,
        text,
    )


def spoil(data: bytes, number: int) -> Iterator[tuple[str, bytes]]:
    """Give damaged copies, always the same."""
    for n in range(number):
        damage = DAMAGES[n % len(DAMAGES)]
        yield f"{damage.__name__} {n}", damage(data, random.Random(n))  # noqa: S311


def is_part(entries: Sequence[RawEntry], whole: Sequence[RawEntry]) -> bool:
    """Whether what was read is what the whole file says, though perhaps not all of it.

    A plain text that is cut at the end of a sentence is among what nobody can tell.
    """
    known = {_tell(entry) for entry in whole}
    *others, last = [_tell(entry) for entry in entries] or [("", "", "")]
    if any(entry not in known for entry in others):
        return False
    return last in known or any(
        last[0] == title and abstract.startswith(last[1]) and last[1].endswith(".")
        for title, abstract, _ in known
    )


def _tell(entry: RawEntry) -> tuple[str, str, str]:
    facts = entry.facts
    told = {
        name: str(getattr(facts, name))
        for name in (facts.__dataclass_fields__ if facts else ())
        if name not in {"place", "title"}
    }
    return entry.title, entry.abstract, json.dumps(told, sort_keys=True)
