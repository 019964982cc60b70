"""Running text: the words, bare addresses and formulas of a title or an abstract."""

from collections.abc import Iterator, Sequence

from generator.corpus.addresses import find_addresses
from generator.corpus.model import Formula
from generator.pages.mathml import read_formula
from generator.pages.views import Span


def split_title(text: str, formulas: Sequence[Formula] = ()) -> tuple[Span, ...]:
    """Divide a clean title into words and formulas; joined, they are it.

    A title is a link or a heading itself, so that an address in it is none.
    """
    return tuple(_fill(text, list(_find_formulas(formulas, text))))


def split_text(text: str, formulas: Sequence[Formula] = ()) -> tuple[Span, ...]:
    """Divide a clean text into words, the bare addresses among them, and formulas."""
    found = [
        (start, stop, Span(text=text[start:stop], url=text[start:stop]))
        for start, stop in find_addresses(text)
    ]
    found += _find_formulas(formulas, text)
    return tuple(_fill(text, sorted(found, key=lambda item: item[:2])))


def _find_formulas(formulas: Sequence[Formula], text: str) -> Iterator[tuple[int, int, Span]]:
    """Give those formulas that can be shown; of the others, their lines remain words."""
    for formula in formulas:
        if math := read_formula(formula.source):
            start, stop = formula.start, formula.stop
            span = Span(text=text[start:stop], math=math, source=formula.source)
            yield start, stop, span


def _fill(text: str, found: Sequence[tuple[int, int, Span]]) -> Iterator[Span]:
    """Put words between the pieces that were found; of two that overlap, the first stands."""
    end = 0
    for start, stop, span in found:
        if start < end:
            continue
        if start > end:
            yield Span(text=text[end:start])
        yield span
        end = stop
    if end < len(text):
        yield Span(text=text[end:])
