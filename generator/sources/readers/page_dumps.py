"""Captures of Hugging Face paper pages by programs: Markdown, or text with addresses below it.

A title is a heading, or stands above the address of its paper for the first time; what follows it,
up to the next, is its abstract and its facts. Footnotes (`[title][32]`) are followed. Source of the
format: what browsers and services make of https://huggingface.co/papers and its search pages.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from generator.diagnostics import Code
from generator.sources.harvest import Harvest
from generator.sources.headers import day_differs, is_phrase
from generator.sources.lines import Line, quoted
from generator.sources.page_lines import (
    ADDRESS,
    AUTHORS,
    DAY,
    FOOTNOTE,
    HEADING,
    IMAGE,
    OWNER,
    PAPER,
    STARS,
    TARGET,
    goes_on,
    is_frame,
    is_small,
    plain,
    read_votes,
    tidy,
    unlink,
)
from generator.sources.reader import Confidence, Reading, Source, Spot
from generator.sources.values import read_arxiv_id, read_count, read_day

_LOOKED_AT = 120
_LONGEST_NAME = 80


class PageDumpReader:
    """Reads what programs capture of a page of papers."""

    name = "page-capture"
    description = "captures of Hugging Face paper pages by programs, with headings or addresses"

    def recognises(self, source: Source) -> Confidence:
        start = source.lines[:_LOOKED_AT]
        if not any(is_phrase(line.text) for line in start):
            return Confidence.NO
        marked = any(HEADING.match(line.text) for line in source.lines)
        listed = sum(bool(PAPER.fullmatch(line.text)) for line in source.lines[:400])
        return Confidence.CERTAIN if marked or listed > 1 else Confidence.NO

    def parse(self, source: Source) -> Reading:
        harvest = Harvest(source)
        walk = _Walk(source.lines, _read_footnotes(source.lines))
        for record in walk.records:
            last = record.last.number
            spot = Spot(
                line=record.first.number,
                column=record.first.column,
                last_line=last if last > record.first.number else 0,
            )
            harvest.take(spot, record.name_values())
        for line in walk.head:
            spot = Spot(line=line.number, column=line.column)
            harvest.head(spot)
            if source.date and day_differs(line.text, source.date):
                said = f"The page says {quoted(line.text)}, the name {source.date.isoformat()}."
                hint = "The name counts. Rename the file if the page is right."
                harvest.warn(Code.HEADER_DAY_DIFFERS, spot, said, hint)
        for line in walk.unread:
            spot = Spot(line=line.number, column=line.column)
            harvest.reject(spot, "neither abstract nor a fact of the paper above it", line.text)
        return harvest.reading()


def _read_footnotes(lines: Sequence[Line]) -> dict[str, str]:
    found = (FOOTNOTE.fullmatch(line.text) for line in lines)
    return {match[1]: match[2] for match in found if match}


@dataclass(slots=True, kw_only=True)
class _Record:
    first: Line
    last: Line
    title: list[str]
    abstract: list[str] = field(default_factory=list)
    urls: list[str] = field(default_factory=list)
    values: dict[str, object] = field(default_factory=dict)
    in_abstract: bool = False
    number: int = 0
    """That of the abstract's last line."""

    def name_values(self) -> dict[str, object]:
        return {
            **self.values,
            "title": tidy("\n".join(self.title)),
            "abstract": tidy("\n".join(self.abstract)),
            "urls": [url for url in self.urls if read_arxiv_id(url)][:1],
        }


class _Walk:
    """Goes through the lines once; votes and names above a title wait for it."""

    def __init__(self, lines: Sequence[Line], footnotes: Mapping[str, str]) -> None:
        self.records: list[_Record] = []
        self.head: list[Line] = []
        self.unread: list[Line] = []
        self._footnotes = footnotes
        self._waiting: dict[str, object] = {}
        self._waits_from: Line | None = None
        self._asks = ""
        """What the next name or number is: `votes`, `submitted_by`."""
        self._id = ""
        at = 0
        while at < len(lines):
            at += self._step(lines, at)

    def _step(self, lines: Sequence[Line], at: int) -> int:
        """Take in a line, or several that are one; give how many."""
        line = lines[at]
        following = lines[at + 1].text if at + 1 < len(lines) else ""
        if HEADING.match(line.text):
            return self._begin_heading(lines, at)
        paper = PAPER.fullmatch(following)
        is_text = not ADDRESS.match(line.text) and not is_small(line.text)
        if paper and is_text and paper[1] != self._id and read_arxiv_id(following):
            self._id = paper[1]
            self._begin(line, [line.text], [following])
            return 2
        if not self.records:
            self._wait(line, following)
            return 1
        self._add(line, following)
        return 1

    def _begin_heading(self, lines: Sequence[Line], at: int) -> int:
        line = lines[at]
        title = [HEADING.sub("", line.text, count=1)]
        size = 1
        linked = title[0].startswith("[")
        while at + size < len(lines) and size < 6:
            more = lines[at + size]
            ends = bool(TARGET.search(title[-1])) if linked else more.column == 1
            if ends or more.number != lines[at + size - 1].number + 1:
                break
            title.append(more.text)
            size += 1
        targets = self._find_targets("\n".join(title))
        self._begin(line, [TARGET.sub("", text) for text in title], targets)
        return size

    def _begin(self, line: Line, title: list[str], urls: list[str]) -> None:
        first = self._waits_from or line
        record = _Record(first=first, last=line, title=title, urls=urls, values=self._waiting)
        record.values.pop("", None)
        self.records.append(record)
        self._waiting, self._waits_from, self._asks = {}, None, ""

    def _wait(self, line: Line, following: str) -> None:
        """Keep what stands above the first title: it is the page's own, but for votes and names."""
        if not self._note(line, following):
            self.head.append(line)

    def _note(self, line: Line, following: str) -> bool:
        """Note what belongs to the next title: a number of votes, or who submitted it."""
        text, votes = plain(line.text), read_votes(line.text, following)
        if text == "Submitted by":
            self._asks = "submitted_by"
        elif self._asks == "submitted_by" and text and not text.startswith("<"):
            self._waiting["submitted_by"], self._asks = text, ""
        elif votes:
            self._waiting["votes"] = votes
        else:
            return False
        self._waits_from = self._waits_from or line
        return True

    def _add(self, line: Line, following: str) -> None:
        record = self.records[-1]
        targets = self._find_targets(IMAGE.sub("", line.text))
        bare, text = unlink(line.text), plain(line.text)
        if record.in_abstract and goes_on(line, record.number, text):
            record.abstract.append(bare)
            record.number = line.number
        elif self._asks != "submitted_by" and self._take_fact(line, text, targets, following):
            record.in_abstract = False
        elif self._note(line, following):
            return
        elif not record.abstract and not is_small(text):
            record.abstract.append(bare)
            record.in_abstract, record.number = True, line.number
        elif text and not FOOTNOTE.fullmatch(line.text):
            self.unread.append(line)
        if self._waits_from is None:
            record.last = line

    def _take_fact(self, line: Line, text: str, targets: list[str], following: str) -> bool:
        values = self.records[-1].values
        owner = next((url for url in [*targets, following] if OWNER.fullmatch(url)), "")
        if match := STARS.search(text):
            values |= {"stars": match[1], "code_url": next(iter(targets), "")}
        elif match := AUTHORS.fullmatch(text):
            values["author_count"] = match[1]
        elif match := DAY.fullmatch(text):
            values["published"] = match[1] if read_day(match[1]) else ""
            values.setdefault("comments", match[2])
        elif text == "Upvote":
            self._asks = "votes"
        elif self._asks == "votes" and read_count(text) is not None:
            values["votes"], self._asks = text, ""
        elif following.endswith("#community") and read_count(text) is not None:
            values["comments"] = text
        elif owner and text and len(text) <= _LONGEST_NAME and not read_votes(line.text, following):
            name, _, day = text.partition(" · ")
            values.setdefault("organisation", name)
            if (match := DAY.fullmatch(day)) and read_day(match[1]):
                values["published"] = match[1]
        else:
            return not read_votes(line.text, following) and (is_frame(line.text) or not text)
        return True

    def _find_targets(self, text: str) -> list[str]:
        found = (match[1] or self._footnotes.get(match[2], "") for match in TARGET.finditer(text))
        return [url for url in found if url]
