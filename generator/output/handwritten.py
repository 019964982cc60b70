"""What people wrote by hand, under `content/pages`: Markdown pages, images and other files.

They are taken over as they are and under their own names, so that links between them hold.
"""

from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from generator.diagnostics import Code, Diagnostic, Place

_HOME = ("index.md", "index.html", "README.md")


@dataclass(frozen=True, slots=True, kw_only=True)
class HandwrittenFile:
    """A file by hand. `path` is its place under `build/docs`, `source` its name from the root."""

    path: str
    source: str
    content: bytes


def read_handwritten(folder: Path, *, root: Path) -> tuple[HandwrittenFile, ...]:
    """Read every file under `folder`, apart from hidden ones; none where there is no folder."""
    files = []
    for path in sorted(folder.rglob("*")):
        inner = path.relative_to(folder)
        if path.is_file() and not any(part.startswith(".") for part in inner.parts):
            source = path.relative_to(root) if path.is_relative_to(root) else path
            files.append(
                HandwrittenFile(
                    path=inner.as_posix(), source=source.as_posix(), content=path.read_bytes()
                )
            )
    return tuple(files)


def address_of(path: str) -> str:
    """Give the address at which a file under `build/docs` answers, with folders as addresses."""
    pure = PurePosixPath(path)
    if pure.name in _HOME:
        return path.removesuffix(pure.name)
    return f"{path.removesuffix('.md')}/" if pure.suffix == ".md" else path


def find_collisions(
    handwritten: tuple[HandwrittenFile, ...], planned: set[str]
) -> tuple[Diagnostic, ...]:
    """Find files by hand whose address a planned file has already, or another by hand."""
    taken = dict.fromkeys(map(address_of, planned), "a page that is made")
    findings = []
    for file in handwritten:
        address = address_of(file.path)
        if holder := taken.get(address):
            findings.append(
                Diagnostic(
                    code=Code.PAGE_COLLISION,
                    place=Place(file=file.source),
                    message=f"its address /{address} belongs to {holder} already",
                    hint="Give the file another name.",
                )
            )
        taken.setdefault(address, file.source)
    return tuple(findings)
