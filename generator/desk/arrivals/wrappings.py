"""What a digest may be wrapped in: archives and documents are refused, encodings undone.

A digest is kept as the bytes that arrived. There is one exception, which is said: UTF-16 and UTF-32
with a byte order mark become UTF-8, since that is what digests are in; the same characters, and the
former bytes can be made from them again.
"""

import codecs
import re
from dataclasses import dataclass

from generator.diagnostics import Code, Diagnostic, Place
from generator.sources.lines import decode

_PIPE = "broadsheet add - --date YYYY-MM-DD"
_UNPACK = "Unpack it, and add the file that is in it"
_MAGIC: tuple[tuple[bytes, str, str], ...] = (
    (b"\x1f\x8b", "compressed (gzip)", f"gzip -dc FILE | {_PIPE}"),
    (b"BZh", "compressed (bzip2)", f"bzip2 -dc FILE | {_PIPE}"),
    (b"\xfd7zXZ\x00", "compressed (xz)", f"xz -dc FILE | {_PIPE}"),
    (b"\x28\xb5\x2f\xfd", "compressed (zstd)", f"zstd -dc FILE | {_PIPE}"),
    (
        b"PK\x03\x04",
        "an archive (zip), or a document or spreadsheet of an office program",
        f"{_UNPACK}; save a document as plain text, a spreadsheet as CSV.",
    ),
    (b"7z\xbc\xaf\x27\x1c", "an archive (7z)", f"{_UNPACK}."),
    (b"%PDF", "a PDF", "Copy its text into a file, and add that."),
    (b"{\\rtf", "a document in rich text", "Save it as plain text, and add that."),
    (b"\xd0\xcf\x11\xe0", "a document of an office program", "Save it as plain text or CSV."),
    (b"\x89PNG", "a picture", "Add the text itself."),
    (b"\xff\xd8\xff", "a picture", "Add the text itself."),
    (b"GIF8", "a picture", "Add the text itself."),
)
# The longer marks first: that of UTF-32 begins like that of UTF-16.
_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32-le", "UTF-32"),
    (codecs.BOM_UTF32_BE, "utf-32-be", "UTF-32"),
    (codecs.BOM_UTF16_LE, "utf-16-le", "UTF-16"),
    (codecs.BOM_UTF16_BE, "utf-16-be", "UTF-16"),
)
_HTML = re.compile(
    rb"\s*(?:<\?xml[^>]*>\s*|<!--.*?-->\s*)*<(?:!doctype\s+html|html)\b", re.IGNORECASE | re.DOTALL
)
_LOOKED_AT = 4000


@dataclass(frozen=True, slots=True, kw_only=True)
class Unwrapped:
    """The bytes of a digest's file, in UTF-8; `note` says what was done to those that arrived."""

    data: bytes
    note: str = ""


def unwrap(data: bytes, label: str) -> Unwrapped | Diagnostic:
    """Give what is to be kept of the bytes that arrived, or say why they are no text."""
    for magic, what, advice in _MAGIC:
        if data.startswith(magic):
            return _refuse(label, f"This is {what}, not a digest.", advice)
    for mark, codec, name in _MARKS:
        if data.startswith(mark):
            return _recode(data, mark, codec, name, label)
    if b"\0" in data:
        return _refuse(label, *_describe_zeros(data))
    text = decode(data, label)
    if isinstance(text, Diagnostic):
        return _explain_encoding(data, text)
    return Unwrapped(data=data)


def is_web_page(data: bytes) -> bool:
    """Whether bytes begin as HTML does."""
    return bool(_HTML.match(data[:_LOOKED_AT].removeprefix(codecs.BOM_UTF8)))


def _recode(data: bytes, mark: bytes, codec: str, name: str, label: str) -> Unwrapped | Diagnostic:
    try:
        text = data.removeprefix(mark).decode(codec)
        if "\0" not in text and mark + text.encode(codec) == data:
            note = f"It was in {name}, and is kept in UTF-8: the same characters, none lost."
            return Unwrapped(data=text.encode("utf-8"), note=note)
    except UnicodeError:
        pass
    message = f"It says that it is {name} text, and is not, or ends in the middle of a character."
    return _refuse(label, message, "Save it with the encoding UTF-8.", Code.UNREADABLE_BYTES)


def _describe_zeros(data: bytes) -> tuple[str, str]:
    start = data[:_LOOKED_AT]
    if max(start[::2].count(0), start[1::2].count(0)) > len(start) / 4:
        return (
            "This seems to be UTF-16 text without the mark that says so.",
            "Save it with the encoding UTF-8.",
        )
    return "This is no text: there are zero bytes in it.", "Add the text itself."


def _explain_encoding(data: bytes, finding: Diagnostic) -> Diagnostic:
    """Add to where UTF-8 ended what the bytes may be instead."""
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as error:
        if error.end == len(data) and error.reason == "unexpected end of data":
            message = "The file ends in the middle of a character: it is cut off."
            return _refuse_at(finding.place, message, "Get it again, whole.")
    hint = finding.hint
    try:
        if all(c.isprintable() or c.isspace() for c in data.decode("cp1252")):
            hint += (
                " It may be in Windows-1252: "
                f"iconv -f WINDOWS-1252 -t UTF-8 FILE | {_PIPE} makes UTF-8 of that; look at the "
                "letters with accents before you believe it."
            )
    except UnicodeDecodeError:
        pass
    return _refuse_at(finding.place, finding.message, hint)


def _refuse(label: str, message: str, hint: str, code: Code = Code.UNKNOWN_FORMAT) -> Diagnostic:
    return Diagnostic(code=code, place=Place(file=label), message=message, hint=hint)


def _refuse_at(place: Place, message: str, hint: str) -> Diagnostic:
    return Diagnostic(code=Code.UNREADABLE_BYTES, place=place, message=message, hint=hint)
