"""What was lost in reading: findings of the reader, facts that a format always has, remains."""

import re
from collections.abc import Iterator

from generator.desk.arrivals.signs.wording import count, place, tell
from generator.diagnostics import Code
from generator.sources.lines import quoted
from generator.sources.model import LineKind, RawDigest, RawEntry

_COUNTED = frozenset({Code.ODD_VALUE})
"""Warnings of single values: ordinary where they are few."""
_OFTEN = 0.25
_ALWAYS: dict[str, tuple[str, ...]] = {
    "hugging-face-api": ("an abstract", "authors", "an arXiv id"),
    "arxiv-metadata": ("an abstract", "authors", "an arXiv id", "a day"),
    "cv-arxiv-daily": ("authors", "an arXiv id", "a day"),
    "page-capture": ("an abstract",),
    "capture": ("an abstract",),
}
"""What a paper has in each file of a format that was not made by hand."""
_MOST = ("an abstract", "authors", "an address")
_MANY = 5
_FEW = 0.2
"""Up to what share of at least so many papers those without something are the odd ones."""
_NAMED = frozenset({"bibtex", "csl-json", "acl-anthology"})
"""Formats in which somebody at least has a name."""
_TEXTS = frozenset({"blocks", "capture", "markdown", "page-capture", "table", "yaml-list"})
_ENDS_AS_OTHER = re.compile(r"(</(?:feed|rss|RDF|collection|volume)>|[\"\]}]\s?[\]}])\s*\Z")
_SIGNATURE = 8
"""Lines of a mail's signature at most, below two dashes."""


def hold(entry: RawEntry) -> tuple[str, ...]:
    """Name what is known of a paper."""
    facts = entry.facts
    held = {
        "an abstract": entry.abstract,
        "authors": facts
        and (facts.authors or facts.first_author or facts.author_count or facts.organisation),
        "an arXiv id": facts and facts.arxiv_id,
        "a day": facts and facts.published,
        "an address": facts and (facts.url or facts.arxiv_id),
    }
    return tuple(name for name, value in held.items() if value)


def find_losses(digest: RawDigest, text: str) -> Iterator[str]:
    found = [d for d in digest.diagnostics if d.code not in _COUNTED]
    if found:
        yield f"{count(len(found), 'thing', 'things')} in it could not be read: {tell(found[0])}"
    odd = [d for d in digest.diagnostics if d.code in _COUNTED]
    if len(odd) > _OFTEN * len(digest.entries):
        yield f"{count(len(odd), 'value', 'values')} could not be read: {tell(odd[0])}"
    yield from _lacking(digest, text)
    rejected = [e for e in digest.ledger if e.kind is LineKind.REJECTED]
    taken = [e for e in digest.ledger if e.entry is not None]
    if len(rejected) > len(taken):
        yield (
            f"More was left out ({len(rejected):,}) than taken ({len(taken):,}): "
            f"line {rejected[0].line}, {rejected[0].reason}"
        )
    if digest.format in _TEXTS and (end := _ENDS_AS_OTHER.search(text[-200:])):
        yield f"It ends in {quoted(end[1])}, as data do: is it the second half of a file?"
    if "--" in (line.rstrip() for line in text[-1000:].splitlines()[-_SIGNATURE - 1 : -1]):
        yield "It ends as a mail does, with a signature below a line of two dashes."


def _lacking(digest: RawDigest, text: str) -> Iterator[str]:
    """See whether papers lack what their format always has, or what nearly all others have."""
    always = _ALWAYS.get(digest.format, ())
    if digest.format == "feed" and "arxiv.org/" in text:
        always = ("an abstract", "authors", "an arXiv id")
    for name in (*always, *(name for name in _MOST if name not in always)):
        lacking = [entry for entry in digest.entries if name not in hold(entry)]
        number = len(digest.entries)
        some = number >= _MANY and len(lacking) <= _FEW * number
        none = name == "authors" and digest.format in _NAMED and len(lacking) == number
        if lacking and (name in always or some or none):
            yield (
                f"{count(len(lacking), 'paper lacks', 'papers lack')} {name}, which "
                f"{'the others have' if some else 'each has in this format'}: "
                f"{place(lacking[0])} {quoted(lacking[0].title)}"
            )
