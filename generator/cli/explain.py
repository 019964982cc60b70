"""`broadsheet explain`: says why a paper has its topics and tags."""

import json
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import click

from generator import pipeline
from generator.cli.findings import Format, shown
from generator.cli.options import format_option, site_option
from generator.cli.papers import find_paper
from generator.cli.report import tell_of_errors
from generator.cli.terminal import Terminal
from generator.corpus.model import FactSource, SourceKind
from generator.curation.explaining import Explanation, explain_paper
from generator.curation.lookup import PaperSearch
from generator.curation.scoring import Part
from generator.curation.verdicts import Clue, Verdict
from generator.curation.wording import list_words
from generator.diagnostics import Place
from generator.settings import read_environment, read_settings

_EPILOG = """\
\b
Examples:
  broadsheet explain 2401.10774
  broadsheet explain medusa                      a part of the title
  broadsheet explain language-model-cascades     the last part of its address
  broadsheet explain 2401.10774 --format json
"""
_KINDS = {
    SourceKind.CURATOR: "a curator",
    SourceKind.METADATA: "metadata",
    SourceKind.FOUND: "broadsheet enrich",
    SourceKind.DIGEST: "a digest",
}
_FACTS = {
    "arxiv_id": "arXiv id",
    "doi": "DOI",
    "published": "day",
    "code_url": "code",
    "url": "address",
}
_PARTS = {Part.TITLE: "title", Part.ABSTRACT: "abstract", Part.AGAIN: "further on"}


@click.command("explain", epilog=_EPILOG)
@click.argument("paper")
@site_option
@format_option(Format.TEXT, Format.JSON)
@click.pass_obj
def explain_command(terminal: Terminal, paper: str, root: Path, form: Format) -> int:
    """Say why PAPER has its topics and tags, and whence its facts are.

    PAPER is an arXiv id, the last part of the paper's address, its title, or words of its title
    that no other title holds.

    Of each topic and tag it shows the phrases that were found in the paper, what they weigh, the
    line of the rule they stand in, and how their sum compares with the threshold; then what came
    nearest without being given, and the lines with which a curator changed anything. Of each fact,
    such as the authors, it shows the source that gives it, and those that say something else.
    """
    settings = read_settings(root, read_environment())
    with terminal.steps():
        reading = pipeline.read_content(settings, on_step=terminal.show_step)
    search = PaperSearch(reading.corpus, reading.curation.edits)
    explanation = explain_paper(
        find_paper(paper, search, reading.corpus),
        corpus=reading.corpus,
        curation=reading.curation,
        curated=reading.curated,
        search=search,
    )
    if form is Format.JSON:
        terminal.say(json.dumps(_record(explanation), indent=2))
    else:
        terminal.say(render_explanation(explanation, colour=terminal.colour))
    tell_of_errors(terminal, reading.diagnostics)
    return 0


def render_explanation(explanation: Explanation, *, colour: bool = False) -> str:
    """Write an explanation for a person."""
    return "".join(f"{line}\n" for line in _list_lines(explanation, colour=colour))


def _list_lines(explanation: Explanation, *, colour: bool) -> Iterator[str]:
    yield _bold(shown(explanation.title), colour=colour)
    yield f"papers/{explanation.id}/" + (
        f"  arXiv {explanation.arxiv_id}" if explanation.arxiv_id else ""
    )
    first, *others = explanation.appearances
    yield f"{first}" + (f" and {len(others)} more" if others else "")
    for title in explanation.merged:
        yield f"With it is merged “{shown(title)}”."
    if explanation.hidden:
        yield f"It is hidden: {shown(explanation.hidden)}"
    yield ""
    yield _bold("Topics", colour=colour)
    if explanation.is_weak:
        yield "  No rule reached its threshold, so the rules give the nearest topic."
    yield from _list_verdicts(
        explanation.topics,
        explanation.withdrawn_topics,
        explanation.topic_runner_up,
        has_primary=True,
        colour=colour,
    )
    yield ""
    yield _bold("Tags", colour=colour)
    yield from _list_verdicts(
        explanation.tags,
        explanation.withdrawn_tags,
        explanation.tag_runner_up,
        colour=colour,
    )
    yield ""
    yield _bold("Facts", colour=colour)
    yield from _list_sources(explanation.sources, colour=colour)
    if explanation.words:
        yield ""
        yield _bold("Curators' words", colour=colour)
        for word in explanation.words:
            yield f"  {word.place}: {word.key}: {shown(word.effect)}"


def _list_sources(sources: Sequence[FactSource], *, colour: bool) -> Iterator[str]:
    """Say who gave which fact, and of whom another was believed first."""
    givers = {fact: source for source in reversed(sources) for fact in source.given}
    for source in sources:
        place = _dim(source.place, colour=colour)
        facts = ", ".join(map(_name, source.given)) or "nothing that stands"
        yield f"  {facts}: {_KINDS[source.kind]}  {place}"
        for fact in source.overruled:
            first = givers[fact]
            yield (
                f"      of the {_name(fact)} it says something else; {_KINDS[first.kind]} counts"
                f"  {_dim(first.place, colour=colour)}"
            )
    if not sources:
        yield "  none"


def _name(fact: str) -> str:
    return _FACTS.get(fact, fact.replace("_", " "))


def _list_verdicts(
    given: Sequence[Verdict],
    withdrawn: Iterable[Verdict],
    runner_up: Verdict | None,
    *,
    has_primary: bool = False,
    colour: bool,
) -> Iterator[str]:
    for number, verdict in enumerate(given):
        role = ", primary" if has_primary and number == 0 else ""
        yield from _list_verdict(verdict, role, colour=colour)
    if not given:
        yield "  none"
    for verdict in withdrawn:
        yield from _list_verdict(verdict, ", withdrawn", colour=colour)
    if runner_up:
        yield from _list_verdict(runner_up, ", runner-up", colour=colour)


def _list_verdict(verdict: Verdict, role: str, *, colour: bool) -> Iterator[str]:
    name = _bold(shown(verdict.name), colour=colour)
    score = f"{verdict.total:g} of {verdict.threshold:g}" if verdict.threshold else "no rule"
    bonus = f", {verdict.bonus:+g} as primary" if verdict.bonus else ""
    yield f"  {name}{role}: {score}{bonus}  {_dim(verdict.place, colour=colour)}"
    if verdict.before:
        yield f"      before {list_words(verdict.before)}, as its rule says"
    if verdict.change:
        did = "given" if verdict.given else "taken away"
        yield f"      {did} by the curator  {_dim(verdict.change, colour=colour)}"
    for clue in verdict.clues:
        yield (
            f"      {clue.weight:+g} {_PARTS[clue.part]}: {_show_words(clue, colour=colour)}"
            f"  {_dim(clue.place, colour=colour)}"
        )


def _show_words(clue: Clue, *, colour: bool) -> str:
    words = shown(clue.words)
    marked = click.style(words, bold=True) if colour else f"[{words}]"
    return f"{shown(clue.before)}{marked}{shown(clue.after)}"


def _bold(text: str, *, colour: bool) -> str:
    return click.style(text, bold=True) if colour else text


def _dim(place: Place, *, colour: bool) -> str:
    text = f"({place})"
    return click.style(text, dim=True) if colour else text


def _record(explanation: Explanation) -> dict[str, object]:
    """Give an explanation as values of JSON; its keys are a promise to programs."""
    return {
        "id": explanation.id,
        "title": explanation.title,
        "arxiv_id": explanation.arxiv_id,
        "hidden": explanation.hidden,
        "appearances": [str(place) for place in explanation.appearances],
        "merged": list(explanation.merged),
        "topics_are_weak": explanation.is_weak,
        "topics": [_record_verdict(verdict) for verdict in explanation.topics],
        "topics_withdrawn": [_record_verdict(v) for v in explanation.withdrawn_topics],
        "topic_runner_up": _record_verdict(explanation.topic_runner_up),
        "tags": [_record_verdict(verdict) for verdict in explanation.tags],
        "tags_withdrawn": [_record_verdict(v) for v in explanation.withdrawn_tags],
        "tag_runner_up": _record_verdict(explanation.tag_runner_up),
        "curators_words": [
            {"key": word.key, "effect": word.effect, "place": str(word.place)}
            for word in explanation.words
        ],
        "sources": [
            {
                "kind": str(source.kind),
                "place": str(source.place),
                "gives": list(source.given),
                "overruled": list(source.overruled),
            }
            for source in explanation.sources
        ],
    }


def _record_verdict(verdict: Verdict | None) -> dict[str, object] | None:
    if verdict is None:
        return None
    return {
        "id": verdict.id,
        "name": verdict.name,
        "place": str(verdict.place),
        "given": verdict.given,
        "by_rule": verdict.by_rule,
        "total": verdict.total,
        "threshold": verdict.threshold,
        "primary_bonus": verdict.bonus,
        "before": list(verdict.before),
        "changed_at": str(verdict.change) if verdict.change else None,
        "clues": [
            {
                "phrase": clue.phrase,
                "weight": clue.weight,
                "part": str(clue.part),
                "before": clue.before,
                "words": clue.words,
                "after": clue.after,
                "place": str(clue.place),
            }
            for clue in verdict.clues
        ],
    }
