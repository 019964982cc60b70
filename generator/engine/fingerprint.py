"""One number for all that a site is made from: equal inputs, equal site."""

import hashlib
import platform
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from generator.engine.finishing import list_files
from generator.engine.model import Engine, Workplace


def compute_fingerprint(place: Workplace, engine: Engine, *, search: bytes = b"") -> str:
    """Give the SHA-256, in hexadecimal, of everything that can change a byte of the site.

    That is: the pages and files under `build/docs`, the files beside them, mkdocs.yml and what it
    inherits from, the theme's overrides, hooks, the variables mkdocs.yml names, the address, the
    engine, every installed distribution (a theme or plugin among them), Python, and this room's own
    code.
    `search` stands for what the search index is made from.
    """
    return _add_up((("search", search), *_ingredients(place, engine)))


def compute_edition(place: Workplace, *, search: bytes = b"") -> str:
    """Give the SHA-256 of what the site says, whichever engine, Python and libraries say it."""
    return _add_up((("search", search), ("url", place.url.encode()), *_contents(place)))


def _add_up(ingredients: Iterable[tuple[str, bytes]]) -> str:
    total = hashlib.sha256()
    for label, data in ingredients:
        for part in (label.encode("utf-8", "surrogateescape"), data):
            total.update(len(part).to_bytes(8, "big"))
            total.update(part)
    return total.hexdigest()


def _ingredients(place: Workplace, engine: Engine) -> Iterator[tuple[str, bytes]]:
    yield "engine", engine.name.encode()
    yield "url", place.url.encode()
    yield "python", platform.python_version().encode()
    for name, value in place.variables:
        yield f"variable {name}", value.encode("utf-8", "surrogateescape")
    for name in _list_distributions(sys.path):
        yield "distribution", name.encode()
    yield from _contents(place)
    yield from _digest_folder("code", Path(__file__).parent)


def _contents(place: Workplace) -> Iterator[tuple[str, bytes]]:
    for number, path in enumerate((*place.config_files, *place.hooks)):
        yield f"file {number}", _digest(path)
    yield from _digest_folder("docs", place.docs)
    yield from _digest_folder("beside", place.beside)
    if place.theme:
        yield from _digest_folder("theme", place.theme)


def _list_distributions(folders: Iterable[str]) -> list[str]:
    """Name installed distributions with their versions, from the names of their folders.

    Format: https://packaging.python.org/en/latest/specifications/recording-installed-packages/
    """
    return sorted(
        info.name for folder in folders if folder for info in Path(folder).glob("*.dist-info")
    )


def _digest_folder(label: str, folder: Path) -> Iterator[tuple[str, bytes]]:
    for path, _ in list_files(folder):
        if "__pycache__" not in path:
            yield f"{label}/{path}", _digest(folder / path)


def _digest(path: Path) -> bytes:
    if not path.is_file():
        return b""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").digest()
