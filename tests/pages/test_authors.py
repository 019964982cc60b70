"""Pages of authors: who has one, what is on it, where everybody else is found."""

import pytest

from generator.corpus.authorship import Person
from generator.identifiers import AuthorId, Slug
from generator.pages.authors.filing import file_name
from generator.pages.plan import Plan
from generator.pages.views import AuthorPage, AuthorsPage, LetterPage, PaperPage
from tests.pages.plans import has_page, page, plan, view
from tests.pages.world import curate, item, seen

CROWD = tuple(f"Sailor {chr(65 + n // 26)}{chr(97 + n % 26)}deck" for n in range(664))
PAIR = ("Ada Knot", "Bo Hitch")
TRIO = ("Knot, Ada", "Bo Hitch", "Cy de Rope")


@pytest.fixture(scope="module")
def site() -> Plan:
    return plan(
        curate(
            item("Knots", seen("2025-03-11", 1), authors=PAIR, published="2024-01-02"),
            item("Ropes", seen("2025-03-12", 1), authors=TRIO),
            item("Crowds", seen("2025-03-13", 1), authors=["Ada Knot", *CROWD, "Ada Knot"]),
            item("Hidden", seen("2025-03-13", 2), authors=["Di Veil"], hidden="It is spam."),
            item("Veils", seen("2025-03-14", 1), authors=["Di Veil"]),
            item("Alone", seen("2025-03-14", 2), authors=["Ada Knot"], complete=False),
        )
    )  # fmt: skip


def test_an_author_s_page_has_their_papers_newest_first(site: Plan) -> None:
    ada = view(site, "authors/ada-knot/", AuthorPage)
    assert ada.lead == "4 papers here."
    assert [row.url for row in ada.rows] == [
        "papers/alone/",
        "papers/crowds/",
        "papers/ropes/",
        "papers/knots/",
    ]
    assert [(mark.name, mark.count) for mark in ada.together] == [("Bo Hitch", 2)]


def test_whoever_has_one_paper_has_no_page_and_is_found_by_letter(site: Plan) -> None:
    assert not has_page(site, "authors/cy-de-rope/")
    letter = view(site, "authors/letters/r/once/", LetterPage)
    assert ("de Rope, Cy", "papers/ropes/") in [(mark.name, mark.url) for mark in letter.names]
    letter = view(site, "authors/letters/k/", LetterPage)
    assert [(mark.name, mark.count) for mark in letter.names] == [("Knot, Ada", 4)]
    assert letter.beside is not None


def test_the_index_counts_all_names_and_links_the_letters_in_use(site: Plan) -> None:
    index = view(site, "authors/", AuthorsPage)
    assert index.lead == "668 names as sources give them, 3 with a page of their own."
    assert [mark.name for mark in index.top] == ["Ada Knot", "Bo Hitch", "Di Veil"]
    linked = [link.label for link in index.letters if link.url]
    assert {"K", "H", "R", "V"} <= set(linked)
    assert len(index.letters) == 26


def test_hidden_papers_are_on_no_author_s_page_whose_address_stays(site: Plan) -> None:
    assert [row.url for row in view(site, "authors/di-veil/", AuthorPage).rows] == ["papers/veils/"]


def test_names_on_a_paper_lead_to_the_pages_that_there_are(site: Plan) -> None:
    spans = view(site, "papers/ropes/", PaperPage).author_spans
    assert [(span.text, span.url) for span in spans if span.text != ", "] == [
        ("Ada Knot", "authors/ada-knot/"),
        ("Bo Hitch", "authors/bo-hitch/"),
        ("Cy de Rope", ""),
    ]
    crowds = view(site, "papers/crowds/", PaperPage)
    assert sum(span.text != ", " for span in crowds.author_spans) == 20
    assert sum(span.text != ", " for span in crowds.crowd) == crowds.crowd_count == 646
    assert crowds.crowd[-1].url == "authors/ada-knot/"
    first = view(site, "papers/alone/", PaperPage).author_spans
    assert [span.text for span in first] == ["First author: ", "Ada Knot"]


def test_what_a_curator_says_of_an_author_is_on_their_page_and_tells_namesakes_apart() -> None:
    ada = Person(
        id=AuthorId("ada-knot"),
        name="Ada Knot",
        names=frozenset({AuthorId("ada-knot"), AuthorId("a-knot")}),
        affiliation="The sea",
        orcid="0000-0002-1825-0097",
        homepage="https://example.org/ada",
        note="Ties *knots*.",
    )
    hill = Person(
        id=AuthorId("ada-of-the-hill"),
        name="Ada Knot",
        names=frozenset({AuthorId("ada-knot")}),
        papers=frozenset({Slug("ropes")}),
        affiliation="The hill",
    )
    found = plan(
        curate(
            item("Knots", seen("2025-03-11", 1), authors=PAIR),
            item("Ropes", seen("2025-03-12", 1), authors=TRIO),
            item("Sails", seen("2025-03-13", 1), authors=["A. Knot"]),
            persons=(ada, hill),
        )
    )
    shown = view(found, "authors/ada-knot/", AuthorPage)
    assert (shown.affiliation, shown.note) == ("The sea", "Ties *knots*.")
    assert [link.url for link in shown.links] == [
        "https://example.org/ada",
        "https://orcid.org/0000-0002-1825-0097",
    ]
    assert [(o.url, o.note) for o in shown.namesakes] == [
        ("authors/ada-of-the-hill/", "The hill, 1 paper")
    ]
    assert [row.url for row in shown.rows] == ["papers/sails/", "papers/knots/"]
    redirects = {redirect.path: redirect.target for redirect in found.redirects}
    assert redirects["authors/a-knot/index.html"] == "authors/ada-knot/"
    letter = view(found, "authors/letters/k/", LetterPage)
    assert [mark.name for mark in letter.names] == ["Knot, Ada (The sea)", "Knot, Ada (The hill)"]


def test_a_site_without_authors_has_an_index_that_says_so() -> None:
    site = plan(curate(item("Knots", seen("2025-03-11", 1))))
    assert view(site, "authors/", AuthorsPage).lead == "No source has named an author yet."
    assert page(site, "authors/").title == "Authors"


@pytest.mark.parametrize(
    ("name", "shown", "letter"),
    [
        ("Ada Knot", "Knot, Ada", "K"),
        ("Aafke van den Berg", "van den Berg, Aafke", "B"),
        ("Liv Østby", "Østby, Liv", "O"),
        ("GLM-4.5 Team", "GLM-4.5 Team", "G"),
        ("o3 contributors", "o3 contributors", "O"),
        ("王伟", "王伟", "other"),
        ("3D Group", "3D Group", "other"),
    ],
)
def test_names_stand_under_the_family_s_letter(name: str, shown: str, letter: str) -> None:
    filed = file_name(name)
    assert (filed.shown, filed.letter) == (shown, letter)
