"""`llms.txt`: what a language model, or any other program, finds here, and where.

Format: https://llmstxt.org. Links are relative to the file, which lies at the site's root.
"""

from collections.abc import Iterator

from generator.pages.catalogue import Catalogue
from generator.pages.permalinks import (
    ABOUT_API,
    API,
    SEARCH,
    collection_url,
    page_path,
    topic_url,
)
from generator.pages.plan import PlannedFile
from generator.pages.words import counted

_NEWEST = 12  # days


def plan_llms(catalogue: Catalogue, site_name: str) -> PlannedFile:
    content = "".join(f"{line}\n" for line in _list_lines(catalogue, site_name))
    return PlannedFile(path="llms.txt", content=content)


def _list_lines(catalogue: Catalogue, site_name: str) -> Iterator[str]:
    papers = counted(len(catalogue.papers), "paper")
    yield f"# {_plain(site_name)}"
    yield ""
    yield f"> A curated digest of {papers}, each with its abstract, topics and tags."
    yield ""
    yield "Hidden papers are in no list. Titles and abstracts belong to their authors."
    yield "Beside every page lies `index.md`, the same as Markdown; links below lead to those."
    yield ""
    yield "## Data"
    yield ""
    yield f"- [All papers as JSON]({API}papers.json): with every digest that held them"
    yield f"- [The same by month]({API}months.json); of one paper: `{API}papers/<id>.json`"
    yield f"- [All of it in SQLite]({API}papers.db), with full-text search"
    yield f"- [All digests]({API}digests.json), [topics]({API}topics.json), [tags]({API}tags.json)"
    yield f"- [OpenAPI]({API}openapi.json), [in words]({ABOUT_API}): what keys mean, and what stays"
    if catalogue.papers:
        yield "- [All papers as BibTeX](papers.bib), [RIS](papers.ris), [CSL-JSON](papers.json)"
        yield "- Of one paper: `papers/<id>/cite.bib`, `.ris`, `.json`, `.txt`"
    yield f"- [Search]({SEARCH}): needs JavaScript; the data does not"
    if catalogue.topics:
        yield ""
        yield "## Topics"
        yield ""
        for topic in catalogue.curated.topics:
            count = counted(len(catalogue.by_topic[topic.id]), "paper")
            said = _plain(topic.description)
            yield f"- [{_plain(topic.name)}]({page_path(topic_url(topic.id))}): {count}. {said}"
    if catalogue.curated.collections:
        yield ""
        yield "## Reading lists"
        yield ""
        for collection in catalogue.curated.collections:
            url = page_path(collection_url(collection.id))
            yield f"- [{_plain(collection.name)}]({url}): {_plain(collection.description)}"
    if catalogue.days:
        yield ""
        yield "## Newest digests"
        yield ""
        for day in sorted(catalogue.days, reverse=True)[:_NEWEST]:
            shelves = catalogue.days[day]
            ids = {entry.paper.id for shelf in shelves for entry in shelf.entries}
            sheet = page_path(shelves[0].url)
            yield f"- [{shelves[0].name}]({sheet}): {counted(len(ids), 'paper')}"


def _plain(text: str) -> str:
    """Give a text on one line without the signs that make links, headings and HTML."""
    return " ".join(text.translate(str.maketrans("[]<>`", "()()'")).split())
