"""Papers as people name them: by arXiv id, by slug, by title."""

import re
from collections import defaultdict
from collections.abc import Iterable

from generator.corpus.model import Corpus, Paper
from generator.curation.model import Written
from generator.curation.wording import nearest, nearest_title, shorten
from generator.diagnostics import Code, Diagnostic
from generator.identifiers import Slug, parse_arxiv_id, title_key

_ADDRESS = re.compile(r"[^\s?#]*/[^\s?#]+")
_DOI_OF_ARXIV = re.compile(r"^arxiv\.(?=\d)", re.IGNORECASE)
_LOOKS_LIKE_ID = re.compile(r"\d{4}\.?\d")
_LEAST_ID_LIKENESS = 0.8
"""Of 1: two digits of ten may differ."""
_LONG_TITLE = 80


class PaperNames:
    """Every name by which a paper of a corpus can be called."""

    __slots__ = ("_by_name", "_papers")

    def __init__(self, corpus: Corpus) -> None:
        self._papers = corpus.papers
        self._by_name: defaultdict[str, set[Slug]] = defaultdict(set)
        for paper in corpus.papers.values():
            for slug in paper.redirects:
                self._by_name[slug].add(paper.id)
            if paper.arxiv_id:
                self._by_name[paper.arxiv_id].add(paper.id)
            for title in titles_of(paper):
                self._by_name[title_key(title)].add(paper.id)
        for slug, papers in corpus.shared_slugs.items():
            self._by_name[slug].update(papers)

    def add_title(self, paper: Slug, title: str) -> None:
        """Let a paper be called by a further title too."""
        self._by_name[title_key(title)].add(paper)

    def add_slug(self, paper: Slug, slug: Slug) -> None:
        """Let a paper be called by a further slug too."""
        self._by_name[slug].add(paper)

    def find(self, name: Written) -> tuple[Slug | None, Diagnostic | None]:
        """Find the one paper of a name, or say why there is none."""
        text = " ".join(name.text.split())
        if text in self._papers:
            return Slug(text), None
        found: set[Slug] = set()
        for key in filter(None, (text, parse_arxiv_id(text), title_key(text))):
            found |= self._by_name.get(key, set())
        for key in () if found else _names_in_address(text):
            found |= self._by_name.get(key, {Slug(key)} & self._papers.keys())
        match sorted(found):
            case [paper]:
                return paper, None
            case []:
                return None, self._report_unknown(name, text)
            case papers:
                return None, self._report_ambiguous(name, papers)

    def _report_ambiguous(self, name: Written, papers: Iterable[Slug]) -> Diagnostic:
        fitting = [self._papers[slug] for slug in papers]
        described = " and ".join(
            f"“{p.title.clean}” (arXiv {p.arxiv_id or 'id not known'}, slug {p.id})"
            for p in fitting
        )
        names = " or ".join(f"`{p.arxiv_id or p.id}`" for p in fitting)
        return Diagnostic(
            code=Code.AMBIGUOUS_PAPER,
            place=name.place,
            message=f"“{shorten(name.text, _LONG_TITLE)}” fits {len(fitting)} papers: {described}.",
            hint=f"Name the one you mean: {names}.",
        )

    def _report_unknown(self, name: Written, text: str) -> Diagnostic:
        return Diagnostic(
            code=Code.UNKNOWN_PAPER,
            place=name.place,
            message=f"No paper has the arXiv id, slug or title “{shorten(text, _LONG_TITLE)}”.",
            hint=self._suggest(text),
        )

    def _suggest(self, text: str) -> str:
        text = next(iter(_names_in_address(text)), text)
        papers = self._papers.values()
        titles: dict[str, str] = {title: p.id for p in papers for title in titles_of(p)}
        name: str | None = None
        if _LOOKS_LIKE_ID.match(text):
            ids: dict[str, str] = {p.arxiv_id: p.id for p in papers if p.arxiv_id}
            meant = nearest(text, ids, least=_LEAST_ID_LIKENESS)
            name = self._papers[Slug(meant)].arxiv_id if meant else None
        elif " " in text:
            meant = nearest(text, titles)
        else:
            slugs: dict[str, str] = {slug: p.id for p in papers for slug in (p.id, *p.redirects)}
            meant = name = nearest(text, slugs)
        meant = meant or nearest_title(text, titles)
        if not meant:
            return "Copy its title, or the last part of its address, from the site."
        paper = self._papers[Slug(meant)]
        if name:
            return f"Did you mean `{name}` (“{paper.title.clean}”)?"
        return f"Did you mean “{paper.title.clean}” (`{paper.arxiv_id or paper.id}`)?"


def _names_in_address(text: str) -> tuple[str, ...]:
    """Give the names of a paper in an address, in whatever site: an arXiv id, else a slug of ours.

    Known are the pages of papers (`.../papers/a-slug/`), arXiv, Hugging Face, and the DOI that
    arXiv gives, https://info.arxiv.org/help/doi.html (`10.48550/arXiv.2403.05798`).
    """
    address = _ADDRESS.match(text)
    if not address or " " in text:
        return ()
    parts = address[0].removesuffix("/").removesuffix(".pdf").split("/")
    last = _DOI_OF_ARXIV.sub("", parts[-1])
    found = parse_arxiv_id(last) or parse_arxiv_id("/".join(parts[-2:]))
    if found:
        return (found,)
    return (last,) if "papers" in parts[:-1] else ()


def titles_of(paper: Paper) -> tuple[str, ...]:
    """Give every title of a paper, as received and as shown, each once."""
    texts = (paper.title, *(appearance.title for appearance in paper.appearances))
    return tuple(dict.fromkeys(title for text in texts for title in (text.raw, text.clean)))
