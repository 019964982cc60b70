"""YAML files as plain values, with the line and column of every key and value.

We compose the values ourselves, from PyYAML's events, because its loaders drop what a person needs
to be told: they keep the last of two equal keys, turn dates and `yes` into what nobody wrote,
follow aliases that grow without end, and stop at the first mistake. Here every list entry of a file
that cannot be read costs just that entry.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise

import yaml

from generator.curation.composing import Composer, Path
from generator.curation.encoding import clean_source
from generator.curation.slips import find_merge_marks
from generator.curation.syntax import explain_indentation, explain_syntax_error
from generator.diagnostics import Code, Diagnostic, Place, sort_diagnostics

_QUICK_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""PyYAML with libyaml, where it was built so: twenty times as quick."""
_ENTRY = re.compile(r"( *)-(?: |$)")
_SPOILING = frozenset({Code.UNREADABLE_BYTES, Code.CONTROL_CHARACTER})


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A file that is a list of entries: `data` holds tuples, dicts, text, numbers, true and false.

    `complete` is false where an entry could not be read and is missing. Nothing is said of what
    stands under a path in `refused`, since that was said already.
    """

    file: str
    data: tuple[object, ...] = ()
    complete: bool = True
    keys: dict[Path, Place] = field(default_factory=dict)
    values: dict[Path, Place] = field(default_factory=dict)
    refused: frozenset[Path] = frozenset()

    def place(self, path: Path) -> Place:
        """Give the place of a value, or of the nearest value around it."""
        while path and path not in self.values:
            path = path[:-1]
        return self.values.get(path) or Place(file=self.file)

    def key_place(self, path: Path) -> Place:
        """Give the place of a key, or of its value where it has none."""
        return self.keys.get(path) or self.place(path)


def parse_document(data: bytes, file: str) -> tuple[Document, tuple[Diagnostic, ...]]:
    """Read a YAML file that is a list of entries, and report all that is wrong with its form."""
    source = clean_source(data, file)
    lines = source.text.split("\n")
    if merge := find_merge_marks(lines, file):
        return Document(file=file, complete=False), sort_diagnostics((*source.findings, *merge))
    parts, broken = _compose_all(lines, file)
    # What is found on a line with unreadable or invisible characters is most likely their doing.
    spoilt = {d.place.line for d in source.findings if d.code in _SPOILING}
    findings = [d for part in parts for d in part.findings if d.place.line not in spoilt]
    document = Document(
        file=file,
        data=tuple(entry for part in parts for entry in part.entries),
        complete=not broken and not spoilt and not any(part.refused for part in parts),
        keys={path: place for part in parts for path, place in part.keys.items()},
        values={path: place for part in parts for path, place in part.values.items()},
        refused=frozenset(path for part in parts for path in part.refused),
    )
    if not document.data and not findings and not source.findings and parts[0].is_empty:
        findings = [_report_empty(file)]
    return document, sort_diagnostics((*source.findings, *findings))


def _compose_all(lines: list[str], file: str) -> tuple[list[Composer], bool]:
    """Compose a file, in one piece if it can be read so; tell whether anything is missing."""
    try:
        return [_compose(lines, file, thorough=False)], False
    except yaml.MarkedYAMLError:
        parts = _salvage(lines, file)
    if any(part.findings for part in parts):
        return parts, True
    try:
        return [_compose(lines, file)], False
    except yaml.MarkedYAMLError as error:
        part = Composer(lines, file, 1, 0)
        part.findings.extend(explain_syntax_error(error, lines, file, 1))
        return [part, *parts], True


def _compose(
    lines: list[str], file: str, first_line: int = 1, start: int = 0, *, thorough: bool = True
) -> Composer:
    """Compose values with the quick parser; what it refuses, the thorough one looks at too.

    Raises yaml.MarkedYAMLError where the lines are not YAML.
    """
    text = "\n".join(lines)
    loaders = [_QUICK_LOADER, yaml.SafeLoader] if thorough else [_QUICK_LOADER]
    if "\t" in text:  # which the two judge differently
        loaders = [yaml.SafeLoader]
    for loader in loaders[:-1]:
        composer = Composer(lines, file, first_line, start)
        try:
            composer.run(yaml.parse(text, Loader=loader))
        except yaml.MarkedYAMLError:
            continue
        return composer
    composer = Composer(lines, file, first_line, start)
    composer.run(yaml.parse(text, Loader=loaders[-1]))
    return composer


def _salvage(lines: list[str], file: str) -> list[Composer]:
    """Compose each entry on its own, so that a broken one costs only itself."""
    parts: list[Composer] = []
    count = 0
    for first, last, is_entry in _split_entries(lines):
        chunk = lines[first:last]
        try:
            part = _compose(chunk, file, first + 1, count)
        except yaml.MarkedYAMLError as error:
            part = Composer(chunk, file, first + 1, count)
            part.findings.extend(explain_syntax_error(error, chunk, file, first + 1))
        else:
            if part.entries and not is_entry:
                part.findings.append(explain_indentation(part.values[count,]))
        count += len(part.entries)
        parts.append(part)
    return parts


def _split_entries(lines: list[str]) -> Iterator[tuple[int, int, bool]]:
    """Divide the lines of a file where its entries begin.

    Gives ranges of lines, the last excluded, and whether there an entry begins as the others do.
    """
    indents = {n: len(m[1]) for n, line in enumerate(lines) if (m := _ENTRY.match(line))}
    least = min(indents.values(), default=0)
    begins = [n for n, indent in indents.items() if indent == least]
    for first, last in pairwise(dict.fromkeys((0, *begins, len(lines)))):
        if any(line.strip() and not line.lstrip().startswith("#") for line in lines[first:last]):
            yield first, last, first in begins


def _report_empty(file: str) -> Diagnostic:
    return Diagnostic(
        code=Code.EMPTY_FILE,
        place=Place(file=file),
        message="The file holds no entry.",
        hint="Write `[]` if none is meant, or delete the file.",
    )
