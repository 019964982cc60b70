"""A paper as plain Markdown."""

from collections.abc import Iterator

from generator.output.plain.addresses import Addresses
from generator.output.plain.text import plain_note, plain_text
from generator.pages.views import PaperPage, TimelineItem
from generator.pages.words import plain_text as words_of


def tell_paper(paper: PaperPage, addresses: Addresses) -> Iterator[str]:
    yield "\n".join(f"- {name}: {said}" for name, said in _list_facts(paper, addresses) if said)
    if paper.note:
        yield plain_note(paper.note)
    said = paper.particulars
    if said.summary:
        yield f"{plain_text(said.summary_origin)}: {plain_text(said.summary)}"
    if paper.abstract:
        yield "## Abstract"
        yield plain_text(words_of(paper.abstract))
    for other in paper.others:
        yield f"### {plain_text(other.source)}"
        yield plain_text(words_of(other.abstract))
    yield "## Appearances"
    yield "\n".join(f"- {_say_when(item, addresses)}" for item in paper.timeline)
    if paper.related:
        yield "## Related"
        yield "\n".join(
            f"- {addresses.link(words_of(near.title_spans), near.url)}: in common "
            f"{plain_text(', '.join(near.shared))}"
            for near in paper.related
        )
    if bibtex := next((each for each in paper.citations if each.name == "BibTeX"), None):
        yield "## Cite"
        fence = "`" * max(3, *(len(run) + 1 for run in _runs_of_ticks(bibtex.text)))
        yield f"{fence}bibtex\n{bibtex.text.strip()}\n{fence}"


def _list_facts(paper: PaperPage, addresses: Addresses) -> Iterator[tuple[str, str]]:
    yield "Authors", plain_text(paper.authors)
    yield "Published", paper.published.iso if paper.published else ""
    yield "First featured", paper.featured.iso if paper.featured else ""
    yield "Venue", plain_text(paper.venue)
    said = paper.particulars
    yield "Appeared in", plain_text(said.journal_ref)
    yield "Organisation", plain_text(said.organisation)
    yield "The authors’ remark", plain_text(said.comment)
    yield "DOI", addresses.follow(paper.doi) if paper.doi else ""
    yield "Topics", ", ".join(addresses.link(mark.name, mark.url) for mark in paper.topics)
    yield "Tags", ", ".join(addresses.link(mark.name, mark.url) for mark in paper.tags)
    yield "Keywords", plain_text(", ".join(said.keywords))
    yield "Reading lists", ", ".join(map(addresses.follow, paper.collections))
    yield "Links", ", ".join(map(addresses.follow, paper.links))
    yield "To look at", ", ".join(map(addresses.follow, said.media))


def _say_when(item: TimelineItem, addresses: Addresses) -> str:
    parts = (
        item.date.iso if item.date else "",
        plain_text(item.text) if item.text else "",
        addresses.follow(item.link) if item.link else "",
        plain_text(item.after),
    )
    return " ".join(filter(None, parts))


def _runs_of_ticks(text: str) -> Iterator[str]:
    run = ""
    for sign in f"{text} ":
        if sign == "`":
            run += sign
        elif run:
            yield run
            run = ""
    yield run
