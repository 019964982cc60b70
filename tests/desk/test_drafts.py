"""Starting entries: ids, marks, places, and what is there already."""

import pytest

from generator.curation.lookup import PaperSearch
from generator.curation.model import Curation
from generator.desk import Refusal, draft_collection, draft_note, draft_tag, draft_topic
from generator.identifiers import Slug
from tests.curation.sea import TAGS, TOPICS
from tests.curation.world import harbour_world
from tests.curation.writing import curate_text

CORPUS = harbour_world()
KITES = Slug("kites-that-read-the-wind")
SURVEY = Slug("a-survey-of-small-boats")
TIDES = Slug("tides-without-numbers")


def curation(**texts: str) -> Curation:
    return curate_text(topics=TOPICS, tags=TAGS, **texts)


def topics(*marks: tuple[str, int, int]) -> Curation:
    """Topics of the given families, hues and forms."""
    entries = [
        f"- id: t{n}\n  name: T{n}\n  description: About it.\n  family: {family}\n"
        f"  hue: {hue}\n  form: {form}\n"
        for n, (family, hue, form) in enumerate(marks)
    ]
    return curate_text(topics="".join(entries) or "[]")


def test_a_topic_is_whole() -> None:
    draft = draft_topic(curation(), name=" Star   maps ", family="Sky")
    assert (draft.file, draft.kind, draft.after) == ("topics.yml", "topics", None)
    assert draft.text == (
        "- id: star-maps\n"
        "  name: Star maps\n"
        "  family: Sky\n"
        "  hue: 2\n"
        "  form: 1\n"
        "  description: Papers on star maps.\n"
        "  rule:\n"
        "    threshold: 2\n"
        "    phrases:\n"
        "      - any: [star maps]\n"
        "        title: 2\n"
        "        abstract: 1\n"
        "        again: 1\n"
    )


def test_what_is_given_stands_in_the_topic() -> None:
    text = draft_topic(
        curation(),
        name="Stars",
        family="Sea",
        id_="sky",
        description="All above.",
        phrases=["north  star", "comet"],
    ).text
    for line in ("id: sky", "description: All above.", "- any: [north star, comet]"):
        assert line in text


@pytest.mark.parametrize(
    ("marks", "after", "hue", "form"),
    [
        ((), None, 1, 1),
        ((("Sea", 3, 1),), 0, 3, 2),
        ((("Sea", 3, 1), ("Sky", 1, 1), ("Sea", 3, 3)), 2, 3, 2),
        ((("Sky", 1, 1), ("Land", 2, 1)), None, 3, 1),
        (tuple(("Sea", 3, form) for form in range(1, 6)), 4, 3, 1),
        (tuple((f"F{hue}", hue, 1) for hue in range(1, 9)), None, 1, 1),
    ],
)
def test_a_topic_stands_in_its_family_with_a_mark_of_its_own(
    marks: tuple[tuple[str, int, int], ...], after: int | None, hue: int, form: int
) -> None:
    draft = draft_topic(topics(*marks), name="New", family="Sea")
    assert draft.after == after
    assert f"  hue: {hue}\n  form: {form}\n" in draft.text


def test_a_tag_is_as_short_as_it_can_be() -> None:
    draft = draft_tag(curation(), name="C++ & Rust")
    assert (draft.file, draft.after) == ("tags.yml", None)
    assert draft.text == '- id: c-rust\n  name: "C++ & Rust"\n'
    full = draft_tag(curation(), name="Sail", aliases=["sails", "a, b"], description="Cloth.")
    assert full.text == (
        '- id: sail\n  name: Sail\n  aliases: [sails, "a, b"]\n  description: Cloth.\n'
    )


@pytest.mark.parametrize(
    "more",
    [
        {"name": "Survey"},
        {"name": "surveys of all", "id_": "survey"},
        {"name": "OVERVIEW"},
        {"name": "Outline", "aliases": ["overview"]},
    ],
)
def test_a_tag_that_there_is_is_refused_with_its_place(more: dict[str, object]) -> None:
    with pytest.raises(Refusal, match=r"such a tag already, Survey, in tags\.yml:1:7\."):
        draft_tag(curation(), **more)  # type: ignore[arg-type]


@pytest.mark.parametrize("more", [{"name": "KITES"}, {"name": "Other", "id_": "kites"}])
def test_a_topic_that_there_is_is_refused_with_its_place(more: dict[str, str]) -> None:
    with pytest.raises(Refusal, match=r"such a topic already, Kites, in topics\.yml:1:7\."):
        draft_topic(curation(), family="Sea", **more)


def test_a_name_without_letters_needs_an_id() -> None:
    with pytest.raises(Refusal, match="give it an id with --id"):
        draft_tag(curation(), name="知識")
    assert draft_tag(curation(), name="知識", id_="knowledge").text.startswith("- id: knowledge\n")


def note(
    curated: Curation, paper: Slug = KITES, text: str = "It flies.", *, pick: bool = False
) -> str:
    search = PaperSearch(CORPUS, curated.edits)
    draft = draft_note(curated, CORPUS, search, paper=paper, note=text, pick=pick)
    return f"{draft.file}\n{draft.text}"


def test_a_note_names_its_paper_by_arxiv_id_or_slug() -> None:
    assert note(curation()) == (
        "papers.yml\n- paper: 2401.00001  # Kites That Read the Wind\n  note: It flies.\n"
    )
    assert note(curation(), TIDES, pick=True) == (
        "papers.yml\n- paper: tides-without-numbers  # Tides Without Numbers\n"
        "  pick: true\n  note: It flies.\n"
    )


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("  It   flies.\n", "  note: It flies.\n"),
        ("First.\r\n\r\n- a\r\n- b ", "  note: |-\n    First.\n\n    - a\n    - b\n"),
    ],
)
def test_a_note_keeps_its_paragraphs(text: str, line: str) -> None:
    assert note(curation(), text=text).endswith(line)


def test_a_second_entry_for_a_paper_is_refused_with_the_place_of_the_first() -> None:
    papers = '- paper: "Kites That Read the Wind"\n  pick: true\n'
    with pytest.raises(Refusal, match=r"has an entry already, in papers\.yml:1:10\. Add the note"):
        note(curation(papers=papers))


def test_a_collection_has_a_file_of_its_own() -> None:
    draft = draft_collection(curation(), CORPUS, name="To sea", papers=[TIDES, KITES])
    assert (draft.file, draft.kind) == ("collections/to-sea.yml", "collections")
    assert draft.text == (
        "- id: to-sea\n"
        "  name: To sea\n"
        "  description: 2 papers to begin with.\n"
        "  papers:\n"
        "    - paper: tides-without-numbers  # Tides Without Numbers\n"
        "    - paper: 2401.00001  # Kites That Read the Wind\n"
    )


def test_a_collection_that_there_is_is_refused() -> None:
    lists = (
        "- id: to-sea\n  name: To sea\n  description: It leads there.\n"
        "  papers: [{paper: 2401.00001}]\n"
    )
    for more in ({"name": "to SEA"}, {"name": "Other", "id_": "to-sea"}):
        with pytest.raises(Refusal, match=r"such a reading list already, To sea, in collections"):
            draft_collection(curation(collections=lists), CORPUS, papers=[KITES], **more)


def test_a_paper_stands_in_a_collection_once() -> None:
    with pytest.raises(Refusal, match="“A Survey of Small Boats” is named twice"):
        draft_collection(curation(), CORPUS, name="Sea", papers=[SURVEY, KITES, SURVEY])
