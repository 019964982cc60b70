"""Running text in a page: words, links and formulas."""

import re
from collections.abc import Callable, Iterable

from generator.output.escape import html_text, markdown_text
from generator.pages.views import MathElement, Span

Escape = Callable[[str], str]

# A line may end on either side of a formula, even before a comma. What touches a formula is kept
# beside it: signs, and where both are short (`ℓ₂-norm`), words.
_SHORT = 8
_SIGNS_BEFORE = re.compile(r"[^\w\s]{1,3}$")
_SIGNS_AFTER = re.compile(r"[^\w\s]{1,3}")
_WORD_BEFORE = re.compile(r"(?<!\S)\S{1,6}$")
_WORD_AFTER = re.compile(r"\S{1,6}(?!\S)")

_KEPT_TOGETHER = '<span class="bs-math">{}</span>'


def text_html(spans: Iterable[Span], write_link: Callable[[Span], str]) -> str:
    """Write running text for a block of HTML."""
    return _write(tuple(spans), write_link, html_text)


def text_markdown(spans: Iterable[Span], write_link: Callable[[Span], str]) -> str:
    """Write running text for Markdown that runs on. A formula is HTML there, too."""
    return _write(tuple(spans), write_link, _escape_piece)


def _escape_piece(text: str) -> str:
    return markdown_text(text, piece=True)


def _write(spans: tuple[Span, ...], write_link: Callable[[Span], str], escape: Escape) -> str:
    words = ["" if span.url or span.math else span.text for span in spans]
    formulas = {}
    for number, span in enumerate(spans):
        if span.math:
            before = after = ""
            if number:
                words[number - 1], before = _cut_before(words[number - 1], span)
            if number + 1 < len(spans):
                after, words[number + 1] = _cut_after(words[number + 1], span)
            formulas[number] = _write_formula(span, before, after, escape)
    return "".join(
        formulas.get(number) or (write_link(span) if span.url else escape(words[number]))
        for number, span in enumerate(spans)
    )


def _cut_before(words: str, formula: Span) -> tuple[str, str]:
    found = _WORD_BEFORE.search(words) if len(formula.text) <= _SHORT else None
    found = found or _SIGNS_BEFORE.search(words)
    at = found.start() if found else len(words)
    return words[:at], words[at:]


def _cut_after(words: str, formula: Span) -> tuple[str, str]:
    found = _WORD_AFTER.match(words) if len(formula.text) <= _SHORT else None
    found = found or _SIGNS_AFTER.match(words)
    at = found.end() if found else 0
    return words[:at], words[at:]


def _write_formula(formula: Span, before: str, after: str, escape: Escape) -> str:
    """Write a formula; its line and its source stand at its first element."""
    said = (("alttext", formula.text), ("data-tex", formula.source))
    pieces = [_write_element(piece, escape, said * (not n)) for n, piece in enumerate(formula.math)]
    if before or (after and len(pieces) == 1):
        tail = after if len(pieces) == 1 else ""
        pieces[0] = _KEPT_TOGETHER.format(escape(before) + pieces[0] + escape(tail))
    if after and len(pieces) > 1:
        pieces[-1] = _KEPT_TOGETHER.format(pieces[-1] + escape(after))
    return "".join(pieces)


def _write_element(
    element: MathElement, escape: Escape, further: tuple[tuple[str, str], ...] = ()
) -> str:
    attributes = "".join(
        f' {name}="{escape(value)}"' for name, value in (*element.attributes, *further)
    )
    children = "".join(_write_element(child, escape) for child in element.children)
    return f"<{element.tag}{attributes}>{escape(element.text)}{children}</{element.tag}>"
