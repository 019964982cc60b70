"""Deciding topics: what counts, which is first, and that every decision is explained."""

from collections.abc import Mapping
from typing import Any

import pytest
from pydantic import ValidationError

from generator.curation.rule_schema import TopicRuleSchema
from generator.curation.scoring import Part, split_sentences
from generator.curation.topics import TopicDecision, compile_topic_rules, decide_topics
from generator.identifiers import TopicId


def rule(*lines: Mapping[str, Any], threshold: float = 3, **more: Any) -> TopicRuleSchema:
    return TopicRuleSchema(threshold=threshold, phrases=lines, **more)


def line(*phrases: str, **more: Any) -> dict[str, Any]:
    return {"any": phrases, **({"title": 4, "abstract": 2, "again": 1} | more)}


def decide(title: str, abstract: str, /, **rules: TopicRuleSchema) -> TopicDecision:
    compiled = compile_topic_rules({TopicId(id_): rule for id_, rule in rules.items()})
    return decide_topics(compiled, title, abstract)


BOATS = line("boat", "ship")

# title, abstract, line, total
TOTALS = [
    ("Boats", "", BOATS, 4),
    ("Boats and ships", "", BOATS, 4),
    ("Kites", "A boat.", BOATS, 2),
    ("Kites", "A boat and a ship.", BOATS, 2),
    ("Kites", "A boat. A ship.", BOATS, 3),
    ("Boats", "A boat. A ship. No kite. A boat. A ship. A boat. A ship.", BOATS, 4 + 2 + 3),
    ("Kites", "A boathouse.", BOATS, 0),
    # `with` looks in the same sentence, and in the title
    ("Kites", "We build a boat. A ship.", line("boat", "ship", **{"with": ("we build",)}), 2),
    ("Kites", "We build kites. A boat.", line("boat", **{"with": ("we build",)}), 0),
    ("We build a boat", "", line("boat", **{"with": ("we build",)}), 4),
    # `all` and `not` look everywhere
    ("Boats", "In the harbour.", line("boat", all=("harbour",)), 4),
    ("Boats", "At sea.", line("boat", all=("harbour",)), 0),
    ("Boats", "In the harbour, at night.", line("boat", all=("harbour", "day")), 0),
    ("Boats", "In the harbour.", line("boat", **{"not": ("harbour", "sea")}), 0),
    # `unless` looks at the very words
    ("Boats", "A flying boat.", line("boat", unless=("flying boat",)), 4),
    ("Flying boats", "A boat.", line("boat", unless=("flying boat",)), 2),
    # words of a template are never evidence
    ("Large language models", "Our code is available.", line("language model", "code"), 0),
    ("A language model", "", line("language model"), 4),
]


@pytest.mark.parametrize(("title", "abstract", "evidence", "total"), TOTALS)
def test_total(title: str, abstract: str, evidence: dict[str, Any], total: float) -> None:
    (score,) = decide(title, abstract, t=rule(evidence)).scores or (None,)
    assert (score.score.total if score else 0) == total


def test_lines_add_up_and_a_negative_one_speaks_against() -> None:
    evidence = (line("boat"), line("sail", title=3), line("toy", title=-2, abstract=0, again=0))
    (score,) = decide("Sailing a toy boat: sails", "", boats=rule(*evidence)).scores
    assert score.score.total == 4 + 3 - 2


def test_evidence_stands_where_it_says() -> None:
    title, abstract = "Ships at sea", "Waves, i.e. water. We build Boats. A ship follows."
    decision = decide(title, abstract, boats=rule(BOATS))
    (score,) = decision.scores
    texts = {Part.TITLE: title, Part.ABSTRACT: abstract, Part.AGAIN: abstract}
    assert [
        (e.part, e.phrase, texts[e.part][e.span.start : e.span.end], e.weight, e.line)
        for e in score.score.evidence
    ] == [
        (Part.TITLE, "ship", "Ships", 4, 0),
        (Part.ABSTRACT, "boat", "Boats", 2, 0),
        (Part.AGAIN, "ship", "ship", 1, 0),
    ]
    assert score.score.total == sum(e.weight for e in score.score.evidence)


def test_the_primary_passes_its_threshold_by_most() -> None:
    decision = decide(
        "Boats and kites", "A kite.", boats=rule(BOATS), kites=rule(line("kite"), threshold=2)
    )
    assert decision.topics == ("kites", "boats")
    assert decision.runner_up is None


def test_primary_is_moved_by_its_own_weight() -> None:
    rules = {"boats": rule(BOATS), "kites": rule(line("kite"), threshold=2, primary=-4)}
    assert decide("Boats and kites", "A kite.", **rules).topics == ("boats", "kites")


def test_before_decides_between_topics_of_about_the_same_right() -> None:
    boats = rule(BOATS, before=("kites",))
    kites = rule(line("kite"))
    assert decide("Boats and kites", "A kite.", boats=boats, kites=kites).topics[0] == "boats"
    much = rule(line("kite", title=12))
    assert decide("Boats and kites", "A kite.", boats=boats, kites=much).topics[0] == "kites"


def test_before_in_a_circle_ends() -> None:
    boats, kites = rule(BOATS, before=("kites",)), rule(line("kite"), before=("boats",))
    assert set(decide("Boats and kites", "", boats=boats, kites=kites).topics) == {"boats", "kites"}


def test_a_third_topic_must_pass_its_threshold_clearly_and_a_fourth_is_never_given() -> None:
    words = ("boat", "kite", "tower", "tide")
    title = "Boats, kites, towers and tides"
    narrow = {w: rule(line(w), threshold=3.5) for w in words}
    assert decide(title, "", **narrow).topics == ("boat", "kite")
    clear = {w: rule(line(w), threshold=3) for w in words}
    decision = decide(title, "", **clear)
    assert decision.topics == ("boat", "kite", "tower")
    assert decision.runner_up is not None
    assert decision.runner_up.topic == "tide"


def test_below_every_threshold_the_best_is_given_alone_and_called_weak() -> None:
    rules = {"boats": rule(BOATS), "kites": rule(line("kite", abstract=1))}
    decision = decide("Towers", "A boat. A tower. A kite.", **rules)
    assert (decision.topics, decision.is_weak) == (("boats",), True)
    assert decision.runner_up is not None
    assert decision.runner_up.topic == "kites"


def test_without_evidence_there_is_no_topic() -> None:
    decision = decide("Towers", "A tower.", boats=rule(BOATS))
    assert decision == TopicDecision(topics=(), scores=(), runner_up=None)


def test_ties_go_to_the_topic_that_stands_first() -> None:
    boats, kites = rule(BOATS), rule(line("kite"))
    assert decide("Kites and boats", "", boats=boats, kites=kites).topics == ("boats", "kites")
    assert decide("Kites and boats", "", kites=kites, boats=boats).topics == ("kites", "boats")


SENTENCES = [
    ("One. Two! Three? Four", ["One. ", "Two! ", "Three? ", "Four"]),
    ("We test e.g. BERT. It works.", ["We test e.g. BERT. ", "It works."]),
    ("Smith et al. Found it.", ["Smith et al. Found it."]),
    ("By 2.5 points. (See J. Doe.)", ["By 2.5 points. ", "(See J. Doe.)"]),
    ("no capital. here", ["no capital. here"]),
    ("", []),
]


@pytest.mark.parametrize(("text", "sentences"), SENTENCES)
def test_sentences(text: str, sentences: list[str]) -> None:
    assert [text[s.start : s.end] for s in split_sentences(text)] == sentences


BAD_RULES: list[dict[str, Any]] = [
    {"any": ("boat",)},
    {"any": (), "title": 1},
    {"any": ("bo*t",), "title": 1},
    {"any": ("*",), "title": 1},
    {"any": ("--",), "title": 1},
    {"any": ("x" * 101,), "title": 1},
    {"any": ("boat",), "title": "1"},
    {"any": ("boat",), "title": 21},
    {"any": ("boat",), "titel": 1},
]


@pytest.mark.parametrize("bad", BAD_RULES)
def test_a_rule_that_makes_no_sense_is_refused(bad: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        rule(bad)
