"""What must come of a damaged copy: a refusal, a question, or only what the whole file says."""

import re
from collections.abc import Sequence
from dataclasses import fields
from datetime import date

from generator.desk.arrivals.doubts import list_doubts
from generator.desk.arrivals.parcels import Parcel
from generator.desk.arrivals.understanding import Understanding, understand
from generator.sources.model import LineKind, RawEntry, RawFacts

TODAY = date(2031, 5, 7)
_MAIN = ("arxiv_id", "doi", "authors", "first_author", "published", "url")
_OTHERS = [f.name for f in fields(RawFacts) if f.name not in {*_MAIN, "title", "place", "keywords"}]
_SPACE = re.compile(r"\s+")


def read(data: bytes) -> Understanding:
    return understand(Parcel(data=data, label="list"))


def tell(found: Understanding, day: date | None) -> tuple[str, ...]:
    """Give what a person hears before anything is written: refusals with their place, or doubts."""
    if found.refusals:
        assert all(each.place.line >= 1 and each.message for each in found.refusals)
        return tuple(f"{each.place}: {each.message}" for each in found.refusals)
    return tuple(list_doubts(found, day, TODAY))


def shows_more(found: Understanding, whole: Understanding) -> bool:
    """Whether more is left out than of the whole file, as `broadsheet add` shows it."""
    return _count_left_out(found) > _count_left_out(whole)


def _count_left_out(found: Understanding) -> int:
    return sum(line.kind is LineKind.REJECTED for line in found.digest.ledger)


def find_untrue(entries: Sequence[RawEntry], whole: Sequence[RawEntry]) -> RawEntry | None:
    """Give a paper that says what the whole file does not; None where all is true.

    Title, abstract, authors, ids, address and day have to be those of one paper there; what else is
    known of it may be missing. Of the last paper, a text may end earlier, at the end of a sentence:
    that leaves no trace.
    """
    for number, entry in enumerate(entries, start=1):
        is_last = number == len(entries)
        if not any(_is_true(entry, other, may_end_earlier=is_last) for other in whole):
            return entry
    return None


def _is_true(entry: RawEntry, other: RawEntry, *, may_end_earlier: bool) -> bool:
    if _flat(entry.title) != _flat(other.title):
        return False
    text, whole = _flat(entry.abstract), _flat(other.abstract)
    ends_earlier = may_end_earlier and whole.startswith(text) and text[-1:] in {"", ".", "?", "!"}
    if text != whole and not ends_earlier:
        return False
    if ends_earlier:
        return all(not _get(entry, n) or _get(entry, n) == _get(other, n) for n in _MAIN)
    main = [name for name in _MAIN if not (may_end_earlier and name == "published")]
    return all(_get(entry, name) == _get(other, name) for name in main) and all(
        not _get(entry, name) or _get(entry, name) == _get(other, name) for name in _OTHERS
    )


def _get(entry: RawEntry, name: str) -> str:
    value = getattr(entry.facts, name) if entry.facts else None
    return _flat(str(value)) if value else ""


def _flat(text: str) -> str:
    return _SPACE.sub(" ", text.replace("\\n", " ").replace("\\r", " ")).strip()
