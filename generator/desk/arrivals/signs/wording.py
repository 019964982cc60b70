"""The words that all signs are told in."""

from generator.diagnostics import Diagnostic
from generator.sources.lines import quoted
from generator.sources.model import RawEntry


def count(number: int, one: str, many: str) -> str:
    return f"{number:,} {one if number == 1 else many}"


def place(entry: RawEntry) -> str:
    return f"{entry.place.line}:{entry.place.column}"


def tell(finding: Diagnostic) -> str:
    return f"{finding.place.line}:{finding.place.column} {finding.message}"


def end_of(text: str) -> str:
    """Quote the last words of a text."""
    end = quoted(" ".join(text[-60:].split())).strip("“”")
    return end.partition(" ")[2] or end
