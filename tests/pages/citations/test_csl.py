"""CSL-JSON, and the plain citation, held to what a citation processor makes of it."""

import html
import json
import re
import warnings
from pathlib import Path

from citeproc import (
    Citation,
    CitationItem,
    CitationStylesBibliography,
    CitationStylesStyle,
    formatter,
)
from citeproc.source.json import CiteProcJSON

from generator.pages.catalogue import make_catalogue
from generator.pages.citations import FORMATS, Reference, cite_plainly
from generator.pages.citations.bibliography import Bibliography
from tests.pages.world import curate, item, seen

CSL = FORMATS[2]
STYLE = Path(__file__).parent / "plain.csl"


def process(references: tuple[Reference, ...]) -> list[str]:
    """Let a citation processor set all of them in the style of our plain citations."""
    items = json.loads(CSL.join(map(CSL.render, references)))
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of keys that the processor does not know
        source = CiteProcJSON(items)
        style = CitationStylesStyle(str(STYLE), validate=False)
        bibliography = CitationStylesBibliography(style, source, formatter.plain)
        for reference in references:
            bibliography.register(Citation([CitationItem(reference.key)]))
        return [html.unescape(str(entry)) for entry in bibliography.bibliography()]


def test_a_citation_processor_says_of_real_papers_what_we_say(real: tuple[Reference, ...]) -> None:
    def loose(text: str) -> str:
        """Leave out what the processor has its own mind on: quotation marks and stops."""
        return re.sub(r"[\s\"'“”‘’.?]+", "", text.replace(" (first author)", ""))

    ours = [cite_plainly(reference) for reference in real]
    theirs = process(real)
    differing = [
        pair for pair in zip(ours, theirs, strict=True) if loose(pair[0]) != loose(pair[1])
    ]
    assert differing == []


def test_items_say_what_is_known(real: tuple[Reference, ...]) -> None:
    items = json.loads(CSL.join(map(CSL.render, real)))
    assert [item["id"] for item in items] == [reference.key for reference in real]
    for entry, reference in zip(items, real, strict=True):
        assert entry["title"] == reference.title
        assert len(entry.get("author", [])) == len(reference.authors)
        assert entry.get("archive_location") == reference.arxiv_id
        assert all(entry.values())


def test_hostile_texts_are_inert(hostile: tuple[Reference, ...]) -> None:
    text = CSL.join(map(CSL.render, hostile))
    assert not re.search("[<>&]", text)
    assert [entry["title"] for entry in json.loads(text)] == [each.title for each in hostile]
    assert all("\n" not in cite_plainly(each) for each in hostile)


def test_an_organisation_is_one_name() -> None:
    one = item("Kites", seen("2025-03-11", 1), authors=["Kite Team", "Joe Gale Jr."])
    reference = Bibliography(make_catalogue(curate(one))).reference(one.paper)
    assert json.loads(CSL.render(reference))["author"] == [
        {"literal": "Kite Team"},
        {"family": "Gale", "given": "Joe", "suffix": "Jr."},
    ]


def test_many_authors_are_named_in_part() -> None:
    names = [f"Ada{chr(97 + n)} Gale" for n in range(21)]
    one = item("Kites?", seen("2025-03-11", 1), authors=names)
    reference = Bibliography(make_catalogue(curate(one))).reference(one.paper)
    assert cite_plainly(reference) == f"{', '.join(names[:10])} et al. Kites?"


def test_nothing_known_is_nothing_said() -> None:
    one = item("Kites", seen("2025-03-11", 1))
    reference = Bibliography(make_catalogue(curate(one))).reference(one.paper)
    assert cite_plainly(reference) == "Kites."
