"""What is done to an engine's site before anyone sees it."""

import os
import shutil
from pathlib import Path, PurePosixPath

from generator.diagnostics import Code, Diagnostic, Place

_NOT_USED = (
    "search.json",  # Zensical's own index for search, as large as all texts: ours is Pagefind's
    "sitemap.xml.gz",  # a second copy of the sitemap, stamped with a time; no crawler needs it
)
# Two megabytes of the theme's, of which the frame of our pages loads none.
_SCRIPTS_OF_THE_THEME = "assets/javascripts"
_FRAME = "404.html"  # has the frame that every page has


def finish_site(docs: Path, site: Path, *, docs_name: str) -> tuple[Diagnostic, ...]:
    """Take away what nobody uses or what rests on a clock, and see that nothing was left out.

    `docs_name` is what findings call `docs`.
    """
    for name in _NOT_USED:
        if not (docs / name).exists():
            (site / name).unlink(missing_ok=True)
    _remove_idle_scripts(docs, site)
    made = dict(list_files(site))
    return tuple(
        Diagnostic(
            code=Code.ENGINE_ERROR,
            place=Place(file=f"{docs_name}/{path}"),
            message=f"The engine left out {_address(path)}.",
            hint="See that mkdocs.yml does not exclude it, and that the disk is not full.",
        )
        for path, size in list_files(docs)
        if size and not made.get(_address(path))
    )


def put_beside(folder: Path, site: Path) -> None:
    """Put the files of a folder, if there is one, beside the pages of the site."""
    if folder.is_dir():
        shutil.copytree(folder, site, dirs_exist_ok=True)


def _remove_idle_scripts(docs: Path, site: Path) -> None:
    """Take the theme's scripts away, unless a maintainer's frame loads them or put some beside."""
    frame = site / _FRAME
    if (docs / _SCRIPTS_OF_THE_THEME).exists() or not frame.is_file():
        return
    if _SCRIPTS_OF_THE_THEME not in frame.read_text(encoding="utf-8", errors="replace"):
        shutil.rmtree(site / _SCRIPTS_OF_THE_THEME, ignore_errors=True)


def list_files(folder: Path) -> list[tuple[str, int]]:
    """List all files beneath a folder, sorted: path with `/` from there, size in bytes."""
    files = []
    for where, _, names in os.walk(folder):
        inside = os.path.relpath(where, folder).replace(os.sep, "/")
        for name in names:
            path = name if inside == "." else f"{inside}/{name}"
            files.append((path, (Path(where) / name).lstat().st_size))
    return sorted(files)


def _address(path: str) -> str:
    """Say where the page or file `path` of the docs stands in the site."""
    page = PurePosixPath(path)
    if page.suffix != ".md":
        return path
    folder = page.parent if page.name == "index.md" else page.with_suffix("")
    return (folder / "index.html").as_posix()
