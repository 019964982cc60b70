"""The days of a provider that are there already, as a build reads them."""

from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from generator.diagnostics import Diagnostic, Place
from generator.identifiers import title_key
from generator.sources.folders import content_files, is_own_file, shown_path
from generator.sources.lines import decode
from generator.sources.model import RawEntry
from generator.sources.names import DigestName, parse_digest_name
from generator.sources.reader import Reading, Source
from generator.sources.registry import recognise

_NOWHERE = Place(file="")


@dataclass(frozen=True, slots=True, kw_only=True)
class Papers:
    """The papers of one list, by what tells them apart, with the titles as received.

    `said` is all that the list says of them, wherever it stands.
    """

    titles: dict[str, str]
    said: tuple[RawEntry, ...]

    def __len__(self) -> int:
        return len(self.titles)

    @property
    def keys(self) -> frozenset[str]:
        return frozenset(self.titles)


@dataclass(frozen=True, slots=True, kw_only=True)
class Holding:
    """A day's file of a provider."""

    path: Path
    data: bytes
    papers: Papers


class Holdings:
    """The folder of digests, as far as one provider's digests are concerned.

    Files are read when they are needed, since of most only the name is. Every reading is of the
    file as it is then: another command may write, too.
    """

    def __init__(self, digests_dir: Path, *, root: Path, format_name: str) -> None:
        self._folder = digests_dir
        self._root = root
        self._format = format_name
        self._known: dict[Path, tuple[bytes, Papers | None]] = {}
        self._files: dict[date, list[tuple[int, Path]]] = {}
        for path in content_files(digests_dir):
            name = parse_digest_name(path.relative_to(digests_dir).as_posix(), path.name)
            if isinstance(name, DigestName) and name.date and is_own_file(path):
                self._files.setdefault(name.date, []).append((name.ordinal, path))

    @property
    def days(self) -> frozenset[date]:
        """The days of which the provider's list is there. Reads the files of all days."""
        return frozenset(day for day in self._files if self.find(day))

    def find(self, day: date) -> Holding | None:
        """Give the provider's file of a day."""
        for _, path in sorted(self._files.get(day, ())):
            data = path.read_bytes()
            known = self._known.get(path)
            if known is None or known[0] != data:
                known = data, self._read(data, path)
                self._known[path] = known
            if known[1] is not None:
                return Holding(path=path, data=data, papers=known[1])
        return None

    def find_before(self, day: date, most: int) -> tuple[tuple[date, Papers], ...]:
        """Give the provider's last lists before a day, the latest first."""
        found: list[tuple[date, Papers]] = []
        for earlier in sorted((d for d in self._files if d < day), reverse=True):
            if holding := self.find(earlier):
                found.append((earlier, holding.papers))
                if len(found) == most:
                    break
        return tuple(found)

    def find_after(self, day: date) -> tuple[date, Papers] | None:
        """Give the provider's next list after a day."""
        for later in sorted(d for d in self._files if d > day):
            if holding := self.find(later):
                return later, holding.papers
        return None

    def find_slot(self, day: date, ending: str) -> Path:
        """Give the next free place of a day."""
        last = max((ordinal for ordinal, _ in self._files.get(day, ())), default=0)
        number = f"-{last + 1}" if last else ""
        return self._folder / f"{day.year:04}" / f"{day.isoformat()}{number}.{ending}"

    def note(self, day: date, path: Path) -> None:
        """Take note of a file that was written."""
        ordinals = self._files.setdefault(day, [])
        if all(path != known for _, known in ordinals):
            name = parse_digest_name(path.relative_to(self._folder).as_posix(), path.name)
            ordinals.append((name.ordinal if isinstance(name, DigestName) else 1, path))

    def show(self, path: Path) -> str:
        return shown_path(path, self._root)

    def _read(self, data: bytes, path: Path) -> Papers | None:
        read = read_answer(data, path.name, None)
        if isinstance(read, str) or read.format != self._format:
            return None
        return list_papers(read.reading)


@dataclass(frozen=True, slots=True, kw_only=True)
class Read:
    """An answer as the reader of its format understood it."""

    format: str
    reading: Reading


def read_answer(data: bytes, name: str, day: date | None) -> Read | str:
    """Read bytes as a build will; where nothing can be read of them, say why not."""
    text = decode(data, name)
    if isinstance(text, Diagnostic):
        return "it is not UTF-8 text"
    source = Source(path=name, date=day, text=text)
    reader = recognise(source)
    if reader is None:
        return "it is in no format that is known"
    return Read(format=reader.name, reading=reader.parse(source))


def list_papers(reading: Reading) -> Papers:
    titles: dict[str, str] = {}
    for entry in reading.entries:
        key = (entry.facts.arxiv_id if entry.facts else None) or title_key(entry.title)
        titles.setdefault(key, " ".join(entry.title.split()))
    return Papers(titles=titles, said=tuple(map(_without_places, reading.entries)))


def _without_places(entry: RawEntry) -> RawEntry:
    facts = replace(entry.facts, place=_NOWHERE) if entry.facts else None
    return replace(entry, place=_NOWHERE, abstract_place=_NOWHERE, facts=facts)
