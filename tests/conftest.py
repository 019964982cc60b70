"""What all tests share: where things lie, the real site built once, and steady properties."""

import fcntl
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

ROOT = Path(__file__).parent.parent
_SITE_PARTS = ("content", "site_templates", "mkdocs.yml")
# As GitHub Pages reports the address of a repository's site: under a sub-path.
REAL_ADDRESS = "https://broadsheet.example/repo/"

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
def real_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The root of a copy of the real site, built once for all workers. Only to be read."""
    base = tmp_path_factory.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:
        base = base.parent
    copy, said = base / "real-site", base / "real-site.txt"
    with (base / "real-site.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not said.exists():
            said.write_text(build_copy(copy), encoding="utf-8")
    if not (copy / "build/site/index.html").is_file():
        pytest.fail(f"the real site was not built:\n{said.read_text(encoding='utf-8')}")
    return copy


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
