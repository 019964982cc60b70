"""What sources write, as values: days, counts, names, addresses, arXiv ids, DOIs.

Each function takes a text as it stands in a source and gives None, or an empty value, where it
says nothing that is certain. Nothing is guessed: an id that a spreadsheet made a number of stays
unread. No text costs more than time in proportion to its length.
"""

import re
from datetime import date
from urllib.parse import urlsplit

from generator.identifiers import ArxivId

_NAMES = ("name", "fullname", "full_name", "literal", "display_name")
_LONGEST = 2000
"""Characters of an address or id that are looked at."""
_NOTHING = frozenset({"", "-", "–", "—", "?", "null", "none", "nan", "n/a", "na", "tbd", "unknown"})
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = (
    r"(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)"
    r"(?:uary|ruary|ch|il|e|y|ust|t|tember|ober|ember)?\.?"
)
_FLAGS = re.ASCII | re.IGNORECASE
_ISO_DAY = re.compile(r"(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?!\d)")
_COMPACT_DAY = re.compile(r"(\d{4})(\d{2})(\d{2})")
_MONTH_FIRST = re.compile(_MONTH + r" (\d{1,2}),? (\d{4})\b", _FLAGS)
_DAY_FIRST = re.compile(r"(?:[a-z]{3,9},? )?(\d{1,2}) " + _MONTH + r",? (\d{4})\b", _FLAGS)
_PART_OF_A_DAY = re.compile(
    r"\d{4}(?:[-/.]\d{1,2})?(?:/\d{4}(?:-\d{1,2})?|/\.\.|/)?|" + _MONTH + r",? \d{4}\b.{0,80}",
    _FLAGS,
)
_COUNT = re.compile(r"(\d{1,9}(?:,\d{3}){0,3}(?:\.\d{1,3})?) ?([km]?)", _FLAGS)
_ARXIV_ID = (
    r"(?P<id>\d{4}\.\d{4,5}|[a-z][a-z-]{1,12}(?:\.[A-Za-z]{2})?/\d{7})(?:v(?P<version>\d{1,3}))?"
)
_ARXIV_ALONE = re.compile(rf"(?:arxiv:\s?)?{_ARXIV_ID}(?:\s?\[[\w.-]+\])?", _FLAGS)
_ARXIV_WITHIN = re.compile(
    r"(?:arxiv\.org/(?:abs|pdf|html|format|src|e-print|ps)/|alphaxiv\.org/(?:abs|overview|pdf)/"
    r"|ar5iv(?:\.labs\.arxiv)?\.org/(?:abs|html)/|(?:huggingface\.co|hf\.co)/papers/"
    r"|\bdoi\.org/10\.48550/arxiv\.|\b10\.48550/arxiv\.|\barxiv(?:\.org)?:\s?)"
    + _ARXIV_ID
    + r"(?![\d])",
    _FLAGS,
)
_DOI = re.compile(
    r"(?:https?://(?:dx\.)?doi\.org/|doi:\s?)?(10\.\d{4,9}/[^\s\"<>]+)(?:\s|$)", _FLAGS
)
_NOT_IN_ADDRESS = re.compile(r"[\s\x00-\x20\x7f-\xa0\\<>\"`{}|^]")
_HALF = re.compile("[\ud800-\udfff]")
_ET_AL = re.compile(
    r",?\s+(?:et\.?\s*al\.?|and others|等(?:\s*\d{1,4}\s*位作者|人)?)\s*$|\s*(?:\.\.\.|…)\s*$",
    re.IGNORECASE,
)
_BARE_HOST = re.compile(r"\A(?:www\.)?(?:github|gitlab)\.com/", re.ASCII)
_REPOSITORY_END = re.compile(r"(?:\.git|/tree/(?:main|master)|/)+$", re.ASCII)


def read_text(value: object) -> str:
    """Give the text of a value that stands for text; a number as it is written, else empty."""
    if isinstance(value, bool) or value is None:
        return ""
    if isinstance(value, int | float):
        return str(value)
    if not isinstance(value, str):
        return ""
    text = value.strip()
    if _HALF.search(text):  # two halves are one character; a half alone is none
        text = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return text


def says_nothing(text: str) -> bool:
    """Whether a text only fills a place: `N/A`, `null`, `-`."""
    return text.strip().casefold() in _NOTHING or not any(map(str.isalnum, text[:_LONGEST]))


def read_day(text: str) -> date | None:
    """Read a day from `2031-05-06`, with a time behind it or not, `May 6, 2031` or `6 May 2031`."""
    text = text.strip()[:60]
    if match := _ISO_DAY.match(text):
        return _make_day(match[1], match[3], match[4])
    if match := _COMPACT_DAY.fullmatch(text):
        return _make_day(match[1], match[2], match[3])
    if match := _MONTH_FIRST.match(text):
        return _make_day(match[3], _month(match[1]), match[2])
    if match := _DAY_FIRST.match(text):
        return _make_day(match[3], _month(match[2]), match[1])
    return None


def is_part_of_a_day(text: str) -> bool:
    """Whether a text is a year or a month: right, but no day."""
    return bool(_PART_OF_A_DAY.fullmatch(text.strip()))


def _month(name: str) -> str:
    return str(_MONTHS.index(name.lower()) + 1)


def _make_day(year: str, month: str, day: str) -> date | None:
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None


def read_count(value: object) -> int | None:
    """Read a number that is 0 or more: `12`, `1,204`, `11.3k`; a dash is 0, as pages show none."""
    if isinstance(value, bool):
        return None
    if isinstance(value, int):
        return value if 0 <= value < 10**9 else None
    text = read_text(value)
    if text in {"-", "–", "—"}:
        return 0
    match = _COUNT.fullmatch(text)
    if not match:
        return None
    factor = {"": 1, "k": 1000, "m": 1_000_000}[match[2].lower()]
    count = float(match[1].replace(",", "")) * factor
    return round(count) if factor > 1 or count.is_integer() else None


def read_arxiv_id(text: str) -> tuple[ArxivId, int | None] | None:
    """Read an arXiv id and its version, where a text is one or an address of a paper there.

    Format: https://info.arxiv.org/help/arxiv_identifier.html. From January 2015 on the number has
    five digits, before it four: another is damaged, as by a spreadsheet that drops a last zero.
    """
    text = text.strip()[:_LONGEST]
    match = _ARXIV_ALONE.fullmatch(text) or _ARXIV_WITHIN.search(text)
    if not match:
        return None
    id_ = match["id"]
    if "/" in id_:
        archive, _, number = id_.partition("/")
        name, dot, subject = archive.partition(".")
        id_ = f"{name.lower()}{dot}{subject.upper()}/{number}"
    else:
        month, number = int(id_[:4]), id_[5:]
        if not (month >= 704 and 1 <= month % 100 <= 12 and len(number) == 4 + (month >= 1501)):
            return None
    return ArxivId(id_), int(match["version"]) if match["version"] else None


def read_doi(text: str) -> str:
    """Read a DOI, alone or in its address; of several with spaces between, the first."""
    match = _DOI.match(text.strip()[:_LONGEST])
    return match[1].rstrip(".,;") if match else ""


def read_address(text: str) -> str:
    """Give an address of the web that is safe to link to; empty if it is none."""
    text = text.strip()
    try:
        parts = urlsplit(text)
        is_web = parts.scheme in {"http", "https"} and bool(parts.hostname)
    except ValueError:
        return ""
    usable = is_web and parts.username is None and len(text) <= _LONGEST
    return text if usable and not _NOT_IN_ADDRESS.search(text) else ""


def read_repository(text: str) -> str:
    """Give the address of code, without what names no more than its usual branch."""
    address = read_address(_BARE_HOST.sub(r"https://\g<0>", text.strip(), count=1))
    return _REPOSITORY_END.sub("", address[:_LONGEST]) if address else ""


def read_names(value: object) -> tuple[str, ...]:
    """Read authors: a list of names or of objects that hold them, or a text that parts them.

    A text is parted at semicolons, else at commas and a last `and`. Names are as received.
    """
    if isinstance(value, str):
        return _part_names(read_text(value))
    if not isinstance(value, list | tuple):
        return ()
    names = (_name_of(item) for item in value)
    return tuple(name for name in names if name)


def read_words(value: object) -> tuple[str, ...]:
    """Read keywords or categories: a list of texts or of objects, or a text that parts them."""
    if isinstance(value, str):
        text = read_text(value)
        mark = next((mark for mark in ";,|" if mark in text), "\n")
        value = text.split(mark)
    if not isinstance(value, list | tuple):
        return ()
    words = []
    for item in value:
        word = item
        if isinstance(item, dict):
            word = next((item[key] for key in ("tag", "term", "name", "value") if key in item), "")
        words.append(" ".join(read_text(word).split()))
    return tuple(dict.fromkeys(word for word in words if word and not says_nothing(word)))


def is_first_of_several(text: str) -> bool:
    """Whether a text of authors names only the first: `Ada Knot et al.`."""
    return bool(_ET_AL.search(text[:_LONGEST]))


def read_first_author(text: str) -> str:
    """Read the first name of a text, which may go on with others."""
    return next(iter(_part_names(_ET_AL.sub("", text[:_LONGEST]))), "")


def _name_of(item: object) -> str:
    if isinstance(item, dict) and isinstance(item.get("author"), dict):
        item = item["author"]
    if isinstance(item, dict):
        whole = next((item[key] for key in _NAMES if item.get(key)), "")
        if not whole:
            given = next((item[k] for k in ("given", "firstName", "first") if item.get(k)), "")
            last = next((item[k] for k in ("family", "lastName", "last") if item.get(k)), "")
            whole = f"{read_text(given)} {read_text(last)}"
        item = whole
    return _trim_name(read_text(item))


def _part_names(text: str) -> tuple[str, ...]:
    text = " ".join(text.split())
    if says_nothing(text):
        return ()
    mark = r"\s*;\s*" if ";" in text else r"\s*,\s*and\s+|\s*,\s*|\s+and\s+|\s+&\s+"
    return tuple(name for part in re.split(mark, text) if (name := _trim_name(part)))


def _trim_name(name: str) -> str:
    return " ".join(name.split()).strip(" ,;")
