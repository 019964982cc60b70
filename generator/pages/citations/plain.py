"""A citation as a sentence, for a mail, a slide, a footnote."""

from collections.abc import Iterator

from generator.pages.citations.references import Kind, Reference
from generator.pages.words import joined

_MOST_NAMES = 20


def cite_plainly(reference: Reference) -> str:
    """Give `Ada Abel and Bo Bell. 2031. Knots for Robots. In NeurIPS. https://...`.

    Names are in full and as received; of more than twenty the first ten stand for all.
    """
    return " ".join(_list_parts(reference))


def _list_parts(reference: Reference) -> Iterator[str]:
    names = [name.full for name in reference.authors]
    if reference.first_author_only:
        yield _sentence(f"{names[0]} (first author)")
    elif len(names) > _MOST_NAMES:
        yield _sentence(f"{', '.join(names[: _MOST_NAMES // 2])} et al")
    elif names:
        yield _sentence(joined(names))
    if reference.year:
        yield f"{reference.year}."
    yield _sentence(reference.title or "Untitled")
    if reference.venue:
        within = "In " if reference.kind is Kind.CONFERENCE else ""
        yield _sentence(f"{within}{reference.venue}")
    if reference.arxiv_id:
        yield f"arXiv:{reference.arxiv_id}."
    if reference.own_doi and reference.own_doi not in reference.url:
        yield f"doi:{reference.own_doi}"
    if reference.url:
        yield reference.url


def _sentence(words: str) -> str:
    return words if words.endswith((".", "?", "!")) else f"{words}."
