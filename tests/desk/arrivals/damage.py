"""Damage as it happens to files: cut off, misread, mixed up, or something else altogether.

Each damage is a function of a file's bytes and of a random source, always with the same outcome for
the same seed. It gives None where a file has nothing that it could damage.
"""

import base64
import codecs
import html
import json
import random
import re
from collections.abc import Callable, Iterator, Sequence

from tests.desk.arrivals.others import OTHERS, Damage

_PLACES = 8
"""At how many places a file is cut."""


def spoil(data: bytes, seed: str, damages: Sequence[Damage]) -> Iterator[tuple[str, bytes]]:
    """Give the damaged copies of a file, each with the name of its damage; none is as it was."""
    for damage in damages:
        chance = random.Random(f"{seed} {damage.__name__}")  # noqa: S311  # the same each time
        copy = damage(data, chance)
        if copy is not None and copy != data:
            yield damage.__name__, copy


# Cut off


def cut_within(number: int) -> Damage:
    """Cut somewhere within the `number`th part of a file, of as many as there are places."""

    def cut(data: bytes, chance: random.Random) -> bytes:
        part = len(data) / _PLACES
        return data[: max(1, int(part * (number + chance.random())))]

    cut.__name__ = f"cut within part {number}"
    return cut


def halve(data: bytes, _: random.Random) -> bytes:
    return data[: len(data) // 2]


def keep_the_second_half(data: bytes, _: random.Random) -> bytes:
    return data[len(data) // 2 :]


def lose_the_beginning(data: bytes, chance: random.Random) -> bytes:
    return data[chance.randrange(1, max(2, len(data) // 2)) :]


def lose_the_middle(data: bytes, chance: random.Random) -> bytes:
    start = chance.randrange(len(data))
    return data[:start] + data[start + chance.randrange(1, 3000) :]


def lose_the_end(data: bytes, chance: random.Random) -> bytes:
    return data[: -chance.randrange(1, 40)]


def cut_in_a_word(data: bytes, chance: random.Random) -> bytes | None:
    return _cut_at(data, rb"[a-z]{3}(?=[a-z]{3})", chance)


def cut_in_a_character(data: bytes, chance: random.Random) -> bytes | None:
    return _cut_at(data, rb"[\xc2-\xf4](?=[\x80-\xbf])", chance)


def cut_after_a_line(data: bytes, chance: random.Random) -> bytes | None:
    return _cut_at(data, rb"\n", chance)


def cut_every_line(data: bytes, _: random.Random) -> bytes:
    """Cut lines at 100 characters, as a terminal shows them."""
    return "\n".join(line[:100] for line in data.decode().split("\n")).encode()


def _cut_at(data: bytes, pattern: bytes, chance: random.Random) -> bytes | None:
    ends = [match.end() for match in re.finditer(pattern, data)]
    return data[: chance.choice(ends)] if ends else None


# Misread


def _recode(name: str, write: str, read: str, errors: str = "replace") -> Damage:
    def recode(data: bytes, _: random.Random) -> bytes:
        return data.decode().encode(write, errors).decode(read, "replace").encode()

    recode.__name__ = name
    return recode


def _save(name: str, encoding: str, errors: str = "replace", mark: bytes = b"") -> Damage:
    def save(data: bytes, _: random.Random) -> bytes:
        return mark + data.decode().encode(encoding, errors)

    save.__name__ = name
    return save


def misread_twice(data: bytes, _: random.Random) -> bytes:
    for _again in range(2):
        data = data.decode("cp1252", "replace").encode()
    return data


def cut_wide_text(data: bytes, chance: random.Random) -> bytes:
    wide = codecs.BOM_UTF16_LE + data.decode().encode("utf-16-le")
    return wide[: chance.randrange(3, len(wide))]


def lose_letters(data: bytes, _: random.Random) -> bytes:
    return data.decode().encode("ascii", "replace").replace(b"?", "\ufffd".encode())


def escape_for_the_web(data: bytes, _: random.Random) -> bytes:
    return html.escape(data.decode()).encode()


def wrap_in_json(data: bytes, _: random.Random) -> bytes:
    return json.dumps(data.decode()).encode()


def wrap_in_base64(data: bytes, _: random.Random) -> bytes:
    return base64.encodebytes(data)


def fill_with_zeros(data: bytes, chance: random.Random) -> bytes:
    start = chance.randrange(len(data))
    size = min(512, len(data) - start)
    return data[:start] + bytes(size) + data[start + size :]


def end_in_zeros(data: bytes, chance: random.Random) -> bytes:
    return data[: chance.randrange(1, len(data))] + bytes(4096)


def flip_bytes(data: bytes, chance: random.Random) -> bytes:
    spoilt = bytearray(data)
    for _again in range(5):
        spoilt[chance.randrange(len(spoilt))] |= 0x80
    return bytes(spoilt)


# Ends of lines


def end_lines_as_windows(data: bytes, _: random.Random) -> bytes:
    return data.replace(b"\r\n", b"\n").replace(b"\n", b"\r\n")


def end_lines_as_old_macs(data: bytes, _: random.Random) -> bytes:
    return data.replace(b"\r\n", b"\n").replace(b"\n", b"\r")


def double_the_ends_of_lines(data: bytes, _: random.Random) -> bytes:
    return data.replace(b"\n", b"\n\n")


def join_lines(data: bytes, _: random.Random) -> bytes:
    return data.replace(b"\n", b" ")


# Lines mixed up


def _on_lines(name: str, change: Callable[[list[bytes], random.Random], list[bytes]]) -> Damage:
    def changed(data: bytes, chance: random.Random) -> bytes | None:
        lines = data.split(b"\n")
        return b"\n".join(change(lines, chance)) if len(lines) > 3 else None

    changed.__name__ = name
    return changed


def _shuffle(lines: list[bytes], chance: random.Random) -> list[bytes]:
    return chance.sample(lines, len(lines))


def _exchange(lines: list[bytes], chance: random.Random) -> list[bytes]:
    full = [n for n, line in enumerate(lines) if line.strip()]
    at = chance.randrange(len(full) - 1) if len(full) > 1 else 0
    one, other = full[at : at + 2] if len(full) > 1 else (0, 1)
    lines[one], lines[other] = lines[other], lines[one]
    return lines


def _double(lines: list[bytes], chance: random.Random) -> list[bytes]:
    at = chance.randrange(len(lines))
    return [*lines[: at + 1], *lines[at:]]


def _lose(lines: list[bytes], chance: random.Random) -> list[bytes]:
    full = [n for n, line in enumerate(lines) if line.strip()]
    at = chance.choice(full)
    return [*lines[:at], *lines[at + 1 :]]


def _conflict(lines: list[bytes], chance: random.Random) -> list[bytes]:
    at = chance.randrange(len(lines) - 1)
    mine, theirs = lines[at : at + 1], [line.upper() for line in lines[at : at + 1]]
    marks = (b"<<<<<<< HEAD", b"=======", b">>>>>>> other")
    return [*lines[:at], marks[0], *mine, marks[1], *theirs, marks[2], *lines[at + 1 :]]


def _quote(lines: list[bytes], _: random.Random) -> list[bytes]:
    return [b"> " + line for line in lines]


def _number(lines: list[bytes], _: random.Random) -> list[bytes]:
    return [b"%6d\t%s" % (n, line) for n, line in enumerate(lines, start=1)]


def _reverse(lines: list[bytes], _: random.Random) -> list[bytes]:
    return lines[::-1]


def _sign(lines: list[bytes], _: random.Random) -> list[bytes]:
    return [*lines, b"-- ", b"Sent from my telephone"]


CUTS: Sequence[Damage] = (
    *(cut_within(number) for number in range(_PLACES)),
    *(halve, keep_the_second_half, lose_the_beginning, lose_the_middle, lose_the_end),
    *(cut_in_a_word, cut_in_a_character, cut_after_a_line, cut_every_line),
)
MISREADINGS: Sequence[Damage] = (
    _save("utf-16 without a mark", "utf-16-le"),
    _save("utf-16 the other way round", "utf-16-be"),
    _save("utf-16 with a mark", "utf-16-le", mark=codecs.BOM_UTF16_LE),
    _save("latin-1", "latin-1"),
    _save("windows-1252", "cp1252"),
    _save("a second mark", "utf-8", mark=codecs.BOM_UTF8 * 2),
    _save("ascii", "ascii"),
    _recode("utf-8 read as latin-1", "utf-8", "latin-1"),
    _recode("utf-8 read as windows-1252", "utf-8", "cp1252"),
    _recode("windows-1252 with question marks", "cp1252", "cp1252"),
    _recode("latin-1 with question marks", "latin-1", "latin-1"),
    *(misread_twice, cut_wide_text, lose_letters, escape_for_the_web, wrap_in_json),
    *(wrap_in_base64, fill_with_zeros, end_in_zeros, flip_bytes),
)
MIXTURES: Sequence[Damage] = (
    *(end_lines_as_windows, end_lines_as_old_macs, double_the_ends_of_lines, join_lines),
    _on_lines("shuffled lines", _shuffle),
    _on_lines("two lines exchanged", _exchange),
    _on_lines("a line doubled", _double),
    _on_lines("a line lost", _lose),
    _on_lines("a conflict of versions", _conflict),
    _on_lines("quoted in a mail", _quote),
    _on_lines("numbered lines", _number),
    _on_lines("lines from the last to the first", _reverse),
    _on_lines("a signature below", _sign),
)
DAMAGES: Sequence[Damage] = (*CUTS, *MISREADINGS, *MIXTURES, *OTHERS)
UNSEEN: Sequence[Damage] = (
    _recode("utf-8 read as macintosh", "utf-8", "mac-roman"),
    _recode("utf-8 read as cp1251", "utf-8", "cp1251"),
    _recode("utf-8 read as cp437", "utf-8", "cp437"),
    _recode("greek with question marks", "cp1253", "cp1253"),
    _save("shift-jis", "shift-jis"),
    _save("utf-32", "utf-32-le"),
)
"""Kinds that no sign was made for: what they come to says how far the signs reach."""
