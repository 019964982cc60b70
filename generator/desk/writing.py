"""Putting an entry into a file: tried in memory first, and written only if all is well."""

import os
import shutil
import tempfile
from dataclasses import dataclass, replace
from pathlib import Path

from generator.corpus.model import Corpus
from generator.curation.application import apply_curation
from generator.curation.reading import read_curation
from generator.desk.drafts import Draft
from generator.desk.insertion import insert_entry
from generator.desk.refusal import Refusal
from generator.diagnostics import Diagnostic, Place, Severity

DRAFT = ".new-"
"""With what the name of a file begins that is being written. Nothing reads such files."""
_MODE = 0o644
_HEADER = "# yaml-language-server: $schema={way}schemas/{kind}.schema.json\n\n"


@dataclass(frozen=True, slots=True, kw_only=True)
class Addition:
    """A file as it will be: `data` instead of `before` (None: there is no file). `place` is new."""

    path: Path
    before: bytes | None
    data: bytes
    place: Place
    text: str


def plan_addition(
    draft: Draft, curation_dir: Path, *, root: Path, corpus: Corpus | None = None
) -> Addition:
    """Decide what a file will be, and try it together with all others; nothing is written.

    `corpus` is needed where the entry names papers. Raises Refusal where the file has a mistake, or
    the entry would make one; OSError where a file cannot be read.
    """
    path = curation_dir / draft.file
    file = path.relative_to(root).as_posix()
    if path.is_symlink():
        message = f"{file} is a link, which nothing reads. Put the file itself there."
        raise Refusal(message)
    before = path.read_bytes() if path.exists() else None
    source = before if before is not None else _begin(draft, root)
    data, line = insert_entry(source, file, draft.text, draft.after)
    old = _find_errors(curation_dir, root, {}, corpus)
    new = _find_errors(curation_dir, root, {path: data}, corpus)
    if added := [finding for finding in new if _say(finding) not in set(map(_say, old))]:
        said = " ".join(f"{finding.message} {finding.hint}".strip() for finding in added)
        raise Refusal(said)
    return Addition(
        path=path, before=before, data=data, place=Place(file=file, line=line), text=draft.text
    )


def write_addition(addition: Addition) -> None:
    """Write the file, whole or not at all.

    Raises Refusal where someone else has changed it in the meantime, OSError where it cannot be
    written.
    """
    path = addition.path
    path.parent.mkdir(parents=True, exist_ok=True)
    now = path.read_bytes() if path.exists() else None
    if now != addition.before:
        message = f"{addition.place.file} was changed just now. Nothing was written; try again."
        raise Refusal(message)
    write_file(path, addition.data)


def write_file(path: Path, data: bytes) -> None:
    """Write a file whole or not at all, with the mode of the one in its place."""
    handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=DRAFT)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        if path.exists():
            shutil.copymode(path, temporary)
        else:
            Path(temporary).chmod(_MODE)
        Path(temporary).replace(path)
    finally:  # gone by now, unless something went wrong or a person pressed Ctrl-C
        Path(temporary).unlink(missing_ok=True)


def _begin(draft: Draft, root: Path) -> bytes:
    """Give the first lines of a file that is not there yet."""
    heading = f"{draft.heading}\n" if draft.heading else ""
    if not (root / f"schemas/{draft.kind}.schema.json").is_file():
        return heading.encode()
    way = "../" * (draft.file.count("/") + 2)
    return (_HEADER.format(way=way, kind=draft.kind) + heading).encode()


def _find_errors(
    curation_dir: Path, root: Path, instead: dict[Path, bytes], corpus: Corpus | None
) -> tuple[Diagnostic, ...]:
    curation, findings = read_curation(curation_dir, root=root, instead=instead)
    if corpus:
        # Which topics and tags papers get makes no difference to whether their names are right.
        bare = replace(curation, topic_rules={}, tag_rules={})
        findings = apply_curation(bare, corpus).diagnostics
    return tuple(finding for finding in findings if finding.severity is Severity.ERROR)


def _say(finding: Diagnostic) -> tuple[str, str, str]:
    """Tell a finding from others, wherever its line has moved."""
    return finding.code, finding.place.file, finding.message
