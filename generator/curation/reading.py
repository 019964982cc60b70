"""From the files of `content/curation` to what curators wrote."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from generator.curation.declarations import declare_tags, declare_topics
from generator.curation.documents import Document, parse_document
from generator.curation.edits import collect_authors, collect_collections, collect_edits
from generator.curation.matches import collect_matches
from generator.curation.model import Curation
from generator.curation.schema import FileKind
from generator.curation.wording import list_words, nearest
from generator.diagnostics import Code, Diagnostic, Place, sort_diagnostics
from generator.sources.folders import content_files, is_own_file, shown_path

_SUFFIX = ".yml"
_FILES: Mapping[str, FileKind] = {
    "topics.yml": "topics",
    "tags.yml": "tags",
    "papers.yml": "papers",
    "authors.yml": "authors",
    "matches.yml": "matches",
}
_FOLDERS: Mapping[str, FileKind] = {"papers": "papers", "collections": "collections"}
_LOOKS_LIKE_YAML = frozenset({".yml", ".yaml"})


def read_curation(
    curation_dir: Path, *, root: Path, instead: Mapping[Path, bytes] | None = None
) -> tuple[Curation, tuple[Diagnostic, ...]]:
    """Read all that curators wrote, and report all that is wrong with it at once.

    `curation_dir` holds `topics.yml`, `tags.yml`, `authors.yml`, `papers.yml` or a folder `papers`,
    `matches.yml`, and a folder `collections`; each may be missing. Places are told from `root` on.
    What `instead` holds is read as if it stood in the files that it names, which need not be there.
    Raises OSError where a file cannot be read at all.
    """
    instead = instead or {}
    documents: defaultdict[FileKind, list[Document]] = defaultdict(list)
    findings: list[Diagnostic] = []
    for path in sorted({*content_files(curation_dir), *instead}, key=Path.as_posix):
        own = path.relative_to(curation_dir)
        if path.suffix.lower() not in _LOOKS_LIKE_YAML and not _lacks_ending(own):
            continue
        file = shown_path(path, root)
        kind = _kind_of(own)
        if path not in instead and not is_own_file(path):
            findings.append(_report_link(file))
            continue
        if kind is None:
            findings.append(_report_unknown_file(Path(shown_path(path, curation_dir)), file))
            continue
        data = instead[path] if path in instead else path.read_bytes()
        document, found = parse_document(data, file)
        documents[kind].append(document)
        findings.extend(found)
    curation = assemble_curation(documents)
    found_all = sort_diagnostics((*findings, *curation.diagnostics))
    return replace(curation, diagnostics=found_all), found_all


def assemble_curation(documents: Mapping[FileKind, Sequence[Document]]) -> Curation:
    """Make one curation of all documents, and report what does not fit in and between them."""
    topics = declare_topics(documents.get("topics", ()))
    tags = declare_tags(documents.get("tags", ()))
    edits, edit_findings = collect_edits(documents.get("papers", ()), topics.names, tags.names)
    authors, author_findings = collect_authors(documents.get("authors", ()))
    matches, match_findings = collect_matches(documents.get("matches", ()))
    collections, collection_findings = collect_collections(documents.get("collections", ()))
    return Curation(
        topics=topics.topics,
        tags=tags.tags,
        topic_rules=topics.rules,
        tag_rules=tags.rules,
        topic_phrases=topics.phrases,
        tag_phrases=tags.phrases,
        edits=edits,
        collections=collections,
        authors=authors,
        matches=matches,
        diagnostics=sort_diagnostics(
            (
                *topics.findings,
                *tags.findings,
                *edit_findings,
                *author_findings,
                *match_findings,
                *collection_findings,
            )
        ),
    )


def _kind_of(path: Path) -> FileKind | None:
    if len(path.parts) == 1:
        return _FILES.get(path.name)
    if len(path.parts) == 2 and path.suffix == _SUFFIX:
        return _FOLDERS.get(path.parts[0])
    return None


def _lacks_ending(path: Path) -> bool:
    """Tell a file that would be read but for its ending, as forms on the web make them."""
    return path.suffix in {"", ".txt"} and _kind_of(_with_ending(path)) is not None


def _with_ending(path: Path) -> Path:
    return path.with_name(path.name.removesuffix(".txt").removesuffix(_SUFFIX) + _SUFFIX)


def _report_link(file: str) -> Diagnostic:
    return Diagnostic(
        code=Code.UNKNOWN_FILE,
        place=Place(file=file),
        message="This is a link, or no file at all, so nothing reads it.",
        hint="Put the file itself here.",
    )


def _report_unknown_file(path: Path, file: str) -> Diagnostic:
    known = (*_FILES, *(f"{folder}/*{_SUFFIX}" for folder in _FOLDERS))
    named = _with_ending(path)
    meant = named.as_posix() if _kind_of(named) else ""
    meant = meant or nearest(path.with_suffix(_SUFFIX).as_posix(), tuple(_FILES))
    if not meant and len(path.parts) > 1:
        folder = nearest(path.parts[0], tuple(_FOLDERS))
        meant = f"{folder}/{path.stem}{_SUFFIX}" if folder else ""
    return Diagnostic(
        code=Code.UNKNOWN_FILE,
        place=Place(file=file),
        message=f"`{path.as_posix()}` is not a file that curation knows, so nothing reads it.",
        hint=f"Did you mean `{meant}`?" if meant else f"The files are {list_words(known)}.",
    )
