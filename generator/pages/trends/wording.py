"""The sentences of trends: what is found in a headline and a few words, and what cannot be said."""

from collections.abc import Sequence

from generator.pages.catalogue import Catalogue
from generator.pages.trends.changes import (
    ENOUGH_DAYS,
    ENOUGH_OF_A_LABEL,
    Comparison,
)
from generator.pages.trends.counts import ENOUGH_PAPERS, Span, join_spans
from generator.pages.views import TagMark, TopicMark
from generator.pages.words import (
    capitalised,
    counted,
    in_running_text,
    joined,
    number_word,
    rough_percent,
)

Mark = TopicMark | TagMark

_NAMED = 4  # labels in a sentence


def marks_by_address(catalogue: Catalogue) -> dict[str, Mark]:
    """Give every topic and tag by its address: topics first, in the order of curation."""
    marks: dict[str, Mark] = {mark.url: mark for mark in catalogue.topic_marks.values()}
    return marks | {mark.url: mark for mark in catalogue.tag_marks.values()}


def write_heading(comparison: Comparison, marks: dict[str, Mark]) -> str:
    """Give the finding: `Reasoning rose from 6.9% to 19% of papers`."""
    before, after, changes = comparison.before, comparison.after, comparison.changes
    if before is None or not comparison.possible:
        days = (before.days if before else 0) + after.days
        are = "day is not a trend" if days == 1 else "days are not a trend"
        return f"{capitalised(number_word(days))} {are} yet"
    if not changes:
        return "Nothing rose or fell by more than chance"
    first = next((change for change in changes if change.certainty > 0), changes[0])
    name = marks[first.label].name
    verb = "rose" if first.certainty > 0 else "fell"
    former = rough_percent(first.before, before.papers)
    return f"{name} {verb} from {former} to {rough_percent(first.after, after.papers)} of papers"


def write_lead(comparison: Comparison, marks: dict[str, Mark], *, undated: int) -> str:
    """Tell what is compared and what came of it, or what there is; `undated` counts digests."""
    before, after = comparison.before, comparison.after
    if before is None or not comparison.possible:
        whole = join_spans((before, after)) if before else after
        lead = (
            f"{counted(whole.papers, 'paper')} came in {whole.text}, on "
            f"{counted(whole.days, 'day')} with a digest. That is too little to tell a trend from "
            "chance, so this says what they hold."
        )
    else:
        found = write_changes(comparison, marks)
        lead = " ".join(filter(None, (found, f"{_size(after)} against {_size(before)}.")))
    if not undated:
        return lead
    stays = "digest without a date stays" if undated == 1 else "digests without a date stay"
    return f"{lead} {capitalised(number_word(undated))} {stays} out of time."


def _size(span: Span) -> str:
    return f"{span.text} ({counted(span.papers, 'paper')})"


def write_changes(comparison: Comparison, marks: dict[str, Mark]) -> str:
    """Name what rose and what faded: `Reasoning and agents rose; data faded.`."""
    rose: list[str] = []
    faded: list[str] = []
    for change in comparison.changes:
        (rose if change.certainty > 0 else faded).append(in_running_text(marks[change.label].name))
    parts = [
        f"{_name_some(names)} {verb}" for names, verb in ((rose, "rose"), (faded, "faded")) if names
    ]
    return f"{capitalised('; '.join(parts))}." if parts else ""


def _name_some(names: Sequence[str]) -> str:
    if len(names) <= _NAMED:
        return joined(names)
    return joined([*names[:_NAMED], f"{number_word(len(names) - _NAMED)} more"])


def say_nothing(comparison: Comparison) -> str:
    """Say why nothing is said to rise or fade; empty where something is."""
    before, after, small = comparison.before, comparison.after, comparison.too_small
    if before is None:
        return (
            f"{after.text} is the first month with a digest: there is none before to compare it "
            "with."
        )
    if small:
        papers, days = counted(small.papers, "paper"), counted(small.days, "day")
        return (
            f"{small.text} has {papers} of {days}, too few to compare. It takes {ENOUGH_PAPERS} "
            f"papers of {ENOUGH_DAYS} days on either side."
        )
    if comparison.changes:
        return ""
    return (
        f"No topic and no tag changed its share by more than chance would, from {_size(before)} to "
        f"{_size(after)}."
    )


def write_method() -> tuple[str, ...]:
    """Say how it is counted, a paragraph each."""
    return (
        (
            "A paper counts once, in the month of the first dated digest that held it. Digests "
            "without a date stay out of time. Shares are of what the digests chose, not of the "
            "field."
        ),
        (
            "A topic or tag is said to rise or fade when its share differs from its share before "
            "by more than chance: the logarithm of the odds ratio, half a paper added to each "
            "count, over its standard error (Haldane 1956, Anscombe 1956); of all that are "
            "compared, those that the rule of Benjamini and Hochberg (1995) keeps where one in "
            "ten may be mistaken."
        ),
        (
            f"Nothing is compared with fewer than {ENOUGH_PAPERS} papers or {ENOUGH_DAYS} days "
            "with a digest on either side, nor a topic or tag with fewer than "
            f"{ENOUGH_OF_A_LABEL} papers."
        ),
    )
