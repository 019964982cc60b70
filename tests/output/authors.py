"""Pages of authors for the invented plan, with one text wherever anybody can write."""

from generator.pages.views import (
    AuthorPage,
    AuthorRow,
    AuthorsPage,
    DateView,
    LetterPage,
    LinkView,
    Span,
    TagMark,
    TopicMark,
)

_ABOVE = LinkView(label="Authors", url="authors/")


def author_page(text: str) -> AuthorPage:
    row = AuthorRow(
        title_spans=(Span(text=text),),
        url="papers/loom/",
        author_spans=by_line(text),
        date=DateView(iso="2031-05-06", text="6 May 2031", short="6 May 2031"),
        topics=(TopicMark(name=text, url="topics/weaving/", hue=7, form=1),),
    )
    return AuthorPage(
        eyebrow=_ABOVE,
        heading=text,
        lead=text,
        affiliation=text,
        links=(LinkView(label=text, url="https://example.org/"),),
        note=text,
        topics=row.topics,
        together=(TagMark(name=text, url="authors/ada-loom/", count=2),),
        rows=(row, row),
        namesakes=(LinkView(label=text, url="authors/ada-loom/", note=text),),
    )


def by_line(text: str) -> tuple[Span, ...]:
    return Span(text=text, url="authors/ada-loom/"), Span(text=" and 4 others")


def authors_page(text: str) -> AuthorsPage:
    return AuthorsPage(
        lead="2 names.",
        top=(TagMark(name=text, url="authors/ada-loom/", count=2),),
        letters=(LinkView(label="L", url="authors/letters/l/"), LinkView(label="M", url="")),
    )


def letter_page(text: str) -> LetterPage:
    return LetterPage(
        eyebrow=_ABOVE,
        heading="Authors: L",
        lead="2 names.",
        beside=LinkView(label="2 names with one paper", url="authors/letters/l/"),
        names=(
            TagMark(name=text, url="authors/ada-loom/", count=2),
            TagMark(name=text, url="papers/loom/"),
        ),
    )
