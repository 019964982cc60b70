"""Notices when files change, by looking: it works on every file system, also across machines."""

import os
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

Snapshot = dict[str, tuple[int, int]]


def take_snapshot(paths: Iterable[Path]) -> Snapshot:
    """Note time of change and size of every file at or beneath `paths`, apart from hidden ones."""
    found: Snapshot = {}
    for path in paths:
        _note(path, found)
        for where, folders, names in os.walk(path):
            folders[:] = [name for name in folders if not name.startswith(".")]
            for name in names:
                if not name.startswith("."):
                    _note(Path(where) / name, found)
    return found


def _note(path: Path, found: Snapshot) -> None:
    try:
        stat = path.stat()
    except OSError:  # it is gone again, or a link that leads nowhere
        return
    if not path.is_dir():
        found[str(path)] = (stat.st_mtime_ns, stat.st_size)


def watch(look: Callable[[], Snapshot], pause: Callable[[], object]) -> Iterator[None]:
    """Yield at once, and after each change, as soon as files have come to rest.

    What changes while whoever iterates is at work counts: the look before counts from then.
    """
    while True:
        before = look()
        yield
        now = look()
        while now == before:
            pause()
            now = look()
        settled = None
        while settled != now:
            settled = now
            pause()
            now = look()
