"""An invented plan with every kind of page, for tests of how it is written and looks."""

from dataclasses import fields, is_dataclass, replace
from datetime import date
from typing import Any

from generator.pages.plan import Plan, PlannedFile, PlannedPage, PlannedRedirect
from generator.pages.subscribe import announce
from generator.pages.views import (
    AgainView,
    ApiPage,
    ArchivePage,
    CardSection,
    CardView,
    ChoicePage,
    CollectionPage,
    CollectionRow,
    CollectionsPage,
    DataPage,
    DateView,
    DayCell,
    DigestPage,
    Door,
    FacetGroup,
    FacetValue,
    Family,
    FileGroup,
    FileRow,
    FindingView,
    HomePage,
    LedgerRow,
    LinkView,
    ListingPage,
    MathElement,
    Meter,
    MonthCalendar,
    MonthPage,
    NeighbourView,
    OtherReading,
    PageView,
    PaperPage,
    ParticularsView,
    ReadingListPage,
    RejectedView,
    RelatedView,
    SearchPage,
    Span,
    TagMark,
    TagsPage,
    TimelineItem,
    TopicFamily,
    TopicMark,
    TopicRow,
    TopicsPage,
    WhyItem,
    YearSection,
)
from tests.output.authors import author_page, authors_page, letter_page
from tests.output.charts import columns, trends_page
from tests.output.feeds.world import invented_feeds, subscribe_page

DAY = DateView(iso="2031-05-06", text="6 May 2031", short="6 May 2031")
WEAVING = TopicMark(name="Weaving", url="topics/weaving/", hue=7, form=1)
KNOTS = TopicMark(name="Knots & loops", url="topics/knots/", hue=2, form=3)
FELT = TagMark(name="Felt", url="tags/felt/")
C_PLUS = TagMark(name="C++ <looms>", url="tags/c-plus/")
HOSTILE = (
    "{{ 7*7 }} {% raw %} <script>alert(1)</script> <b>b</b> </p></li></ol> **x** __y__ `z` "
    '[l](javascript:alert(1)) ![i](x) # h --8<-- "x" ++k++ ==m== ~~s~~ {: #evil .x } :smile: '
    "$x$ \\(y\\) {++c++} &lt;i&gt; &amp; &#60; \" ' <!-- c --> <?p?> [^1] *[HTML]: x | a | b"
)

HOSTILE_NOTE = (
    "{{ 7*7 }} {% raw %} <script>alert(1)</script> </p></li></ol> [l](javascript:alert(1)) # h "
    '--8<-- "x" ++k++ ==m== ~~s~~ {: #evil .x } :smile: $x$ {++c++} <!-- c --> <?p?> [^1] | a | b'
)
"""Hostile, and without anything that a curator's note may have, so that all of it is text."""

HARMLESS = "Harmless words"


def spans(text: str) -> tuple[Span, ...]:
    return (Span(text=text),)


def formula(line: str, word: str, source: str) -> Span:
    """Make a formula of two elements, between which a line may end."""
    letter = MathElement(tag="mi", text="x")
    root = MathElement(tag="mtext", text=word)
    equals = MathElement(tag="mo", attributes=(("form", "infix"),), text="=")
    rows = ((letter, equals), (MathElement(tag="msqrt", children=(root,)),))
    math = tuple(MathElement(tag="math", children=row) for row in rows)
    return Span(text=line, math=math, source=source)


def card(slug: str, title: str, words: str, **changes: object) -> CardView:
    """Make a card with everything that a card may have, changed as asked."""
    whole = CardView(
        anchor=slug,
        url=f"papers/{slug}/",
        title=title,
        title_spans=spans(title),
        topics=(WEAVING, KNOTS),
        tags=(FELT, C_PLUS, replace(FELT, name="Silk"), replace(FELT, name="Wool")),
        authors="Ada Loom, Ben Weft and 4 others",
        published=DAY,
        venue="Textiles 2031",
        digests="in 2 digests",
        elsewhere=(LinkView(label="7 May 2031, number 3", url=f"2031/05/07/#{slug}"),),
        note="Read it beside the loom.",
        pick=True,
        abstract=spans(words),
        long=True,
        others=(OtherReading(source="Second digest of the day", abstract=spans("Shorter.")),),
        links=(
            LinkView(label="arXiv", url="https://arxiv.org/abs/3105.00001"),
            LinkView(label="Code", url="https://example.org/code?a=1&b=2"),
        ),
        aliases=("loom-older",) if slug == "loom" else (),
    )
    return replace(whole, **changes)  # type: ignore[arg-type]


LONG = "We weave threads into cloth, and measure how strong the cloth is. " * 8
LOOM = card("loom", "A Loom: Weaving at 3.5 Times the Speed (for $100K)", LONG.strip())
PLAIN = card(
    "plain",
    "Plain cloth",
    "",
    topics=(),
    tags=(),
    authors="Authors not known",
    published=None,
    venue="",
    digests="",
    elsewhere=(),
    note="",
    pick=False,
    long=False,
    others=(),
    links=(),
    abstract=(
        Span(text="Cloth. See "),
        Span(text="https://example.org/a_b", url="https://example.org/a_b"),
        Span(text="."),
    ),
)
EVIL_FORMULA = (Span(text="A "), formula(HOSTILE, HOSTILE, HOSTILE), Span(text=" root."))
ROOTS = card(
    "roots",
    "On x = √y, again",
    "",
    title_spans=(Span(text="On "), formula("x = √y", "y", r"x=\sqrt{y}"), Span(text=", again")),
    abstract=EVIL_FORMULA,
)
EVIL = card("evil", HOSTILE, HOSTILE, authors=HOSTILE, venue=HOSTILE, note=HOSTILE_NOTE)
CARDS = (LOOM, PLAIN, EVIL, ROOTS)


def section(id_: str, name: str, *items: CardView | AgainView) -> CardSection:
    return CardSection(id=id_, name=name, note=f"{len(items)} papers", items=items)


def page(path: str, template: str, title: str, view: PageView, section_: str = "") -> PlannedPage:
    return PlannedPage(
        path=path,
        template=f"{template}.md.j2",
        title=title,
        description=f"About {title}",
        section=section_,
        section_root=path.count("/") == 1,
        updated=date(2031, 5, 6),
        view=view,
    )


LIST = LinkView(label=HOSTILE, url="collections/weave/")


def paper_page(paper: CardView) -> PlannedPage:
    view = PaperPage(
        title=paper.title,
        title_spans=paper.title_spans,
        authors=paper.authors,
        abstract=paper.abstract,
        others=paper.others,
        note=paper.note,
        pick=paper.pick,
        topics=paper.topics,
        tags=paper.tags,
        arxiv_id="3105.00001" if paper.links else "",
        arxiv_url="https://arxiv.org/abs/3105.00001" if paper.links else "",
        published=paper.published,
        featured=DAY,
        venue=paper.venue,
        links=paper.links,
        code=LinkView(
            label="example.org/code", url="https://example.org/code", note="as a third party says"
        )
        if paper.links
        else None,
        timeline=(
            TimelineItem(
                date=DAY,
                text="Published on",
                link=LinkView(label="arXiv", url="https://arxiv.org/abs/3105.00001"),
                after="",
                is_digest=False,
            ),
            TimelineItem(
                date=DAY,
                text="",
                link=LinkView(label="Number 1 of 3", url=f"2031/05/06/#{paper.anchor}"),
                after="in the day’s digest",
                is_digest=True,
            ),
        ),
        digest_count=1,
        doi=LinkView(label="10.1000/loom", url="https://doi.org/10.1000/loom"),
        particulars=ParticularsView(
            summary=HOSTILE,
            summary_origin=f"In short, as a program of {HOSTILE} wrote it",
            keywords=(HOSTILE, "cloth"),
            organisation=HOSTILE,
            journal_ref=HOSTILE,
            comment=HOSTILE,
            media=(LinkView(label="Film", url="https://example.org/film.mp4"),),
        ),
        collections=(LIST,),
        why=(WhyItem(name=HOSTILE, because=HOSTILE), WhyItem(name="Felt", because="Said so.")),
        related=(
            RelatedView(
                title_spans=spans(HOSTILE),
                url="papers/evil/",
                authors=HOSTILE,
                published=DAY,
                shared=(HOSTILE, "cloth"),
            ),
            RelatedView(
                title_spans=spans("Plain cloth"),
                url="papers/plain/",
                authors="Authors not known",
                published=None,
                shared=("cloth",),
            ),
        )
        if paper.links
        else (),
        neighbours=(
            NeighbourView(
                place=LinkView(label=HOSTILE, url=f"2031/05/06/#{paper.anchor}"),
                before=LinkView(label=HOSTILE, url="papers/evil/"),
                after=LinkView(label="Plain cloth", url="papers/plain/"),
            ),
            NeighbourView(
                place=LinkView(label="7 May 2031", url=f"2031/05/07/#{paper.anchor}"),
                before=None,
                after=None,
            ),
        )
        if paper.links
        else (),
    )
    return page(f"papers/{paper.anchor}/index.md", "paper", paper.title, view)


def api_page() -> ApiPage:
    row = FileRow(
        name="All papers",
        sentence=HOSTILE,
        shown="api/v1/papers.json",
        url="api/v1/papers.json",
        size="2.1 MB",
    )
    return ApiPage(
        heading="Data for programs",
        lead="3 papers as files.",
        groups=(FileGroup(id="files_1", name="All at once", rows=(row, replace(row, size=""))),),
    )


CALENDAR = MonthCalendar(
    name="May",
    short="May 2031",
    url="2031/05/",
    count=3,
    weeks=(
        (None, None, None, DayCell(day=1), DayCell(day=2), DayCell(day=3), DayCell(day=4)),
        (
            DayCell(day=5),
            DayCell(day=6, url="2031/05/06/", count=3, weight=20, label="6 May, 3 papers"),
            *(DayCell(day=number) for number in range(7, 12)),
        ),
    ),
)
DOORS = (
    Door(link=LinkView(label="Archive", url="archive/"), sentence="1 day, by month."),
    Door(link=LinkView(label="Tags", url="tags/"), sentence="2 labels, A to Z."),
)
LEDGER = LedgerRow(
    link=LinkView(label="6 May 2031", url="2031/05/06/"),
    lines=1192,
    headers=5,
    titles=3,
    abstracts=3,
    facts=1,
    records=1,
    rejected=1,
    papers=3,
    new=3,
)


def _pages() -> tuple[PlannedPage, ...]:
    newest = section("newest_papers", "Newest", *CARDS)
    months = YearSection(name="2031", url="2031/", count=3, months=(CALENDAR,))
    day = DigestPage(
        heading="Tuesday 6 May 2031",
        lead="",
        lead_parts=(
            Span(text="Two digests: "),
            Span(text="the first", url="#digest_1"),
            Span(text=" with 3."),
        ),
        sections_nav=(),
        topics=(replace(WEAVING, count=2), replace(KNOTS, count=1)),
        sections=(
            section("digest_1", "First digest", *CARDS),
            section(
                "digest_2",
                "Second digest",
                AgainView(
                    title=LOOM.title,
                    title_spans=LOOM.title_spans,
                    url="#loom",
                    where="In the first digest, above",
                ),
            ),
        ),
        earlier=LinkView(label="5 May", url="archive/"),
        later=LinkView(label="7 May", url="2031/05/07/"),
    )
    later = replace(day, heading="Wednesday 7 May 2031", earlier=None, later=None)
    home = HomePage(
        eyebrow="Latest digest",
        heading="Tuesday 6 May 2031",
        latest_url="2031/05/06/",
        paper_count=3,
        main_topics=(WEAVING, KNOTS),
        latest=replace(
            section("latest_papers", "The first three", *CARDS),
            more=LinkView(label="All 3 papers of 6 May", url="2031/05/06/"),
        ),
        picks=section("picked_papers", "Picks", replace(LOOM, anchor="", aliases=())),
        families=(Family(name="Making", topics=(replace(WEAVING, count=2),), count=2),) * 2,
        topic_note="2 topics, 3 papers",
        doors=DOORS,
        lead=(Span(text="3 papers, most on "), Span(text="weaving", url="topics/weaving/")),
    )
    archive = ArchivePage(
        heading="Archive",
        lead="1 day with 3 entries.",
        years=(months, replace(months, name="2030", url="2031/")),
        undated=((LinkView(label="Silk & wool", url="undated/silk/"), 3),),
        up=None,
        earlier=None,
        later=None,
    )
    listing = ListingPage(
        eyebrow=LinkView(label="Topics", url="topics/"),
        family="Making",
        heading="Weaving",
        mark=WEAVING,
        lead="How cloth is made.",
        count=3,
        together=(replace(KNOTS, count=1),),
        together_tags=(replace(FELT, count=2), replace(C_PLUS, count=1)),
        months=((LinkView(label="May 2031", url="topics/weaving/2031-05/"), 3),),
        section=newest,
        earlier=None,
        later=None,
        history=columns(HOSTILE),
    )
    reviewed = trends_page(replace(WEAVING, name=HOSTILE), replace(FELT, count=2), HOSTILE)
    month = MonthPage(
        heading="May 2031",
        lead="1 day with 3 papers.",
        changes=reviewed.changes,
        picks=section("picked_papers", "Picks", LOOM),
        picks_table=reviewed.recurring.table,
        recurring=reviewed.recurring,
        topics=reviewed.topics,
        calendar=CALENDAR,
        days=((LinkView(label="6 May", url="2031/05/06/"), 3, "Most on weaving."),),
        up=LinkView(label="2031", url="2031/"),
        earlier=None,
        later=None,
    )
    data = DataPage(
        lead="Every line of every digest is accounted for here.",
        rows=(LEDGER,) * 3,
        total=replace(LEDGER, link=LinkView(label="All", url="")),
        known=(Meter(name="arXiv number", count=2, total=3, percent="66.7"),),
        findings=(
            FindingView(
                severity="warning",
                code="odd-items",
                message=HOSTILE,
                hint="See whether a line is missing.",
                place="content/digests/2031/2031-05-06.txt:7:1",
            ),
        ),
        findings_note="1 warning",
        rejected=(RejectedView(place="a.txt:1:1", reason="no title before it", text=HOSTILE),),
        hidden=((HOSTILE, "withdrawn"),),
        ledger_note="A paper is two lines",
        same_titles=(LinkView(label=HOSTILE, url="papers/shared/", note="3105.1 and 3105.2"),),
    )
    search = SearchPage(
        lead="By words of title, abstract and authors.",
        paper_count=3,
        doors=DOORS,
        facets=(
            FacetGroup(
                key="topic",
                name="Topic",
                values=(
                    FacetValue(value="weaving", name="Weaving", count=2, hue=7, form=1),
                    FacetValue(value="knots", name="Knots & loops", count=2, hue=2, form=3),
                    FacetValue(value="none", name="No topic yet", count=1),
                ),
            ),
            FacetGroup(
                key="year",
                name="Published",
                values=(
                    FacetValue(value="2031", name="2031", count=2),
                    FacetValue(value="2031-05", name="May", count=2, within="2031"),
                    FacetValue(value="unknown", name="Not known", count=1),
                ),
            ),
            FacetGroup(
                key="tag",
                name="Tag",
                values=(
                    FacetValue(value="felt", name=HOSTILE, count=2),
                    FacetValue(value="c-plus", name="C++ <looms>", count=2),
                ),
            ),
            FacetGroup(
                key="with", name="With", values=(FacetValue(value="code", name="Code", count=1),)
            ),
        ),
    )
    choice = ChoicePage(
        heading="Two papers bear this title",
        lead="Which one?",
        choices=(LinkView(label=HOSTILE, url="papers/loom/", note="arXiv 3105.1"),),
    )
    families = (
        TopicFamily(
            name="Making",
            count=3,
            rows=(
                TopicRow(mark=WEAVING, count=2, description="How cloth is made."),
                TopicRow(mark=KNOTS, count=1, description="How cloth is tied: a 'bow', a _knot_."),
            ),
        ),
    )
    topics = TopicsPage(
        lead="2 topics.",
        families=families,
        none_count=1,
        none_url="topics/none/",
        history=reviewed.topics,
    )
    tags = TagsPage(
        lead="2 labels.",
        top=(replace(FELT, count=2),),
        letters=(("C", (replace(C_PLUS, count=1),)), ("F", (replace(FELT, count=2),)), ("Ł", ())),
    )
    collection = CollectionPage(
        eyebrow=LinkView(label="Reading lists", url="collections/"),
        heading=HOSTILE,
        lead=HOSTILE,
        section=section("listed_papers", "In this order", *CARDS),
    )
    collections = CollectionsPage(
        lead="Lists.", rows=(CollectionRow(link=LIST, count=3, description=HOSTILE),)
    )
    trends = trends_page(
        replace(WEAVING, name=HOSTILE), replace(FELT, name=HOSTILE, count=2), HOSTILE
    )
    none = replace(listing, heading="No topic yet", mark=None, history=None, months=(), together=())
    return (
        page("index.md", "home", "Broadsheet", home, "latest"),
        page("2031/05/06/index.md", "digest", "6 May 2031", day, "archive"),
        page("2031/05/07/index.md", "digest", "7 May 2031", later, "archive"),
        page("undated/silk/index.md", "digest", "Silk & wool", later, "archive"),
        page("2031/05/index.md", "month", "May 2031", month, "archive"),
        page("2031/index.md", "archive", "2031", replace(archive, years=(months,)), "archive"),
        page("archive/index.md", "archive", "Archive", archive, "archive"),
        page("topics/index.md", "topics", "Topics", topics, "topics"),
        page("topics/weaving/index.md", "listing", "Weaving", listing, "topics"),
        page("topics/knots/index.md", "listing", "Knots & loops", listing, "topics"),
        page("topics/none/index.md", "listing", "No topic yet", none, "topics"),
        page("topics/weaving/2031-05/index.md", "listing", "Weaving, May 2031", none, "topics"),
        page("tags/index.md", "tags", "Tags", tags, "tags"),
        page("tags/felt/index.md", "listing", "Felt", none, "tags"),
        page("tags/c-plus/index.md", "listing", "C++ <looms>", none, "tags"),
        page("collections/index.md", "collections", "Reading lists", collections),
        page("collections/weave/index.md", "collection", HOSTILE, collection),
        page("papers/shared/index.md", "choice", HOSTILE, choice),
        page("authors/index.md", "authors", "Authors", authors_page(HOSTILE)),
        page("authors/ada-loom/index.md", "author", HOSTILE, author_page(HOSTILE)),
        page("authors/letters/l/index.md", "letter", "Authors: L", letter_page(HOSTILE)),
        page("about/data/index.md", "data", "Data quality", data, "about"),
        page("search/index.md", "search", "Search", search, "search"),
        page(
            "reading-list/index.md",
            "reading_list",
            "Your reading list",
            ReadingListPage(heading="Your reading list", lead="Kept in this browser."),
        ),
        page("trends/index.md", "trends", "Trends", trends, "trends"),
        page("api/index.md", "api", "Data for programs", api_page()),
        page("subscribe/index.md", "subscribe", "Subscribe", subscribe_page(HOSTILE)),
        *(paper_page(paper) for paper in CARDS),
    )


def with_words(value: Any, words: str) -> Any:
    """Put `words` in the place of hostile text, however deep it lies."""
    if value in (HOSTILE, HOSTILE_NOTE):
        return words
    if isinstance(value, tuple):
        return tuple(with_words(item, words) for item in value)
    if is_dataclass(value):
        changed = {f.name: with_words(getattr(value, f.name), words) for f in fields(value)}
        return replace(value, **changed)
    return value


def invented_plan() -> Plan:
    feeds = invented_feeds(HOSTILE)
    return Plan(
        pages=tuple(announce(feeds, _pages())),
        feeds=feeds,
        files=tuple(
            PlannedFile(path=f"api/v1/{name}.json", content="[]\n")
            for name in ("digests", "papers", "tags", "topics", "trends")
        ),
        redirects=(
            PlannedRedirect(
                path="papers/old-loom/index.html", target="papers/loom/", title=HOSTILE
            ),
        ),
    )
