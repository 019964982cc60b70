"""COinS: a paper in an empty `span` of a list, so that Zotero offers all of a page.

Format: an OpenURL context object, https://en.wikipedia.org/wiki/COinS, with the keys that Zotero
reads (https://www.zotero.org/support/dev/exposing_metadata). Dublin Core's `type` names a preprint,
for which OpenURL has no word. It is on every card, so it says no more than a saved paper needs.
"""

from collections.abc import Iterator
from urllib.parse import quote

from generator.corpus.names import Name
from generator.pages.citations.references import Kind, Reference

# Signs that need no escape within a value. A space stays one, which every reader takes for what it
# is: so the texts are those of the card, and compress to three quarters.
_PLAIN = " /:,()!"
_FORMATS = {
    Kind.PREPRINT: ("dc", "rft.type", "preprint", "rft.title", "rft.source"),
    Kind.CONFERENCE: ("book", "rft.genre", "proceeding", "rft.atitle", "rft.btitle"),
    Kind.JOURNAL: ("journal", "rft.genre", "article", "rft.atitle", "rft.jtitle"),
    Kind.OTHER: ("dc", "rft.type", "document", "rft.title", "rft.source"),
}


def write_coins(reference: Reference) -> str:
    """Give the content of the span's title, not yet escaped for HTML."""
    return "&".join(f"{key}={quote(value, safe=_PLAIN)}" for key, value in _list(reference))


def _list(reference: Reference) -> Iterator[tuple[str, str]]:
    form, kind_key, kind, title, venue = _FORMATS[reference.kind]
    yield "ctx_ver", "Z39.88-2004"
    yield "rft_val_fmt", f"info:ofi/fmt:kev:mtx:{form}"
    yield kind_key, kind
    yield title, reference.title
    if reference.venue:
        yield venue, reference.venue
    for name in reference.authors:
        yield _write_author(name)
    if reference.published:
        yield "rft.date", reference.published.isoformat()
    elif reference.year:
        yield "rft.date", str(reference.year)
    if reference.own_doi:
        yield "rft_id", f"info:doi/{reference.own_doi}"
    if reference.url:
        yield "rft_id", reference.url


def _write_author(name: Name) -> tuple[str, str]:
    """Write a name as it is spoken, since it stands so on the card; turned where that misleads."""
    if not name.given:
        return "rft.aucorp", name.family
    return "rft.au", name.inverted if " " in name.family else name.full
