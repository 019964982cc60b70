"""The name of a digest's file: the one place that says which day it is of."""

import re
from dataclasses import dataclass
from datetime import date

from generator.diagnostics import Code, Diagnostic, Place
from generator.identifiers import DigestId

UNDATED = "undated"

_FORMS = (
    "A digest is `2025/2025-03-12.txt`, a second one of that day `2025/2025-03-12-2.txt`, "
    "one without a date `undated/some-name.txt`."
)
_DATED = re.compile(r"(\d{4})-(\d{2})-(\d{2})(?:-(\d+))?", re.ASCII)
_ALMOST_DATED = re.compile(r"(\d{4})[-_. ]?(\d{1,2})[-_. ]?(\d{1,2})(?!\d)(.*)", re.ASCII)
_DAY_LAST = re.compile(r"(?<!\d)\d{1,2}[-_. ]\d{1,2}[-_. ]\d{4}(?!\d)", re.ASCII)
_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_SUFFIX = re.compile(r"[a-z0-9]+")
_NOT_SLUG = re.compile(r"[^a-z0-9]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class DigestName:
    """What a file's name says of its digest; the fields are those of `RawDigest`."""

    id: DigestId
    date: date | None
    ordinal: int
    name: str


def parse_digest_name(relative: str, path: str) -> DigestName | Diagnostic:
    """Read `relative`, a file's path under `content/digests` with `/`; `path` is for the finding.

    `YYYY/YYYY-MM-DD.ext`, `YYYY/YYYY-MM-DD-N.ext` with N from 2, or `undated/<slug>.ext`.
    """

    def bad(message: str, hint: str = _FORMS) -> Diagnostic:
        return Diagnostic(
            code=Code.BAD_DIGEST_NAME, place=Place(file=path), message=message, hint=hint
        )

    *folders, file_name = relative.split("/")
    stem, _, suffix = file_name.rpartition(".")
    if not stem:
        return bad(
            "The file's name has no ending.", f"Name it `{relative}.txt`, or as its format is."
        )
    right = _right_name(stem, suffix)
    rename = f"Its right place and name: `{right}`." if right and right != relative else _FORMS
    if not _SUFFIX.fullmatch(suffix):
        return bad(f"The ending `.{suffix}` is not lower-case letters and digits.", rename)
    if len(folders) != 1:
        return bad("A digest lies in the folder of its year, or in `undated`.", rename)
    if folders[0] == UNDATED:
        return _undated(stem, right, relative) or bad(
            "The name is not lower-case letters and digits, with single hyphens between words, "
            "or it is a day's.",
            rename,
        )
    match = _DATED.fullmatch(stem)
    if not match:
        return bad("The name holds no day of the form `YYYY-MM-DD`.", rename)
    day = _day(match[1], match[2], match[3])
    if day is None:
        return bad(f"The calendar has no day `{match[1]}-{match[2]}-{match[3]}`.")
    if folders[0] != match[1]:
        return bad(f"A digest of {match[1]} does not belong in the folder `{folders[0]}`.", rename)
    if match[4] is not None and (match[4].startswith("0") or match[4] == "1"):
        return bad(f"A day's second digest ends in `-2`, its third in `-3`; not in `-{match[4]}`.")
    ordinal = int(match[4] or 1)
    return DigestName(id=DigestId(f"{folders[0]}/{stem}"), date=day, ordinal=ordinal, name="")


def _undated(stem: str, right: str, relative: str) -> DigestName | None:
    """Read a name under `undated`; None if it is no slug, or belongs to a day."""
    if not _SLUG.fullmatch(stem) or (right and right != relative):
        return None
    return DigestName(id=DigestId(f"{UNDATED}/{stem}"), date=None, ordinal=1, name=stem)


def _right_name(stem: str, suffix: str) -> str:
    """Say where a file of about this name belongs; empty if nothing can be said."""
    suffix = _NOT_SLUG.sub("", suffix.lower()) or "txt"
    if almost := _ALMOST_DATED.fullmatch(stem):
        year, month, day_of_month, rest = almost.groups()
        day = _day(year, month, day_of_month)
        number = re.fullmatch(r"\D{0,2}0*([2-9]|[1-9]\d{1,2})\D?", rest, re.ASCII)
        if day is None or (rest and not number):
            return ""
        iso = day.isoformat()
        return f"{iso[:4]}/{iso}{'-' + number[1] if number else ''}.{suffix}"
    if _DAY_LAST.search(stem):  # a day, of which nobody can tell whether the month comes first
        return ""
    slug = _NOT_SLUG.sub("-", stem.lower()).strip("-")
    return f"{UNDATED}/{slug}.{suffix}" if slug else ""


def _day(year: str, month: str, day: str) -> date | None:
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None
