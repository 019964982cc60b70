"""Every decision explained: the phrases, where they stand, and the curator's lines."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.curation.explaining import Explanation, explain_paper
from generator.curation.lookup import PaperSearch
from generator.curation.phrases import Span
from generator.curation.scoring import Part
from generator.curation.verdicts import Verdict, cut_out
from generator.diagnostics import Place
from generator.identifiers import Slug
from generator.pipeline import Reading
from tests.curation.sea import TOPICS, Sea, sea

KITES = Slug("kites-that-read-the-wind")
SURVEY = Slug("a-survey-of-small-boats")
VERY_SMALL = Slug("a-survey-of-very-small-boats")
TIDES = Slug("tides-without-numbers")


def explain(world: Sea, paper: Slug = KITES) -> Explanation:
    return explain_paper(
        paper,
        corpus=world.corpus,
        curation=world.curation,
        curated=world.curated,
        search=world.search,
    )


def ids(verdicts: tuple[Verdict, ...]) -> list[str]:
    return [verdict.id for verdict in verdicts]


def test_a_topic_is_explained_by_phrases_with_their_words_weights_and_lines() -> None:
    explained = explain(sea())
    (kites,) = explained.topics
    assert kites.place == Place(file="topics.yml", line=1, column=7)
    assert (kites.name, kites.given, kites.by_rule, kites.change) == ("Kites", True, True, None)
    assert (kites.total, kites.threshold) == (2.5, 3)
    assert explained.is_weak
    assert [(c.phrase, c.weight, c.part, c.words, c.place) for c in kites.clues] == [
        ("kite", 2, Part.TITLE, "Kites", Place(file="topics.yml", line=10, column=15)),
        ("kite", 1, Part.ABSTRACT, "Kites", Place(file="topics.yml", line=10, column=15)),
        ("boat", -0.5, Part.ABSTRACT, "boat", Place(file="topics.yml", line=14, column=15)),
    ]
    assert [(c.before, c.after) for c in kites.clues] == [
        ("", " That Read the Wind"),
        ("", " read the wind. A wooden boat…"),
        ("Kites read the wind. A wooden ", " follows."),
    ]


def test_a_tag_without_a_rule_is_explained_by_its_name_or_alias() -> None:
    (survey,) = explain(sea(), SURVEY).tags
    assert (survey.total, survey.threshold) == (3, 2)
    assert {(clue.phrase, clue.place.line) for clue in survey.clues} == {("Survey", 2)}


def test_the_runner_up_is_what_came_nearest_without_being_given() -> None:
    explained = explain(sea())
    assert explained.topic_runner_up
    assert explained.tag_runner_up
    assert (explained.topic_runner_up.id, explained.topic_runner_up.total) == ("boats", 1.5)
    assert (explained.tag_runner_up.id, explained.tag_runner_up.given) == ("wooden", False)


def test_nothing_is_runner_up_where_nothing_speaks_for_it() -> None:
    explained = explain(sea(), TIDES)
    assert (explained.topics, explained.topic_runner_up) == ((), None)
    assert (explained.tags, explained.tag_runner_up) == ((), None)
    assert not explained.is_weak


def test_a_curators_word_is_explained_by_its_line() -> None:
    world = sea(
        "- paper: 2401.00001\n"
        "  title: A Word on Kites\n"
        "  pick: true\n"
        "  note: It flies.\n"
        "  topics: {add: [charts], remove: [kites]}\n"
        "  tags: {set: [survey]}\n"
    )
    explained = explain(world)
    assert explained.title == "A Word on Kites"
    (charts,) = explained.topics
    line = Place(file="papers.yml", line=5, column=3)
    assert (charts.id, charts.by_rule, charts.change, charts.clues) == ("charts", False, line, ())
    assert (charts.total, charts.threshold) == (0, 0)
    (kites,) = explained.withdrawn_topics
    assert (kites.id, kites.given, kites.by_rule, kites.change) == ("kites", False, True, line)
    assert ids(explained.tags) == ["survey"]
    assert explained.tags[0].change == Place(file="papers.yml", line=6, column=3)
    assert [(word.key, word.effect, word.place.line) for word in explained.words] == [
        ("topics", "adds `charts`, takes away `kites`", 5),
        ("tags", "sets `survey`", 6),
        ("pick", "makes it a pick", 1),
        ("note", "adds a note: It flies.", 1),
        ("title", "corrects the title", 1),
    ]


def test_whom_a_curator_found_behind_a_name_is_explained() -> None:
    entries = "- name: Thomas Knot\n  names: [Tom Knot]\n- name: Ada Breeze\n  note: She sails.\n"
    words = explain(sea(authors=entries), SURVEY).words
    assert [(word.key, word.effect, word.place.line) for word in words] == [
        ("author", "speaks of Ada Breeze", 3),
        ("author", "takes “Tom Knot” for `thomas-knot`", 1),
    ]


def test_what_a_curator_confirms_is_by_rule_and_bears_the_line_too() -> None:
    explained = explain(sea("- paper: 2401.00001\n  topics: {set: [kites]}\n"))
    (kites,) = explained.topics
    assert kites.by_rule
    assert kites.change == Place(file="papers.yml", line=2, column=3)


def test_a_topic_may_leave_none() -> None:
    explained = explain(sea("- paper: 2401.00001\n  topics: {set: []}\n"))
    assert explained.topics == ()
    assert ids(explained.withdrawn_topics) == ["kites"]
    assert explained.words[0].effect == "leaves none"


def test_a_merged_paper_is_explained_as_what_it_was_merged_into() -> None:
    world = sea(f"- paper: {VERY_SMALL}\n  merge_into: {SURVEY}\n")
    explained = explain(world, VERY_SMALL)
    assert explained == explain(world, SURVEY)
    assert explained.id == SURVEY
    assert explained.merged == ("A Survey of Very Small Boats",)
    assert len(explained.appearances) == 2


def test_a_hidden_and_moved_paper_is_explained() -> None:
    explained = explain(sea("- paper: 2401.00001\n  hide: It is soaked.\n  slug: wet-kites\n"))
    assert (explained.id, explained.hidden) == ("wet-kites", "It is soaked.")
    assert [word.key for word in explained.words] == ["slug", "hide"]


def test_a_rule_that_stands_before_another_is_named() -> None:
    topics = TOPICS.replace(
        "    threshold: 2\n", "    threshold: 1\n    primary: -1\n    before: [kites]\n"
    ).replace("threshold: 3", "threshold: 1")
    boats, kites = explain(sea(topics=topics)).topics
    assert (boats.id, boats.before, boats.bonus) == ("boats", ("kites",), -1)
    assert (kites.before, kites.bonus) == ((), 0)


def test_a_label_that_is_not_declared_is_explained_by_its_id() -> None:
    """As where its entry has a mistake, which is told apart."""
    world = sea(f"- paper: {KITES}\n  topics: {{add: [charts]}}\n")
    broken = replace(world, curation=replace(world.curation, topics=world.curation.topics[:2]))
    charts = explain(broken).topics[-1]
    assert (charts.id, charts.name) == ("charts", "charts")
    assert charts.place == Place(file="papers.yml", line=2, column=3)


@given(st.text(), st.data())
def test_what_is_cut_out_joins_to_the_text(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    before, words, after = cut_out(text, Span(start, end))
    assert words == text[start:end]
    assert len(before) <= 33
    assert len(after) <= 33
    assert text[:start].endswith(before.removeprefix("…"))
    assert text[end:].startswith(after.removesuffix("…"))


def test_reasons_name_each_phrase_once_the_weightiest_first() -> None:
    paper = sea().curated.papers[KITES]
    (reason,) = paper.topic_reasons
    assert reason.label == "kites"
    assert [(found.words, found.in_title) for found in reason.found] == [("Kites", True)]
    assert (reason.total, reason.threshold) == (2.5, 3)
    assert paper.tag_reasons == ()


def test_reasons_tell_what_rules_gave_whatever_the_curator_says() -> None:
    word = "  topics: {set: []}\n  tags: {remove: [survey]}\n"
    paper = sea(f"- paper: {SURVEY}\n{word}").curated.papers[SURVEY]
    assert (paper.topics, paper.tags) == ((), ())
    assert [reason.label for reason in paper.topic_reasons] == ["boats"]
    assert [reason.label for reason in paper.tag_reasons] == ["survey"]


def test_real_papers_are_explained_as_they_are_shown(real: Reading) -> None:
    """Every twentieth: what it has is what is explained, from words of its text that add up."""
    search = PaperSearch(real.corpus, real.curation.edits)
    for id_ in tuple(real.corpus.papers)[::20]:
        explained = explain_paper(
            id_,
            corpus=real.corpus,
            curation=real.curation,
            curated=real.curated,
            search=search,
        )
        said, received = real.curated.papers[explained.id], real.corpus.papers[id_]
        assert ids(explained.topics) == list(said.topics)
        assert ids(explained.tags) == list(said.tags)
        runners_up = filter(None, (explained.topic_runner_up, explained.tag_runner_up))
        for verdict in (*explained.topics, *explained.tags, *runners_up):
            assert sum(clue.weight for clue in verdict.clues) == pytest.approx(verdict.total)
            for clue in verdict.clues:
                text = received.title if clue.part is Part.TITLE else received.abstract
                shown = clue.before.removeprefix("…") + clue.words + clue.after.removesuffix("…")
                assert shown in text.clean
                assert clue.place.file.startswith("content/curation/t")
