"""What a mail says of the papers of some digests."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from urllib.parse import urljoin

from generator.identifiers import TopicId
from generator.pages.cards import Cards
from generator.pages.catalogue import Catalogue, Entry, Shelf
from generator.pages.dates import Month, days_text, weekday_text
from generator.pages.mail.digests import list_papers
from generator.pages.permalinks import ARCHIVE, day_url, month_url, paper_url, topic_url
from generator.pages.views import LinkView, MailPaper, MailSection, MailView
from generator.pages.words import counted, figure, joined

_PICKS = "Picked by the curator"
_NO_TOPIC = "No topic yet"
_AGAIN = "Seen before"


def plan_mail(
    cards: Cards,
    shelves: Sequence[Shelf],
    *,
    topics: Sequence[TopicId] = (),
    site: LinkView,
    unsubscribe: str,
) -> MailView | None:
    """Plan a mail of dated digests: picks first, then by topic, then what earlier digests had.

    None where they hold no paper of these topics. `site` has the address of the site's root, with
    a slash at its end.
    """
    catalogue = cards.catalogue
    entries = tuple(list_papers(catalogue, shelves, topics))
    days = sorted({shelf.digest.date for shelf in shelves if shelf.digest.date})
    if not entries or not days:
        return None
    names = joined([catalogue.topics[topic].name for topic in topics])
    when = weekday_text(days[0]) if len(days) == 1 else days_text(days[0], days[-1])
    papers = counted(len(entries), "paper")
    title = ", ".join(filter(None, (site.label, names, days_text(days[0], days[-1]))))
    here = {shelf.digest.id for shelf in shelves}
    new = [entry for entry in entries if entry.paper.appearances[0].digest in here]
    again = [entry for entry in entries if entry.paper.appearances[0].digest not in here]
    return MailView(
        site=site,
        heading=f"{names}, {when}" if names else when,
        subject=f"{title}: {papers}",
        lead=_write_lead(len(entries), len(again)),
        url=urljoin(site.url, _find_page(days, topics)),
        sections=tuple(_plan_sections(cards, site.url, new, again)),
        unsubscribe=unsubscribe,
    )


def _write_lead(papers: int, again: int) -> str:
    if not again:
        return f"{counted(papers, 'paper')}, each with its abstract."
    before = "was" if again == 1 else "were"
    return f"{counted(papers, 'paper')}, of which {figure(again)} {before} in an earlier digest."


def _find_page(days: Sequence[date], topics: Sequence[TopicId]) -> str:
    """Give the page with the same papers, or the nearest to it that there is."""
    if len(days) == 1:
        day = days[0]
        page = day_url(day)
        return f"{page}?topic={topics[0]}" if len(topics) == 1 else page
    if len(topics) == 1:
        return topic_url(topics[0])
    months = {Month.of(day) for day in days}
    return month_url(months.pop()) if len(months) == 1 else ARCHIVE


def _plan_sections(
    cards: Cards, site_url: str, new: Iterable[Entry], again: Sequence[Entry]
) -> Iterator[MailSection]:
    catalogue = cards.catalogue
    picks: list[MailPaper] = []
    by_topic: dict[TopicId | None, list[MailPaper]] = {}
    for entry in new:
        said = catalogue.said(entry.paper)
        topic = said.topics[0] if said.topics else None
        held = picks if said.pick else by_topic.setdefault(topic, [])
        held.append(_plan_paper(cards, entry, site_url))
    if picks:
        yield MailSection(name=_PICKS, papers=tuple(picks))
    for topic in catalogue.topics:
        if topic in by_topic:
            mark = catalogue.topic_marks[topic]
            yield MailSection(
                name=mark.name,
                url=urljoin(site_url, mark.url),
                hue=mark.hue,
                form=mark.form,
                papers=tuple(by_topic[topic]),
            )
    if None in by_topic:
        yield MailSection(name=_NO_TOPIC, papers=tuple(by_topic[None]))
    if again:
        papers = (_plan_paper(cards, entry, site_url, again=True) for entry in again)
        yield MailSection(name=_AGAIN, papers=tuple(papers))


def _plan_paper(cards: Cards, entry: Entry, site_url: str, *, again: bool = False) -> MailPaper:
    card = cards.lasting(entry.paper)
    published = card.published.short if card.published else ""
    return MailPaper(
        title=cards.title_of(entry) or "Untitled",
        url=urljoin(site_url, paper_url(entry.paper.id)),
        by=" · ".join(filter(None, (card.authors, published, card.venue))),
        abstract="" if again else entry.appearance.abstract.clean,
        note=card.note,
        links=() if again else card.links,
        again=_say_when_first(cards.catalogue, entry) if again else "",
    )


def _say_when_first(catalogue: Catalogue, entry: Entry) -> str:
    return f"first in {catalogue.shelves[entry.paper.appearances[0].digest].phrase}"
