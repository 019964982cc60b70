"""What holds for every reader, whatever it is given: whole files, damaged ones, anything."""

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.diagnostics import Severity
from generator.sources.lines import decode_anyway, split_lines
from generator.sources.model import LineKind, RawDigest
from generator.sources.reader import Confidence, Reader, Source
from generator.sources.registry import READERS, parse_digest
from tests.sources.golden import NAME, cases, render

DATA = {case.name: case.read_bytes() for case in cases()}
PIECES = [b"\n", b'"', b"}", b"{", b"[", b"]", b",", b"|", b"<", b">", b"&", b"\\", b"- ", b"\x00"]


def hold_to_its_word(data: bytes, readers: Sequence[Reader] = READERS) -> RawDigest:
    """Read anything, and see that the ledger tells all of it."""
    digest = parse_digest(data, NAME, "x", readers)
    lines = {line.number for line in split_lines(decode_anyway(data))}
    spoken = {n for x in digest.ledger for n in range(x.line, max(x.line, x.last_line) + 1)}
    assert spoken >= lines
    assert list(digest.ledger) == sorted(digest.ledger, key=lambda x: (x.line, x.column))
    entries = [x.entry for x in digest.ledger if x.kind in {LineKind.RECORD, LineKind.TITLE}]
    assert sorted(x for x in entries if x is not None) == list(range(len(digest.entries)))
    for line in digest.ledger:
        assert bool(line.reason) == (line.kind is LineKind.REJECTED)
        assert len(line.text) <= 200
    for entry in digest.entries:
        assert entry.title.strip()
        assert entry.facts is None or entry.facts.title == entry.title
    assert digest.entries or any(f.severity is Severity.ERROR for f in digest.diagnostics)
    return digest


def hold_each_reader_to_its_word(data: bytes) -> None:
    """Let every reader read what it does not refuse, also where another is surer."""
    source = Source(path="x", date=None, text=decode_anyway(data))
    for reader in READERS if source.lines else ():
        if reader.recognises(source) is not Confidence.NO:
            hold_to_its_word(data, [reader])


@pytest.mark.parametrize("name", DATA)
def test_a_case_holds_to_its_word(name: str) -> None:
    hold_to_its_word(DATA[name])
    hold_each_reader_to_its_word(DATA[name])


def test_each_reader_has_a_case() -> None:
    formats = {parse_digest(data, NAME, name).format for name, data in DATA.items()}
    assert formats >= {reader.name for reader in READERS}


@given(st.sampled_from(sorted(DATA)), st.data())
def test_a_damaged_file_is_told_of(name: str, draw: st.DataObject) -> None:
    """Cut, doubled, filled in, turned round: there is a reading, and no exception."""
    data = DATA[name]
    at = draw.draw(st.integers(0, len(data)))
    to = draw.draw(st.integers(at, min(len(data), at + 300)))
    middle = draw.draw(
        st.sampled_from([b"", *PIECES, data[at:to] * 2, data[at:to][::-1]])
        | st.text(max_size=20).map(lambda text: text.encode("utf-8", "replace"))
    )
    end = draw.draw(st.sampled_from([b"", data[to:]]))
    hold_to_its_word(data[:at] + middle + end)
    hold_each_reader_to_its_word(data[:at] + middle + end)


@given(st.lists(st.sampled_from([*PIECES, b"title", b": ", b"https://arxiv.org/abs/3105.00017"])))
def test_pieces_of_formats_are_no_matter(pieces: list[bytes]) -> None:
    hold_to_its_word(b"".join(pieces))


@given(st.text(max_size=300))
def test_a_reader_that_knows_nothing_says_so(text: str) -> None:
    source = Source(path="x", date=None, text=text)
    for reader in READERS:
        reader.recognises(source)


@pytest.mark.parametrize("name", DATA)
def test_reading_is_the_same_each_time(name: str) -> None:
    (case,) = [case for case in cases() if case.name == name]
    assert render(case) == render(case)


GROWING = {
    "brackets": lambda n: b"[" * n,
    "objects": lambda n: b'[{"paper": ' * n,
    "elements": lambda n: b"<feed>" + b"<entry>" * n,
    "bars": lambda n: b"| title | url |\n|---|---|\n" + b"|" * n,
    "links": lambda n: b"- [a](https://arxiv.org/abs/3105.00017) " + b"[a](https://" * n,
    "open links": lambda n: b"- [a](https://arxiv.org/abs/3105.00017)" + b"[" * n,
    "stars": lambda n: b"- [a](https://arxiv.org/abs/3105.00017)" + b"**" * n,
    "quotes": lambda n: b"title,url\n" + b'"a\n' * n,
    "commas": lambda n: b"title,url\n" + b"," * n,
    "keys": lambda n: b"Title: a\nPDF: b\n" + b"Title: " * n,
    "entries": lambda n: b"@a{b, title = {" * n,
    "strings": lambda n: b'@a{b, title = "c' * n,
    "braces": lambda n: b"@a{b, title = " + b"{" * n + b"}" * n + b"}",
    "fields": lambda n: b"@a{b," + b"title = {c}," * n,
    "headings": lambda n: b"Get trending papers in your email inbox!\n### [a\n" + b"### [" * n,
    "brackets in a page": lambda n: (
        b"Get trending papers in your email inbox!\n### a\n\n" + b"![](" * n
    ),
    "yaml": lambda n: b"- title: a\n  url: b\n" + b"- [" * n,
    "aliases": lambda n: b"- &a {title: a, url: b}\n" + b"- *a\n" * n,
    "python": lambda n: b"[\"{'paper': " + b"[" * n + b'"]',
    "spaces": lambda n: b"[" + b" " * n,
    "names": lambda n: b'[{"title": "a", "authors": "' + b"a and " * n + b'"}]',
}


@pytest.mark.parametrize("name", GROWING)
def test_a_file_that_means_harm_is_read_in_its_own_time(name: str) -> None:
    """Nothing here is quadratic; a test that hung would say so by hanging."""
    hold_to_its_word(GROWING[name](20_000))
