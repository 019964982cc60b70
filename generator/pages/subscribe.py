"""The page that explains feeds to those who never followed one, and where pages lead to them."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from generator.pages.feeds.model import Feeds
from generator.pages.permalinks import FEED_LIST, PICKS, SUBSCRIBE, page_path
from generator.pages.plan import PlannedPage
from generator.pages.views import FeedLink, FeedSection, SubscribePage

_TITLE = "Subscribe"
_LEAD = (
    "New papers come to you, in a program of your choice: without an account, without an address "
    "to give away, and nobody counts you."
)
_NO_FEEDS = (
    "New papers could come to you, but this site does not know its own address yet, and feeds need "
    "it. Its maintainer sets site_url in mkdocs.yml."
)


def plan_subscribe(feeds: Feeds | None) -> PlannedPage:
    """Plan the page, which stands where there are no feeds, too, and says why."""
    lead = _LEAD if feeds else _NO_FEEDS
    groups = {group.name: group.feeds for group in feeds.groups} if feeds else {}
    first = {feed.page: feed for feed in groups.pop("Everything", ())}
    return PlannedPage(
        path=page_path(SUBSCRIBE),
        template="subscribe.md.j2",
        title=_TITLE,
        description=lead,
        section="subscribe",
        section_root=True,
        view=SubscribePage(
            heading=_TITLE,
            lead=lead,
            everything=first.get(""),
            picks=first.get(PICKS),
            sections=tuple(
                FeedSection(id=f"feeds_{number}", name=name, feeds=group)
                for number, (name, group) in enumerate(groups.items(), start=1)
            ),
            list_url=FEED_LIST if feeds else "",
        ),
    )


def announce(feeds: Feeds | None, pages: Iterable[PlannedPage]) -> Iterator[PlannedPage]:
    """Give every page that has a feed of its own the link to it."""
    documents = feeds.documents if feeds else ()
    followed: dict[str, FeedLink] = {page_path(d.feed.page): d.feed for d in documents}
    for page in pages:
        feed = followed.get(page.path)
        yield replace(page, feed=feed) if feed else page
