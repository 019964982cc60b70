"""From the bytes of a YAML file to text that a parser reads as an editor shows it."""

import re
from dataclasses import dataclass

from generator.diagnostics import Code, Diagnostic, Place

_REFUSED = re.compile(
    # What PyYAML cannot read, what it takes for the end of a line where an editor does not, and
    # what turns or hides the text around it without being seen.
    "[^\t\n\r\x20-\x7e\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]"
    "|[\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceText:
    """The text of a file, made fit for a parser: lines end in LF, nothing invisible is left.

    Columns and lines are those of the file. `findings` tell what was not fit.
    """

    text: str
    findings: tuple[Diagnostic, ...]


def clean_source(data: bytes, file: str) -> SourceText:
    """Decode a file and report what an editor does not show: bytes, marks, line ends, controls."""
    findings: list[Diagnostic] = []
    if data[:2] in {b"\xff\xfe", b"\xfe\xff"}:
        return SourceText(
            text="",
            findings=(
                Diagnostic(
                    code=Code.UNREADABLE_BYTES,
                    place=Place(file=file),
                    message="The file is saved as UTF-16.",
                    hint="Save it as UTF-8.",
                ),
            ),
        )
    if data.startswith(b"\xef\xbb\xbf"):
        data = data[3:]
        findings.append(
            Diagnostic(
                code=Code.BYTE_ORDER_MARK,
                place=Place(file=file),
                message="The file begins with an invisible byte order mark.",
                hint="Save it as “UTF-8” without “BOM” or “signature”.",
            )
        )
    text, unreadable = _decode(data, file)
    findings += unreadable
    if "\r" in text:
        first = text.index("\r")
        line = text[:first].count("\n") + 1
        manner = "Windows (CR LF)" if text.startswith("\r\n", first) else "old Macs (CR)"
        findings.append(
            Diagnostic(
                code=Code.LINE_ENDINGS,
                place=Place(file=file, line=line),
                message=f"Lines end in the manner of {manner}, here first.",
                hint="Save the file with line ends “LF”; .editorconfig tells most editors so.",
            )
        )
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    findings += _find_controls(text, file)
    return SourceText(text=_REFUSED.sub(" ", text), findings=tuple(findings))


def _decode(data: bytes, file: str) -> tuple[str, list[Diagnostic]]:
    """Decode UTF-8 line by line, so that each line with foreign bytes is told once."""
    try:
        return data.decode("utf-8"), []
    except UnicodeDecodeError:
        pass
    findings = []
    for number, line in enumerate(data.split(b"\n"), 1):
        try:
            line.decode("utf-8")
        except UnicodeDecodeError as error:
            column = len(line[: error.start].decode("utf-8")) + 1
            findings.append(
                Diagnostic(
                    code=Code.UNREADABLE_BYTES,
                    place=Place(file=file, line=number, column=column),
                    message=f"The byte 0x{line[error.start]:02X} is not UTF-8.",
                    hint="Save the file as UTF-8; it may be in an older encoding.",
                )
            )
    return data.decode("utf-8", "replace"), findings


def _find_controls(text: str, file: str) -> list[Diagnostic]:
    return [
        Diagnostic(
            code=Code.CONTROL_CHARACTER,
            place=Place(file=file, line=number, column=match.start() + 1),
            message=f"Here stands an invisible character, U+{ord(match[0]):04X}.",
            hint="Delete it; it often comes along when text is copied.",
        )
        for number, line in enumerate(text.split("\n"), 1)
        for match in _REFUSED.finditer(line)
    ]
