"""Three ways to index papers with Pagefind: its protocol, its command over pages, its library.

usage: python -m benchmarks.search_indexing [--library] PAPERS [PAPERS ...]

PAPERS is a site's api/v1/papers.json. The library (the package's own wrapper, which sleeps a tenth
of a second after each record) is measured only where asked for.
"""

import asyncio
import html
import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from generator.engine.search.index import write_search_index
from generator.pages.plan import SearchRecord

Papers = list[dict[str, Any]]
PAGE = """\
<!doctype html><html lang=en><title>{title}</title><main data-pagefind-body>
<h1 data-pagefind-weight=7 data-pagefind-meta=title>{title}</h1>
<p data-pagefind-weight=3 data-pagefind-meta=authors>{authors}</p><p>{abstract}</p></main>
"""


def make_record(paper: dict[str, Any]) -> SearchRecord:
    fields = {
        "title": paper["title"],
        "authors": "; ".join(paper["authors"]),
        "arxiv": paper["arxiv_id"] or "",
    }
    return SearchRecord(
        url=paper["url"],
        text=paper["abstract"],
        fields=tuple((name, text) for name, text in fields.items() if text),
        keys=tuple(filter(None, (paper["title"], paper["arxiv_id"], *paper["authors"]))),
        labels=(
            ("topic", tuple(paper["topics"])),
            ("tag", tuple(paper["tags"])),
            ("month", ((paper["published"] or "unknown")[:7],)),
        ),
        date=paper["published"] or "",
    )


def by_protocol(papers: Papers, folder: Path) -> None:
    found = write_search_index(
        [make_record(paper) for paper in papers],
        folder / "site",
        kept=folder / "kept",
        environment=[("PATH", os.environ["PATH"])],
        lock=None,
    )
    assert found == (), found  # noqa: S101 - a measurement of nothing is none


def by_command(_papers: Papers, folder: Path) -> None:
    """Index pages that lie there; an engine writes them in any case, so that is not counted."""
    subprocess.run(
        [sys.executable, "-m", "pagefind", "--site", ".", "--quiet"], cwd=folder, check=True
    )


def write_pages(papers: Papers, folder: Path) -> None:
    for paper in papers:
        page = folder / paper["url"] / "index.html"
        page.parent.mkdir(parents=True)
        texts = {
            "title": paper["title"],
            "authors": ", ".join(paper["authors"]),
            "abstract": paper["abstract"],
        }
        page.write_text(
            PAGE.format_map({name: html.escape(text) for name, text in texts.items()}),
            encoding="utf-8",
        )


def by_library(papers: Papers, folder: Path) -> None:
    from pagefind.index import IndexConfig, PagefindIndex  # noqa: PLC0415 - only where asked for

    async def index() -> None:
        async with PagefindIndex(config=IndexConfig(output_path=str(folder / "site"))) as bundle:
            for paper in papers:
                await bundle.add_custom_record(
                    url=paper["url"],
                    content=paper["abstract"],
                    language="en",
                    meta={"title": paper["title"]},
                )

    asyncio.run(index())


def measure(way: Callable[[Papers, Path], None], papers: Papers) -> tuple[float, float]:
    """Give seconds of the clock, and of processors in all programs that were started."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        if way is by_command:
            write_pages(papers, folder)
        before = used()
        start = time.perf_counter()
        way(papers, folder)
        return time.perf_counter() - start, used() - before


def used() -> float:
    whose = (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    return sum(sum(resource.getrusage(who)[:2]) for who in whose)


def tell(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


def main(arguments: list[str]) -> None:
    paths = [argument for argument in arguments if not argument.startswith("--")]
    if not paths:
        sys.exit(__doc__)
    ways = [by_command, by_protocol, *([by_library] if "--library" in arguments else [])]
    for path in paths:
        papers: Papers = json.loads(Path(path).read_text(encoding="utf-8"))["papers"]
        tell(f"{len(papers)} papers")
        base = 0.0
        for way in ways:
            clock, processors = measure(way, papers)
            base = base or clock
            tell(
                f"  {way.__name__:12} {clock:7.1f} s ({clock / base:.1f} times the command), "
                f"processors {processors:.1f} s"
            )


if __name__ == "__main__":
    main(sys.argv[1:])
