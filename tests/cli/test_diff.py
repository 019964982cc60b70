"""`broadsheet diff`: the content of now against a revision or a folder."""

import html
import json
import os
import re
import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.cli import run
from generator.cli.comparison import (
    escape,
    list_sections,
    render_json,
    render_markdown,
    render_text,
)
from generator.pages.comparison import Comparison, Named
from generator.pages.comparison.model import Hidden, Merge, Move, Recount, Retagging, Rewording
from tests.cli.conftest import make_site, needs_git

SLOW = "Slow Rivers: What Happens to a Current That Is Measured Twice"


def git(folder: Path, *arguments: str) -> str:
    settings = ("user.name=Ada", "user.email=ada@example.org", "core.autocrlf=false")
    options = [part for setting in settings for part in ("-c", setting)]
    done = subprocess.run(
        ["git", *options, *arguments], cwd=folder, capture_output=True, text=True, check=True
    )
    return done.stdout.strip()


def keep(folder: Path) -> str:
    """Make a repository of a folder, or commit what has changed in it; give the commit."""
    if not (folder / ".git").exists():
        git(folder, "init", "--quiet", "--initial-branch=main")
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--message=Change")
    return git(folder, "rev-parse", "--short=7", "HEAD")


def change(site: Path) -> None:
    """Let a curator move one paper, hide another, and begin a reading list."""
    words = (
        "- paper: slow-rivers-what-happens-to-a-current-that-is-measured-twice\n"
        "  topics: {set: [machines]}\n"
        "- paper: 2501.00002\n"
        "  hide: It sinks.\n"
    )
    with (site / "content/curation/papers.yml").open("a") as papers:
        papers.write(words)
    lists = site / "content/curation/collections"
    lists.mkdir()
    (lists / "first.yml").write_text(
        "- id: first\n  name: First\n  description: To begin with.\n"
        "  papers: [{paper: 2501.00001}]\n"
    )


_TEXT = """\
Compared with {former}:

1 paper moves between topics
  Slow Rivers: What Happens to a Current That Is Measured Twice
      Before: Water
      After: Machines

1 paper is hidden
  Paper Boats as a Benchmark for Folding Robots
      Reason: It sinks.

1 topic changes its papers or name
  Water
      Papers: 3, now 2

1 tag changes its papers or name
  Benchmark
      Papers: 1, now 0

1 reading list changes its papers or name
  First
      Papers: 1, new

2 further pages appear
  /collections/
  /collections/first/

3 addresses answer no more
  /authors/letters/s/
  /authors/letters/s/once/
  /tags/benchmark/2025-01/

"""


@needs_git
def test_the_last_commit_is_what_is_compared_with(
    site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    commit = keep(site)
    assert run(["diff", "--site", str(site)]) == 0
    assert capsys.readouterr().out == (
        f"Compared with HEAD ({commit}):\n\nReaders will notice nothing.\n"
    )
    change(site)
    assert run(["diff", "--site", str(site)]) == 0
    said = capsys.readouterr().out
    assert said.startswith(_TEXT.format(former=f"HEAD ({commit})"))
    assert re.fullmatch(
        r"Of the pages that stay, \d+ pages will look otherwise\.", said.splitlines()[-1]
    )
    keep(site)
    assert run(["diff", "--site", str(site)]) == 0
    assert "notice nothing" in capsys.readouterr().out
    assert run(["diff", "--site", str(site), "HEAD~1"]) == 0
    assert capsys.readouterr().out == said.replace("HEAD (", "HEAD~1 (")


@needs_git
def test_a_site_below_the_top_of_its_repository_is_compared(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    site = make_site(tmp_path / "papers of ours")
    commit = keep(tmp_path)
    change(site)
    monkeypatch.chdir(site)
    assert run(["diff", "main"]) == 0
    assert capsys.readouterr().out.startswith(_TEXT.format(former=f"main ({commit})"))


def test_a_folder_is_compared_without_git(
    site: Path,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    before = make_site(tmp_path / "before")
    change(site)
    monkeypatch.setenv("PATH", str(tmp_path))
    assert run(["diff", "--site", str(site), str(before)]) == 0
    assert capsys.readouterr().out.startswith(_TEXT.format(former=before))


def snapshot(folder: Path) -> dict[str, tuple[int, bytes]]:
    files = (path for path in folder.rglob("*") if path.is_file())
    return {str(path): (path.stat().st_mtime_ns, path.read_bytes()) for path in files}


@needs_git
def test_nothing_is_written(site: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    keep(site)
    change(site)
    git(site, "status")
    before = snapshot(site)
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(temporary))
    assert run(["diff", "--site", str(site)]) == 0
    assert snapshot(site) == before
    assert list(temporary.iterdir()) == []


@needs_git
def test_a_hook_of_another_repository_does_not_lead_git_astray(
    site: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    keep(site)
    monkeypatch.setenv("GIT_DIR", "/nowhere/.git")
    monkeypatch.setenv("GIT_INDEX_FILE", "/nowhere/index")
    assert run(["diff", "--site", str(site)]) == 0
    assert "notice nothing" in capsys.readouterr().out


@needs_git
@pytest.mark.parametrize("revision", ["mian", "--output=x", "HEAD~7", "main:content"])
def test_an_unknown_revision_is_2(
    revision: str, site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    keep(site)
    assert run(["diff", "--site", str(site), "--", revision]) == 2
    said = capsys.readouterr().err
    assert f"There is no revision {revision}, and no folder of that name" in said
    assert not (site / "x").exists()


@needs_git
def test_no_repository_is_2(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["diff", "--site", str(site)]) == 2
    said = capsys.readouterr().err
    assert f"{site} is in no git repository: name a folder that holds the site as it was" in said


def test_no_git_is_2(
    site: Path,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert run(["diff", "--site", str(site)]) == 2
    assert "git is not installed here" in capsys.readouterr().err


@needs_git
def test_a_revision_without_content_is_2(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    content = site / "content"
    content.rename(site / "aside")
    keep(site)
    (site / "aside").rename(content)
    assert run(["diff", "--site", str(site)]) == 2
    assert "There was no folder content in HEAD." in capsys.readouterr().err


@needs_git
def test_errors_of_now_are_1_and_those_of_then_are_said(
    site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    keep(site)
    papers = site / "content/curation/papers.yml"
    good = papers.read_text()
    papers.write_text("- paper: 2501.00001\n  pik: true\n")
    assert run(["diff", "--site", str(site)]) == 1
    assert capsys.readouterr().out == (
        "The content has 1 error, so it cannot be published: see broadsheet check.\n"
    )
    commit = keep(site)
    papers.write_text(good)
    assert run(["diff", "--site", str(site), "--format", "json"]) == 0
    assert json.loads(capsys.readouterr().out) == {
        "compared_with": f"HEAD ({commit})",
        "cannot_compare": f"The content of HEAD ({commit}) has 1 error, "
        "so no site came of it to compare with.",
    }


HOSTILE = "| a <b>@ada</b> #12 GH-7 `c` *d* [e](f) \x1b[31m & g | h ~i~ _j_ <!-- k"
PAPER = Named(title=HOSTILE, url="papers/k/")
EVERYTHING = Comparison(
    new=(PAPER,),
    gone=(PAPER,),
    merged=(Merge(paper=PAPER, into=PAPER),),
    hidden=(Hidden(paper=PAPER, reason=HOSTILE),),
    shown_again=(PAPER,),
    moved=(Move(paper=PAPER, before=(), after=(HOSTILE,)),),
    retagged=(Retagging(paper=PAPER, gained=(HOSTILE,), lost=()),),
    reworded=(Rewording(paper=PAPER, what=("title", "note")),),
    topics=(Recount(id="t", name=HOSTILE, former_name="Old", before=1, after=1),),
    tags=(Recount(id="t", name="T", former_name="", before=None, after=2),),
    collections=(Recount(id="t", name="T", former_name="T", before=3, after=None),),
    appearing=("papers/k/", "topics/t/"),
    vanishing=("tags/t/",),
    redirecting=(("papers/l/", "papers/k/"),),
    changing=1,
)


def test_text_of_digests_is_text_in_markdown() -> None:
    said = render_markdown(EVERYTHING, "HEAD")
    rows = [line for line in said.splitlines() if line.startswith("| ") and "---" not in line]
    assert len(rows) == 2 * len(list_sections(EVERYTHING))
    assert all(re.fullmatch(r"(\| [^|]* )+\|", row) for row in rows)
    for row in rows:
        assert not re.search(r"[<>`*_\[\]~@\x1b]", row), row
        assert not re.search(r"[@#](?=\w)|GH-\d", html.unescape(row)), row
    assert said.count("### ") == len(list_sections(EVERYTHING)) == 14


@given(st.text())
def test_what_is_escaped_reads_the_same_and_calls_nobody(text: str) -> None:
    escaped = escape(text)
    assert "|" not in escaped
    assert "\n" not in escaped
    shown = html.unescape(escaped)
    assert re.search(r"[@#][A-Za-z0-9]|(?i:GH-[0-9])", shown) is None
    kept = [c for c in text if c.isalnum()]
    assert [c for c in shown if c.isalnum()] == kept


def test_a_terminal_obeys_no_text() -> None:
    said = render_text(EVERYTHING, "HEAD")
    assert "\x1b" not in said
    assert r"\x1b[31m" in said


def test_json_is_plain_ascii_and_holds_everything() -> None:
    said = render_json(EVERYTHING, "HEAD")
    assert said.isascii()
    record = json.loads(said)
    assert record["compared_with"] == "HEAD"
    assert record["moved"][0]["paper"] == {"title": HOSTILE, "url": "papers/k/"}
    assert record["topics"][0]["former_name"] == "Old"
    assert set(record) == {"compared_with", *Comparison.__dataclass_fields__}


def test_a_long_table_is_cut_in_markdown_alone() -> None:
    many = replace(Comparison(), gone=tuple(Named(title=f"P{n}", url="") for n in range(40)))
    said = render_markdown(many, "HEAD")
    assert "| P24 |" in said
    assert "P25" not in said
    assert "And 15 more: `broadsheet diff` lists them all." in said
    assert "P39" in render_text(many, "HEAD")


def test_pages_of_new_papers_are_not_listed_twice() -> None:
    headings = [section.heading for section in list_sections(EVERYTHING)]
    assert "1 paper is new" in headings
    assert "1 further page appears" in headings


@needs_git
def test_a_change_of_the_real_content_is_told(
    site_root: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for part in ("content", "site_templates", "mkdocs.yml"):
        source = site_root / part
        target = tmp_path / "site" / part
        target.parent.mkdir(exist_ok=True)
        shutil.copytree(source, target) if source.is_dir() else shutil.copy(source, target)
    site = tmp_path / "site"
    with (site / "content/curation/papers.yml").open("a", encoding="utf-8") as papers:
        papers.write(
            "\n- paper: 2303.18223\n  topics: {set: [games]}\n".replace("games", "evaluation")
        )
    assert run(["diff", "--site", str(site), str(site_root), "--format", "markdown"]) == 0
    said = capsys.readouterr().out
    assert "### 1 paper moves between topics\n" in said
    assert "| A Survey of Large Language Models | " in said
    assert os.fspath(site) not in said
