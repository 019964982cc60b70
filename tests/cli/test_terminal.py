"""Colours and the line that says what is at work: at a terminal, and nowhere else."""

import fcntl
import subprocess
from pathlib import Path

from tests.cli.conftest import break_site, command, environment
from tests.cli.terminals import run_at_terminal

_ERASE = "\r\x1b[2K"


def _at_a_terminal(site: Path, *arguments: str, **changes: str) -> str:
    _, said = run_at_terminal(site, *arguments, **changes)
    return said


def test_someone_who_watches_sees_what_is_at_work(site: Path) -> None:
    said = _at_a_terminal(site, "check")
    assert f"{_ERASE}Reading the digests …{_ERASE}" in said
    assert said.endswith(f"{_ERASE}5 papers in 3 digests: all is well.\r\n")


def test_findings_have_colours(site: Path) -> None:
    break_site(site)
    assert "\x1b[31mbad-digest-name\x1b[0m" in _at_a_terminal(site, "check")


def test_who_wants_no_colours_gets_none(site: Path) -> None:
    break_site(site)
    said = _at_a_terminal(site, "check", NO_COLOR="1")
    assert ": bad-digest-name: " in said
    assert "\x1b" not in said.replace(_ERASE, "")


def test_a_terminal_that_only_prints_gets_plain_lines(site: Path) -> None:
    break_site(site)
    said = _at_a_terminal(site, "check", TERM="dumb")
    assert ": bad-digest-name: " in said
    assert "\x1b" not in said


def test_a_ci_service_sees_no_line_that_moves(site: Path) -> None:
    assert _ERASE not in _at_a_terminal(site, "check", CI="true")


def test_another_build_is_waited_for_in_words(built: Path) -> None:
    with (built / "build/.lock").open("r+") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        process = subprocess.Popen(
            command("build"),
            cwd=built,
            env=environment(),
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        assert process.stderr
        said = process.stderr.readline()
        assert said == "Another build of this site is at work. Waiting for it …\n"
        fcntl.flock(lock, fcntl.LOCK_UN)
        done, rest = process.communicate()
    assert (process.returncode, rest) == (0, "")
    assert done == "Nothing has changed: build/site is up to date.\n"
