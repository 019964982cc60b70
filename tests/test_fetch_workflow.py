"""The workflow that fetches each day: its steps themselves, with stand-ins for what they call."""

import os
import re
import subprocess
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.conftest import ROOT

GIT = ("git", "-c", "user.name=Ada", "-c", "user.email=ada@example.org")


def run(command: Sequence[str], folder: Path, **variables: str) -> str:
    """Run a command that must succeed; gives what it printed."""
    done = subprocess.run(
        command,
        cwd=folder,
        env=os.environ | variables,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, f"{command}\n{done.stdout}{done.stderr}"
    return done.stdout


def fetching() -> dict[str, Any]:
    path = ROOT / ".github/workflows/fetch.yml"
    workflow: dict[str, Any] = yaml.safe_load(path.read_text(encoding="utf-8"))
    return workflow


def test_fetching_is_off_until_a_maintainer_turns_it_on() -> None:
    jobs = fetching()["jobs"]
    assert jobs["fetch"]["if"] == "${{ vars.BROADSHEET_FETCH != '' }}"
    assert jobs["keep"]["needs"] == "fetch"
    assert "needs.fetch.result != 'skipped'" in jobs["keep"]["if"]
    assert jobs["tell"]["needs"] == ["fetch", "keep"]
    manual = (ROOT / "docs/fetching.md").read_text(encoding="utf-8")
    for variable in set(re.findall(r"vars\.(\w+)", str(jobs))):
        assert f"`{variable}`" in manual


@pytest.mark.parametrize("fails", ["", "hf", "arxiv"])
def test_a_day_that_fails_keeps_no_other_away_and_is_told(tmp_path: Path, fails: str) -> None:
    """The step itself, with a stand-in for the command that says with what it was called."""
    steps = fetching()["jobs"]["fetch"]["steps"]
    step = next(step for step in steps if step.get("id") == "fetch")
    program = tmp_path / ".venv/bin/broadsheet"
    program.parent.mkdir(parents=True)
    program.write_text(f'#!/bin/sh\necho "$@"\n[ "$2" != "{fails}" ]\n')
    program.chmod(0o755)
    told, summary = tmp_path / "output", tmp_path / "summary"
    setting = {"PROVIDERS": "hf arxiv", "SINCE": "2031-05-01", "UNTIL": "", "AGAIN": "true"}
    setting |= {"QUERY": "cat:cs.CL AND ti:knot"}
    setting |= {"GITHUB_OUTPUT": str(told), "GITHUB_STEP_SUMMARY": str(summary)}
    lines = "".join(f"export {name}='{value}'\n" for name, value in setting.items())
    run(["bash", "-e", "-c", f"{lines}export ACCEPT_SMALLER=\n{step['run']}"], tmp_path)
    assert told.read_text() == f"failed={str(bool(fails)).lower()}\n"
    calls = [
        f"fetch {name} --since 2031-05-01 --again"
        for name in ("hf", "arxiv --query cat:cs.CL AND ti:knot")
    ]
    assert (tmp_path / "build/fetch.txt").read_text().splitlines() == calls
    assert calls[1] in summary.read_text()


def find_step(job: str, name: str) -> str:
    steps = fetching()["jobs"][job]["steps"]
    script: str = next(step["run"] for step in steps if step.get("name") == name)
    return script


def put_program(folder: Path, name: str, lines: str) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    program = folder / name
    program.write_text(f"#!/bin/sh\n{lines}\n")
    program.chmod(0o755)


def run_step(script: str, folder: Path, **variables: str) -> str:
    return run(["bash", "-e", "-c", script], folder, **variables)


@pytest.mark.parametrize(
    ("since", "fails"), [("2031-05-01", False), ("", True)], ids=["by hand", "each day, failing"]
)
def test_what_new_papers_lack_is_asked_for(since: str, fails: bool, tmp_path: Path) -> None:
    put_program(tmp_path / ".venv/bin", "broadsheet", f'echo "$@"; exit {int(fails)}')
    put_program(tmp_path / "bin", "date", "echo 2031-05-06")
    (tmp_path / "build").mkdir()
    run_step(
        find_step("fetch", "Enrich"),
        tmp_path,
        PATH=f"{tmp_path / 'bin'}:{os.environ['PATH']}",
        PROVIDERS="arxiv hf",
        SINCE=since,
        GITHUB_OUTPUT=str(tmp_path / "output"),
        GITHUB_STEP_SUMMARY=str(tmp_path / "summary"),
    )
    call = f"enrich arxiv hf --since {since or '2031-05-06'}\n"
    assert (tmp_path / "output").read_text() == f"failed={str(fails).lower()}\n"
    for file in ("build/fetch.txt", "summary"):
        assert (tmp_path / file).read_text() == f"```\n{call}```\n"


@pytest.fixture
def remote(tmp_path: Path) -> Path:
    """A repository with a site, and a clone `fetched` in which something new was fetched."""
    run([*GIT, "init", "--quiet", "--bare", "--initial-branch=main", "remote"], tmp_path)
    run([*GIT, "clone", "--quiet", "remote", "fetched"], tmp_path)
    clone = tmp_path / "fetched"
    (clone / "content/digests").mkdir(parents=True)
    (clone / "content/digests/old.txt").write_text("old\n")
    (clone / ".gitignore").write_text("build\n")
    run([*GIT, "add", "--all"], clone)
    run([*GIT, "commit", "--quiet", "--message=Begin"], clone)
    run([*GIT, "push", "--quiet", "origin", "HEAD:main"], clone)
    return tmp_path / "remote"


def pack(clone: Path, runner: Path) -> None:
    """Pack what is new in the clone, and hand it on as the artifact does."""
    (clone / "build").mkdir(exist_ok=True)
    (clone / "build/fetch.txt").write_text("1 day\n")
    run_step(find_step("fetch", "Pack what is new"), clone)
    (runner / "fetched").mkdir(parents=True, exist_ok=True)
    for name in ("fetched.patch", "fetch.txt"):
        (runner / "fetched" / name).write_bytes((clone / "build" / name).read_bytes())


def keep(tmp_path: Path, name: str, into: str, *, proposed: str = "") -> list[str]:
    """Put it into the repository from a clone of its own; give what `gh` was called with."""
    run([*GIT, "clone", "--quiet", "remote", name], tmp_path)
    calls = tmp_path / f"{name}.calls"
    calls.touch()
    put_program(
        tmp_path / "bin",
        "gh",
        f'echo "$@" >> {calls}; if [ "$1 $2" = "pr list" ]; then echo "{proposed}"; fi',
    )
    run_step(
        find_step("keep", "Commit or propose"),
        tmp_path / name,
        PATH=f"{tmp_path / 'bin'}:{os.environ['PATH']}",
        RUNNER_TEMP=str(tmp_path / "runner"),
        BRANCH="main",
        INTO=into,
    )
    return calls.read_text().splitlines()


NEW = {
    "digests/2031/2031-05-06.json": b'["\xc3\xa9 \x00"]\r\n',
    "metadata/found/arxiv.jsonl": b"{}\n",
    "curation/matches.yml": b"[]\n",
}


def write_new(clone: Path) -> None:
    for name, data in NEW.items():
        path = clone / "content" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)


def show(remote: Path, branch: str) -> dict[str, bytes]:
    command = [*GIT, "ls-tree", "-r", "--name-only", branch, "content"]
    names = run(command, remote).splitlines()
    return {
        name.removeprefix("content/"): subprocess.run(
            [*GIT, "show", f"{branch}:{name}"], cwd=remote, capture_output=True, check=True
        ).stdout
        for name in names
    }


def test_what_was_fetched_is_committed_and_published(remote: Path, tmp_path: Path) -> None:
    write_new(tmp_path / "fetched")
    pack(tmp_path / "fetched", tmp_path / "runner")
    assert keep(tmp_path, "one", "commit") == ["workflow run publish.yml --ref main"]
    assert show(remote, "main") == {"digests/old.txt": b"old\n", **NEW}
    said = run([*GIT, "log", "-1", "--format=%an: %s", "main"], remote)
    assert said == "github-actions[bot]: Add what was fetched\n"


@pytest.mark.parametrize("into", ["pull-request", ""])
def test_what_was_fetched_is_proposed_once(into: str, remote: Path, tmp_path: Path) -> None:
    write_new(tmp_path / "fetched")
    pack(tmp_path / "fetched", tmp_path / "runner")
    calls = keep(tmp_path, "one", into)
    assert [call.split(" --")[0] for call in calls] == ["pr list", "pr create"]
    assert "--head fetched --base main" in calls[1]
    assert show(remote, "main") == {"digests/old.txt": b"old\n"}
    assert show(remote, "fetched") == {"digests/old.txt": b"old\n", **NEW}
    # The next day it holds more, and takes the place of what was proposed.
    (tmp_path / "fetched/content/digests/2031/2031-05-07.json").write_text("[]\n")
    pack(tmp_path / "fetched", tmp_path / "runner")
    calls = keep(tmp_path, "two", into, proposed="7")
    assert [call.split(" --")[0] for call in calls] == ["pr list"]
    assert len(show(remote, "fetched")) == len(NEW) + 2


def test_where_nothing_is_new_nothing_happens(remote: Path, tmp_path: Path) -> None:
    pack(tmp_path / "fetched", tmp_path / "runner")
    assert keep(tmp_path, "one", "commit") == []
    assert run([*GIT, "branch", "--list"], remote).split() == ["*", "main"]


def test_a_patch_that_does_not_fit_any_more_fails_loudly(remote: Path, tmp_path: Path) -> None:
    """Someone changed the same file in the meantime: that is told, and nothing is pushed."""
    (tmp_path / "fetched/content/digests/old.txt").write_text("new\n")
    pack(tmp_path / "fetched", tmp_path / "runner")
    run([*GIT, "clone", "--quiet", "remote", "other"], tmp_path)
    (tmp_path / "other/content/digests/old.txt").write_text("other\n")
    run([*GIT, "commit", "--quiet", "--all", "--message=Other"], tmp_path / "other")
    run([*GIT, "push", "--quiet", "origin", "HEAD:main"], tmp_path / "other")
    with pytest.raises(AssertionError, match="does not apply"):
        keep(tmp_path, "one", "commit")
    assert show(remote, "main") == {"digests/old.txt": b"other\n"}
