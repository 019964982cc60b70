"""Starting entries: what a new topic, tag, note or reading list begins with, and where it goes."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from generator.corpus.model import Corpus
from generator.curation.lookup import PaperSearch
from generator.curation.model import Curation, Tag, Topic
from generator.curation.wording import make_id
from generator.desk.entries import Reference, Value, render_entry
from generator.desk.refusal import Refusal
from generator.diagnostics import Place
from generator.identifiers import Slug

_HUES = range(1, 9)
_FORMS = range(1, 6)
_THRESHOLD, _TITLE, _ABSTRACT, _AGAIN = 2, 2, 1, 1
"""As a tag without a rule is given: for a phrase in the title, or in two sentences."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """An entry that is to be written into a file under `content/curation`.

    It stands behind the entry number `after` of the file, from 0, or at its end. `kind` names the
    schema of the file, in case it has to be begun.
    """

    file: str
    kind: str
    text: str
    after: int | None = None
    heading: str = ""
    """Comments with which the file begins, if it has to be begun."""


def draft_topic(
    curation: Curation,
    *,
    name: str,
    family: str,
    id_: str = "",
    description: str = "",
    phrases: Sequence[str] = (),
) -> Draft:
    """Draft a topic: last of its family, in the family's colour, with a form that is free there.

    Raises Refusal where a topic has its id or name already.
    """
    name, family, description = map(on_one_line, (name, family, description))
    id_ = _make_id(id_, name)
    for topic in curation.topics:
        _refuse_double("topic", topic, id_, (name,), (topic.name,))
    siblings = [n for n, topic in enumerate(curation.topics) if topic.family == family]
    hue, form = _choose_mark(curation.topics, family)
    entry: dict[str, Value] = {
        "id": id_,
        "name": name,
        "family": family,
        "hue": hue,
        "form": form,
        "description": description or f"Papers on {name[:1].lower()}{name[1:]}.",
        "rule": {
            "threshold": _THRESHOLD,
            "phrases": [
                {
                    "any": [on_one_line(phrase) for phrase in phrases]
                    or [name[:1].lower() + name[1:]],
                    "title": _TITLE,
                    "abstract": _ABSTRACT,
                    "again": _AGAIN,
                }
            ],
        },
    }
    after = siblings[-1] if siblings else None
    return Draft(file="topics.yml", kind="topics", text=render_entry(entry), after=after)


def _choose_mark(topics: Sequence[Topic], family: str) -> tuple[int, int]:
    """Choose a colour and a form, from those that are least used."""
    siblings = [topic for topic in topics if topic.family == family]
    if siblings:
        return siblings[0].hue, _least_used(_FORMS, (topic.form for topic in siblings))
    families = {topic.family: topic.hue for topic in topics}
    return _least_used(_HUES, families.values()), _FORMS[0]


def _least_used(choices: Iterable[int], used: Iterable[int]) -> int:
    taken = list(used)
    return min(choices, key=taken.count)


def draft_tag(
    curation: Curation,
    *,
    name: str,
    id_: str = "",
    aliases: Sequence[str] = (),
    description: str = "",
) -> Draft:
    """Draft a tag, at the end of the file.

    Raises Refusal where a tag has its id, or its name or an alias among its words.
    """
    name, description = on_one_line(name), on_one_line(description)
    aliases = [on_one_line(alias) for alias in aliases]
    id_ = _make_id(id_, name)
    for tag in curation.tags:
        _refuse_double("tag", tag, id_, (name, *aliases), (tag.name, *tag.aliases))
    entry: dict[str, Value] = {"id": id_, "name": name}
    if aliases:
        entry["aliases"] = aliases
    if description:
        entry["description"] = description
    return Draft(file="tags.yml", kind="tags", text=render_entry(entry))


def draft_note(
    curation: Curation,
    corpus: Corpus,
    search: PaperSearch,
    *,
    paper: Slug,
    note: str,
    pick: bool = False,
) -> Draft:
    """Draft a note on a paper, at the end of the last file of entries on papers.

    Raises Refusal where the paper has an entry already.
    """
    edit = search.resolved.edits.get(paper)
    title = corpus.papers[paper].title.clean
    if edit:
        message = (
            f"“{title}” has an entry already, in {edit.paper.place}. Add the note there, in a line "
            f"`note: …` beneath it."
        )
        raise Refusal(message)
    entry: dict[str, Value] = {"paper": refer_to(corpus, paper)}
    if pick:
        entry["pick"] = True
    lines = note.strip().splitlines()
    entry["note"] = "\n".join(map(str.rstrip, lines)) if len(lines) > 1 else on_one_line(note)
    files = [edit.paper.place.file.partition("content/curation/")[2] for edit in curation.edits]
    file = "papers.yml" if "papers.yml" in files else max(files, default="papers.yml")
    return Draft(file=file, kind="papers", text=render_entry(entry))


def draft_collection(
    curation: Curation,
    corpus: Corpus,
    *,
    name: str,
    papers: Sequence[Slug],
    id_: str = "",
    description: str = "",
) -> Draft:
    """Draft a reading list, in a file of its own.

    Raises Refusal where a list has its id or name, or a paper stands twice in it.
    """
    name, description = on_one_line(name), on_one_line(description)
    id_ = _make_id(id_, name)
    for collection in curation.collections:
        if id_ == collection.id or name.casefold() == collection.name.casefold():
            raise Refusal(_say_double("reading list", collection.name, collection.place))
    for paper in papers:
        if papers.count(paper) > 1:
            message = f"“{corpus.papers[paper].title.clean}” is named twice."
            raise Refusal(message)
    entry: dict[str, Value] = {
        "id": id_,
        "name": name,
        "description": description or f"{len(papers)} papers to begin with.",
        "papers": [{"paper": refer_to(corpus, paper)} for paper in papers],
    }
    return Draft(file=f"collections/{id_}.yml", kind="collections", text=render_entry(entry))


def on_one_line(text: str) -> str:
    """Give a text with single spaces, as a person would write it."""
    return " ".join(text.split())


def _make_id(id_: str, name: str) -> str:
    made = id_ or make_id(name)
    if not made:
        message = f"“{name}” has no letter from a to z and no digit: give it an id with --id."
        raise Refusal(message)
    return made


def refer_to(corpus: Corpus, paper: Slug) -> Reference:
    """Name a paper by its arXiv id, or else its slug."""
    known = corpus.papers[paper]
    return Reference(name=known.arxiv_id or known.id, title=known.title.clean)


def _refuse_double(
    noun: str, label: Topic | Tag, id_: str, words: Iterable[str], taken: Iterable[str]
) -> None:
    theirs = {word.casefold() for word in taken}
    if id_ == label.id or any(word.casefold() in theirs for word in words):
        raise Refusal(_say_double(noun, label.name, label.place))


def _say_double(noun: str, name: str, place: Place) -> str:
    return f"There is such a {noun} already, {name}, in {place}. Add to that one what is missing."
