"""Addresses: each paper's canonical slug, and every other slug under which it must answer.

Each title a paper was ever received under keeps its slug. A slug that two papers could claim is
nobody's: both take a longer one, and the plain one names them both. The longer ones are minted as
soon as a second title or id claims the plain one, and go on to answer when the two turn out to be
one paper; so no address that was ever published is lost.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from generator.identifiers import (
    ArxivId,
    Doi,
    Slug,
    TitleKey,
    short_hash,
    slug_from_title,
    slug_with_hash,
    slug_with_id,
    title_key,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """A paper's titles as received, its first appearance's first, and its id.

    `contested` are titles that are said of several ids, each with one that an appearance said with
    it, or None where it said none.
    """

    titles: tuple[str, ...]
    id: ArxivId | Doi | None
    contested: tuple[tuple[str, ArxivId | Doi | None], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Addresses:
    """`canonical` and `redirects` go by the order of the claims; `shared` names claims by index."""

    canonical: tuple[Slug, ...]
    redirects: tuple[tuple[Slug, ...], ...]
    shared: dict[Slug, tuple[int, ...]]


def assign_slugs(claims: Sequence[Claim]) -> Addresses:
    """Give every paper its canonical slug, its redirects, and the slugs that several share."""
    keys: defaultdict[Slug, set[TitleKey]] = defaultdict(set)
    for claim in claims:
        for title in claim.titles:
            keys[slug_from_title(title)].add(title_key(title))
    candidates: list[list[Slug]] = []
    claimants: defaultdict[Slug, set[int]] = defaultdict(set)
    for index, claim in enumerate(claims):
        minted: dict[Slug, None] = {}  # in order, each once
        for title in claim.titles:
            plain = slug_from_title(title)
            minted[plain] = None
            if len(keys[plain]) > 1:
                minted[slug_with_hash(title)] = None
            for contested, id_ in claim.contested:
                if contested == title:
                    minted[slug_with_id(plain, id_)] = None
                    if len(keys[plain]) > 1:
                        minted[slug_with_id(slug_with_hash(title), id_)] = None
        candidates.append(list(minted))
        for slug in minted:
            claimants[slug].add(index)
    canonical: list[Slug] = []
    redirects: list[tuple[Slug, ...]] = []
    for claim, minted_slugs in zip(claims, candidates, strict=True):
        own = [slug for slug in minted_slugs if len(claimants[slug]) == 1]
        first, *others = own or [_last_resort(claim)]
        canonical.append(first)
        redirects.append(tuple(sorted(others)))
    shared = {
        slug: tuple(sorted(papers)) for slug, papers in sorted(claimants.items()) if len(papers) > 1
    }
    return Addresses(canonical=tuple(canonical), redirects=tuple(redirects), shared=shared)


def _last_resort(claim: Claim) -> Slug:
    """Mint a slug for a paper whose every other one is spelt out by somebody else's title."""
    title = claim.titles[0]
    return Slug(f"{slug_from_title(title)}-{short_hash(f'{claim.id} {title}')}")
