"""A starting entry on an author: other names that are theirs, or the papers that are."""

from collections.abc import Sequence

from generator.corpus.authorship import author_id
from generator.corpus.model import Corpus
from generator.corpus.names import parse_name
from generator.curation.model import Curation
from generator.curation.wording import make_id, nearest
from generator.desk.drafts import Draft, on_one_line, refer_to
from generator.desk.entries import Value, render_entry
from generator.desk.refusal import Refusal
from generator.identifiers import Slug


def draft_author(
    curation: Curation,
    corpus: Corpus,
    *,
    name: str,
    also: Sequence[str] = (),
    papers: Sequence[Slug] = (),
    id_: str = "",
    affiliation: str = "",
) -> Draft:
    """Draft an author, at the end of the file.

    Raises Refusal where no paper bears one of the names, or the author has an entry already.
    """
    name, affiliation = on_one_line(name), on_one_line(affiliation)
    names = [on_one_line(other) for other in also]
    _refuse_unknown(corpus, names or [name])
    if papers and not id_:
        if not affiliation:
            message = (
                "Whoever shares a name needs an address that tells them apart: give it with --id, "
                "or say with --affiliation where they work."
            )
            raise Refusal(message)
        id_ = make_id(f"{name} {affiliation}")
    for edit in curation.authors:
        if edit.id.text == (id_ or author_id(name)):
            message = (
                f"There is such an author already, {edit.name.text}, in {edit.id.place}. Add to "
                "that entry what is missing."
            )
            raise Refusal(message)
    entry: dict[str, Value] = {"name": name}
    if id_:
        entry["id"] = id_
    if affiliation:
        entry["affiliation"] = affiliation
    if names:
        entry["names"] = names
    if papers:
        entry["papers"] = [refer_to(corpus, paper) for paper in papers]
    return Draft(file="authors.yml", kind="authors", text=render_entry(entry))


def _refuse_unknown(corpus: Corpus, names: Sequence[str]) -> None:
    borne = {
        author_id(name): parse_name(name).spoken
        for paper in corpus.papers.values()
        for name in paper.authors.names
    }
    for name in names:
        if author_id(name) not in borne:
            meant = nearest(parse_name(name).spoken, borne.values())
            hint = f" Did you mean “{meant}”?" if meant else " Copy it from a paper."
            message = f"No paper names an author “{name}”.{hint}"
            raise Refusal(message)
