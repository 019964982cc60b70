"""What a card says of a paper."""

from typing import Any

import pytest

from generator.corpus.model import Authors
from generator.pages.cards import by_line
from generator.pages.links import name_repository
from generator.pages.views import CardView, DigestPage, LinkView, ListingPage, Span

from .plans import cards, plan, view
from .world import curate, item, seen, topic


def card(**known: Any) -> CardView:
    """Give the card of a paper with these facts, as its digest shows it."""
    world = curate(item("Tides", seen("2025-03-11", 1), **known))
    return cards(view(plan(world), "2025/03/11/", DigestPage).sections[0])[0]


@pytest.mark.parametrize(
    ("names", "complete", "words"),
    [
        ((), False, "Authors not known"),
        (("Ada Gale",), False, "First author: Ada Gale"),
        (("Ada Gale",), True, "Ada Gale"),
        (("Ada Gale", "Bo Squall"), True, "Ada Gale and Bo Squall"),
        (("Ada Gale", "Bo Squall", "Cy Breeze"), True, "Ada Gale, Bo Squall and Cy Breeze"),
        (("A", "B", "C", "D"), True, "A, B and 2 others"),
        (tuple("ABCDEFGH"), True, "A, B and 6 others"),
    ],
)
def test_the_by_line(names: tuple[str, ...], complete: bool, words: str) -> None:
    assert by_line(Authors(names=names, complete=complete)) == words


def test_links_stand_in_their_order() -> None:
    assert card(arxiv_id="2403.12345", code_url="https://github.com/gale/kites").links == (
        LinkView(label="arXiv", url="https://arxiv.org/abs/2403.12345"),
        LinkView(label="PDF", url="https://arxiv.org/pdf/2403.12345"),
        LinkView(label="Hugging Face", url="https://huggingface.co/papers/2403.12345"),
        LinkView(label="Code", url="https://github.com/gale/kites", note="as a third party says"),
    )


def test_what_is_not_known_is_left_out() -> None:
    bare = card()
    assert (bare.links, bare.published, bare.venue, bare.digests) == ((), None, "", "")
    assert (bare.topics, bare.tags, bare.note, bare.pick) == ((), (), "", False)


def test_a_curators_links_come_behind_and_win_over_those_of_their_kind() -> None:
    known = {"arxiv_id": "2403.12345", "code_url": "https://github.com/gale/kites"}
    given = [
        ("Talk", "https://x.org/talk"),
        ("code", "https://x.org/code"),
        ("HuggingFace", "https://x.org/hf"),
        ("Above", "https://x.org/above"),
    ]
    assert card(**known, links=given).links == (
        LinkView(label="arXiv", url="https://arxiv.org/abs/2403.12345"),
        LinkView(label="PDF", url="https://arxiv.org/pdf/2403.12345"),
        LinkView(label="Hugging Face", url="https://x.org/hf"),
        LinkView(label="Code", url="https://x.org/code"),
        LinkView(label="Talk", url="https://x.org/talk"),
        LinkView(label="Above", url="https://x.org/above"),
    )
    assert [link.label for link in card(links=given).links] == [
        "Hugging Face",
        "Code",
        "Talk",
        "Above",
    ]


def test_a_curators_link_too_leads_to_the_web() -> None:
    assert card(links=[("Talk", "javascript:alert(1)"), ("Code", "data:text/html,x")]).links == ()


@pytest.mark.parametrize("code_url", ["javascript:alert(1)", "data:text/html,x", "//x.org", "x"])
def test_code_is_linked_only_on_the_web(code_url: str) -> None:
    assert card(code_url=code_url).links == ()


@pytest.mark.parametrize(
    ("length", "long"), [(10, False), (229, False), (230, False), (231, True), (2000, True)]
)
def test_an_abstract_is_long_past_what_a_brief_card_shows(length: int, long: bool) -> None:
    assert card(abstract="x" * length).long is long


def test_venues_and_dates_are_spelt_out() -> None:
    shown = card(published="2024-03-09", venues=["Wind 2024", "Sky 2025"])
    assert shown.venue == "Wind 2024, Sky 2025"
    assert shown.published
    assert (shown.published.iso, shown.published.text, shown.published.short) == (
        "2024-03-09",
        "9 March 2024",
        "9 Mar 2024",
    )


def test_outside_digests_stands_the_longest_reading_with_the_others_and_their_sources() -> None:
    world = curate(
        item(
            "Tides",
            seen("2025-03-11", 1, abstract="Middling words."),
            seen("2025-03-12", 1, abstract="Middling words."),
            seen("2025-03-12-2", 1, abstract="Quite the longest words."),
            seen("old-letters", 1, abstract="Few words."),
            topics=["sea"],
        ),
        topics=[topic("sea")],
    )
    (shown,) = cards(view(plan(world), "topics/sea/", ListingPage).section)
    assert shown.abstract == (Span(text="Quite the longest words."),)
    assert [(other.source, other.abstract[0].text) for other in shown.others] == [
        ("The undated digest “Old letters”", "Few words."),
        ("The digest of 11 March 2025 and the first digest of 12 March 2025", "Middling words."),
    ]
    assert shown.digests == "in 4 digests"
    assert [link.label for link in shown.elsewhere] == [
        "11 March 2025, number 1",
        "12 March 2025, first digest, number 1",
        "12 March 2025, second digest, number 1",
        "Old letters, undated, number 1",
    ]
    assert {link.url for link in shown.elsewhere} == {
        "2025/03/11/#tides",
        "2025/03/12/#tides",
        "undated/old-letters/#tides",
    }


@pytest.mark.parametrize(
    ("url", "name"),
    [
        ("https://github.com/gale/kites", "gale/kites"),
        ("https://www.github.com/gale/kites/", "gale/kites"),
        ("https://github.com", "github.com"),
        ("http://kites.example/code?x=1", "kites.example/code"),
        ("https://kites.example/", "kites.example"),
    ],
)
def test_a_repository_is_called_by_its_name(url: str, name: str) -> None:
    assert name_repository(url) == name
