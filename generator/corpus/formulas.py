"""Formulas in a text: each as a line of Unicode, and where a page can show one better than that."""

import re
from dataclasses import dataclass

from generator.corpus.braces import Edit, apply_edits
from generator.corpus.latex import MathSpan, find_math
from generator.corpus.mathematics import Line, math_to_line
from generator.corpus.model import Formula

_MACRO_ALONE = re.compile(r"\\([A-Za-z]{2,})")
# What holds no variable: words, and names of macros.
_WORDS = re.compile(
    r"\\(?:text[a-z]*|emph|mbox|hbox|mathrm|mathsf|mathtt|operatorname)\*? ?\{[^{}]*\}|\\[A-Za-z]+"
)
_GREEK = re.compile("[\u0370-\u03ff]")


@dataclass(frozen=True, slots=True)
class _Found:
    span: MathSpan
    line: Line | None

    @property
    def says_more(self) -> bool:
        """Whether its line is no more than a makeshift, or there is none."""
        return self.line is None or self.line.makeshift


def show_formulas(text: str) -> str:
    """Give a text with each formula as a line; those without a certain one stay as they are."""
    return apply_edits(
        text,
        [
            Edit(found.span.start, found.span.stop, found.line.text)
            for found in _find(text)
            if found.line
        ],
    )


def set_formulas(text: str) -> tuple[str, tuple[Formula, ...]]:
    """Do the same, and say where in it are formulas that a page can show better.

    Where there is such a one, all that hold a variable are named, so that it looks the same
    throughout the text; where there is none, the text needs nothing but letters.
    """
    formulas = []
    shown = ""
    end = 0
    all_found = _find(text)
    for found in all_found:
        span, line = found.span, found.line
        shown += text[end : span.start]
        end = span.stop
        start = len(shown)
        shown += line.text if line else text[span.start : end]
        if found.says_more or _has_variable(found):
            formulas.append(Formula(start=start, stop=len(shown), source=span.source))
    wanted = any(found.says_more for found in all_found)
    return shown + text[end:], tuple(formulas) if wanted else ()


def _has_variable(found: _Found) -> bool:
    bare = _WORDS.sub("", found.span.source)
    shown = found.line.text if found.line else ""
    return any(map(str.isalpha, bare)) or _GREEK.search(shown) is not None


def _find(text: str) -> list[_Found]:
    return [_Found(span, _line_of(span.source)) for span in find_math(text)]


def _line_of(source: str) -> Line | None:
    """Give a formula's line; an unknown macro alone is the name of a method, and reads as that."""
    if line := math_to_line(source):
        return line
    alone = _MACRO_ALONE.fullmatch(source)
    return Line(text=alone[1], makeshift=False) if alone else None
