"""Pages of papers, and what answers at a paper's other addresses."""

from collections.abc import Iterator, Mapping

from generator.corpus.model import Paper
from generator.identifiers import Slug
from generator.pages.authors.bylines import AND_THEN, all_names, by_line, link_all
from generator.pages.cards import Cards
from generator.pages.catalogue import newest_date
from generator.pages.citations.files import show_citations
from generator.pages.citations.heads import describe_article, list_meta
from generator.pages.dates import date_view
from generator.pages.links import arxiv_url, doi_url, list_links, name_repository
from generator.pages.neighbours import find_neighbours
from generator.pages.particulars import say_response, show_particulars
from generator.pages.permalinks import (
    ARCHIVE,
    DATA,
    collection_url,
    page_path,
    paper_url,
    redirect_path,
)
from generator.pages.plan import PageHead, PlannedPage, PlannedRedirect
from generator.pages.reasons import explain_labels
from generator.pages.related import show_related
from generator.pages.views import (
    ChoicePage,
    LinkView,
    NeighbourView,
    PaperPage,
    RelatedView,
    TimelineItem,
)
from generator.pages.words import counted, figure, number_word, ordinal_word, shortened
from generator.relations.model import Relations

_HIDDEN = "A hidden paper"
_NO_ABSTRACT = "No digest gave an abstract of this paper."


def plan_papers(cards: Cards, relations: Relations) -> Iterator[PlannedPage]:
    """Plan a page for each paper, hidden ones too, and for each slug that several share."""
    neighbours = find_neighbours(cards.catalogue)
    for paper in sorted(cards.catalogue.papers, key=lambda paper: paper.id):
        related = tuple(show_related(cards, relations.rows.get(paper.id)))
        yield _plan_paper(cards, paper, neighbours[paper.id], related)
    for paper in sorted(cards.catalogue.hidden, key=lambda paper: paper.id):
        yield _plan_tombstone(cards, paper)
    for slug, ids in sorted(cards.catalogue.curated.corpus.shared_slugs.items()):
        yield _plan_choice(cards, slug, ids)


def plan_redirects(cards: Cards) -> Iterator[PlannedRedirect]:
    """Lead from every further slug of a paper to its page."""
    for paper in sorted(cards.catalogue.curated.corpus.papers.values(), key=lambda p: p.id):
        said = cards.catalogue.said(paper)
        for slug in paper.redirects:
            yield PlannedRedirect(
                path=redirect_path(paper_url(slug)),
                target=paper_url(paper.id),
                title=_HIDDEN if said.hidden else said.title,
            )


def _plan_paper(
    cards: Cards,
    paper: Paper,
    neighbours: tuple[NeighbourView, ...],
    related: tuple[RelatedView, ...],
) -> PlannedPage:
    said = cards.catalogue.said(paper)
    abstract, others = cards.readings(paper, paper.appearances)
    links = list_links(paper, said)
    code = links.get("code")
    author_spans, crowd = link_all(cards.catalogue.authorship, paper)
    return PlannedPage(
        path=page_path(paper_url(paper.id)),
        template="paper.md.j2",
        title=said.title,
        description=shortened(abstract) or _NO_ABSTRACT,
        updated=newest_date([paper]),
        head=_make_head(cards, paper, links),
        view=PaperPage(
            title=said.title,
            title_spans=cards.title_spans(said.title),
            authors=all_names(paper.authors),
            author_spans=author_spans,
            crowd=crowd,
            crowd_count=sum(span.text != AND_THEN for span in crowd),
            abstract=cards.spans(abstract),
            others=others,
            note=said.note,
            pick=said.pick,
            topics=cards.topics_of(paper),
            tags=cards.tags_of(paper),
            arxiv_id=paper.arxiv_id or "",
            arxiv_url=arxiv_url(paper.arxiv_id) if paper.arxiv_id else "",
            published=date_view(paper.published) if paper.published else None,
            featured=date_view(paper.first_featured) if paper.first_featured else None,
            venue=", ".join(paper.venues),
            links=tuple(links.values()),
            doi=LinkView(label=paper.doi, url=doi_url(paper.doi)) if paper.doi else None,
            code=code and _show_code(paper, code),
            timeline=tuple(_draw_timeline(cards, paper)),
            digest_count=len({appearance.digest for appearance in paper.appearances}),
            citations=show_citations(cards.bibliography, paper),
            first_author_only=cards.bibliography.reference(paper).first_author_only,
            collections=tuple(
                LinkView(label=collection.name, url=collection_url(collection.id))
                for collection in cards.catalogue.collections.get(paper.id, ())
            ),
            particulars=show_particulars(paper),
            why=tuple(explain_labels(cards.catalogue, paper)),
            related=related,
            neighbours=neighbours,
            by=_write_by_line(paper),
            former=paper.redirects,
        ),
    )


def _show_code(paper: Paper, code: LinkView) -> LinkView:
    """Name where the code is, whose word that is, and how many had starred it when last told."""
    starred = [a for a in paper.appearances if a.stars]
    notes = [code.note] if code.note else []
    if starred:
        last = starred[-1]
        when = f" on {date_view(last.date).text}" if last.date else ""
        notes.append(f"{counted(last.stars or 0, 'star')}{when}")
    return LinkView(label=name_repository(code.url), url=code.url, note="; ".join(notes))


def _write_by_line(paper: Paper) -> str:
    date = (date_view(paper.published).short,) if paper.published else ()
    return " · ".join((by_line(paper.authors), *date))


def _make_head(cards: Cards, paper: Paper, links: Mapping[str, LinkView]) -> PageHead:
    reference = cards.bibliography.reference(paper)
    names = [mark.name for mark in cards.topics_of(paper)]
    names += [mark.name for mark in cards.tags_of(paper)]
    pdf = links["pdf"].url if "pdf" in links else ""
    return PageHead(
        meta=tuple(list_meta(reference, pdf)),
        data=describe_article(reference, names),
    )


def _draw_timeline(cards: Cards, paper: Paper) -> Iterator[TimelineItem]:
    """Tell a paper's publication, then its appearances, the undated last."""
    if paper.published:
        arxiv = list_links(paper, cards.catalogue.said(paper)).get("arxiv")
        yield TimelineItem(
            date=date_view(paper.published),
            text="Published on" if arxiv else "Published",
            link=arxiv,
            after="",
            is_digest=False,
        )
    for appearance in paper.appearances:
        shelf = cards.catalogue.shelves[appearance.digest]
        if appearance.date is None:
            after = f"in {shelf.phrase}"
        elif shelf.of > 1:
            after = f"in the {ordinal_word(shelf.nth)} digest of the day"
        else:
            after = "in the day’s digest"
        after += say_response(appearance)
        number = f"Number {figure(appearance.position)} of {figure(shelf.received)}"
        yield TimelineItem(
            date=date_view(appearance.date) if appearance.date else None,
            text="",
            link=LinkView(label=number, url=f"{shelf.url}#{paper.id}"),
            after=after,
            is_digest=True,
        )


def _plan_tombstone(cards: Cards, paper: Paper) -> PlannedPage:
    """Say that a paper is hidden and why, so that its address goes on to answer."""
    said = cards.catalogue.said(paper)
    lead = f"The curator has hidden “{said.title}”. The reason: {said.hidden}"
    return PlannedPage(
        path=page_path(paper_url(paper.id)),
        template="choice.md.j2",
        title=_HIDDEN,
        description="This paper was hidden by the curator.",
        updated=newest_date([paper]),
        view=ChoicePage(
            heading="This paper is hidden",
            lead=lead,
            choices=(
                LinkView(label="All hidden papers", url=DATA, note="each with the reason"),
                LinkView(label="Archive", url=ARCHIVE, note="all digests by day"),
            ),
        ),
    )


def _plan_choice(cards: Cards, slug: Slug, ids: tuple[Slug, ...]) -> PlannedPage:
    """Name the papers that share an address. A hidden one is named no more than elsewhere."""
    catalogue = cards.catalogue
    papers = [catalogue.curated.corpus.papers[paper_id] for paper_id in sorted(ids)]
    shown = [paper for paper in papers if not catalogue.said(paper).hidden]
    lead = (
        f"{number_word(len(shown)).capitalize()} papers bear this title, or one that makes the "
        "same address."
        if len(shown) > 1
        else f"Of the {number_word(len(papers))} papers with this address, "
        f"{counted(len(shown), 'is', 'are')} shown."
    )
    return PlannedPage(
        path=page_path(paper_url(slug)),
        template="choice.md.j2",
        title="Which paper?",
        description=lead,
        updated=newest_date(papers),
        view=ChoicePage(
            heading="Which paper?",
            lead=lead,
            choices=tuple(
                LinkView(
                    label=catalogue.said(paper).title,
                    url=paper_url(paper.id),
                    note=tell_apart(cards, paper),
                )
                for paper in shown
            ),
        ),
    )


def tell_apart(cards: Cards, paper: Paper) -> str:
    """Say what tells a paper from another of its title: its arXiv id, authors and first digest."""
    first = cards.catalogue.shelves[paper.appearances[0].digest].label
    arxiv = f"arXiv {paper.arxiv_id}" if paper.arxiv_id else "no arXiv number known"
    return f"{arxiv}; {all_names(paper.authors)}; first in {first}"
