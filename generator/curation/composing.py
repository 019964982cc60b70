"""Values built out of a YAML parser's events, with the place of each."""

import re
from collections.abc import Iterator
from typing import Protocol

import yaml

from generator.curation.scalars import parse_plain
from generator.curation.syntax import TOO_DEEP
from generator.curation.wording import shorten
from generator.diagnostics import Code, Diagnostic, Place

Path = tuple[str | int, ...]
"""The way to a value: keys and numbers of list items, from 0. `(3, "topics", "add", 0)`."""

_DEEPEST = 12
_SWALLOWED = re.compile(r" *[a-z_]+:(?: (?:true|false|\[.*\]|\".*\"|-?\d+(?:\.\d+)?|[>|]-?))? *")
"""A line that no prose holds: a key alone, or with a value that could not be text."""
_CONTINUED_ITEM = re.compile(r" *- ")


class _Mark(Protocol):
    line: int
    column: int


class Composer:
    """Builds values out of a parser's events. `entries` are the items of the outermost list.

    `lines` begin at line `first_line` of the file, the entries at number `start`.
    """

    def __init__(self, lines: list[str], file: str, first_line: int, start: int) -> None:
        self.entries: list[object] = []
        self.findings: list[Diagnostic] = []
        self.keys: dict[Path, Place] = {}
        self.values: dict[Path, Place] = {}
        self.refused: set[Path] = set()
        self.is_empty = True
        self._lines = lines
        self._file = file
        self._first_line = first_line
        self._start = start

    def run(self, events: Iterator[yaml.Event]) -> None:
        """Compose all documents of a file.

        Raises yaml.MarkedYAMLError where the text is not YAML, or is nested beyond all sense.
        """
        documents = 0
        for event in events:
            if isinstance(event, yaml.DocumentStartEvent):
                documents += 1
                if documents > 1:
                    self._report(
                        Code.YAML_DOCUMENTS,
                        self._place(event),
                        "A second document begins here.",
                        "Keep one list a file: delete the line `---`.",
                    )
                self._compose_document(next(events), events)

    def _compose_document(self, event: yaml.Event, events: Iterator[yaml.Event]) -> None:
        if isinstance(event, yaml.SequenceStartEvent):
            self.is_empty = False
            self._refuse_marks(event, ())
            while not isinstance(item := next(events), yaml.SequenceEndEvent):
                path = (self._start + len(self.entries),)
                self.entries.append(self._compose_value(item, events, path))
        elif isinstance(event, yaml.ScalarEvent) and not event.value and not event.style:
            return
        else:
            self.is_empty = False
            self._compose_value(event, events, (-1,))
            text = shorten(self._lines[_position(event.start_mark)[0]])
            self.refused.add(())
            self._report(
                Code.WRONG_TYPE,
                self._place(event),
                f"The file is a list of entries, but here stands `{text}`.",
                "Begin each entry with a hyphen and a space: `- `.",
            )

    def _compose_value(self, event: yaml.Event, events: Iterator[yaml.Event], path: Path) -> object:
        self.values[path] = self._place(event)
        if len(path) > _DEEPEST:
            raise yaml.MarkedYAMLError(problem=TOO_DEEP, problem_mark=event.start_mark)  # type: ignore[arg-type]
        self._refuse_marks(event, path)
        if isinstance(event, yaml.ScalarEvent):
            if event.style:  # None from the one parser, "" from the other where it is plain
                self._check_swallowed(event)
                return event.value
            self._check_plain(event)
            return parse_plain(event.value)
        if isinstance(event, yaml.SequenceStartEvent):
            items: list[object] = []
            while not isinstance(item := next(events), yaml.SequenceEndEvent):
                items.append(self._compose_value(item, events, (*path, len(items))))
            return tuple(items)
        if isinstance(event, yaml.MappingStartEvent):
            return self._compose_mapping(events, path)
        return None

    def _compose_mapping(self, events: Iterator[yaml.Event], path: Path) -> dict[str, object]:
        mapping: dict[str, object] = {}
        while not isinstance(event := next(events), yaml.MappingEndEvent):
            place = self._place(event)
            if isinstance(event, yaml.ScalarEvent):
                self._refuse_marks(event, path)
                key = event.value
            else:
                self._compose_value(event, events, (*path, "?"))
                self.refused.add(path)
                self._report(
                    Code.WRONG_TYPE,
                    place,
                    "Here a key is expected, but something else stands.",
                    "Put a text in quotes that begins with a bracket or an asterisk.",
                )
                key = "?"
            if key in mapping:
                self._compose_value(next(events), events, (*path, key, "again"))
                self._report(
                    Code.DUPLICATE_KEY,
                    place,
                    f"`{key}` stands twice in this entry, first in line "
                    f"{self.keys[*path, key].line}.",
                    f"Keep one of the two; if another entry begins here, write `- {key}: …`."
                    if self._begins_an_entry(key, mapping, path)
                    else "Keep one of the two.",
                )
            else:
                self.keys[*path, key] = place
                mapping[key] = self._compose_value(next(events), events, (*path, key))
        mapping.pop("?", None)
        return mapping

    def _begins_an_entry(self, key: str, mapping: dict[str, object], path: Path) -> bool:
        return bool(path) and isinstance(path[-1], int) and key == next(iter(mapping))

    def _refuse_marks(self, event: yaml.Event, path: Path) -> None:
        """Refuse anchors, aliases and tags: no entry needs them, and they can explode."""
        anchor = getattr(event, "anchor", None)
        tag = getattr(event, "tag", None)
        if not anchor and not tag:
            return
        self.refused.add(path)
        if isinstance(event, yaml.AliasEvent):
            what, sign = "An asterisk makes this an alias", f"*{anchor}"
        elif anchor:
            what, sign = "An ampersand makes this an anchor", f"&{anchor}"
        else:
            what, sign = "An exclamation mark makes this a tag", "!"
        self._report(
            Code.YAML_ALIAS,
            self._place(event),
            f"{what} of YAML, which is not used here.",
            f"Put the text in quotes if it is meant to begin with `{sign}`; else repeat the words.",
        )

    def _check_swallowed(self, event: yaml.ScalarEvent) -> None:
        """Find keys that are indented so deep that they belong to the long text above them."""
        if event.style not in {"|", ">"}:
            return
        first, _ = _position(event.start_mark)
        last, _ = _position(event.end_mark)
        for number, line in enumerate(self._lines[first + 1 : last], first + 1):
            if _SWALLOWED.fullmatch(line):
                self._report_continued(number, line)

    def _report_continued(self, number: int, line: str) -> None:
        self._report(
            Code.YAML_INDENT,
            Place(
                file=self._file,
                line=self._first_line + number,
                column=len(line) - len(line.lstrip()) + 1,
            ),
            "YAML takes this line for the continuation of the text above it.",
            "Begin it in the same column as its neighbours of the same entry or list.",
        )

    def _check_plain(self, event: yaml.ScalarEvent) -> None:
        """Find text without quotes that YAML reads otherwise than it looks."""
        first, _ = _position(event.start_mark)
        last, column = _position(event.end_mark)
        for number, line in enumerate(self._lines[first + 1 : last + 1], first + 1):
            if _CONTINUED_ITEM.match(line):
                self._report_continued(number, line)
        rest = self._lines[last][column:] if last < len(self._lines) else ""
        comment = rest.lstrip()
        if (
            event.value
            and isinstance(parse_plain(event.value), str)
            and rest != comment
            and comment.startswith("#")
            and comment[1:2].isalnum()
        ):
            self._report(
                Code.YAML_COMMENT,
                Place(
                    file=self._file,
                    line=self._first_line + last,
                    column=column + len(rest) - len(comment) + 1,
                ),
                f"YAML takes `{shorten(comment)}` for a comment and drops it.",
                "Put the whole text in quotes; if this is a comment, write a space after `#`.",
            )

    def _place(self, event: yaml.Event) -> Place:
        line, column = _position(event.start_mark)
        return Place(file=self._file, line=self._first_line + line, column=column + 1)

    def _report(self, code: Code, place: Place, message: str, hint: str) -> None:
        self.findings.append(Diagnostic(code=code, place=place, message=message, hint=hint))


def _position(mark: _Mark | None) -> tuple[int, int]:
    """Give line and column of a mark, from 0."""
    return (mark.line, mark.column) if mark else (0, 0)
