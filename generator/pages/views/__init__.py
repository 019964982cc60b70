"""The flat, sorted, formatted values that templates see, and nothing of the domain's types.

Addresses (`url`) are from the site's root, without a leading slash (`papers/some-slug/`); the
template's `href` filter makes them relative to the page. Texts are clean text, not yet escaped.

Anchors of papers are slugs (`[a-z0-9-]`), so every other id of a page holds an underscore or a
capital letter, and no title can take it: `digest_1`, `bs_keys`.
"""

from generator.pages.views.api import ApiPage, FileGroup, FileRow
from generator.pages.views.authors import AuthorPage, AuthorRow, AuthorsPage, LetterPage
from generator.pages.views.charts import (
    Columns,
    DataRow,
    DataTable,
    Drawing,
    Panel,
    ShareRow,
    Stroke,
)
from generator.pages.views.citations import CitationView
from generator.pages.views.data import (
    DataPage,
    FindingView,
    LedgerMonth,
    LedgerRow,
    Meter,
    RejectedView,
)
from generator.pages.views.feeds import FeedLink, FeedSection, SubscribePage
from generator.pages.views.labels import (
    CollectionPage,
    CollectionRow,
    CollectionsPage,
    ListingPage,
    ReadingListPage,
    TagsPage,
    TopicFamily,
    TopicRow,
    TopicsPage,
)
from generator.pages.views.lists import (
    AgainView,
    CardSection,
    CardView,
)
from generator.pages.views.mail import (
    MailPaper,
    MailSection,
    MailView,
)
from generator.pages.views.marks import (
    DateView,
    Door,
    LinkView,
    MathElement,
    OtherReading,
    Span,
    TagMark,
    TopicMark,
)
from generator.pages.views.paper import (
    ChoicePage,
    NeighbourView,
    PaperPage,
    ParticularsView,
    RelatedView,
    TimelineItem,
    WhyItem,
)
from generator.pages.views.search import (
    FacetGroup,
    FacetValue,
    SearchHint,
    SearchPage,
)
from generator.pages.views.time import (
    ArchivePage,
    DayCell,
    DigestPage,
    Family,
    HomePage,
    MonthCalendar,
    MonthPage,
    YearSection,
)
from generator.pages.views.trends import (
    Changes,
    Panels,
    Recurring,
    Shares,
    TrendsPage,
)

PageView = (
    HomePage
    | DigestPage
    | ArchivePage
    | MonthPage
    | TopicsPage
    | ListingPage
    | TagsPage
    | CollectionsPage
    | CollectionPage
    | PaperPage
    | ReadingListPage
    | ChoicePage
    | DataPage
    | SearchPage
    | SubscribePage
    | TrendsPage
    | ApiPage
    | AuthorPage
    | AuthorsPage
    | LetterPage
)

__all__ = [
    "AgainView",
    "ApiPage",
    "ArchivePage",
    "AuthorPage",
    "AuthorRow",
    "AuthorsPage",
    "CardSection",
    "CardView",
    "Changes",
    "ChoicePage",
    "CitationView",
    "CollectionPage",
    "CollectionRow",
    "CollectionsPage",
    "Columns",
    "DataPage",
    "DataRow",
    "DataTable",
    "DateView",
    "DayCell",
    "DigestPage",
    "Door",
    "Drawing",
    "FacetGroup",
    "FacetValue",
    "Family",
    "FeedLink",
    "FeedSection",
    "FileGroup",
    "FileRow",
    "FindingView",
    "HomePage",
    "LedgerMonth",
    "LedgerRow",
    "LetterPage",
    "LinkView",
    "ListingPage",
    "MailPaper",
    "MailSection",
    "MailView",
    "MathElement",
    "Meter",
    "MonthCalendar",
    "MonthPage",
    "NeighbourView",
    "OtherReading",
    "PageView",
    "Panel",
    "Panels",
    "PaperPage",
    "ParticularsView",
    "ReadingListPage",
    "Recurring",
    "RejectedView",
    "RelatedView",
    "SearchHint",
    "SearchPage",
    "ShareRow",
    "Shares",
    "Span",
    "Stroke",
    "SubscribePage",
    "TagMark",
    "TagsPage",
    "TimelineItem",
    "TopicFamily",
    "TopicMark",
    "TopicRow",
    "TopicsPage",
    "TrendsPage",
    "WhyItem",
    "YearSection",
]
