"""What an engine said, made into findings.

MkDocs and ProperDocs write a line `WARNING -  text` for each thing; Zensical writes `Warning: text`
and draws the place beneath. All three end in a Python traceback when a template breaks.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import zip_longest

from generator.diagnostics import Code, Diagnostic, Place

_COLOURS = re.compile(r"\x1b\[[0-9;]*m")
_LOGGED = re.compile(r"^(?:WARNING|ERROR|CRITICAL) +-  (.+(?:\n(?![A-Z]+ +-  ).+)*)", re.MULTILINE)
"""A message and the lines that go on with it, up to an empty one or the next message."""
_TRACEBACK = "Traceback (most recent call last):"
_FRAME = re.compile(r'  File "([^"]+)", line (\d+)')
_EXCEPTION = re.compile(r"^[\w.]+: (?=.)")
_IN_TEMPLATE = re.compile(r"\(in ([^():]+):(\d+)\)")
_DRAWN = re.compile(r"(?:Warning|Error): (.+)")
_DRAWN_PLACE = re.compile(r"\s*╭─+\[ (.+?):(\d+):(\d+) \]")
_PAGE = re.compile(r"(?:[Dd]oc file|page) '([^']+)'")
_IN_NAV = re.compile(r"'([^']+)' is included in the 'nav'")
_LINK = re.compile(r"(?:link|image) '([^']+)'")
_OPTION = re.compile(r"Config value '([^']+)'")
_IN_FULL = "All that the engine said is in build/engine.log."

ReadText = Callable[[str], str]
"""Gives the text of a file named from the site's root, empty where there is none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Surroundings:
    """Where the files lie that an engine speaks of."""

    root: str
    """Absolute, as tracebacks have it."""
    docs: str
    """From the root: `build/docs`."""
    pages: str
    """From the root: what people wrote by hand and `docs` holds a copy of, `content/pages`."""
    theme: str
    """From the root, empty where the site overrides nothing."""
    read: ReadText


def parse_messages(output: str, around: Surroundings) -> tuple[Diagnostic, ...]:
    """Find each warning and error in what an engine said, in its order."""
    text = _COLOURS.sub("", output)
    before, mark, traceback = text.partition(_TRACEBACK)
    logged = tuple(_parse_log(before, around))
    drawn = tuple(_parse_drawings(before, around))
    if not mark or drawn:
        return logged + drawn
    broken = _parse_traceback(traceback, around)
    # Where the place of the failure is known, the log's own line on it says less.
    certain = broken.code is Code.TEMPLATE_ERROR
    return (broken,) if certain or not logged else logged


def _parse_log(text: str, around: Surroundings) -> Iterator[Diagnostic]:
    for match in _LOGGED.finditer(text):
        yield _finding(" ".join(match[1].split()), around)


def _finding(message: str, around: Surroundings) -> Diagnostic:
    return Diagnostic(
        code=Code.ENGINE_ERROR, place=_place(message, around), message=message, hint=_IN_FULL
    )


def _place(message: str, around: Surroundings) -> Place:
    if page := _PAGE.search(message):
        file = _source(page[1], around)
        link = _LINK.search(message, page.end())
        return _find(link[1], file, around) if link else Place(file=file)
    if listed := _IN_NAV.search(message):
        return _find(listed[1], "mkdocs.yml", around)
    if option := _OPTION.search(message):
        return _find(f"{option[1]}:", "mkdocs.yml", around)
    return Place(file="mkdocs.yml")


def _source(page: str, around: Surroundings) -> str:
    """Name the file to correct: the one that a person wrote, where there is one."""
    by_hand = f"{around.pages}/{page}"
    return by_hand if around.read(by_hand) else f"{around.docs}/{page}"


def _find(words: str, file: str, around: Surroundings) -> Place:
    for number, line in enumerate(around.read(file).splitlines(), start=1):
        if (column := line.find(words)) >= 0:
            return Place(file=file, line=number, column=column + 1)
    return Place(file=file)


def _parse_drawings(text: str, around: Surroundings) -> Iterator[Diagnostic]:
    lines = text.splitlines()
    for line, beneath in zip_longest(lines, lines[1:], fillvalue=""):
        if not (match := _DRAWN.fullmatch(line)):
            continue
        message = match[1].strip()
        place = _place(message, around)
        if drawn := _DRAWN_PLACE.match(beneath):
            file = f"{around.docs}/{drawn[1]}"
            place = Place(file=file, line=int(drawn[2]), column=int(drawn[3]))
        yield Diagnostic(code=Code.ENGINE_ERROR, place=place, message=message, hint=_IN_FULL)


def _parse_traceback(traceback: str, around: Surroundings) -> Diagnostic:
    """Say a traceback's last line, at the last of the site's templates that it went through."""
    said = [line for line in traceback.splitlines() if line.strip()]
    error = said[-1].strip() if said else "it stopped without a word"
    message = _EXCEPTION.sub("", error)
    if around.theme:
        theme = f"{around.root}/{around.theme}/"
        places = [
            Place(file=match[1].removeprefix(f"{around.root}/"), line=int(match[2]))
            for match in _FRAME.finditer(traceback)
            if match[1].startswith(theme)
        ]
        if match := _IN_TEMPLATE.search(error):
            places.append(Place(file=f"{around.theme}/{match[1]}", line=int(match[2])))
        if places:
            return Diagnostic(
                code=Code.TEMPLATE_ERROR, place=places[-1], message=message, hint=_IN_FULL
            )
    return Diagnostic(
        code=Code.ENGINE_ERROR, place=Place(file="mkdocs.yml"), message=message, hint=_IN_FULL
    )
