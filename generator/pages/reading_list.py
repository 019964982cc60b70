"""The reader's own list: one page for everyone, which the reader's browser fills in."""

from generator.pages.permalinks import READING_LIST, page_path
from generator.pages.plan import PlannedPage
from generator.pages.views import ReadingListPage

_TITLE = "Your reading list"
_LEAD = (
    "Papers that you have saved, with your own notes. They are kept in this browser, and nothing "
    "of them is sent anywhere."
)


def plan_reading_list() -> PlannedPage:
    return PlannedPage(
        path=page_path(READING_LIST),
        template="reading_list.md.j2",
        title=_TITLE,
        description=_LEAD,
        view=ReadingListPage(heading=_TITLE, lead=_LEAD),
    )
