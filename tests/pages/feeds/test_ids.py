"""Ids for ever: what may happen to a paper without another id, and what two papers share."""

import re

from generator.curation.model import CuratedCorpus
from generator.pages.feeds.ids import feed_id, paper_ids
from tests.pages.world import Item, curate, item, seen, small_world

BEGINNING = "tag:example.org,2026:review/"
# https://www.rfc-editor.org/rfc/rfc4151#section-2.1
TAG_URI = re.compile(r"tag:[a-z0-9.-]+,\d{4}(-\d\d){0,2}:[A-Za-z0-9._~!$&'()*+,;=:@%/?-]*")


def only_id(*items: Item) -> str:
    (found,) = paper_ids(curate(*items).corpus, BEGINNING).values()
    return found


def ids(curated: CuratedCorpus) -> dict[str, str]:
    return {str(paper): found for paper, found in paper_ids(curated.corpus, BEGINNING).items()}


def test_an_id_is_a_tag_uri() -> None:
    found = ids(small_world())
    assert len(set(found.values())) == len(found) > 8
    for each in (*found.values(), feed_id(BEGINNING, "topics/kites/feed")):
        assert TAG_URI.fullmatch(each), each
        assert each.startswith(BEGINNING)


def test_an_id_that_was_given_is_given_for_ever() -> None:
    """No change of the program may move it: readers' programs have it."""
    assert only_id(item("Kites in Strong Wind", seen("2025-03-11", 1))) == (
        "tag:example.org,2026:review/papers/0d4004a4180158ac"
    )


def test_nothing_that_is_learned_later_changes_it() -> None:
    first = seen("2025-03-11", 1)
    plain = only_id(item("Kites", first))
    assert plain == only_id(item("Kites", first, correction="Kites, Corrected", note="Good."))
    assert plain == only_id(item("Kites", first, arxiv_id="2403.12345", authors=["Ada Gale"]))
    assert plain == only_id(item("Kites", first, slug="another", redirects=["kites"]))
    assert plain == only_id(item("Kites", first, hidden="Withdrawn.", topics=["air"]))
    assert plain == only_id(item("Kites", first, seen("2025-03-14", 2, title="Kites, Renamed")))
    assert plain == only_id(item("KITES ", seen("2024-01-01", 7), first))
    assert plain != only_id(item("Boats", first))


def test_of_two_papers_with_one_title_the_first_keeps_its_id() -> None:
    first = item("Lights", seen("2025-03-11", 2), slug="one", arxiv_id="2403.00001")
    second = item("Lights", seen("2025-03-11", 3), slug="two", arxiv_id="2403.00002")
    third = item("Lights", seen("2025-03-12", 1), slug="three")
    alone = ids(curate(first))
    both = ids(curate(second, first))
    three = ids(curate(third, second, first))
    assert alone.items() < both.items() < three.items()
    assert len(set(three.values())) == 3
