"""A corpus after what curators say of identity and text: merges, addresses, abstracts, authors."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, fields, replace
from typing import Any

from generator.corpus.formulas import set_formulas
from generator.corpus.model import Authors, Corpus, Digest, Paper, Particulars, Text
from generator.identifiers import DigestId, Slug


@dataclass(frozen=True, slots=True, kw_only=True)
class Corrections:
    """Corrections of papers by their ids in the corpus. No paper merges into one that is merged."""

    merges: Mapping[Slug, Slug] = field(default_factory=dict)
    slugs: Mapping[Slug, Slug] = field(default_factory=dict)
    abstracts: Mapping[Slug, str] = field(default_factory=dict)
    authors: Mapping[Slug, tuple[str, ...]] = field(default_factory=dict)

    def new_id(self, paper: Slug) -> Slug:
        """Give the id under which a paper, or what it was merged into, is known afterwards."""
        kept = self.merges.get(paper, paper)
        return self.slugs.get(kept, kept)


def apply_corrections(corpus: Corpus, corrections: Corrections) -> Corpus:
    """Correct a corpus. Every address that a paper had goes on to lead to it."""
    if corrections == Corrections():
        return corpus
    members: dict[Slug, list[Paper]] = {}
    for id_ in sorted(corrections.merges):
        members.setdefault(corrections.merges[id_], []).append(corpus.papers[id_])
    shared = {
        slug: tuple(sorted({corrections.new_id(paper) for paper in papers}))
        for slug, papers in corpus.shared_slugs.items()
    }
    sole: dict[Slug, list[Slug]] = {}
    for slug, ids in shared.items():
        if len(ids) == 1:
            sole.setdefault(ids[0], []).append(slug)
    rank = {digest.id: number for number, digest in enumerate(corpus.digests)}
    papers = {}
    for id_, paper in corpus.papers.items():
        if id_ in corrections.merges:
            continue
        merged = _merge(paper, members[id_], rank) if id_ in members else paper
        new_id = corrections.new_id(id_)
        papers[new_id] = _correct(
            merged,
            new_id,
            redirects=sole.get(new_id, ()),
            abstract=corrections.abstracts.get(id_, ""),
            authors=corrections.authors.get(id_, ()),
        )
    return Corpus(
        papers=dict(sorted(papers.items())),
        digests=_relist(corpus.digests, papers, corrections),
        shared_slugs={slug: ids for slug, ids in shared.items() if len(ids) > 1},
        diagnostics=corpus.diagnostics,
    )


def _merge(paper: Paper, others: Sequence[Paper], rank: Mapping[DigestId, int]) -> Paper:
    """Add to a paper what others hold that are the same work; what it says itself goes first."""
    appearances = sorted(
        (a for p in (paper, *others) for a in p.appearances),
        key=lambda a: (rank[a.digest], a.position),
    )
    abstracts = {
        text.clean: text
        for p in (*reversed(others), paper)
        for text in (p.abstract, *p.other_abstracts)
    }
    abstracts.pop(paper.abstract.clean)
    venues = (venue for p in (paper, *others) for venue in p.venues)
    known = [p for p in (paper, *others) if p.authors.names]
    published = [p.published for p in (paper, *others) if p.published]
    return replace(
        paper,
        other_abstracts=tuple(abstracts[clean] for clean in sorted(abstracts)),
        authors=next((p.authors for p in known if p.authors.complete), None)
        or next((p.authors for p in known), paper.authors),
        arxiv_id=paper.arxiv_id or next((p.arxiv_id for p in others if p.arxiv_id), None),
        published=paper.published or next(iter(published), None),
        url=paper.url or next((p.url for p in others if p.url), ""),
        code_url=paper.code_url or next((p.code_url for p in others if p.code_url), ""),
        venues=tuple(dict.fromkeys(venues)),
        doi=paper.doi or next((p.doi for p in others if p.doi), ""),
        categories=paper.categories or next((p.categories for p in others if p.categories), ()),
        keywords=paper.keywords or next((p.keywords for p in others if p.keywords), ()),
        particulars=_merge_particulars([p.particulars for p in (paper, *others)]),
        sources=tuple(source for p in (paper, *others) for source in p.sources),
        appearances=tuple(appearances),
        redirects=tuple(slug for p in (paper, *others) for slug in (p.id, *p.redirects)),
    )


def _merge_particulars(said: Sequence[Particulars]) -> Particulars:
    """Take each from the first that knows it; a summary with whose it is."""
    summary = next((each for each in said if each.summary), Particulars())
    known: dict[str, Any] = {
        each.name: next(filter(None, (getattr(by, each.name) for by in said)), each.default)
        for each in fields(Particulars)
    }
    return replace(Particulars(**known), summary_by=summary.summary_by)


def _correct(
    paper: Paper,
    new_id: Slug,
    *,
    redirects: Iterable[Slug],
    abstract: str,
    authors: tuple[str, ...],
) -> Paper:
    addresses = {paper.id, *paper.redirects, *redirects} - {new_id}
    chosen, others = paper.abstract, paper.other_abstracts
    if abstract:
        clean, formulas = set_formulas(abstract)
        chosen = Text(raw=chosen.raw, clean=clean, formulas=formulas)
        others = tuple(text for text in others if text.clean != clean)
    return replace(
        paper,
        id=new_id,
        redirects=tuple(sorted(addresses)),
        abstract=chosen,
        other_abstracts=others,
        authors=Authors(names=authors, complete=True) if authors else paper.authors,
    )


def _relist(
    digests: Sequence[Digest], papers: Mapping[Slug, Paper], corrections: Corrections
) -> tuple[Digest, ...]:
    """Name the papers of each digest anew; a paper counts as new where it appeared first."""
    first = Counter(paper.appearances[0].digest for paper in papers.values())
    return tuple(
        replace(
            digest,
            papers=tuple(dict.fromkeys(corrections.new_id(paper) for paper in digest.papers)),
            new=first[digest.id],
        )
        for digest in digests
    )
