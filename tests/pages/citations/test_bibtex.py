"""BibTeX, read back by another library than the one that writes it."""

import codecs
import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

import latexcodec  # noqa: F401 - brings the codec `ulatex`
import pytest
from pybtex.database import BibliographyData, Entry, Person, parse_string
from pybtex.plugin import find_plugin

from generator.pages.catalogue import make_catalogue
from generator.pages.citations import FORMATS, Reference
from generator.pages.citations.bibliography import Bibliography
from generator.pages.citations.latex import latex_formula
from generator.pages.citations.references import Kind
from tests.pages.world import curate, item, seen

BIBTEX = FORMATS[0]
# Macros of LaTeX that latexcodec does not read, by signs that stand in no text.
_SIGNS = {
    "textbackslash": "\ue000",
    "textbraceleft": "\ue001",
    "textbraceright": "\ue002",
    "textasciitilde": "\ue003",
    "textasciicircum": "\ue004",
    "textless": "\ue005",
    "textgreater": "\ue006",
    "textbar": "\ue007",
    "textasciigrave": "\ue008",
    "-": "\ue009",
}
_SHOWN = {ord(sign): shown for sign, shown in zip(_SIGNS.values(), "\\{}~^<>|`-", strict=True)}
_MATHEMATICS = {"\\pi ": "π", "_0": "₀"}


def read(references: Iterable[Reference]) -> BibliographyData:
    """Parse strictly: anything that is amiss raises."""
    return parse_string(BIBTEX.join(map(BIBTEX.render, references)), "bibtex")


def plain(latex: str) -> str:
    """Give the text of a field as LaTeX would show it, braces of the text as in `_SIGNS`."""
    for macro, sign in _SIGNS.items():
        latex = latex.replace("-{}" if macro == "-" else f"\\{macro}{{}}", sign)
    text: str = codecs.decode(latex, "ulatex")  # latexcodec writes nothing of ours
    text = re.sub(r"\\ensuremath ?\{?(\\pi |_0)\}?", lambda match: _MATHEMATICS[match[1]], text)
    return re.sub(r"[{}]|\\(?=\$)", "", text).translate(_SHOWN)


def full(person: Person) -> str:
    given = " ".join((*person.first_names, *person.middle_names))
    family = " ".join((*person.prelast_names, *person.last_names))
    return plain(" ".join(filter(None, (given, family, *person.lineage_names))))


def expect_same(entry: Entry, reference: Reference) -> None:
    assert plain(entry.fields["title"]) == reference.title
    authors = [full(person) for person in entry.persons.get("author", ())]
    assert authors == [
        " ".join(filter(None, (name.given, name.family, name.suffix))) for name in reference.authors
    ]
    assert entry.fields.get("year", "") == str(reference.year or "")
    assert entry.fields.get("eprint") == reference.arxiv_id
    assert entry.fields.get("archivePrefix") == ("arXiv" if reference.arxiv_id else None)


def test_every_real_paper_comes_back_as_it_was(real: tuple[Reference, ...]) -> None:
    entries = read(real).entries
    assert list(entries) == [reference.key for reference in real]
    for reference in real:
        expect_same(entries[reference.key], reference)
        assert entries[reference.key].fields.get("url", "") == reference.url


def test_every_real_paper_can_be_set(real: tuple[Reference, ...]) -> None:
    """A style of pybtex, to which everything that is amiss is an error, formats all of them."""
    citable = [reference for reference in real if reference.authors]  # the style asks for authors
    style = find_plugin("pybtex.style.formatting", "plain")()
    formatted = list(style.format_bibliography(read(citable)))
    assert len(formatted) == len(citable) > len(real) / 2


def test_hostile_texts_stay_texts(hostile: tuple[Reference, ...]) -> None:
    data = read(hostile)
    assert sorted(data.entries) == sorted(reference.key for reference in hostile)
    assert not data.preamble
    for reference in hostile:
        entry = data.entries[reference.key]
        assert set(entry.fields) <= {
            "title", "year", "month", "howpublished", "eprint", "archivePrefix", "url",
        }  # fmt: skip
        assert len(entry.persons["author"]) == len(reference.authors) == 5
        text = BIBTEX.render(reference)
        assert text.count("{") == text.count("}")
        macros = set(re.findall(r"\\([A-Za-z]+)", text))
        assert macros <= {
            "ensuremath", "pi", "textasciicircum", "textasciitilde", "textbackslash",
            "textbraceleft", "textbraceright", "textgreater", "textless", "texttwosuperior",
        }  # fmt: skip
        expect_same(entry, reference)


def make(**facts: object) -> Reference:
    one = item("Kites", seen("2025-03-11", 1), **facts)  # type: ignore[arg-type]
    return Bibliography(make_catalogue(curate(one))).reference(one.paper)


def lines(**facts: object) -> Sequence[str]:
    return [line.strip().rstrip(",") for line in BIBTEX.render(make(**facts)).splitlines()]


def test_a_preprint() -> None:
    assert lines(
        arxiv_id="hep-th/9901001",
        published="1999-01-04",
        authors=["Zoë van den Berg", "Kite Team", "Łukasz O'Gale"],
    ) == [
        "@misc{vandenberg1999-hep-th-9901001",
        "title = {Kites}",
        r"author = {{van den Berg}, Zo{\"e} and {Kite Team} and O'Gale, {\L}ukasz}",
        "year = {1999}",
        "month = jan",
        "eprint = {hep-th/9901001}",
        "archivePrefix = {arXiv}",
        "primaryClass = {hep-th}",
        "url = {https://arxiv.org/abs/hep-th/9901001}",
        "}",
    ]


@pytest.mark.parametrize(
    ("venue", "kind", "field"),
    [
        ("NeurIPS 2024", Kind.CONFERENCE, "booktitle = {NeurIPS}"),
        ("TMLR 2024", Kind.JOURNAL, "journal = {TMLR}"),
        ("Wind & Sky 2024", Kind.OTHER, r"howpublished = {Wind \& Sky}"),
    ],
)
def test_a_paper_at_a_venue_has_the_year_of_the_venue(venue: str, kind: Kind, field: str) -> None:
    facts = {"venues": [venue], "arxiv_id": "2310.00001", "published": "2023-10-01"}
    assert make(**facts).kind is kind
    assert field in lines(**facts)
    assert "year = {2024}" in lines(**facts)
    assert not any(line.startswith("month") for line in lines(**facts))


def test_the_year_of_an_arxiv_id_stands_in_for_a_date() -> None:
    assert "year = {2007}" in lines(arxiv_id="0704.0001")
    assert make(arxiv_id="0704.0001").published is None


def test_nothing_is_invented() -> None:
    """Neither authors nor a date nor an address where none is known."""
    assert [line.partition(" =")[0] for line in lines()] == [lines()[0], "title", "}"]
    alone = lines(authors=["Ada Gale"], complete=False)
    assert "author = {Gale, Ada}" in alone
    assert "annote = {Only the first author is known here.}" in alone
    assert not any("others" in line for line in alone)
    assert not any("annote" in line for line in lines(authors=["Ada Gale"]))


def title_of(title: str) -> str:
    (line,) = (line for line in lines_of(title) if line.startswith("title"))
    return line.removeprefix("title = {").removesuffix("}")


def lines_of(title: str) -> Sequence[str]:
    one = item(title, seen("2025-03-11", 1), slug="kites")
    reference = Bibliography(make_catalogue(curate(one))).reference(one.paper)
    assert parse_string(BIBTEX.render(reference), "bibtex").entries[reference.key]
    return [line.strip().rstrip(",") for line in BIBTEX.render(reference).splitlines()]


@pytest.mark.parametrize(
    ("title", "written"),
    [
        (
            r"Kites for LLMs in $\mathcal{O}(\sqrt{n})$ Steps & More",
            r"Kites for {LLMs} in {$\mathcal{O}(\sqrt{n})$} Steps \& More",
        ),
        (r"$\frac{a_i}{b}$ and $x_{i+1}$", r"{$\frac{a_i}{b}$} and {$x_{i+1}$}"),
        (r"GPT$_{\mathrm{max}}$: A Kite", r"{GPT}{$_{\mathrm{max}}$}: A Kite"),
        (r"S$^{2}$FT", r"{S{\texttwosuperior}FT}"),  # a line of text shows it as well
    ],
)
def test_a_formula_in_a_title_is_its_authors_latex(title: str, written: str) -> None:
    assert title_of(title) == written


@pytest.mark.parametrize(
    "source",
    [
        r"\input{x}",
        r"\write18{x}",
        "a$b",
        "x%",
        "é",
        "x\\",
        r"x\{",
        "x}{",
        r"\def\x{}",
        r"\'e",
        "a\nb",
    ],
)
def test_no_formula_ends_its_field_or_needs_what_papers_do_not_load(source: str) -> None:
    assert latex_formula(source) == ""


def known(**facts: object) -> Sequence[str]:
    one = item("Kites", seen("2025-03-11", 1), arxiv_id="2403.00001", venues=["ICML 2024"])
    paper = replace(one.paper, **facts)  # type: ignore[arg-type]
    reference = Bibliography(make_catalogue(curate(replace(one, paper=paper)))).reference(paper)
    return [line.strip().rstrip(",") for line in BIBTEX.render(reference).splitlines()]


def test_what_other_sources_know_is_said() -> None:
    lines = known(categories=("cs.CL", "cs.LG"), doi="10.1000/kites_{1}")
    assert "primaryClass = {cs.CL}" in lines
    assert "doi = {10.1000/kites_%7B1%7D}" in lines
    preprint = known(venues=(), doi="")
    assert not any(line.startswith("doi") for line in preprint)


def test_a_word_that_is_no_category_of_arxiv_is_left_out() -> None:
    assert not any("primaryClass" in line for line in known(categories=("machine-learning",)))
    assert not any("primaryClass" in line for line in known(categories=("cs.CL",), arxiv_id=None))
