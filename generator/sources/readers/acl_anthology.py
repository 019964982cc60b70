"""XML of the ACL Anthology: a collection of volumes, each with its papers.

Source of the format: https://github.com/acl-org/acl-anthology/blob/master/data/xml/schema.rnc
"""

import re
from collections.abc import Iterator

from generator.sources.harvest import Harvest
from generator.sources.reader import Confidence, Reading, Source, Spot
from generator.sources.xml_document import Element

_OLD_VOLUME = re.compile(r"\d{1,2}00|\d000")
_SITE = "https://aclanthology.org/"


class AclAnthologyReader:
    """Reads a collection of the Anthology."""

    name = "acl-anthology"
    description = "XML of the ACL Anthology (`<collection>`)"

    def recognises(self, source: Source) -> Confidence:
        root = source.xml.root if source.xml else None
        if root is None or root.name not in {"collection", "volume"}:
            return Confidence.NO
        return Confidence.CERTAIN if any(_list_papers(root)) else Confidence.LIKELY

    def parse(self, source: Source) -> Reading:
        harvest = Harvest(source)
        document = source.xml
        if document is None:
            return harvest.reading()
        lines: set[int] = set()
        open_line = 0
        for volume, paper in _list_papers(document.root):
            if not paper.last_line:
                open_line = paper.line
                continue  # the file is broken within it
            name = f'paper[@id="{paper.attributes.get("id", "")}"]'
            last = paper.last_line if paper.last_line > paper.line else 0
            spot = Spot(line=paper.line, column=paper.column, last_line=last, path=name)
            if _is_front_matter(paper):
                harvest.head(spot)
            else:
                harvest.take(spot, _name_values(volume, paper))
            lines.update(range(paper.line, paper.last_line + 1))
        for line in source.lines:
            broken_off = document.message and line.number >= (open_line or document.line)
            if line.number not in lines and not broken_off:
                harvest.head(Spot(line=line.number, column=line.column))
        harvest.end_xml(document, open_line)
        return harvest.reading()


def _list_papers(root: Element) -> Iterator[tuple[Element, Element]]:
    volumes = [root] if root.name == "volume" else root.children("volume")
    for volume in volumes:
        for paper in volume.children("paper"):
            yield volume, paper


def _is_front_matter(paper: Element) -> bool:
    """Whether a paper stands for its volume, as the first of each did until 2019 (`1000`)."""
    id_ = paper.attributes.get("id", "")
    return bool(_OLD_VOLUME.fullmatch(id_)) and not any(paper.children("author"))


def _name_values(volume: Element, paper: Element) -> dict[str, object]:
    meta = volume.find("meta")
    authors = [
        " ".join(filter(None, (author.text("first"), author.text("last")))) or author.text()
        for author in paper.children("author")
    ]
    url = paper.text("url")
    return {
        "title": _write(paper.find("title")),
        "abstract": _write(paper.find("abstract")),
        "authors": authors,
        "doi": paper.text("doi"),
        "url": url if "://" in url or not url else f"{_SITE}{url}/",
        "journal_ref": meta.text("booktitle") if meta else "",
    }


def _write(element: Element | None) -> str:
    """Write a text with its mathematics as LaTeX between dollars, other mark-up left out."""
    if element is None:
        return ""
    pieces = []
    for part in element.content:
        if isinstance(part, str):
            pieces.append(part)
        else:
            pieces.append(f"${part.text()}$" if part.name == "tex-math" else _write(part))
    return "".join(pieces)
