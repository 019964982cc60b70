"""YAML as plain values: what is read, where it stands, and that nothing breaks the reading."""

import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st

from generator.curation.composing import Composer, Path
from generator.curation.documents import Document, parse_document
from generator.curation.scalars import Unquoted, WrittenFloat, WrittenInt
from generator.diagnostics import Code, Place

FILE = "papers.yml"


def read(text: str) -> Document:
    document, findings = parse_document(text.encode(), FILE)
    assert findings == ()
    return document


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("kites", "kites"),
        ("3", 3),
        ("-3", -3),
        ("0", 0),
        ("2.50", 2.5),
        (".5", 0.5),
        ("1.5e3", 1500.0),
        ("true", True),
        ("False", False),
        ("null", None),
        ("~", None),
        ("", None),
        ("yes", Unquoted("yes", "true or false")),
        ("OFF", Unquoted("OFF", "true or false")),
        ("2025-03-12", Unquoted("2025-03-12", "a date")),
        ("2025-03-12 10:00:00", Unquoted("2025-03-12 10:00:00", "a date")),
        ("012", Unquoted("012", "a number")),
        ("0x1F", Unquoted("0x1F", "a number")),
        ("1_000", Unquoted("1_000", "a number")),
        ("12:30", Unquoted("12:30", "a number")),
        ("y", "y"),
        ("hep-th/9901001", "hep-th/9901001"),
        ("2403.05798v2", "2403.05798v2"),
        ("9" * 5000, "9" * 5000),
        ('"yes"', "yes"),
        ("'2403.10'", "2403.10"),
        ("[a, [b]]", ("a", ("b",))),
        ("{a: b}", {"a": "b"}),
        ("|\n    two\n    lines", "two\nlines\n"),
        (">-\n    one\n    line", "one line"),
        ("C# and F#", "C# and F#"),
        ("x # a remark", "x"),
        ("https://kites.example/#top", "https://kites.example/#top"),
    ],
)
def test_a_value_is_read_as_it_looks(written: str, value: object) -> None:
    assert read(f"- key: {written}\n").data == ({"key": value},)


@pytest.mark.parametrize("written", ["2403.10", "2403.05798", "0704.0001", "1984"])
def test_a_number_remembers_how_it_was_written(written: str) -> None:
    (entry,) = read(f"- paper: {written}\n").data
    assert isinstance(entry, dict)
    value = entry["paper"]
    assert isinstance(value, WrittenInt | WrittenFloat)
    assert value.written == written


@pytest.mark.parametrize(
    ("path", "key", "value"),
    [
        ((0,), None, (2, 3)),
        ((0, "paper"), (2, 3), (2, 10)),
        ((0, "note"), (3, 3), (3, 9)),
        ((0, "topics"), (6, 3), (7, 5)),
        ((0, "topics", "add"), (7, 5), (7, 10)),
        ((0, "topics", "add", 1), None, (7, 14)),
        ((1,), None, (9, 3)),
        ((1, "links", 0, "url"), (9, 29), (9, 34)),
        # What is not there is placed by what is around it.
        ((1, "links", 0, "colour"), None, (9, 18)),
        ((7, "paper"), None, (1, 1)),
    ],
)
def test_every_key_and_value_has_its_place(
    path: Path, key: tuple[int, int] | None, value: tuple[int, int]
) -> None:
    document = read(
        "# kites\n"
        "- paper: ⛵ é\n"
        "  note: >-\n"
        "    Long\n"
        "    text\n"
        "  topics:\n"
        "    add: [a, bé, c]\n"
        "\n"
        "- {p: x, links: [{label: y, url: z}]}\n"
    )
    place = document.place(path)
    assert (place.line, place.column) == value
    if key:
        place = document.key_place(path)
        assert (place.line, place.column) == key


def test_a_broken_entry_costs_only_itself() -> None:
    document, findings = parse_document(
        b'- paper: a\n- paper: b\n  note: "open\n- paper: c\n  a: b: c\n- paper: d\n', FILE
    )
    assert document.data == ({"paper": "a"}, {"paper": "d"})
    assert not document.complete
    assert [(f.code, f.place.line) for f in findings] == [
        (Code.YAML_QUOTES, 3),
        (Code.YAML_COLON, 5),
    ]
    assert document.place((1, "paper")) == Place(file=FILE, line=6, column=10)


def test_lists_that_begin_further_in_are_read_too() -> None:
    assert read("  - a: b\n  - c: d\n").data == ({"a": "b"}, {"c": "d"})
    _, findings = parse_document(b"  - a: b\n  - c: d: e\n", FILE)
    assert [f.code for f in findings] == [Code.YAML_COLON]


def test_a_broken_file_is_told_even_where_no_entry_seems_broken(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("generator.curation.documents._split_entries", lambda _lines: iter(()))
    document, findings = parse_document(b"- a: b\n- c: d: e\n", FILE)
    assert [(f.code, f.place.line) for f in findings] == [(Code.YAML_COLON, 2)]
    assert not document.complete


@pytest.mark.parametrize("text", ["[]", "---\n[]\n", "# none\n[]\n...\n"])
def test_a_list_may_be_empty_if_it_says_so(text: str) -> None:
    assert read(text).data == ()


@pytest.mark.parametrize(
    "text", ["[" * 200_000, "- " * 100_000, "{a: " * 100_000, "- a: b\n- " + "[" * 5000]
)
def test_nesting_without_end_is_a_finding(text: str) -> None:
    _, findings = parse_document(text.encode(), FILE)
    assert {f.code for f in findings} <= {Code.YAML_SYNTAX, Code.WRONG_TYPE}
    assert findings


def test_aliases_do_not_grow() -> None:
    levels = "".join(f"- &a{n} [*a{n - 1}, *a{n - 1}]\n" for n in range(1, 200))
    document, findings = parse_document(f"- &a0 x\n{levels}".encode(), FILE)
    assert len(document.data) == 200
    assert {f.code for f in findings} == {Code.YAML_ALIAS}


_FRAGMENTS = st.sampled_from(
    [
        *("- ", "  ", " ", "\n", "\n- ", "\n  ", "\t", "\r\n", "\r", ": ", ":", "# ", " #"),
        *("paper", "note", "pick", "true", "yes", "2403.10", "2025-03-12", "a", "é", "⛵"),
        *('"', "'", "[", "]", "{", "}", ",", "*a", "&a ", "!x ", "|", ">", "%", "@", "`", "\\"),
        *("? ", "---\n", "...\n", "\x00", "\x85", "\u2028", "\u202e", "\ufeff", "\ufffe", "<<: "),
    ]
)


def _check_any(data: bytes) -> None:
    document, findings = parse_document(data, FILE)
    lines = len(data.splitlines()) + data.count(b"\r") + data.count(b"\n") + 2
    for finding in findings:
        assert 1 <= finding.place.line <= lines
        assert finding.place.column >= 1
        assert finding.message
    # Either there is something to read, or it is said why not.
    assert document.data or findings or b"[" in data
    assert document.complete or findings


@given(st.binary(max_size=300))
@example(b"")
@example(b"\xef\xbb\xbf")
@example(b"\xff\xfe-\x00")
@example(b"\r")
def test_any_bytes_give_a_document_and_findings(data: bytes) -> None:
    _check_any(data)


@given(st.lists(_FRAGMENTS, max_size=40).map("".join))
def test_any_near_yaml_gives_a_document_and_findings(text: str) -> None:
    _check_any(text.encode())


_TEXTS = st.text(
    st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Co", "Cn")), max_size=30
)
_ENTRIES = st.lists(
    st.dictionaries(
        st.sampled_from(["paper", "note", "title"]),
        _TEXTS | st.lists(_TEXTS, max_size=3) | st.integers(-999, 999) | st.booleans(),
        min_size=1,
    ),
    min_size=1,
    max_size=4,
)


@given(_ENTRIES, st.sampled_from([None, True, False]), st.booleans())
def test_what_a_program_writes_is_read_as_it_was_meant(
    entries: list[dict[str, object]], flow: bool | None, unicode: bool
) -> None:
    text = yaml.safe_dump(entries, default_flow_style=flow, allow_unicode=unicode)
    document, findings = parse_document(text.encode(), FILE)
    spoilt = {Code.CONTROL_CHARACTER, Code.YAML_COMMENT}
    if not any(f.code in spoilt for f in findings):
        assert findings == ()
        assert document.data == tuple(map(_plain, entries))


def _plain(value: object) -> object:
    if isinstance(value, dict):
        return {key: _plain(item) for key, item in value.items()}
    return tuple(map(_plain, value)) if isinstance(value, list) else value


@given(_ENTRIES, st.sampled_from([None, True, False]))
def test_both_parsers_give_the_same(entries: list[dict[str, object]], flow: bool | None) -> None:
    text = yaml.safe_dump(entries, default_flow_style=flow, allow_unicode=True)
    read_by = []
    for loader in (yaml.SafeLoader, getattr(yaml, "CSafeLoader", yaml.SafeLoader)):
        composer = Composer(text.split("\n"), FILE, 1, 0)
        composer.run(yaml.parse(text, Loader=loader))
        read_by.append((composer.entries, composer.values, composer.keys, composer.findings))
    assert read_by[0] == read_by[1]
