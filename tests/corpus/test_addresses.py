"""Addresses in a text: where they end, and which are certain enough for a link."""

import re

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from generator.corpus.addresses import find_address_like, find_addresses
from generator.corpus.text import clean_text
from tests.conftest import ROOT

_CASES = yaml.safe_load((ROOT / "tests/data/text/addresses.yml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", _CASES, ids=lambda case: ascii(case["text"]))
def test_addresses_are_found_without_what_belongs_to_the_sentence(case: dict[str, object]) -> None:
    text = str(case["text"])
    assert [text[start:stop] for start, stop in find_addresses(text)] == case["found"]


@given(st.text("https:/x.org()[]{}.,;'\"~ @é$_-", max_size=60))
def test_spans_are_in_order_and_certain_ones_are_never_touched(text: str) -> None:
    spans = find_addresses(text)
    flat = [place for span in spans for place in span]
    assert flat == sorted(flat)
    assert all(re.match(r"(?i)https?://\w", text[start:]) for start, _ in spans)
    kept = find_address_like(text)
    assert all(any(a <= start and stop <= b for a, b in kept) for start, stop in spans)


@given(st.from_regex(r"https://x\.org/[A-Za-z0-9_~/-]{0,30}[A-Za-z0-9]", fullmatch=True))
def test_an_address_comes_through_cleaning_as_it_is(address: str) -> None:
    shown = clean_text(f"code~at \\textbf{{here}}:~{address}. And -- so $x^2$")
    assert shown == f"code at here: {address}. And – so x²"


def test_an_address_without_scheme_is_no_link_but_is_not_touched_either() -> None:
    text = "github.com/a--b/c_1,2times"
    assert find_addresses(text) == ()
    assert clean_text(text) == text


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("the url{of the page}", "the url{of the page}"),
        (r"\href{https://x.org}", "href{https://x.org}"),
        (r"\href{https://x.org}{", "href{https://x.org}{"),
        (r"\url and {", "url and {"),
        (r"\url{\url{https://x.org}}", "https://x.org"),
        ("https://x.org{here", "https://x.org{here"),
        ("https://x.org{here}/more", "https://x.org{here}/more"),
        (r"\url{https://x.org}and", "https://x.org and"),
    ],
)
def test_macros_of_addresses_need_their_braces(text: str, shown: str) -> None:
    assert clean_text(text) == shown
