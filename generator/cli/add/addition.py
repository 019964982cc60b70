"""How digests are added: looked at, dated, tried with all other content, and written."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from generator import pipeline
from generator.cli.add.asking import Asking
from generator.cli.add.showing import (
    show_acquaintances,
    show_briefly,
    show_doubts,
    show_format,
    show_ledger,
    show_papers,
    show_place,
)
from generator.cli.findings import render_text, shown
from generator.cli.report import tell_of_errors
from generator.cli.terminal import Terminal
from generator.corpus.model import Corpus
from generator.desk.arrivals.acquaintance import Acquaintance, Register
from generator.desk.arrivals.days import Stated, find_stated_day
from generator.desk.arrivals.doubts import list_doubts
from generator.desk.arrivals.parcels import Parcel
from generator.desk.arrivals.shelving import Shelf, Slot, Stored, choose_ending, put_away
from generator.desk.arrivals.understanding import Understanding, understand
from generator.diagnostics import Diagnostic, Severity
from generator.settings import Settings

_ADDED, _NOT_ADDED = 0, 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Wishes:
    """What a person said of digests on the command line; empty where nothing."""

    day: date | None
    undated: str
    expected: str
    dry_run: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A digest that was understood, and the place that it would have."""

    parcel: Parcel
    understanding: Understanding
    slot: Slot
    same: tuple[Stored, ...]
    """Digests with the same bytes, under other days or names."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Trial:
    """All content with the candidates in it: the mistakes they make, and those of before."""

    corpus: Corpus
    errors: tuple[Diagnostic, ...]
    former: tuple[Diagnostic, ...]


def add_digests(
    terminal: Terminal,
    settings: Settings,
    parcels: Sequence[Parcel],
    wishes: Wishes,
    asking: Asking,
) -> int:
    """Add what arrived, all of it or nothing, or say why not. Gives the exit code.

    Whoever calls holds the shelf. Raises Refusal where something is missing that only a person can
    say, OSError where a file cannot be read or written.
    """
    whole = len(parcels) == 1
    understandings = []
    for parcel in parcels:
        terminal.show_step(f"Reading {shown(parcel.label)}")
        understandings.append(understand(parcel, expected=wishes.expected))
    if any(each.refusals for each in understandings):
        return _refuse(terminal, understandings)
    shelf = Shelf(settings.digests, root=settings.root)
    candidates = []
    for parcel, understanding in zip(parcels, understandings, strict=True):
        same = shelf.find_same(understanding.data)
        if same and _is_meant(same, wishes):
            _say_there(terminal, parcel.label, "These very bytes are", same[0])
            continue
        if whole:
            _say(terminal, show_format(understanding))
        slot, origin = _choose_slot(shelf, understanding, parcel, wishes, asking)
        shelf.reserve(slot, understanding.data)
        candidates.append(
            Candidate(parcel=parcel, understanding=understanding, slot=slot, same=same)
        )
        if whole:
            _say(terminal, show_place(slot, origin))
            _say(terminal, show_papers(understanding.digest.entries))
            _say(terminal, show_ledger(understanding.digest.ledger, understanding.label))
    if not candidates:
        return _ADDED
    return _try_and_write(terminal, settings, shelf, candidates, wishes, asking, whole=whole)


def _try_and_write(
    terminal: Terminal,
    settings: Settings,
    shelf: Shelf,
    candidates: Sequence[Candidate],
    wishes: Wishes,
    asking: Asking,
    *,
    whole: bool,
) -> int:
    trial = _try(terminal, settings, candidates)
    register = Register(trial.corpus)
    kept = list(_leave_out_twins(terminal, shelf, candidates, register))
    if len(kept) < len(candidates):
        # Their places are free again, and the others move up.
        parcels = [candidate.parcel for candidate in kept]
        return add_digests(terminal, settings, parcels, wishes, asking) if kept else _ADDED
    doubts: list[str] = []
    for candidate in candidates:
        understanding, slot = candidate.understanding, candidate.slot
        papers = register.compare(slot.name.id)
        show = show_acquaintances(papers) if whole else show_briefly(understanding, slot, papers)
        _say(terminal, show)
        begin = "" if whole else f"{understanding.label}: "
        doubts += (f"{begin}{doubt}" for doubt in _list_doubts(candidate, papers))
    if trial.errors:
        terminal.say(render_text(trial.errors, colour=terminal.colour))
        terminal.say("Not added: with it, the site would have these mistakes.")
        return _NOT_ADDED
    if doubts:
        _say(terminal, show_doubts(doubts))
        if not asking.confirm(doubts):
            return _NOT_ADDED
    for candidate in candidates:
        if not wishes.dry_run:
            put_away(candidate.slot, candidate.understanding.data)
            terminal.say(f"Added {candidate.slot.shown}.")
    terminal.say(
        "Nothing was written: this was a dry run."
        if wishes.dry_run
        else "`broadsheet serve` shows what your site is now."
    )
    tell_of_errors(terminal, trial.former)
    return _ADDED


def _leave_out_twins(
    terminal: Terminal, shelf: Shelf, candidates: Sequence[Candidate], register: Register
) -> Iterator[Candidate]:
    """Leave out whose very papers another digest of the day has, and say so."""
    ids = [candidate.slot.name.id for candidate in candidates]
    for number, candidate in enumerate(candidates):
        twin = register.find_same_papers(ids[number], besides=ids[number + 1 :])
        if twin and (there := shelf.find(twin)):
            _say_there(terminal, candidate.parcel.label, "The same papers are", there)
        else:
            yield candidate


def _refuse(terminal: Terminal, understandings: Sequence[Understanding]) -> int:
    for each in understandings:
        terminal.say(render_text(each.refusals, colour=terminal.colour))
        if each.refusals and each.digest.entries:
            _say(terminal, show_papers(each.digest.entries))
            _say(terminal, show_ledger(each.digest.ledger, each.label))
    terminal.say("Not added." if len(understandings) == 1 else "Not added, nor what came with it.")
    return _NOT_ADDED


def _is_meant(same: Iterable[Stored], wishes: Wishes) -> bool:
    """Whether one of the digests with the same bytes is of the day that was asked for, if any."""
    if not (wishes.day or wishes.undated):
        return True
    return any(
        each.name.date == wishes.day if wishes.day else each.name.name == wishes.undated
        for each in same
    )


def _say_there(terminal: Terminal, label: str, what: str, there: Stored) -> None:
    terminal.say(f"{shown(label)}: {what.lower()} there already: {there.shown}. Nothing changes.")


def _choose_slot(
    shelf: Shelf, understanding: Understanding, parcel: Parcel, wishes: Wishes, asking: Asking
) -> tuple[Slot, str]:
    ending = choose_ending(parcel.name, understanding.text)
    if wishes.undated:
        return shelf.find_undated_slot(wishes.undated, ending), ""
    if wishes.day:
        return shelf.find_slot(wishes.day, ending), "as you said"
    stated = _find_stated(understanding)
    today = date.today()  # a person's own day
    day, origin = asking.ask_day(parcel.label, parcel.dated, stated, today)
    return shelf.find_slot(day, ending), origin


def _find_stated(understanding: Understanding) -> Stated | None:
    day = understanding.day
    if day:
        return Stated(words=str(day), line=0, month=day.month, day_of_month=day.day, day=day)
    return find_stated_day(understanding.text, understanding.digest.ledger)


def _try(terminal: Terminal, settings: Settings, candidates: Iterable[Candidate]) -> Trial:
    """Read and render all content with the digests in it, in memory."""
    step = terminal.show_step
    also = {each.slot.path: each.understanding.data for each in candidates}
    before = pipeline.read_content(settings, on_step=step)
    after = pipeline.read_content(settings, on_step=step, also=also)
    errors = _errors(pipeline.render_edition(settings, after, on_step=step).diagnostics)
    former = _errors(before.diagnostics)
    if errors and not former:
        # Pages and templates may have had mistakes of their own.
        former = _errors(pipeline.render_edition(settings, before, on_step=step).diagnostics)
    return Trial(
        corpus=after.corpus,
        errors=tuple(error for error in errors if _know(error) not in set(map(_know, former))),
        former=former,
    )


def _errors(diagnostics: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    return tuple(each for each in diagnostics if each.severity is Severity.ERROR)


def _know(error: Diagnostic) -> tuple[str, str, str]:
    """Tell a mistake from others: its hint may name what is nearest now."""
    return error.code, str(error.place), error.message


def _list_doubts(candidate: Candidate, papers: Iterable[Acquaintance]) -> Iterator[str]:
    understanding = candidate.understanding
    for there in candidate.same:
        yield f"The same bytes are there as {there.shown}, under another day or name."
    today = date.today()  # a person's own day
    yield from list_doubts(understanding, candidate.slot.name.date, today)
    for each in papers:
        if each.contradicts:
            yield f"“{each.here.title.clean}” {each.doubt}."


def _say(terminal: Terminal, lines: Iterable[str]) -> None:
    for line in lines:
        terminal.say(line)
