"""What results can be narrowed by and put in order by, a line for each quality of papers.

Pagefind's own filters and sorts are not used: docs/adr/0011-search.md says why.

Format: `{"version": 1, "ids": "<id> <id>", "dates": "2025-03-14 -", "labels": {"topic": {"values":
["agents", "inference"], "papers": "0,1;;1"}}}`. Papers stand newest first, those without a date
last; the ids are Pagefind's; a label's numbers count its values from
0, `,` between those of a paper and `;` between papers.
"""

import json
from collections.abc import Mapping, Sequence

from generator.pages.plan import SearchRecord

_VERSION = 1
_NO_DATE = "-"


def sort_newest_first(records: Sequence[SearchRecord]) -> list[SearchRecord]:
    """Put papers in the order of the table."""
    by_url = sorted(records, key=lambda record: record.url)
    return sorted(by_url, key=lambda record: record.date, reverse=True)


def render_table(papers: Sequence[SearchRecord], ids: Mapping[str, str]) -> str:
    """Write the table of papers, in their order; `ids` gives each id by address."""
    names = sorted({name for paper in papers for name, _ in paper.labels})
    table = {
        "version": _VERSION,
        "ids": " ".join(ids[paper.url] for paper in papers),
        "dates": " ".join(paper.date or _NO_DATE for paper in papers),
        "labels": {name: _make_label(name, papers) for name in names},
    }
    return json.dumps(table, ensure_ascii=False, separators=(",", ":")) + "\n"


def _make_label(name: str, papers: Sequence[SearchRecord]) -> dict[str, object]:
    given = [dict(paper.labels).get(name, ()) for paper in papers]
    values = sorted({value for held in given for value in held})
    number = {value: str(place) for place, value in enumerate(values)}
    return {
        "values": values,
        "papers": ";".join(",".join(number[value] for value in held) for held in given),
    }
