"""Pagefind's program, which is told one paper after another and writes its index to a folder.

Its protocol is that of its own libraries: base64 of a JSON object, then a comma, one request and
one answer at a time (https://pagefind.app/docs/node-api/ names the requests). Waiting for each
answer costs nothing that can be measured, and neither side ever waits for the other to read.
"""

import base64
import gzip
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import astuple, dataclass
from pathlib import Path
from typing import Any

from generator.engine.programs import Conversation, start_module
from generator.engine.search.folding import list_folded, list_parts
from generator.pages.plan import SearchRecord

_ARGUMENTS = ("pagefind", "--service")
LANGUAGE = "en"
RECENT = 4000
"""How many of the newest papers are searched for words that more papers than that have: Pagefind
1.5 takes four times as long for twice the papers in which a word is found."""
FURTHER = "\u2063"
"""Stands in an indexed text before the words that are there to be found and not to be shown."""

_MAGIC = b"pagefind_dcd"
_WIDGETS = ("pagefind-*ui.*", "pagefind-highlight.js", "wasm.unknown.pagefind")
"""What Pagefind brings and nobody here uses: the search page is our own, and in one language."""


class IndexerError(Exception):
    """Pagefind could not do it, or did it in another form than is known here; the text says how."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Indexer:
    """Pagefind at work. See `start_indexer`."""

    conversation: Conversation

    def write_index(self, papers: Sequence[SearchRecord], folder: Path) -> dict[str, str]:
        """Index papers into `folder`; give the id that each has there, by address.

        Raises IndexerError.
        """
        index = self._ask("NewIndex", config={})["index_id"]
        for number, paper in enumerate(papers):
            recent = number < RECENT < len(papers)
            self._ask("AddRecord", index_id=index, **_describe(paper, recent=recent))
        self._write_files(index, folder)
        formulas = {paper.url: dict(paper.formulas) for paper in papers if paper.formulas}
        ids = dict(_finish_fragments(folder, formulas))
        if missing := sorted({paper.url for paper in papers} - ids.keys()):
            message = f"it left out {len(missing)} papers, {missing[0]} for one"
            raise IndexerError(message)
        return ids

    def _write_files(self, index: int, folder: Path) -> None:
        """Write what Pagefind has made.

        It could do so itself, but answers before all of it is on the disk (1.5.2): now and then a
        file was read, and copied into the site, that was still empty.
        """
        for file in self._ask("GetFiles", index_id=index)["files"]:
            path = folder / file["path"]
            if not any(path.match(pattern) for pattern in _WIDGETS):
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(base64.b64decode(file["content"]))

    def _ask(self, request: str, **values: object) -> dict[str, Any]:
        message = {"message_id": 0, "payload": {"type": request, **values}}
        # A lone surrogate, which no UTF-8 can hold, becomes a question mark.
        text = json.dumps(message, ensure_ascii=False).encode("utf-8", "replace")
        sent = base64.b64encode(text)
        answer = self.conversation.ask(sent + b",", until=b",")
        try:
            payload: dict[str, Any] = json.loads(base64.b64decode(answer[:-1]))["payload"]
        except (KeyError, TypeError, ValueError):
            said = self.conversation.last_words() or "it ended without a word"
            raise IndexerError(said) from None
        if payload.get("type") == "Error":
            raise IndexerError(str(payload.get("message")))
        return payload


@contextmanager
def start_indexer(
    folder: Path, *, environment: Iterable[tuple[str, str]], lock: int | None
) -> Iterator[Indexer]:
    """Start Pagefind in `folder`, where it is to find nothing, and end it with the block."""
    with start_module(
        *_ARGUMENTS, folder=folder, environment=environment, lock=lock
    ) as conversation:
        yield Indexer(conversation=conversation)


def _describe(paper: SearchRecord, *, recent: bool) -> dict[str, object]:
    """Say a paper in Pagefind's words. What it calls metadata is searched too, by field.

    One filter of one value: with more of them the index would be another at each run.
    """
    texts = [paper.text, *(text for _, text in paper.fields)]
    further = [*list_folded(texts), *list_parts(texts)]
    if not any(map(str.isalnum, paper.text)):
        further.append(paper.url)  # Pagefind leaves out a paper without a word in its text
    return {
        "url": paper.url,
        "content": " ".join([paper.text, FURTHER, *further]) if further else paper.text,
        "language": LANGUAGE,
        "meta": dict(paper.fields),
        "filters": {"recent": ["1"]} if recent else {},
        "sort": {},
    }


def _finish_fragments(
    folder: Path, formulas: Mapping[str, Mapping[str, object]]
) -> Iterator[tuple[str, str]]:
    """Give each paper's address, and the id by which Pagefind's script names it.

    A fragment is gzip of a mark and a JSON object: what a reader's browser loads for a result. A
    paper's formulas are put into it, since Pagefind would search all that it is told of a paper.
    """
    for path in sorted((folder / "fragment").glob("*.pf_fragment")):
        try:
            _, data = gzip.decompress(path.read_bytes()).split(_MAGIC, 1)
            fragment = json.loads(data)
            url = fragment["url"]
        except (EOFError, gzip.BadGzipFile, KeyError, TypeError, ValueError) as error:
            message = f"its file {path.name} is not in the form that is known here: {error}"
            raise IndexerError(message) from error
        if url in formulas:
            fragment["formulas"] = formulas[url]
            text = json.dumps(fragment, ensure_ascii=False, default=astuple, separators=(",", ":"))
            path.write_bytes(gzip.compress(_MAGIC + text.encode(), mtime=0))
        yield url, path.stem.partition("_")[2]
