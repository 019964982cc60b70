"""Lines and columns, as an editor counts them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.diagnostics import Code, Diagnostic
from generator.sources.lines import Line, decode, quoted, split_lines

INSIDE = "\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029"


def test_only_line_feeds_and_carriage_returns_end_a_line() -> None:
    text = f"one{INSIDE}still one\ntwo\r\nthree\rfour\r\n\r\n\n  six  \r\r\t\n"
    assert split_lines(text) == (
        Line(number=1, column=1, text=f"one{INSIDE}still one"),
        Line(number=2, column=1, text="two"),
        Line(number=3, column=1, text="three"),
        Line(number=4, column=1, text="four"),
        Line(number=7, column=3, text="six"),
    )


@given(
    st.lists(st.text(alphabet=f"ab \t{INSIDE}"), max_size=8), st.sampled_from(["\n", "\r", "\r\n"])
)
def test_a_line_is_where_it_says(parts: list[str], end: str) -> None:
    lines = split_lines(end.join(parts))
    assert [line.number for line in lines] == [
        number for number, part in enumerate(parts, start=1) if part.strip()
    ]
    for line in lines:
        assert parts[line.number - 1][line.column - 1 :].startswith(line.text)


def test_a_byte_order_mark_is_no_text() -> None:
    assert decode(b"\xef\xbb\xbfTea", "x") == "Tea"


@pytest.mark.parametrize(
    ("data", "line", "column", "byte"),
    [
        (b"\xff\xfeT\x00", 1, 1, "0xFF"),
        (b"Tea\xe4", 1, 4, "0xE4"),
        ("Täßé€".encode() + b"\x80", 1, 6, "0x80"),
        (b"\xef\xbb\xbfab\xe4", 1, 3, "0xE4"),
        (b"one\r\ntwo\rthree\n\n  \xc3(", 5, 3, "0xC3"),
        ("one\u2028\x85\x0cstill one".encode() + b"\xc0", 1, 16, "0xC0"),
        (b"cut in a character \xe2\x82", 1, 20, "0xE2"),
        (b"\xed\xa0\x80", 1, 1, "0xED"),  # half a pair of surrogates
    ],
)
def test_the_first_bad_byte_is_named(data: bytes, line: int, column: int, byte: str) -> None:
    found = decode(data, "content/x.txt")
    assert isinstance(found, Diagnostic)
    assert found.code is Code.UNREADABLE_BYTES
    assert (found.place.file, found.place.line, found.place.column) == (
        "content/x.txt",
        line,
        column,
    )
    assert byte in found.message
    assert "UTF-8" in found.hint


@given(st.text())
def test_a_quotation_is_one_short_printable_line(text: str) -> None:
    assert quoted(text).isprintable()
    assert len(quoted(text)) <= 63


def test_a_quotation_keeps_what_is_short() -> None:
    assert quoted("  Tea \n for four ") == "“Tea for four”"
    assert quoted("a" * 61) == "“" + "a" * 60 + "…”"
    assert quoted("\x1b[31mred") == "“\ufffd[31mred”"
