"""Where a digest belongs among those that are there, and putting it there: whole or not at all."""

import fcntl
import os
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from generator.desk.arrivals.days import find_day_in_name
from generator.desk.refusal import Refusal
from generator.desk.writing import write_file
from generator.diagnostics import Diagnostic
from generator.identifiers import DigestId
from generator.sources.folders import content_files, is_own_file, shown_path
from generator.sources.names import UNDATED, DigestName, parse_digest_name

_ENDINGS = frozenset(
    [
        "atom",
        "bib",
        "bibtex",
        "csv",
        "json",
        "jsonl",
        "markdown",
        "md",
        "ndjson",
        "rss",
        "tsv",
        "txt",
        "xml",
        "yaml",
        "yml",
    ]
)
_BEGINNINGS = (
    (re.compile(r"\s*\{[^\n]*\}[ \t]*\r?\n\s*\{"), "jsonl"),
    (re.compile(r"\s*[\[{]"), "json"),
    (re.compile(r"\s*<"), "xml"),
    (re.compile(r"\s*@\w+\s*[{(]"), "bib"),
    (re.compile(r"\s*(?:#{1,6} |\|.+\|)"), "md"),
    (re.compile(r"\s*[^\n]*title[^\n]*\t[^\n]*\n|\s*[^\n]*\t[^\n]*title", re.IGNORECASE), "tsv"),
    (re.compile(r"\s*(?:[^\n]*,)?title(?:,[^\n]*)?\r?\n", re.IGNORECASE), "csv"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Stored:
    """A digest that is there, or, with `data`, is about to be."""

    path: Path
    shown: str
    name: DigestName
    data: bytes | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Slot:
    """A free place for a digest. `neighbours` are the other digests of its day, in their order."""

    path: Path
    shown: str
    name: DigestName
    neighbours: tuple[Stored, ...] = ()


class Shelf:
    """The folder of digests, as it is now."""

    def __init__(self, digests_dir: Path, *, root: Path) -> None:
        self._folder = digests_dir
        self._root = root
        self.stored = tuple(self._list())

    def find_same(self, data: bytes) -> tuple[Stored, ...]:
        """Give the digests that hold just these bytes. Raises OSError where one cannot be read."""
        return tuple(
            each
            for each in self.stored
            if (
                each.data == data
                if each.data is not None
                else each.path.stat().st_size == len(data) and each.path.read_bytes() == data
            )
        )

    def reserve(self, slot: Slot, data: bytes) -> None:
        """Keep a place for a digest that is to be written with others."""
        kept = Stored(path=slot.path, shown=slot.shown, name=slot.name, data=data)
        self.stored = (*self.stored, kept)

    def find(self, digest_id: DigestId) -> Stored | None:
        return next((each for each in self.stored if each.name.id == digest_id), None)

    def find_slot(self, day: date, ending: str) -> Slot:
        """Give the next free place of a day. Raises Refusal where its folder is a link."""
        neighbours = [each for each in self.stored if each.name.date == day]
        last = max((each.name.ordinal for each in neighbours), default=0)
        number = f"-{last + 1}" if last else ""
        return self._slot(f"{day.year:04}/{day.isoformat()}{number}.{ending}", tuple(neighbours))

    def find_undated_slot(self, name: str, ending: str) -> Slot:
        """Give the place of a digest without a date. Raises Refusal where the name is no good."""
        right = "-".join(re.findall(r"[a-z0-9]+", name.lower()))
        if right != name or find_day_in_name(name):
            hint = f"Write --undated {right}" if right and right != name else "A day has --date"
            message = f"“{name}” is not lower-case letters, digits and single hyphens. {hint}."
            if right == name:
                message = f"“{name}” is a day. {hint}."
            raise Refusal(message)
        if taken := self.find(DigestId(f"{UNDATED}/{name}")):
            message = (
                f"Another digest is called so: {taken.shown}. Choose another name for --undated."
            )
            raise Refusal(message)
        return self._slot(f"{UNDATED}/{name}.{ending}")

    def _slot(self, relative: str, neighbours: tuple[Stored, ...] = ()) -> Slot:
        path = self._folder / relative
        shown = shown_path(path, self._root)
        if path.parent.is_symlink():
            message = f"{shown_path(path.parent, self._root)} is a link, which nothing follows. "
            raise Refusal(message + "Make it a folder.")
        name = parse_digest_name(relative, shown)
        if isinstance(name, Diagnostic):
            message = f"{name.message} {name.hint}"
            raise Refusal(message)
        if os.path.lexists(path):
            message = f"{shown} is there, and is no digest. Move it away."
            raise Refusal(message)
        return Slot(path=path, shown=shown, name=name, neighbours=neighbours)

    def _list(self) -> Iterator[Stored]:
        for path in content_files(self._folder):
            shown = shown_path(path, self._root)
            name = parse_digest_name(path.relative_to(self._folder).as_posix(), shown)
            if is_own_file(path) and isinstance(name, DigestName):
                yield Stored(path=path, shown=shown, name=name)


def choose_ending(name: str, text: str) -> str:
    """Give the ending that a file keeps, or, if that says nothing, one by how its text begins."""
    ending = name.rpartition(".")[2].lower() if "." in name else ""
    if ending in _ENDINGS:
        return ending
    start = text[:100_000]
    return next((known for pattern, known in _BEGINNINGS if pattern.match(start)), "txt")


def put_away(slot: Slot, data: bytes) -> None:
    """Write a digest into its place.

    Raises Refusal where something else is there by now, OSError where it cannot be written.
    """
    if os.path.lexists(slot.path):
        message = f"{slot.shown} was written just now by someone else. Try again."
        raise Refusal(message)
    folder = slot.path.parent
    is_new = not folder.exists()
    folder.mkdir(exist_ok=True)
    try:
        write_file(slot.path, data)
    finally:
        if is_new:
            with suppress(OSError):  # it holds something, as it should
                folder.rmdir()


@contextmanager
def hold_shelf(digests_dir: Path, *, on_wait: Callable[[], None]) -> Iterator[None]:
    """Hold the folder of digests, so that no second addition decides on what is about to change.

    Where another one holds it, call `on_wait` and wait. The lock is the operating system's, on the
    folder itself: it leaves no file, and dies with those who hold it.
    """
    folder = os.open(digests_dir, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
    try:
        try:
            fcntl.flock(folder, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            on_wait()
            fcntl.flock(folder, fcntl.LOCK_EX)
        yield
    finally:
        os.close(folder)
