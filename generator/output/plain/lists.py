"""Lists of papers, days, topics and tags as plain Markdown."""

from collections.abc import Iterable, Iterator

from generator.output.plain.addresses import Addresses
from generator.output.plain.text import plain_note, plain_table, plain_text
from generator.pages.views import (
    AgainView,
    ArchivePage,
    CardSection,
    CardView,
    Changes,
    ChoicePage,
    CollectionPage,
    CollectionsPage,
    DataTable,
    DigestPage,
    HomePage,
    LinkView,
    ListingPage,
    MonthPage,
    TagMark,
    TagsPage,
    TopicMark,
    TopicsPage,
    TrendsPage,
)
from generator.pages.words import counted
from generator.pages.words import plain_text as words_of


def list_digest(page: DigestPage, addresses: Addresses) -> Iterator[str]:
    """Give a day whole, with abstracts: it is what a program that follows a site reads."""
    for section in page.sections:
        yield from _list_section(section, addresses, abstracts=True)


def list_home(page: HomePage, addresses: Addresses) -> Iterator[str]:
    yield from _list_section(page.latest, addresses)
    yield from _list_section(page.picks, addresses)
    for family in page.families:
        yield f"## {plain_text(family.name)}"
        yield _list_marks(family.topics, addresses)


def list_listing(page: ListingPage, addresses: Addresses) -> Iterator[str]:
    yield from _list_section(page.section, addresses)
    if page.months:
        yield "## By month of first appearance"
        yield _list_counted(page.months, addresses)


def list_cards(page: CollectionPage, addresses: Addresses) -> Iterator[str]:
    yield from _list_section(page.section, addresses)


def list_collections(page: CollectionsPage, addresses: Addresses) -> Iterator[str]:
    yield _join(
        f"{addresses.follow(row.link)}, {counted(row.count, 'paper')}: "
        f"{plain_text(row.description)}"
        for row in page.rows
    )


def list_topics(page: TopicsPage, addresses: Addresses) -> Iterator[str]:
    for family in page.families:
        yield f"## {plain_text(family.name)}"
        yield _join(
            f"{addresses.link(row.mark.name, row.mark.url)}, {counted(row.count, 'paper')}: "
            f"{plain_text(row.description)}"
            for row in family.rows
        )


def list_tags(page: TagsPage, addresses: Addresses) -> Iterator[str]:
    yield _list_marks((mark for _, marks in page.letters for mark in marks), addresses)


def list_days(page: ArchivePage, addresses: Addresses) -> Iterator[str]:
    for year in page.years:
        yield f"## {plain_text(year.name)}"
        days = (
            (cell.label, cell.url)
            for month in year.months
            for week in month.weeks
            for cell in week
            if cell and cell.url
        )
        yield _join(addresses.link(label, url) for label, url in days)
    if page.undated:
        yield "## Without a date"
        yield _list_counted(page.undated, addresses)


def list_months(page: MonthPage, addresses: Addresses) -> Iterator[str]:
    yield _join(
        f"{addresses.follow(link)}, {counted(count, 'paper')}: {plain_text(said)}"
        for link, count, said in page.days
    )
    if page.picks:
        yield from _list_section(page.picks, addresses)
    yield from _list_changed(page.changes, addresses)


def list_changes(page: TrendsPage, addresses: Addresses) -> Iterator[str]:
    if page.topics:
        yield "## Topics"
        yield _list_table(page.topics.table, addresses)
    yield from _list_changed(page.changes, addresses)
    for paragraph in page.method:
        yield plain_text(paragraph)


def list_choices(page: ChoicePage, addresses: Addresses) -> Iterator[str]:
    yield _join(f"{addresses.follow(link)}: {plain_text(link.note)}" for link in page.choices)


def _list_changed(changes: Changes, addresses: Addresses) -> Iterator[str]:
    for name, table in (("Rising", changes.rising), ("Fading", changes.fading)):
        if table:
            yield f"## {name}"
            yield _list_table(table, addresses)


def _list_table(table: DataTable, addresses: Addresses) -> str:
    rows = (
        [
            addresses.link(row.name, row.url) if row.url else plain_text(row.name),
            *map(plain_text, row.cells),
        ]
        for row in table.rows
    )
    return plain_table(table.heads, rows)


def _list_section(
    section: CardSection, addresses: Addresses, *, abstracts: bool = False
) -> Iterator[str]:
    yield f"## {plain_text(section.name)}"
    if section.note:
        yield plain_text(section.note)
    for paper in section.items:
        yield from _list_paper(paper, addresses, abstracts=abstracts)
    if not section.items and section.empty:
        yield plain_text(section.empty)
    if section.more:
        yield addresses.follow(section.more)


def _list_paper(
    paper: CardView | AgainView, addresses: Addresses, *, abstracts: bool
) -> Iterator[str]:
    if isinstance(paper, AgainView):
        yield f"### {plain_text(paper.title) or 'Untitled'}"
        yield plain_text(paper.where)
        return
    yield f"### {addresses.link(paper.title, paper.url)}"
    facts = (paper.authors, paper.published.iso if paper.published else "", paper.venue)
    topics = ", ".join(mark.name for mark in paper.topics)
    yield plain_text(". ".join(filter(None, (*facts, topics))))
    if paper.note:
        yield plain_note(paper.note)
    if abstracts and paper.abstract:
        yield plain_text(words_of(paper.abstract))


def _list_marks(marks: Iterable[TopicMark | TagMark], addresses: Addresses) -> str:
    return _join(
        addresses.link(mark.name, mark.url) + (f", {mark.count:,}" if mark.count else "")
        for mark in marks
    )


def _list_counted(links: Iterable[tuple[LinkView, int]], addresses: Addresses) -> str:
    return _join(f"{addresses.follow(link)}, {counted(n, 'paper')}" for link, n in links)


def _join(items: Iterable[str]) -> str:
    return "\n".join(f"- {item}" for item in items)
