"""Advice on rules and their phrases: those that never find anything, and those that always do."""

from collections.abc import Iterator

from generator.corpus.model import Corpus
from generator.curation.audit.advice import Advice, Subject
from generator.curation.audit.tally import Line, RuleTally, Tally
from generator.curation.wording import list_words, shorten

_FEWEST_PAPERS = 20
"""Among fewer papers, that a phrase stands in most of them means nothing."""
_MOST = 0.5
_TITLE_LENGTH = 60


def advise_on_rules(tally: Tally, corpus: Corpus) -> Iterator[Advice]:
    """Advise on rules that give nothing, and on evidence and phrases that find nothing."""
    for rule in tally.rules:
        if not rule.met:
            yield _advise_never_met(rule, corpus)
        idle = [line for line in rule.lines if not line.counts]
        if len(idle) < len(rule.lines):  # else it was said of the rule
            yield from (_advise_never_counts(rule, line, tally) for line in idle)
        unfound = [
            phrase
            for line in rule.lines
            if line.counts
            for phrase in line.phrases
            if not tally.found.get(phrase.text)
        ]
        if unfound:
            total = sum(len(line.phrases) for line in rule.lines)
            yield Advice(
                subject=Subject.PHRASES_NEVER_FOUND,
                place=unfound[0].place,
                message=f"{len(unfound)} of the {total} phrases of the {_name(rule)} "
                f"{'stands' if len(unfound) == 1 else 'stand'} in no paper.",
                suggestion="Look for slips of the pen among them. Words that papers to come may "
                "use do no harm.",
                items=tuple((phrase.text, phrase.place) for phrase in unfound),
            )


def advise_on_common_phrases(tally: Tally) -> Iterator[Advice]:
    """Advise on phrases that stand in most papers and speak for a topic or tag all the same."""
    if tally.papers < _FEWEST_PAPERS:
        return
    for rule in tally.rules:
        for line in rule.lines:
            speaks = max(line.rule.title, line.rule.abstract, line.rule.again) > 0
            if not speaks or line.rule.with_ or line.rule.all:
                continue
            for phrase in line.phrases:
                share = tally.found.get(phrase.text, 0) / tally.papers
                if share > _MOST:
                    yield Advice(
                        subject=Subject.PHRASE_EVERYWHERE,
                        place=phrase.place,
                        message=f"`{phrase.text}` stands in {share:.0%} of all papers, and speaks "
                        f"for the {_name(rule)}.",
                        suggestion="It tells little: lower its weight, or ask for another word in "
                        "the same sentence (`with`).",
                    )


def _advise_never_met(rule: RuleTally, corpus: Corpus) -> Advice:
    if rule.nearest:
        title = shorten(corpus.papers[rule.nearest.paper].title.clean, _TITLE_LENGTH)
        suggestion = (
            f"The nearest paper is “{title}” with {rule.nearest.total:g} of "
            f"{rule.nearest.threshold:g}. If it should be met, lower the threshold or add phrases; "
            "else keep it for papers to come, or delete the entry."
        )
    else:
        suggestion = "Nothing that it looks for stands in any paper: check the spelling."
    return Advice(
        subject=Subject.RULE_NEVER_MET,
        place=rule.label.place,
        message=f"The rule of the {_name(rule)} is met by no paper.",
        suggestion=suggestion,
    )


def _advise_never_counts(rule: RuleTally, line: Line, tally: Tally) -> Advice:
    found = [phrase for phrase in line.phrases if tally.found.get(phrase.text)]
    if found:
        conditions = [
            name
            for name, words in (
                ("with", line.rule.with_),
                ("all", line.rule.all),
                ("not", line.rule.not_),
                ("unless", line.rule.unless),
            )
            if words
        ]
        where = f"They stand in papers, but {_blame(conditions)}."
        suggestion = f"{where} Loosen that, or delete the line."
    else:
        suggestion = (
            "None of its phrases stands in any paper. Look for slips of the pen; keep it if papers "
            "to come may use these words."
        )
    return Advice(
        subject=Subject.EVIDENCE_NEVER_COUNTS,
        place=line.phrases[0].place,
        message=f"A line of evidence of the {_name(rule)} counts in no paper.",
        suggestion=suggestion,
        items=tuple((phrase.text, phrase.place) for phrase in line.phrases),
    )


def _blame(conditions: list[str]) -> str:
    if not conditions:
        return "only where they weigh nothing, or within words that every abstract has"
    return f"{list_words(conditions, 'or')} never lets them count"


def _name(rule: RuleTally) -> str:
    return f"{rule.kind} {rule.label.name}"
