"""Journal references: a journal, proceedings, or nothing that is certain."""

import pytest

from generator.corpus.model import Particulars
from generator.corpus.venues import Venue
from generator.pages.catalogue import make_catalogue
from generator.pages.citations import FORMATS
from generator.pages.citations.bibliography import Bibliography
from generator.pages.citations.coins import write_coins
from generator.pages.citations.places import read_place
from generator.pages.citations.plain import cite_plainly
from tests.pages.world import curate, item, seen

JOURNAL, PROCEEDINGS, UNKNOWN = True, False, None


@pytest.mark.parametrize(
    ("words", "name", "year", "kind"),
    [
        ("J.Knots D76:013009,2031", "J.Knots D76:013009", 2031, JOURNAL),
        ("Knots 521, 436-444 (2031)", "Knots 521, 436-444", 2031, JOURNAL),
        ("J. Knots (2031) 10: 1-19", "J. Knots (2031) 10: 1-19", 2031, JOURNAL),
        ("TMLR 2031", "TMLR", 2031, JOURNAL),
        ("nips2031", "NeurIPS", 2031, PROCEEDINGS),
        ("CVPR 2031 Workshop", "CVPR 2031 Workshop", None, PROCEEDINGS),
        ("Proc. of the Fourth Sea Conference, 2031", None, 2031, PROCEEDINGS),
        ("Letters on Rope", "Letters on Rope", None, JOURNAL),
        ("Knots, 2031", "Knots", 2031, UNKNOWN),
        ("Pages 5-2031", "Pages 5-2031", None, UNKNOWN),
    ],
)
def test_words_are_read_as_far_as_they_say(
    words: str, name: str | None, year: int | None, kind: bool | None
) -> None:
    name = name or words.removesuffix(", 2031")
    assert read_place(words) == Venue(name=name, year=year, is_journal=kind)


@pytest.mark.parametrize("words", ["", "arXiv preprint arXiv:2409.17422", "CoRR", "ArXiv"])
def test_a_preprint_appeared_nowhere_yet(words: str) -> None:
    assert read_place(words) is None


def test_every_citation_says_where_it_appeared_and_its_doi() -> None:
    world = curate(
        item(
            "Tides",
            seen("2032-03-12", 1),
            arxiv_id="3109.17422",
            authors=["Ada Gale"],
            doi="10.1000/t_{1}",
            particulars=Particulars(journal_ref="J. Tides 12 (2031)"),
        )
    )
    catalogue = make_catalogue(world)
    reference = Bibliography(catalogue).reference(catalogue.papers[0])
    bibtex, ris, csl = (each.render(reference) for each in FORMATS[:3])
    assert "@article" in bibtex
    assert "journal = {J. Tides 12}" in bibtex
    assert "year = {2031}" in bibtex
    assert "doi = {10.1000/t_%7B1%7D}" in bibtex
    assert "TY  - JOUR" in ris
    assert "T2  - J. Tides 12" in ris
    assert "DO  - 10.1000/t_{1}" in ris
    assert '"container-title":"J. Tides 12"' in csl.replace(": ", ":")
    assert '"DOI":"10.1000/t_{1}"' in csl.replace(": ", ":")
    assert "rft_id=info:doi/10.1000/t_" in write_coins(reference)
    assert "doi:10.1000/t_{1}" in cite_plainly(reference)


def test_a_preprint_gives_its_own_doi_but_not_that_of_arxiv() -> None:
    def bibtex(doi: str) -> str:
        catalogue = make_catalogue(curate(item("Tides", seen("2032-03-12", 1), doi=doi)))
        return FORMATS[0].render(Bibliography(catalogue).reference(catalogue.papers[0]))

    assert "doi = {10.1000/tides}" in bibtex("10.1000/tides")
    assert "doi = " not in bibtex("10.48550/arXiv.3109.17422")
