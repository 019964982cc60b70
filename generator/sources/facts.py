"""Facts about papers: one JSON object a line, in `content/metadata/*.jsonl`.

What a program found lies in the folder `found` there, and is believed after what people wrote. The
form is described in docs/formats.md. `render_facts` writes it and `parse_facts` reads it, so
that whatever finds facts needs no format of its own.
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from generator.diagnostics import Code, Diagnostic, Place, sort_diagnostics
from generator.identifiers import ArxivId, TitleKey, title_key
from generator.sources.facts_row import FactsRow
from generator.sources.folders import content_files, is_own_file, shown_path
from generator.sources.lines import Line, decode, quoted, split_lines
from generator.sources.members import Member, NotJson, parse_members
from generator.sources.model import RawFacts

FOUND = "found"
"""The folder of what `broadsheet enrich` found, a file a source."""
_KEYS = tuple(FactsRow.model_fields)
_KEEP_HINT = "Correct it, or leave the key out: what is not known is not written."
_KINDS: Mapping[type, str] = {
    str: "text",
    bool: "true or false",
    int: "a number",
    float: "a number",
    list: "a list",
    dict: "an object",
    type(None): "null",
}


def read_facts(
    metadata_dir: Path, *, root: Path
) -> tuple[tuple[RawFacts, ...], tuple[Diagnostic, ...]]:
    """Read every `*.jsonl` under `metadata_dir`, which lies under the site's `root`.

    In the order of paths and lines. Hidden files and README.md are left alone; any other file is
    a finding. Raises `OSError` for a file that cannot be opened.
    """
    facts: list[RawFacts] = []
    diagnostics: list[Diagnostic] = []
    for file in content_files(metadata_dir):
        path = shown_path(file, root)
        if file.suffix != ".jsonl" or not is_own_file(file):
            diagnostics.append(_unknown_file(path))
            continue
        text = decode(file.read_bytes(), path)
        if isinstance(text, Diagnostic):
            diagnostics.append(text)
            continue
        found, findings = parse_facts(text, path)
        is_found = file.relative_to(metadata_dir).parts[0] == FOUND
        facts += (replace(row, is_found=is_found) for row in found)
        diagnostics += findings
    return tuple(facts), sort_diagnostics(diagnostics)


def parse_facts(text: str, path: str) -> tuple[tuple[RawFacts, ...], tuple[Diagnostic, ...]]:
    """Read facts, a JSON object a line; `path` is the file's, from the site's root.

    A line with a mistake is left out, with a finding for each of its mistakes; blank lines count
    for nothing. Two lines may name one title if they give it different arXiv ids.
    """
    facts: list[RawFacts] = []
    diagnostics: list[Diagnostic] = []
    first_lines: dict[tuple[TitleKey, ArxivId | None], int] = {}
    for line in split_lines(text):
        row = _parse_row(line, path)
        if not isinstance(row, RawFacts):
            diagnostics += row
            continue
        first = first_lines.setdefault((title_key(row.title), row.arxiv_id), line.number)
        if first == line.number:
            facts.append(row)
        else:
            diagnostics.append(
                _bad(
                    row.place,
                    f"Line {first} names the paper {quoted(row.title)} already.",
                    "Put what is known of a paper on one line.",
                )
            )
    return tuple(facts), tuple(diagnostics)


def render_facts(facts: Iterable[RawFacts]) -> str:
    """Write facts in their one canonical form, which `parse_facts` reads back.

    A paper a line, sorted by title key, arXiv id and title, keys in a fixed order and only where
    something is known: so that two versions of a file differ where the facts do.
    """
    rows = sorted(facts, key=lambda row: (title_key(row.title), row.arxiv_id or "", row.title))
    return "".join(_render_row(row) + "\n" for row in rows)


def _render_row(row: RawFacts) -> str:
    values: dict[str, Any] = {
        "title": row.title,
        "arxiv_id": row.arxiv_id,
        "doi": row.doi,
        "authors": list(row.authors),
        "first_author": "" if row.authors else row.first_author,
        "published": row.published and row.published.isoformat(),
        "categories": list(row.categories),
        "code_url": row.code_url,
        "venues": list(row.venues),
    }
    known = {key: values[key] for key in _KEYS if values[key]}
    text = json.dumps(known, ensure_ascii=False)
    # Some programs take these for the end of a line.
    for character in "\x7f\x85\u2028\u2029":
        text = text.replace(character, f"\\u{ord(character):04x}")
    return text


def _parse_row(line: Line, path: str) -> RawFacts | list[Diagnostic]:
    def place(offset: int) -> Place:
        return Place(file=path, line=line.number, column=line.column + offset)

    members = parse_members(line.text)
    if isinstance(members, NotJson):
        hint = 'Each line is one object, such as {"title": "...", "arxiv_id": "2403.05798"}.'
        return [_bad(place(members.offset), members.message, hint)]
    by_key = {member.key: member for member in members}
    findings = [
        _bad(
            place(member.key_offset),
            f"The key {quoted(member.key)} stands twice on this line.",
            "Delete one of the two.",
        )
        for member in members
        if by_key[member.key] is not member
    ]
    try:
        row = FactsRow.model_validate({key: member.value for key, member in by_key.items()})
    except ValidationError as errors:
        for error in errors.errors(include_url=False):
            offset, message, hint = _explain(error, by_key.get(str(error["loc"][0])))
            findings.append(_bad(place(offset), message, hint))
        return findings
    if findings:
        return findings
    return RawFacts(
        title=row.title,
        place=place(0),
        arxiv_id=ArxivId(row.arxiv_id) if row.arxiv_id else None,
        doi=row.doi,
        authors=tuple(row.authors),
        first_author=row.first_author,
        published=date.fromisoformat(row.published) if row.published else None,
        categories=tuple(row.categories),
        code_url=row.code_url,
        venues=tuple(row.venues),
    )


def _explain(error: ErrorDetails, member: Member | None) -> tuple[int, str, str]:
    """Put an error of validation in our words: the offset of what is wrong, a message, a hint."""
    key, *index = error["loc"]
    if member is None:
        return 0, f"The key `{key}` is missing.", 'A line names its paper: {"title": "..."}.'
    if error["type"] == "extra_forbidden":
        near = get_close_matches(member.key.lower(), _KEYS, n=1)
        hint = f"Did you mean `{near[0]}`?" if near else f"Known are: {', '.join(_KEYS)}."
        return member.key_offset, f"There is no key {quoted(member.key)}.", hint
    value, offset, where = member.value, member.value_offset, f"`{key}`"
    if index:
        number = int(index[0])
        value, offset, where = value[number], member.items[number], f"`{key}[{number}]`"
    if error["type"] == "value_error":
        return offset, f"{where} {error['ctx']['error']}.", _KEEP_HINT
    if error["type"] == "too_short":
        return offset, f"{where} is an empty list.", _KEEP_HINT
    wanted = "a list" if error["type"] == "list_type" else "text"
    return offset, f"{where} is {_KINDS[type(value)]}, but must be {wanted}.", _KEEP_HINT


def _bad(place: Place, message: str, hint: str) -> Diagnostic:
    return Diagnostic(code=Code.BAD_METADATA, place=place, message=message, hint=hint)


def _unknown_file(path: str) -> Diagnostic:
    return Diagnostic(
        code=Code.UNKNOWN_FILE,
        place=Place(file=path),
        message="This is no metadata file, whose name ends in `.jsonl`.",
        hint="Rename it, or put it elsewhere; nothing reads it here.",
    )
