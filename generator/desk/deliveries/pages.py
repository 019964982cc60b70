"""Forms of answers: how many records one has, whether it is whole, and several as one file."""

import codecs
import json
import re
from typing import Protocol

from generator.sources.json_document import Container, read_container
from generator.sources.xml_document import Element, read_xml


class Form(Protocol):
    """What can be told of an answer before it is read as a digest."""

    def is_whole(self, body: bytes) -> bool:
        """Whether an answer is in its form to its last byte, whatever it says."""
        ...

    def count(self, body: bytes) -> int | None:
        """Count the records of an answer; None where there is no list of them."""
        ...

    def join(self, pages: tuple[bytes, ...]) -> bytes:
        """Make one file of the pages of a day; one page stays as it is."""
        ...


class JsonLists:
    """Answers that are a JSON list of records."""

    def is_whole(self, body: bytes) -> bool:
        try:
            json.loads(body.removeprefix(codecs.BOM_UTF8).decode())
        except (ValueError, RecursionError):
            return False
        return True

    def count(self, body: bytes) -> int | None:
        found = _read_list(body)
        return len(found[1].parts) if found else None

    def join(self, pages: tuple[bytes, ...]) -> bytes:
        """Join the items, each as it was received, between the brackets of one list."""
        if len(pages) == 1:
            return pages[0]
        items = [
            text[whole.parts[0].start : whole.parts[-1].stop]
            for text, whole in filter(None, map(_read_list, pages))
            if whole.parts
        ]
        return f"[{','.join(items)}]".encode()


class AtomFeeds:
    """Answers that are an Atom feed of entries, as arXiv's API gives them."""

    _ENTRIES = re.compile(r"<entry>.*</entry>\s*", re.DOTALL)

    def is_whole(self, body: bytes) -> bool:
        """Judge a feed; one that counts results and shows none of its first is not whole.

        arXiv gives such now and then: https://groups.google.com/g/arxiv-api/c/DYHxWrtBgbo
        """
        root = _read_feed(body)
        if root is None:
            return False
        total, start = root.text("totalResults"), root.text("startIndex")
        is_first = total.isdigit() and total.strip("0") != "" and start.strip("0") == ""
        return not is_first or root.find("entry") is not None

    def count(self, body: bytes) -> int | None:
        root = _read_feed(body)
        return None if root is None else sum(1 for _ in root.children("entry"))

    def join(self, pages: tuple[bytes, ...]) -> bytes:
        """Put the entries of later pages, as they were received, behind those of the first."""
        if len(pages) == 1:
            return pages[0]
        texts = [page.decode() for page in pages]
        found = filter(None, map(self._ENTRIES.search, texts[1:]))
        head, end, tail = texts[0].rpartition("</feed>")
        return "".join((head, *(match[0] for match in found), end, tail)).encode()


def _read_feed(body: bytes) -> Element | None:
    try:
        document = read_xml(body.removeprefix(codecs.BOM_UTF8).decode())
    except UnicodeDecodeError:
        return None
    if document is None or document.message or document.root.name != "feed":
        return None
    return document.root


def _read_list(body: bytes) -> tuple[str, Container] | None:
    try:
        text = body.removeprefix(codecs.BOM_UTF8).decode()
    except UnicodeDecodeError:
        return None
    whole = read_container(text)
    if whole is None or not whole.is_list or whole.broken or text[whole.stop :].strip():
        return None
    return text, whole
