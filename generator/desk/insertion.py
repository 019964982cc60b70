"""An entry put into the text of a file, between its lines: no other line changes."""

from generator.curation.documents import Document, parse_document
from generator.desk.refusal import Refusal
from generator.diagnostics import Code, Severity

_EMPTY = "[]"
_MARK = "\ufeff"


def insert_entry(data: bytes, file: str, entry: str, after: int | None = None) -> tuple[bytes, int]:
    """Put an entry behind entry number `after`, from 0, or at the end; give the line it begins in.

    `entry` is text that begins with `- `. Lines end as they do in the file, entries stand in the
    column of the others, with an empty line between them if the others have one. Raises Refusal
    where the file has a mistake, or is written in a form (in brackets, for example) into which no
    line can be put.
    """
    page = _Page(data, file)
    number = len(page.entries) if after is None else after + 1
    at = page.find_beginning(number)
    gap = [""] if page.has_gaps else []
    before, rest = page.lines[:at], page.lines[at:]
    if before and before[-1].strip():
        before += gap
    if rest:
        rest = [*gap, *rest]
    added = [f"{page.indent}{line}".rstrip() for line in entry.splitlines()]
    changed = page.ending.join([*before, *added, *rest, ""]).encode()
    _check(changed, file, page.entries, entry, number)
    return changed, len(before) + 1


class _Page:
    """The lines of a file, and where its entries stand in them."""

    def __init__(self, data: bytes, file: str) -> None:
        self._document = _read(data, file)
        text = data.decode("utf-8")
        self.ending = "\r\n" if "\r\n" in text else "\n"
        self.lines = text.replace("\r\n", "\n").removesuffix("\n").split("\n")
        if not self.entries:
            self.lines = [line for line in self.lines if line.strip(f"{_MARK} \t") != _EMPTY]
        if self.lines == [""]:
            self.lines = []
        first = self.lines[self._find_dash(0)] if self.entries else ""
        self.indent = first[: len(first) - len(first.lstrip(" "))]

    @property
    def entries(self) -> tuple[object, ...]:
        return self._document.data

    @property
    def has_gaps(self) -> bool:
        """Whether empty lines stand between entries; where there is one or none, they are to."""
        beginnings = [self.find_beginning(number) for number in range(1, len(self.entries))]
        return not beginnings or any(not self.lines[at - 1].strip() for at in beginnings)

    def find_beginning(self, number: int) -> int:
        """Give the line, from 0, in which an entry begins, or would if it were the next.

        Comments above an entry belong to it, if they stand in the column of its hyphen.
        """
        if number >= len(self.entries):
            return len(self.lines)
        at = self._find_dash(number)
        while at > 0 and self._is_between(self.lines[at - 1]):
            at -= 1
        while not self.lines[at].strip():
            at += 1
        return at

    def _is_between(self, line: str) -> bool:
        return not line.strip() or line.startswith(f"{self.indent}#")

    def _find_dash(self, number: int) -> int:
        """Give the line, from 0, in which the hyphen of an entry stands."""
        at = self._document.place((number,)).line - 1
        while at > 0 and not self.lines[at].lstrip(f"{_MARK} ").startswith("-"):
            at -= 1
        return at


def _read(data: bytes, file: str) -> Document:
    document, findings = parse_document(data, file)
    for finding in findings:
        if finding.severity is Severity.ERROR and finding.code is not Code.EMPTY_FILE:
            message = (
                f"{finding.place}: {finding.message} While there is a mistake in the file, nothing "
                "is added to it. See broadsheet check."
            )
            raise Refusal(message)
    return document


def _check(changed: bytes, file: str, before: tuple[object, ...], entry: str, number: int) -> None:
    """See that the file reads as before, with the entry in its place and nothing else."""
    after, findings = parse_document(changed, file)
    alone, in_entry = parse_document(entry.encode(), file)
    for finding in in_entry:
        if finding.severity is Severity.ERROR:
            message = f"This cannot be written: {finding.message} {finding.hint}"
            raise Refusal(message.strip())
    expected = (*before[:number], *alone.data, *before[number:])
    if any(f.severity is Severity.ERROR for f in findings) or after.data != expected:
        message = (
            f"{file} is written in a form into which no entry can be put without touching the "
            f"others. Put this in by hand:\n{entry}"
        )
        raise Refusal(message)
