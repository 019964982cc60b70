"""A digest as it arrives: the bytes of a file, of a stream, or from the web."""

import os
import stat
from collections.abc import Callable
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from typing import IO

from generator.desk.refusal import Refusal

MOST_BYTES = 64 * 2**20
"""A digest that is larger is none: the largest that are known hold some hundred kilobytes."""
_PIECE = 2**20

OnBytes = Callable[[int], None]
"""Is told how many bytes have come so far."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Parcel:
    """What arrived. `label` is what a person calls it.

    `name` may tell its ending, `dated` its day.
    """

    data: bytes
    label: str
    name: str = ""
    dated: str = ""


def read_file(path: Path, *, on_bytes: OnBytes, most: int = MOST_BYTES) -> Parcel:
    """Read an ordinary file, or the one that a link leads to.

    Raises Refusal where there is none, OSError where it cannot be read.
    """
    try:
        # A pipe without a writer would keep us waiting before we could see that it is one.
        handle = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC)
    except FileNotFoundError:
        raise Refusal(_say_missing(path)) from None
    mode = os.fstat(handle).st_mode
    if not stat.S_ISREG(mode):
        os.close(handle)
        raise Refusal(_say_unordinary(path, is_folder=stat.S_ISDIR(mode)))
    with os.fdopen(handle, "rb") as file:
        data = read_stream(file, str(path), on_bytes=on_bytes, most=most)
    return Parcel(data=data, label=str(path), name=path.name, dated=path.name)


def read_stream(
    stream: IO[bytes], label: str, *, on_bytes: OnBytes, most: int = MOST_BYTES
) -> bytes:
    """Read all that comes. Raises Refusal where it is more than `most` bytes."""
    pieces: list[bytes] = []
    size = 0
    while piece := stream.read(_PIECE):
        size += len(piece)
        if size > most:
            raise Refusal(say_too_large(label, most))
        pieces.append(piece)
        on_bytes(size)
    return b"".join(pieces)


def say_too_large(label: str, most: int) -> str:
    return (
        f"{label} is larger than {most / 2**20:.0f} MB, which no digest is. "
        "Divide it into one file for each day."
    )


def _say_unordinary(path: Path, *, is_folder: bool) -> str:
    if is_folder:
        return f"{path} is a folder. Name one file in it."
    return f"{path} is no ordinary file. Send what it gives through a pipe: … | broadsheet add -"


def _say_missing(path: Path) -> str:
    try:
        near = get_close_matches(path.name, os.listdir(path.parent), n=1, cutoff=0.7)  # noqa: PTH208  # names that are no UTF-8 too
    except OSError:
        near = []
    return f"There is no file {path}." + (f" Did you mean {path.parent / near[0]}?" if near else "")
