"""Lines that look right and are not: what word processors, mail and git put into a YAML file.

A parser stumbles over them somewhere, and its complaint is about what came of them.
"""

import re

from generator.diagnostics import Code, Diagnostic, Place

_MERGE_MARK = re.compile(r"<{7}(?: |$)")
_DASH = re.compile(r"(?P<before> *)(?P<sign>[‐-―−•·]) *(?P<rest>[A-Za-z_][\w-]*:(?: .*)?)$")
_NO_SPACE = re.compile(r"(?P<before> *)-(?P<rest>[A-Za-z_][\w-]*:(?: .*)?)$")
_WIDE_SPACE = re.compile(r"(?:[ -]|[A-Za-z_][\w-]*:)*(?P<space>[\xa0\u2000-\u200a\u202f\u3000])")
_STAR = re.compile(r" *(?P<sign>\*) +(?P<rest>[A-Za-z_][\w-]*:(?: .*)?)$")
_ITEM = re.compile(r" *(?P<sign>-)(?P<rest>[^\s-].*)$")
_WIDE_COLON = re.compile(r" *(?:- +)*(?P<key>[A-Za-z_][\w-]*) *(?P<sign>：) *(?P<value>.*)$")
_DASH_NAMES = {"•": "a bullet", "·": "a dot", "−": "a minus sign"}


def find_merge_marks(lines: list[str], file: str) -> tuple[Diagnostic, ...]:
    """Find where git left two versions of some lines, for a person to choose from."""
    return tuple(
        Diagnostic(
            code=Code.YAML_SYNTAX,
            place=Place(file=file, line=number, column=1),
            message="Here a merge was left unfinished: two versions of some lines stand below.",
            hint="Keep the lines you want; delete the others, and the lines that begin with "
            "`<<<<<<<`, `=======` and `>>>>>>>`.",
        )
        for number, line in enumerate(lines, 1)
        if _MERGE_MARK.match(line)
    )


def find_slip(lines: list[str], file: str, first_line: int) -> Diagnostic | None:
    """Find the first slip in lines that no parser reads, the first of which is `first_line`."""
    for number, line in enumerate(lines, first_line):
        if match := _WIDE_SPACE.match(line):
            column = match.start("space") + 1
            return Diagnostic(
                code=Code.YAML_SYNTAX,
                place=Place(file=file, line=number, column=column),
                message=f"Here stands no plain space, but U+{ord(match['space']):04X}, "
                "which looks like one.",
                hint="Type a space in its place; it often comes along when text is copied.",
            )
        if match := _DASH.match(line):
            name = _DASH_NAMES.get(match["sign"], "a dash")
            message = f"`{match['sign']}` is {name}; an entry begins with a plain hyphen."
        elif match := _NO_SPACE.match(line):
            message = "After the hyphen a space is missing."
        else:
            continue
        return Diagnostic(
            code=Code.YAML_SYNTAX,
            place=Place(file=file, line=number, column=match.end("before") + 1),
            message=message,
            hint=f"Write `- {match['rest'].rstrip()}`.",
        )
    return None


def find_sign(line: str, above: str) -> tuple[int, str, str] | None:
    """Find a sign that stands for another in a line where a parser gave up.

    Gives where it stands, counted from 0, what is wrong, and what to write. Elsewhere such a line
    may be part of a text; `above` is the line above it.
    """
    if match := _STAR.match(line):
        return (
            match.start("sign"),
            "`*` is an asterisk; an entry begins with a plain hyphen.",
            f"Write `- {match['rest'].rstrip()}`.",
        )
    if (match := _ITEM.match(line)) and (above.rstrip().endswith(":") or _ITEM.match(above)):
        message = "After the hyphen a space is missing."
        return match.start("sign"), message, f"Write `- {match['rest'].rstrip()}`."
    if match := _WIDE_COLON.match(line):
        return (
            match.start("sign"),
            f"`{match['sign']}` stands where a colon belongs.",
            f"Write `{match['key']}: {match['value'].rstrip()}`.",
        )
    return None
