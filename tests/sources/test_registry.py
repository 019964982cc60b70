"""Which reader gets a file, and what becomes of a file that none can read."""

from dataclasses import dataclass, replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.diagnostics import Code, Place
from generator.sources.ledger import taken
from generator.sources.lines import split_lines
from generator.sources.model import LineKind
from generator.sources.reader import Confidence, Reading, Source
from generator.sources.registry import NO_FORMAT, READERS, parse_digest, recognise
from tests.sources.golden import NAME

HEADER = "new\n\nGet trending papers in your email inbox!\n\nSubscribe\n\n"


@dataclass(frozen=True)
class InventedReader:
    """Reads nothing but `confidence`."""

    name: str
    confidence: Confidence
    description: str = "invented"

    def recognises(self, source: Source) -> Confidence:
        return self.confidence if source.text.startswith("%") else Confidence.NO

    def parse(self, source: Source) -> Reading:
        return Reading(entries=(), ledger=tuple(taken(x, LineKind.HEADER) for x in source.lines))


def source(text: str) -> Source:
    return Source(path="x", date=None, text=text)


@pytest.mark.parametrize(
    ("confidences", "chosen"),
    [
        ((Confidence.NO, Confidence.LIKELY), 1),
        ((Confidence.LIKELY, Confidence.CERTAIN), 1),
        ((Confidence.CERTAIN, Confidence.LIKELY), 0),
        ((Confidence.LIKELY, Confidence.LIKELY), 0),
        ((Confidence.NO, Confidence.NO), None),
        ((), None),
    ],
)
def test_the_surest_reader_gets_the_file(
    confidences: tuple[Confidence, ...], chosen: int | None
) -> None:
    readers = [InventedReader(str(i), confidence) for i, confidence in enumerate(confidences)]
    found = recognise(source("%"), readers)
    assert found == (None if chosen is None else readers[chosen])


def test_the_digest_names_its_format() -> None:
    digest = parse_digest(b"%", NAME, "x", [InventedReader("percent", Confidence.CERTAIN)])
    assert digest.format == "percent"


def test_names_of_formats_are_unique_and_described() -> None:
    assert len({reader.name for reader in READERS} | {NO_FORMAT}) == len(READERS) + 1
    assert all(reader.description for reader in READERS)


@pytest.mark.parametrize(
    ("text", "known"),
    [
        (HEADER, True),
        ("\n\nGet trending papers in your email inbox once a day!\n", True),
        ("a line too much\nby AK and the research community", True),
        ("1\n2\n3\nGet trending papers in your email inbox!", False),
        ("Knots for Robots\n\nWe teach a robot to tie four knots.", False),
        ("Get trending papers", False),
        ('{"title": "Get trending papers in your email inbox!"}', False),
    ],
)
def test_a_capture_is_known_by_its_header(text: str, known: bool) -> None:
    reader = recognise(source(text))
    assert (reader is not None and reader.name == "capture") is known


def test_an_unknown_format_names_those_that_are_known() -> None:
    digest = parse_digest(b"\n  Knots\nrobots", NAME, "content/digests/x.txt")
    (finding,) = digest.diagnostics
    assert finding.code is Code.UNKNOWN_FORMAT
    assert finding.place == Place(file="content/digests/x.txt", line=2, column=3)
    assert READERS[0].description in finding.hint
    assert digest.format == NO_FORMAT
    assert [(line.line, line.kind) for line in digest.ledger] == [
        (2, LineKind.REJECTED),
        (3, LineKind.REJECTED),
    ]


@pytest.mark.parametrize("data", [b"", b"\xef\xbb\xbf", b"\n \r\n\x0c", HEADER.encode()])
def test_a_digest_without_papers_is_an_error(data: bytes) -> None:
    digest = parse_digest(data, NAME, "x")
    assert [finding.code for finding in digest.diagnostics] == [Code.EMPTY_DIGEST]
    assert digest.entries == ()


def test_the_name_goes_into_the_digest() -> None:
    name = replace(NAME, date=None, name="knots", ordinal=3)
    digest = parse_digest(b"", name, "content/digests/x.txt")
    assert (digest.id, digest.path, digest.date, digest.ordinal, digest.name) == (
        name.id,
        "content/digests/x.txt",
        None,
        3,
        "knots",
    )


@given(st.one_of(st.binary(), st.text().map(str.encode)), st.sampled_from([b"", HEADER.encode()]))
def test_any_bytes_give_a_ledger_of_every_line(data: bytes, head: bytes) -> None:
    whole = head + data
    digest = parse_digest(whole, NAME, "x")
    lines = split_lines(whole.decode("utf-8", "replace").removeprefix("\ufeff"))
    spoken = {n for x in digest.ledger for n in range(x.line, max(x.line, x.last_line) + 1)}
    assert spoken >= {line.number for line in lines}
    assert len({(line.line, line.column) for line in digest.ledger}) == len(digest.ledger)
    assert all(bool(line.reason) == (line.kind is LineKind.REJECTED) for line in digest.ledger)
    assert digest.entries or any(
        finding.code
        in {Code.EMPTY_DIGEST, Code.UNKNOWN_FORMAT, Code.UNREADABLE_BYTES, Code.BROKEN_DIGEST}
        for finding in digest.diagnostics
    )


def test_two_versions_that_were_not_merged_are_a_mistake() -> None:
    text = 'title,url\n<<<<<<< HEAD\nKnots,"a"\n=======\nKnot,"b"\n>>>>>>> other\n'
    found = parse_digest(text.encode(), NAME, "x").diagnostics
    assert (Code.BROKEN_DIGEST, Place(file="x", line=2)) in [(d.code, d.place) for d in found]
    assert any("up to line 6, not merged" in finding.message for finding in found)
    alone = parse_digest(text.replace(">", "").encode(), NAME, "x").diagnostics
    assert not any("merged" in finding.message for finding in alone)
