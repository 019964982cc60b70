"""Pages by time: home, days, months, years, the archive."""

from dataclasses import dataclass

from generator.pages.views.charts import DataTable
from generator.pages.views.lists import CardSection
from generator.pages.views.marks import Door, LinkView, Span, TopicMark
from generator.pages.views.trends import Changes, Recurring, Shares


@dataclass(frozen=True, slots=True, kw_only=True)
class Family:
    """A family of topics, in the order of the curation file."""

    name: str
    topics: tuple[TopicMark, ...]
    count: int = 0
    """Papers with at least one of its topics, each once."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HomePage:
    eyebrow: str
    heading: str
    latest_url: str
    paper_count: int
    main_topics: tuple[TopicMark, ...]
    latest: CardSection
    picks: CardSection
    families: tuple[Family, ...]
    topic_note: str
    doors: tuple[Door, ...]
    lead: tuple[Span, ...] = ()
    """"90 papers in the latest digest, most on ...", with links to the topics."""
    news: tuple[tuple[str, int], ...] = ()
    """The newest digests of the site, and how many of these papers each brought, newest first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DigestPage:
    """A day, or an undated digest."""

    heading: str
    lead: str
    sections_nav: tuple[LinkView, ...]
    """Where a day has several digests: label "the first", address `#...`."""
    topics: tuple[TopicMark, ...]
    """At most eight, most frequent first."""
    sections: tuple[CardSection, ...]
    earlier: LinkView | None
    later: LinkView | None
    lead_parts: tuple[Span, ...] = ()
    """The lead in pieces, with links to the day's sections; joined, they are `lead`."""
    exports: tuple[LinkView, ...] = ()
    """Files of its papers for reference managers."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DayCell:
    """A day of a calendar; `url` is empty where it has no digest.

    `weight`, 0 to 100, is for the tint; it depends on `count` alone, so that a day keeps its tint
    when a fuller one comes. `label` says day and count in full.
    """

    day: int
    url: str = ""
    count: int = 0
    weight: int = 0
    label: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class MonthCalendar:
    """`weeks` are rows of seven cells from Monday; None where the month has no day."""

    name: str
    """`March`."""
    short: str
    """`Mar 2025`."""
    url: str
    count: int
    weeks: tuple[tuple[DayCell | None, ...], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class YearSection:
    name: str
    url: str
    count: int
    months: tuple[MonthCalendar, ...]
    folded: bool = False
    """Whether its months are named, without their days: the year's own page has the calendars."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ArchivePage:
    """The archive, a year (`years` holds one) of it."""

    heading: str
    lead: str
    years: tuple[YearSection, ...]
    undated: tuple[tuple[LinkView, int], ...]
    up: LinkView | None
    earlier: LinkView | None
    later: LinkView | None


@dataclass(frozen=True, slots=True, kw_only=True)
class MonthPage:
    """A month in review. `topics` are None where no paper of the month has one."""

    heading: str
    lead: str
    changes: Changes
    picks: CardSection | None
    picks_table: DataTable | None
    recurring: Recurring
    topics: Shares | None
    calendar: MonthCalendar
    days: tuple[tuple[LinkView, int, str], ...]
    """Each day, its number of papers, and a sentence about it."""
    up: LinkView
    earlier: LinkView | None
    later: LinkView | None
    exports: tuple[LinkView, ...] = ()
    """Files of its papers for reference managers."""
