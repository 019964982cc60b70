"""The formats of reference managers, and files of many papers in each."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from generator.pages.citations.bibtex import render_bibtex
from generator.pages.citations.csl import render_csl
from generator.pages.citations.plain import cite_plainly
from generator.pages.citations.references import Reference
from generator.pages.citations.ris import render_ris


@dataclass(frozen=True, slots=True, kw_only=True)
class Format:
    """A format. `suffix` is that of its files, without a dot."""

    name: str
    """As readers know it."""
    suffix: str
    render: Callable[[Reference], str]
    """Gives one paper's entry."""
    join: Callable[[Iterable[str]], str]
    """Makes a file of entries."""


FORMATS = (
    Format(name="BibTeX", suffix="bib", render=render_bibtex, join="\n".join),
    Format(name="RIS", suffix="ris", render=render_ris, join="\n".join),
    Format(
        name="CSL-JSON",
        suffix="json",
        render=render_csl,
        join=lambda entries: "[\n{}\n]\n".format(",\n".join(entries)),
    ),
    Format(name="Text", suffix="txt", render=lambda r: f"{cite_plainly(r)}\n", join="\n".join),
)
