"""Which papers stand in which document: all of them once, and each where it was before."""

from collections.abc import Sequence
from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from generator.pages.feeds.archive import DAYS, divide, months_of
from generator.pages.feeds.model import FeedDocument, FeedEntry
from tests.output.feeds.world import document, entry, feed_link

DAY = date(2025, 1, 1)
LINK = feed_link("Kites", "topics/kites/", "topic_kites")
MONTHLY = months_of("topics/kites/")

# So few a day that no month has more than a feed may hold at most.
counts = st.lists(st.integers(min_value=0, max_value=16), max_size=100)


def make_feed(counts: Sequence[int]) -> FeedDocument:
    """Make a feed with so many papers on each day from the first of 2025 on."""
    papers = [
        entry("Kites", id=f"{number}.{nth}", featured=DAY + timedelta(days=number))
        for number, count in enumerate(counts)
        for nth in range(count)
    ]
    return document(LINK, *reversed(papers))


def ids(papers: Sequence[FeedEntry]) -> list[str]:
    return [paper.id for paper in papers]


def walk(documents: Sequence[FeedDocument]) -> list[FeedDocument]:
    """Follow a feed to its end, as a program does that has missed some of it."""
    by_stem = {each.stem: each for each in documents}
    assert len(by_stem) == len(documents)
    found = [by_stem["topics/kites/feed"]]
    while found[-1].earlier:
        found.append(by_stem[found[-1].earlier])
    return found


@settings(max_examples=30)
@given(counts)
def test_who_walks_the_archive_meets_every_paper_once(counts: list[int]) -> None:
    whole = make_feed(counts)
    for times in (DAYS, MONTHLY):
        documents = list(divide(whole, times, archived=True))
        walked = walk(documents)
        assert len(walked) == len(documents)
        assert [i for each in walked for i in ids(each.entries)] == ids(whole.entries)
        assert [each.is_archive for each in walked] == [False] + [True] * (len(walked) - 1)
        laters = ["", *(each.stem for each in walked[1:])]
        assert [each.later for each in walked[1:]] == laters[: len(walked) - 1]


@settings(max_examples=30)
@given(counts, st.lists(st.integers(min_value=1, max_value=16), min_size=1, max_size=40))
def test_what_comes_later_leaves_the_archive_as_it_is(counts: list[int], more: list[int]) -> None:
    for times in (DAYS, MONTHLY):
        before, after = (
            {
                each.stem: ids(each.entries)
                for each in divide(make_feed(days), times, archived=True)
                if each.is_archive
            }
            for days in (counts, counts + more)
        )
        assert before.items() <= after.items()


@settings(max_examples=30)
@given(counts)
def test_what_is_followed_holds_enough_and_not_much_more(counts: list[int]) -> None:
    whole = make_feed(counts)
    first, *_ = divide(whole, DAYS, archived=True)
    shown = len(first.entries)
    assert shown >= min(DAYS.enough, len(whole.entries))
    assert shown < DAYS.enough + 16
    left = {paper.featured for paper in whole.entries[shown:]}
    assert not left & {paper.featured for paper in first.entries}, "a day is in it whole"


def test_a_day_of_very_many_papers_is_cut_short_and_stands_whole_in_the_archive() -> None:
    whole = make_feed([3, 5, 2000])
    first, *archive = divide(whole, DAYS, archived=True)
    assert len(first.entries) == 500
    assert [len(each.entries) for each in archive] == [2000, 5, 3]
    assert first.earlier == archive[0].stem == "2025/01/03/feed"


def test_without_an_archive_there_is_one_document() -> None:
    (only,) = divide(make_feed([10] * 60), MONTHLY, archived=False)
    assert not only.earlier
    assert len(only.entries) == 290


def test_the_archive_lies_beside_the_pages_of_its_time() -> None:
    monthly = list(divide(make_feed([10] * 90), MONTHLY, archived=True))
    assert [each.stem for each in monthly] == [
        "topics/kites/feed",
        "topics/kites/2025-02/feed",
        "topics/kites/2025-01/feed",
    ]
    daily = list(divide(make_feed([60, 60, 60]), DAYS, archived=True))
    assert [each.stem for each in daily] == ["topics/kites/feed", "2025/01/01/feed"]
