"""The invented plan, written and built once by the real engine."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.engine.finishing import put_beside
from generator.output import Templates, read_handwritten, render_plan, write_files
from generator.pages.plan import Plan
from tests.conftest import Once
from tests.output.world import HARMLESS, invented_plan, with_words

ADDRESS = "https://example.org/repo/"
LOGO = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"/>'
GUIDES = """\
  - Guides:
    - guides/first.md
    - The second: guides/second.md
  - Elsewhere: https://example.org/
"""
CHANGES = (
    ("site_name: Broadsheet", "site_name: Looms & <Threads>"),
    ("site_description: A curated", "site_description: Our <curated>"),
    ("  # logo: assets/logo.svg", "  logo: assets/logo.svg"),
    ("  - About: about.md\n", GUIDES),
)
PAGES_BY_HAND = {
    "assets/logo.svg": LOGO,
    "guides/first.md": "# First & <b>last</b>\n\n![Logo](../assets/logo.svg)",
    "guides/second.md": "See [the first](first.md) and [all topics](../topics/index.md).",
}


@pytest.fixture(scope="session")
def built(once: Once, site_root: Path) -> Path:
    """The folder `build/site` of the invented plan, published at `ADDRESS`. Only to be read."""
    return once("written", lambda root: _build(invented_plan(), root, site_root)) / "build/site"


@pytest.fixture(scope="session")
def harmless(once: Once, site_root: Path) -> Path:
    """The same site with harmless words where the other has hostile ones."""
    plan = with_words(invented_plan(), HARMLESS)
    return once("harmless", lambda root: _build(plan, root, site_root)) / "build/site"


@pytest.fixture(scope="session")
def customised(once: Once, site_root: Path) -> Path:
    """The site of a maintainer who set name, logo and navigation, and wrote pages by hand."""

    def customise(root: Path) -> None:
        for name, content in PAGES_BY_HAND.items():
            path = root / "content/pages" / name
            path.parent.mkdir(exist_ok=True)
            path.write_text(content, encoding="utf-8")
        config = (root / "mkdocs.yml").read_text(encoding="utf-8")
        for before, after in CHANGES:
            assert before in config
            config = config.replace(before, after)
        (root / "mkdocs.yml").write_text(config, encoding="utf-8")

    def make(root: Path) -> None:
        _build(invented_plan(), root, site_root, customise)

    return once("customised", make) / "build/site"


def _build(
    plan: Plan,
    root: Path,
    site_root: Path,
    customise: Callable[[Path], None] = lambda _: None,
) -> None:
    shutil.copytree(site_root / "site_templates", root / "site_templates")
    shutil.copytree(site_root / "content/pages", root / "content/pages")
    shutil.copy(site_root / "mkdocs.yml", root)
    customise(root)
    rendering = render_plan(
        plan,
        templates=Templates(root / "site_templates/pages", root=root),
        handwritten=read_handwritten(root / "content/pages", root=root),
        site_url=ADDRESS,
    )
    assert rendering.diagnostics == ()
    write_files(rendering.files, folder=root / "build/docs")
    engine = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", "build/site"],
        cwd=root,
        env=os.environ | {"SITE_URL": ADDRESS, "NO_MKDOCS_2_WARNING": "1"},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert engine.returncode == 0, engine.stderr
    assert "WARNING" not in engine.stderr
    write_files(rendering.attachments, folder=root / "build/beside")
    put_beside(root / "build/beside", root / "build/site")
