"""Authors as plain Markdown: whose papers there are, and who stands under a letter."""

from collections.abc import Iterable, Iterator

from generator.output.plain.addresses import Addresses
from generator.output.plain.text import plain_note, plain_text
from generator.pages.views import AuthorPage, AuthorRow, AuthorsPage, LetterPage
from generator.pages.words import plain_text as words_of


def list_author(page: AuthorPage, addresses: Addresses) -> Iterator[str]:
    if page.affiliation or page.links:
        links = (addresses.follow(link) for link in page.links)
        yield ". ".join(filter(None, (plain_text(page.affiliation), *links)))
    for other in page.namesakes:
        yield f"Another author of this name: {addresses.follow(other)}, {plain_text(other.note)}"
    if page.note:
        yield plain_note(page.note)
    yield from _list(_write_row(row, addresses) for row in page.rows)


def list_letters(page: AuthorsPage, addresses: Addresses) -> Iterator[str]:
    yield from _list(addresses.link(mark.name, mark.url) for mark in page.top)
    yield from _list(addresses.follow(letter) for letter in page.letters if letter.url)


def list_names(page: LetterPage, addresses: Addresses) -> Iterator[str]:
    if page.beside:
        yield addresses.follow(page.beside)
    yield from _list(
        addresses.link(mark.name, mark.url) + (f", {mark.count:,}" if mark.count else "")
        for mark in page.names
    )


def _write_row(row: AuthorRow, addresses: Addresses) -> str:
    authors = plain_text("".join(span.text for span in row.author_spans))
    facts = (authors, row.date.iso if row.date else "")
    return ", ".join(filter(None, (addresses.link(words_of(row.title_spans), row.url), *facts)))


def _list(items: Iterable[str]) -> Iterator[str]:
    """Give a list as one block, or none."""
    if text := "\n".join(f"- {item}" for item in items):
        yield text
