"""What curators say, applied to a corpus: it wins over rules, and no address is lost."""

from dataclasses import replace
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.corpus.model import Corpus, Formula, Paper, Particulars
from generator.curation.application import apply_curation
from generator.curation.model import CuratedCorpus, CuratedPaper, Curation
from generator.diagnostics import Code
from generator.identifiers import DigestId, Slug
from tests.curation.world import harbour_world
from tests.curation.writing import curate_text

KITES = Slug("kites-that-read-the-wind")
LIGHTHOUSE = Slug("lighthouse-attention-seeing-far-across-the-bay")
SURVEY = Slug("a-survey-of-small-boats")
SECOND_SURVEY = Slug("a-survey-of-very-small-boats")
TIDES = Slug("tides-without-numbers")
FIRST_HARBOURS = Slug("on-harbours-2401-00010")
SECOND_HARBOURS = Slug("on-harbours-2401-00011")

TOPICS = "".join(
    f"""\
- id: {id_}
  name: {id_.title()}
  description: About {id_}.
  family: Sea
  hue: 1
  form: 1
  rule:
    threshold: 1
    phrases:
      - any: [{phrase}]
        title: {weight}
        abstract: {weight}
"""
    for id_, phrase, weight in (
        ("surveys", "survey", 2),
        ("boats", "boat", 3),
        ("kites", "kite", 5),
        ("wind", "wind", 4),
        ("harbours", "harbour", 1),
    )
)
TAGS = "".join(
    f"""\
- id: {id_}
  name: {name}
  rule:
    threshold: 1
    phrases:
      - any: [{phrase}]
        title: 1
        abstract: 1
"""
    for id_, name, phrase in (
        ("wooden", "wooden boat", "wooden boat"),
        ("attention", "Attention", "attention"),
        ("reading", "reads the wind", "read the wind"),
    )
)


@pytest.fixture(scope="module")
def corpus() -> Corpus:
    return harbour_world()


def apply(corpus: Corpus, papers: str = "", collections: str = "") -> CuratedCorpus:
    texts = {"papers": papers, "collections": collections}
    given = {kind: text for kind, text in texts.items() if text}
    return apply_curation(curate_text(topics=TOPICS, tags=TAGS, **given), corpus)


def clean(corpus: Corpus, papers: str = "", collections: str = "") -> CuratedCorpus:
    curated = apply(corpus, papers, collections)
    assert curated.diagnostics == ()
    return curated


def said(corpus: Corpus, words: str, paper: Slug = KITES) -> CuratedPaper:
    return clean(corpus, f"- paper: {paper}\n{words}").papers[paper]


def addresses(curated: CuratedCorpus) -> dict[Slug, set[Slug]]:
    """Give for every address the papers to which it leads."""
    found: dict[Slug, set[Slug]] = {}
    for paper in curated.corpus.papers.values():
        for slug in (paper.id, *paper.redirects):
            found.setdefault(slug, set()).add(paper.id)
    for slug, papers in curated.corpus.shared_slugs.items():
        found.setdefault(slug, set()).update(papers)
    return found


def test_rules_decide_where_no_curator_speaks(corpus: Corpus) -> None:
    curated = clean(corpus)
    kites = curated.papers[KITES]
    assert kites.topics == kites.topics_by_rule == ("kites", "wind", "boats")
    assert set(kites.tags) == {"wooden", "reading"}
    assert curated.papers[TIDES].topics == ()
    assert (kites.pick, kites.note, kites.hidden, kites.edits) == (False, "", "", ())
    assert curated.corpus is corpus
    assert list(curated.papers) == list(corpus.papers)
    assert [tag.id for tag in curated.tags] == ["attention", "reading", "wooden"]


def test_a_curator_picks_notes_hides_and_corrects(corpus: Corpus) -> None:
    curated = clean(
        corpus,
        "- paper: 2401.00001\n  pick: true\n  note: It flies.\n"
        "- paper: Tides without numbers\n  hide: It is no paper.\n  title: 'Tides: a poem'\n",
    )
    kites, tides = curated.papers[KITES], curated.papers[TIDES]
    assert (kites.pick, kites.note) == (True, "It flies.")
    assert (tides.hidden, tides.title) == ("It is no paper.", "Tides: a poem")
    # A correction is shown; the address and what was received stay.
    assert tides.id == TIDES
    assert curated.corpus.papers[TIDES].title.raw == "Tides Without Numbers"
    assert [place.line for place in kites.edits] == [1]


def test_formulas_in_a_curators_words_are_set(corpus: Corpus) -> None:
    curated = clean(
        corpus,
        "- paper: 2401.00001\n"
        "  title: 'For $100K: $x_i$-kites'\n"
        "  abstract: 'At $10\\%$ of $y_j$.'\n",
    )
    kites, paper = curated.papers[KITES], curated.corpus.papers[KITES]
    assert kites.title == "For $100K: x_i-kites"
    assert kites.title_formulas == (Formula(start=11, stop=14, source="x_i"),)
    assert paper.abstract.clean == "At 10% of y_j."
    assert paper.abstract.formulas == (Formula(start=10, stop=13, source="y_j"),)


@pytest.mark.parametrize(
    ("change", "topics"),
    [
        ("add: [harbours]", ("kites", "wind", "harbours")),
        ("add: [harbours, surveys]", ("kites", "harbours", "surveys")),
        ("add: [harbours, surveys, boats]", ("harbours", "surveys", "boats")),
        ("add: [kites]", ("wind", "boats", "kites")),
        ("remove: [kites]", ("wind", "boats")),
        ("remove: [harbours]", ("kites", "wind", "boats")),
        ("{add: [harbours], remove: [kites]}", ("wind", "boats", "harbours")),
        ("set: [boats, kites]", ("boats", "kites")),
        ("set: []", ()),
    ],
)
def test_a_curator_decides_topics(corpus: Corpus, change: str, topics: tuple[str, ...]) -> None:
    kites = said(corpus, f"  topics:\n    {change}\n")
    assert kites.topics == topics
    assert kites.topics_by_rule == ("kites", "wind", "boats")
    assert [place.line for place in kites.edits] == [1, 2]


@pytest.mark.parametrize(
    ("change", "tags"),
    [
        ("add: [attention]", {"wooden", "reading", "attention"}),
        ("remove: [wooden]", {"reading"}),
        ("set: [attention]", {"attention"}),
    ],
)
def test_a_curator_decides_tags(corpus: Corpus, change: str, tags: set[str]) -> None:
    kites = said(corpus, f"  tags:\n    {change}\n")
    assert set(kites.tags) == tags
    assert len(kites.tags) == len(tags)


def test_a_curator_corrects_abstract_authors_and_links(corpus: Corpus) -> None:
    curated = clean(
        corpus,
        "- paper: 2401.00001\n  abstract: A kite reads.\n  authors: [Ada Breeze]\n"
        "  links: [{label: Talk, url: 'https://kites.example/talk'}]\n"
        "- paper: 2401.00003\n  abstract: Boats.\n",
    )
    kites = curated.corpus.papers[KITES]
    assert kites.abstract.clean == "A kite reads."
    assert kites.abstract.raw == "Kites read the wind. A wooden boat follows."
    assert [text.clean for text in kites.other_abstracts] == ["Kites read the wind."]
    assert (kites.authors.names, kites.authors.complete) == (("Ada Breeze",), True)
    assert curated.papers[KITES].links[0].label == "Talk"
    # Rules see what was received.
    assert curated.papers[KITES].topics_by_rule == ("kites", "wind", "boats")
    assert curated.corpus.papers[SURVEY].authors.names == ("Ada Breeze", "Tom Knot")


def test_a_corrected_abstract_is_no_other_reading(corpus: Corpus) -> None:
    curated = clean(corpus, "- paper: 2401.00001\n  abstract: Kites read the wind.\n")
    assert curated.corpus.papers[KITES].other_abstracts == ()


def test_a_merged_paper_lives_on_in_the_other(corpus: Corpus) -> None:
    before = apply(corpus)
    curated = clean(
        corpus,
        "- paper: A Survey of Very Small Boats\n  merge_into: 2401.00003\n"
        "- paper: 2401.00003\n  pick: true\n",
    )
    survey = curated.corpus.papers[SURVEY]
    assert SECOND_SURVEY not in curated.corpus.papers
    assert SECOND_SURVEY not in curated.papers
    assert SECOND_SURVEY in survey.redirects
    assert curated.papers[SURVEY].pick
    assert survey.title.clean == "A Survey of Small Boats"
    assert survey.abstract.clean == "We survey boats of every small kind."
    assert len(survey.other_abstracts) == 1
    assert [a.position for a in survey.appearances] == [1, 4]
    (_, second, _) = curated.corpus.digests
    assert second.papers.count(SURVEY) == 1
    assert SECOND_SURVEY not in second.papers
    assert second.new == before.corpus.digests[1].new - 1
    assert addresses(curated).keys() == addresses(before).keys()


def test_a_merge_completes_what_is_not_known(corpus: Corpus) -> None:
    curated = clean(corpus, "- paper: 2401.00003\n  merge_into: A Survey of Very Small Boats\n")
    survey = curated.corpus.papers[SECOND_SURVEY]
    assert survey.arxiv_id == "2401.00003"
    assert survey.authors.names == ("Ada Breeze", "Tom Knot")
    assert survey.title.clean == "A Survey of Very Small Boats"


def test_a_merge_takes_a_summary_with_whose_it_is(corpus: Corpus) -> None:
    def say(slug: Slug, **said: str) -> Paper:
        return replace(corpus.papers[slug], particulars=Particulars(**said))

    here, there = SECOND_SURVEY, corpus.papers[SURVEY].id
    papers = corpus.papers | {
        here: say(here, summary="By hand.", comment="9 pages"),
        there: say(there, summary="By a program.", summary_by="Boats", journal_ref="J. Boats"),
    }
    change = "- paper: 2401.00003\n  merge_into: A Survey of Very Small Boats\n"
    curated = clean(replace(corpus, papers=papers), change)
    assert curated.corpus.papers[SECOND_SURVEY].particulars == Particulars(
        summary="By hand.", comment="9 pages", journal_ref="J. Boats"
    )


def test_merges_follow_each_other(corpus: Corpus) -> None:
    curated = clean(
        corpus,
        "- paper: 2401.00001\n  merge_into: 2401.00002\n"
        "- paper: 2401.00002\n  merge_into: 2401.00003\n",
    )
    survey = curated.corpus.papers[SURVEY]
    assert {KITES, LIGHTHOUSE} <= set(survey.redirects)
    # By digest: two of the first day, two of the second.
    assert [(a.digest[-2:], a.position) for a in survey.appearances] == [
        ("11", 1),
        ("11", 2),
        ("12", 1),
        ("12", 3),
    ]


def test_a_shared_address_leads_to_what_is_left(corpus: Corpus) -> None:
    assert corpus.shared_slugs == {Slug("on-harbours"): (FIRST_HARBOURS, SECOND_HARBOURS)}
    curated = clean(corpus, "- paper: 2401.00011\n  merge_into: 2401.00010\n")
    assert curated.corpus.shared_slugs == {}
    assert "on-harbours" in curated.corpus.papers[FIRST_HARBOURS].redirects


def test_a_paper_moves_to_another_address(corpus: Corpus) -> None:
    curated = clean(
        corpus,
        "- paper: 2401.00001\n  slug: kites\n  pick: true\n"
        "- paper: 2401.00010\n  slug: first-harbours\n",
    )
    kites = curated.corpus.papers[Slug("kites")]
    assert kites.redirects == (KITES,)
    assert curated.papers[Slug("kites")].pick
    assert curated.papers[Slug("kites")].id == "kites"
    assert "kites" in curated.corpus.digests[0].papers
    assert curated.corpus.shared_slugs == {
        Slug("on-harbours"): (Slug("first-harbours"), SECOND_HARBOURS)
    }


def test_a_paper_may_take_the_address_of_what_is_merged_into_it(corpus: Corpus) -> None:
    curated = clean(
        corpus,
        f"- paper: 2401.00003\n  slug: {SECOND_SURVEY}\n"
        f"- paper: {SECOND_SURVEY}\n  merge_into: 2401.00003\n",
    )
    survey = curated.corpus.papers[SECOND_SURVEY]
    assert survey.redirects == (SURVEY,)
    assert survey.arxiv_id == "2401.00003"


def test_a_collection_keeps_its_order(corpus: Corpus) -> None:
    curated = clean(
        corpus,
        "- paper: Tides Without Numbers\n  title: Tides by Heart\n"
        "- paper: 2401.00001\n  slug: kites\n"
        "- paper: A Survey of Very Small Boats\n  merge_into: 2401.00003\n",
        "- id: start\n  name: Start here\n  description: For landlubbers.\n  papers:\n"
        "    - paper: Tides by Heart\n"
        "      comment: First.\n"
        "    - paper: kites\n"
        "    - paper: A Survey of Very Small Boats\n",
    )
    (collection,) = curated.collections
    assert (collection.id, collection.name) == ("start", "Start here")
    assert [(p.id, p.comment) for p in collection.papers] == [
        (TIDES, "First."),
        ("kites", ""),
        (SURVEY, ""),
    ]


def test_a_collection_that_names_a_paper_twice_is_told(corpus: Corpus) -> None:
    curated = apply(
        corpus,
        "- paper: A Survey of Very Small Boats\n  merge_into: 2401.00003\n",
        "- id: start\n  name: Start\n  description: Begin.\n  papers:\n"
        "    - paper: 2401.00003\n    - paper: A Survey of Very Small Boats\n",
    )
    assert [(d.code, d.place.line) for d in curated.diagnostics] == [(Code.DUPLICATE_PAPER, 6)]


def test_one_mistake_leaves_the_other_words_applied(corpus: Corpus) -> None:
    curated = apply(
        corpus,
        "- paper: No such thing at all\n  pick: true\n- paper: 2401.00001\n  pick: true\n"
        "- paper: 2401.00002\n  merge_into: No such thing at all\n",
    )
    assert [d.code for d in curated.diagnostics] == [Code.UNKNOWN_PAPER, Code.UNKNOWN_PAPER]
    assert curated.papers[KITES].pick
    assert LIGHTHOUSE in curated.papers


_ENTRIES = (
    "- paper: 2401.00001\n  slug: kites\n",
    "- paper: 2401.00002\n  merge_into: 2401.00003\n",
    "- paper: 2401.00003\n  merge_into: A Survey of Very Small Boats\n",
    "- paper: Tides Without Numbers\n  topics: {add: [harbours]}\n",
    "- paper: 2401.00011\n  merge_into: 2401.00010\n",
)


def test_the_order_of_entries_does_not_matter(corpus: Corpus) -> None:
    def without_places(curated: CuratedCorpus) -> tuple[Corpus, dict[Slug, CuratedPaper]]:
        papers = {id_: replace(paper, edits=()) for id_, paper in curated.papers.items()}
        return curated.corpus, papers

    first = without_places(clean(corpus, "".join(_ENTRIES)))
    for order in permutations(_ENTRIES):
        assert without_places(clean(corpus, "".join(order))) == first


_CORPUS = harbour_world()
_NAMES = (KITES, LIGHTHOUSE, SURVEY, SECOND_SURVEY, TIDES, FIRST_HARBOURS, SECOND_HARBOURS)


@given(
    st.dictionaries(
        st.sampled_from(_NAMES),
        st.builds("  merge_into: {}\n".format, st.sampled_from(_NAMES))
        | st.builds("  slug: {}\n".format, st.sampled_from((*_NAMES, "on-harbours", "new"))),
        min_size=1,
    )
)
def test_no_merge_and_no_move_loses_an_address_or_an_appearance(words: dict[Slug, str]) -> None:
    corpus = _CORPUS
    curated = apply(corpus, "".join(f"- paper: {p}\n{said}" for p, said in words.items()))
    found = addresses(curated)
    assert addresses(apply(corpus)).keys() <= found.keys()
    # Every address leads to papers that are there, and a paper's own to it alone.
    assert set().union(*found.values()) == set(curated.corpus.papers)
    assert all(found[paper] == {paper} for paper in curated.corpus.papers)
    assert all(len(papers) == 1 for s, papers in found.items() if s not in corpus.shared_slugs)

    def appearances(papers: dict[Slug, Paper]) -> list[tuple[DigestId, int]]:
        return sorted((a.digest, a.position) for p in papers.values() for a in p.appearances)

    assert appearances(curated.corpus.papers) == appearances(corpus.papers)
    assert list(curated.papers) == list(curated.corpus.papers)
    listed = {paper for digest in curated.corpus.digests for paper in digest.papers}
    assert listed == set(curated.papers)
    assert sum(d.new for d in curated.corpus.digests) == len(curated.papers)


def test_findings_of_reading_are_handed_on(corpus: Corpus) -> None:
    finding = apply(corpus, "- paper: No such thing\n  pick: true\n").diagnostics[0]
    assert apply_curation(Curation(diagnostics=(finding,)), corpus).diagnostics == (finding,)


def test_how_far_a_rule_came_is_kept(corpus: Corpus) -> None:
    curated = apply_curation(curate_text(topics=TOPICS, tags=TAGS), corpus)
    boats = curated.papers[SURVEY]
    assert all(boats.topic_leanings[topic] >= 1 for topic in boats.topics_by_rule)
    assert all(boats.tag_leanings[tag] >= 1 for tag in boats.tags)
