"""Which entries and facts are of one paper, by arXiv id, DOI and title."""

from datetime import date

import pytest

from generator.corpus.assembly import assemble_corpus
from generator.corpus.model import Corpus
from generator.diagnostics import Code
from generator.sources.model import RawEntry
from tests.corpus.entries import digest, entry, fact

DOI, OTHER_DOI = "10.1000/kites.7", "10.2000/boats"
X, Y = "2401.00001", "2402.00002"


def assemble(*entries: RawEntry | str, facts: tuple[object, ...] = ()) -> Corpus:
    """Put each entry into a digest of its own."""
    digests = [digest(f"2025-03-{n:02}", e) for n, e in enumerate(entries, 1)]
    return assemble_corpus(digests, facts)  # type: ignore[arg-type]


def groups(corpus: Corpus) -> list[list[int]]:
    """Give for each paper the days of the digests that hold it."""
    days = ([a.date.day for a in p.appearances if a.date] for p in corpus.papers.values())
    return sorted(days)


@pytest.mark.parametrize(
    ("what", "entries", "expected"),
    [
        ("one DOI, capitals apart", [("A", None, DOI), ("B", None, DOI.upper())], [[1, 2]]),
        ("arXiv's own DOI", [("A", X, ""), ("B", None, f"10.48550/arXiv.{X}")], [[1, 2]]),
        ("preprint and proceedings", [("A", X), ("A", None, DOI), ("A",)], [[1, 2, 3]]),
        ("proceedings retitled", [("A", X, ""), ("A", None, DOI), ("B", None, DOI)], [[1, 2, 3]]),
        ("a source that knows both", [("A", X, DOI), ("B", None, DOI), ("C", X, "")], [[1, 2, 3]]),
        ("one title, two DOIs", [("A", None, DOI), ("A", None, OTHER_DOI)], [[1], [2]]),
        ("two DOIs and no id", [("A", None, DOI), ("A", None, OTHER_DOI), ("A",)], [[1], [2], [3]]),
        ("a DOI of two ids", [("A", X, DOI), ("B", Y, DOI), ("C", None, DOI)], [[1], [2], [3]]),
        ("a DOI between two preprints", [("A", X), ("B", Y), ("A", None, DOI), ("B", None, DOI)],
         [[1], [2], [3, 4]]),
        ("two DOIs of one preprint", [("A", X, DOI), ("A", X, OTHER_DOI), ("A",)], [[1, 2, 3]]),
    ],
)  # fmt: skip
def test_what_is_one_paper(
    what: str, entries: list[tuple[str, ...]], expected: list[list[int]]
) -> None:
    made = [entry(t, arxiv_id=next(iter(ids), None), doi="".join(ids[1:])) for t, *ids in entries]
    assert groups(assemble(*made)) == expected, what
    # The same, whichever came first.
    turned = [sorted(len(made) + 1 - day for day in days) for days in groups(assemble(*made[::-1]))]
    assert sorted(turned) == expected, what


def test_a_doi_of_two_arxiv_ids_is_told() -> None:
    corpus = assemble(entry("A", arxiv_id=X, doi=DOI), entry("B", arxiv_id=Y, doi=DOI))
    (finding,) = corpus.diagnostics
    assert finding.code is Code.SAME_DOI_TWO_IDS
    assert finding.place.file.endswith("2025-03-02.txt")
    assert f"arXiv {X}" in finding.message


def test_facts_of_a_contested_title_are_nobody_s() -> None:
    corpus = assemble(
        entry("Kites", arxiv_id=X),
        entry("Kites", arxiv_id=Y),
        facts=(fact("Kites", published=date(2024, 1, 1)), fact("Kites", Y, 2, doi=DOI)),
    )
    assert [(p.arxiv_id, p.published, p.doi) for p in corpus.papers.values()] == [
        (X, None, ""),
        (Y, None, DOI),
    ]


def test_facts_are_found_by_doi_under_another_title() -> None:
    corpus = assemble(
        entry("Kites", doi=DOI), facts=(fact("Kites, Revised", doi=DOI.upper(), authors=("Ada",)),)
    )
    (paper,) = corpus.papers.values()
    assert paper.authors.names == ("Ada",)


def test_facts_keep_their_origin_and_say_who_was_overruled() -> None:
    first = fact("Kites", X, first_author="Ada", published=date(2024, 1, 1), venues=("nips2024",))
    second = fact("Kites", X, 2, authors=("Ada", "Bo"), published=date(2024, 1, 2))
    third = fact("Kites", X, 3, first_author="Cy", published=date(2024, 1, 1))
    (paper,) = assemble("Kites", facts=(third, second, first)).papers.values()
    assert paper.published == date(2024, 1, 1)
    assert paper.authors.names == ("Ada", "Bo"), "a whole list wins over a first author"
    assert [(s.place.line, s.given, s.overruled) for s in paper.sources] == [
        (1, ("arxiv_id", "published", "venues"), ()),
        (2, ("authors",), ("published",)),
        (3, (), ("authors",)),
    ]
