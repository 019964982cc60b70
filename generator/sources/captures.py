"""Text captures of Hugging Face paper pages, the format of the first digests.

Two layouts, one reading: paragraphs divided by blank lines under a header, or one item a line with
`Subscribe` glued to the first title. In both, a line after the header is a title or an abstract;
`pairing` tells which. Source of the format: text copied from https://huggingface.co/papers?q=...,
as kept in `content/digests`.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from generator.diagnostics import Code, Diagnostic, Place
from generator.sources.headers import cut_glued, day_differs, is_header, is_phrase
from generator.sources.ledger import rejected, taken
from generator.sources.lines import Line, quoted
from generator.sources.model import LedgerLine, LineKind, RawEntry
from generator.sources.pairing import lean, pair
from generator.sources.reader import Confidence, Reading, Source

_LINES_TO_KNOW_IT = 3
_ADDRESS = re.compile(r"https?://\S+")
_AUTHOR_COUNT = re.compile(r"\d+ authors?", re.ASCII)


class CaptureReader:
    """Reads what was copied as plain text from a page of papers."""

    name = "capture"
    description = (
        "text captures of Hugging Face paper pages (`Get trending papers in your email inbox!` "
        "among the first three lines, then titles and abstracts)"
    )

    def recognises(self, source: Source) -> Confidence:
        """Know a capture by a phrase of the page in its first lines.

        Captures by other programs hold the same phrases, but below lines of their own.
        """
        known = any(is_phrase(line.text) for line in source.lines[:_LINES_TO_KNOW_IT])
        return Confidence.LIKELY if known else Confidence.NO

    def parse(self, source: Source) -> Reading:
        page = _sort_lines(source)
        groups = pair([item.text for item in page.items])
        entries: list[RawEntry] = []
        ledger = list(page.ledger)
        diagnostics = list(page.diagnostics)
        first_lines: dict[tuple[str, str], int] = {}
        after_lone_title = False
        for group in groups:
            title, *abstract = (page.items[i] for i in group)
            if not abstract:
                reason, finding = _left_alone(
                    group.start, page.items, source.path, after_lone_title=after_lone_title
                )
                after_lone_title = finding.code is Code.TITLE_WITHOUT_ABSTRACT
                ledger.append(rejected(title, reason))
                diagnostics.append(finding)
                continue
            after_lone_title = False
            entry = _entry(title, abstract, source.path)
            first = first_lines.setdefault((entry.title, entry.abstract), title.number)
            if first != title.number:
                reason = f"the paper of line {first} once more, word for word"
                ledger += [rejected(line, reason) for line in (title, *abstract)]
                continue
            number = len(entries)
            ledger.append(taken(title, LineKind.TITLE, number))
            ledger += [taken(line, LineKind.ABSTRACT, number) for line in abstract]
            entries.append(entry)
        diagnostics += _odd_items(page.items, groups, source.path)
        return Reading(
            entries=tuple(entries),
            ledger=tuple(sorted(ledger, key=lambda line: (line.line, line.column))),
            diagnostics=tuple(diagnostics),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Page:
    """A page's lines: `items` are titles and abstracts, `ledger` holds all the others."""

    items: tuple[Line, ...]
    ledger: tuple[LedgerLine, ...]
    diagnostics: tuple[Diagnostic, ...]


def _sort_lines(source: Source) -> _Page:
    items: list[Line] = []
    ledger: list[LedgerLine] = []
    diagnostics: list[Diagnostic] = []
    in_header = True
    for line in source.lines:
        phrases, left = cut_glued(line, after_header=in_header)
        ledger += [taken(phrase, LineKind.HEADER) for phrase in phrases]
        in_header = in_header or bool(phrases)
        if left is None:
            continue
        if is_header(left.text):
            ledger.append(taken(left, LineKind.HEADER))
            # Further down a day may be a paper's own: it says nothing of the page.
            if in_header and source.date and day_differs(left.text, source.date):
                place = Place(file=source.path, line=left.number, column=left.column)
                diagnostics.append(
                    Diagnostic(
                        code=Code.HEADER_DAY_DIFFERS,
                        place=place,
                        message=f"The page says {quoted(left.text)}, "
                        f"the file's name says {source.date.isoformat()}.",
                        hint="The name counts. Rename the file if the page is right.",
                    )
                )
            in_header = True
        elif reason := _of_no_paper(left.text):
            ledger.append(rejected(left, reason))
        else:
            items.append(left)
            in_header = False
    return _Page(items=tuple(items), ledger=tuple(ledger), diagnostics=tuple(diagnostics))


def _of_no_paper(text: str) -> str:
    """Say why a line can be neither a title nor an abstract; empty if it can."""
    if _ADDRESS.fullmatch(text):
        return "an address alone"
    if _AUTHOR_COUNT.fullmatch(text):
        return "a number of authors"
    if not any(c.isalpha() for c in text):
        return "no letter in it"
    return ""


def _entry(title: Line, abstract: Sequence[Line], path: str) -> RawEntry:
    return RawEntry(
        title=title.text,
        abstract="\n".join(line.text for line in abstract),
        place=Place(file=path, line=title.number, column=title.column),
        abstract_place=Place(file=path, line=abstract[0].number, column=abstract[0].column),
    )


def _left_alone(
    index: int, items: Sequence[Line], path: str, *, after_lone_title: bool
) -> tuple[str, Diagnostic]:
    """Say why an item is in no paper: the reason for the ledger, and a finding."""
    item = items[index]
    is_abstract = lean(item.text) > 0
    neighbours = (*items[max(0, index - 1) : index], *items[index + 1 : index + 2])
    word, code = (
        ("abstract", Code.ABSTRACT_WITHOUT_TITLE)
        if is_abstract
        else ("title", Code.TITLE_WITHOUT_ABSTRACT)
    )
    if any(item.text == neighbour.text for neighbour in neighbours):
        reason = f"the same {word} twice in a row"
        message = f"The {word} {quoted(item.text)} stands twice in a row."
        hint = "Delete this line."
    elif is_abstract:
        reason = "an abstract without a title before it"
        message = f"No title stands before the abstract {quoted(item.text)}."
        hint = "Add the title on a line before it, or delete it. It is left out until then."
    elif after_lone_title:
        reason = "too short for an abstract, and none after it if it is a title"
        message = (
            f"{quoted(item.text)} is too short for the abstract of the title before it, "
            "and no abstract stands after it."
        )
        hint = "Make the abstract whole, or delete both lines. They are left out until then."
    else:
        reason = "a title without an abstract after it"
        message = f"No abstract stands after the title {quoted(item.text)}."
        hint = "Add the abstract on a line after it, or delete it. It is left out until then."
    place = Place(file=path, line=item.number, column=item.column)
    return reason, Diagnostic(code=code, place=place, message=message, hint=hint)


def _odd_items(items: Sequence[Line], groups: Sequence[range], path: str) -> list[Diagnostic]:
    if len(items) % 2 == 0:
        return []
    odd = next(items[group.start] for group in groups if len(group) != 2)
    return [
        Diagnostic(
            code=Code.ODD_ITEMS,
            place=Place(file=path, line=odd.number, column=odd.column),
            message=f"The page holds {len(items)} titles and abstracts, an odd number: "
            "one is missing, doubled or broken in two.",
            hint="This is the first place where they do not come in pairs.",
        )
    ]
