"""Whence facts are, after curators and merges."""

from generator.corpus.assembly import assemble_corpus
from generator.corpus.model import FactSource, SourceKind
from generator.curation.application import apply_curation
from generator.curation.model import CuratedCorpus, Curation, PaperEdit, PaperLink, Written
from generator.curation.origins import list_sources
from generator.diagnostics import Place
from generator.identifiers import Slug
from tests.corpus.entries import digest, fact

KITES, WIND = "Kites That Read the Wind", "Wind That Reads the Kites"
ENTRY = Place(file="papers.yml", line=3)


def curate(**edit: object) -> CuratedCorpus:
    facts = [
        fact(KITES, "2401.00001", authors=("Ada Breeze",), code_url="https://code.example/kites"),
        fact(WIND, "2401.00002", published="2024-01-02", authors=("Bo Gale",)),
    ]
    corpus = assemble_corpus([digest("2025-03-11", KITES, WIND)], facts)
    said = PaperEdit(paper=Written(text=KITES, place=ENTRY), **edit)  # type: ignore[arg-type]
    merged = PaperEdit(
        paper=Written(text=WIND, place=ENTRY), merge_into=Written(text=KITES, place=ENTRY)
    )
    return apply_curation(Curation(edits=(said, merged)), corpus)


def sources(curated: CuratedCorpus) -> list[FactSource]:
    (paper,) = curated.corpus.papers.values()
    return list(list_sources(paper, curated.papers[Slug(paper.id)]))


def test_of_merged_papers_the_one_that_stayed_is_believed_first() -> None:
    first, second = sources(curate(pick=True))
    assert first.given == ("arxiv_id", "authors", "code_url")
    assert second.given == ("published",)


def test_a_curators_word_counts_before_all_others() -> None:
    link = PaperLink(label="Code", url="https://code.example/better")
    mine, first, second = sources(curate(authors=("Cy Calm",), links=(link,)))
    assert mine == FactSource(kind=SourceKind.CURATOR, place=ENTRY, given=("authors", "code_url"))
    assert (first.given, first.overruled) == (("arxiv_id",), ("authors", "code_url"))
    assert (second.given, second.overruled) == (("published",), ("authors",))
