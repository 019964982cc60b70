"""Captures: invented ones with all that must come of them, and the real ones, whole and damaged."""

from calendar import month_abbr, month_name
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.diagnostics import Code
from generator.sources.headers import day_differs
from generator.sources.lines import split_lines
from generator.sources.model import LineKind, RawDigest
from generator.sources.registry import parse_digest
from tests.sources.golden import EXPECTED, FOLDER, NAME, cases, expected_file, render

HEADER = (
    "new",
    "Get trending papers in your email inbox!",
    "Subscribe",
    "byAK and the research community",
    "May 6",
)
DAMAGED_SEED = "content/digests/2025/2025-03-12.txt"

Pairs = list[tuple[str, str]]


@pytest.mark.parametrize("case", cases(), ids=lambda case: case.stem)
def test_an_invented_capture_gives_what_stands_beside_it(case: Path) -> None:
    assert render(case) == expected_file(case).read_text("utf-8")


def test_every_expected_file_has_its_case() -> None:
    assert {expected_file(case) for case in cases()} == set(FOLDER.glob(f"*{EXPECTED}"))


def read(lines: list[str]) -> RawDigest:
    return parse_digest("\n\n".join(lines).encode(), NAME, "x")


def pairs(digest: RawDigest) -> Pairs:
    return [(entry.title, entry.abstract) for entry in digest.entries]


# --- Real captures, damaged in one line


def _cut(length: int) -> Callable[[str], list[str]]:
    return lambda line: [line[:length].rstrip()]


def _broken(line: str) -> list[str]:
    middle = line.find(" ", len(line) // 2)
    return [line[:middle], line[middle + 1 :]] if middle > 0 else [line[:1], line[1:]]


DAMAGES: dict[str, Callable[[str], list[str]]] = {
    "deleted": lambda _: [],
    "doubled": lambda line: [line, line],
    "cut to a letter": _cut(1),
    "cut to 40 characters": _cut(40),
    "cut to 200 characters": _cut(200),
    "cut by half": lambda line: [line[: len(line) // 2].rstrip()],
    "broken in two": _broken,
}


@pytest.fixture(scope="session")
def seed(site_root: Path) -> list[str]:
    """The lines of a real capture, five of the header and 63 titles with their abstracts."""
    text = (site_root / DAMAGED_SEED).read_text("utf-8")
    return [line.text for line in split_lines(text)]


@pytest.mark.parametrize("damage", DAMAGES)
def test_one_damaged_line_costs_at_most_its_own_paper(seed: list[str], damage: str) -> None:
    whole = pairs(read(seed))
    assert len(whole) == 63
    for i in range(5, len(seed)):
        own, is_title = (i - 5) // 2, (i - 5) % 2 == 0
        replacement = DAMAGES[damage](seed[i])
        found = pairs(read([*seed[:i], *replacement, *seed[i + 1 :]]))
        others = whole[:own] + whole[own + 1 :]
        # Every other paper is there, in its order, with its own abstract...
        assert [pair for pair in found if pair in others] == others, seed[i][:60]
        # ... and beside them stands at most one: this paper, or what is left of it.
        (rest,) = [pair for pair in found if pair not in others] or [None]
        title, abstract = whole[own]
        if replacement == [seed[i], seed[i]]:
            assert rest == whole[own]
        elif not replacement:
            assert rest is None
        elif is_title:
            assert rest is not None
            assert rest[0] in replacement
            assert rest[1] == abstract
        elif rest is not None:
            assert rest[0] == title
            assert abstract.startswith(rest[1].replace("\n", " "))


@pytest.mark.parametrize("damage", ["deleted", "doubled", "cut to a letter"])
def test_a_damaged_header_costs_no_paper(seed: list[str], damage: str) -> None:
    whole = pairs(read(seed))
    for i in range(5):
        found = pairs(read([*seed[:i], *DAMAGES[damage](seed[i]), *seed[i + 1 :]]))
        assert found == whole, seed[i]


@pytest.mark.parametrize("width", [2, 3, 5])
def test_many_damaged_papers_cost_only_themselves(seed: list[str], width: int) -> None:
    """Every `width`-th paper loses its title or its abstract, in turn; the others are whole."""
    whole = pairs(read(seed))
    lines = list(seed[:5])
    for i, (title, abstract) in enumerate(whole):
        if i % width:
            lines += [title, abstract]
        else:
            lines.append(title if i // width % 2 else abstract)
    assert pairs(read(lines)) == [pair for i, pair in enumerate(whole) if i % width]


def test_a_digest_without_its_blank_lines_is_the_same(seed: list[str]) -> None:
    assert pairs(parse_digest("\n".join(seed).encode(), NAME, "x")) == pairs(read(seed))


# --- The header


@pytest.mark.parametrize(
    ("text", "differs"),
    [
        ("May 6", False),
        ("May 06", False),
        ("may 6", False),
        ("May 6, 2031", False),
        ("May 6 2031", False),
        ("May 7", True),
        ("Apr 6", True),
        ("April 6", True),
        ("Sept. 6", True),
        ("September 6, 2031", True),
        ("May 6, 2030", True),
        ("May 66", True),
        # No day at all.
        ("May", False),
        ("Maybe 7", False),
        ("7 May", False),
        ("May 7: a Title", False),
        ("May 7, 31", False),
    ],
)
def test_the_day_of_the_header(text: str, differs: bool) -> None:
    assert day_differs(text, date(2031, 5, 6)) is differs


@pytest.mark.parametrize("number", range(1, 13))
def test_every_month_by_both_its_names(number: int) -> None:
    for name in (month_name[number], month_abbr[number]):
        same = [m for m in range(1, 13) if not day_differs(f"{name} 9", date(2031, m, 9))]
        assert same == [number]


def test_a_header_says_nothing_of_an_undated_digest() -> None:
    data = "\n".join([*HEADER, "Knots", "We tie a knot."]).encode()
    digest = parse_digest(data, replace(NAME, date=None), "x")
    assert digest.diagnostics == ()
    assert [line.kind for line in digest.ledger[:5]] == [LineKind.HEADER] * 5


def test_the_day_of_a_paper_is_not_the_day_of_the_page() -> None:
    digest = read([*HEADER, "Knots", "We tie a knot.", "Apr 1", "Stairs", "We climb a stair."])
    assert digest.diagnostics == ()
    assert len(digest.entries) == 2


@pytest.mark.parametrize(
    ("first", "title"),
    [
        ("SubscribeKnots for Robots", "Knots for Robots"),
        ("SubscribemGULL: a Corpus", "mGULL: a Corpus"),
        ("Subscribe$K$ Knots", "$K$ Knots"),
        ("Subscribe to Nothing", "Subscribe to Nothing"),
        ("Subscribers and Their Knots", "Subscribers and Their Knots"),
        ("Subscribed Knots", "Subscribed Knots"),
        ("Get trending papers in your email inbox!SubscribeKnots", "Knots"),
    ],
)
def test_what_is_glued_to_the_first_title(first: str, title: str) -> None:
    lines = [HEADER[1], first, "We tie a knot.", "SubscribeStairs", "We climb a stair."]
    digest = read(lines)
    assert pairs(digest) == [(title, "We tie a knot."), ("SubscribeStairs", "We climb a stair.")]
    entry = digest.entries[0]
    assert entry.place.column == len(first) - len(title) + 1
    assert [line.column for line in digest.ledger if line.line == entry.place.line][-1] == (
        entry.place.column
    )


# --- Whatever comes


HOSTILE = st.one_of(
    st.sampled_from([*HEADER, "x" * 400, "We tie. " * 60, "A Title of Some Words", "1", "Mar 9"]),
    st.text(max_size=400),
    st.text(alphabet="aA. \x00\x0b\u2028\u202e$\\{}<>#[]()", max_size=400),
)


@given(st.lists(HOSTILE, max_size=12), st.sampled_from(["\n", "\r\n", "\r", "\n\n"]))
def test_papers_and_ledger_tell_the_same_story(parts: list[str], end: str) -> None:
    text = end.join([HEADER[1], *parts])
    data = text.encode("utf-8", "replace")
    digest = parse_digest(data, NAME, "x")
    lines = {line.number: line for line in split_lines(data.decode())}
    assert {line.line for line in digest.ledger} == set(lines)
    assert list(digest.ledger) == sorted(digest.ledger, key=lambda x: (x.line, x.column))
    for number, entry in enumerate(digest.entries):
        own = [line for line in digest.ledger if line.entry == number]
        assert [line.kind for line in own][:2] == [LineKind.TITLE, LineKind.ABSTRACT]
        assert {line.kind for line in own[1:]} == {LineKind.ABSTRACT}
        assert (own[0].line, own[0].column) == (entry.place.line, entry.place.column)
        assert (own[1].line, own[1].column) == (
            entry.abstract_place.line,
            entry.abstract_place.column,
        )
        title_line = lines[own[0].line]
        assert entry.title == title_line.text[own[0].column - title_line.column :]
        assert entry.abstract == "\n".join(lines[line.line].text for line in own[1:])
    taken = sum(line.entry is not None for line in digest.ledger)
    rejected = [line for line in digest.ledger if line.kind is LineKind.REJECTED]
    header = [line for line in digest.ledger if line.kind is LineKind.HEADER]
    assert taken + len(rejected) + len(header) == len(digest.ledger)
    assert all(line.reason and len(line.text) <= 200 for line in rejected)


@pytest.mark.parametrize("piece", ["a", " ", "a. ", "\u2028a", "\x00", "9", "Ab c. ", "(", "a-b "])
def test_a_huge_line_costs_one_paper(piece: str) -> None:
    huge = piece * (300_000 // len(piece))
    abstract = "A knot holds, and we say why it does. " * 12
    digest = read([*HEADER, "Knots", abstract, "Huge", huge, "Stairs", abstract + "Up."])
    assert ("Knots", abstract.strip()) in pairs(digest)
    assert ("Stairs", abstract + "Up.") in pairs(digest)


def test_findings_of_a_page_that_lost_an_abstract_and_a_title() -> None:
    abstract = "A knot holds, and we say why it does. " * 12
    digest = read(
        [*HEADER, "Knots", "Stairs", abstract, abstract + "Up.", "Tea", abstract + "Hot."]
    )
    assert [(f.code, f.place.line) for f in digest.diagnostics] == [
        (Code.TITLE_WITHOUT_ABSTRACT, 11),
        (Code.ABSTRACT_WITHOUT_TITLE, 17),
    ]
