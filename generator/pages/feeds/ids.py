"""Ids by which a reader's program knows for ever what it has shown already.

Format: tag URIs, https://www.rfc-editor.org/rfc/rfc4151. What they begin with is the site's.

A paper's id is made of the title under which it was first received, as digests know titles: it
says nothing of an arXiv id, a curator's title or an address, so that none of them can change it.
Of papers merged it is that of the one that came first.
"""

import hashlib
from collections.abc import Mapping

from generator.corpus.model import Corpus, Paper
from generator.identifiers import DigestId, Slug, TitleKey, title_key

_LENGTH = 16  # hexadecimal digits: at 100,000 papers, two meet once in a billion sites


def paper_ids(corpus: Corpus, beginning: str) -> dict[Slug, str]:
    """Give every paper's id, hidden papers' too: `tag:example.org,2026:papers/0f1e2d3c4b5a6978`.

    Where papers bear one title (their arXiv ids differ), the one that came first has the plain id,
    and each of the others one that holds its arXiv id.
    """
    rank = {digest.id: number for number, digest in enumerate(corpus.digests)}
    taken: set[TitleKey] = set()
    ids = {}
    for paper in sorted(corpus.papers.values(), key=lambda paper: _age(paper, rank)):
        key = title_key(paper.appearances[0].title.raw)
        own = f"{key} {paper.arxiv_id or 'without arXiv id'}" if key in taken else key
        taken.add(key)
        ids[paper.id] = f"{beginning}papers/{_hash(own)}"
    return ids


def feed_id(beginning: str, stem: str) -> str:
    """Give the id of a feed, by its address without a suffix."""
    return f"{beginning}{stem}"


def _age(paper: Paper, rank: Mapping[DigestId, int]) -> tuple[int, int, Slug]:
    first = paper.appearances[0]
    return rank[first.digest], first.position, paper.id


def _hash(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:_LENGTH]
