from dataclasses import replace
from datetime import date
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.corpus.assembly import assemble_corpus
from generator.corpus.model import Authors, Corpus
from generator.diagnostics import Code
from generator.sources.model import RawDigest, RawFacts

from .entries import digest, entry, fact


def addresses(corpus: Corpus) -> set[str]:
    """Every address under /papers/ that answers."""
    slugs = {slug for paper in corpus.papers.values() for slug in (paper.id, *paper.redirects)}
    return slugs | set(corpus.shared_slugs)


def codes(corpus: Corpus) -> list[Code]:
    return [diagnostic.code for diagnostic in corpus.diagnostics]


def test_a_paper_is_one_however_often_it_appears() -> None:
    corpus = assemble_corpus(
        [
            digest("2025-03-12-2", "Kites", "Boats"),
            digest("2025-03-12", "Trains", "KITES!"),
            digest("list", "Kites", "Planes"),
        ],
        [],
    )
    assert list(corpus.papers) == ["boats", "kites", "planes", "trains"]
    kites = corpus.papers["kites"]
    assert [(a.digest, a.position) for a in kites.appearances] == [
        ("2025/2025-03-12", 2),
        ("2025/2025-03-12-2", 1),
        ("undated/list", 1),
    ]
    assert [(d.id, d.papers, d.new) for d in corpus.digests] == [
        ("2025/2025-03-12", ("trains", "kites"), 2),
        ("2025/2025-03-12-2", ("kites", "boats"), 1),
        ("undated/list", ("kites", "planes"), 1),
    ]


def test_an_entry_that_stands_twice_in_one_digest_is_listed_once() -> None:
    corpus = assemble_corpus([digest("2025-03-12", "Kites", "Boats", "Kites")], [])
    assert corpus.digests[0].papers == ("kites", "boats")
    assert [a.position for a in corpus.papers["kites"].appearances] == [1, 3]


def test_the_longest_abstract_is_the_paper_s_and_the_others_are_kept() -> None:
    corpus = assemble_corpus(
        [
            digest("2025-03-12", entry("Kites", "Short.")),
            digest("2025-03-13", entry("Kites", "Somewhat longer.")),
            digest("2025-03-14", entry("Kites", "Short. ")),
        ],
        [],
    )
    paper = corpus.papers["kites"]
    assert paper.abstract.clean == "Somewhat longer."
    assert [text.clean for text in paper.other_abstracts] == ["Short."]
    assert [a.abstract.clean for a in paper.appearances][:2] == ["Short.", "Somewhat longer."]


def test_papers_merge_on_their_arxiv_id_and_both_titles_answer() -> None:
    corpus = assemble_corpus(
        [
            digest("2025-03-12", entry("Kites", arxiv_id="2401.00001")),
            digest("2025-03-13", entry("Kites Revisited", arxiv_id="2401.00001")),
        ],
        [],
    )
    assert list(corpus.papers) == ["kites"]
    assert corpus.papers["kites"].redirects == ("kites-revisited",)
    assert corpus.papers["kites"].title.clean == "Kites"


def test_equal_titles_with_two_ids_stay_two_papers_and_are_listed() -> None:
    corpus = assemble_corpus(
        [
            digest("2025-03-12", entry("Kites", arxiv_id="2401.00001")),
            digest("2025-03-13", entry("Kites", arxiv_id="2402.00002"), entry("Kites")),
        ],
        [],
    )
    assert len(corpus.papers) == 3, "an entry without an id is neither: nothing is guessed"
    assert codes(corpus) == [Code.SAME_TITLE_TWO_IDS] * 2
    assert set(corpus.shared_slugs["kites"]) == set(corpus.papers)


def test_facts_are_found_by_the_normalised_title() -> None:
    corpus = assemble_corpus(
        [digest("2025-03-12", r"$\textbf{K}^2$ITE: Flying", "Boats")],
        [
            fact("k2ite flying", "2401.00001", published=date(2024, 1, 2), venues=("nips2024",)),
            fact("K²ITE – Flying", line=2, authors=("Ana B.", "Bo\\'e C."), first_author=""),
            fact("Trains", "2402.00002", line=3),
        ],
    )
    paper = corpus.papers["k2ite-flying"]
    assert paper.arxiv_id == "2401.00001"
    assert paper.authors == Authors(names=("Ana B.", "Boé C."), complete=True)
    assert paper.published == date(2024, 1, 2)
    assert paper.venues == ("NeurIPS 2024",)
    boats = corpus.papers["boats"]
    assert boats.arxiv_id is None
    assert boats.authors == Authors()


def test_what_few_sources_say_is_kept_clean_and_from_the_first_that_says_it() -> None:
    kites = entry("Kites")
    listed = fact(
        "Kites",
        summary="Kites $\\alpha$ fly.",
        summary_by="The Kite Press",
        keywords=("wind",),
        votes=3,
        comments=1,
        submitted_by="Bo\\'e C.",
        media=("https://x.org/a.png",),
    )
    corpus = assemble_corpus(
        [digest("2025-03-12", replace(kites, facts=listed))],
        [
            fact("Kites", line=1, journal_ref="J. Wind 12", organisation="Ana \\& Sons"),
            fact("Kites", line=2, organisation="Another", summary="Another.", comment="9 pages"),
        ],
    )
    paper = corpus.papers["kites"]
    said = paper.particulars
    assert (said.journal_ref, said.organisation, said.comment) == (
        "J. Wind 12",
        "Ana & Sons",
        "9 pages",
    )
    assert (said.summary, said.summary_by) == ("Another.", ""), "a person's, by a file of facts"
    assert said.media == ("https://x.org/a.png",)
    (shown,) = paper.appearances
    assert (shown.votes, shown.comments, shown.submitted_by) == (3, 1, "Boé C.")
    alone = assemble_corpus([digest("2025-03-12", replace(kites, facts=listed))], [])
    said = alone.papers["kites"].particulars
    assert (said.summary, said.summary_by) == ("Kites α fly.", "The Kite Press")


def test_a_first_author_alone_is_not_a_complete_list() -> None:
    corpus = assemble_corpus(
        [digest("2025-03-12", "Kites")], [fact("Kites", first_author="Ana B.")]
    )
    assert corpus.papers["kites"].authors == Authors(names=("Ana B.",), complete=False)


def test_facts_that_give_one_title_two_ids_teach_no_id() -> None:
    corpus = assemble_corpus(
        [digest("2025-03-12", "Kites")],
        [fact("Kites", "2401.00001"), fact("Kites", "2402.00002", line=2)],
    )
    assert corpus.papers["kites"].arxiv_id is None


def test_almost_equal_titles_are_told_but_not_merged() -> None:
    corpus = assemble_corpus(
        [
            digest(
                "2025-03-12",
                "Learning to Fly Kites in Strong Winds",
                "Learning to Fly Kite in Strong Winds",
                "Learning to Fly Boats in Strong Rivers",
            ),
            digest(
                "2025-03-13", "A Kite Flying Handbook, Part 1", "A Kite Flying Handbook, Part 2"
            ),
        ],
        [],
    )
    assert len(corpus.papers) == 5
    assert codes(corpus) == [Code.NEAR_DUPLICATE_TITLE]
    assert corpus.diagnostics[0].place.line == 3


BEFORE = [
    digest("2025-03-12", "Kites", "Café", "Boats Afloat"),
    digest("2025-03-13", entry("Trains", arxiv_id="2403.00003"), "Kites"),
]
LATER: dict[str, tuple[list[RawDigest], list[RawFacts]]] = {
    "an older digest": ([digest("2024-01-01", "Kites Again", "Boats, Afloat!")], []),
    "a namesake": ([digest("2025-03-14", "Cafe")], []),
    "a retitling": ([digest("2024-01-01", entry("Trains Before", arxiv_id="2403.00003"))], []),
    "an id that merges": (
        [digest("2024-01-01", entry("Sails", arxiv_id="2404.00004"))],
        [fact("Boats Afloat", "2404.00004")],
    ),
    "a second id for a title": ([digest("2025-03-15", entry("Trains", arxiv_id="2405.5"))], []),
}


@pytest.mark.parametrize("event", LATER)
def test_every_former_address_still_answers_after(event: str) -> None:
    digests, facts = LATER[event]
    former = assemble_corpus(BEFORE, [])
    later = assemble_corpus([*BEFORE, *digests], facts)
    assert addresses(former) <= addresses(later)


TITLES = st.sampled_from(["Kites", "Café", "Cafe", "CAFE", "C", "C#", "Kites II", "Kites-II"])
IDS = st.sampled_from([None, "2401.00001", "2402.00002", "2403.00003"])
DOIS = st.sampled_from(["", "10.1000/a.1", "10.1000/A-1", "10.2000/b", "10.48550/arXiv.2401.00001"])
ENTRIES = st.builds(entry, TITLES, arxiv_id=IDS, doi=DOIS)
FACTS = st.builds(fact, TITLES, IDS, doi=DOIS, line=st.integers(1, 9))


@st.composite
def histories(draw: st.DrawFn) -> list[RawDigest]:
    lists = draw(st.lists(st.lists(ENTRIES, min_size=1, max_size=4), min_size=1, max_size=6))
    days = draw(st.permutations([f"2025-03-{n:02}" for n in range(1, len(lists) + 1)]))
    return [digest(day, *entries) for day, entries in zip(days, lists, strict=True)]


@given(histories(), st.lists(FACTS, max_size=6))
@settings(max_examples=300)
def test_no_address_is_ever_lost_while_digests_and_facts_arrive_in_any_order(
    history: list[RawDigest], facts: list[RawFacts]
) -> None:
    known: set[str] = set()
    for count in range(1, len(history) + 1):
        corpus = assemble_corpus(history[:count], facts[:count])
        assert sum(len(d.papers) for d in corpus.digests) >= len(corpus.papers)
        assert known <= addresses(corpus)
        known = addresses(corpus)
    assert known <= addresses(assemble_corpus(history, facts))


@given(histories(), st.lists(FACTS, max_size=4), st.randoms(use_true_random=False))
def test_the_order_of_digests_and_facts_does_not_matter(
    history: list[RawDigest], facts: list[RawFacts], random: Random
) -> None:
    facts = [replace(f, place=replace(f.place, line=n)) for n, f in enumerate(facts, 1)]
    shuffled = random.sample(history, len(history)), random.sample(facts, len(facts))
    assert assemble_corpus(*shuffled) == assemble_corpus(history, facts)
