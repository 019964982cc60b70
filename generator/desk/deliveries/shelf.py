"""Putting a day's file into the folder of digests, whole or not at all.

Who calls these holds the shelf (`generator.desk.arrivals.shelving`).
"""

from pathlib import Path

from generator.desk.refusal import Refusal
from generator.desk.writing import DRAFT, write_file


def sweep(digests_dir: Path) -> None:
    """Remove drafts that a writer left who was killed."""
    for draft in digests_dir.glob(f"*/{DRAFT}*"):
        draft.unlink(missing_ok=True)


def put_away(path: Path, data: bytes) -> None:
    """Write a day's file.

    Raises Refusal where its folder is a link, OSError where it cannot be written.
    """
    if path.parent.is_symlink():
        message = f"{path.parent} is a link, which nothing follows. Make it a folder."
        raise Refusal(message)
    path.parent.mkdir(exist_ok=True)
    write_file(path, data)
