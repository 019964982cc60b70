"""What curators say of papers and authors, and collect in reading lists, as files have it."""

from collections.abc import Iterator, Sequence

from generator.corpus.authorship import author_id
from generator.curation.declarations import report_duplicate_id
from generator.curation.documents import Document
from generator.curation.labels import LabelNames, check_names
from generator.curation.model import (
    AuthorEdit,
    CollectionEdit,
    LabelChange,
    ListedEdit,
    PaperEdit,
    PaperLink,
    Written,
)
from generator.curation.schema import (
    AuthorEntry,
    CollectionEntry,
    PaperEntry,
    TagChange,
    TopicChange,
)
from generator.curation.validation import validate_entries
from generator.diagnostics import Code, Diagnostic, Place
from generator.identifiers import TagId, TopicId

_CHANGES = ("add", "remove", "set")


def collect_edits(
    documents: Sequence[Document], topics: LabelNames, tags: LabelNames
) -> tuple[tuple[PaperEdit, ...], tuple[Diagnostic, ...]]:
    """Make edits of the entries of `papers.yml`, and report topics and tags that are not known."""
    edits: list[PaperEdit] = []
    findings: list[Diagnostic] = []
    for document in documents:
        entries, found = validate_entries(document, PaperEntry)
        findings += found
        edits += (_edit(document, number, entry) for number, entry in entries)
        for number, entry in entries:
            findings += _check_links(document, number, _links(entry))
        findings += _check_labels(document, "topics", Code.UNKNOWN_TOPIC, topics)
        findings += _check_labels(document, "tags", Code.UNKNOWN_TAG, tags)
    return tuple(edits), tuple(findings)


def _edit(document: Document, number: int, entry: PaperEntry) -> PaperEdit:
    def written(key: str, text: str | None) -> Written | None:
        return Written(text=text, place=document.place((number, key))) if text else None

    return PaperEdit(
        paper=Written(text=entry.paper, place=document.place((number, "paper"))),
        pick=bool(entry.pick),
        note=entry.note or "",
        hide=entry.hide or "",
        title=entry.title or "",
        abstract=entry.abstract or "",
        authors=entry.authors or (),
        links=_links(entry),
        topics=_topic_change(entry.topics, document.key_place((number, "topics"))),
        tags=_tag_change(entry.tags, document.key_place((number, "tags"))),
        merge_into=written("merge_into", entry.merge_into),
        slug=written("slug", entry.slug),
    )


def _links(entry: PaperEntry) -> tuple[PaperLink, ...]:
    return tuple(PaperLink(label=link.label, url=link.url) for link in entry.links or ())


def _check_links(
    document: Document, number: int, links: tuple[PaperLink, ...]
) -> Iterator[Diagnostic]:
    seen: dict[str, str] = {}
    for n, link in enumerate(links):
        if link.key in seen:
            yield Diagnostic(
                code=Code.DUPLICATE_ID,
                place=document.place((number, "links", n, "label")),
                message=f"This paper has a link `{seen[link.key]}` already.",
                hint="Give each link a label of its own, or keep one of the two.",
            )
        seen.setdefault(link.key, link.label)


def _topic_change(change: TopicChange | None, place: Place) -> LabelChange[TopicId] | None:
    if change is None:
        return None
    return LabelChange(
        add=tuple(map(TopicId, change.add or ())),
        remove=tuple(map(TopicId, change.remove or ())),
        set=None if change.set is None else tuple(map(TopicId, change.set)),
        place=place,
    )


def _tag_change(change: TagChange | None, place: Place) -> LabelChange[TagId] | None:
    if change is None:
        return None
    return LabelChange(
        add=tuple(map(TagId, change.add or ())),
        remove=tuple(map(TagId, change.remove or ())),
        set=None if change.set is None else tuple(map(TagId, change.set)),
        place=place,
    )


def _check_labels(
    document: Document, key: str, code: Code, known: LabelNames
) -> Iterator[Diagnostic]:
    """Look up the labels of all entries as they were received, also of those with a mistake."""
    for number, entry in enumerate(document.data):
        changes = entry.get(key) if isinstance(entry, dict) else None
        if isinstance(changes, dict):
            for change in _CHANGES:
                path = (number, key, change)
                yield from check_names(document, path, changes.get(change), code, known)


def collect_authors(
    documents: Sequence[Document],
) -> tuple[tuple[AuthorEdit, ...], tuple[Diagnostic, ...]]:
    """Make edits of the entries of `authors.yml`; the names and papers are looked up later."""
    edits: list[AuthorEdit] = []
    findings: list[Diagnostic] = []
    for document in documents:
        entries, found = validate_entries(document, AuthorEntry)
        findings += found
        edits += (_author(document, number, entry) for number, entry in entries)
    return tuple(edits), tuple(findings)


def _author(document: Document, number: int, entry: AuthorEntry) -> AuthorEdit:
    def listed(key: str, texts: tuple[str, ...] | None) -> tuple[Written, ...]:
        return tuple(
            Written(text=text, place=document.place((number, key, n)))
            for n, text in enumerate(texts or ())
        )

    name = Written(text=entry.name, place=document.place((number, "name")))
    return AuthorEdit(
        id=Written(text=entry.id, place=document.place((number, "id")))
        if entry.id
        else Written(text=author_id(entry.name), place=name.place),
        name=name,
        names=listed("names", entry.names),
        papers=listed("papers", entry.papers),
        affiliation=entry.affiliation or "",
        orcid=entry.orcid or "",
        homepage=entry.homepage or "",
        note=entry.note or "",
    )


def collect_collections(
    documents: Sequence[Document],
) -> tuple[tuple[CollectionEdit, ...], tuple[Diagnostic, ...]]:
    """Make reading lists of the entries of all files under `collections`."""
    collections: dict[str, CollectionEdit] = {}
    findings: list[Diagnostic] = []
    for document in documents:
        entries, found = validate_entries(document, CollectionEntry)
        findings += found
        for number, entry in entries:
            place = document.place((number, "id"))
            if entry.id in collections:
                findings.append(report_duplicate_id(entry.id, place, collections[entry.id].place))
                continue
            collections[entry.id] = CollectionEdit(
                id=entry.id,
                name=entry.name,
                description=entry.description,
                papers=tuple(
                    ListedEdit(
                        paper=Written(
                            text=listed.paper, place=document.place((number, "papers", n, "paper"))
                        ),
                        comment=listed.comment or "",
                    )
                    for n, listed in enumerate(entry.papers)
                ),
                place=place,
            )
    return tuple(collections.values()), tuple(findings)
