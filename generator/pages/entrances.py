"""What answers at addresses that hold others: `papers/`, and `undated/` where there are any."""

from collections.abc import Iterator

from generator.pages.catalogue import Catalogue
from generator.pages.days import papers_of_page
from generator.pages.permalinks import (
    ABOUT_API,
    ARCHIVE,
    AUTHORS,
    PAPERS,
    SEARCH,
    TAGS,
    TOPICS,
    UNDATED,
    page_path,
)
from generator.pages.plan import PlannedPage
from generator.pages.views import ChoicePage, LinkView
from generator.pages.words import counted


def plan_entrances(catalogue: Catalogue) -> Iterator[PlannedPage]:
    papers = counted(len(catalogue.papers), "paper")
    yield PlannedPage(
        path=page_path(PAPERS),
        template="choice.md.j2",
        title="Papers",
        description=f"{papers}, and the ways to them.",
        updated=catalogue.newest,
        view=ChoicePage(
            heading="Papers",
            lead=f"{papers}, each with a page of its own. These lead to them.",
            choices=(
                LinkView(label="Archive", url=ARCHIVE, note="All digests by day"),
                LinkView(label="Topics", url=TOPICS, note="Sections, each with its months"),
                LinkView(label="Tags", url=TAGS, note="Labels, A to Z"),
                LinkView(label="Authors", url=AUTHORS, note="Who wrote them, by letter"),
                LinkView(label="Search", url=SEARCH, note="Words of titles, abstracts, authors"),
                LinkView(label="Data for programs", url=ABOUT_API, note="All of them in one file"),
            ),
        ),
    )
    if catalogue.undated:
        lead = f"{counted(len(catalogue.undated), 'digest')} of which no day is known."
        yield PlannedPage(
            path=page_path(UNDATED),
            template="choice.md.j2",
            title="Undated digests",
            description=lead,
            section="archive",
            view=ChoicePage(
                heading="Undated",
                lead=lead,
                choices=tuple(
                    LinkView(
                        label=shelf.name,
                        url=shelf.url,
                        note=counted(len(papers_of_page([shelf])), "paper"),
                    )
                    for shelf in catalogue.undated
                ),
            ),
        )
