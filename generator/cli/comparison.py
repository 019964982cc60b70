"""A comparison of two sites as people, programs and pull requests read it."""

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass

from generator.cli.findings import shown
from generator.output.escape import markdown_text
from generator.pages.comparison import Comparison, Recount
from generator.pages.words import counted, figure, joined

_MOST_ROWS = 25
"""Rows of a table in Markdown; a comment on GitHub holds 65,536 characters."""
_MENTION = re.compile("(&#64;|&#35;|GH-)(?=[&A-Z0-9])", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """One kind of difference: a heading, the names of columns, and rows of plain text."""

    heading: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def list_sections(comparison: Comparison) -> tuple[Section, ...]:
    """Give what differs, the most telling first; kinds that do not occur are left out."""
    found = (*_list_papers(comparison), *_list_labels(comparison), *_list_pages(comparison))
    return tuple(section for section in found if section.rows)


def render_text(comparison: Comparison, former: str) -> str:
    """Write a comparison for a terminal."""
    lines = [f"Compared with {shown(former)}:", ""]
    for section in list_sections(comparison):
        lines.append(section.heading)
        for first, *others in section.rows:
            lines.append(f"  {shown(first)}")
            told = (
                f"{n}: {shown(v)}" for n, v in zip(section.columns[1:], others, strict=True) if v
            )
            lines += (f"      {value}" for value in told)
        lines.append("")
    lines.append(_sum_up(comparison))
    return "\n".join(lines) + "\n"


def render_markdown(comparison: Comparison, former: str) -> str:
    """Write a comparison for a comment on a pull request; text of digests is text in it.

    Format: https://github.github.com/gfm/
    """
    lines = ["## What readers will notice", "", f"Compared with {escape(former)}.", ""]
    for section in list_sections(comparison):
        lines += [f"### {section.heading}", ""]
        lines.append("| " + " | ".join(section.columns) + " |")
        lines.append("|" + " --- |" * len(section.columns))
        for row in section.rows[:_MOST_ROWS]:
            lines.append("| " + " | ".join(escape(cell) for cell in row) + " |")
        lines.append("")
        more = len(section.rows) - _MOST_ROWS
        if more > 0:
            lines += [f"And {more:,} more: `broadsheet diff` lists them all.", ""]
    lines.append(_sum_up(comparison))
    return "\n".join(lines) + "\n"


def render_json(comparison: Comparison, former: str) -> str:
    """Write a comparison as one object of plain ASCII; its keys are those of `Comparison`."""
    return json.dumps({"compared_with": former, **asdict(comparison)}, indent=2) + "\n"


def escape(text: str) -> str:
    """Escape a text for Markdown on GitHub, so that it neither acts nor calls anybody.

    GitHub looks for names of people and numbers of issues after references are resolved; a space
    without width keeps them apart from their sign.
    """
    return _MENTION.sub(r"\1&#8203;", markdown_text(text))


def _list_papers(comparison: Comparison) -> Iterator[Section]:
    yield _section(
        "{} paper moves between topics|{} papers move between topics",
        ("Paper", "Before", "After"),
        ((m.paper.title, _listed(m.before), _listed(m.after)) for m in comparison.moved),
    )
    yield _section(
        "{} paper gains or loses tags|{} papers gain or lose tags",
        ("Paper", "Gained", "Lost"),
        ((r.paper.title, ", ".join(r.gained), ", ".join(r.lost)) for r in comparison.retagged),
    )
    yield _section(
        "{} paper is hidden|{} papers are hidden",
        ("Paper", "Reason"),
        ((h.paper.title, h.reason) for h in comparison.hidden),
    )
    yield _section(
        "{} paper is shown again|{} papers are shown again",
        ("Paper", "Address"),
        ((paper.title, _root(paper.url)) for paper in comparison.shown_again),
    )
    yield _section(
        "{} paper becomes part of another|{} papers become part of another",
        ("Paper", "Part of"),
        ((merge.paper.title, merge.into.title) for merge in comparison.merged),
    )
    yield _section(
        "Of {} paper something else is said|Of {} papers something else is said",
        ("Paper", "What"),
        ((r.paper.title, joined(r.what)) for r in comparison.reworded),
    )
    yield _section(
        "{} paper is new|{} papers are new",
        ("Paper", "Address"),
        ((paper.title, _root(paper.url)) for paper in comparison.new),
    )
    yield _section(
        "{} paper is gone|{} papers are gone",
        ("Paper", "Address"),
        ((paper.title, _root(paper.url)) for paper in comparison.gone),
    )


def _list_labels(comparison: Comparison) -> Iterator[Section]:
    for noun, plural, found in (
        ("topic", "topics", comparison.topics),
        ("tag", "tags", comparison.tags),
        ("reading list", "reading lists", comparison.collections),
        ("author", "authors", comparison.authors),
    ):
        yield _section(
            f"{{}} {noun} changes its papers or name|{{}} {plural} change their papers or names",
            (noun.capitalize(), "Papers"),
            ((_rename(r), _recount(r)) for r in found),
        )


def _list_pages(comparison: Comparison) -> Iterator[Section]:
    """List addresses. Pages of new papers are left out, since the papers are listed already."""
    new = {paper.url for paper in comparison.new}
    yield _section(
        "{} further page appears|{} further pages appear",
        ("Address",),
        ((_root(url),) for url in comparison.appearing if url not in new),
    )
    yield _section(
        "{} page leads elsewhere|{} pages lead elsewhere",
        ("Address", "Leads to"),
        ((_root(url), _root(target)) for url, target in comparison.redirecting),
    )
    yield _section(
        "{} address answers no more|{} addresses answer no more",
        ("Address",),
        ((_root(url),) for url in comparison.vanishing),
    )


def _section(heading: str, columns: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> Section:
    """Make a section; `heading` is written for one row, and after a bar for several."""
    found = tuple(rows)
    one, several = heading.split("|")
    number = figure(len(found))
    return Section(
        heading=(one if len(found) == 1 else several).format(number), columns=columns, rows=found
    )


def _sum_up(comparison: Comparison) -> str:
    if comparison.is_empty:
        return "Readers will notice nothing."
    pages = counted(comparison.changing, "page")
    return f"Of the pages that stay, {pages} will look otherwise."


def _listed(names: Iterable[str]) -> str:
    return ", ".join(names) or "none"


def _rename(recount: Recount) -> str:
    if recount.former_name and recount.former_name != recount.name:
        return f"{recount.name}, formerly {recount.former_name}"
    return recount.name


def _recount(recount: Recount) -> str:
    if recount.before is None:
        return f"{figure(recount.after or 0)}, new"
    if recount.after is None:
        return f"{figure(recount.before)}, now gone"
    if recount.before == recount.after:
        return figure(recount.after)
    return f"{figure(recount.before)}, now {figure(recount.after)}"


def _root(url: str) -> str:
    return f"/{url}"
