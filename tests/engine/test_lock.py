import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Protocol

import pytest

from generator.engine.lock import hold_build_lock
from generator.engine.programs import run_module
from tests.conftest import ROOT

_HOLD = """
import sys
from pathlib import Path
from generator.engine.lock import hold_build_lock
with hold_build_lock(Path(sys.argv[1]), on_wait=lambda: print("waits", flush=True)) as lock:
    print("holds", flush=True)
    {work}
"""
_WAIT = "sys.stdin.read()"
_START_CHILD = (
    "import subprocess; subprocess.run(['sh', '-c', 'echo child; sleep 600'], pass_fds=(lock,))"
)


class _Start(Protocol):
    def __call__(self, build: Path, work: str = _WAIT) -> subprocess.Popen[str]: ...


@pytest.fixture
def start() -> Iterator[_Start]:
    """Start a program that takes the lock of a build folder; none outlives the test."""
    started: list[subprocess.Popen[str]] = []

    def start(build: Path, work: str = _WAIT) -> subprocess.Popen[str]:
        process = subprocess.Popen(
            [sys.executable, "-c", _HOLD.format(work=work), str(build)],
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            start_new_session=True,
        )
        started.append(process)
        return process

    yield start
    for process in started:
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        process.communicate()


def _line(process: subprocess.Popen[str]) -> str:
    assert process.stdout
    return process.stdout.readline().strip()


def _end(process: subprocess.Popen[str]) -> None:
    process.communicate(timeout=60)
    assert process.returncode == 0


def test_the_second_waits_and_says_so(tmp_path: Path, start: _Start) -> None:
    first = start(tmp_path)
    assert _line(first) == "holds"
    second = start(tmp_path)
    assert _line(second) == "waits"
    _end(first)
    assert _line(second) == "holds"
    _end(second)


def test_sites_do_not_wait_for_each_other(tmp_path: Path, start: _Start) -> None:
    first, second = start(tmp_path / "a"), start(tmp_path / "b")
    assert (_line(first), _line(second)) == ("holds", "holds")
    _end(first)
    _end(second)


def test_the_lock_dies_with_its_holder(tmp_path: Path, start: _Start) -> None:
    first = start(tmp_path)
    assert _line(first) == "holds"
    first.kill()
    first.communicate()
    with hold_build_lock(tmp_path, on_wait=lambda: pytest.fail("the lock is still held")):
        pass


def test_the_lock_lasts_until_the_engine_of_a_killed_build_has_ended(
    tmp_path: Path, start: _Start
) -> None:
    first = start(tmp_path, _START_CHILD)
    assert (_line(first), _line(first)) == ("holds", "child")
    first.kill()
    first.wait()
    second = start(tmp_path)
    assert _line(second) == "waits"
    os.killpg(first.pid, signal.SIGKILL)  # the child is left in the session of its parent
    assert _line(second) == "holds"
    _end(second)


def test_a_program_of_the_build_is_given_the_lock(tmp_path: Path) -> None:
    (tmp_path / "probe.py").write_text("import os, sys\nos.fstat(int(sys.argv[1]))\n")
    environment = (("PATH", os.environ["PATH"]),)
    with hold_build_lock(tmp_path, on_wait=lambda: None) as lock:
        given = run_module("probe", str(lock), folder=tmp_path, environment=environment, lock=lock)
        kept = run_module("probe", str(lock), folder=tmp_path, environment=environment, lock=None)
    assert given.code == 0, given.output
    assert "Bad file descriptor" in kept.output
