"""All readers, and which of them gets a file: found by its content, never by its name.

A new format is a module with a reader, and one line in `READERS`.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from generator.diagnostics import Code, Diagnostic, Place
from generator.sources.captures import CaptureReader
from generator.sources.json_lines import read_first
from generator.sources.ledger import rejected
from generator.sources.lines import Line, decode, decode_anyway, split_lines
from generator.sources.model import RawDigest
from generator.sources.names import DigestName
from generator.sources.reader import Confidence, Reader, Reading, Source
from generator.sources.readers.acl_anthology import AclAnthologyReader
from generator.sources.readers.arxiv_metadata import ArxivMetadataReader
from generator.sources.readers.bibtex import BibtexReader
from generator.sources.readers.blocks import BlockReader
from generator.sources.readers.csl import CslReader
from generator.sources.readers.cv_arxiv_daily import CvArxivDailyReader
from generator.sources.readers.feeds import FeedReader
from generator.sources.readers.hugging_face_api import HuggingFaceApiReader
from generator.sources.readers.lists import JsonLinesReader, JsonListReader, YamlListReader
from generator.sources.readers.markdown_lists import MarkdownReader
from generator.sources.readers.own_form import OwnFormReader
from generator.sources.readers.page_dumps import PageDumpReader
from generator.sources.readers.tables import TableReader

_FILE_BESIDE = re.compile(
    r"\]\((?:\./)?((?!https?:)[\w./-]{1,200}\.(?:md|json|csv|txt))(?:#[^()\s]*)?\)"
)
_SEVERAL = 5
_LOOKED_AT = 50_000
_PAGE = re.compile(r"\s*<(?:!doctype html|html|head|body|div)\b", re.IGNORECASE)

_MARKDOWN = re.compile(
    r"\s*(?:\[[^\"\[{\]\d\s-]|\[\[|<(?:p|div|h[1-6]|img|a|center|!--)\b)", re.IGNORECASE
)
"""How a Markdown page may begin that begins as JSON or XML does: a badge, a tag."""

_CONFLICT = ("<<<<<<< ", ">>>>>>> ")
"""With what lines begin where two versions were not merged: the first line and the last."""

READERS: tuple[Reader, ...] = (
    OwnFormReader(),
    CaptureReader(),
    PageDumpReader(),
    HuggingFaceApiReader(),
    FeedReader(),
    ArxivMetadataReader(),
    CvArxivDailyReader(),
    AclAnthologyReader(),
    BibtexReader(),
    CslReader(),
    JsonListReader(),
    JsonLinesReader(),
    YamlListReader(),
    BlockReader(),
    TableReader(),
    MarkdownReader(),
)
"""In the order in which they are asked; of two that are equally sure, the first gets the file."""

NO_FORMAT = "unknown"
"""The `format` of a digest that no reader understood."""


def recognise(source: Source, readers: Sequence[Reader] = READERS) -> Reader | None:
    """Give the reader that is surest of a source; None if none is."""
    best = max(readers, key=lambda reader: reader.recognises(source), default=None)
    return best if best and best.recognises(source) is not Confidence.NO else None


def parse_digest(
    data: bytes, name: DigestName, path: str, readers: Sequence[Reader] = READERS
) -> RawDigest:
    """Read a digest's bytes; `path` is its file's, from the site's root.

    Whatever the bytes are, there is a digest, whose ledger accounts for every line that is not
    blank. What cannot be read at all has no entries and says why in its diagnostics.
    """
    text = decode(data, path)
    if isinstance(text, Diagnostic):
        lines = split_lines(decode_anyway(data))
        return _digest(name, path, NO_FORMAT, _refused(lines, "the file is not UTF-8 text", text))
    source = Source(path=path, date=name.date, text=text)
    if not source.lines:
        return _digest(name, path, NO_FORMAT, _refused((), "", _empty(path, "The file is empty.")))
    reader = recognise(source, readers)
    if reader is None:
        reason = "the format of the file is not known"
        finding = _unknown(source, readers)
        return _digest(name, path, NO_FORMAT, _refused(source.lines, reason, finding))
    reading = reader.parse(source)
    if conflict := _find_conflict(source):
        reading = replace(reading, diagnostics=(*reading.diagnostics, conflict))
    if not reading.entries:
        finding = _empty(path, "No paper was found in the file.")
        reading = replace(reading, diagnostics=(*reading.diagnostics, finding))
    return _digest(name, path, reader.name, reading)


def read_own_day(data: bytes) -> date | None:
    """Give the day that a file says is its own, as far as its format tells; None for any other."""
    text = decode(data, "")
    if isinstance(text, Diagnostic):
        return None
    source = Source(path="", date=None, text=text)
    reader = recognise(source) if source.lines else None
    return reader.parse(source).day if reader else None


def _digest(name: DigestName, path: str, format_name: str, reading: Reading) -> RawDigest:
    return RawDigest(
        id=name.id,
        path=path,
        date=name.date,
        ordinal=name.ordinal,
        name=name.name,
        format=format_name,
        entries=reading.entries,
        ledger=reading.ledger,
        diagnostics=reading.diagnostics,
    )


def _refused(lines: Sequence[Line], reason: str, finding: Diagnostic) -> Reading:
    ledger = tuple(rejected(line, reason) for line in lines)
    return Reading(entries=(), ledger=ledger, diagnostics=(finding,))


def _empty(path: str, message: str) -> Diagnostic:
    return Diagnostic(
        code=Code.EMPTY_DIGEST,
        place=Place(file=path),
        message=message,
        hint="A digest holds at least one paper. Delete the file, or fill it.",
    )


def _find_conflict(source: Source) -> Diagnostic | None:
    """See whether two versions of the file stand in it, as git leaves them for a person."""
    begins, ends = ([x for x in source.lines if x.text.startswith(mark)] for mark in _CONFLICT)
    if not begins or not ends:
        return None
    return Diagnostic(
        code=Code.BROKEN_DIGEST,
        place=Place(file=source.path, line=begins[0].number, column=begins[0].column),
        message=f"Two versions of the file stand here, up to line {ends[0].number}, not merged.",
        hint="Keep the right one, and delete the other and the lines of `<`, `=` and `>`.",
    )


def _unknown(source: Source, readers: Sequence[Reader]) -> Diagnostic:
    first = source.lines[0]
    if break_ := _find_break(source):
        kind, line, column, message = break_
        return Diagnostic(
            code=Code.BROKEN_DIGEST,
            place=Place(file=source.path, line=line, column=column),
            message=f"The file begins as {kind}, and here understanding ends: {message}.",
            hint="It is damaged or cut off. Fetch it again, or correct it here.",
        )
    listed = source.records.container if source.records else source.json
    if listed and not (listed.parts or listed.broken):
        return _empty(source.path, "The list is empty: whoever answered it had nothing to tell.")
    if file := _find_other_file(source):
        return Diagnostic(
            code=Code.UNKNOWN_FORMAT,
            place=Place(file=source.path, line=first.number, column=first.column),
            message=f"This is a table of contents: the papers are in other files, as in `{file}`.",
            hint="Add those files, or one of them.",
        )
    if keys := _find_keys(source):
        return Diagnostic(
            code=Code.UNKNOWN_FORMAT,
            place=Place(file=source.path, line=first.number, column=first.column),
            message=f"These are records without a title: their keys are {keys}.",
            hint="A digest needs the titles. Put them in as `title`, or add a list that has them.",
        )
    known = "; ".join(reader.description for reader in readers)
    return Diagnostic(
        code=Code.UNKNOWN_FORMAT,
        place=Place(file=source.path, line=first.number, column=first.column),
        message="This is the source of a web page, and not what one reads on it."
        if _PAGE.match(source.text) and not _MARKDOWN.match(source.text)
        else "The file is in no format that is known.",
        hint=f"Known are: {known}. Whatever else it is becomes one of these as a table: "
        "`title,abstract,url` on the first line, a paper on each line below.",
    )


def _find_keys(source: Source) -> str:
    """Name the keys of the first record of JSON or JSON Lines; empty where there is none."""
    record = source.records.first if source.records else read_first(source)
    keys = list(record)[:_SEVERAL] if isinstance(record, dict) else []
    return ", ".join(f"`{key[:40]}`" for key in keys)


def _find_other_file(source: Source) -> str:
    """Give the first file beside this one that a Markdown text leads to, if it leads to several."""
    files = _FILE_BESIDE.findall(source.text[:_LOOKED_AT])
    return files[0] if len(files) >= _SEVERAL else ""


def _find_break(source: Source) -> tuple[str, int, int, str] | None:
    """Say where a file that no reader knows breaks off: its kind, line, column, and what is wrong.

    What begins as JSON or XML and is broken before its first paper is in no format that is known.
    """
    if _MARKDOWN.match(source.text):
        return None
    if source.json and (broken := source.json.broken):
        spot = source.spot(min(broken.offset, len(source.text)))
        return "JSON", spot.line, spot.column, broken.message
    if source.xml and source.xml.message and not _PAGE.match(source.text):
        return "XML", source.xml.line, source.xml.column, source.xml.message
    return None
