"""What a person meets who types commands: words, exit codes, and files left alone."""

import errno
import json
import os
import re
import shutil
import signal
import subprocess
import sys
import tarfile
import time
from pathlib import Path
from typing import Any

import pytest

from generator import pipeline
from generator.cli import run
from tests.cli.conftest import (
    Broadsheet,
    break_site,
    command,
    environment,
    make_warning,
)

_LINE = re.compile(r"[^:\n]+:\d+:\d+: [a-z0-9-]+: .+")


def _stamps(folder: Path) -> dict[str, tuple[int, int]]:
    paths = [folder, *folder.rglob("*")]
    return {str(path): (path.lstat().st_mtime_ns, path.lstat().st_ino) for path in paths}


def _tree(folder: Path) -> dict[str, bytes]:
    files = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


# Help


_COMMANDS = ["add", "build", "serve", "check", "explain", "audit", "diff", "export", "score"]


@pytest.mark.parametrize("name", _COMMANDS)
def test_each_command_teaches(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run([name, "--help"]) == 0
    said = capsys.readouterr().out
    assert f"Usage: broadsheet {name} [OPTIONS]" in said
    assert f"Examples:\n    broadsheet {name}" in said
    assert "--site FOLDER" in said


def test_the_command_lists_its_commands(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["-h"]) == 0
    said = capsys.readouterr().out
    for name in (*_COMMANDS, "new"):
        assert re.search(rf"^  {name}  +\w", said, re.MULTILINE)
    assert "Exit codes: 0 all is well, 1 there are findings, 2 the command cannot run." in said


def test_version(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["--version"]) == 0
    assert re.fullmatch(r"broadsheet (\d+\.\d+\.\d+|\(not installed\))\n", capsys.readouterr().out)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["bild"], "No such command 'bild'"),
        (["build", "--sight", "x"], "No such option '--sight'"),
        (["build", "--format", "xml"], "'xml' is not one of 'text', 'json', 'github'"),
        (["build", "--engine", "hugo"], "'hugo' is not one of 'mkdocs', 'properdocs', 'zensical'"),
        (["serve", "--port", "70000"], "70000 is not in the range"),
        ([], "Usage: broadsheet [OPTIONS] COMMAND"),
    ],
)
def test_a_wrong_word_is_told_and_is_2(
    arguments: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(arguments) == 2
    assert said in capsys.readouterr().err


# Sites


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("build", "This folder holds no Broadsheet site: there is no mkdocs.yml in {root}."),
        ("check", "This folder holds no Broadsheet site: there is no mkdocs.yml in {root}."),
        ("serve", "This folder holds no Broadsheet site: there is no mkdocs.yml in {root}."),
    ],
)
def test_a_folder_without_a_site_is_2(
    name: str, said: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run([name, "--site", str(tmp_path)]) == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    assert captured.err == (
        said.format(root=tmp_path) + " Go to your site's folder, or name it with --site FOLDER\n"
    )
    assert list(tmp_path.iterdir()) == []


def test_commands_act_on_the_current_folder(
    site: Path, tmp_path: Path, broadsheet: Broadsheet
) -> None:
    here = broadsheet("check", cwd=site)
    assert (here.returncode, here.stderr) == (0, "")
    assert here.stdout == "5 papers in 3 digests: all is well.\n"
    elsewhere = broadsheet("check", "--site", "site", cwd=tmp_path)
    assert (elsewhere.returncode, elsewhere.stdout) == (0, here.stdout)


# check


def test_check_writes_nothing(site: Path) -> None:
    before = _stamps(site)
    assert run(["check", "--site", str(site)]) == 0
    assert _stamps(site) == before


def test_check_lists_every_finding_and_is_1(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    break_site(site)
    assert run(["check", "--site", str(site)]) == 1
    lines = capsys.readouterr().out.splitlines()
    findings = [line for line in lines[:-1] if not line.startswith("    hint: ")]
    assert findings
    assert all(_LINE.fullmatch(line) for line in findings)
    assert any(
        line.startswith("content/digests/notes.txt:1:1: bad-digest-name: ") for line in lines
    )
    assert any(re.match(r"content/curation/topics\.yml:\d+:3: unknown-key: ", x) for x in lines)
    assert lines[-1] == f"{len(findings)} errors. While there is an error, nothing is published."


def test_a_warning_is_1_only_with_strict(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    make_warning(site)
    assert run(["check", "--site", str(site)]) == 0
    assert capsys.readouterr().out.endswith("\n1 warning. It can be published.\n")
    assert run(["check", "--site", str(site), "--strict"]) == 1
    assert capsys.readouterr().out.endswith("\n1 warning. With --strict that is a failure.\n")


def test_check_for_programs(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    make_warning(site)
    assert run(["check", "--site", str(site), "--format", "json"]) == 0
    whole = json.loads(capsys.readouterr().out)
    (finding,) = whole.pop("findings")
    assert whole == {"errors": 0, "warnings": 1, "ok": True, "digests": 3, "papers": 5}
    assert (finding["code"], finding["severity"]) == ("header-day-differs", "warning")
    assert finding["file"] == "content/digests/2025/2025-01-06.txt"


def test_check_for_github(site: Path, tmp_path: Path, broadsheet: Broadsheet) -> None:
    make_warning(site)
    done = broadsheet("check", "--site", "site", "--format", "github", cwd=tmp_path, CI="true")
    assert done.returncode == 0
    assert done.stdout.startswith(
        "::warning file=site/content/digests/2025/2025-01-06.txt,line=9,col=1,"
        "title=header-day-differs::"
    )


# build


def test_build_publishes_and_says_how_much(built: Path, broadsheet: Broadsheet) -> None:
    shutil.rmtree(built / "build")
    done = broadsheet("build", cwd=built)
    assert (done.returncode, done.stderr) == (0, "")
    assert re.fullmatch(r"Published 5 papers on \d+ pages in build/site\.\n", done.stdout)
    assert (built / "build/site/index.html").is_file()


def test_a_second_build_touches_nothing(built: Path, broadsheet: Broadsheet) -> None:
    def stamps() -> dict[str, tuple[int, int]]:
        return (
            _stamps(built / "build/docs")
            | _stamps(built / "build/site/")
            | _stamps(built / "build/sites")
        )

    before, log = stamps(), (built / "build/engine.log").stat().st_mtime_ns
    done = broadsheet("build", cwd=built)
    assert (done.returncode, done.stdout) == (
        0,
        "Nothing has changed: build/site is up to date.\n",
    )
    assert stamps() == before
    assert (built / "build/engine.log").stat().st_mtime_ns == log, "the engine ran"


def test_an_error_publishes_nothing_and_the_site_stays(built: Path, broadsheet: Broadsheet) -> None:
    before = _stamps(built / "build")
    break_site(built)
    done = broadsheet("build", cwd=built)
    assert done.returncode == 1
    assert done.stdout.endswith("errors. Nothing was published; the site is as it was.\n")
    assert _stamps(built / "build") == before


def test_an_error_before_there_is_a_site(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    break_site(site)
    assert run(["build", "--site", str(site)]) == 1
    assert capsys.readouterr().out.endswith("errors. Nothing was published.\n")
    assert not (site / "build/docs").exists()
    assert not (site / "build/site").exists()


def test_a_warning_is_published(built: Path, capsys: pytest.CaptureFixture[str]) -> None:
    make_warning(built)
    assert run(["build", "--site", str(built), "--format", "json"]) == 0
    whole = json.loads(capsys.readouterr().out)
    assert (whole["published"], whole["changed"], whole["warnings"]) == (True, True, 1)
    assert "header-day-differs" in (built / "build/site/about/data/index.html").read_text()


def test_a_mistake_that_only_the_engine_sees(built: Path, broadsheet: Broadsheet) -> None:
    before = (built / "build/site").readlink()
    about = built / "content/pages/about.md"
    about.write_text("# About\n\nSee [the boats](boats.md).\n")
    done = broadsheet("build", cwd=built)
    assert done.returncode == 1
    assert done.stdout == (
        "content/pages/about.md:3:17: engine-error: Doc file 'about.md' contains a link "
        "'boats.md', but the target is not found among documentation files.\n"
        "    hint: All that the engine said is in build/engine.log.\n"
        "1 error. Nothing was published; the site is as it was.\n"
    )
    assert (built / "build/site").readlink() == before


def test_settings_reach_every_page(built: Path, broadsheet: Broadsheet) -> None:
    """The environment may give another address; `offline: false` is told to the script."""
    config = built / "mkdocs.yml"
    plain = 'site_url: "https://harbour.example/plain/"\nextra: {offline: false}'
    page = (built / "build/site/about/index.html").read_text()
    assert 'assets/memory/offline.js" defer></script>' in page
    config.write_text(re.sub(r"site_url: .*", plain, config.read_text()))
    assert broadsheet("build", cwd=built, SITE_URL="https://x.example/repo").returncode == 0
    page = (built / "build/site/about/index.html").read_text()
    assert '<link rel="canonical" href="https://x.example/repo/about/">' in page
    assert broadsheet("build", cwd=built).returncode == 0
    page = (built / "build/site/about/index.html").read_text()
    assert '<link rel="canonical" href="https://harbour.example/plain/about/">' in page
    assert 'assets/memory/offline.js" defer data-off></script>' in page


def test_a_site_may_lie_in_any_folder(site: Path, broadsheet: Broadsheet) -> None:
    odd = site.with_name("a b's [ü] #x: 100%")
    site.rename(odd)
    done = broadsheet("build", "--site", str(odd), cwd=odd.parent)
    assert (done.returncode, done.stderr) == (0, "")
    assert (odd / "build/site/index.html").is_file()


def test_what_is_published_can_be_packed_as_pages_artifacts_are(
    built: Path, tmp_path: Path
) -> None:
    """As actions/upload-pages-artifact does it: it follows the link."""
    archive = tmp_path / "artifact.tar"
    packed = subprocess.run(
        ["tar", "--dereference", "--hard-dereference", "--directory", "build/site",
         "-cf", str(archive), "--exclude=.git", "--exclude=.github", "."],
        cwd=built, capture_output=True, check=False,
    )  # fmt: skip
    if b"unrecognized option" in packed.stderr and "CI" not in os.environ:
        pytest.skip("GNU tar, which GitHub's runners have, is not the tar of this machine")
    assert packed.returncode == 0, packed.stderr
    with tarfile.open(archive) as tar:
        names = {member.name.removeprefix("./") for member in tar if member.isfile()}
        assert all(member.isfile() or member.isdir() for member in tar)
    assert names == set(_tree(built / "build/site"))


def test_an_engine_that_is_not_installed(
    built: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("generator.engine.model.find_spec", lambda _: None)
    assert run(["build", "--site", str(built), "--engine", "zensical"]) == 2
    said = " ".join(capsys.readouterr().err.split())
    assert said.endswith('To have it: python -m pip install "zensical<0.1"')


# What nobody meant to happen


def _failing(error: Exception) -> Any:
    def fail(*_: object, **__: object) -> None:
        raise error

    return fail


_FAILURES = {
    "The disk is full: build/x. The site is as it was. Free some space and try again.\n": OSError(
        errno.ENOSPC, os.strerror(errno.ENOSPC), "build/x"
    ),
    "Permission denied: content/x. The site is as it was.\n": PermissionError(
        errno.EACCES, os.strerror(errno.EACCES), "content/x"
    ),
    """\
Broadsheet failed: RuntimeError: the quay is gone
That is a fault of the program, not of your content. The site is as it was. Please report it; with \
BROADSHEET_DEBUG=1 in the environment the command says where it failed.
""": RuntimeError("the quay is gone"),
}


@pytest.mark.parametrize(("said", "error"), _FAILURES.items(), ids=["full", "forbidden", "fault"])
def test_failures_are_told_in_words_and_are_2(
    built: Path,
    error: Exception,
    said: str,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.delenv("BROADSHEET_DEBUG", raising=False)
    monkeypatch.setattr(pipeline, "read_digests", _failing(error))
    assert run(["build", "--site", str(built)]) == 2
    assert capsys.readouterr().err == said


def test_who_wants_to_know_where_it_failed_is_told(
    built: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BROADSHEET_DEBUG", "1")
    monkeypatch.setattr(pipeline, "read_digests", _failing(RuntimeError("the quay is gone")))
    assert run(["build", "--site", str(built)]) == 2
    said = capsys.readouterr().err
    assert said.startswith("Traceback (most recent call last):")
    assert "pipeline.py" in said


@pytest.mark.parametrize(
    ("number", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)], ids=["Ctrl-C", "terminated"]
)
def test_a_build_that_is_stopped_goes_quietly(built: Path, number: int, code: int) -> None:
    before = (built / "build/site").readlink()
    config = built / "mkdocs.yml"
    config.write_text(config.read_text() + "\nhooks: [slow.py]\n")
    (built / "slow.py").write_text(
        "import pathlib, time\n"
        "def on_pre_build(config):\n"
        "    pathlib.Path(config.site_dir).mkdir()\n"
        "    time.sleep(600)\n"
    )
    process = subprocess.Popen(
        command("build"),
        cwd=built,
        env=environment(),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
    )
    while not (built / "build/next").exists():
        assert process.poll() is None, process.communicate()
        time.sleep(0.01)
    # At a terminal, Ctrl-C reaches every program of the group; a service manager tells only one.
    if number == signal.SIGINT:
        os.killpg(process.pid, number)
    else:
        process.send_signal(number)
    said = process.communicate()
    assert process.returncode == code
    assert said == (b"", b"")
    assert not (built / "build/next").exists()
    assert (built / "build/site").readlink() == before


def test_ctrl_c_is_quiet_while_the_program_is_still_loading() -> None:
    stopped = """
import sys

class Interrupting:
    def find_spec(self, name, *rest):
        if name == "generator.cli":
            raise KeyboardInterrupt

sys.meta_path.insert(0, Interrupting())
from generator.__main__ import main

main()
"""
    ended = subprocess.run(
        [sys.executable, "-c", stopped], env=environment(), capture_output=True, check=False
    )
    assert (ended.returncode, ended.stdout, ended.stderr) == (130, b"", b"")


def test_a_reader_that_has_read_enough_is_no_failure(site: Path) -> None:
    process = subprocess.Popen(
        command("check", "--format", "json"),
        cwd=site,
        env=environment(),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert process.stdout
    assert process.stderr
    process.stdout.close()
    said = process.stderr.read()
    process.stderr.close()
    assert process.wait() == 141
    assert said == b""


def test_a_terminal_that_lacks_letters_gets_escapes(site: Path, broadsheet: Broadsheet) -> None:
    (site / "content/digests/東.txt").write_text("new\n")
    done = broadsheet("check", cwd=site, PYTHONIOENCODING="latin-1")
    assert done.returncode == 1
    assert "content/digests/\\u6771.txt:1:1: " in done.stdout
