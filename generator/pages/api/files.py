"""The files of the data: which records stand in which, and in what form."""

from collections.abc import Iterable, Iterator
from functools import partial

from generator.identifiers import Slug
from generator.pages.api.database import make_database
from generator.pages.api.digests import divide_by_month, month_file
from generator.pages.api.openapi import plan_description
from generator.pages.api.records import NAMES, Records
from generator.pages.api.schemas import VERSION, plan_schemas, schema_path
from generator.pages.api.wrapping import wrap
from generator.pages.json_text import render_json
from generator.pages.permalinks import API
from generator.pages.plan import PlannedData, PlannedFile


def plan_api(records: Records) -> Iterator[PlannedFile]:
    """Plan the file of every list, and what describes them: pages written by hand link to these."""
    for name in NAMES:
        if name == "papers":
            lines: Iterable[bytes] = records.papers.values()
        else:
            lines = (render_json(record).encode() for record in records.list(name))
        content = wrap(name, lines, schema=schema_path(name)).decode()
        yield PlannedFile(path=f"{API}{name}.json", content=content)
    yield from plan_schemas()
    yield plan_description()


def plan_api_beside(records: Records) -> Iterator[PlannedData]:
    """Plan the files that are many or large: of a paper, of a month, of all in other forms."""
    papers = records.papers
    for month, of_month in divide_by_month(records.catalogue).items():
        ids = [paper.id for paper in of_month]
        yield PlannedData(path=month_file(month), make=partial(_render_month, records, ids))
    for address in records.list("addresses"):
        make = partial(_render_address, records, address["id"], address["to"])
        yield PlannedData(path=f"{API}papers/{address['id']}.json", make=make)
    yield PlannedData(path=f"{API}papers.jsonl", make=lambda: b"\n".join((*papers.values(), b"")))
    yield PlannedData(path=f"{API}papers.json.gz", make=lambda: records.compressed)
    yield PlannedData(path=f"{API}papers.db", make=partial(make_database, records))


def _render_month(records: Records, ids: Iterable[Slug]) -> bytes:
    lines = (records.papers[paper_id] for paper_id in ids)
    return wrap("papers", lines, schema=f"../{schema_path('papers')}")


def _render_address(records: Records, slug: Slug, leads_to: list[Slug]) -> bytes:
    """Write what an address of papers leads to, so that it answers for good as its page does."""
    paper = records.papers[leads_to[0]] if len(leads_to) == 1 else b"null"
    head = {
        "$schema": f"../{schema_path('paper')}",
        "version": VERSION,
        "id": slug,
        "to": leads_to,
    }
    return render_json(head).encode().removesuffix(b"}") + b',"paper":' + paper + b"}\n"
