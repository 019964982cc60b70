"""Signs that a digest is damaged or misread, though a reader took it.

Each is weighed against real digests, so that one which is whole shows none or next to none. What
leaves no sign, such as a cut exactly between two papers, nobody can tell.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta

from generator.diagnostics import Code, Diagnostic
from generator.identifiers import parse_arxiv_id, title_key
from generator.sources.lines import quoted
from generator.sources.model import LineKind, RawDigest, RawEntry
from generator.sources.pairing import lean

_WORD = re.compile(r"[^\W\d_]{2}")
_ADDRESS = re.compile(r"(?:https?|ftp)://\S+|www\.\S+")
_ADDRESS_AT_END = re.compile(r"https?://\S{4,}\s*$")
_DAY = re.compile(r"\d{4}-\d{1,2}-\d{1,2}(?:[T ].*)?", re.ASCII)
_ENDS = re.compile(r"[.!?…。！？][\"'’”»)\]}*_$]*$")
_CUT_FROM = 80
"""Characters from which on a text is a sentence that wants an end."""
_MOSTLY = 0.5
_FEW = 3
_TAIL = 12
_FULL_STOP = re.compile(r"[a-z)]\. ")
# UTF-8 that was read as Windows-1252 (`â€™` for an apostrophe, `Ã©` for é), or bytes given up.
_MISREAD = re.compile(
    "\ufffd|[âãåæçèé][€‚„†ˆ‰\x80-\x9f][\x80-\xbf\u0152-\u2122]|â€|ï¿½|ðŸ"
    "|[ÃÂÄÅÎÏÐÑ][\x80-\x9f¡-©«-¹»-¿€‚ƒ„†‡ˆ‰Š‹ŒŽ•˜™šœžŸ]"
)
_NAME_WORDS = 10
_OFTEN = 0.25
_COUNTED = frozenset({Code.ODD_VALUE})
"""Warnings of single values: ordinary where they are few."""


def find_signs(digest: RawDigest, text: str) -> tuple[str, ...]:
    """Say in a sentence each what makes the digest look damaged; nothing where it looks whole.

    `text` is that of its file.
    """
    entries = digest.entries
    return (
        *_warnings(digest),
        *_cut_end(digest, text),
        *_swapped(entries),
        *_repeated(entries),
        *_strange_authors(entries),
        *_misread(entries, text),
        *_mostly_rejected(digest),
    )


def find_signs_of_day(digest: RawDigest, day: date, today: date) -> tuple[str, ...]:
    """Say what speaks against the day that a digest is to have."""
    signs = []
    if day > today:
        signs.append(f"The day {day} is still to come.")
    # Where the day begins earlier, a paper may be of the next one.
    last = day + timedelta(days=1)
    late = [e for e in digest.entries if (newest := _newest_day(e)) and newest > last]
    if late:
        signs.append(
            f"{_count(len(late), 'paper is', 'papers are')} younger than {day}, "
            f"{quoted(late[0].title)} among them ({_newest_day(late[0])}): is the day right?"
        )
    return tuple(signs)


def _newest_day(entry: RawEntry) -> date | None:
    """Give the day before which a paper cannot have been in a list: published, or its id minted."""
    facts = entry.facts
    if not facts:
        return None
    days = [facts.published] if facts.published else []
    id_ = str(facts.arxiv_id or "")
    if re.match(r"\d{4}\.", id_) and 1 <= int(id_[2:4]) <= 12:
        days.append(date(2000 + int(id_[:2]), int(id_[2:4]), 1))
    return max(days, default=None)


def _warnings(digest: RawDigest) -> Iterator[str]:
    found = [d for d in digest.diagnostics if d.code not in _COUNTED]
    if found:
        yield f"{_count(len(found), 'thing', 'things')} in it could not be read: {_tell(found[0])}"
    odd = [d for d in digest.diagnostics if d.code in _COUNTED]
    if len(odd) > _OFTEN * len(digest.entries):
        yield f"{_count(len(odd), 'value', 'values')} could not be read: {_tell(odd[0])}"


def _cut_end(digest: RawDigest, text: str) -> Iterator[str]:
    """See whether the last paper breaks off where the others end, or lacks what all others have."""
    if not digest.entries:
        return
    *before, end = digest.entries
    lacking = [name for name in _held(before[0]) if name not in _held(end)] if before else []
    lacking = [name for name in lacking if all(name in _held(entry) for entry in before)]
    if lacking and len(before) > 1:
        yield (
            f"The last paper, {quoted(end.title)}, lacks what all others have "
            f"({', '.join(lacking)}): is the file whole?"
        )
    last = end.abstract.rstrip()
    if not text.rstrip("\"' \t\r\n").endswith(last[-_TAIL:]):
        return  # what follows closes it: a brace, another column
    told = [entry.abstract.rstrip() for entry in before if len(entry.abstract) >= _CUT_FROM]
    ended = sum(bool(_ENDS.search(end_) or _ADDRESS_AT_END.search(end_)) for end_ in told)
    # Few others say little; then it must have ended sentences itself.
    usual = ended >= _MOSTLY * len(told) if len(told) >= _FEW else bool(_FULL_STOP.search(last))
    long = len(last) >= _CUT_FROM or len(told) >= _FEW
    if last and long and usual and not _ENDS.search(last):
        yield (
            f"The last abstract breaks off in the middle of a sentence, “…{_end_of(last)}”: "
            "is the file whole?"
        )


def _held(entry: RawEntry) -> list[str]:
    """Name what is known of a paper."""
    facts = entry.facts
    held = {
        "an abstract": entry.abstract,
        "authors": facts and (facts.authors or facts.first_author),
        "an arXiv id": facts and facts.arxiv_id,
        "a day": facts and facts.published,
        "an address": facts and (facts.url or facts.arxiv_id),
    }
    return [name for name, value in held.items() if value]


def _end_of(text: str) -> str:
    end = quoted(" ".join(text[-60:].split())).strip("“”")
    return end.partition(" ")[2] or end


def _swapped(entries: Sequence[RawEntry]) -> Iterator[str]:
    """See whether titles are what titles are, and abstracts what abstracts are."""
    long = [e for e in entries if lean(e.title) > max(0, lean(e.abstract))]
    if long:
        yield (
            f"{_count(len(long), 'title reads', 'titles read')} like an abstract: "
            f"{_place(long[0])} {quoted(long[0].title)}"
        )
    strange = [e for e in entries if _is_no_title(e.title)]
    if strange:
        yield (
            f"{_count(len(strange), 'title is', 'titles are')} no title: "
            f"{_place(strange[0])} {quoted(strange[0].title)}"
        )
    bare = [e for e in entries if _is_no_text(e.abstract)]
    if bare:
        yield (
            f"{_count(len(bare), 'abstract is', 'abstracts are')} no text: "
            f"{_place(bare[0])} {quoted(bare[0].abstract)}"
        )


def _is_no_title(text: str) -> bool:
    return _is_no_text(text) or not text.strip()


def _is_no_text(text: str) -> bool:
    """Whether a text is an address, an id, a day or a number: another field's value."""
    text = text.strip()
    if not text:
        return False
    return bool(
        not _WORD.search(text)
        or _ADDRESS.fullmatch(text)
        or _DAY.fullmatch(text)
        or parse_arxiv_id(text)
    )


def _repeated(entries: Sequence[RawEntry]) -> Iterator[str]:
    """See whether one title stands over several abstracts, or one abstract under several titles."""
    abstracts: defaultdict[str, set[str]] = defaultdict(set)
    titles: defaultdict[str, set[str]] = defaultdict(set)
    for entry in entries:
        if len(entry.abstract) >= _CUT_FROM:
            abstracts[title_key(entry.title)].add(entry.abstract[:_CUT_FROM].casefold())
            titles[entry.abstract].add(title_key(entry.title))
    several = Counter({key: len(found) for key, found in abstracts.items()}).most_common(1)
    if several and several[0][1] > 1:
        key, number = several[0]
        title = next(e.title for e in entries if title_key(e.title) == key)
        yield f"The title {quoted(title)} stands over {number} different abstracts."
    shared = Counter({text: len(found) for text, found in titles.items()}).most_common(1)
    if shared and shared[0][1] > 1:
        yield f"{shared[0][1]} titles have the same abstract: {quoted(shared[0][0])}"


def _strange_authors(entries: Sequence[RawEntry]) -> Iterator[str]:
    strange = [
        (entry, name)
        for entry in entries
        if entry.facts
        for name in (*entry.facts.authors, entry.facts.first_author)
        if name and (_is_no_text(name) or len(name.split()) > _NAME_WORDS)
    ]
    if strange:
        entry, name = strange[0]
        yield (
            f"{_count(len(strange), 'author has', 'authors have')} no name: "
            f"{_place(entry)} {quoted(name)}"
        )


def _misread(entries: Iterable[RawEntry], text: str) -> Iterator[str]:
    """See whether letters were lost, or bytes taken for letters, on the way here."""
    found = [(entry, match) for entry in entries if (match := _MISREAD.search(_join_texts(entry)))]
    if found:
        entry, match = found[0]
        part = match.string[max(0, match.start() - 15) : match.end() + 15]
        yield (
            f"In {_count(len(found), 'paper', 'papers')} letters were misread before the file came "
            f"here: {_place(entry)} {quoted(part)}"
        )
    elif "\ufffd" in text:
        line = text[: text.index("\ufffd")].count("\n") + 1
        yield f"Letters were lost before the file came here: line {line} holds \ufffd for one."


def _join_texts(entry: RawEntry) -> str:
    facts = entry.facts
    more = (*facts.authors, facts.first_author, facts.organisation, facts.summary) if facts else ()
    return "\n".join((entry.title, entry.abstract, *more))


def _mostly_rejected(digest: RawDigest) -> Iterator[str]:
    rejected = [e for e in digest.ledger if e.kind is LineKind.REJECTED]
    taken = [e for e in digest.ledger if e.entry is not None]
    if len(rejected) > len(taken):
        yield (
            f"More was left out ({len(rejected):,}) than taken ({len(taken):,}): "
            f"line {rejected[0].line}, {rejected[0].reason}"
        )


def _tell(finding: Diagnostic) -> str:
    return f"{finding.place.line}:{finding.place.column} {finding.message}"


def _place(entry: RawEntry) -> str:
    return f"{entry.place.line}:{entry.place.column}"


def _count(number: int, one: str, many: str) -> str:
    return f"{number:,} {one if number == 1 else many}"
