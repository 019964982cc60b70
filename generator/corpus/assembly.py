"""Assembly: raw digests and facts -> the corpus, each paper once."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from generator.corpus.facts import FactIndex
from generator.corpus.identity import Identity, Sign, Works, identify, read_sign
from generator.corpus.model import Appearance, Corpus, Digest, Paper
from generator.corpus.resemblance import find_near_duplicates
from generator.corpus.slugs import Claim, assign_slugs
from generator.corpus.text import clean_name, read_text
from generator.diagnostics import Code, Diagnostic, sort_diagnostics
from generator.identifiers import DigestId, Slug, fold_doi, title_key
from generator.sources.model import RawDigest, RawEntry, RawFacts


@dataclass(frozen=True, slots=True, kw_only=True)
class _Entry:
    """An entry with what its digest knows of it."""

    appearance: Appearance
    sign: Sign
    facts: RawFacts | None


def assemble_corpus(digests: Iterable[RawDigest], facts: Iterable[RawFacts]) -> Corpus:
    """Clean, identify and merge all entries of all digests; their order does not matter."""
    raw = sorted(digests, key=lambda d: (d.date or date.max, d.ordinal, d.id))
    facts = tuple(facts)
    entries = tuple(
        _read_entry(digest, n, e) for digest in raw for n, e in enumerate(digest.entries)
    )
    signs = [entry.sign for entry in entries]
    works = Works((*signs, *(read_sign(title_key(record.title), record) for record in facts)))
    # Entries are in the order of their digests, so a paper's first member is its first appearance.
    identities = sorted(identify(signs, works), key=lambda i: i.members[0])
    claims = [
        _make_claim([entries[n] for n in identity.members], identity, works)
        for identity in identities
    ]
    addresses = assign_slugs(claims)
    index = FactIndex(facts, works)
    papers: dict[Slug, Paper] = {}
    for identity, slug, redirects in zip(
        identities, addresses.canonical, addresses.redirects, strict=True
    ):
        members = [entries[n] for n in identity.members]
        papers[slug] = _merge_entries(members, identity, slug, redirects, index)
    shared = {
        slug: tuple(addresses.canonical[n] for n in claimants)
        for slug, claimants in addresses.shared.items()
    }
    return Corpus(
        papers=dict(sorted(papers.items())),
        digests=_list_papers(raw, papers.values()),
        shared_slugs=shared,
        diagnostics=sort_diagnostics(
            (
                *(d for digest in raw for d in digest.diagnostics),
                *_report_namesakes(papers.values()),
                *_report_near_duplicates(papers.values()),
            )
        ),
    )


def _read_entry(digest: RawDigest, number: int, entry: RawEntry) -> _Entry:
    return _Entry(
        appearance=Appearance(
            digest=digest.id,
            date=digest.date,
            position=number + 1,
            place=entry.place,
            title=read_text(entry.title),
            abstract=read_text(entry.abstract),
            votes=entry.facts.votes if entry.facts else None,
            stars=entry.facts.stars if entry.facts else None,
            comments=entry.facts.comments if entry.facts else None,
            submitted_by=clean_name(entry.facts.submitted_by) if entry.facts else "",
        ),
        sign=read_sign(title_key(entry.title), entry.facts),
        facts=entry.facts,
    )


def _make_claim(members: Sequence[_Entry], identity: Identity, works: Works) -> Claim:
    ids = [
        (member.appearance.title.raw, member.sign.id)
        for member in members
        if works.is_contested(member.sign.key)
    ]
    return Claim(
        titles=tuple(dict.fromkeys(member.appearance.title.raw for member in members)),
        id=identity.id,
        contested=tuple(dict.fromkeys(ids)),
    )


def _merge_entries(
    members: Sequence[_Entry],
    identity: Identity,
    slug: Slug,
    redirects: tuple[Slug, ...],
    index: FactIndex,
) -> Paper:
    appearances = tuple(member.appearance for member in members)
    abstract = max((a.abstract for a in appearances), key=lambda text: len(text.clean))
    others = {a.abstract.clean: a.abstract for a in reversed(appearances)}
    for clean in ("", abstract.clean):
        others.pop(clean, None)
    facts = index.find(identity, [member.facts for member in members if member.facts])
    return Paper(
        id=slug,
        title=appearances[0].title,
        abstract=abstract,
        other_abstracts=tuple(others[clean] for clean in sorted(others)),
        authors=facts.authors,
        arxiv_id=identity.arxiv_id,
        published=facts.published,
        code_url=facts.code_url,
        venues=facts.venues,
        url=facts.url,
        doi=facts.doi,
        categories=facts.categories,
        keywords=facts.keywords,
        particulars=facts.particulars,
        sources=facts.sources,
        appearances=appearances,
        redirects=redirects,
    )


def _list_papers(raw: Sequence[RawDigest], papers: Iterable[Paper]) -> tuple[Digest, ...]:
    held: dict[DigestId, list[tuple[int, Slug]]] = {digest.id: [] for digest in raw}
    new: dict[DigestId, int] = dict.fromkeys(held, 0)
    for paper in papers:
        new[paper.appearances[0].digest] += 1
        for appearance in paper.appearances:
            held[appearance.digest].append((appearance.position, paper.id))
    return tuple(
        Digest(
            id=digest.id,
            path=digest.path,
            date=digest.date,
            ordinal=digest.ordinal,
            name=digest.name,
            format=digest.format,
            papers=tuple(dict.fromkeys(slug for _, slug in sorted(held[digest.id]))),
            new=new[digest.id],
            ledger=digest.ledger,
        )
        for digest in raw
    )


def _report_namesakes(papers: Iterable[Paper]) -> Iterable[Diagnostic]:
    """Tell of papers that have a title or a DOI in common, and whose ids say that they are two."""
    by_title: defaultdict[str, list[Paper]] = defaultdict(list)
    by_doi: defaultdict[str, list[Paper]] = defaultdict(list)
    for paper in papers:
        by_title[title_key(paper.title.raw)].append(paper)
        if paper.doi:
            by_doi[fold_doi(paper.doi)].append(paper)
    for code, thing, shared in (
        (Code.SAME_TITLE_TWO_IDS, "title", by_title),
        (Code.SAME_DOI_TWO_IDS, "DOI", by_doi),
    ):
        for first, *others in shared.values():
            for paper in others:
                yield Diagnostic(
                    code=code,
                    place=paper.appearances[0].place,
                    message=f"“{paper.title.clean}” ({_say_id(paper)}) has the {thing} of another "
                    f"paper ({_say_id(first)}, {first.appearances[0].place}).",
                    hint="They stay two papers. If they are one, correct the id, or merge them in "
                    "content/curation/papers.yml.",
                )


def _say_id(paper: Paper) -> str:
    if paper.arxiv_id:
        return f"arXiv {paper.arxiv_id}"
    return f"DOI {paper.doi}" if paper.doi else "no id"


def _report_near_duplicates(papers: Iterable[Paper]) -> Iterable[Diagnostic]:
    for paper, other in find_near_duplicates(papers):
        later, earlier = sorted((paper, other), key=lambda p: p.appearances[0].place, reverse=True)
        yield Diagnostic(
            code=Code.NEAR_DUPLICATE_TITLE,
            place=later.appearances[0].place,
            message=f"“{later.title.clean}” is almost the title of another paper: "
            f"“{earlier.title.clean}” ({earlier.appearances[0].place}).",
            hint="If they are one paper, merge them in content/curation/papers.yml.",
        )
