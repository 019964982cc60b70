"""The same pages, those of an invented plan, built by each engine."""

import importlib.metadata
import os
import re
import shutil
from collections.abc import Mapping
from pathlib import Path

import pytest

from generator.engine.building import build_site
from generator.engine.lock import hold_build_lock
from generator.engine.model import ENGINES, Workplace
from generator.output import Templates, read_handwritten, render_plan, write_files
from tests.conftest import ROOT, Once
from tests.output.world import invented_plan

ADDRESS = "https://example.org/repo/"
DISTRIBUTIONS = {
    "mkdocs": ("mkdocs", "mkdocs-material"),
    "properdocs": ("properdocs", "mkdocs-material"),
    "zensical": ("zensical",),
}
_BLOCKING = ("mkdocs", "properdocs")


class RefusalError(Exception):
    """An engine does not build a site; the text is all that it has found."""


def require(engine: str) -> None:
    """Skip where an engine is not installed; where tests decide over a change, fail."""
    if ENGINES[engine].is_installed:
        return
    reason = f"{engine} is not installed: make engines"
    if engine in _BLOCKING and os.environ.get("CI"):
        pytest.fail(reason)
    pytest.skip(reason)


def versions(engine: str) -> dict[str, str]:
    return {name: importlib.metadata.version(name) for name in DISTRIBUTIONS[engine]}


def build_invented(root: Path, engine: str, *, by_hand: Mapping[str, str] | None = None) -> Path:
    """Build the invented plan and pages by hand; give the folder of the site.

    `by_hand` are further pages. Raises RefusalError with what the engine has found, warnings too.
    """
    shutil.copytree(ROOT / "site_templates", root / "site_templates")
    _write_config(root / "mkdocs.yml")
    shutil.copytree(ROOT / "tests/data/engines/pages", root / "content/pages")
    shutil.copy(ROOT / "content/pages/about.md", root / "content/pages")
    for name, text in (by_hand or {}).items():
        (root / "content/pages" / name).write_text(text, encoding="utf-8")
    rendering = render_plan(
        invented_plan(),
        templates=Templates(root / "site_templates/pages", root=root),
        handwritten=read_handwritten(root / "content/pages", root=root),
    )
    assert rendering.diagnostics == ()
    write_files(rendering.files, folder=root / "build/docs")
    place = _workplace(root)
    with hold_build_lock(place.build, on_wait=lambda: None) as lock:
        built = build_site(
            place, ENGINES[engine], newest=None, lock=lock, on_step=lambda _step: None
        )
    if built.diagnostics:
        raise RefusalError("\n".join(f.message for f in built.diagnostics))
    return place.site


def build_invented_once(once: Once, engine: str) -> Path:
    """Give the folder of the site of the invented plan; to be read only."""
    return once(f"invented-{engine}", lambda root: build_invented(root, engine)) / "build/site"


def _write_config(path: Path) -> None:
    """Write the real site's configuration, with a maintainer's words that hold signs of HTML."""
    text = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    words = """site_description: 'Of "looms" & <knots>'\nsite_author: 'Ada "Weft" Loom'"""
    text, count = re.subn("(?m)^site_description: .*$", words, text)
    assert count == 1
    path.write_text(text, encoding="utf-8")


def _workplace(root: Path) -> Workplace:
    return Workplace(
        root=root,
        build=root / "build",
        docs=root / "build/docs",
        config_files=(root / "mkdocs.yml",),
        url=ADDRESS,
        theme=root / "site_templates/theme",
        hooks=(),
        environment=(("PATH", os.environ["PATH"]),),
        variables=(),
    )
