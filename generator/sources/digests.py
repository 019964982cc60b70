"""The folder of digests."""

from collections.abc import Mapping
from pathlib import Path

from generator.diagnostics import Code, Diagnostic, Place, sort_diagnostics
from generator.identifiers import DigestId
from generator.sources.folders import content_files, is_own_file, shown_path
from generator.sources.model import RawDigest
from generator.sources.names import parse_digest_name
from generator.sources.registry import parse_digest


def read_digests(
    digests_dir: Path, *, root: Path, also: Mapping[Path, bytes] | None = None
) -> tuple[tuple[RawDigest, ...], tuple[Diagnostic, ...]]:
    """Read every digest under `digests_dir`, which lies under the site's `root`.

    The digests are sorted by id, whatever order the disk gives. The findings are all that there
    are: those of names, and those that the digests hold themselves. `also` are files that are not
    there yet, with their bytes: a digest is tried before it is written.

    Raises `OSError` for a file that cannot be opened.
    """
    digests: dict[DigestId, RawDigest] = {}
    diagnostics: list[Diagnostic] = []
    also = also or {}
    for file in sorted({*content_files(digests_dir), *also}, key=Path.as_posix):
        path = shown_path(file, root)
        if file not in also and not is_own_file(file):
            diagnostics.append(_no_file(path))
            continue
        name = parse_digest_name(file.relative_to(digests_dir).as_posix(), path)
        if isinstance(name, Diagnostic):
            diagnostics.append(name)
        elif other := digests.get(name.id):
            diagnostics.append(_same_digest(path, other))
        else:
            data = also[file] if file in also else file.read_bytes()
            digests[name.id] = parse_digest(data, name, path)
            diagnostics += digests[name.id].diagnostics
    ordered = tuple(digests[digest_id] for digest_id in sorted(digests))
    return ordered, sort_diagnostics(diagnostics)


def _no_file(path: str) -> Diagnostic:
    return Diagnostic(
        code=Code.BAD_DIGEST_NAME,
        place=Place(file=path),
        message="This is a link, or no file at all.",
        hint="Put the digest's own file here.",
    )


def _same_digest(path: str, other: RawDigest) -> Diagnostic:
    return Diagnostic(
        code=Code.BAD_DIGEST_NAME,
        place=Place(file=path),
        message=f"This file and `{other.path}` are both the digest `{other.id}`.",
        hint="Keep one of the two, or give this one the next free number, as in `2025-03-12-2`.",
    )
