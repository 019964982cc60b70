"""Mistakes as a tired person makes them, made by chance in files without any.

Each maker takes the lines of a file and gives them with one mistake in it, and says on which line
it stands. What stands in a text of several lines is prose, in which a space more is no mistake.
"""

import random
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from generator.identifiers import title_key

_KEY = re.compile(r"(?P<before> *(?:- )?)(?P<key>[a-z_]+):(?P<after>(?: .*)?)$")
_PLAIN = re.compile(r"(?P<before> *(?:- )?[a-z_]+: )(?P<text>[A-Za-z][^\[\]{}#\"']*)$")
_FLOW = re.compile(r"(?P<before> *(?:- )?[a-z_]+: )\[(?P<items>[^\[\]]*)\]$")
_LETTERS = "abcdefghijklmnopqrstuvwxyz"


@dataclass(frozen=True, slots=True, kw_only=True)
class Mistake:
    """A file with a mistake on `line` (from 1), give or take `within`.

    `meant` is the word that a hint should name; empty where there is none.
    """

    kind: str
    lines: tuple[str, ...]
    line: int
    within: int = 0
    meant: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class World:
    """What the makers need to know: the keys of all entries, and names that lead to something."""

    keys: frozenset[str]
    names: frozenset[str]


Maker = Callable[[Sequence[str], random.Random, World], Mistake | None]


def structure_of(lines: Sequence[str]) -> list[int]:
    """Give the numbers of the lines that are no comment, not blank, and not within a long text."""
    found = []
    text_indent = None
    for number, line in enumerate(lines):
        indent = len(line) - len(line.lstrip())
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        if text_indent is not None and indent > text_indent:
            continue
        text_indent = None
        match = _KEY.match(line)
        if match:
            if match["after"].strip() in {">-", "|", ">", "|-"}:
                text_indent = len(match["before"])
            found.append(number)
        elif line.lstrip().startswith("- "):
            found.append(number)
    return found


def misspell(word: str, chance: random.Random) -> str:
    """Make one slip in a word: a letter left out, doubled, changed, or two that change places."""
    at = chance.randrange(len(word) - 1)
    slip = chance.choice(("leave out", "double", "change", "swap"))
    if slip == "leave out":
        return word[:at] + word[at + 1 :]
    if slip == "double":
        return word[: at + 1] + word[at:]
    if slip == "change":
        return word[:at] + chance.choice(_LETTERS) + word[at + 1 :]
    return word[:at] + word[at + 1] + word[at] + word[at + 2 :]


def _matching(
    lines: Sequence[str], form: re.Pattern[str], chance: random.Random
) -> tuple[int, re.Match[str]] | None:
    found = [(n, m) for n in structure_of(lines) if (m := form.match(lines[n]))]
    return chance.choice(found) if found else None


def _with(lines: Sequence[str], number: int, *new: str) -> tuple[str, ...]:
    return (*lines[:number], *new, *lines[number + 1 :])


def misspell_a_key(lines: Sequence[str], chance: random.Random, world: World) -> Mistake | None:
    found = _matching(lines, _KEY, chance)
    if not found:
        return None
    number, match = found
    wrong = misspell(match["key"], chance)
    if wrong in world.keys or len(match["key"]) < 3:
        return None
    line = f"{match['before']}{wrong}:{match['after']}"
    return Mistake(
        kind="misspelt key",
        lines=_with(lines, number, line),
        line=number + 1,
        meant=match["key"],
    )


def misspell_a_name(lines: Sequence[str], chance: random.Random, world: World) -> Mistake | None:
    """Misspell a topic, a tag or a paper where another entry names it."""
    form = re.compile(r" *(?:- )?(?:paper|add|remove|set|before|merge_into): (?P<value>.+)$")
    found = _matching(lines, form, chance)
    if not found:
        return None
    number, match = found
    names = [name for name in re.split(r"[\[\], ]+", match["value"]) if name in world.names]
    if not names and match["value"].strip('"') in world.names:
        names = [match["value"].strip('"')]
    if not names:
        return None
    name = chance.choice(names)
    wrong = misspell(name, chance)
    if name[0].isdigit():
        at = chance.randrange(5, len(name))
        wrong = name[:at] + str((int(name[at]) + 1) % 10) + name[at + 1 :]
    if wrong in world.names or title_key(wrong) == title_key(name):
        return None
    line = lines[number].replace(name, wrong, 1)
    return Mistake(
        kind="misspelt name", lines=_with(lines, number, line), line=number + 1, meant=name
    )


_OTHER_TYPES = {
    "pick": ('"true"', "yes", "3", "[true]", "maybe"),
    "hue": ('"3"', "three", "true", "[3]", "1.5"),
    "form": ('"3"', "three", "true", "{a: 1}", "99"),
    "threshold": ("high", '"4"', "yes", "[4]", "-1"),
    "title": ("[a]", "{a: b}", "yes", "2025-03-12"),
    "abstract": ("[a]", "{a: b}", "on", "2025-03-12"),
    "id": ("[a]", "3", "true", "", "With Space"),
    "name": ("[a, b]", "3", "no", "", "2025-03-12"),
    "family": ("{a: b}", "3.5", "true", ""),
    "description": ("[a]", "3", "off", ""),
    "any": ("word", "3", "{a: b}", "[]", "[3]"),
    "aliases": ("word", "3", "{a: b}", "[on]"),
    "paper": ("[a]", "{a: b}", "true", "", "2025-03-12"),
    "add": ("word", "3", "[3]", "{a: b}"),
    "topics": ("[a]", "word", "3"),
}


def mistake_a_type(lines: Sequence[str], chance: random.Random, _world: World) -> Mistake | None:
    form = re.compile(rf" *(?:- )?(?P<key>{'|'.join(_OTHER_TYPES)}):")
    found = _matching(lines, form, chance)
    if not found:
        return None
    number, match = found
    value = chance.choice(_OTHER_TYPES[match["key"]])
    return Mistake(
        kind="wrong type",
        lines=(
            *lines[:number],
            f"{match[0]} {value}".rstrip(),
            *lines[_end_of_value(lines, number, match) :],
        ),
        line=number + 1,
    )


def _end_of_value(lines: Sequence[str], number: int, match: re.Match[str]) -> int:
    """Give the number of the line after a value that may run over several."""
    indent = len(match[0]) - len(match[0].lstrip(" -"))
    end = number + 1
    while end < len(lines):
        line = lines[end]
        if line.strip() and len(line) - len(line.lstrip()) <= indent:
            break
        end += 1
    return end


def break_the_syntax(lines: Sequence[str], chance: random.Random, _world: World) -> Mistake | None:
    how = chance.choice(("no colon", "no space", "quote", "colon", "bracket", "tab", "sign"))
    form = {"bracket": _FLOW, "colon": _PLAIN, "quote": _PLAIN, "sign": _PLAIN}.get(how, _KEY)
    found = _matching(lines, form, chance)
    if not found:
        return None
    number, match = found
    line = lines[number]
    if how == "no colon":
        line = line.replace(":", "", 1)
    elif how == "no space":
        line = line.replace(": ", ":", 1)
    elif how == "tab":
        line = line.replace("  ", "\t", 1)
    elif how == "bracket":
        line = line[:-1]
    elif how == "quote":
        line = f'{match["before"]}"{match["text"]}'
    elif how == "colon":
        line = f"{line}: and more"
    else:
        line = f"{match['before']}{chance.choice('@`%&*!|>[{')}{match['text']}"
    if line == lines[number]:
        return None
    return Mistake(kind=f"broken syntax: {how}", lines=_with(lines, number, line), line=number + 1)


def say_twice(lines: Sequence[str], chance: random.Random, _world: World) -> Mistake | None:
    how = chance.choice(("key", "id"))
    if how == "key":
        found = _matching(lines, re.compile(r" +(?P<key>[a-z_]+): [^>|\[]*$"), chance)
        if not found:
            return None
        number, _ = found
        return Mistake(
            kind="duplicate key",
            lines=(*lines[: number + 1], *lines[number:]),
            line=number + 2,
        )
    entries = [n for n in structure_of(lines) if re.match(r"- (?:id|paper): ", lines[n])]
    if len(entries) < 2:
        return None
    first, second = sorted(chance.sample(entries, 2))
    return Mistake(
        kind="duplicate entry", lines=_with(lines, second, lines[first]), line=second + 1
    )


def indent_badly(lines: Sequence[str], chance: random.Random, _world: World) -> Mistake | None:
    number = chance.choice(structure_of(lines))
    line = lines[number]
    if chance.random() < 0.5:
        line = " " * chance.choice((1, 2, 3)) + line
    elif line.startswith(" "):
        line = line[chance.choice((1, 2)) :] if line.startswith("  ") else line[1:]
    if line == lines[number]:
        return None
    return Mistake(
        kind="bad indentation", lines=_with(lines, number, line), line=number + 1, within=1
    )


MAKERS: tuple[Maker, ...] = (
    misspell_a_key,
    misspell_a_name,
    mistake_a_type,
    break_the_syntax,
    say_twice,
    indent_badly,
)
