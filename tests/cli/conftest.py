"""A small invented site to run commands on."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import IO

import pytest

from tests.conftest import ROOT, Once

SITE = ROOT / "tests/data/site"
needs_git = pytest.mark.skipif(
    shutil.which("git") is None and "CI" not in os.environ, reason="git is not installed here"
)
Broadsheet = Callable[..., subprocess.CompletedProcess[str]]


def make_site(folder: Path) -> Path:
    shutil.copytree(SITE, folder)
    shutil.copytree(ROOT / "site_templates", folder / "site_templates")
    return folder


def build_site(site: Path, **changes: str) -> None:
    done = subprocess.run(
        command("build", "--site", str(site)),
        env=environment(**changes),
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr


def environment(**changes: str) -> dict[str, str]:
    """The environment of a person who has set nothing that Broadsheet heeds."""
    heeded = {"BROADSHEET_DEBUG", "CI", "NO_COLOR", "SITE_URL", "TERM"}
    kept = {name: value for name, value in os.environ.items() if name not in heeded}
    return kept | {"PYTHONPATH": str(ROOT)} | changes


def command(*arguments: str) -> list[str]:
    return [sys.executable, "-m", "generator", *arguments]


@pytest.fixture
def site(tmp_path: Path) -> Path:
    return make_site(tmp_path / "site")


@pytest.fixture(scope="session")
def _built_once(once: Once) -> Path:
    return once("small", lambda folder: build_site(make_site(folder / "site"))) / "site"


@pytest.fixture
def built(_built_once: Path, tmp_path: Path) -> Path:
    """A site of one's own that has been built."""
    shutil.copytree(_built_once, tmp_path / "built", symlinks=True)
    return tmp_path / "built"


@pytest.fixture
def broadsheet() -> Broadsheet:
    def run(
        *arguments: str, cwd: Path, stdin: IO[bytes] | None = None, **changes: str
    ) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            command(*arguments),
            cwd=cwd,
            stdin=stdin,
            env=environment(**changes),
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=False,
        )

    return run


def break_site(site: Path) -> None:
    """Make two mistakes that are errors."""
    (site / "content/digests/notes.txt").write_text("new\n\nSubscribe\n")
    topics = site / "content/curation/topics.yml"
    topics.write_text(topics.read_text().replace("family: Craft", "famly: Craft"))


def make_warning(site: Path) -> None:
    """Make a mistake that is a warning: the header's day is not the file's."""
    digest = site / "content/digests/2025/2025-01-06.txt"
    digest.write_text(digest.read_text().replace("Jan 6", "Feb 6"))
