"""An author's page: their papers, newest first, what these are about, and with whom."""

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date

from generator.corpus.authorship import Author
from generator.corpus.model import Paper
from generator.identifiers import AuthorId
from generator.pages.authors.bylines import link_some
from generator.pages.cards import Cards
from generator.pages.catalogue import newest_date
from generator.pages.dates import date_view
from generator.pages.permalinks import AUTHORS, author_url, page_path, paper_url, redirect_path
from generator.pages.plan import PlannedPage, PlannedRedirect
from generator.pages.tallies import tally_topics
from generator.pages.views import AuthorPage, AuthorRow, ChoicePage, LinkView, TagMark
from generator.pages.words import counted, joined

_TOGETHER = 8  # co-authors that are named
_OFTEN = 2  # papers together
_TOPICS = 6
_SPELLINGS = 6


def plan_author_pages(cards: Cards) -> Iterator[PlannedPage]:
    """Plan a page for each author who has one, and for each address that several share."""
    catalogue = cards.catalogue
    authorship = catalogue.authorship
    for author in authorship.authors.values():
        if authorship.has_page(author.id):
            yield _plan_author(cards, author)
    for name, others in authorship.former.items():
        if len(others) > 1:
            yield _plan_choice(cards, name, others)


def plan_author_redirects(cards: Cards) -> Iterator[PlannedRedirect]:
    """Lead from the addresses of an author's other names to their page."""
    authorship = cards.catalogue.authorship
    for name, others in authorship.former.items():
        if len(others) == 1:
            yield PlannedRedirect(
                path=redirect_path(author_url(name)),
                target=author_url(others[0]),
                title=authorship.authors[others[0]].name,
            )


def _plan_author(cards: Cards, author: Author) -> PlannedPage:
    papers = sorted(cards.catalogue.papers_of(author.id), key=_day_of, reverse=True)
    lead = _write_lead(author, papers)
    return PlannedPage(
        path=page_path(author_url(author.id)),
        template="author.md.j2",
        title=author.name,
        description=f"{author.name}: {lead}",
        updated=newest_date(papers),
        view=AuthorPage(
            eyebrow=LinkView(label="Authors", url=AUTHORS),
            heading=author.name,
            lead=lead,
            affiliation=author.person.affiliation if author.person else "",
            links=tuple(_list_links(author)),
            note=author.person.note if author.person else "",
            topics=tuple(tally_topics(cards.catalogue, papers)[:_TOPICS]),
            together=tuple(_list_company(cards, author.id, papers)),
            rows=tuple(_make_row(cards, paper) for paper in papers),
            namesakes=tuple(
                _link_author(cards, other)
                for other in cards.catalogue.authorship.namesakes.get(author.id, ())
            ),
        ),
    )


def _list_links(author: Author) -> Iterator[LinkView]:
    person = author.person
    if person and person.homepage:
        yield LinkView(label="Homepage", url=person.homepage)
    if person and person.orcid:
        yield LinkView(label=f"ORCID {person.orcid}", url=f"https://orcid.org/{person.orcid}")


def _day_of(paper: Paper) -> date:
    return paper.published or paper.first_featured or date.min


def _write_lead(author: Author, papers: Sequence[Paper]) -> str:
    if not papers:
        return "No paper of this name is shown here."
    also = [name for name in author.names if name != author.name][:_SPELLINGS]
    written = f" Also written {joined(also)}." if also else ""
    return f"{counted(len(papers), 'paper')} here.{written}"


def _list_company(cards: Cards, author: AuthorId, papers: Sequence[Paper]) -> Iterator[TagMark]:
    authorship = cards.catalogue.authorship
    met = Counter(
        other
        for paper in papers
        for other in set(authorship.of[paper.id]) - {author}
        if authorship.has_page(other)
    )
    for other in sorted(met, key=lambda other: (-met[other], other))[:_TOGETHER]:
        if met[other] >= _OFTEN:
            name = authorship.authors[other].name
            yield TagMark(name=name, url=author_url(other), count=met[other])


def _make_row(cards: Cards, paper: Paper) -> AuthorRow:
    day = paper.published or paper.first_featured
    return AuthorRow(
        title_spans=cards.title_spans(cards.catalogue.said(paper).title),
        url=paper_url(paper.id),
        author_spans=link_some(cards.catalogue.authorship, paper),
        date=date_view(day) if day else None,
        topics=cards.topics_of(paper),
    )


def _link_author(cards: Cards, author: AuthorId) -> LinkView:
    found = cards.catalogue.authorship.authors[author]
    papers = counted(len(cards.catalogue.papers_of(author)), "paper")
    affiliation = found.person.affiliation if found.person else ""
    return LinkView(
        label=found.name,
        url=author_url(author),
        note=", ".join(filter(None, (affiliation, papers))),
    )


def _plan_choice(cards: Cards, name: AuthorId, others: Sequence[AuthorId]) -> PlannedPage:
    lead = "Several authors bear this name. A curator has told them apart."
    return PlannedPage(
        path=page_path(author_url(name)),
        template="choice.md.j2",
        title="Which author?",
        description=lead,
        view=ChoicePage(
            heading="Which author?",
            lead=lead,
            choices=tuple(_link_author(cards, other) for other in others),
        ),
    )
