"""A server that has papers, and gives them as arXiv and Hugging Face do."""

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from html import escape
from urllib.parse import parse_qs, unquote, urlsplit

from tests.network.serving import Asked, Reply

_FEED = """<?xml version='1.0' encoding='UTF-8'?>
<feed xmlns:opensearch="http://a9.com/-/spec/opensearch/1.1/"
  xmlns:arxiv="http://arxiv.org/schemas/atom" xmlns="http://www.w3.org/2005/Atom">
  <id>https://arxiv.org/api/made</id>
  <opensearch:totalResults>{total}</opensearch:totalResults>
  <opensearch:startIndex>0</opensearch:startIndex>
{entries}</feed>
"""
_WORDS = re.compile(r"[^\W_]+")


@dataclass(frozen=True, kw_only=True)
class Held:
    """A paper of the library. What is empty it does not say."""

    id: str
    title: str
    abstract: str = "A robot that ties knots must know its rope, and this one does."
    authors: tuple[str, ...] = ("Ada Knot", "Bo Bell")
    published: str = "2031-04-01"
    categories: tuple[str, ...] = ()
    doi: str = ""
    code: str = ""
    of: frozenset[str] = field(default=frozenset({"arxiv", "hf"}))

    @property
    def words(self) -> tuple[str, ...]:
        return tuple(_WORDS.findall(self.title.lower()))


def write_feed(papers: Iterable[Held], total: int | None = None) -> bytes:
    """Write papers as arXiv's API gives them."""
    entries = [_write_entry(paper) for paper in papers]
    count = len(entries) if total is None else total
    return _FEED.format(entries="".join(entries), total=count).encode()


def _write_entry(paper: Held) -> str:
    lines = [
        f"<id>http://arxiv.org/abs/{paper.id}v2</id>",
        f"<title>{escape(paper.title)}</title>",
        f"<summary>{escape(paper.abstract)}</summary>",
        f"<published>{paper.published}T10:00:00Z</published>",
        *(f"<author><name>{escape(name)}</name></author>" for name in paper.authors),
        *(f'<category term="{term}"/>' for term in paper.categories),
    ]
    if paper.categories:
        lines.append(f'<arxiv:primary_category term="{paper.categories[0]}"/>')
    if paper.doi:
        lines.append(f"<arxiv:doi>{escape(paper.doi)}</arxiv:doi>")
    return f"  <entry>{''.join(lines)}</entry>\n"


def make_paper(paper: Held) -> dict[str, object]:
    """Make what Hugging Face says of a paper."""
    said: dict[str, object] = {
        "id": paper.id,
        "title": paper.title,
        "summary": paper.abstract,
        "authors": [{"name": name, "hidden": False} for name in paper.authors],
        "publishedAt": f"{paper.published}T00:00:00.000Z",
        "upvotes": 3,
    }
    if paper.code:
        said["githubRepo"] = paper.code
    return said


class Library:
    """Answers the questions of `broadsheet enrich`; `odd` are replies to single paths instead."""

    def __init__(self, *papers: Held, odd: Mapping[str, Reply] | None = None) -> None:
        self.papers = papers
        self._by_word: dict[str, set[int]] = {}
        for number, paper in enumerate(papers):
            for word in paper.words:
                self._by_word.setdefault(word, set()).add(number)
        self._odd = odd or {}

    def __call__(self, asked: Asked) -> Reply:
        for part, reply in self._odd.items():
            if part in unquote(asked.path).replace("+", " "):
                return reply
        parts = urlsplit(asked.path)
        query = {key: values[0] for key, values in parse_qs(parts.query).items()}
        if parts.path == "/api/query":
            return self._answer_arxiv(query)
        if parts.path == "/api/papers/search":
            found = [p for p in self._search(query["q"]) if "hf" in p.of]
            items = [{"paper": make_paper(p), "title": p.title} for p in found]
            return Reply(body=json.dumps(items[: int(query["limit"])]).encode())
        known = {paper.id: paper for paper in self.papers if "hf" in paper.of}
        paper = known.get(parts.path.removeprefix("/api/papers/"))
        if paper is None:
            return Reply(status=404, body=b'{"error": "Paper not found"}')
        return Reply(body=json.dumps(make_paper(paper)).encode())

    def _answer_arxiv(self, query: Mapping[str, str]) -> Reply:
        most = int(query["max_results"])
        held = [paper for paper in self.papers if "arxiv" in paper.of]
        if "id_list" in query:
            wanted = query["id_list"].split(",")
            return Reply(body=write_feed([p for p in held if p.id in wanted][:most]))
        phrases = re.findall(r'ti:"([^"]*)"', query["search_query"])
        sought = [tuple(_WORDS.findall(phrase.lower())) for phrase in phrases]
        found = [p for p in held if any(_holds(p.words, words) for words in sought)]
        return Reply(body=write_feed(found[:most], total=len(found)))

    def _search(self, text: str) -> list[Held]:
        """Find what has words in common, the most first, as a search for meaning would."""
        scores: dict[int, float] = {}
        for word in set(_WORDS.findall(text.lower())):
            holding = self._by_word.get(word, set())
            for number in holding:
                scores[number] = scores.get(number, 0) + 1 / len(holding)
        return [self.papers[n] for n in sorted(scores, key=lambda n: (-scores[n], n))]


def _holds(words: tuple[str, ...], phrase: tuple[str, ...]) -> bool:
    ends = range(len(words) - len(phrase) + 1)
    return bool(phrase) and any(words[at : at + len(phrase)] == phrase for at in ends)
