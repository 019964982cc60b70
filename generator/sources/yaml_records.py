"""A YAML list as records: scalars as they are written, so that no id becomes a number.

The parser's nodes are walked, never made into objects; aliases are not followed. Where the YAML
breaks, the entries before the break are read by themselves.
"""

import re
from dataclasses import dataclass

import yaml

from generator.sources.usual_keys import has_title

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_BEGINS = re.compile(
    r"(?:#.*\n|[ \t]*\n|\A---[ \t]*\n|[\w-]{1,40}:(?:[ \t][^\n]{0,200})?\n)*+[ \t]{0,8}-[ \t]+\S"
)
_ENTRY_KEY = re.compile(r"^[ \t]*(?:- )?[ \t]*[\"']?([A-Za-z][\w -]{0,40})[\"']?:(?:\s|$)")
_LOOKED_AT = 4000


@dataclass(frozen=True, slots=True, kw_only=True)
class YamlRecord:
    """An entry of the list; lines and column from 1."""

    value: object
    line: int
    column: int
    last_line: int
    path: str


@dataclass(frozen=True, slots=True, kw_only=True)
class YamlList:
    """The entries that were read, and what ended reading and at what offset, if anything did."""

    records: tuple[YamlRecord, ...]
    message: str = ""
    offset: int = 0


def is_yaml_list(text: str) -> bool:
    """Whether a text begins as a YAML list whose entries have the keys of papers."""
    start = text[:_LOOKED_AT]
    if not _BEGINS.match(start):
        return False
    keys = [match[1] for line in start.splitlines() if (match := _ENTRY_KEY.match(line))]
    return len(keys) > 1 and has_title(keys)


def read_yaml_list(text: str) -> YamlList:
    message, offset = "", 0
    try:
        root = yaml.compose(text, Loader=_LOADER)
    except (yaml.YAMLError, RecursionError, ValueError) as error:
        mark = getattr(error, "problem_mark", None)
        message = " ".join(str(getattr(error, "problem", None) or "it cannot be read").split())
        at = _offset(text, mark.line if mark else 0)
        offset = _find_entry(text, at)
        root = _compose_start(text[:offset])
    return YamlList(records=tuple(_list_records(root)), message=message, offset=offset)


def _compose_start(text: str) -> yaml.Node | None:
    try:
        return yaml.compose(text, Loader=_LOADER)
    except (yaml.YAMLError, RecursionError, ValueError):
        return None


def _offset(text: str, line: int) -> int:
    at = 0
    for _ in range(line):
        at = text.find("\n", at) + 1
        if at == 0:
            return len(text)
    return at


def _find_entry(text: str, before: int) -> int:
    """Give where the last entry begins that begins before an offset."""
    indent = re.search(r"^([ \t]*)- ", text, re.MULTILINE)
    at = text.rfind(f"\n{indent[1]}- ", 0, before) if indent else -1
    return at + 1


def _list_records(root: yaml.Node | None) -> list[YamlRecord]:
    prefix = ""
    if isinstance(root, yaml.MappingNode):
        named = [(k, v) for k, v in root.value if isinstance(v, yaml.SequenceNode)]
        key, node = named[0] if named else (None, None)
        prefix = str(key.value) if isinstance(key, yaml.ScalarNode) else ""
        root = node
    if not isinstance(root, yaml.SequenceNode):
        return []
    records = []
    for number, node in enumerate(root.value):
        first, end = node.start_mark, node.end_mark
        following = root.value[number + 1 : number + 2]
        # A block ends where the next begins, and so does its last line.
        last = min([end.line + (end.column > 0), *(n.start_mark.line for n in following)])
        records.append(
            YamlRecord(
                value=_read(node, 0),
                line=first.line + 1,
                column=first.column + 1,
                last_line=max(first.line + 1, last),
                path=f"{prefix}[{number}]",
            )
        )
    return records


def _read(node: yaml.Node, depth: int) -> object:
    """Give what a node holds: text, a list, or keys with values, no deeper than a paper's are."""
    if depth > 3:
        return None
    if isinstance(node, yaml.ScalarNode):
        is_empty = node.style is None and node.value in {"", "~", "null", "Null", "NULL"}
        return None if is_empty else node.value
    if isinstance(node, yaml.SequenceNode):
        return [_read(item, depth + 1) for item in node.value[:2000]]
    if isinstance(node, yaml.MappingNode):
        return {
            str(key.value): _read(value, depth + 1)
            for key, value in node.value
            if isinstance(key, yaml.ScalarNode)
        }
    return None
