"""The page on the data: which files there are, how one asks them, and what stays."""

from collections.abc import Iterable, Iterator, Mapping

from generator.pages.api.records import Records
from generator.pages.api.resources import RESOURCES, Resource
from generator.pages.permalinks import ABOUT_API, API, page_path
from generator.pages.plan import PlannedFile, PlannedPage
from generator.pages.views import ApiPage, FileGroup, FileRow
from generator.pages.words import counted, size_text

_TITLE = "Data for programs"
DATABASE_SHARE = 2.2
"""How much larger the database is than the lines of the papers: it is made when it is written, and
another SQLite may lay it out in a page more."""
_GROUPS = {
    "All at once": ("papers.json", "papers.json.gz", "papers.jsonl", "papers.db"),
    "In parts": ("months.json", "months/{month}.json", "papers/{paper}.json"),
    "Around them": (
        "digests.json",
        "topics.json",
        "tags.json",
        "collections.json",
        "picks.json",
        "related.json",
        "trends.json",
        "addresses.json",
    ),
    "Described": ("openapi.json", "schemas/{name}.schema.json"),
}


def plan_api_page(records: Records, files: Iterable[PlannedFile]) -> PlannedPage:
    """Plan the page; `files` are those of the data whose content is at hand."""
    papers = counted(len(records.catalogue.papers), "paper")
    lead = f"{papers}, with all that stands here of them, as files: no key, no limit, no account."
    sizes = {file.path: len(file.data) for file in files}
    sizes[f"{API}papers.jsonl"] = records.size
    sizes[f"{API}papers.json.gz"] = len(records.compressed)
    about = {f"{API}papers.db": round(DATABASE_SHARE * records.size)}
    by_path = {resource.path: resource for resource in RESOURCES}
    return PlannedPage(
        path=page_path(ABOUT_API),
        template="api.md.j2",
        title=_TITLE,
        description=lead,
        updated=records.catalogue.newest,
        view=ApiPage(
            heading=_TITLE,
            lead=lead,
            groups=tuple(
                FileGroup(
                    id=f"files_{number}",
                    name=name,
                    rows=tuple(
                        _list_rows((by_path[path] for path in paths), records, sizes, about)
                    ),
                )
                for number, (name, paths) in enumerate(_GROUPS.items(), start=1)
            ),
        ),
    )


def _list_rows(
    resources: Iterable[Resource],
    records: Records,
    sizes: Mapping[str, int],
    about: Mapping[str, int],
) -> Iterator[FileRow]:
    """Show each, a kind of file by one that there is; without papers there is none of a paper's."""
    example = {"month": records.newest_month, "paper": records.newest_paper, "name": "papers"}
    for resource in resources:
        if "{paper}" in resource.path and not records.newest_paper:
            continue
        url = f"{API}{resource.path.format_map(example)}"
        yield FileRow(
            name=resource.name,
            sentence=resource.sentence,
            shown=f"{API}{resource.path}",
            url=url,
            size="" if "{" in resource.path else _say_size(url, sizes, about),
        )


def _say_size(url: str, sizes: Mapping[str, int], about: Mapping[str, int]) -> str:
    if url in about:
        return f"about {size_text(about[url])}"
    return size_text(sizes[url]) if url in sizes else ""
