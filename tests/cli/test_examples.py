"""Every example of the help and of the manual, followed word for word on the real site."""

import re
import shlex
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from generator.cli import cli, run
from tests.cli.conftest import needs_git

_SLOW = {"build", "enrich", "fetch", "serve", "add"}  # they are tried by tests of their own
_MANUAL = (Path(__file__).parents[2] / "content/README.md").read_text(encoding="utf-8")


def list_commands(
    group: click.Group, *names: str
) -> Iterator[tuple[tuple[str, ...], click.Command]]:
    for name, command in group.commands.items():
        if isinstance(command, click.Group):
            yield from list_commands(command, *names, name)
        else:
            yield (*names, name), command


def list_examples() -> Iterator[str]:
    for names, command in list_commands(cli):
        if names[0] in _SLOW:
            continue
        _, _, examples = (command.epilog or "").partition("Examples:\n")
        assert examples, names
        for line in examples.splitlines():
            yield re.split(r"\s{3,}", line.strip())[0]
    yield from re.findall(
        r"`(broadsheet (?:explain|diff|audit|new) [^`]*|broadsheet diff)`", _MANUAL
    )


EXAMPLES = sorted(set(filter(None, list_examples())))


@pytest.fixture(scope="module")
def site(site_root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the real site in a repository with two commits, and another copy beside it."""
    folder = tmp_path_factory.mktemp("examples")
    copy = folder / "site"
    copy.mkdir()
    for part in ("content", "site_templates", "schemas", "docs", "tests/data/gold"):
        shutil.copytree(site_root / part, copy / part)
    shutil.copy(site_root / "mkdocs.yml", copy)
    shutil.copytree(copy, folder / "before")
    shutil.copy(copy / "tests/data/gold/topics-dev.json", copy / "labels.json")
    git = ["git", "-c", "user.name=Ada", "-c", "user.email=ada@example.org"]
    for arguments in (
        ["init", "--quiet", "--initial-branch=main"],
        ["add", "--all"],
        ["commit", "--quiet", "--message=Begin"],
        ["commit", "--quiet", "--message=Go on", "--allow-empty"],
        ["update-ref", "refs/remotes/origin/main", "HEAD"],
    ):
        subprocess.run([*git, *arguments], cwd=copy, check=True)
    return copy


def test_there_are_examples() -> None:
    assert len(EXAMPLES) > 20
    assert all(example.startswith("broadsheet ") for example in EXAMPLES)


@needs_git
@pytest.mark.parametrize("example", EXAMPLES)
def test_an_example_works(
    example: str,
    site: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    if " new " in example:  # on a copy, since these write
        copy = tmp_path / "site"
        shutil.copytree(site, copy)
        site = copy
    monkeypatch.chdir(site)
    command = example.partition(" > ")[0]  # where it goes is the shell's affair
    code = run(shlex.split(command)[1:])
    captured = capsys.readouterr()
    assert (code, captured.err) == (0, "")
    assert captured.out
