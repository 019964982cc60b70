"""Every address of the site: from its root, without a leading slash, as `papers/some-slug/`.

An address is a pure function of what it names; none depends on what else the site holds. What is
published here is linked to from elsewhere, so no form below may ever change.
"""

from datetime import date

from generator.identifiers import AuthorId, Slug, TagId, TopicId
from generator.pages.dates import Month

HOME = ""
ARCHIVE = "archive/"
PAPERS = "papers/"
UNDATED = "undated/"
TOPICS = "topics/"
NO_TOPIC = "topics/none/"
TAGS = "tags/"
AUTHORS = "authors/"
TRENDS = "trends/"
PICKS = "picks/"
COLLECTIONS = "collections/"
READING_LIST = "reading-list/"
SEARCH = "search/"
DATA = "about/data/"
SUBSCRIBE = "subscribe/"
HOW_TO_FOLLOW = "bs_how"
"""The part of that page which explains feeds."""
FEED_LIST = "feeds.opml"
API = "api/v1/"
ABOUT_API = "api/"


def page_path(url: str) -> str:
    """Give the Markdown file under `build/docs` that becomes the page at `url`."""
    return f"{url}index.md"


def redirect_path(url: str) -> str:
    """Give the file under `build/docs` that answers at `url` and leads elsewhere."""
    return f"{url}index.html"


def paper_url(slug: Slug) -> str:
    return f"{PAPERS}{slug}/"


def year_url(year: int) -> str:
    return f"{year:04}/"


def month_url(month: Month) -> str:
    return f"{month.year:04}/{month.number:02}/"


def day_url(day: date) -> str:
    return f"{day.year:04}/{day.month:02}/{day.day:02}/"


def undated_url(name: str) -> str:
    return f"{UNDATED}{name}/"


def topic_url(topic: TopicId) -> str:
    return f"{TOPICS}{topic}/"


def tag_url(tag: TagId) -> str:
    return f"{TAGS}{tag}/"


def author_url(author: AuthorId) -> str:
    return f"{AUTHORS}{author}/"


def letter_url(letter: str, *, once: bool = False) -> str:
    """Give the address of the authors under a letter; those of one paper have their own.

    It lies below an address that an author called Letters would have, and never is one.
    """
    return f"{AUTHORS}letters/{letter.lower()}/{'once/' if once else ''}"


def collection_url(collection_id: str) -> str:
    return f"{COLLECTIONS}{collection_id}/"


def listing_month_url(listing_url: str, month: Month | None) -> str:
    """Give the address of a listing's month; None stands for papers without a date."""
    return f"{listing_url}{month.iso if month else 'undated'}/"


def section_id(nth: int) -> str:
    """Give the id of a page's nth digest, from 1. Its underscore keeps it apart from slugs."""
    return f"digest_{nth}"
