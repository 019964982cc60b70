"""All readers, and which of them gets a file: found by its content, never by its name.

A new format is a module with a reader, and one line in `READERS`.
"""

from collections.abc import Sequence

from generator.diagnostics import Code, Diagnostic, Place
from generator.sources.captures import CaptureReader
from generator.sources.ledger import rejected
from generator.sources.lines import Line, decode, decode_anyway, split_lines
from generator.sources.model import RawDigest
from generator.sources.names import DigestName
from generator.sources.reader import Confidence, Reader, Reading, Source
from generator.sources.readers.hugging_face_api import HuggingFaceApiReader

READERS: tuple[Reader, ...] = (
    CaptureReader(),
    HuggingFaceApiReader(),
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
    if not reading.entries:
        finding = _empty(path, "No paper was found in the file.")
        reading = Reading(
            entries=(), ledger=reading.ledger, diagnostics=(*reading.diagnostics, finding)
        )
    return _digest(name, path, reader.name, reading)


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


def _unknown(source: Source, readers: Sequence[Reader]) -> Diagnostic:
    first = source.lines[0]
    if source.json and (broken := source.json.broken):
        spot = source.spot(min(broken.offset, len(source.text)))
        return Diagnostic(
            code=Code.BROKEN_DIGEST,
            place=Place(file=source.path, line=spot.line, column=spot.column),
            message=f"The file begins as JSON, and here understanding ends: {broken.message}.",
            hint="It is damaged or cut off. Fetch it again, or correct it here.",
        )
    known = "; ".join(reader.description for reader in readers)
    return Diagnostic(
        code=Code.UNKNOWN_FORMAT,
        place=Place(file=source.path, line=first.number, column=first.column),
        message="The file is in no format that is known.",
        hint=f"Known are: {known}. Whatever else it is becomes one of these as a table: "
        "`title,abstract,url` on the first line, a paper on each line below.",
    )
