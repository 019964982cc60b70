"""By-lines: the authors of a paper, named in full or in brief, with links to their pages."""

from collections.abc import Iterator, Sequence

from generator.corpus.authorship import Authorship
from generator.corpus.model import Authors, Paper
from generator.pages.permalinks import author_url
from generator.pages.views import Span
from generator.pages.words import figure

AND_THEN = ", "
"""What stands between two names."""
_NAMES_IN_FULL = 3
_MOST_AT_ONCE, _FIRST_OF_MANY = 30, 20
_NOT_KNOWN = "Authors not known"
_FIRST = "First author: "


def by_line(authors: Authors) -> str:
    """Name up to three authors, else two and how many others."""
    return "".join(
        span.text for span in _name_some([Span(text=n) for n in authors.spoken], authors)
    )


def all_names(authors: Authors) -> str:
    """Name every author."""
    return "".join(span.text for span in _name_all([Span(text=n) for n in authors.spoken], authors))


def link_some(authorship: Authorship, paper: Paper) -> tuple[Span, ...]:
    """Give the words of `by_line`, with links."""
    return tuple(_name_some(_link(authorship, paper), paper.authors))


def link_all(authorship: Authorship, paper: Paper) -> tuple[tuple[Span, ...], tuple[Span, ...]]:
    """Give the words of `all_names`, with links; of a crowd the first names, then the others."""
    names = _link(authorship, paper)
    if paper.authors.complete and len(names) > _MOST_AT_ONCE:
        return tuple(_part(names[:_FIRST_OF_MANY])), tuple(_part(names[_FIRST_OF_MANY:]))
    return tuple(_name_all(names, paper.authors)), ()


def _link(authorship: Authorship, paper: Paper) -> list[Span]:
    return [
        Span(text=name, url=author_url(author) if authorship.has_page(author) else "")
        for name, author in zip(paper.authors.spoken, authorship.of[paper.id], strict=True)
    ]


def _name_some(names: Sequence[Span], authors: Authors) -> Iterator[Span]:
    if not authors.complete or len(names) <= 1:
        yield from _name_first(names, authors)
    elif len(names) <= _NAMES_IN_FULL:
        yield from _part(names[:-1])
        yield Span(text=" and ")
        yield names[-1]
    else:
        yield from _part(names[:2])
        yield Span(text=f" and {figure(len(names) - 2)} others")


def _name_all(names: Sequence[Span], authors: Authors) -> Iterator[Span]:
    yield from _part(names) if authors.complete else _name_first(names, authors)


def _name_first(names: Sequence[Span], authors: Authors) -> Iterator[Span]:
    if not names:
        yield Span(text=_NOT_KNOWN)
        return
    if not authors.complete:
        yield Span(text=_FIRST)
    yield names[0]


def _part(names: Sequence[Span]) -> Iterator[Span]:
    for number, name in enumerate(names):
        if number:
            yield Span(text=AND_THEN)
        yield name
