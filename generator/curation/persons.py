"""Curators' entries on authors beside the names that papers bear."""

from collections.abc import Iterator, Mapping, Sequence

from generator.corpus.authorship import Person, author_id
from generator.corpus.model import Corpus
from generator.corpus.names import parse_name, tidy_name
from generator.curation.merging import Corrections
from generator.curation.model import AuthorEdit, Written
from generator.curation.naming import PaperNames
from generator.curation.wording import list_words, nearest, shorten
from generator.diagnostics import Code, Diagnostic
from generator.identifiers import AuthorId, Slug

_LONG_TITLE = 80
_MOST_NAMES = 5
_LEAST_LIKENESS = 0.7
"""Of 1. The nearest name may well be somebody else's: it is asked for, never taken."""


def resolve_persons(
    edits: Sequence[AuthorEdit], corpus: Corpus, papers: PaperNames, corrections: Corrections
) -> tuple[tuple[Person, ...], tuple[Diagnostic, ...]]:
    """Find the names and papers of all entries, and report what they cannot have.

    `corpus` is the one after `corrections`, `papers` knows those of the one before. A name that
    nobody bears is a warning, since sources may come to spell it otherwise.
    """
    if not edits:
        return (), ()
    register = _Register(corpus)
    findings: list[Diagnostic] = []
    persons = []
    for edit in edits:
        theirs: dict[Slug, Written] = {}
        for written in edit.papers:
            paper, finding = papers.find(written)
            if finding:
                findings.append(finding)
            elif paper:
                theirs[corrections.new_id(paper)] = written
        findings += register.enter(edit, theirs)
        persons.append(_make_person(edit, frozenset(theirs) if edit.papers else None))
    findings += (finding for edit in edits for finding in register.check_address(edit))
    return tuple(persons), tuple(findings)


def _make_person(edit: AuthorEdit, papers: frozenset[Slug] | None) -> Person:
    return Person(
        id=AuthorId(edit.id.text),
        name=parse_name(tidy_name(edit.name.text)).spoken,
        names=frozenset(_names_of(edit)),
        papers=papers,
        affiliation=edit.affiliation,
        orcid=edit.orcid,
        homepage=edit.homepage,
        note=edit.note,
        place=edit.name.place,
    )


def _names_of(edit: AuthorEdit) -> Mapping[AuthorId, Written]:
    """Give the addresses of an entry's names, each with where it stands first."""
    names: dict[AuthorId, Written] = {}
    for name in (edit.name, *edit.names):
        names.setdefault(author_id(name.text), name)
    return names


class _Register:
    """Who has which name and address: the papers of a corpus, and the entries until now."""

    def __init__(self, corpus: Corpus) -> None:
        self._corpus = corpus
        self._borne = {
            author_id(name): parse_name(name).spoken
            for paper in corpus.papers.values()
            for name in paper.authors.names
        }
        self._ids: dict[str, AuthorEdit] = {}
        self._whole: dict[AuthorId, AuthorEdit] = {}
        self._parts: dict[tuple[AuthorId, Slug], AuthorEdit] = {}

    def enter(self, edit: AuthorEdit, papers: Mapping[Slug, Written]) -> Iterator[Diagnostic]:
        """Enter an author with the papers that are named; report whose name or paper they take."""
        names = _names_of(edit)
        first = self._ids.setdefault(edit.id.text, edit)
        if first is not edit:
            yield _report_second_entry(edit, first)
            return
        yield from self._check_names(edit, names)
        for name, written in names.items():
            if edit.papers:
                continue
            other = self._whole.setdefault(name, edit)
            if other is not edit:
                yield _report_name_taken(written, other)
        for paper, written in papers.items():
            if self._names_on(paper).isdisjoint(names):
                yield self._report_not_theirs(edit, paper, written)
            others = [self._parts.setdefault((name, paper), edit) for name in names]
            if taken := [other for other in others if other is not edit]:
                yield _report_paper_taken(written, taken[0])

    def check_address(self, edit: AuthorEdit) -> Iterator[Diagnostic]:
        """Report an address that leads, or could lead, to somebody else; all are entered by now."""
        id_ = AuthorId(edit.id.text)
        if id_ in _names_of(edit):
            if edit.papers:
                yield _report_address(edit.id, f"everybody called {edit.name.text}", edit)
            return
        if other := self._whole.get(id_):
            yield _report_address(edit.id, f"{other.name.text}, in {other.name.place}", edit)
        elif id_ in self._borne:
            yield _report_address(edit.id, self._borne[id_], edit)

    def _names_on(self, paper: Slug) -> set[AuthorId]:
        return {author_id(name) for name in self._corpus.papers[paper].authors.names}

    def _check_names(
        self, edit: AuthorEdit, names: Mapping[AuthorId, Written]
    ) -> Iterator[Diagnostic]:
        """Report names that no paper bears; the one that is shown need not be among several."""
        for name, written in names.items():
            is_shown_only = written is edit.name and len(names) > 1
            is_address = written.text == name  # one that they had, and that is to lead to them
            if name not in self._borne and not is_shown_only and not is_address:
                yield self._report_unknown(written)

    def _report_unknown(self, name: Written) -> Diagnostic:
        meant = nearest(
            parse_name(name.text).spoken,
            {spoken: spoken for spoken in self._borne.values()},
            least=_LEAST_LIKENESS,
        )
        return Diagnostic(
            code=Code.UNKNOWN_AUTHOR,
            place=name.place,
            message=f"No paper names an author “{shorten(name.text)}”.",
            hint=f"Did you mean `{meant}`?"
            if meant
            else "Copy the name from a paper; within brackets, one with a comma needs quotes.",
        )

    def _report_not_theirs(self, edit: AuthorEdit, paper: Slug, written: Written) -> Diagnostic:
        held = self._corpus.papers[paper]
        title = shorten(held.title.clean, _LONG_TITLE)
        named = held.authors.spoken
        if meant := nearest(edit.name.text, named, least=_LEAST_LIKENESS):
            hint = f"Did you mean `{meant}`? Then add it to `names`."
        elif named:
            more = f" and {len(named) - _MOST_NAMES:,} more" if len(named) > _MOST_NAMES else ""
            hint = f"It names {list_words(named[:_MOST_NAMES])}{more}."
        else:
            hint = "Its authors are not known yet; papers.yml can give them (`authors`)."
        return Diagnostic(
            code=Code.UNKNOWN_AUTHOR,
            place=written.place,
            message=f"“{title}” does not name {edit.name.text}.",
            hint=hint,
        )


def _report_second_entry(edit: AuthorEdit, first: AuthorEdit) -> Diagnostic:
    return Diagnostic(
        code=Code.DUPLICATE_ID,
        place=edit.id.place,
        message=f"The address `{edit.id.text}` has an entry already, in {first.id.place}.",
        hint="Make one entry of the two; if they are two people, give the one an `id` of its own "
        "and, in `papers`, what they wrote.",
    )


def _report_name_taken(name: Written, other: AuthorEdit) -> Diagnostic:
    return Diagnostic(
        code=Code.NAME_TAKEN,
        place=name.place,
        message=f"All papers of “{name.text}” are those of {other.name.text} already, in "
        f"{other.name.place}.",
        hint="Name in `papers` those that are of the one, or delete the name from one of the two.",
    )


def _report_paper_taken(paper: Written, other: AuthorEdit) -> Diagnostic:
    return Diagnostic(
        code=Code.DUPLICATE_PAPER,
        place=paper.place,
        message=f"“{shorten(paper.text, _LONG_TITLE)}” is given to `{other.id.text}` already, in "
        f"{other.id.place}.",
        hint="Keep it with whoever wrote it.",
    )


def _report_address(address: Written, owner: str, edit: AuthorEdit) -> Diagnostic:
    hint = (
        "Choose one that tells them apart, or leave out `papers`: what is nobody else's is theirs."
        if edit.papers
        else "Choose another one, or add that name to `names` if it is theirs."
    )
    return Diagnostic(
        code=Code.ADDRESS_TAKEN,
        place=address.place,
        message=f"The address `{address.text}` is that of {owner}.",
        hint=hint,
    )
