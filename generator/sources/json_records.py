"""Where the records of a JSON text are: in its list, or in the list that its object holds."""

from dataclasses import dataclass
from typing import Any

from generator.sources.json_document import Container, Part, read_container

_KEYS = ("papers", "data", "items", "results", "entries", "dailyPapers", "records", "articles")
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


def find_records(text: str, whole: Container) -> Records | None:
    """Find the list; None for an object that holds none."""
    if whole.is_list:
        return Records(container=whole)
    for key in _KEYS:
        part = whole.find(key)
        start = part.start if part else -1
        if part is None and whole.broken and whole.broken.key == key:
            start = whole.broken.start  # the text breaks off within the list
        if start >= 0 and text[start : start + 1] == "[":
            container = read_container(text, start)
            if container:
                return Records(container=container, outer=whole, key=key)
    return None
