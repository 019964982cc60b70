"""What stands below a title in Markdown: an abstract, authors, a day, addresses."""

import re
from collections.abc import Iterable, Sequence

from generator.sources.bylines import read_byline
from generator.sources.markdown.cells import Cell, leads_to_paper
from generator.sources.markdown.papers import Gathered, has_key, read_key, trim
from generator.sources.markdown.units import Kind
from generator.sources.pairing import lean
from generator.sources.usual_keys import name_values

_CODE_SITES = re.compile(r"https?://(?:www\.)?(?:github\.com|gitlab\.com|huggingface\.co/spaces)/")
_ISO_DAY = re.compile(r"(?<![\d.])\d{4}-\d{2}-\d{2}(?!\d)", re.ASCII)
_ENDS = re.compile(r"[.!?。！？][\"')”’」]*$")
_QUOTE = re.compile(r"^(?:>\s?|[-*+]\s+|#+\s+)+")
_BESIDE = re.compile(r"(?:[\W_]|\d{4}-\d{2}-\d{2}|\b[a-z-]{2,10}\.[A-Z]{2}\b|\b\d{4}\b)*+")
"""What stands beside a paper and says nothing of it: a day, a category, ornaments."""
SHORTEST_ABSTRACT = 60
"""Characters that follow a title in a list; what is shorter names authors or a venue."""
_UNKNOWN = "?"
_TEXTS = ("abstract", "summary", "title")


def name_facts(paper: Gathered) -> dict[str, object]:
    """Name what is known of a paper, by the fields of `RawFacts`."""
    known: dict[str, object] = {}
    texts: list[str] = []
    key = ""
    parts = [(part, has_key(cell), new) for cell, new in paper.rest for part in _part(cell)]
    for number, (line, is_key, is_new) in enumerate(((paper.after, False, False), *parts)):
        key = "" if is_new and key == _UNKNOWN else key
        fact, value = read_key(line)
        if fact:
            key = "" if fact in known else fact
            known.setdefault(fact, value)
        elif _BESIDE.fullmatch(line):
            continue
        elif is_key and known:
            key = _UNKNOWN  # it goes on in the lines below, as those of known ones do
        elif key in _TEXTS:
            known[key] = f"{known[key]}\n{line}".strip()
        elif names := read_byline(line, is_below_title=number == 1):
            known.setdefault("authors", names)
        elif key != _UNKNOWN:
            texts.append(line)
    _add_abstract(paper, known, texts)
    days = set(_ISO_DAY.findall(" ".join(cell.text for unit in paper.units for cell in unit.cells)))
    if len(days) == 1:
        known.setdefault("published", days.pop())
    cells = [cell for unit in paper.units for cell in unit.cells]
    addresses = [address for cell in cells for _, address in cell.links]
    title = known.pop("title", "") or paper.title
    return add_addresses(name_values({**known, "title": title}), addresses)


def _add_abstract(paper: Gathered, known: dict[str, object], texts: Sequence[str]) -> None:
    text = trim("\n".join(texts))
    is_heading = paper.units[0].kind is Kind.HEADING
    is_long = len(text) >= SHORTEST_ABSTRACT or is_heading
    if "abstract" not in known and is_long and (lean(text) > 0 or _ENDS.search(text)):
        known["abstract"] = text


def _part(cell: Cell) -> list[str]:
    """Give a line without its marks; in parts where each has a key: `Votes: 5 | Authors: ...`."""
    text = _QUOTE.sub("", cell.text.strip()).strip("*_ ")
    parts = text.split(" | ")
    return parts if len(parts) > 1 and all(read_key(part)[0] for part in parts) else [text]


def add_addresses(values: dict[str, object], addresses: Iterable[str]) -> dict[str, object]:
    """Put addresses where they belong: that of the paper, and that of its code."""
    addresses = list(dict.fromkeys(addresses))
    known = values.get("urls")
    urls = [*(known if isinstance(known, list) else []), *addresses]
    papers = [address for address in addresses if leads_to_paper(address)]
    values.setdefault("code_url", next((a for a in addresses if _CODE_SITES.match(a)), ""))
    return {**values, "urls": urls, "url": papers[0] if papers else values.get("url", "")}
