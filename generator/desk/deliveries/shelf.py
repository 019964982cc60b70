"""Putting a day's file into the folder of digests: whole or not at all, one writer at a time."""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from generator.desk.refusal import Refusal
from generator.desk.writing import DRAFT, write_file


@contextmanager
def hold_shelf(digests_dir: Path) -> Iterator[None]:
    """Hold the folder of digests, or wait until whoever holds it is done.

    The lock is the operating system's, on the folder itself: it leaves no file, and dies with those
    who hold it.
    """
    folder = os.open(digests_dir, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
    try:
        fcntl.flock(folder, fcntl.LOCK_EX)
        yield
    finally:
        os.close(folder)


def sweep(digests_dir: Path) -> None:
    """Remove drafts that a writer left who was killed. The shelf must be held."""
    for draft in digests_dir.glob(f"*/{DRAFT}*"):
        draft.unlink(missing_ok=True)


def put_away(path: Path, data: bytes) -> None:
    """Write a day's file. The shelf must be held.

    Raises Refusal where its folder is a link, OSError where it cannot be written.
    """
    if path.parent.is_symlink():
        message = f"{path.parent} is a link, which nothing follows. Make it a folder."
        raise Refusal(message)
    path.parent.mkdir(exist_ok=True)
    write_file(path, data)
