"""Identifiers and the pure functions that mint them.

`slug_from_title`, `slug_from_name` and `title_key` are frozen: published addresses and merges rest
on them. A better rule for cleaning text must never change what they give, which is why they read
titles as received.
"""

import hashlib
import re
import unicodedata
from typing import NewType

ArxivId = NewType("ArxivId", str)
"""An arXiv identifier without its version, as `2403.05798` or `hep-th/9901001`."""
Doi = NewType("Doi", str)
"""A DOI without an address before it, in small letters: capitals do not count in one."""
DigestId = NewType("DigestId", str)
"""The path of a digest under `content/digests`, without its suffix: `2025/2025-03-12-2`."""
Slug = NewType("Slug", str)
"""The last part of a paper's address; `[a-z0-9-]` only. A paper's `id` is its canonical slug."""
AuthorId = NewType("AuthorId", str)
"""The last part of an author's address; `[a-z0-9-]` only."""
TopicId = NewType("TopicId", str)
TagId = NewType("TagId", str)
TitleKey = NewType("TitleKey", str)
"""What two titles have in common when they name one paper."""

_MACRO = re.compile(r"\\[A-Za-z]+\s*")
_LATEX_SYMBOLS = re.compile(r"[\\${}^_~'’`\"]")
_NOT_WORD = re.compile(r"[^a-z0-9]+")
_NOT_KEY = re.compile(r"[^\w+#]+|_|(?<!\w)[+#]+")
_SLUG_LENGTH = 80
# Latin letters that do not come apart into one of ASCII and a mark.
_PLAIN_LETTERS = str.maketrans(
    {"ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i", "ħ": "h"}
)
_HASH_LENGTH = 8
_ARXIV_NEW = re.compile(r"(\d{4}\.\d{4,5})(v\d+)?")
_ARXIV_OLD = re.compile(r"([a-z][a-z-]*(?:\.[A-Z]{2})?/\d{7})(v\d+)?")
_ARXIV_DOI = "10.48550/arxiv."


def _without_latex(title: str) -> str:
    return _LATEX_SYMBOLS.sub("", _MACRO.sub("", title))


def short_hash(text: str) -> str:
    """Give the first eight hexadecimal digits of the SHA-256 of `text`."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:_HASH_LENGTH]


def title_key(title: str) -> TitleKey:
    """Reduce a title, as received, to what must be equal for two titles to name one paper.

    Case, accents' encoding, spaces, punctuation and LaTeX mark-up do not count; letters and digits
    of every script do, and so do `+` and `#` after a letter (`C++` is not `C`).
    """
    folded = unicodedata.normalize("NFKC", _without_latex(title)).casefold()
    key = _NOT_KEY.sub("", folded)
    return TitleKey(key or "#" + short_hash(title))


def slug_from_title(title: str) -> Slug:
    """Mint the slug of a title as received: a pure function that looks at nothing else.

    A title that is longer than the slug may be, or whose letters ASCII cannot tell, ends in a hash
    of its key, so that two such titles do not meet.
    """
    decomposed = unicodedata.normalize("NFKD", _without_latex(title)).lower()
    plain = "".join(c for c in decomposed if not unicodedata.combining(c))
    words = _NOT_WORD.sub("-", plain).strip("-")
    lossy = any(not c.isascii() and c.isalnum() for c in plain) or bool(re.search(r"\w[+#]", plain))
    if len(words) > _SLUG_LENGTH:
        words, lossy = words[:_SLUG_LENGTH].rsplit("-", 1)[0], True
    if lossy or not words:
        words = "-".join(filter(None, (words, short_hash(title_key(title)))))
    return Slug(words)


def slug_from_name(name: str) -> AuthorId:
    """Mint the address of an author from a name in the order in which it is spoken, and no more.

    Names that differ in capitals, accents, spaces and signs alone have one address. A name that is
    too long, or whose letters ASCII cannot tell, ends in a hash of them.
    """
    folded = unicodedata.normalize("NFKD", _without_latex(name).casefold())
    plain = "".join(c for c in folded if not unicodedata.combining(c)).translate(_PLAIN_LETTERS)
    words = _NOT_WORD.sub("-", plain).strip("-")
    lossy = any(not c.isascii() and c.isalnum() for c in plain)
    if len(words) > _SLUG_LENGTH:
        words, lossy = words[:_SLUG_LENGTH].strip("-"), True
    if lossy or not words:
        words = "-".join(filter(None, (words, short_hash(title_key(name)))))
    return AuthorId(words)


def slug_with_hash(title: str) -> Slug:
    """Mint the slug that a title has where another paper shares its plain one."""
    base = slug_from_title(title)
    return Slug(f"{base}-{short_hash(title_key(title))}")


def slug_with_id(slug: Slug, id_: ArxivId | Doi | None) -> Slug:
    """Mint the slug of a title that several papers bear whose ids differ, from one that it has."""
    if id_ is None:
        number = "without-arxiv-id"
    elif id_.startswith("10."):  # a DOI, of whose signs an address could not tell all
        number = f"doi-{short_hash(id_)}"
    else:
        number = _NOT_WORD.sub("-", id_.lower())
    return Slug(f"{slug}-{number}")


def parse_arxiv_id(text: str) -> ArxivId | None:
    """Read an arXiv id, old or new style, with or without version or `arXiv:`; None if it is none.

    Format: https://info.arxiv.org/help/arxiv_identifier.html
    """
    text = text.strip().removeprefix("arXiv:").removeprefix("arxiv:")
    for form in (_ARXIV_NEW, _ARXIV_OLD):
        if match := form.fullmatch(text):
            return ArxivId(match[1])
    return None


def fold_doi(doi: str) -> Doi:
    """Give a DOI as it is compared: https://www.doi.org/doi-handbook/HTML/case-sensitivity.html."""
    return Doi(doi.strip().lower())


def parse_arxiv_doi(doi: str) -> ArxivId | None:
    """Read the arXiv id in a DOI that arXiv itself gave (`10.48550/arXiv.2403.05798`).

    Format: https://info.arxiv.org/help/doi.html
    """
    doi = doi.strip()
    if not doi.lower().startswith(_ARXIV_DOI):
        return None
    return parse_arxiv_id(doi[len(_ARXIV_DOI) :])
