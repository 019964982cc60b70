"""Advice: each kind given where it is due, with its place, and nowhere else."""

from collections.abc import Iterable

import pytest

from generator.corpus.assembly import assemble_corpus
from generator.corpus.model import Corpus
from generator.curation.application import apply_curation
from generator.curation.audit import Advice, Subject, audit
from generator.curation.audit.papers import advise_on_open_questions
from generator.curation.lookup import PaperSearch
from generator.curation.model import Curation, MatchEdit, Written
from generator.diagnostics import Place
from generator.identifiers import ArxivId, Slug
from generator.pipeline import Reading
from tests.corpus.entries import digest, entry, fact
from tests.curation.sea import TAGS, TOPICS, sea
from tests.curation.writing import curate_text

ABSTRACT = (
    "Knots hold what is to be held, and let go of what is to go. We tie forty of them in ropes of "
    "six kinds, pull, and count what gives way. The oldest knots hold best."
)


def advise(
    corpus: Corpus | None = None,
    *,
    topics: str = TOPICS,
    tags: str = TAGS,
    papers: str = "",
    collections: str = "",
    authors: str = "[]",
) -> tuple[Advice, ...]:
    if corpus is None:
        world = sea(papers, topics=topics, tags=tags, collections=collections)
        return audit(curation=world.curation, corpus=world.corpus, curated=world.curated)
    curation = curate_text(topics=topics, tags=tags, authors=authors)
    return audit(curation=curation, corpus=corpus, curated=apply_curation(curation, corpus))


def of(advice: Iterable[Advice], subject: Subject) -> list[Advice]:
    return [piece for piece in advice if piece.subject is subject]


def words(piece: Advice) -> list[str]:
    return [text for text, _ in piece.items]


def rule(text: str, name: str = "Ropes") -> str:
    """A topic of its own, whose rule has these lines of evidence."""
    return (
        f"- id: {name.lower()}\n  name: {name}\n  description: About it.\n  family: Sea\n"
        f"  hue: 2\n  form: 1\n  rule:\n    threshold: 2\n    phrases:\n{text}"
    )


def test_a_rule_that_no_paper_meets_names_the_nearest() -> None:
    ropes = rule("      - {any: [wooden, anchor], title: 2, abstract: 1}\n")
    advice = of(advise(topics=TOPICS + ropes), Subject.RULE_NEVER_MET)
    (piece,) = (a for a in advice if "Ropes" in a.message)
    assert piece.place == Place(file="topics.yml", line=34, column=7)
    assert piece.message == "The rule of the topic Ropes is met by no paper."
    assert "“Kites That Read the Wind” with 1 of 2" in piece.suggestion


def test_a_rule_that_finds_nothing_at_all_is_told_once() -> None:
    ropes = rule("      - {any: [anchor, winch], title: 2}\n      - {any: [hawser], title: 1}\n")
    found = [a for a in advise(topics=TOPICS + ropes) if "Ropes" in a.message]
    assert [a.subject for a in found] == [Subject.RULE_NEVER_MET]
    assert found[0].suggestion.startswith("Nothing that it looks for stands in any paper")


def test_evidence_that_never_counts_says_why() -> None:
    ropes = rule(
        "      - {any: [boat], title: 2, abstract: 2}\n"
        "      - {any: [anchor, winch], title: 2}\n"
        "      - {any: [kite], with: [harbour], title: 2}\n"
        "      - {any: [lighthouse], again: 2}\n"
    )
    never, withheld, weightless = of(advise(topics=TOPICS + ropes), Subject.EVIDENCE_NEVER_COUNTS)
    assert (never.place.line, words(never)) == (44, ["anchor", "winch"])
    assert never.suggestion.startswith("None of its phrases stands in any paper.")
    assert (withheld.place.line, words(withheld)) == (45, ["kite"])
    assert withheld.suggestion.startswith("They stand in papers, but `with` never lets them count.")
    assert "only where they weigh nothing" in weightless.suggestion


def test_phrases_that_are_never_found_are_listed_with_their_lines() -> None:
    ropes = rule(
        "      - {any: [boat, anchor, kite], title: 2}\n      - {any: [bay, tug], title: 1}\n"
    )
    (piece,) = (
        a
        for a in of(advise(topics=TOPICS + ropes), Subject.PHRASES_NEVER_FOUND)
        if "Ropes" in a.message
    )
    assert piece.message == "2 of the 5 phrases of the topic Ropes stand in no paper."
    assert [(text, place.line) for text, place in piece.items] == [("anchor", 43), ("tug", 44)]
    assert piece.place == piece.items[0][1]


def crowd(count: int, *, common: str) -> Corpus:
    papers = (entry(f"Paper {n} of a Crowd", f"It is about {common}.") for n in range(count))
    return assemble_corpus([digest("2025-03-11", *papers)], [])


@pytest.mark.parametrize(
    ("line", "count", "told"),
    [
        ("{any: [rope], abstract: 1}", 20, True),
        ("{any: [rope], abstract: 1}", 19, False),
        ("{any: [rope], abstract: -1}", 20, False),
        ("{any: [rope], with: [knot], abstract: 1}", 20, False),
        ("{any: [rope], all: [knot], abstract: 1}", 20, False),
        ("{any: [knot], abstract: 1}", 20, False),
    ],
)
def test_a_phrase_that_stands_in_most_papers_is_told(line: str, count: int, told: bool) -> None:
    found = of(
        advise(crowd(count, common="ropes"), topics=rule(f"      - {line}\n")),
        Subject.PHRASE_EVERYWHERE,
    )
    assert [(a.message, a.place.line) for a in found] == (
        [("`rope` stands in 100% of all papers, and speaks for the topic Ropes.", 10)]
        if told
        else []
    )


def overlapping(both: int, alone: int, large: int) -> Corpus:
    texts = ["a net and a trap"] * both + ["a net"] * alone + ["a trap"] * large
    papers = (entry(f"Paper {n} of a Crowd", f"We use {text}.") for n, text in enumerate(texts))
    return assemble_corpus([digest("2025-03-11", *papers)], [])


@pytest.mark.parametrize(
    ("both", "alone", "told"),
    [(5, 0, "5 of the 5 papers"), (6, 4, "6 of the 10 papers"), (6, 5, ""), (4, 0, "")],
)
def test_topics_that_overlap_are_told(both: int, alone: int, told: str) -> None:
    topics = rule("      - {any: [trap], abstract: 3}\n", "Traps") + rule(
        "      - {any: [net], abstract: 3}\n", "Nets"
    )
    found = of(advise(overlapping(both, alone, 20), topics=topics), Subject.TOPICS_OVERLAP)
    assert bool(found) == bool(told)
    for piece in found:
        assert piece.message.startswith(f"{told} of the topic Nets (")
        assert (piece.place.line, words(piece)) == (11, ["Traps"])


def test_a_paper_without_a_topic_is_told_and_a_hidden_one_is_not() -> None:
    def titles(papers: str = "") -> list[str]:
        found = of(advise(papers=papers), Subject.PAPER_WITHOUT_TOPIC)
        return [piece.message for piece in found]

    assert "“Tides Without Numbers” has no topic." in titles()
    hidden = "- {paper: tides-without-numbers, hide: It is wet.}\n"
    assert not any("Tides" in message for message in titles(hidden))
    given = "- {paper: tides-without-numbers, topics: {set: [charts]}}\n"
    assert not any("Tides" in message for message in titles(given))


def test_a_paper_below_all_thresholds_is_told_until_a_curator_confirms_it() -> None:
    (piece,) = (a for a in of(advise(), Subject.PAPER_BELOW_THRESHOLD) if "Kites" in a.message)
    assert "has the topic Kites with only 2.5 of 3" in piece.message
    assert "`broadsheet explain 2401.00001`" in piece.suggestion
    assert piece.place.file == "content/digests/2025/2025-03-11.txt"
    confirmed = "- {paper: 2401.00001, topics: {set: [kites, boats]}}\n"
    assert not any(
        "“Kites" in a.message for a in of(advise(papers=confirmed), Subject.PAPER_BELOW_THRESHOLD)
    )


@pytest.mark.parametrize(
    ("first", "second", "why"),
    [
        ("Question answering", "Question-Answering", "forms of the same words"),
        ("Embedding", "embeddings", "forms of the same words"),
        ("Quantization", "Quantisation", "forms of the same words"),
        ("Calibration", "Caliberation", "by a letter or two"),
        ("RAG", "DAG", ""),
        ("Pre-training", "Post-training", ""),
    ],
)
def test_tags_with_nearly_the_same_name_are_told(first: str, second: str, why: str) -> None:
    tags = f'- {{id: one, name: "{first}"}}\n- {{id: two, name: "{second}"}}\n'
    found = of(advise(tags=tags), Subject.SIMILAR_TAGS)
    assert [why in piece.message for piece in found] == ([True] if why else [])
    for piece in found:
        assert piece.place == Place(file="tags.yml", line=2, column=8)
        assert piece.items == ((first, Place(file="tags.yml", line=1, column=8)),)


def test_tags_with_nearly_the_same_papers_are_told() -> None:
    titles = [f"Nets and Traps {n}" for n in range(5)]
    corpus = assemble_corpus([digest("2025-03-11", *titles, "Nets Alone")], [])
    tags = "- {id: net, name: Net}\n- {id: trap, name: Trap}\n- {id: alone, name: Alone}\n"
    (piece,) = of(advise(corpus, tags=tags), Subject.SIMILAR_TAGS)
    assert "of 6 papers with one of them, 5 have both" in piece.message


def test_a_word_of_two_tags_is_told_in_the_later() -> None:
    tags = (
        "- {id: survey, name: Survey, aliases: [overview]}\n"
        "- {id: outline, name: Outline, aliases: [overviews, Surveys]}\n"
    )
    first, second = of(advise(tags=tags), Subject.SHADOWED_ALIAS)
    assert first.message == "`overviews` of the tag Outline is an alias of the tag Survey, too."
    assert (first.place.line, first.items) == (
        2,
        (("overview", Place(file="tags.yml", line=1, column=40)),),
    )
    assert second.message == "`Surveys` of the tag Outline is the name of the tag Survey, too."


@pytest.mark.parametrize(
    ("aliases", "covered"),
    [
        ("[paper boat, ship]", ["paper boat"]),
        ("[ship, steam ship, ships]", ["steam ship", "ships"]),
        ("[steam ship, ship]", ["steam ship"]),
        ("[Boats]", ["Boats"]),
        ("[ship, boatyard]", []),
    ],
)
def test_an_alias_that_a_shorter_word_covers_is_told(aliases: str, covered: list[str]) -> None:
    tags = f"- {{id: boat, name: Boat, aliases: {aliases}}}\n"
    found = of(advise(tags=tags), Subject.SHADOWED_ALIAS)
    assert [words(piece) for piece in found] == ([covered] if covered else [])


def test_aliases_of_a_tag_with_a_rule_cover_nothing() -> None:
    tags = (
        "- id: boat\n  name: Boat\n  aliases: [paper boat]\n"
        "  rule: {threshold: 1, phrases: [{any: [boat], title: 1}]}\n"
    )
    assert of(advise(tags=tags), Subject.SHADOWED_ALIAS) == []


@pytest.mark.parametrize(
    ("first", "second", "told"),
    [
        (
            ("On Forty Knots and Sixteen Ropes", ABSTRACT),
            ("On Forty Knots and Sixteen Rope", "Other."),
            True,
        ),
        (
            ("On Forty Knots and Sixteen Ropes", ABSTRACT),
            ("On Forty Knots and Sixteen Rope", ABSTRACT),
            True,
        ),
        (("Forty Knots", ABSTRACT), ("What Knots Hold", ABSTRACT), True),
        (("Forty Knots", ABSTRACT), ("What Knots Hold", ABSTRACT.replace("forty", "40")), True),
        (("Forty Knots", ABSTRACT), ("What Knots Hold", ABSTRACT + " " + ABSTRACT[::-1]), False),
        (("Forty Knots", "Short."), ("What Knots Hold", "Short."), False),
    ],
)
def test_papers_that_look_the_same_are_told_once(
    first: tuple[str, str], second: tuple[str, str], told: bool
) -> None:
    corpus = assemble_corpus([digest("2025-03-11", entry(*first), entry(*second))], [])
    found = of(advise(corpus), Subject.PAPERS_ALIKE)
    assert len(found) == told
    for piece in found:
        assert piece.place.line == 3
        in_order = sorted(corpus.papers.values(), key=lambda p: p.appearances[0].place)
        earlier, later = (paper.id for paper in in_order)
        assert piece.entry == f"- paper: {later}\n  merge_into: {earlier}"


def test_papers_that_were_merged_are_not_told() -> None:
    near = "a-survey-of-small-boats"
    before = of(advise(), Subject.PAPERS_ALIKE)
    merged = f"- {{paper: a-survey-of-very-small-boats, merge_into: {near}}}\n"
    assert of(advise(papers=merged), Subject.PAPERS_ALIKE) == [
        piece for piece in before if "Very Small" not in piece.message
    ]


@pytest.mark.parametrize(
    "texts",
    [
        {"papers": "- {paper: Kites That Red the Wind, pick: true}\n"},
        {"papers": "- {paper: on-harbours-and-their-walls, merge_into: Kites That Red the Wind}\n"},
        {
            "collections": "- id: first\n  name: First\n  description: To begin with.\n"
            "  papers: [{paper: Kites That Red the Wind}]\n"
        },
    ],
)
def test_an_entry_for_a_paper_that_is_not_there_lists_close_ones(texts: dict[str, str]) -> None:
    (piece,) = of(advise(**texts), Subject.MISSING_PAPER)
    assert piece.message == "No paper is called “Kites That Red the Wind”."
    assert "“Kites That Read the Wind” (`2401.00001`)" in piece.suggestion
    assert piece.place.file == f"{next(iter(texts))}.yml"
    assert 1 <= len(piece.items) <= 3


def test_an_entry_like_no_paper_says_so() -> None:
    (piece,) = of(advise(papers="- {paper: 'zzqq', pick: true}\n"), Subject.MISSING_PAPER)
    assert piece.suggestion == "If its digest was taken out, delete the entry."


def test_each_subject_has_words_and_all_advice_is_in_their_order(real: Reading) -> None:
    assert all(subject.about for subject in Subject)
    advice = audit(curation=real.curation, corpus=real.corpus, curated=real.curated)
    order = [list(Subject).index(piece.subject) for piece in advice]
    assert order == sorted(order)


def test_real_advice_is_true(real: Reading) -> None:
    """What is said to be nowhere is nowhere; who is said to be below a threshold is below it."""
    advice = audit(curation=real.curation, corpus=real.corpus, curated=real.curated)
    search = PaperSearch(real.corpus, real.curation.edits)
    papers = real.corpus.papers.values()
    texts = [f"{p.title.clean} {p.abstract.clean}".casefold() for p in papers]
    assert all(piece.message and piece.suggestion for piece in advice)
    for piece in of(advice, Subject.PHRASES_NEVER_FOUND)[::10]:
        for text, _ in piece.items:
            plain = text.casefold()
            if plain.replace(" ", "").isalnum():
                assert not any(f" {plain} " in there for there in texts), text
    for piece in of(advice, Subject.PAPER_BELOW_THRESHOLD):
        name = piece.suggestion.split("`")[1].removeprefix("broadsheet explain ")
        id_ = search.find(name).paper
        assert id_
        reason = real.curated.papers[search.resolved.corrections.new_id(id_)].topic_reasons[0]
        assert reason.total < reason.threshold


def test_names_that_may_be_one_person_s_come_with_the_entry_that_joins_them() -> None:
    corpus = assemble_corpus(
        [digest("2025-03-12", "A", "B", "C")],
        [
            fact("A", authors=("Adamina Knot", "Bo Hitch", "Cy Splice")),
            fact("B", line=2, authors=("Knot, A.", "Bo Hitch", "Cy Splice")),
            fact("C", line=3, authors=("Adamina Knot",)),
        ],
    )
    (piece,) = of(advise(corpus), Subject.AUTHORS_ALIKE)
    assert piece.message == (
        "“A. Knot” may be Adamina Knot: one has initials; both wrote with Bo Hitch, Cy Splice."
    )
    assert piece.place == corpus.papers[Slug("b")].appearances[0].place
    assert piece.entry == '- name: "Adamina Knot"\n  names: ["A. Knot"]'
    assert of(advise(corpus, authors=piece.entry), Subject.AUTHORS_ALIKE) == []


def test_questions_that_nobody_has_answered_are_told() -> None:
    here = Place(file="matches.yml", line=5, column=3)
    edits = tuple(
        MatchEdit(
            paper=Written(text="knots", place=here),
            record=ArxivId(f"2501.0000{number}"),
            same=same,
            entry=here,
        )
        for number, same in enumerate((True, None, False))
    )
    (piece,) = advise_on_open_questions(Curation(matches=edits))
    assert (piece.subject, piece.place) == (Subject.OPEN_QUESTION, here)
    assert piece.message == "The record 2501.00001 may be of “knots”."
