"""What a reader of records gathers: papers, what became of each record, and what was odd.

A reader of a format of records names what it finds (`title`, `authors`, `votes`) and where; here
the values are read, in the same way for every format. A record without a title is rejected, a value
that cannot be read is left out, and each such loss is a finding.
"""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from generator.diagnostics import Code, Diagnostic, Place
from generator.sources.json_document import skip_space
from generator.sources.json_records import Records
from generator.sources.lines import Line, quoted
from generator.sources.model import LedgerLine, LineKind, RawEntry
from generator.sources.pairing import lean
from generator.sources.reader import Reading, Source, Spot
from generator.sources.record import read_facts_of, says_something
from generator.sources.values import read_text
from generator.sources.xml_document import XmlDocument

_BROKEN = "the file is broken here, and nothing after is understood"
_LONGEST_TITLE = 600
_SHOWN = 200
_STRUCTURE = frozenset("[]{}(),;:\"'`-=_*#<>/|+. \t")


class Harvest:
    """Entries, ledger and findings, gathered while one source is read."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self._entries: list[RawEntry] = []
        self._ledger: list[LedgerLine] = []
        self._diagnostics: list[Diagnostic] = []
        self._known: dict[RawEntry, Spot] = {}

    def __len__(self) -> int:
        return len(self._entries)

    def take(
        self, spot: Spot, values: Mapping[str, object], *, abstract: Spot | None = None
    ) -> None:
        """Take a record as a paper, or reject it with the reason.

        `values` are by the names of the fields of `RawFacts`, `abstract` among them; `urls` may
        hold any addresses, of which those at arXiv give the id. `abstract` says where that stands.
        """
        title = read_text(values.get("title"))
        text = read_text(values.get("abstract"))
        if reason := _say_why_no_paper(title, text):
            self.reject(spot, reason, title or text or _show(values))
            return
        place = self._place(spot)
        facts, odd = read_facts_of(title, place, values)
        if not text and isinstance(values.get("abstract"), list | dict) and values["abstract"]:
            odd.append("The abstract is no text.")
        for message in odd:
            self.warn(Code.ODD_VALUE, spot, message, "It is left out. Correct it if you can.")
        if text and " ".join(text.split()) == " ".join(title.split()):
            text = ""
            self.warn(
                Code.ODD_VALUE,
                spot,
                f"The abstract of {quoted(title)} is its title once more.",
                "It is left out.",
            )
        self.keep(
            spot,
            RawEntry(
                title=title,
                abstract=text,
                place=place,
                abstract_place=self._place(abstract) if abstract and text else place,
                facts=facts if says_something(facts) else None,
            ),
        )

    def keep(self, spot: Spot, entry: RawEntry) -> None:
        """Keep a paper as it is; one that is there already, word for word, is rejected."""
        first = self._known.setdefault(_without_place(entry), spot)
        if first is not spot:
            where = first.path or f"line {first.line}"
            self.leave_out(spot, f"the paper of {where} once more, word for word", entry.title)
            return
        self._add(spot, LineKind.RECORD, len(self._entries))
        self._entries.append(entry)

    def head(self, spot: Spot) -> None:
        """Account for what speaks of no paper: a heading, a frame."""
        self._add(spot, LineKind.HEADER)

    def reject(self, spot: Spot, reason: str, text: str, hint: str = "") -> None:
        """Account for a record that is no paper, and tell of it."""
        self.leave_out(spot, reason, text)
        message = f"This is taken for no paper: {reason}."
        self.warn(
            Code.REJECTED_RECORD,
            spot,
            message,
            hint or "Correct it, or leave it so: the others are read.",
        )

    def reject_broken(self, spot: Spot, reason: str, text: str, hint: str = "") -> None:
        """Account for a record that is not whole: as the last one, it says that the file is cut."""
        last = self.source.lines[-1].number if self.source.lines else 0
        if max(spot.line, spot.last_line) < last:
            self.reject(spot, reason, text, hint)
            return
        self.leave_out(spot, reason, text)
        self._say_broken(spot, f"in the last record, {reason}")

    def break_off(self, start: int, message: str, at: int | None = None) -> None:
        """Account for the rest of the text, from an offset on, as something not understood.

        `at` is where exactly understanding ended, if not there.
        """
        text = self.source.text
        spot = self.source.spot(start, len(text.rstrip()))
        self.leave_out(spot, _BROKEN, text[start:])
        self._say_broken(self.source.spot(min(start if at is None else at, len(text))), message)

    def _say_broken(self, spot: Spot, message: str) -> None:
        self.warn(
            Code.BROKEN_DIGEST,
            spot,
            f"Here understanding ends: {message}.",
            "The file is damaged or cut off. Fetch it again, or correct it here.",
        )

    def warn(self, code: Code, spot: Spot, message: str, hint: str = "") -> None:
        self._diagnostics.append(
            Diagnostic(code=code, place=self._place(spot), message=message, hint=hint)
        )

    def end_json(self, records: Records) -> None:
        """Account for what stands around the records: the object they are in, a broken end."""
        text = self.source.text
        for container in (records.container, records.outer):
            if container and (broken := container.broken):
                if not (container is records.outer and broken.start == records.container.start):
                    start = broken.offset if broken.start < 0 else broken.start
                    self.break_off(start, broken.message, broken.offset)
                return
        outer = records.outer or records.container
        for part in records.outer.parts if records.outer else ():
            holds_list = part.start <= records.container.start < part.stop
            stop = records.container.start if holds_list else part.stop
            self.head(self.source.spot(part.start, stop, str(part.key)))
        after = skip_space(text, outer.stop)
        if after < len(text):
            self.break_off(after, "the JSON has ended, and more stands after it")

    def end_xml(self, document: XmlDocument, first: int = 0, *, path: str = "") -> None:
        """Account for a break of the XML, from the line `first` on, where a record begins.

        `path` names where the XML is, if it is not the file itself.
        """
        if not document.message:
            return
        last = self.source.lines[-1].number
        begins = min(first or document.line, document.line, last)
        spot = Spot(line=begins, last_line=last if last > begins else 0, path=path)
        self.leave_out(spot, _BROKEN, "")
        where = Spot(line=min(document.line, last), column=document.column, path=path)
        self._say_broken(where, document.message)

    def see_day(self, day: date | None, spot: Spot) -> None:
        """Hold the day that the file gives as its own against that of its name."""
        named = self.source.date
        if day and named and day != named:
            self.warn(
                Code.HEADER_DAY_DIFFERS,
                spot,
                f"The file says {day.isoformat()}, its name says {named.isoformat()}.",
                "The name counts. Rename the file if it is right itself.",
            )

    def reading(self, day: date | None = None) -> Reading:
        """Give all that was gathered; a line that nothing spoke for is the format's own frame."""
        spoken: set[int] = set()
        for line in self._ledger:
            spoken.update(range(line.line, max(line.line, line.last_line) + 1))
        for left in self.source.lines:
            if left.number not in spoken:
                self._settle(left)
        return Reading(
            entries=tuple(self._entries),
            ledger=tuple(sorted(self._ledger, key=lambda line: (line.line, line.column))),
            diagnostics=tuple(self._diagnostics),
            day=day,
        )

    def _settle(self, line: Line) -> None:
        spot = Spot(line=line.number, column=line.column)
        if _STRUCTURE.issuperset(line.text):
            self.head(spot)
        else:
            self.leave_out(spot, "of no paper", line.text)

    def leave_out(self, spot: Spot, reason: str, text: str) -> None:
        """Account for what is no paper by its own word, or is there already: no finding."""
        self._add(spot, LineKind.REJECTED, reason=reason, text=" ".join(text[:_SHOWN].split()))

    def _add(
        self,
        spot: Spot,
        kind: LineKind,
        entry: int | None = None,
        *,
        reason: str = "",
        text: str = "",
    ) -> None:
        self._ledger.append(
            LedgerLine(
                line=spot.line,
                column=spot.column,
                last_line=spot.last_line,
                path=spot.path,
                kind=kind,
                entry=entry,
                reason=reason,
                text=text,
            )
        )

    def _place(self, spot: Spot) -> Place:
        return Place(file=self.source.path, line=spot.line, column=spot.column, path=spot.path)


def _say_why_no_paper(title: str, abstract: str) -> str:
    """Say why a record is no paper; empty if it is one."""
    if not title:
        return "it has no title"
    if not any(character.isalnum() for character in title):
        return "its title has neither letter nor digit"
    if len(title) > _LONGEST_TITLE:
        return "its title is as long as an abstract"
    if abstract and len(abstract) < len(title) and lean(title) > 0 > lean(abstract):
        return "its title reads as an abstract, and its abstract as a title"
    return ""


def _without_place(entry: RawEntry) -> RawEntry:
    nowhere = Place(file="")
    facts = replace(entry.facts, place=nowhere) if entry.facts else None
    return replace(entry, place=nowhere, abstract_place=nowhere, facts=facts)


def _show(values: Mapping[str, object]) -> str:
    return "; ".join(filter(None, (read_text(value) for value in values.values())))
