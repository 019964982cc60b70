"""Bringing a folder to hold exactly the files that were rendered, touching nothing else."""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True, kw_only=True)
class WriteReport:
    """What was done to the folder: paths within it, sorted."""

    written: tuple[str, ...] = ()
    unchanged: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()


def write_file(path: Path, content: bytes) -> bool:
    """Write `content` unless it stands there already; no reader ever sees half of it."""
    try:
        if path.read_bytes() == content:
            return False
    except (FileNotFoundError, NotADirectoryError, IsADirectoryError):
        pass
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_name(f".{path.name}.{os.getpid()}.draft")
    draft.write_bytes(content)
    draft.replace(path)
    return True


def _remove_stale(folder: Path, kept: set[Path]) -> list[Path]:
    """Remove what is not among `kept`, and the folders that this leaves empty."""
    removed = []
    for current, folders, names in os.walk(folder, topdown=False):
        here = Path(current)
        links = [name for name in folders if (here / name).is_symlink()]
        for path in (here / name for name in (*names, *links)):
            if path not in kept:
                path.unlink()
                removed.append(path)
        if here != folder and not any(here.iterdir()):
            here.rmdir()
    return removed


def write_files(files: Mapping[str, bytes], *, folder: Path) -> WriteReport:
    """Write `files` (paths within `folder`, with `/`) and remove all else that lies there.

    A file that holds its bytes already is not touched, so its time stays too. Raises `OSError`
    where the disk does not play along.
    """
    paths = {name: folder.joinpath(*name.split("/")) for name in sorted(files)}
    removed = _remove_stale(folder, set(paths.values()))
    folder.mkdir(parents=True, exist_ok=True)
    written = [name for name, path in paths.items() if write_file(path, files[name])]
    changed = set(written)
    return WriteReport(
        written=tuple(written),
        unchanged=tuple(name for name in paths if name not in changed),
        removed=tuple(sorted(path.relative_to(folder).as_posix() for path in removed)),
    )
