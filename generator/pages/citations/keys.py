"""Citation keys: what an author types to cite a paper, `jo2024-2407.20485`.

A key is a function of what hardly ever changes, and of this paper alone: the family name of the
first author, the year, and the arXiv id, which by itself tells the paper from all others; where no
id is known, a hash of the paper's permanent address. No title is in it, so none can change it.
"""

import re
import unicodedata

from generator.identifiers import ArxivId, Slug, short_hash

_NOT_LETTER = re.compile(r"[^a-z]+")
_LETTERS = str.maketrans(
    {"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i"}
)
_LONGEST_NAME = 24


def citation_key(
    slug: Slug, *, arxiv_id: ArxivId | None, first_author: str, year: int | None
) -> str:
    """Mint a key of `[a-z0-9.-]`, which BibTeX, biber and every manager take as it is.

    `first_author` is a family name, or empty; one without Latin letters is left out. `year` is that
    of the arXiv id, else of publication.
    """
    who = _plain(first_author) or "paper"
    which = arxiv_id.replace("/", "-") if arxiv_id else short_hash(slug)
    return f"{who}{year or ''}-{which}"


def _plain(name: str) -> str:
    decomposed = unicodedata.normalize("NFKD", name.lower().translate(_LETTERS))
    plain = "".join(c for c in decomposed if not unicodedata.combining(c))
    return _NOT_LETTER.sub("", plain)[:_LONGEST_NAME]
