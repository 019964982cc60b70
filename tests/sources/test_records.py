"""Values as sources write them, and what a record of them becomes."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.sources import values as v
from generator.sources.json_document import read_container
from generator.sources.python_literals import translate_literal


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("2405.12345", ("2405.12345", None)),
        ("arXiv:2405.12345v2", ("2405.12345", 2)),
        ("1401.1234", ("1401.1234", None)),
        ("hep-th/9901001v3", ("hep-th/9901001", 3)),
        ("math.gt/0309136", ("math.GT/0309136", None)),
        ("2405.12345v1 [cs.CL]", ("2405.12345", 1)),
        ("http://arxiv.org/abs/2405.12345v1", ("2405.12345", 1)),
        ("https://arxiv.org/pdf/2405.12345.pdf", ("2405.12345", None)),
        ("https://arxiv.org/pdf/hep-th/9901001", ("hep-th/9901001", None)),
        ("https://huggingface.co/papers/2405.12345#community", ("2405.12345", None)),
        ("https://doi.org/10.48550/arXiv.2405.12345", ("2405.12345", None)),
        ("oai:arXiv.org:2508.13426v1", ("2508.13426", 1)),
        # Damaged by a spreadsheet, and what is no id at all.
        ("1909.1092399999998", None),
        ("1909.1092", None),
        ("704.005", None),
        ("1401.12345", None),
        ("2413.12345", None),
        ("https://openreview.net/forum?id=2405.12345", None),
        ("12345", None),
        ("", None),
    ],
)
def test_an_arxiv_id(text: str, found: tuple[str, int | None] | None) -> None:
    assert v.read_arxiv_id(text) == found


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2031-05-06", date(2031, 5, 6)),
        ("2031-05-06T23:59:59.Z", date(2031, 5, 6)),
        ("2031-05-06T00:00:00-04:00", date(2031, 5, 6)),
        ("2031/5/6", date(2031, 5, 6)),
        ("20310506", date(2031, 5, 6)),
        ("May 6, 2031", date(2031, 5, 6)),
        ("6 May 2031", date(2031, 5, 6)),
        ("Tue, 6 May 2031 17:28:02 GMT", date(2031, 5, 6)),
        ("Sept. 6, 2031", date(2031, 9, 6)),
        ("2031-13-06", None),
        ("2031-05-061", None),
        ("May 2031", None),
        ("6/5/2031", None),
        ("soon", None),
    ],
)
def test_a_day(text: str, day: date | None) -> None:
    assert v.read_day(text) == day


@pytest.mark.parametrize(
    ("value", "count"),
    [
        *[(12, 12), ("12", 12), ("1,204", 1204), ("11.3k", 11300), ("2.1M", 2100000)],
        *[("-", 0), ("1.5", None), ("many", None), (-1, None), (True, None), (None, None)],
    ],
)
def test_a_count(value: object, count: int | None) -> None:
    assert v.read_count(value) == count


@pytest.mark.parametrize(
    ("value", "names"),
    [
        ("Ada Knot, Bo Hitch and Cy Splice", ("Ada Knot", "Bo Hitch", "Cy Splice")),
        ("Ada Knot, Bo Hitch, and Cy Splice", ("Ada Knot", "Bo Hitch", "Cy Splice")),
        ("Knot, Ada; Hitch, Bo", ("Knot, Ada", "Hitch, Bo")),
        ("Ada Knot,", ("Ada Knot",)),
        ("Andy Sand", ("Andy Sand",)),
        (["Ada Knot,", "", None, 3], ("Ada Knot", "3")),
        ([{"name": "Ada"}, {"given": "Bo", "family": "Hitch"}, {"x": 1}], ("Ada", "Bo Hitch")),
        ("N/A", ()),
        (7, ()),
    ],
)
def test_names(value: object, names: tuple[str, ...]) -> None:
    assert v.read_names(value) == names


def test_addresses() -> None:
    assert v.read_address(" https://a.example/b ") == "https://a.example/b"
    for wrong in (
        "javascript:alert(1)",
        "https://u@a.example",
        "a.example",
        'https://a/"',
        "http:",
    ):
        assert v.read_address(wrong) == ""
    assert v.read_repository("https://g.example/a/b/tree/main/") == "https://g.example/a/b"
    assert v.read_repository("https://g.example/a/b.git") == "https://g.example/a/b"
    assert v.read_repository("https://g.example/a/b/tree/dev") == "https://g.example/a/b/tree/dev"
    assert v.read_doi("https://doi.org/10.1000/182.") == "10.1000/182"


READ = [v.read_day, v.read_count, v.read_arxiv_id, v.read_doi, v.read_address, v.read_repository]


@given(st.text() | st.from_regex(r"[0-9 a-z./:,-]{0,40}"))
def test_no_text_is_too_much(text: str) -> None:
    for read in (*READ, v.read_names, v.read_words, v.read_text, v.read_first_author):
        read(text)  # type: ignore[operator]
    translate_literal(text)
    read_container(text)


@pytest.mark.parametrize("piece", ["a, ", "and ", "9", ".", "arxiv:", "[", "{", "'\\", "1,"])
def test_long_texts_take_no_longer_than_they_are(piece: str) -> None:
    text = piece * (200_000 // len(piece))
    for read in (*READ, v.read_names, v.read_words, v.read_first_author, translate_literal):
        read(text)  # type: ignore[operator]
    read_container("[" + text)


@pytest.mark.parametrize(
    ("text", "values", "message"),
    [
        ("[1, 2]", [1, 2], ""),
        ("[1, 2,]", [1, 2], ""),
        (' {"a": [1], "b": 2}', [[1], 2], ""),
        ("[1, 2", [1, 2], "the text ends"),
        ("[1 2]", [1], "a comma or `]` is missing"),
        ('[1, {"a": ', [1], "expecting value"),
        ("{1: 2}", [], "a key in double quotes is missing"),
        ('{"a" 2}', [], "a colon is missing"),
        ("[" * 100_000, [], "too deep or too large"),
        ("[1, " + "9" * 5000 + "]", [1], "too deep or too large"),
        ("[]", [], ""),
    ],
)
def test_json_up_to_where_it_breaks(text: str, values: list[object], message: str) -> None:
    container = read_container(text)
    assert container is not None
    assert [part.value for part in container.parts] == values
    assert (container.broken.message if container.broken else "") == message
    for part in container.parts:
        assert text[part.start : part.stop].strip() == text[part.start : part.stop]


def test_only_plain_values_of_python_are_translated() -> None:
    assert translate_literal("{'a': [True, None, 1.5, \"b'c\", 'd\\n']}") == (
        '{"a": [true, null, 1.5, "b\'c", "d\\n"]}'
    )
    for wrong in ("__import__('os')", "{1, 2} | {3}", "'a' + 'b'", "(1)", "b'x'", "'open"):
        assert translate_literal(wrong) is None
