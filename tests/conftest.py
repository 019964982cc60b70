"""What all tests share: where things lie, the real site built once, and steady properties."""

import fcntl
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Generator
from pathlib import Path

import coverage
import pytest
from hypothesis import HealthCheck, settings

ROOT = Path(__file__).parent.parent
_SITE_PARTS = ("content", "site_templates", "mkdocs.yml")
# As GitHub Pages reports the address of a repository's site: under a sub-path.
REAL_ADDRESS = "https://broadsheet.example/repo/"

Once = Callable[[str, Callable[[Path], object]], Path]

# Same cases in every run and on every machine, and no verdict from a clock: a slow or busy machine
# is not a finding.
settings.register_profile(
    "steady",
    database=None,
    deadline=None,
    derandomize=True,
    print_blob=False,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile("steady")


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol(item: pytest.Item) -> Generator[None, object, object]:
    """Measure coverage by the tests of the measured rooms alone, as `make coverage` does.

    To be seen at work makes them nearly twice as slow, and other tests run through them, too.
    """
    measuring = coverage.Coverage.current()
    if measuring is None or _room_of(item.path) in _measured_rooms(measuring):
        return (yield)
    measuring.stop()
    try:
        return (yield)
    finally:
        measuring.start()


def _room_of(test: Path) -> str:
    """Give the room that a test is of: tests mirror the package."""
    return test.relative_to(ROOT / "tests").parts[0].removeprefix("test_").removesuffix(".py")


def _measured_rooms(measuring: coverage.Coverage) -> set[str]:
    packages = measuring.get_option("run:source_pkgs")
    assert isinstance(packages, list)
    return {package.removeprefix("generator.") for package in packages}


@pytest.fixture(scope="session")
def site_root() -> Path:
    """The root of this repository, which is also the root of the real site. Only to be read."""
    return ROOT


@pytest.fixture(scope="session")
def shared_dir() -> Path:
    """The folder of real files that are not ours to copy, beside the repository."""
    folder = ROOT.parent / "shared"
    if not folder.is_dir():
        pytest.skip("there is no folder ../shared beside the repository, which holds real files")
    return folder


@pytest.fixture(scope="session")
def once(tmp_path_factory: pytest.TempPathFactory) -> Once:
    """`once(name, make)` gives a folder that `make` fills, once for all workers; only to be read.

    Where that fails, the next worker tries again, and so says why, too.
    """
    base = tmp_path_factory.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:
        base = base.parent

    def give(name: str, make: Callable[[Path], object]) -> Path:
        folder, made = base / name, base / f"{name}.made"
        with (base / f"{name}.lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            if not made.exists():
                shutil.rmtree(folder, ignore_errors=True)
                folder.mkdir()
                make(folder)
                made.touch()
        return folder

    return give


@pytest.fixture(scope="session")
def real_site(once: Once) -> Path:
    """The root of a copy of the real site that is built. Only to be read."""

    def make(folder: Path) -> None:
        said = build_copy(folder / "site")
        if not (folder / "site/build/site/index.html").is_file():
            pytest.fail(f"the real site was not built:\n{said}")

    return once("real", make) / "site"


def build_copy(copy: Path, *options: str, source: Path = ROOT) -> str:
    """Copy what the real site is made of and build it; give the exit code and what was said."""
    copy.mkdir()
    for part in _SITE_PARTS:
        if (source / part).is_dir():
            shutil.copytree(source / part, copy / part)
        else:
            shutil.copy(source / part, copy / part)
    command = [sys.executable, "-m", "generator", "build", "--site", str(copy), *options]
    environment = os.environ | {"SITE_URL": REAL_ADDRESS.rstrip("/")}
    build = subprocess.run(
        command,
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        encoding="utf-8",
        errors="replace",
        check=False,
    )
    if build.returncode != 0:
        shutil.rmtree(copy / "build", ignore_errors=True)
    return f"exit {build.returncode}\n{build.stdout}{build.stderr}"
