"""Advice on authors: names that may be one person's."""

from collections import defaultdict
from collections.abc import Iterator

from generator.corpus.authorship import Author, Authorship, list_authors
from generator.corpus.spellings import LikeNames, find_like_names
from generator.curation.audit.advice import Advice, Subject
from generator.curation.model import CuratedCorpus
from generator.curation.wording import quote
from generator.diagnostics import Place

_COMPANY = 3


def advise_on_names(curated: CuratedCorpus) -> Iterator[Advice]:
    """Advise on authors whose names are alike, with the entry that would make one of them."""
    authorship = list_authors(curated.corpus.papers.values(), curated.persons)
    found: defaultdict[Author, list[LikeNames]] = defaultdict(list)
    for like in find_like_names(authorship):
        found[authorship.authors[like.first]].append(like)
    for author, alike in found.items():
        others = [authorship.authors[like.second] for like in alike]
        name = "" if author.person else f"- name: {quote(author.name)}\n"
        names = ", ".join(quote(other.name) for other in others)
        where = f"the entry in {author.person.place}" if author.person else "authors.yml"
        yield Advice(
            subject=Subject.AUTHORS_ALIKE,
            place=_place(curated, others[0]),
            message=" ".join(_describe(like, authorship) for like in alike),
            suggestion=f"If they are one person, add to {where} the lines below; two people may "
            "be as much alike, so look at their papers first.",
            items=tuple((other.name, _place(curated, other)) for other in others),
            entry=f"{name}  names: [{names}]",
        )


def _describe(like: LikeNames, authorship: Authorship) -> str:
    first, second = (authorship.authors[id_] for id_ in (like.first, like.second))
    names = [authorship.authors[id_].name for id_ in like.shared]
    more = len(names) - _COMPANY
    company = ", ".join(names[:_COMPANY]) + (f" and {more:,} more" if more > 0 else "")
    both = f"; both wrote with {company}" if names else ""
    return f"“{second.name}” may be {first.name}: {like.likeness}{both}."


def _place(curated: CuratedCorpus, author: Author) -> Place:
    """Give where a paper of theirs was received first."""
    return curated.corpus.papers[author.papers[0]].appearances[0].place
