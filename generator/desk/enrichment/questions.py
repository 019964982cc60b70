"""Doubtful records as questions to a curator: entries of `content/curation/matches.yml`."""

from collections.abc import Iterable

from generator.corpus.text import clean_name
from generator.curation.documents import parse_document
from generator.desk.drafts import Draft
from generator.desk.enrichment.outcomes import Doubt
from generator.desk.entries import Reference, Value, render_entry
from generator.diagnostics import has_errors

_FILE = "matches.yml"
_MOST_AUTHORS = 3
_HEADING = """\
# Records that may be of a paper here. Look at both, then write `same: true` or `same: false` in
# place of `same: open`. What you confirm is filled in by the next `broadsheet enrich`. Keep the
# entries: they say what was decided, so that nobody is asked again. See docs/enriching.md.
"""


def draft_questions(doubts: Iterable[Doubt], *, source: str) -> Draft:
    """Draft the entries of doubts, at the end of the file."""
    return Draft(
        file=_FILE,
        kind="matches",
        text="\n".join(_write(doubt, source) for doubt in doubts),
        heading=_HEADING,
    )


def _write(doubt: Doubt, source: str) -> str:
    """Write an entry; where a provider's words would be a mistake in it, without them."""
    text = _write_whole(doubt, source)
    _, findings = parse_document(text.encode(), _FILE)
    if not has_errors(findings):
        return text
    record = doubt.record
    names = {"paper": doubt.gap.paper, "record": record.arxiv_id, "source": source}
    return render_entry({**names, "same": "open"})


def _write_whole(doubt: Doubt, source: str) -> str:
    record = doubt.record
    address = f"https://arxiv.org/abs/{record.arxiv_id}"
    entry: dict[str, Value] = {
        "paper": Reference(name=doubt.gap.paper, title=doubt.gap.shown),
        "record": Reference(name=record.arxiv_id, title=address),
        "title": _show(record.title),
    }
    if authors := _show_authors(record.facts.authors):
        entry["authors"] = authors
    if record.facts.published:
        entry["published"] = record.facts.published.isoformat()
    entry |= {"source": source, "doubt": _show(f"{doubt.why[:1].upper()}{doubt.why[1:]}.")}
    return render_entry(entry | {"same": "open"})


def _show_authors(names: tuple[str, ...]) -> str:
    shown = ", ".join(_show(clean_name(name)) for name in names[:_MOST_AUTHORS])
    more = len(names) - _MOST_AUTHORS
    return f"{shown} and {more:,} more" if more > 0 else shown


def _show(text: str) -> str:
    """Give a text on one line, of characters that can be seen."""
    return " ".join("".join(c if c.isprintable() else " " for c in text).split())
