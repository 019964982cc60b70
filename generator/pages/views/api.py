"""The page that shows programs' files to people."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class FileRow:
    """A file of the data, or a kind of file.

    `shown` is its path, with `{...}` where files differ; then `url` is that of one.
    """

    name: str
    sentence: str
    shown: str
    url: str
    size: str = ""
    """`2.1 MB`; empty where it is not known before the file is written."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FileGroup:
    id: str
    name: str
    rows: tuple[FileRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ApiPage:
    heading: str
    lead: str
    groups: tuple[FileGroup, ...]
