"""BibTeX and BibLaTeX, as Zotero and others export them.

Format: https://www.bibtex.org/Format/. A broken entry costs itself; two entries with one key
are two papers.
"""

import logging
import re
from collections.abc import Mapping

from bibtexparser.entrypoint import parse_string
from bibtexparser.model import (
    Block,
    DuplicateBlockKeyBlock,
    DuplicateFieldKeyBlock,
    Entry,
    ExplicitComment,
    ImplicitComment,
    ParsingFailedBlock,
)

from generator.diagnostics import Code
from generator.sources.harvest import Harvest
from generator.sources.reader import Confidence, Reading, Source, Spot
from generator.sources.values import read_arxiv_id

# What it would say on the terminal, the findings say.
logging.getLogger("bibtexparser").setLevel(logging.CRITICAL)

_ENTRY = re.compile(r"^\s*@(\w{1,40})\s*[{(]", re.MULTILINE)
_NO_ENTRIES = frozenset({"comment", "string", "preamble"})
_MOST_PAIRS = 3
"""Pairs of braces around a text that are taken away; whoever writes more means harm."""
_GROUP = re.compile(r"(\\[A-Za-z]+\s*|\\.|[\^_])?\{([^{}\\$]*)\}")
_AND = re.compile(r"\s+and\s+")
_BRACE = re.compile(r"\\.|[{}]", re.DOTALL)
_ESCAPED = re.compile(r"\{?\\(?:([_%#&~$])|textasciitilde(?:\{\})?)\}?|\{([_~%#&])\}")
_URL_MACRO = re.compile(r"\\url\{([^{}]*)\}")


class BibtexReader:
    """Reads bibliographies."""

    name = "bibtex"
    description = "BibTeX or BibLaTeX (`@article{...}`)"

    def recognises(self, source: Source) -> Confidence:
        kinds = [kind.lower() for kind in _ENTRY.findall(source.text[:50_000])]
        if not kinds or source.text.lstrip()[:1] not in {"@", "%"}:
            return Confidence.LIKELY if len(kinds) > 1 else Confidence.NO
        return Confidence.CERTAIN if set(kinds) - _NO_ENTRIES else Confidence.NO

    def parse(self, source: Source) -> Reading:
        harvest = Harvest(source)
        library = parse_string(source.text)
        for block in library.blocks:
            _take_block(harvest, block)
        return harvest.reading()


def _take_block(harvest: Harvest, block: Block) -> None:
    first = (block.start_line or 0) + 1
    last = first + (block.raw or "").rstrip().count("\n")
    spot = Spot(line=first, last_line=last if last > first else 0)
    if isinstance(block, DuplicateBlockKeyBlock):
        inner = block.ignore_error_block
        block = inner if isinstance(inner, Entry) else block
    if isinstance(block, Entry):
        fields = {name: _unquote(value) for name, value in _read_fields(block).items()}
        harvest.take(spot, _name_values(fields))
    elif isinstance(block, DuplicateFieldKeyBlock):
        keys = ", ".join(sorted(block.duplicate_keys))
        if "title" in block.duplicate_keys:
            harvest.reject(spot, f"it has two fields {keys}", block.raw or "")
            return
        harvest.warn(Code.ODD_VALUE, spot, f"It has two fields {keys}.", "The first counts.")
        fields = _read_fields(block.ignore_error_block)
        harvest.take(spot, _name_values({name: value[1:-1] for name, value in fields.items()}))
    elif isinstance(block, ParsingFailedBlock):
        reason = "its braces, quotes or commas are not in order"
        harvest.reject_broken(spot, reason, block.raw or "")
    elif isinstance(block, ImplicitComment | ExplicitComment) and "@" in (block.raw or "")[1:]:
        harvest.reject(spot, "it begins as an entry and does not go on as one", block.raw or "")
    else:
        harvest.head(spot)


def _read_fields(entry: Block | None) -> dict[str, str]:
    """Give the fields of an entry by name; of two with one name the first, in what encloses it."""
    fields: dict[str, str] = {}
    for field in entry.fields if isinstance(entry, Entry) else ():
        fields.setdefault(field.key.lower(), str(field.value).strip())
    return fields


def _name_values(fields: Mapping[str, str]) -> dict[str, object]:
    kind = (fields.get("archiveprefix") or fields.get("eprinttype") or "").lower()
    eprint = fields.get("eprint", "")
    if kind not in {"", "arxiv"} or not read_arxiv_id(eprint):
        eprint = fields.get("arxiv", "") or fields.get("arxivid", "")
    urls = [fields.get("url", ""), fields.get("link", ""), fields.get("howpublished", "")]
    urls = [_free_address(_URL_MACRO.sub(r"\1", url)) for url in urls if url]
    journal = fields.get("journal") or fields.get("journaltitle") or fields.get("booktitle") or ""
    web = next((url for url in urls if url.startswith("http")), "")
    return {
        "title": _free(fields.get("title", "")),
        "abstract": _free(fields.get("abstract", "")),
        "authors": _name_authors(fields.get("author", "")),
        "arxiv_id": eprint,
        "doi": _free_address(fields.get("doi", "")),
        "published": fields.get("date", ""),
        "urls": [*urls, journal],
        "url": web,
        "keywords": fields.get("keywords") or fields.get("keyword", ""),
        "journal_ref": _free(journal),
        "categories": fields.get("primaryclass", ""),
        "comment": _free(fields.get("note", "")),
    }


def _unquote(text: str) -> str:
    """Take away the quotes that enclose a value; the parser does so where a key stands once."""
    return text[1:-1] if text[:1] + text[-1:] == '""' and len(text) > 1 else text


def _is_one_group(text: str) -> bool:
    """Whether the last brace of a text closes the first, with which it begins."""
    depth = 0
    for match in _BRACE.finditer(text):
        depth += {"{": 1, "}": -1}.get(match[0], 0)
        if depth == 0:
            return match.end() == len(text)
    return False


def _unbrace(text: str) -> str:
    """Take away a pair of braces that holds the whole of a value, which holds no other."""
    inner = text[1:-1]
    whole = text.startswith("{") and text.endswith("}") and "{" not in inner and "," not in inner
    return inner if whole and " and " in inner else text


def _free(text: str) -> str:
    """Take the braces away that only keep capitals; those of LaTeX stay."""
    text = text.strip()
    for _ in range(_MOST_PAIRS):
        if text.startswith("{") and _is_one_group(text):
            text = text[1:-1].strip()
    for _ in range(_MOST_PAIRS):
        text = _GROUP.sub(lambda m: m[0] if m[1] else m[2], text)
    return text


def _free_address(text: str) -> str:
    """Take the escapes of LaTeX out of an address, such as that of `%` or `_`."""
    return _ESCAPED.sub(lambda m: m[1] or m[2] or "~", text)


def _name_authors(text: str) -> list[str]:
    """Write `Knot, Ada and Hitch, Jr., Bo` as names, given names first."""
    names = []
    for name in _AND.split(" ".join(_unbrace(text).split())):
        last, comma, given = name.partition(",")
        if comma and not name.startswith("{"):
            after, second, rest = given.partition(",")
            given, after = (rest, f" {after.strip()}") if second else (given, "")
            names.append(f"{given.strip()} {last.strip()}{after}")
        elif name.lower() != "others":
            names.append(name.removeprefix("{").removesuffix("}"))
    return names
