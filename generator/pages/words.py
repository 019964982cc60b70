"""Counts and lists as English words."""

from collections.abc import Sequence

from generator.pages.views import LinkView, Span

_NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_ORDINALS = (
    "first",
    "second",
    "third",
    "fourth",
    "fifth",
    "sixth",
    "seventh",
    "eighth",
    "ninth",
    "tenth",
)
_DESCRIPTION_LENGTH = 160


def figure(number: int) -> str:
    """Give a count in digits: `2,735`."""
    return f"{number:,}"


def counted(number: int, noun: str, plural: str = "") -> str:
    """Give a count with its noun: `1 paper`, `2,735 papers`."""
    return f"{figure(number)} {noun if number == 1 else plural or noun + 's'}"


def size_text(size: int) -> str:
    """`640 bytes`, `12 kB`, `2.1 MB`: a file's size in bytes, to two figures, a kB being 1,000."""
    for unit, worth in (("GB", 10**9), ("MB", 10**6), ("kB", 10**3)):
        if size >= worth:
            return f"{size / worth:.{1 if size < 10 * worth else 0}f} {unit}"
    return counted(size, "byte")


def percent(part: int, whole: int) -> str:
    """Give a share of a whole that is not 0, for a table: `16.1%`."""
    return f"{100 * part / whole:.1f}%"


def rough_percent(part: int, whole: int) -> str:
    """Give it for a sentence: `16%`, and with its decimal below ten, `6.9%`."""
    share = 100 * part / whole
    return f"{share:.0f}%" if share >= 9.95 or not part else f"{share:.1f}%"


def points(part: int, whole: int, part_before: int, whole_before: int) -> str:
    """Give by how many points of a hundred a share differs from one before: `+9.3`, `−0.4`."""
    difference = round(100 * part / whole - 100 * part_before / whole_before, 1)
    sign = "+" if difference > 0 else "−" if difference < 0 else "±"
    return f"{sign}{abs(difference):.1f}"


def number_word(number: int) -> str:
    """Give a small number as a word, `two`, and a larger one in digits."""
    return _NUMBERS[number] if number < len(_NUMBERS) else figure(number)


def ordinal_word(number: int) -> str:
    """Give `first` for 1; past the tenth, `number 11`."""
    return _ORDINALS[number - 1] if number <= len(_ORDINALS) else f"number {number}"


def capitalised(words: str) -> str:
    """Raise the first letter and leave all others as they are."""
    return words[:1].upper() + words[1:]


def in_running_text(name: str) -> str:
    """Give a name as it stands within a sentence: `inference`, but `KV cache`."""
    return name if name[1:2].isupper() else name[:1].lower() + name[1:]


def joined(words: Sequence[str]) -> str:
    """Give `A`, `A and B`, `A, B and C`."""
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} and {words[-1]}"


def joined_links(links: Sequence[LinkView]) -> tuple[Span, ...]:
    """Do the same with links."""
    spans: list[Span] = []
    for number, link in enumerate(links):
        if number:
            spans.append(Span(text=" and " if number == len(links) - 1 else ", "))
        spans.append(Span(text=link.label, url=link.url))
    return tuple(spans)


def plain_text(spans: Sequence[Span]) -> str:
    return "".join(span.text for span in spans)


def shortened(text: str, length: int = _DESCRIPTION_LENGTH) -> str:
    """Cut a text at the end of a word; without a `length`, for a page's description."""
    if len(text) <= length:
        return text
    head = text[: length - 1]
    return f"{head.rsplit(' ', 1)[0].rstrip(' ,;:.–—-')}…"
