"""The versions of a site under `build/sites`, and the link `build/site` that publishes one.

A version is made elsewhere and moved here whole; publishing replaces one link by another. Both are
renames within one file system, which no reader ever sees half done. The version before stays until
the next one is published, so that whoever is reading it can go on.
"""

import hashlib
import os
import shutil
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

_VERSIONS = "sites"
_SEAL = ".seal"


@dataclass(frozen=True, slots=True, kw_only=True)
class Shelf:
    """The versions that lie in one build folder. Whoever changes it holds the build's lock."""

    build: Path

    def published(self) -> str:
        """Give the name of the version that the link names, whole or not; empty where none is."""
        link = self.build / "site"
        if not link.is_symlink():
            return ""
        target = link.readlink()
        return target.name if target.parent == Path(_VERSIONS) else ""

    def find(self, fingerprint: str) -> str:
        """Give the name of a version made from what `fingerprint` stands for; empty if none is.

        A version whose files are no longer those that were put here is none: someone changed it,
        or the machine lost its power before the disk had all of it.
        """
        for seal in sorted((self.build / _VERSIONS).glob(f"{fingerprint}*{_SEAL}")):
            name = seal.name.removesuffix(_SEAL)
            if _read_seal(seal) == _compute_seal(self._folder(name)):
                return name
        return ""

    def add(self, folder: Path, fingerprint: str) -> str:
        """Take in a finished version, moving `folder` here; give its name.

        All of it is on the disk when this returns. Raises OSError where the disk cannot hold it.
        """
        versions = self.build / _VERSIONS
        versions.mkdir(exist_ok=True)
        name, number = fingerprint, 1
        while self._folder(name).exists():
            number += 1
            name = f"{fingerprint}-{number}"
        _flush(folder)
        folder.rename(self._folder(name))
        seal = self._seal(name)
        seal.write_text(_compute_seal(self._folder(name)), encoding="ascii")
        _flush_path(seal)
        _flush_path(versions)
        return name

    def publish(self, name: str) -> None:
        """Let `build/site` name this version, in one step."""
        link, new = self.build / "site", self.build / "site.new"
        new.unlink(missing_ok=True)
        new.symlink_to(Path(_VERSIONS) / name, target_is_directory=True)
        if not link.is_symlink() and link.is_dir():
            # A folder that someone else made. No link can take its place in one step, so that
            # here alone there is a moment without a site.
            link.rename(self.build / _VERSIONS / "not-ours")
        new.replace(link)
        _flush_path(self.build)
        # Its time says when this version was published last.
        self._seal(name).touch()

    def clear(self) -> None:
        """Remove what killed builds left, and versions older than the one before the published."""
        versions = self.build / _VERSIONS
        published = self.published()
        seals = sorted(versions.glob(f"*{_SEAL}"), key=lambda seal: -seal.stat().st_mtime_ns)
        sealed = [seal.name.removesuffix(_SEAL) for seal in seals]
        before = [name for name in sealed if name != published][:1]
        kept = {name + end for name in (published, *before) for end in ("", _SEAL)}
        for path in (self.build / "next", self.build / "site.new"):
            _remove(path)
        if versions.is_dir():
            for path in versions.iterdir():
                if path.name not in kept:
                    _remove(path)

    def _folder(self, name: str) -> Path:
        return self.build / _VERSIONS / name

    def _seal(self, name: str) -> Path:
        return self.build / _VERSIONS / (name + _SEAL)


def _remove(path: Path) -> None:
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)


def _read_seal(path: Path) -> str:
    with suppress(UnicodeDecodeError):
        return path.read_text(encoding="ascii")
    return ""


def _compute_seal(folder: Path) -> str:
    """Sum up the files of a folder: paths, sizes, and times of change in whole seconds."""
    total = hashlib.sha256()
    for where, folders, names in os.walk(folder):
        folders.sort()
        for name in sorted(names):
            path = Path(where) / name
            stat = path.lstat()
            line = f"{path.relative_to(folder)}\0{stat.st_size}\0{int(stat.st_mtime)}\n"
            total.update(line.encode("utf-8", "surrogateescape"))
    return total.hexdigest()


def _flush(folder: Path) -> None:
    """Bring a folder and all in it onto the disk."""
    for where, _, names in os.walk(folder):
        for name in names:
            _flush_path(Path(where) / name)
        _flush_path(Path(where))


def _flush_path(path: Path) -> None:
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
