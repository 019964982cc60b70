"""Invented charts, with every part that one may have and hostile words wherever words can be."""

from generator.pages.views import (
    Changes,
    Columns,
    DataRow,
    DataTable,
    Drawing,
    Panel,
    Panels,
    Recurring,
    ShareRow,
    Shares,
    Stroke,
    TagMark,
    TopicMark,
    TrendsPage,
)


def trends_page(topic: TopicMark, tag: TagMark, hostile: str) -> TrendsPage:
    """Make a page on a topic and a tag that rose; `hostile` stands for every text."""
    return TrendsPage(
        heading=hostile,
        lead=hostile,
        panels=Panels(
            caption=hostile,
            items=tuple(
                Panel(
                    mark=mark,
                    value="19%",
                    note=hostile,
                    drawing=drawing("line", said=hostile),
                    first="May 2031",
                    last="Jul 2031",
                )
                for mark in (topic, tag)
            ),
            table=table(topic, hostile, cells=12),
        ),
        changes=Changes(
            note=hostile, rising=table(topic, hostile, cells=3), fading=None, empty=hostile
        ),
        topics=shares(topic, hostile),
        papers=columns(hostile),
        tags=(tag,),
        tags_note=hostile,
        recurring=Recurring(note=hostile, table=table(topic, hostile, cells=3)),
        method=(hostile, hostile),
    )


def shares(topic: TopicMark, hostile: str) -> Shares:
    row = ShareRow(mark=topic, drawing=drawing("bar"), value="18.5%", change="+11.6")
    return Shares(
        note=hostile, caption=hostile, rows=(row, row), table=table(topic, hostile, cells=4)
    )


def columns(hostile: str) -> Columns:
    return Columns(
        drawing=drawing("bar", said=hostile),
        caption=hostile,
        first="May 2031",
        last="Jul 2031",
        table=DataTable(
            caption=hostile,
            heads=("Month", "Papers"),
            rows=(DataRow(name="May 2031", url="2031/05/", cells=("3",)),),
        ),
    )


def drawing(kind: str, *, said: str = "") -> Drawing:
    strokes = (Stroke(kind="base", path="M0 100H20"), Stroke(kind=kind, path="M0 9L20 80"))
    return Drawing(width=20, height=100, strokes=strokes, said=said)


def table(topic: TopicMark, hostile: str, *, cells: int) -> DataTable:
    values = ("1",) * cells
    return DataTable(
        caption=hostile,
        heads=(hostile,) * (cells + 1),
        rows=(
            DataRow(name=topic.name, url=topic.url, hue=topic.hue, form=topic.form, cells=values),
            DataRow(name=hostile, url="papers/evil/", cells=values),
            DataRow(name=hostile, cells=("",) * cells),
        ),
        total=DataRow(name="All papers", cells=values),
    )
