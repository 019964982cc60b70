"""Forms of answers: how many records one has, whether it is whole, and several as one file."""

import codecs
import json
from typing import Protocol

from generator.sources.json_document import Container, read_container


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


def _read_list(body: bytes) -> tuple[str, Container] | None:
    try:
        text = body.removeprefix(codecs.BOM_UTF8).decode()
    except UnicodeDecodeError:
        return None
    whole = read_container(text)
    if whole is None or not whole.is_list or whole.broken or text[whole.stop :].strip():
        return None
    return text, whole
