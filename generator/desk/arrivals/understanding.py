"""What is understood of the bytes that arrived, and where understanding ends."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from generator.desk.arrivals.parcels import Parcel
from generator.desk.arrivals.wrappings import is_web_page, unwrap
from generator.diagnostics import Code, Diagnostic, Place, has_errors
from generator.identifiers import DigestId
from generator.sources.lines import decode, decode_anyway
from generator.sources.model import LineKind, RawDigest
from generator.sources.names import DigestName
from generator.sources.reader import Confidence, Reader, Source
from generator.sources.registry import (
    NO_FORMAT,
    READERS,
    parse_digest,
    read_own_day,
    recognise,
)

_LOSSES = frozenset(
    {Code.REJECTED_RECORD, Code.TITLE_WITHOUT_ABSTRACT, Code.ABSTRACT_WITHOUT_TITLE}
)
"""Findings that each stand for a paper that was not read."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Understanding:
    """A digest that arrived, as far as it was understood.

    `data` is what is kept, `note` what was done to the bytes that arrived, `text` what they say.
    The places of `digest` name `label`. `day` is the one that the format gives as the list's own,
    if it does. `refusals` say why it cannot be taken, if it cannot.
    """

    label: str
    data: bytes
    note: str
    text: str
    digest: RawDigest
    refusals: tuple[Diagnostic, ...]
    day: date | None = None

    @property
    def warnings(self) -> tuple[Diagnostic, ...]:
        return tuple(d for d in self.digest.diagnostics if d not in self.refusals)


def understand(
    parcel: Parcel, *, expected: str = "", readers: Sequence[Reader] = READERS
) -> Understanding:
    """Read what arrived, as a build will; `expected` is the name of the format that it should be.

    Which format a digest has is told by its content, in each build anew. So an expectation changes
    nothing in how it is read: where it is wrong, that is a refusal.
    """
    unwrapped = unwrap(parcel.data, parcel.label)
    if isinstance(unwrapped, Diagnostic):
        return _refuse(parcel, parcel.data, unwrapped)
    data = unwrapped.data
    source = Source(path=parcel.label, date=None, text=decode_anyway(data))
    reader = recognise(source, readers)
    if is_web_page(data) and (
        reader is None or reader.recognises(source) is not Confidence.CERTAIN
    ):
        return _refuse(parcel, data, _web_page(parcel.label))
    asked = [each for each in readers if expected in {"", each.name}]
    digest = _read(parcel.label, data, asked if reader is None else readers)
    refusals = tuple(d for d in digest.diagnostics if has_errors((d,)))
    if expected and reader and reader.name != expected:
        refusals += (_other_format(source, expected, reader, asked[0]),)
    if not refusals:
        refusals = _judge(digest)
    return Understanding(
        label=parcel.label,
        data=data,
        note=unwrapped.note,
        text=source.text,
        digest=digest,
        refusals=refusals,
        day=None if refusals else read_own_day(data),
    )


def read_as_of(understanding: Understanding, day: date) -> tuple[Diagnostic, ...]:
    """Give the findings that a digest has only because it is of this day."""
    dated = _read(understanding.label, understanding.data, READERS, day)
    return tuple(d for d in dated.diagnostics if d not in understanding.digest.diagnostics)


def _read(label: str, data: bytes, readers: Sequence[Reader], day: date | None = None) -> RawDigest:
    name = DigestName(id=DigestId("arriving"), date=day, ordinal=1, name="")
    return parse_digest(data, name, label, readers)


def _judge(digest: RawDigest) -> tuple[Diagnostic, ...]:
    """Refuse a digest of which more was lost than read."""
    losses = [d for d in digest.diagnostics if d.code in _LOSSES]
    if len(losses) <= len(digest.entries):
        return ()
    message = (
        f"More papers were lost than read: {len(digest.entries):,} were read, "
        f"{len(losses):,} were not, of which this is the first. {losses[0].message}"
    )
    hint = "See what the lines around it hold. The file may be cut, or of another format."
    return (Diagnostic(code=losses[0].code, place=losses[0].place, message=message, hint=hint),)


def find_end_of_understanding(digest: RawDigest) -> Place | None:
    """Give the place behind which nothing was taken any more; None where the last line was."""
    rejected = None
    for entry in digest.ledger:
        if entry.kind is not LineKind.REJECTED:
            rejected = None
        elif rejected is None:
            rejected = Place(file=digest.path, line=entry.line, column=entry.column)
    return rejected


def _refuse(parcel: Parcel, data: bytes, finding: Diagnostic) -> Understanding:
    name = DigestName(id=DigestId("arriving"), date=None, ordinal=1, name="")
    digest = RawDigest(
        id=name.id,
        path=parcel.label,
        date=None,
        ordinal=1,
        name="",
        format=NO_FORMAT,
        entries=(),
        ledger=(),
        diagnostics=(finding,),
    )
    text = decode(data, parcel.label)
    return Understanding(
        label=parcel.label,
        data=data,
        note="",
        text=text if isinstance(text, str) else "",
        digest=digest,
        refusals=(finding,),
    )


def _web_page(label: str) -> Diagnostic:
    return Diagnostic(
        code=Code.UNKNOWN_FORMAT,
        place=Place(file=label),
        message="This is a web page (HTML), not the data or text that it shows.",
        hint="Select the page in a browser, copy it, and paste it into a file as plain text. Or "
        "add the address of the data: that of Hugging Face's papers of a day is "
        "https://huggingface.co/api/daily_papers?date=YYYY-MM-DD",
    )


def _other_format(source: Source, expected: str, reader: Reader, wanted: Reader) -> Diagnostic:
    sure = wanted.recognises(source) is not Confidence.NO
    why = "is surer that it is its own" if sure else "knows it by its content"
    return Diagnostic(
        code=Code.UNKNOWN_FORMAT,
        place=Place(file=source.path),
        message=f"This is read as `{reader.name}`, not as `{expected}`: that reader {why}, and so "
        "it would be in every build.",
        hint=f"If that is right, leave --format out or say --format {reader.name}.",
    )
