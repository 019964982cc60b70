"""How right the rules are: the counting, and the rules of this site on labelled papers."""

import re
from collections import Counter

import pytest

from generator.curation.measurement import (
    LabelledPaper,
    Measurement,
    list_given,
    measure_topics,
    parse_labels,
    render_measurement,
    replace_table,
)
from generator.curation.phrases import FoldedText, PhraseIndex
from generator.curation.reading import read_curation
from generator.curation.topics import MOST_TOPICS, compile_topic_rules, decide_topics
from generator.identifiers import TopicId, title_key
from generator.pipeline import Reading
from tests.conftest import ROOT
from tests.curation.gold import labels, seed_papers

BOATS, KITES, TIDES = TopicId("boats"), TopicId("kites"), TopicId("tides")


def labelled(title: str, *agreed: str, also: tuple[str, ...] = ()) -> LabelledPaper:
    return LabelledPaper(
        title=title,
        agreed=agreed,
        acceptable=(*agreed, *also),
        primary=agreed[0] if agreed else None,
    )


def measure(papers: list[LabelledPaper], **given: tuple[TopicId, ...]) -> Measurement:
    return measure_topics(papers, {title_key(t): g for t, g in given.items()}, (BOATS, KITES))


def test_what_counts_as_right_wrong_and_missed() -> None:
    papers = [
        labelled("One", "boats", "kites"),
        labelled("Two", "kites", also=("boats",)),
        labelled("Three", "tides"),
        labelled("Four", also=("boats",)),
    ]
    found = measure(papers, One=(BOATS,), Two=(BOATS, KITES), Three=(KITES,), Four=())
    assert [(t.topic, t.labelled, t.right, t.wrong, t.missed) for t in found.topics] == [
        ("boats", 1, 2, 0, 0),
        ("kites", 2, 1, 1, 1),
        ("tides", 1, 0, 0, 1),
    ]
    assert (found.precision, found.recall) == (3 / 4, 3 / 5)
    assert found.f1 == pytest.approx(2 / 3)
    assert (found.primary_labelled, found.primary_right) == (3, 1)
    assert [(t.precision, t.recall) for t in found.topics] == [(1, 1), (0.5, 0.5), (None, 0)]


def test_a_paper_that_is_not_there_is_counted_and_missed() -> None:
    found = measure([labelled("Gone", "boats")])
    assert (found.absent, found.recall, found.f1) == (1, 0, 0)


def test_labels_that_are_something_else_are_refused() -> None:
    for text in ("{", "{}", '[{"title": 3}]'):
        with pytest.raises(ValueError, match=r"."):
            parse_labels(text)


def test_the_table() -> None:
    found = measure([labelled("One", "boats")], One=(BOATS, KITES))
    assert render_measurement(found, {BOATS: "Boats"}) == (
        "1 papers: precision 0.500, recall 1.000, F1 0.667; primary topic right in 1.000.\n\n"
        "| Topic | Agreed | Given | Wrong | Missed | Precision | Recall |\n"
        "|---|---:|---:|---:|---:|---:|---:|\n"
        "| Boats | 1 | 1 | 0 | 0 | 1.00 | 1.00 |\n"
        "| kites | 0 | 1 | 1 | 0 | 0.00 | – |\n"
    )


def test_the_rules_of_this_site_are_right_on_labelled_papers() -> None:
    curation, _ = read_curation(ROOT / "content" / "curation", root=ROOT)
    rules = compile_topic_rules(curation.topic_rules)
    given = {}
    for paper in seed_papers():
        topics = decide_topics(rules, paper.title, paper.abstract).topics
        assert len(topics) == len(set(topics)) <= MOST_TOPICS
        given.update({title_key(title): topics for title in paper.raw_titles})
    found = measure_topics(labels(), given, curation.topic_rules)
    assert found.absent == 0
    assert found.f1 >= 0.90
    assert found.primary >= 0.90


def test_no_rule_names_a_single_paper() -> None:
    """A name before a title's colon is in a rule only where other papers use it, too."""
    curation, _ = read_curation(ROOT / "content" / "curation", root=ROOT)
    papers = seed_papers()
    rules = (*curation.topic_rules.values(), *curation.tag_rules.values())
    phrases = {phrase.casefold() for r in rules for line in r.phrases for phrase in line.any}
    before_colon = (re.match(r"([\w.+-]*[A-Z\d]\w*):", p.title) for p in papers)
    names = sorted({m[1].casefold() for m in before_colon if m} & phrases)
    index = PhraseIndex(names or ["no name at all"])
    texts = [FoldedText(f"{p.title}. {p.abstract}") for p in papers]
    count = Counter(n for text in texts for n in {n for n, _ in index.find(text)})
    assert [name for n, name in enumerate(names) if count[n] < 3] == []


def test_the_table_in_the_docs_is_that_of_the_rules(real: Reading) -> None:
    """The test of the command that writes it: it leaves the page as it is."""
    page = (ROOT / "docs" / "topics.md").read_text("utf-8")
    names = {topic.id: topic.name for topic in real.curated.topics}
    found = measure_topics(labels(), list_given(real.curated), names)
    assert replace_table(page, render_measurement(found, names)) == page, (
        "run broadsheet score tests/data/gold/topics-dev.json --page docs/topics.md"
    )


@pytest.mark.parametrize(
    "page", ["", "<!-- scores -->\n", "<!-- end of scores -->\n<!-- scores -->\n"]
)
def test_a_table_needs_its_marks(page: str) -> None:
    with pytest.raises(ValueError, match="no marks"):
        replace_table(page, "table")


def test_a_table_takes_the_place_of_another() -> None:
    page = "a\n<!-- scores: how -->\nold\n<!-- end of scores -->\nb\n"
    once = replace_table(page, "| new |\n")
    assert once == "a\n<!-- scores: how -->\n\n| new |\n\n<!-- end of scores -->\nb\n"
    assert replace_table(once, "| new |\n") == once
