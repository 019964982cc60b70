"""What papers can be narrowed by, as it is written."""

import json

from generator.engine.search.table import render_table, sort_newest_first
from tests.engine.search.records import make_record

OLD = make_record("old", date="2023-01-31", labels=(("topic", ("a", "b")), ("code", ())))
NEW = make_record("new", date="2024-02-01", labels=(("topic", ("b",)), ("code", ("1",))))
UNDATED = make_record("undated", labels=(("topic", ()), ("code", ())))
TWIN = make_record("a-twin", date="2024-02-01", labels=(("topic", ("c",)), ("code", ())))


def test_papers_stand_newest_first_and_those_without_a_date_last() -> None:
    assert sort_newest_first([UNDATED, OLD, NEW, TWIN]) == [TWIN, NEW, OLD, UNDATED]


def test_a_table_has_a_line_for_each_quality() -> None:
    papers = [TWIN, NEW, OLD, UNDATED]
    ids = {paper.url: f"id{number}" for number, paper in enumerate(papers)}
    assert json.loads(render_table(papers, ids)) == {
        "version": 1,
        "ids": "id0 id1 id2 id3",
        "dates": "2024-02-01 2024-02-01 2023-01-31 -",
        "labels": {
            "code": {"values": ["1"], "papers": ";0;;"},
            "topic": {"values": ["a", "b", "c"], "papers": "2;1;0,1;"},
        },
    }
