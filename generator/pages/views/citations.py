"""A paper as others cite it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class CitationView:
    """A citation in one format: its text, which may have several lines, and the file of it."""

    name: str
    text: str
    url: str
    filename: str
    """What the file is to be called where a reader keeps it."""
