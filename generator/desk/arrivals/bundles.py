"""Many digests in one file: a tar archive, compressed or not, or a zip. Nothing goes to disk."""

import lzma
import tarfile
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from typing import IO

from generator.desk.arrivals.parcels import MOST_BYTES, OnBytes, Parcel, read_stream
from generator.desk.refusal import Refusal
from generator.sources.folders import is_counted

_MOST_IN_ALL = 1024 * 2**20
"""Bytes of all files together: years of digests are a hundred megabytes."""
# What is damaged may send a reader anywhere: a place before the file's beginning is an OSError.
_DAMAGE = (
    *(tarfile.TarError, zipfile.BadZipFile, lzma.LZMAError, zlib.error),
    *(EOFError, OSError, RuntimeError, ValueError),
)


def is_bundle(path: Path) -> bool:
    """Whether a file holds others. Documents of office programs, which are zip too, are none."""
    if not path.is_file():
        return False
    if path.suffix.lower() == ".zip":
        return zipfile.is_zipfile(path)
    try:
        return tarfile.is_tarfile(path)
    except _DAMAGE:  # packed and cut off: what it is, its reader says
        return False


def read_bundle(path: Path, *, on_bytes: OnBytes, most: int = MOST_BYTES) -> list[Parcel]:
    """Read every file in a bundle, in the order of their names; hidden ones and README.md are left.

    Raises Refusal where it is damaged, larger than digests are, or holds no file.
    """
    parcels = []
    try:
        for name, stream in _open(path):
            label = f"{path}/{name}"
            data = read_stream(stream, label, on_bytes=on_bytes, most=most)
            last = PurePosixPath(name).name
            parcels.append(Parcel(data=data, label=label, name=last, dated=last))
    except _DAMAGE:
        message = f"{path} cannot be read: it is damaged, or has a password. Get it again, whole."
        raise Refusal(message) from None
    if not parcels:
        message = f"The archive {path} holds no file (hidden ones and README.md do not count)."
        raise Refusal(message)
    return sorted(parcels, key=lambda parcel: parcel.label)


def _open(path: Path) -> Iterator[tuple[str, IO[bytes]]]:
    """Open each file in turn. What a bundle says of sizes is believed only to refuse it."""
    left = _MOST_IN_ALL
    if path.suffix.lower() == ".zip":
        with zipfile.ZipFile(path) as archive:
            for info in archive.infolist():
                left = _take(left, info.file_size, path)
                if not info.is_dir() and is_counted(PurePosixPath(info.filename)):
                    with archive.open(info) as stream:
                        yield info.filename, stream
        return
    with tarfile.open(path) as tar:
        for member in tar:
            left = _take(left, member.size, path)
            inside = tar.extractfile(member) if member.isfile() else None
            if inside and is_counted(PurePosixPath(member.name)):
                yield member.name, inside


def _take(left: int, size: int, path: Path) -> int:
    if size > left:
        message = f"{path} holds more than {_MOST_IN_ALL / 2**20:.0f} MB. Divide it."
        raise Refusal(message)
    return left - size
