"""Which paragraphs make a paper."""

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.sources.digests import read_digests
from generator.sources.pairing import lean, pair

T = "Knots for Robots: A Study of Twelve Ropes"
S = "Knots that hold: a study of twelve ropes"
A = ("A knot holds, and we say why it does. " * 12).strip()
HALF = "A knot holds, and we say why it does in most of the cases that we know of, since"
REST = "ropes are rough" + "; a rough rope holds." * 20
SHORT = "We teach a robot to tie four knots in under a minute, and to untie them again."


def spelt(paragraphs: list[str]) -> str:
    """A paper as `(tt)`, with a letter for each paragraph; a rejected paragraph as `-`."""
    return "".join(
        "-" if len(group) == 1 else f"({'t' + 'a' * (len(group) - 1)})"
        for group in pair(paragraphs)
    )


@pytest.mark.parametrize(
    ("paragraphs", "reading"),
    [
        ([], ""),
        ([T], "-"),
        ([A], "-"),
        ([T, A], "(ta)"),
        ([A, T], "--"),
        ([T, A, T, A], "(ta)(ta)"),
        ([T, T, A], "-(ta)"),
        ([T, A, A], "(ta)-"),
        ([T, A, A, T, A], "(ta)-(ta)"),
        ([T, A, T, T, A], "(ta)-(ta)"),
        ([S, S, A, S, A], "-(ta)(ta)"),
        ([A, A, A], "---"),
        ([T, T, T], "---"),
        ([S, S, S], "---"),
        # An abstract broken off in a sentence, with the rest on the next line.
        ([T, HALF, REST, T, A], "(taa)(ta)"),
        ([T, HALF, REST], "(taa)"),
        # A title in lower case is no rest of the abstract before it.
        ([T, A + " And so", "mKNOT: A Rope", A], "(ta)(ta)"),
        ([T, A + " And so", "knot: A Rope", A], "(ta)(ta)"),
        # Nor is what does not end as an abstract does.
        ([T, A + " And so", "advertisement", T, A], "(ta)-(ta)"),
        # Short abstracts, where they are sentences.
        ([T, SHORT, T, SHORT], "(ta)(ta)"),
        ([T, T, SHORT, T, SHORT], "-(ta)(ta)"),
        ([T, SHORT, SHORT, T, SHORT], "(ta)-(ta)"),
        ([S, SHORT, S, S, SHORT], "(ta)-(ta)"),
        ([T, "We tie a knot.", S, "We climb a stair."], "(ta)(ta)"),
        # A title that is a sentence, after a missing abstract: taken for that abstract.
        ([T, S + ".", A], "(ta)-"),
        # Too short to be told from a title: both are left out.
        ([T, HALF, T, A], "--(ta)"),
        # Long titles, and titles of a sentence.
        ([T, A, T * 6, A], "(ta)(ta)"),
        ([T * 6, T * 6, A], "-(ta)"),
        ([S + ".", A, S + ".", A], "(ta)(ta)"),
        ([T, T + ".", A], "-(ta)"),
        ([T, "Knots vs. Stairs", A], "-(ta)"),
    ],
)
def test_the_cheapest_reading(paragraphs: list[str], reading: str) -> None:
    assert spelt(paragraphs) == reading


@given(st.lists(st.sampled_from([T, S, A, HALF, REST, SHORT, "x", "9"]), max_size=14))
def test_every_paragraph_is_in_one_group(paragraphs: list[str]) -> None:
    groups = pair(paragraphs)
    assert [index for group in groups for index in group] == list(range(len(paragraphs)))
    for one, next_one in pairwise(groups):
        if len(one) == len(next_one) == 1:  # two that are left alone are no paper together
            assert len(pair([paragraphs[one.start], paragraphs[next_one.start]])) == 2


@given(st.lists(st.tuples(st.sampled_from([T, S]), st.sampled_from([A, A + " End"])), max_size=6))
def test_titles_and_abstracts_that_alternate_are_all_paired(papers: list[tuple[str, str]]) -> None:
    assert spelt([text for paper in papers for text in paper]) == "(ta)" * len(papers)


def test_the_signs_hold_for_all_real_papers(site_root: Path) -> None:
    digests, _ = read_digests(site_root / "content/digests", root=site_root)
    entries = [entry for digest in digests for entry in digest.entries]
    assert max(len(entry.title) for entry in entries) == 178
    assert min(len(entry.abstract) for entry in entries) == 349
    assert max(lean(entry.title) for entry in entries) < 0
    assert min(lean(entry.abstract) for entry in entries) > 0
