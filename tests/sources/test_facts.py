"""Facts about papers: read, refused and written."""

import json
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.diagnostics import Code, Place
from generator.identifiers import ArxivId, title_key
from generator.sources.digests import read_digests
from generator.sources.facts import parse_facts, read_facts, render_facts
from generator.sources.facts_row import FactsRow
from generator.sources.model import RawFacts

PLACE = Place(file="m.jsonl")


def test_a_line_with_all_there_is_to_know() -> None:
    text = (
        '{"title": "Knots for Robots", "arxiv_id": "arXiv:3105.01234v2", '
        '"authors": ["Ada Abel", "B\\\\xE9la  Bo"], "published": "2031-05-06", '
        '"code_url": "https://code.example/knots", "venues": ["nips2031", "tmlr"]}\r\n'
        '\n  {"title": "Stairs", "first_author": "Cy Coe"}'
    )
    facts, diagnostics = parse_facts(text, "m.jsonl")
    assert diagnostics == ()
    assert facts == (
        RawFacts(
            title="Knots for Robots",
            place=Place(file="m.jsonl", line=1, column=1),
            arxiv_id=ArxivId("3105.01234"),
            authors=("Ada Abel", "B\\xE9la  Bo"),
            published=date(2031, 5, 6),
            code_url="https://code.example/knots",
            venues=("nips2031", "tmlr"),
        ),
        RawFacts(
            title="Stairs",
            place=Place(file="m.jsonl", line=3, column=3),
            first_author="Cy Coe",
        ),
    )


@pytest.mark.parametrize(
    ("line", "column", "message", "hint"),
    [
        ("knots", 1, "This is not JSON", 'such as {"title"'),
        ('{"title": "A" "b"}', 15, "This is not JSON: expecting ',' delimiter", ""),
        ('{"title": "A', 11, "This is not JSON: unterminated string", ""),
        ('  {"title": "A"} x', 18, "This is not JSON: extra data", ""),
        ('{"title": "tab\there"}', 15, "This is not JSON: invalid control character", ""),
        ("[1]", 1, "not a JSON object", 'such as {"title"'),
        ("null", 1, "not a JSON object", ""),
        ("[" * 100_000, 1, "too large", ""),
        ('{"title": ' + "9" * 5_000 + "}", 1, "too large", ""),
        ("{}", 1, "The key `title` is missing", '{"title"'),
        ('{"titel": "A", "title": "A"}', 2, "There is no key “titel”", "`title`"),
        ('{"title": "A", "venue": ["x"]}', 16, "There is no key “venue”", "`venues`"),
        ('{"title": "A", "arxiv": "3105.01234"}', 16, "There is no key", "`arxiv_id`"),
        ('{"title": "A", "Authors": ["x"]}', 16, "There is no key", "`authors`"),
        ('{"title": "A", "\\u001b[31m": 1}', 16, "There is no key “\ufffd[31m”", "Known are"),
        ('{"title": "A", "title": "B"}', 2, "The key “title” stands twice", "Delete one"),
        ('{"title": 7}', 11, "`title` is a number, but must be text", ""),
        ('{"title": null}', 11, "`title` is null, but must be text", ""),
        ('{"title": true}', 11, "`title` is true or false, but must be text", ""),
        ('{"title": {"a": 1}}', 11, "`title` is an object, but must be text", ""),
        ('{"title": ["A"]}', 11, "`title` is a list, but must be text", ""),
        ('{"title": " "}', 11, "`title` is empty", ""),
        ('{"title": "A \\ud83d"}', 11, "`title` holds half of a character", ""),
        ('{"title": "A", "authors": "Ada Abel"}', 27, "`authors` is text, but must be a list", ""),
        ('{"title": "A", "authors": []}', 27, "`authors` is an empty list", "leave the key out"),
        ('{"title": "A", "authors": ["x", 3]}', 33, "`authors[1]` is a number", ""),
        ('{"title": "A", "authors": [ "x" , ""]}', 35, "`authors[1]` is empty", ""),
        ('{"title": "A", "venues": [["x"]]}', 27, "`venues[0]` is a list", ""),
        (
            '{"title": "A", "authors": ["x"], "first_author": "x"}',
            50,
            "`first_author` stands beside `authors`",
            "",
        ),
        ('{"title": "A", "arxiv_id": "31x"}', 28, "`arxiv_id` is no arXiv id", ""),
        ('{"title": "A", "arxiv_id": ""}', 28, "`arxiv_id` is no arXiv id", ""),
        ('{"title": "A", "arxiv_id": 3105.01234}', 28, "is a number, but must be text", ""),
        ('{"title": "A", "published": "2031-02-30"}', 29, "`published` is no day", ""),
        ('{"title": "A", "published": "20310506"}', 29, "`published` is no day", ""),
        ('{"title": "A", "published": "2031-05"}', 29, "`published` is no day", ""),
        ('{"title": "A", "published": "٢٠٣١-٠٥-٠٦"}', 29, "`published` is no day", ""),
    ],
)
def test_a_mistake_is_named_with_its_place(line: str, column: int, message: str, hint: str) -> None:
    facts, diagnostics = parse_facts(f'{{"title": "Before"}}\n{line}\n{{"title": "After"}}', "m")
    assert [row.title for row in facts] == ["Before", "After"]
    (finding,) = diagnostics
    assert finding.code is Code.BAD_METADATA
    assert finding.place == Place(file="m", line=2, column=column)
    assert message in finding.message
    assert hint in finding.hint
    assert finding.hint
    assert finding.message.isprintable()


@pytest.mark.parametrize(
    ("address", "accepted"),
    [
        ("https://code.example/a/b?c=d#e", True),
        ("http://code.example", True),
        ("HTTPS://code.example", True),
        ("https://код.example/ключ", True),
        ("javascript:alert(1)", False),
        ("JaVaScRiPt://code.example/%0Aalert(1)", False),
        ("data:text/html,x", False),
        ("ftp://code.example/", False),
        ("//code.example/", False),
        ("code.example", False),
        ("https:", False),
        ("https:///knots", False),
        ("https://a b.example", False),
        (" https://code.example", False),
        ("https://code.example/\n", False),
        ("java\tscript:alert(1)", False),
        ('https://code.example/"onclick="x', False),
        ("https://code.example/<b>", False),
        ("https://code.example\\@other.example", False),
        ("https://user:word@code.example/", False),
        ("https://trusted.example@other.example/", False),
        ("http://[::1", False),
        ("", False),
    ],
)
def test_only_plain_addresses_of_the_web_are_taken(address: str, accepted: bool) -> None:
    facts, diagnostics = parse_facts(json.dumps({"title": "A", "code_url": address}), "m")
    assert [row.code_url for row in facts] == ([address] if accepted else [])
    assert [finding.code for finding in diagnostics] == [Code.BAD_METADATA] * (not accepted)


def test_all_mistakes_of_a_line_are_named() -> None:
    line = '{"titel": 1, "authors": [1, 2], "published": "x"}'
    _, diagnostics = parse_facts(line, "m")
    assert sorted(finding.place.column for finding in diagnostics) == [1, 2, 26, 29, 46]


def test_a_paper_has_one_line_unless_its_ids_differ() -> None:
    text = "\n".join(
        [
            '{"title": "Knots for Robots"}',
            '{"title": "Knots for Robots", "arxiv_id": "3105.01234"}',
            '{"title": "knots for ROBOTS", "arxiv_id": "3105.09999"}',
            '{"title": "Knots, for robots!", "arxiv_id": "3105.01234v3"}',
        ]
    )
    facts, (finding,) = parse_facts(text, "m")
    assert len(facts) == 3
    assert finding.place == Place(file="m", line=4, column=1)
    assert "Line 2 names the paper" in finding.message


# --- Writing

TEXTS = st.text(min_size=1).filter(lambda text: bool(text.strip()))
FACTS = st.builds(
    RawFacts,
    title=TEXTS,
    place=st.just(PLACE),
    arxiv_id=st.sampled_from([None, ArxivId("3105.01234"), ArxivId("hep-th/9901001")]),
    doi=st.sampled_from(["", "10.1000/182"]),
    authors=st.lists(TEXTS, max_size=3).map(tuple),
    published=st.none() | st.dates(),
    categories=st.lists(st.sampled_from(["cs.CL", "hep-th"]), max_size=2).map(tuple),
    code_url=st.sampled_from(["", "https://code.example/a?b=%20&c"]),
    venues=st.lists(TEXTS, max_size=2).map(tuple),
)


@given(st.lists(FACTS, max_size=6, unique_by=lambda row: (title_key(row.title), row.arxiv_id)))
def test_what_is_written_is_read_again(rows: list[RawFacts]) -> None:
    text = render_facts(rows)
    facts, diagnostics = parse_facts(text, PLACE.file)
    assert diagnostics == ()
    assert {replace(row, place=PLACE) for row in facts} == set(rows)
    assert render_facts(facts) == text
    assert render_facts(reversed(rows)) == text
    assert len(text.splitlines()) == len(rows)


def test_the_written_form() -> None:
    rows = [
        RawFacts(title="Stairs", place=PLACE, first_author="Ünal \u2028", venues=("tmlr",)),
        RawFacts(
            title="Knots",
            place=PLACE,
            code_url="https://code.example",
            published=date(2031, 5, 6),
            authors=("Ada Abel",),
            first_author="Ada Abel",
            arxiv_id=ArxivId("3105.01234"),
        ),
    ]
    assert render_facts(rows) == (
        '{"title": "Knots", "arxiv_id": "3105.01234", "authors": ["Ada Abel"], '
        '"published": "2031-05-06", "code_url": "https://code.example"}\n'
        '{"title": "Stairs", "first_author": "Ünal \\u2028", "venues": ["tmlr"]}\n'
    )


def test_the_keys_of_a_line_are_the_facts() -> None:
    """A digest's own record may say more of a paper than a line of metadata does."""
    assert set(FactsRow.model_fields) < set(RawFacts.__dataclass_fields__)


# --- Whatever comes

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from([*FactsRow.model_fields, "x"]), inner, max_size=4)
    ),
    max_leaves=12,
)


@given(st.one_of(st.text(), JSON.map(json.dumps), JSON.map(lambda x: json.dumps(x, indent=1))))
def test_any_text_gives_facts_or_findings(text: str) -> None:
    facts, diagnostics = parse_facts(text, "m")
    lines = {row.place.line for row in facts} | {finding.place.line for finding in diagnostics}
    assert bool(lines) == bool(text.strip())
    assert len({row.place.line for row in facts}) == len(facts)
    assert {finding.code for finding in diagnostics} <= {Code.BAD_METADATA}


# --- On disk


def test_files_are_read_in_order_and_others_are_findings(tmp_path: Path) -> None:
    folder = tmp_path / "content/metadata"
    (folder / "2031").mkdir(parents=True)
    (folder / "b.jsonl").write_text('{"title": "B"}\n', encoding="utf-8")
    (folder / "found").mkdir()
    (folder / "found/arxiv.jsonl").write_text('{"title": "D"}\n', encoding="utf-8")
    (folder / "a.jsonl").write_text('\ufeff{"title": "A"}\r\n', encoding="utf-8")
    (folder / "2031/05.jsonl").write_text('{"title": "C"}\n', encoding="utf-8")
    (folder / "bad.jsonl").write_bytes(b'{"title": "A"}\n{"title": "\xe9"}\n')
    (folder / "facts.json").write_text("{}", encoding="utf-8")
    (folder / "README.md").write_text("About", encoding="utf-8")
    (folder / ".hidden").write_text("x", encoding="utf-8")
    (folder / "link.jsonl").symlink_to(folder / "a.jsonl")
    facts, diagnostics = read_facts(folder, root=tmp_path)
    assert [(row.title, row.place.file) for row in facts] == [
        ("C", "content/metadata/2031/05.jsonl"),
        ("A", "content/metadata/a.jsonl"),
        ("B", "content/metadata/b.jsonl"),
        ("D", "content/metadata/found/arxiv.jsonl"),
    ]
    assert [row.title for row in facts if row.is_found] == ["D"]
    assert [(f.code, str(f.place)) for f in diagnostics] == [
        (Code.UNREADABLE_BYTES, "content/metadata/bad.jsonl:2:12"),
        (Code.UNKNOWN_FILE, "content/metadata/facts.json:1:1"),
        (Code.UNKNOWN_FILE, "content/metadata/link.jsonl:1:1"),
    ]


def test_a_folder_that_is_not_there_holds_no_facts(tmp_path: Path) -> None:
    assert read_facts(tmp_path / "content/metadata", root=tmp_path) == ((), ())


def test_the_real_facts_are_in_the_written_form(site_root: Path) -> None:
    facts, diagnostics = read_facts(site_root / "content/metadata", root=site_root)
    assert diagnostics == ()
    for path in {row.place.file for row in facts}:
        rows = [row for row in facts if row.place.file == path]
        assert render_facts(rows) == (site_root / path).read_text("utf-8")


def test_the_real_facts_are_those_of_the_real_papers(site_root: Path) -> None:
    facts, _ = read_facts(site_root / "content/metadata", root=site_root)
    digests, _ = read_digests(site_root / "content/digests", root=site_root)
    papers = {title_key(entry.title) for digest in digests for entry in digest.entries}
    assert {title_key(row.title) for row in facts} == papers
    assert len(facts) == 513


def test_the_real_facts_are_what_was_received(site_root: Path, shared_dir: Path) -> None:
    facts, _ = read_facts(site_root / "content/metadata", root=site_root)
    by_title = {row.title: row for row in facts}
    received = (shared_dir / "seeds/metadata.jsonl").read_text("utf-8").splitlines()
    assert len(received) == len(by_title)
    for line in received:
        given_row: dict[str, Any] = json.loads(line)
        row = by_title[given_row["title"]]
        assert row.arxiv_id == given_row.get("arxiv_id")
        assert list(row.authors) == given_row.get("authors", [])
        assert row.first_author == ("" if row.authors else given_row.get("first_author", ""))
        assert (row.published and row.published.isoformat()) == given_row.get("published")
        assert row.code_url == given_row.get("code_url", "")
        assert list(row.venues) == given_row.get("venue", [])
