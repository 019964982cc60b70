"""Our own form of a digest: whatever any reader read comes back as the same."""

import json
import os
from dataclasses import fields, replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator, FormatChecker

from generator.diagnostics import Place
from generator.sources.digest_form import _FACTS, render_digest, render_digest_schema
from generator.sources.model import RawDigest, RawEntry, RawFacts
from generator.sources.registry import READERS, parse_digest
from tests.sources.golden import NAME, cases
from tests.sources.test_every_reader import hold_to_its_word
from tests.sources.writing import WRITERS

DATA = {case.name: case.read_bytes() for case in cases()}
NOWHERE = Place(file="")
VALIDATOR = Draft202012Validator(json.loads(render_digest_schema()), format_checker=FormatChecker())


def without_places(digest: RawDigest) -> list[RawEntry]:
    return [
        replace(
            entry,
            place=NOWHERE,
            abstract_place=NOWHERE,
            facts=replace(entry.facts, place=NOWHERE) if entry.facts else None,
        )
        for entry in digest.entries
    ]


def goes_and_comes_back(data: bytes) -> None:
    digest = parse_digest(data, NAME, "x")
    if not digest.entries:
        return
    text = render_digest(digest.entries)
    again = parse_digest(text.encode(), NAME, "y")
    assert again.format == "broadsheet"
    assert again.diagnostics == ()
    assert without_places(again) == without_places(digest)
    assert render_digest(again.entries) == text
    assert not list(VALIDATOR.iter_errors(json.loads(text)))


@pytest.mark.parametrize("name", DATA)
def test_every_format_comes_back_the_same(name: str) -> None:
    goes_and_comes_back(DATA[name])


@given(st.sampled_from(sorted(DATA)), st.data())
def test_and_so_does_what_is_left_of_a_damaged_file(name: str, draw: st.DataObject) -> None:
    data = DATA[name]
    at, size = draw.draw(st.integers(0, len(data))), draw.draw(st.integers(0, 60))
    goes_and_comes_back(data[:at] + draw.draw(st.binary(max_size=9)) + data[at + size :])


TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=60)
PAPERS = st.fixed_dictionaries(
    {
        "title": TEXTS | st.just("Knots for Robots: A Rope"),
        "abstract": TEXTS | st.just("A robot that ties knots must know its rope. " * 9),
        "author": TEXTS | st.just("Ada Knot"),
        "id": TEXTS | st.just("3105.00017"),
        "url": TEXTS | st.just("https://arxiv.org/abs/3105.00017v2"),
        "day": TEXTS | st.just("2031-05-06"),
        "word": TEXTS | st.sampled_from(["rope", "11.3k", "-"]),
    }
)


@pytest.mark.parametrize("form", WRITERS)
@settings(max_examples=40)
@given(PAPERS)
def test_so_does_whatever_a_reader_makes_of_any_texts(form: str, paper: dict[str, str]) -> None:
    data = WRITERS[form](paper).encode()
    hold_to_its_word(data)
    goes_and_comes_back(data)


@pytest.mark.parametrize("form", WRITERS)
def test_each_reader_is_among_them(form: str) -> None:
    plain = {
        "title": "Knots for Robots: A Rope",
        "abstract": "A robot that ties knots must know its rope, and we say why. " * 9,
        "author": "Ada Knot",
        "id": "3105.00017",
        "url": "https://arxiv.org/abs/3105.00017",
        "day": "2031-05-06",
        "word": "rope",
    }
    digest = parse_digest(WRITERS[form](plain).encode(), NAME, "x")
    assert (digest.format, digest.entries[0].title) == (form.partition(" ")[0], plain["title"])
    assert {reader.name for reader in READERS} - {"broadsheet"} <= set(WRITERS)


def test_real_files_come_back_the_same(shared_dir: Path) -> None:
    for path in sorted(p for p in (shared_dir / "fixtures").rglob("*") if p.is_file()):
        goes_and_comes_back(path.read_bytes())


def test_the_form_holds_all_that_readers_find() -> None:
    assert set(_FACTS) == {field.name for field in fields(RawFacts)} - {
        *("title", "place", "is_found"),  # of which paper, and whence: not what is said
    }


def test_the_schema_is_fresh() -> None:
    path = Path(__file__).parents[2] / "schemas/digest.schema.json"
    if os.environ.get("UPDATE_GOLDEN"):
        path.write_text(render_digest_schema(), encoding="utf-8")
    assert path.read_text("utf-8") == render_digest_schema()
