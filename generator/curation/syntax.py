"""Syntax that a parser refuses, told to a person.

A parser says where it gave up. A person wants to know where the broken thing begins, and what to
write instead. What is told here is told by the lines around the place.
"""

import re

import yaml

from generator.curation.slips import find_sign, find_slip
from generator.curation.wording import quote, shorten, without_printed_quotes
from generator.diagnostics import Code, Diagnostic, Place

_INDENT_MESSAGE = "This line does not stand under the one it belongs to."
_INDENT_HINT = "Begin it in the same column as its neighbours of the same entry or list."
_KEY = re.compile(r"(?:- +)*[\"']?[A-Za-z_][\w-]*[\"']?:(?= |$)")
_KEY_AND_TEXT = re.compile(r"(?P<key>(?:- +)*[A-Za-z_][\w-]*): +(?P<text>.*\S)")
_KEY_COLUMN = re.compile(r"(?P<before> *(?:- +)*)[A-Za-z_][\w-]*:(?= |$)")
_NO_SPACE_AFTER_COLON = re.compile(r"(?:- +)*[A-Za-z_][\w-]*:[^\s:/]")
TOO_DEEP = "nested too deep"
"""The problem of an error that we raise ourselves: lists within lists within lists."""
_TAB_INDENT = re.compile(r" *\t[ \t]*(?=\S)")


def explain_syntax_error(
    error: yaml.MarkedYAMLError, lines: list[str], file: str, first_line: int
) -> tuple[Diagnostic, ...]:
    """Say what is wrong where a parser gave up, in words for a person.

    `lines` are those the parser was given, and the first of them is line `first_line` of the file.
    """
    trouble = _Trouble(error, lines)
    if slip := find_slip(lines[: trouble.line + 1], file, first_line):
        return (slip,)
    code, message, hint = trouble.describe()
    if code is Code.YAML_TAB and _TAB_INDENT.match(trouble.here):
        return tuple(
            Diagnostic(
                code=code,
                place=Place(file=file, line=first_line + n, column=line.index("\t") + 1),
                message="A tab indents this line.",
                hint=hint,
            )
            for n, line in enumerate(lines)
            if n >= trouble.line and _TAB_INDENT.match(line)
        )
    return (
        Diagnostic(
            code=code,
            place=Place(file=file, line=first_line + trouble.line, column=trouble.column + 1),
            message=message,
            hint=hint,
        ),
    )


def explain_indentation(place: Place) -> Diagnostic:
    """Say that something stands in another column than its neighbours."""
    return Diagnostic(
        code=Code.YAML_INDENT, place=place, message=_INDENT_MESSAGE, hint=_INDENT_HINT
    )


class _Trouble:
    """A parser's complaint beside the lines it is about. `line` and `column` count from 0."""

    def __init__(self, error: yaml.MarkedYAMLError, lines: list[str]) -> None:
        self.problem = error.problem or ""
        self.lines = lines
        mark = error.problem_mark
        self.line, self.column = (mark.line, mark.column) if mark else (0, 0)
        context = error.context_mark
        self.context = (context.line, context.column) if context else (self.line, self.column)
        self.what = error.context or ""

    def describe(self) -> tuple[Code, str, str]:
        """Give code, message and hint; `line` and `column` are then where it begins."""
        for sign, describe in _DESCRIPTIONS:
            if sign in self.problem or sign in self.what:
                return describe(self)
        return Code.YAML_SYNTAX, f"YAML cannot read this: {self.problem}.", ""

    @property
    def here(self) -> str:
        return self.lines[self.line] if self.line < len(self.lines) else ""

    @property
    def above(self) -> str:
        return self.lines[self.line - 1] if self.line else ""

    def go_to_context(self) -> None:
        self.line, self.column = self.context

    def go_to_text(self, line: int) -> None:
        self.line = line
        self.column = len(self.here) - len(self.here.lstrip())

    def second_colon(self) -> tuple[Code, str, str]:
        match = _KEY_AND_TEXT.match(self.here.lstrip())
        indent = len(self.here) - len(self.here.lstrip())
        if match and self.column > indent + match.end("key"):
            key, text = match["key"].lstrip("- "), match["text"]
            return (
                Code.YAML_COLON,
                f"The text of `{key}` holds a colon and a space, which YAML takes for a new key.",
                f"Put the text in quotes: `{key}: {quote(without_printed_quotes(text))}`.",
            )
        for number in range(self.line - 1, -1, -1):
            if _KEY.match(self.lines[number].strip()):
                break
            if self.is_no_pair(number):  # a text of several lines, since its key was no key
                self.go_to_text(number)
                return self.no_colon()
        return self.indentation()

    def is_no_pair(self, line: int) -> bool:
        """Tell whether a key should stand in a line, and does not: no text can continue there."""
        text = self.lines[line].strip()
        above = self.lines[line - 1].rstrip() if line else ""
        return (
            text.startswith("- ")
            or bool(_NO_SPACE_AFTER_COLON.match(text))
            or (bool(text) and above.endswith(":"))
        )

    def no_colon_in_context(self) -> tuple[Code, str, str]:
        self.go_to_context()
        return self.no_colon()

    def no_colon(self) -> tuple[Code, str, str]:
        if _NO_SPACE_AFTER_COLON.match(self.here.strip()):
            key, _, value = self.here.strip().lstrip("- ").partition(":")
            return (
                Code.YAML_SYNTAX,
                f"After `{key}:` a space is missing.",
                f"Write `{key}: {value}`.",
            )
        if slip := find_sign(self.here, self.above):
            self.column, message, hint = slip
            return Code.YAML_SYNTAX, message, hint
        return (
            Code.YAML_SYNTAX,
            "This line is neither a key with its value nor the continuation of a text.",
            "Write `key: value`; to continue a text, indent the line deeper than its key.",
        )

    def indentation(self) -> tuple[Code, str, str]:
        self.go_to_text(self.odd_line())
        return Code.YAML_INDENT, _INDENT_MESSAGE, _INDENT_HINT

    def odd_line(self) -> int:
        """Find which line stands out: this one, or the key above with a value of several lines.

        A parser complains of the second of two that do not agree. Where the next key agrees with
        the second, the first is the odd one.
        """
        if self.here.lstrip().startswith("- "):
            return self.line
        keys = {
            number: match.end("before")
            for number, line in enumerate(self.lines)
            if (match := _KEY_COLUMN.match(line))
        }
        above = max((number for number in keys if number < self.line), default=self.line)
        below = min((number for number in keys if number > self.line), default=None)
        if below is None:
            below = max((number for number in keys if number < above), default=self.line)
        column = keys.get(self.line)
        agrees = column is not None and keys.get(below) == column != keys.get(above)
        return above if agrees and above < self.line - 1 else self.line

    def not_the_end(self) -> tuple[Code, str, str]:
        if self.problem.endswith(("'<scalar>'", "']'", "'}'", "','")):
            if self.column and self.here[: self.column].rstrip().endswith(('"', "'")):
                return (
                    Code.YAML_QUOTES,
                    "Text goes on after the closing quote.",
                    "Put the whole text in quotes; within '…' write '' for an apostrophe.",
                )
            return (
                Code.YAML_QUOTES,
                f"YAML cannot read `{shorten(self.here[self.column :])}` here.",
                f"Put the whole text in quotes{self.quoted_line()}.",
            )
        return self.indentation()

    def quoted_line(self) -> str:
        match = _KEY_AND_TEXT.match(self.here.strip())
        return f": `{match['key'].lstrip('- ')}: {quote(match['text'])}`" if match else ""

    def open_quote(self) -> tuple[Code, str, str]:
        self.go_to_context()
        return (
            Code.YAML_QUOTES,
            "The quote that opens here is never closed.",
            "Close it at the end of the text.",
        )

    def open_bracket(self) -> tuple[Code, str, str]:
        self.go_to_context()
        bracket = self.here[self.column : self.column + 1]
        closing = {"[": "]", "{": "}"}.get(bracket, "]")
        return (
            Code.YAML_SYNTAX,
            f"The `{bracket}` that opens here is not closed as it should be.",
            f"Close it with `{closing}`, or put the text in quotes if it begins with a bracket.",
        )

    def tab(self) -> tuple[Code, str, str]:
        return Code.YAML_TAB, "Here stands a tab.", "Use spaces: YAML allows no tabs there."

    def sign_at_the_start(self) -> tuple[Code, str, str]:
        text = self.here[self.column :].strip()
        if slip := find_sign(self.here, self.above):
            self.column, message, hint = slip
            return Code.YAML_SYNTAX, message, hint
        return (
            Code.YAML_QUOTES,
            f"A text cannot begin with “{text[:1]}” unless it stands in quotes.",
            f"Write: {quote(text)}"
            if text[:1] != "-"
            else f"Begin a list on the line below its key; write a text so: {quote(text)}",
        )

    def sign_in_context(self) -> tuple[Code, str, str]:
        self.go_to_context()
        return self.sign_at_the_start()

    def backslash(self) -> tuple[Code, str, str]:
        self.column = max(0, self.column - 1)
        return (
            Code.YAML_QUOTES,
            f'`{self.here[self.column : self.column + 2]}` within "…" means nothing to YAML.',
            "Put the text in '…', where a backslash is a backslash.",
        )

    def too_deep(self) -> tuple[Code, str, str]:
        return (
            Code.YAML_SYNTAX,
            "Lists stand within lists here, deeper than any entry needs.",
            "Put a text that begins with a bracket in quotes.",
        )

    def stray_bracket(self) -> tuple[Code, str, str]:
        return (
            Code.YAML_SYNTAX,
            f"YAML did not expect `{shorten(self.here[self.column :])}` here.",
            "Put it in quotes if it is text.",
        )


_DESCRIPTIONS = (
    (TOO_DEEP, _Trouble.too_deep),
    ("character '\\t'", _Trouble.tab),
    ("mapping values are not allowed", _Trouble.second_colon),
    ("could not find expected ':'", _Trouble.no_colon_in_context),
    ("found unexpected end of stream", _Trouble.open_quote),
    ("found unexpected document separator", _Trouble.open_quote),
    ("while parsing a flow", _Trouble.open_bracket),
    ("expected <block end>", _Trouble.not_the_end),
    ("expected '<document start>'", _Trouble.not_the_end),
    ("sequence entries are not allowed", _Trouble.sign_at_the_start),
    ("cannot start any token", _Trouble.sign_at_the_start),
    ("while scanning an a", _Trouble.sign_in_context),  # an alias, an anchor
    ("while scanning a tag", _Trouble.sign_in_context),
    ("while parsing a tag", _Trouble.sign_in_context),
    ("while parsing a node", _Trouble.sign_in_context),
    ("while scanning a block scalar", _Trouble.sign_in_context),
    ("while scanning a directive", _Trouble.sign_in_context),
    ("unknown escape character", _Trouble.backslash),
    ("while scanning a double-quoted scalar", _Trouble.backslash),
    ("expected the node content", _Trouble.stray_bracket),
)
"""A sign in a parser's words, and who describes what it stands for; the first that fits."""
