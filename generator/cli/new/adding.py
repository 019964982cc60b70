"""What all commands that write an entry have in common: they try it, write it, and show it."""

from generator.cli.findings import shown
from generator.cli.terminal import Terminal
from generator.corpus.model import Corpus
from generator.desk import Draft, plan_addition, write_addition
from generator.settings import Settings


def add(
    terminal: Terminal, settings: Settings, draft: Draft, *, corpus: Corpus | None = None, then: str
) -> int:
    """Write a draft into its file and print what was written; `then` says what to do next.

    Raises Refusal where nothing was written, which says why.
    """
    addition = plan_addition(draft, settings.curation, root=settings.root, corpus=corpus)
    write_addition(addition)
    terminal.say(f"Added to {addition.place.file}:{addition.place.line}")
    terminal.say("".join(f"    {shown(line)}\n" for line in addition.text.splitlines()))
    terminal.say(then)
    return 0
