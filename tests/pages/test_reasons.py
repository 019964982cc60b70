"""Why a paper has its topics and tags, as a reader is told."""

from dataclasses import replace

from generator.curation.model import Found, Reason
from generator.identifiers import TagId, TopicId
from generator.pages.views import PaperPage, WhyItem

from .plans import plan, view
from .world import Item, curate, item, seen, tag, topic


def told(given: Item) -> dict[str, str]:
    world = curate(given, topics=[topic("boats"), topic("kites")], tags=[tag("survey")])
    why: tuple[WhyItem, ...] = view(plan(world), "papers/tides/", PaperPage).why
    return {item.name: item.because for item in why}


def tides(*found: Found, total: float = 3) -> Item:
    reason = Reason(label=TopicId("boats"), found=found, total=total, threshold=3)
    given = item("Tides", seen("2025-03-12", 1), topics=["boats"])
    return replace(given, said=replace(given.said, topic_reasons=(reason,)))


def in_title(words: str) -> Found:
    return Found(words=words, in_title=True)


def in_abstract(words: str) -> Found:
    return Found(words=words, in_title=False)


def test_words_are_told_with_their_place() -> None:
    given = tides(in_title("Sailing Boats"), in_abstract("hull"), in_title("Keels"))
    assert told(given) == {
        "Boats": "“Sailing Boats” and “Keels” in the title; “hull” in the abstract."
    }


def test_only_the_weightiest_words_are_told_and_none_that_stand_within_another() -> None:
    given = tides(*map(in_abstract, ("rowing boat", "Boat", "oar", "hull", "sail", "keel")))
    assert told(given) == {"Boats": "“rowing boat”, “oar”, “hull” and “sail” in the abstract."}


def test_a_topic_below_its_threshold_is_told_to_be_the_nearest() -> None:
    nearest = "The nearest of all topics, for “hull” in the abstract."
    assert told(tides(in_abstract("hull"), total=1)) == {"Boats": nearest}


def test_what_a_curator_gave_is_told_to_be_theirs_and_what_they_took_away_is_not_told() -> None:
    given = tides(in_title("Boats"))
    said = replace(given.said, topics=(TopicId("kites"),), tags=(TagId("survey"),))
    by_curator = "The curator says so."
    assert told(replace(given, said=said)) == {"Kites": by_curator, "Survey": by_curator}
