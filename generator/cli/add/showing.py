"""What a person sees of a digest before it is added."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence

from generator.cli.findings import shown
from generator.corpus.text import read_text
from generator.curation.wording import shorten
from generator.desk.arrivals.acquaintance import Acquaintance, Standing
from generator.desk.arrivals.shelving import Slot
from generator.desk.arrivals.understanding import Understanding
from generator.sources.model import LedgerLine, LineKind, RawEntry
from generator.sources.registry import READERS

_FIRST = 5
"""Papers that are shown whole."""
_LISTED = 10
_AUTHORS = 3
_WIDTH = 90
_KINDS = {
    LineKind.HEADER: ("header", "headers"),
    LineKind.TITLE: ("title", "titles"),
    LineKind.ABSTRACT: ("abstract", "abstracts"),
    LineKind.FACT: ("line of facts", "lines of facts"),
    LineKind.RECORD: ("record", "records"),
}
_ORDINALS = ("", "first", "second", "third", "fourth", "fifth")


def show_format(understanding: Understanding) -> Iterator[str]:
    """Say in which format a digest is, and what was done to its bytes."""
    name = understanding.digest.format
    described = next((reader.description for reader in READERS if reader.name == name), "")
    yield f"{shown(understanding.label)} is read as `{name}`: {described}."
    if understanding.note:
        yield understanding.note


def show_place(slot: Slot, origin: str) -> Iterator[str]:
    """Say of which day a digest is, where it goes, and what is there of that day."""
    if slot.name.date:
        yield f"Day: {slot.name.date} ({slot.name.date:%A}), {origin}."
    else:
        yield f"It has no day, and is filed as “{slot.name.name}”."
    if slot.neighbours:
        there = ", ".join(each.shown for each in slot.neighbours)
        number = slot.name.ordinal
        which = _ORDINALS[number] if number < len(_ORDINALS) else f"{number}th"
        yield f"That day has {there} already: this is another, its {which}."
    yield f"Place: {slot.shown}"


def show_papers(entries: Sequence[RawEntry]) -> Iterator[str]:
    """Show the first papers as they will read."""
    number = len(entries)
    begin = ", of which these are the first" if number > _FIRST else ""
    yield f"{number:,} {'paper' if number == 1 else 'papers'}{begin}:"
    for n, entry in enumerate(entries[:_FIRST], start=1):
        yield f"  {n}. {shown(shorten(read_text(entry.title).clean, _WIDTH))}"
        if authors := _name_authors(entry):
            yield f"     {shown(authors)}"


def _name_authors(entry: RawEntry) -> str:
    facts = entry.facts
    if not facts:
        return ""
    if facts.first_author:
        return f"{facts.first_author} and others"
    if not facts.authors:
        return f"{facts.author_count:,} authors" if facts.author_count else ""
    first = ", ".join(name for name in facts.authors[:_AUTHORS])
    more = len(facts.authors) - _AUTHORS
    return shorten(first, _WIDTH) + (f" and {more:,} more" if more > 0 else "")


def show_ledger(ledger: Iterable[LedgerLine], label: str) -> Iterator[str]:
    """Count what was taken and what was not; of the latter say why, and show the first whole."""
    counted = Counter(entry.kind for entry in ledger)
    taken = [
        f"{counted[kind]:,} {words[0 if counted[kind] == 1 else 1]}"
        for kind, words in _KINDS.items()
        if counted[kind]
    ]
    yield f"Taken: {', '.join(taken) or 'nothing'}. Left out: {counted[LineKind.REJECTED]:,}."
    by_reason: defaultdict[str, list[LedgerLine]] = defaultdict(list)
    for entry in ledger:
        if entry.kind is LineKind.REJECTED:
            by_reason[entry.reason].append(entry)
    for reason, entries in list(by_reason.items())[:_LISTED]:
        first = entries[0]
        where = f"{shown(label)}:{first.line}:{first.column}" + (
            f" ({first.path})" if first.path else ""
        )
        yield f"  {where}: {shown(reason)}" + (
            f" (and {len(entries) - 1:,} more)" if len(entries) > 1 else ""
        )
        if first.text:
            yield f"      {shown(first.text)}"
    if len(by_reason) > _LISTED:
        yield f"  and for {len(by_reason) - _LISTED:,} more reasons"


def show_acquaintances(papers: Sequence[Acquaintance]) -> Iterator[str]:
    """Tell new, known and doubtful papers apart."""
    if all(each.standing is Standing.NEW for each in papers):
        yield "The site has none of them yet."
        return
    groups = {s: [each for each in papers if each.standing is s] for s in Standing}
    yield ", ".join(f"{len(group):,} {standing}" for standing, group in groups.items()) + ":"
    for standing, group in groups.items():
        limit = len(group) if standing is Standing.DOUBTFUL else _LISTED
        for each in group[:limit]:
            yield f"  {standing}: {shown(shorten(each.here.title.clean, _WIDTH))}{_explain(each)}"
        if len(group) > limit:
            yield f"  and {len(group) - limit:,} more that are {standing}"


def show_briefly(
    understanding: Understanding, slot: Slot, papers: Sequence[Acquaintance]
) -> Iterator[str]:
    """Tell of one digest among several in a line, and of its doubtful papers."""
    digest = understanding.digest
    counted = Counter(each.standing for each in papers)
    told = ", ".join(f"{counted[standing]:,} {standing}" for standing in Standing)
    left = sum(entry.kind is LineKind.REJECTED for entry in digest.ledger)
    yield (
        f"{shown(understanding.label)} -> {slot.shown}: `{digest.format}`, "
        f"{len(papers):,} papers ({told})" + (f", {left:,} left out" if left else "")
    )
    if understanding.note:
        yield f"  {understanding.note}"
    for each in papers:
        if each.standing is Standing.DOUBTFUL:
            yield f"  doubtful: {shown(shorten(each.here.title.clean, _WIDTH))}{_explain(each)}"


def _explain(each: Acquaintance) -> str:
    if each.doubt:
        return f"\n      {shown(each.doubt)}"
    if each.others:
        first, *more = each.others
        return f" ({first.digest}" + (f" and {len(more)} more)" if more else ")")
    return ""


def show_doubts(doubts: Sequence[str]) -> Iterator[str]:
    """Say what a person should look at before the digest is added."""
    yield "Look at this first:"
    for doubt in doubts:
        yield f"  - {shown(doubt)}"
