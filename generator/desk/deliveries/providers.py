"""Who publishes digests, how they are asked, and how politely.

A new provider is an entry of `PROVIDERS`, if a reader knows the form of its answers.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from urllib.parse import urlencode

from generator.desk.deliveries.pages import AtomFeeds, Form, JsonLists


@dataclass(frozen=True, slots=True, kw_only=True)
class Provider:
    """Where a provider's days are, and what it asks of those who ask.

    `address` gives the path and query of a page, from 0, of a day.
    """

    name: str
    title: str
    base: str
    format: str
    """The name of the reader of its answers."""
    ending: str
    accept: str
    form: Form
    pace: float
    """Seconds from one question to the next."""
    recent: int
    """How many days before today its lists still change."""
    late: int
    """How many days after a day its list may still be far from full."""
    earliest: date
    full: int
    """Records of a page from which on another one may follow."""
    takes_query: bool
    lists_by_publication: bool
    """Whether its day is the one on which its papers were published."""
    address: Callable[[date, int, str], str]


def _address_hugging_face(day: date, page: int, _query: str) -> str:
    # Without a word a page is of 50, and some days have more.
    asked: dict[str, object] = {"date": day.isoformat(), "limit": 100}
    if page:
        asked["p"] = page
    return f"/api/daily_papers?{urlencode(asked)}"


HUGGING_FACE = Provider(
    name="hf",
    title="Hugging Face",
    base="https://huggingface.co",
    format="hugging-face-api",
    ending="json",
    accept="application/json, */*;q=0.1",
    form=JsonLists(),
    # 500 questions in 5 minutes are allowed (https://huggingface.co/docs/hub/rate-limits).
    pace=1.0,
    recent=2,
    late=0,
    earliest=date(2023, 5, 4),
    # A page may hold fewer than 100 although another follows: hidden papers count.
    full=80,
    takes_query=False,
    lists_by_publication=False,
    address=_address_hugging_face,
)


_ARXIV_PAGE = 1000


def _address_arxiv(day: date, page: int, query: str) -> str:
    asked = {
        "search_query": f"({query}) AND submittedDate:[{day:%Y%m%d}0000 TO {day:%Y%m%d}2359]",
        "start": page * _ARXIV_PAGE,
        "max_results": _ARXIV_PAGE,
        "sortBy": "submittedDate",
        "sortOrder": "ascending",
    }
    return f"/api/query?{urlencode(asked)}"


ARXIV = Provider(
    name="arxiv",
    title="arXiv",
    base="https://export.arxiv.org",
    format="feed",
    ending="xml",
    accept="application/atom+xml, application/xml;q=0.9, */*;q=0.1",
    form=AtomFeeds(),
    # One question every three seconds (https://info.arxiv.org/help/api/tou.html).
    pace=3.0,
    # What was submitted on a Friday is announced on Monday; holidays come on top.
    recent=5,
    late=4,
    earliest=date(1991, 8, 14),
    full=_ARXIV_PAGE,
    takes_query=True,
    lists_by_publication=True,
    address=_address_arxiv,
)

PROVIDERS = {provider.name: provider for provider in (HUGGING_FACE, ARXIV)}
