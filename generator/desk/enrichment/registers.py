"""Who can be asked about a paper, how, and what they are known to say.

Formats: https://info.arxiv.org/help/api/user-manual.html (3.1.1, `search_query` and `id_list`), and
https://huggingface.co/docs/huggingface_hub/package_reference/hf_api (`paper_info`, `list_papers`).
A paper that is not indexed at Hugging Face answers 404. Whether its search heeds `limit` is not
said; it may give more.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from urllib.parse import quote, urlencode

from generator.desk.deliveries.holdings import read_answer
from generator.desk.deliveries.judging import find_change
from generator.desk.deliveries.providers import ARXIV, HUGGING_FACE, Provider
from generator.desk.enrichment.gaps import Fact, Gap
from generator.desk.enrichment.outcomes import Record, make_record
from generator.desk.enrichment.phrases import find_phrase, find_words

_BY_ID = 100
_BY_TITLE = 8
_RESULTS = 200
_ALONE = 1000
"""Records of an answer to several titles, and to one. arXiv gives up to 2,000."""
_SEARCHED = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """A question about papers: by their ids, or by their titles.

    `full` is the number of records from which on there may be more that were not given.
    """

    where: str
    gaps: tuple[Gap, ...]
    by_id: bool
    full: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Register:
    """A provider, as one that is asked about single papers. `gives` is what it is asked for."""

    provider: Provider
    gives: frozenset[Fact]
    file: str
    """Under `content/metadata/found`."""
    by_id: Callable[[Sequence[Gap]], Iterator[Question]]
    by_title: Callable[[Sequence[Gap]], Iterator[Question]]

    @property
    def title(self) -> str:
        return self.provider.title

    def read(self, body: bytes, question: Question) -> tuple[Record, ...] | str:
        """Read the records of an answer, which is whole; else say why it cannot be read."""
        if self.provider is HUGGING_FACE and question.by_id:
            body = b"[%s]" % body
        if self.provider.form.count(body) == 0:
            return ()
        read = read_answer(body, self.provider.name, None)
        changed = f"the form of {self.title}'s answers has changed: "
        if isinstance(read, str):
            return changed + read
        if read.format != self.provider.format:
            return f"{changed}it is read as {read.format}, not as {self.provider.format}"
        if why := find_change(read.reading):
            return changed + why
        return tuple(filter(None, map(make_record, read.reading.entries)))


def _ask_arxiv_by_id(gaps: Sequence[Gap]) -> Iterator[Question]:
    for part in _parts(gaps, _BY_ID):
        ids = ",".join(str(gap.arxiv_id) for gap in part)
        asked = {"id_list": ids, "max_results": len(part)}
        yield Question(where=f"/api/query?{urlencode(asked)}", gaps=part, by_id=True)


def _ask_arxiv_by_title(gaps: Sequence[Gap]) -> Iterator[Question]:
    for part in _parts(gaps, _BY_TITLE):
        titles = " OR ".join(f'ti:"{find_phrase(gap.shown)}"' for gap in part)
        full = _RESULTS if len(part) > 1 else _ALONE
        asked = {"search_query": titles, "max_results": full}
        yield Question(where=f"/api/query?{urlencode(asked)}", gaps=part, by_id=False, full=full)


def _ask_hugging_face_by_id(gaps: Sequence[Gap]) -> Iterator[Question]:
    for gap in gaps:
        if gap.arxiv_id and "/" not in gap.arxiv_id:  # it has no papers of before 2007
            where = f"/api/papers/{quote(gap.arxiv_id)}"
            yield Question(where=where, gaps=(gap,), by_id=True)


def _ask_hugging_face_by_title(gaps: Sequence[Gap]) -> Iterator[Question]:
    for gap in gaps:
        asked = {"q": find_words(gap.shown), "limit": _SEARCHED}
        where = f"/api/papers/search?{urlencode(asked)}"
        yield Question(where=where, gaps=(gap,), by_id=False)


def _parts(gaps: Sequence[Gap], size: int) -> Iterator[tuple[Gap, ...]]:
    for start in range(0, len(gaps), size):
        yield tuple(gaps[start : start + size])


REGISTERS = {
    register.provider.name: register
    for register in (
        Register(
            provider=ARXIV,
            gives=frozenset(
                {Fact.ARXIV_ID, Fact.DOI, Fact.AUTHORS, Fact.PUBLISHED, Fact.CATEGORIES}
            ),
            file="arxiv.jsonl",
            by_id=_ask_arxiv_by_id,
            by_title=_ask_arxiv_by_title,
        ),
        Register(
            provider=HUGGING_FACE,
            gives=frozenset({Fact.ARXIV_ID, Fact.AUTHORS, Fact.PUBLISHED, Fact.CODE}),
            file="hugging-face.jsonl",
            by_id=_ask_hugging_face_by_id,
            by_title=_ask_hugging_face_by_title,
        ),
    )
}
"""In the order in which they are asked."""
