"""Pictures for links elsewhere: one of each day, each topic and the whole site.

Nothing is in a topic's or the site's that changes with each digest: other sites keep what they have
fetched once.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date

from generator.corpus.model import Paper
from generator.curation.model import Topic
from generator.pages.catalogue import Catalogue
from generator.pages.dates import day_text, weekday_text
from generator.pages.days import papers_of_page
from generator.pages.permalinks import day_url, page_path, paper_url, topic_url
from generator.pages.plan import PlannedPage, PlannedPicture
from generator.pages.words import counted

_NAME = "card.png"
_NOTE_OF_SITE = "Papers by day, topic and tag"


def plan_pictures(catalogue: Catalogue, site_name: str) -> Iterator[PlannedPicture]:
    """Plan every picture, that of the site first."""
    hues = tuple(topic.hue for topic in catalogue.curated.topics)
    yield PlannedPicture(path=_NAME, above="", heading=site_name, note=_NOTE_OF_SITE, squares=hues)
    for day in catalogue.days:
        yield _picture_day(catalogue, day, site_name)
    for topic in catalogue.curated.topics:
        yield PlannedPicture(
            path=topic_url(topic.id) + _NAME,
            above=site_name,
            heading=topic.name,
            note=topic.family,
            hue=topic.hue,
            form=topic.form,
        )


def illustrate(
    catalogue: Catalogue, pictures: Iterable[PlannedPicture], pages: Iterable[PlannedPage]
) -> Iterator[PlannedPage]:
    """Give every page its picture: that of its topic or its day, else that of the site."""
    by_path = {picture.path: picture for picture in pictures}
    papers = {page_path(paper_url(paper.id)): paper for paper in catalogue.papers}
    for page in pages:
        paper = papers.get(page.path)
        folder = _folder_of_paper(catalogue, paper) if paper else page.path.rpartition("/")[0]
        yield replace(page, picture=_nearest(by_path, folder))


def _nearest(pictures: dict[str, PlannedPicture], folder: str) -> PlannedPicture:
    """Give the picture of a folder, or of the next above it that has one."""
    while folder:
        if picture := pictures.get(f"{folder}/{_NAME}"):
            return picture
        folder = folder.rpartition("/")[0]
    return pictures[_NAME]


def _folder_of_paper(catalogue: Catalogue, paper: Paper) -> str:
    topics = catalogue.said(paper).topics
    if topics:
        return topic_url(topics[0]).rstrip("/")
    return day_url(paper.first_featured).rstrip("/") if paper.first_featured else ""


def _picture_day(catalogue: Catalogue, day: date, site_name: str) -> PlannedPicture:
    papers = papers_of_page(catalogue.days[day])
    order: dict[str, tuple[int, Topic]] = {
        topic.id: (place, topic) for place, topic in enumerate(catalogue.curated.topics)
    }
    topics = [catalogue.said(paper).topics for paper in papers]
    held = sorted((order[each[0]] for each in topics if each), key=lambda item: item[0])
    hues = [topic.hue for _, topic in held]
    return PlannedPicture(
        path=day_url(day) + _NAME,
        above=site_name,
        heading=day_text(day),
        note=f"{weekday_text(day).split()[0]}, {counted(len(papers), 'paper')}",
        squares=(*hues, *[0] * (len(papers) - len(hues))),
    )
