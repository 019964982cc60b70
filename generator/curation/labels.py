"""Topics and tags as they are named in other entries."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from generator.curation.composing import Path
from generator.curation.documents import Document
from generator.curation.wording import list_words, make_id, nearest, shorten
from generator.diagnostics import Code, Diagnostic, Place

_FEW = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class LabelNames:
    """How topics, or tags, can be called.

    `ids` gives the id for each id, name and alias; labels whose entry has a mistake are among them.
    `complete` is false where an entry could not be read, so that a word that is not here may well
    be right.
    """

    ids: Mapping[str, str]
    complete: bool


def collect_names(
    documents: Iterable[Document], labels: Iterable[tuple[str, tuple[str, ...]]]
) -> LabelNames:
    """Collect the ids of labels with their other names, and the ids of entries with a mistake."""
    documents = tuple(documents)
    ids: dict[str, str] = {}
    for id_, words in labels:
        ids[id_] = id_
        for word in words:
            ids.setdefault(word, id_)
    for document in documents:
        for entry in document.data:
            if isinstance(entry, dict) and isinstance(entry.get("id"), str):
                id_ = make_id(entry["id"])  # a malformed one stands for what it should be
                ids[id_] = id_
    return LabelNames(ids=ids, complete=all(document.complete for document in documents))


def check_names(
    document: Document, path: Path, labels: object, code: Code, known: LabelNames
) -> Iterator[Diagnostic]:
    """Report what is twice in a list of ids, or is no id; `path` leads to the list.

    `code` says which kind they are of. What is no list of texts is for others to report.
    """
    seen: set[str] = set()
    for number, label in enumerate(labels if isinstance(labels, tuple) else ()):
        if not isinstance(label, str):
            continue
        place = document.place((*path, number))
        if label in seen:
            yield Diagnostic(
                code=Code.DUPLICATE_ID,
                place=place,
                message=f"`{label}` stands twice in this list.",
                hint="Keep one of the two.",
            )
        elif known.ids.get(label) != label and known.complete:
            yield _report_unknown(label, place, code, known)
        seen.add(label)


def _report_unknown(label: str, place: Place, code: Code, known: LabelNames) -> Diagnostic:
    noun = "topic" if code is Code.UNKNOWN_TOPIC else "tag"
    ids = sorted(set(known.ids.values()))
    if meant := nearest(label, known.ids):
        hint = f"Did you mean `{meant}`?"
    elif 0 < len(ids) <= _FEW:
        hint = f"The {noun}s are {list_words(ids)}."
    else:
        hint = f"The ids of all {noun}s stand in {noun}s.yml."
    return Diagnostic(
        code=code, place=place, message=f"There is no {noun} `{shorten(label)}`.", hint=hint
    )
