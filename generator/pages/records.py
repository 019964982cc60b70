"""Each paper as the search index is told of it.

What results can be narrowed by: topic, tag, kind, the month of publication, code, the curator's
picks. Kinds are the tags that are declared as such; a paper without a topic has the topic `none`.
"""

import re
from collections.abc import Iterator

from generator.corpus.authorship import Authorship
from generator.corpus.model import Paper
from generator.curation.model import CuratedPaper
from generator.identifiers import AuthorId
from generator.pages.catalogue import Catalogue
from generator.pages.dates import Month
from generator.pages.links import list_links
from generator.pages.mathml import read_formula
from generator.pages.permalinks import paper_url
from generator.pages.plan import PlacedFormula, SearchRecord

NO_TOPIC = "none"
NO_DATE = "unknown"
YES = "1"

_NAME_PARTS = re.compile(r"[\s-]+(?=.*\s)|\s+")
_SCHEME = re.compile(r"^https?://(?:www\.)?|(?:\.git)?/?(?:[?#].*)?$")


def plan_records(catalogue: Catalogue) -> Iterator[SearchRecord]:
    """Describe each paper for the search index, sorted by address."""
    kinds = {tag.id for tag in catalogue.curated.tags if tag.kind}
    for paper in sorted(catalogue.papers, key=lambda paper: paper.id):
        said = catalogue.said(paper)
        yield SearchRecord(
            url=paper_url(paper.id),
            text=paper.abstract.clean,
            fields=tuple(_list_fields(paper, said)),
            keys=tuple(_list_keys(paper, said)),
            people=tuple(_list_people(paper, catalogue.authorship)),
            labels=(
                ("topic", said.topics or (NO_TOPIC,)),
                ("tag", tuple(tag for tag in said.tags if tag not in kinds)),
                ("kind", tuple(tag for tag in said.tags if tag in kinds)),
                ("month", (_month_of(paper),)),
                ("code", (YES,) if "code" in list_links(paper, said) else ()),
                ("pick", (YES,) if said.pick else ()),
            ),
            date=paper.published.isoformat() if paper.published else "",
            formulas=tuple(
                (name, placed)
                for name, text in (("title", said.title), ("text", paper.abstract.clean))
                if (placed := tuple(_place_formulas(text, catalogue)))
            ),
        )


def _place_formulas(text: str, catalogue: Catalogue) -> Iterator[PlacedFormula]:
    for formula in catalogue.formulas.get(text, ()):
        if math := read_formula(formula.source):
            yield _units(text[: formula.start]), _units(text[: formula.stop]), math


def _units(text: str) -> int:
    """Count as a browser's script does: a character beyond U+FFFF is two."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def _list_fields(paper: Paper, said: CuratedPaper) -> Iterator[tuple[str, str]]:
    yield "title", said.title
    if paper.authors.names:
        whose = "authors" if paper.authors.complete else "first_author"
        yield whose, "; ".join(paper.authors.spoken)
    if paper.arxiv_id:
        yield "arxiv", paper.arxiv_id
    if paper.venues:
        yield "venue", ", ".join(paper.venues)
    if code := list_links(paper, said).get("code"):
        yield "code", code.url


def _list_keys(paper: Paper, said: CuratedPaper) -> Iterator[str]:
    """Name what a paper is found by: each title it had, its id, its code, its authors.

    An author is found by initials too, `A. Loom` and `A. B. Loom` for `Ada B. Loom`; an address
    stands without its scheme.
    """
    yield from dict.fromkeys(
        (
            said.title,
            paper.title.clean,
            *(appearance.title.clean for appearance in paper.appearances),
        )
    )
    if paper.arxiv_id:
        yield paper.arxiv_id
    if code := list_links(paper, said).get("code"):
        yield _SCHEME.sub("", code.url)
    for name in paper.authors.spoken:
        yield from _list_forms(name)


def _list_people(paper: Paper, authorship: Authorship) -> Iterator[tuple[str, AuthorId]]:
    """Name the authors who have a page, in each form by which a paper of theirs is found."""
    for name, author in zip(paper.authors.spoken, authorship.of[paper.id], strict=True):
        if authorship.has_page(author):
            for form in dict.fromkeys((*_list_forms(name), authorship.authors[author].name)):
                yield form, author


def _list_forms(name: str) -> Iterator[str]:
    yield from dict.fromkeys((name, *list_initials(name)))


def list_initials(name: str) -> Iterator[str]:
    """Give a name with the first initial and with all of them."""
    *given, last = [part for part in _NAME_PARTS.split(name) if part] or [""]
    if given:
        yield f"{given[0][0]}. {last}"
        yield f"{'. '.join(part[0] for part in given)}. {last}"


def _month_of(paper: Paper) -> str:
    return Month.of(paper.published).iso if paper.published else NO_DATE
