"""Folders of content: which files in them count, and how a file is named in a finding."""

import os
from collections.abc import Iterator
from pathlib import Path, PurePath

_IGNORED = frozenset({"README.md"})


def content_files(folder: Path) -> Iterator[Path]:
    """Give the files under a folder, sorted by path, whatever order the disk has.

    Hidden files and folders and files called README.md are left out. Links are not followed: one
    to a folder is given as if it were a file. A folder that is not there holds no files.
    """
    yield from sorted(_walk(folder), key=lambda file: file.as_posix())


def is_counted(path: PurePath) -> bool:
    """Whether a file counts by its name and those of its folders, as `content_files` has it."""
    hidden = any(part.startswith(".") for part in path.parts if part != ".")
    return not hidden and path.name not in _IGNORED


def is_own_file(file: Path) -> bool:
    """Whether a file is one of its own: no link (which may lead anywhere), pipe or device."""
    return file.is_file() and not file.is_symlink()


def shown_path(file: Path, root: Path) -> str:
    """Name a file by its path from the site's root, with `/`.

    What a terminal cannot show, bytes that are no UTF-8 among it, is written as an escape.
    """
    relative = file.relative_to(root).as_posix()
    text = os.fsencode(relative).decode("utf-8", "backslashreplace")
    return "".join(c if c.isprintable() else ascii(c)[1:-1] for c in text)


def _walk(folder: Path) -> Iterator[Path]:
    for parent, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith(".")]
        links = [name for name in folders if Path(parent, name).is_symlink()]
        for name in (*links, *names):
            if not name.startswith(".") and name not in _IGNORED:
                yield Path(parent, name)
