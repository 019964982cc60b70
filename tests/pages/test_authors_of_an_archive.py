"""Authors of a real archive: thousands of names, odd ones and one paper of hundreds among them."""

import io
import json
import tarfile
from collections.abc import Iterator
from typing import Any

import pytest

from generator.corpus.assembly import assemble_corpus
from generator.curation.application import apply_curation
from generator.curation.model import Curation
from generator.pages.authors.bylines import AND_THEN, link_all, link_some
from generator.pages.authors.index import plan_author_index
from generator.pages.authors.page import plan_author_pages
from generator.pages.cards import Cards
from generator.pages.catalogue import Catalogue, make_catalogue
from generator.pages.views import AuthorPage, LetterPage
from tests.conftest import ROOT
from tests.corpus.entries import digest, fact

ARCHIVE = ROOT.parent / "shared/archive"


def read_papers() -> Iterator[dict[str, Any]]:
    (packed,) = ARCHIVE.glob("*.tar.xz")
    with tarfile.open(packed) as tar:
        for member in tar:
            file = tar.extractfile(member) if member.isfile() else None
            answer = json.load(io.TextIOWrapper(file, "utf-8")) if file else []
            yield from (item["paper"] for item in answer if isinstance(item, dict))


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    """The archive's titles and names; abstracts say nothing of authors, and take long to read."""
    if not ARCHIVE.is_dir():
        pytest.skip("there is no ../shared/archive")
    papers = {paper["id"]: paper for paper in read_papers()}
    facts = [
        fact(p["title"], id_, line=n, authors=tuple(a["name"] for a in p["authors"]))
        for n, (id_, p) in enumerate(papers.items(), 1)
    ]
    titles = [p["title"] for p in papers.values()]
    return make_catalogue(
        apply_curation(Curation(), assemble_corpus([digest("2025-03-12", *titles)], facts))
    )


def letters(catalogue: Catalogue) -> list[LetterPage]:
    views = (page.view for page in plan_author_index(catalogue))
    return [view for view in views if isinstance(view, LetterPage)]


def test_everybody_stands_under_one_letter(catalogue: Catalogue) -> None:
    listed = [mark for page in letters(catalogue) for mark in page.names]
    authors = catalogue.authorship.authors
    assert len(listed) == len(authors) > 10_000
    assert all(mark.name == mark.name.strip(" ,;") for mark in listed)
    assert all(id_.isascii() and id_ == id_.strip("-") for id_ in authors)


def test_the_paper_of_664_is_held_by_each_of_its_authors(catalogue: Catalogue) -> None:
    paper = max(catalogue.papers, key=lambda paper: len(paper.authors.names))
    authors = catalogue.authorship.of[paper.id]
    assert len(authors) == 664
    assert all(paper in catalogue.papers_of(author) for author in authors)
    brief = link_some(catalogue.authorship, paper)
    assert brief[-1].text == " and 662 others"
    first, others = link_all(catalogue.authorship, paper)
    assert sum(span.text != AND_THEN for span in (*first, *others)) == 664


def test_whoever_has_several_papers_has_a_page_with_all_of_them(catalogue: Catalogue) -> None:
    cards = Cards(catalogue)
    pages = {page.path: page.view for page in plan_author_pages(cards)}
    for author in catalogue.authorship.authors.values():
        view = pages.get(f"authors/{author.id}/index.md")
        assert (view is not None) == (len(author.papers) > 1)
        if isinstance(view, AuthorPage):
            assert len(view.rows) == len(author.papers)
