"""One build, to be run in a process of its own, which may be killed at any moment.

It does what the pipeline does: takes the lock, writes the pages of an edition, builds, publishes.
"""

import sys
from pathlib import Path

from generator.engine.building import build_site
from generator.engine.lock import hold_build_lock
from generator.engine.model import ENGINES, Engine
from generator.output import write_files
from tests.conftest import ROOT
from tests.engine.conftest import make_workplace_in, replace_workplace

PAGES = 60
STAND_IN = Engine(
    name="stand-in", module="tests.engine.stand_in", arguments=("copy",), requirement=""
)


def pages_of(edition: int) -> dict[str, bytes]:
    """Make an edition: each page says which one it is of, and some are as long as a buffer."""
    return {
        f"page-{number}/index.md": f"# Edition {edition}\n\n{'word ' * (number * 97)}\n".encode()
        for number in range(PAGES)
    } | {"index.md": f"# Edition {edition}\n".encode(), f"only-in-{edition}.txt": b"x"}


def build(folder: Path, edition: int, name: str = "") -> None:
    """Publish an edition by the engine of that name, or by the stand-in."""
    engine = ENGINES[name] if name else STAND_IN
    place = make_workplace_in(folder)
    place = replace_workplace(
        place, folder, environment=(*place.environment, ("PYTHONPATH", str(ROOT)))
    )
    with hold_build_lock(place.build, on_wait=lambda: None) as lock:
        write_files(pages_of(edition), folder=place.docs)
        done = build_site(place, engine, newest=None, lock=lock, on_step=lambda _: None)
    if done.diagnostics:
        sys.exit(str(done.diagnostics))
