"""Papers that a person names on the command line."""

import click

from generator.cli.findings import shown
from generator.corpus.model import Corpus
from generator.curation.lookup import Found, PaperSearch
from generator.identifiers import Slug


def find_paper(text: str, search: PaperSearch, corpus: Corpus) -> Slug:
    """Find the paper that a text names; give its id in the corpus.

    Raises click.BadParameter where it names none, or several, with those that may be meant.
    """
    found = search.find(text)
    if found.paper is None:
        raise click.BadParameter(_suggest(text, found, corpus), param_hint="PAPER")
    return found.paper


def _suggest(text: str, found: Found, corpus: Corpus) -> str:
    """Say that a name means no paper, or several, and list those that may be meant."""
    if found.many:
        said = f"{found.many:,} papers have “{shown(text)}” in their title."
    else:
        said = f"no paper is called “{shown(text)}”."
    if not found.choices:
        return f"{said} Copy its title, or the last part of its address, from the site."
    papers = [corpus.papers[id_] for id_ in found.choices]
    lines = [f"  {p.arxiv_id or p.id}  {shown(p.title.clean)}" for p in papers]
    more = f"\n  and {found.many - len(lines):,} more" if found.many > len(lines) else ""
    return f"{said} Did you mean\n" + "\n".join(lines) + more
