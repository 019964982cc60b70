"""New digests: what is in a file, whether it is there already, and where it goes.

A file is kept byte for byte as it came. What is not understood is refused; a file that is there
already changes nothing.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from generator.corpus.assembly import assemble_corpus
from generator.corpus.model import Corpus, Paper
from generator.desk.fetching import Arrival
from generator.desk.refusal import Refusal
from generator.desk.writing import write_file
from generator.diagnostics import Code, Diagnostic
from generator.sources.folders import content_files, is_own_file, shown_path
from generator.sources.model import RawDigest, RawFacts
from generator.sources.names import UNDATED, DigestName, parse_digest_name
from generator.sources.reader import Reader
from generator.sources.registry import READERS, parse_digest, read_own_day

_SUFFIXES = {"feed": "xml", "markdown": "md", "table": "csv", "yaml-list": "yml"}
_SUFFIX = re.compile(r"[a-z0-9]{1,8}")
_DOUBTS = frozenset({Code.NEAR_DUPLICATE_TITLE, Code.SAME_TITLE_TWO_IDS})


@dataclass(frozen=True, slots=True, kw_only=True)
class NewDigest:
    """A digest as it would be added. `path` is where to; `known_as` names its like, if it is there.

    With `known_as`, nothing is to be written.
    """

    arrival: Arrival
    path: Path
    digest: RawDigest
    known_as: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Prospect:
    """What new digests bring: papers that are new, others that are known, and doubts of either."""

    new: tuple[Paper, ...] = ()
    known: tuple[Paper, ...] = ()
    doubts: tuple[Diagnostic, ...] = ()


def find_day(arrival: Arrival) -> date | None:
    """Find the day of a file: that of its name, else the one that it gives as its own."""
    return arrival.day or read_own_day(arrival.data)


class Shelves:
    """The folder of digests, with those that are about to be added."""

    def __init__(self, folder: Path, *, root: Path) -> None:
        self._folder = folder
        self._root = root
        files = [file for file in content_files(folder) if is_own_file(file)]
        self._sizes: dict[int, list[Path]] = {}
        for file in files:
            self._sizes.setdefault(file.stat().st_size, []).append(file)
        self._taken = {file.relative_to(folder).with_suffix("").as_posix() for file in files}
        self._fresh: dict[bytes, str] = {}

    def look_into(self, arrival: Arrival, readers: Sequence[Reader] = READERS) -> RawDigest:
        """Read a file wherever it would go: to see whether it is understood at all."""
        return self._read(arrival, f"{UNDATED}/new.txt", readers)

    def place(
        self,
        arrival: Arrival,
        day: date | None,
        name: str = "",
        readers: Sequence[Reader] = READERS,
    ) -> NewDigest:
        """Read a file and find its place: that of its day, or among the undated under `name`.

        Raises Refusal where the name of an undated one is none, or is taken.
        """
        like = self._find_like(arrival.data)
        suffix = arrival.suffix.lower() if _SUFFIX.fullmatch(arrival.suffix.lower()) else ""
        stem = self._find_free(day) if day else f"{UNDATED}/{name}"
        digest = self._read(arrival, f"{stem}.{suffix or 'txt'}", readers)
        if not suffix:
            suffix = _SUFFIXES.get(digest.format, "json" if "json" in digest.format else "txt")
            digest = self._read(arrival, f"{stem}.{suffix}", readers)
        path = self._folder / f"{stem}.{suffix}"
        if not like:
            if stem in self._taken:
                message = f"There is a digest {stem} already. Give this one another name."
                raise Refusal(message)
            self._taken.add(stem)
            self._fresh[arrival.data] = shown_path(path, self._root)
        return NewDigest(arrival=arrival, path=path, digest=digest, known_as=like)

    def _read(self, arrival: Arrival, relative: str, readers: Sequence[Reader]) -> RawDigest:
        path = shown_path(self._folder / relative, self._root)
        name = parse_digest_name(relative, path)
        if not isinstance(name, DigestName):
            message = f"{name.message} {name.hint}"
            raise Refusal(message)
        return parse_digest(arrival.data, name, path, readers)

    def _find_like(self, data: bytes) -> str:
        if data in self._fresh:
            return self._fresh[data]
        for file in self._sizes.get(len(data), ()):
            if file.read_bytes() == data:
                return shown_path(file, self._root)
        return ""

    def _find_free(self, day: date) -> str:
        stem = f"{day.isoformat()[:4]}/{day.isoformat()}"
        number = 1
        while (free := stem if number == 1 else f"{stem}-{number}") in self._taken:
            number += 1
        return free


def look_ahead(
    present: Iterable[RawDigest], facts: Iterable[RawFacts], added: Sequence[NewDigest]
) -> Prospect:
    """Say what the new digests change, by putting all papers together without and with them."""
    digests, facts = tuple(present), tuple(facts)
    fresh = [new.digest for new in added if not new.known_as]
    before = assemble_corpus(digests, facts)
    after = assemble_corpus((*digests, *fresh), facts)
    ids = {digest.id for digest in fresh}
    new: list[Paper] = []
    known: list[Paper] = []
    for paper in after.papers.values():
        held = {appearance.digest for appearance in paper.appearances}
        if held & ids:
            (new if held <= ids else known).append(paper)
    told = _list_doubts(before)
    return Prospect(
        new=tuple(new),
        known=tuple(known),
        doubts=tuple(doubt for doubt in _list_doubts(after) if doubt not in told),
    )


def _list_doubts(corpus: Corpus) -> list[Diagnostic]:
    return [finding for finding in corpus.diagnostics if finding.code in _DOUBTS]


def write_digests(added: Iterable[NewDigest]) -> None:
    """Write the new digests, each whole or not at all.

    Raises Refusal where a file is there by now, OSError where one cannot be written.
    """
    for new in added:
        if new.known_as:
            continue
        new.path.parent.mkdir(parents=True, exist_ok=True)
        if new.path.exists():
            message = f"{new.digest.path} was written just now by someone else. Try again."
            raise Refusal(message)
        write_file(new.path, new.arrival.data)
