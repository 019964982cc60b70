"""`python -m tests.engine.poller SITE PAGES`: reads a site over and over until its input closes.

Each poll opens `SITE` once and reads every page beneath it, as a program does that follows the link
and then walks the folder; then it reads one page by its whole path, as a web server does. Says when
it has begun, and at the end what it saw, as JSON.
"""

import json
import os
import re
import sys
import time
from pathlib import Path
from threading import Thread

_EDITION = re.compile(r"Edition (\d+)")


def read_edition(path: str, *, folder: int | None = None) -> int:
    handle = os.open(path, os.O_RDONLY, dir_fd=folder)
    with os.fdopen(handle, encoding="utf-8") as file:
        found = _EDITION.search(file.read())
    if not found:
        message = f"{path} is not whole"
        raise ValueError(message)
    return int(found[1])


def poll(site: Path, pages: list[str]) -> set[int]:
    """Read the site once; give the editions its pages are of, which should be one."""
    opened = os.open(site, os.O_RDONLY | os.O_DIRECTORY)
    first = None
    try:
        first = read_edition("index.html", folder=opened)
        seen = {read_edition(page, folder=opened) for page in pages}
        only = [name for name in os.listdir(opened) if name.startswith("only-in-")]  # noqa: PTH208
        seen |= {int(name.removeprefix("only-in-").removesuffix(".txt")) for name in only}
    except FileNotFoundError:
        # A reader slower than two publications is left behind; a version is kept for one.
        if first is None or read_edition(str(site / "index.html")) < first + 2:
            raise
        seen = {first}
    finally:
        os.close(opened)
    return seen


def main(site: Path, count: int) -> None:
    pages = ["index.html", *(f"page-{number}/index.html" for number in range(count))]
    stop: list[bool] = []
    Thread(target=lambda: stop.append(not sys.stdin.read()), daemon=True).start()
    polls, editions, problems = 0, set(), []
    print("at work", flush=True)  # noqa: T201
    while not stop:
        time.sleep(0.002)  # builds need the processor, too
        try:
            seen = poll(site, pages)
            read_edition(str(site / "index.html"))
        except (OSError, ValueError) as error:
            problems.append(repr(error))
            continue
        polls += 1
        editions |= seen
        if len(seen) != 1:
            problems.append(f"a mixture of {sorted(seen)}")
    print(json.dumps({"polls": polls, "editions": sorted(editions), "problems": problems}))  # noqa: T201


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
