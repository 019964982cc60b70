"""Where the records of a JSON text are: in its list, or in the list that its object holds."""

from dataclasses import dataclass
from typing import Any

from generator.sources.json_document import Container, Part, read_container

_KEYS = (
    *("papers", "data", "items", "results", "entries", "dailyPapers", "records", "articles"),
    *("result", "works", "notes", "hits", "publications", "rows", "documents"),
)
"""Under which key an object holds its list, the first of these that it has."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Records:
    """A list of records, and the object that holds it, if one does."""

    container: Container
    outer: Container | None = None
    key: str = ""

    @property
    def first(self) -> Any:  # it is what was received
        return self.container.parts[0].value if self.container.parts else None

    def path(self, part: Part) -> str:
        """Name a record: `[3]`, `data[3]`; from 0, as programs count."""
        return f"{self.key}[{part.key}]"


_DEEPEST = 2
"""How many objects may be around the one that holds the list."""


def find_records(text: str, whole: Container) -> Records | None:
    """Find the list; None for an object that holds none."""
    if whole.is_list:
        return Records(container=whole)
    found = _find_list(text, whole, 0)
    return Records(container=found[0], outer=whole, key=found[1]) if found else None


def _find_list(text: str, holder: Container, depth: int) -> tuple[Container, str] | None:
    """Find the list under a key that is usual for one, in an object or in those within it."""
    starts = {str(part.key): part.start for part in holder.parts}
    if holder.broken and holder.broken.start >= 0:
        starts[str(holder.broken.key)] = holder.broken.start  # the text breaks off within it
    for key in _KEYS:
        if text[(start := starts.get(key, len(text))) : start + 1] == "[":
            container = read_container(text, start)
            return (container, key) if container else None
    for key, start in starts.items() if depth < _DEEPEST else ():
        inner = read_container(text, start) if text[start : start + 1] == "{" else None
        if inner and (found := _find_list(text, inner, depth + 1)):
            return found[0], f"{key}.{found[1]}"
    return None
