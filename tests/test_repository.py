"""The repository keeps what it promises: locks, workflows, hooks, commands and documents agree."""

import ast
import os
import re
import shutil
import subprocess
import sys
import tomllib
from functools import cache
from importlib.metadata import packages_distributions
from pathlib import Path
from typing import Any

import pytest
import yaml
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from packaging.version import Version

ROOT = Path(__file__).parent.parent
LOCKS = sorted(path.stem for path in (ROOT / "requirements").glob("*.txt"))
WORKFLOWS = sorted((ROOT / ".github/workflows").glob("*.yml"))
DOCUMENTS = sorted(
    [*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md"), *(ROOT / "content").glob("*.md")]
)
CODE = re.MULTILINE | re.DOTALL
DEPENDENCY_RECORD = ROOT / "docs/adr/0002-dependencies.md"


def relative(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


@cache
def project() -> dict[str, Any]:
    return tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


def needs_of_package() -> list[Requirement]:
    return [Requirement(text) for text in project()["project"]["dependencies"]]


def needs_of(*groups: str) -> list[Requirement]:
    """What the named groups need; not what groups need that they include."""
    named = [project()["dependency-groups"][group] for group in groups]
    return [Requirement(text) for group in named for text in group if isinstance(text, str)]


@cache
def lock(name: str) -> list[tuple[Requirement, list[str]]]:
    """The requirements of a lock file with their hashes."""
    text = (ROOT / f"requirements/{name}.txt").read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if not line.lstrip().startswith("#")]
    entries = []
    for entry in "\n".join(lines).replace("\\\n", " ").splitlines():
        requirement, *hashes = entry.split("--hash=")
        entries.append((Requirement(requirement.strip()), [h.strip() for h in hashes]))
    return entries


# Locks


@pytest.mark.parametrize("name", LOCKS)
def test_lock_names_one_version_and_its_hashes(name: str) -> None:
    assert lock(name)
    for requirement, hashes in lock(name):
        assert re.fullmatch(r"==[^,*]+", str(requirement.specifier)), str(requirement)
        assert requirement.url is None
        assert hashes, str(requirement)
        assert all(re.fullmatch(r"sha256:[0-9a-f]{64}", h) for h in hashes), str(requirement)


@pytest.mark.parametrize("name", LOCKS)
def test_lock_names_no_host_and_no_folder_of_a_machine(name: str) -> None:
    text = (ROOT / f"requirements/{name}.txt").read_text(encoding="utf-8")
    assert re.findall(r"://|--index|--find-links|--trusted|(?:^|\s)/\S+", text) == []


@pytest.mark.parametrize("name", LOCKS)
def test_lock_holds_what_pyproject_asks_for(name: str) -> None:
    # The site's and the developers' lock hold the package's needs; an engine's lock only its own.
    asked = {"site": ["build"], "dev": ["build", "dev"]}
    wanted = needs_of(*asked[name]) + needs_of_package() if name in asked else needs_of(name)
    locked = {canonicalize_name(r.name): str(r.specifier)[2:] for r, _ in lock(name)}
    for requirement in wanted:
        version = locked.get(canonicalize_name(requirement.name))
        assert version is not None, f"{requirement}: run `make lock`"
        assert requirement.specifier.contains(version), f"{requirement} is locked as {version}"


@pytest.mark.parametrize("name", LOCKS)
def test_what_locks_share_is_of_one_version(name: str) -> None:
    """They are installed into one environment, one after the other."""
    for other in ("site", "dev"):
        shared = {r.name for r, _ in lock(name)} & {r.name for r, _ in lock(other)}
        here, there = ({str(r) for r, _ in lock(n) if r.name in shared} for n in (name, other))
        assert here == there


# Dependencies


def imported_modules(folder: Path) -> dict[str, str]:
    """The top-level modules that Python files import, each with a file that does."""
    found: dict[str, str] = {}
    for file in sorted(folder.rglob("*.py")):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import):
                names = [alias.name for alias in node.names]
            elif isinstance(node, ast.ImportFrom) and node.level == 0 and node.module:
                names = [node.module]
            else:
                continue
            found |= {name.partition(".")[0]: relative(file) for name in names}
    return found


@pytest.mark.parametrize(("folder", "groups"), [("generator", []), ("tests", ["dev", "fuzz"])])
def test_every_import_is_of_a_declared_dependency(folder: str, groups: list[str]) -> None:
    declared = {canonicalize_name(r.name) for r in needs_of_package() + needs_of(*groups)}
    distributions = packages_distributions()
    undeclared = {
        f"{module} in {file}"
        for module, file in imported_modules(ROOT / folder).items()
        if module not in sys.stdlib_module_names
        and module not in ("generator", "tests")
        and not declared & {canonicalize_name(d) for d in distributions.get(module, [module])}
    }
    assert undeclared == set()


def test_every_dependency_has_its_reason() -> None:
    record = DEPENDENCY_RECORD.read_text(encoding="utf-8").casefold()
    for requirement in needs_of_package() + needs_of(*project()["dependency-groups"]):
        assert f"| `{requirement.name.casefold()}` |" in record


# Workflows


def test_there_are_workflows_for_testing_and_publishing() -> None:
    assert {"test.yml", "publish.yml"} <= {workflow.name for workflow in WORKFLOWS}


def workflow_steps(workflow: dict[str, Any]) -> list[dict[str, Any]]:
    return [step for job in workflow["jobs"].values() for step in job.get("steps", [])]


@pytest.mark.parametrize("path", WORKFLOWS, ids=relative)
def test_workflow_pins_its_actions_and_asks_for_little(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    uses = re.findall(r"uses: (.+)", text)
    assert uses
    for action in uses:
        assert re.fullmatch(r"[\w-]+/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+", action), action
    workflow = yaml.safe_load(text)
    assert workflow["permissions"] == {}
    for job in workflow["jobs"].values():
        assert "timeout-minutes" in job
        runs = "\n".join(step.get("run", "") for step in job["steps"])
        # What writes runs nothing of ours, which rests on code of others: it calls git and gh.
        is_clerk = "gh " in runs and not re.search(r"\.venv|make |python|broadsheet ", runs)
        asked = set(job["permissions"])
        assert asked <= {"contents", "pages", "id-token"} or is_clerk
        assert asked <= {"contents", "pages", "id-token", "issues", "pull-requests", "actions"}
        # But one job, which commits the record of what was mailed.
        allowed = {"read"} | ({"write"} if is_clerk or "--on-record" in runs else set())
        assert job["permissions"].get("contents", "read") in allowed
    for step in workflow_steps(workflow):
        if step.get("uses", "").startswith("actions/checkout@"):
            assert step["with"]["persist-credentials"] is False


def test_publishing_builds_for_the_address_that_pages_reports() -> None:
    workflow = yaml.safe_load((ROOT / ".github/workflows/publish.yml").read_text(encoding="utf-8"))
    assert workflow["concurrency"] == {"group": "pages", "cancel-in-progress": False}
    steps = workflow_steps(workflow)
    reported = next(s for s in steps if s.get("uses", "").startswith("actions/configure-pages@"))
    (build,) = (step for step in workflow["jobs"]["build"]["steps"] if "run" in step)
    assert build["run"] == "make site"
    assert build["env"] == {"SITE_URL": f"${{{{ steps.{reported['id']}.outputs.base_url }}}}"}
    upload = next(s for s in steps if "upload-pages-artifact" in s.get("uses", ""))
    assert upload["with"]["path"] == "build/site"


def test_mail_goes_out_after_publication_where_it_is_switched_on() -> None:
    text = (ROOT / ".github/workflows/publish.yml").read_text(encoding="utf-8")
    job = yaml.safe_load(text)["jobs"]["mail"]
    assert job["if"] == "${{ vars.MAIL_SINCE != '' }}"
    assert "deploy" in job["needs"]
    assert job["permissions"] == {"contents": "write"}
    sending = job["steps"][-1]
    assert "broadsheet mail --send" in sending["run"]
    settings = set(re.findall(r"BROADSHEET_\w+", (ROOT / "docs/mail.md").read_text("utf-8")))
    assert {name for name in sending["env"] if name.startswith("BROADSHEET_")} == settings
    assert re.findall(r"secrets\.(\w+)", text) == ["SMTP_USER", "SMTP_PASSWORD"]


def test_of_two_runs_that_record_a_mail_one_fails(tmp_path: Path) -> None:
    """The script that keeps the record in the repository, in two clones of one."""
    git = ["git", "-c", "user.name=Ada", "-c", "user.email=ada@example.org"]
    run([*git, "init", "--quiet", "--bare", "--initial-branch=main", "remote"], tmp_path)
    run([*git, "clone", "--quiet", "remote", "one"], tmp_path)
    (tmp_path / "one/content").mkdir()
    (tmp_path / "one/content/mailed.jsonl").write_text("{}\n")
    run([*git, "add", "--all"], tmp_path / "one")
    run([*git, "commit", "--quiet", "--message=Begin"], tmp_path / "one")
    run([*git, "push", "--quiet", "origin", "HEAD:main"], tmp_path / "one")
    run([*git, "clone", "--quiet", "remote", "two"], tmp_path)

    def keep(clone: str, line: str) -> int:
        with (tmp_path / clone / "content/mailed.jsonl").open("a") as record:
            record.write(line)
        variables = os.environ | {"REMOTE": str(tmp_path / "remote"), "BRANCH": "main"}
        return subprocess.run(
            [ROOT / ".ci/keep-record"],
            cwd=tmp_path / clone,
            env=variables,
            capture_output=True,
            check=False,
        ).returncode

    assert keep("one", '{"state": "sending"}\n') == 0
    assert keep("two", '{"state": "sending", "by": "two"}\n') != 0
    assert keep("one", '{"state": "sent"}\n') == 0
    kept = run([*git, "show", "main:content/mailed.jsonl"], tmp_path / "remote")
    assert kept == '{}\n{"state": "sending"}\n{"state": "sent"}\n'


def test_a_proposed_change_is_checked_with_no_more_than_it_may_see() -> None:
    """A fork's change runs here: it gets no secret and no right but to read."""
    text = (ROOT / ".github/workflows/check.yml").read_text(encoding="utf-8")
    workflow = yaml.safe_load(text)
    assert list(workflow[True]) == ["pull_request"]  # YAML 1.1 reads the key `on` as true
    assert "secrets" not in text
    (job,) = workflow["jobs"].values()
    assert job["permissions"] == {"contents": "read"}
    runs = "\n".join(step.get("run", "") for step in workflow_steps(workflow))
    assert "broadsheet check --format github" in runs
    assert re.findall(r"\$\{\{.*?\}\}", runs) == []
    upload = next(s for s in workflow_steps(workflow) if "upload-artifact" in s.get("uses", ""))
    assert upload["with"]["path"] == "build/preview"
    assert "build/site build/preview" in runs


def test_the_summary_of_a_proposed_change_says_what_readers_will_notice(tmp_path: Path) -> None:
    """The step itself, in a repository as GitHub checks it out: the change merged into its base."""
    workflow = yaml.safe_load((ROOT / ".github/workflows/check.yml").read_text(encoding="utf-8"))
    step = next(s for s in workflow_steps(workflow) if "broadsheet diff" in s.get("run", ""))
    site = tmp_path / "site"
    shutil.copytree(ROOT / "tests/data/site", site)
    shutil.copytree(ROOT / "site_templates", site / "site_templates")
    program = site / ".venv/bin/broadsheet"
    program.parent.mkdir(parents=True)
    program.write_text(
        f'#!/bin/sh\nPYTHONPATH="{ROOT}" exec "{sys.executable}" -m generator "$@"\n'
    )
    program.chmod(0o755)
    git = ["git", "-c", "user.name=Ada", "-c", "user.email=ada@example.org"]
    run([*git, "init", "--quiet", "--initial-branch=work"], site)
    run([*git, "add", "--all"], site)
    run([*git, "commit", "--quiet", "--message=Begin"], site)
    run([*git, "checkout", "--quiet", "-b", "change"], site)
    papers = site / "content/curation/papers.yml"
    papers.write_text("- {paper: 2501.00002, topics: {set: [water]}}\n", encoding="utf-8")
    run([*git, "commit", "--quiet", "--all", "--message=Change"], site)
    run([*git, "checkout", "--quiet", "--detach", "work"], site)
    run([*git, "merge", "--quiet", "--no-ff", "--message=Merge", "change"], site)
    run([*git, "branch", "--delete", "--force", "work"], site)
    summary = tmp_path / "summary.md"
    script = f'export BASE=main GITHUB_STEP_SUMMARY="{summary}"\n{step["run"]}'
    run(["bash", "-e", "-c", script], site)
    said = summary.read_text(encoding="utf-8")
    assert said.startswith("## What readers will notice\n\nCompared with main (")
    assert "\n| Paper Boats as a Benchmark for Folding Robots | Machines | Water |\n" in said


@pytest.mark.parametrize(
    ("schema", "pattern"),
    [("github-workflows", "workflows/*.yml"), ("dependabot", "dependabot.yml")],
)
def test_files_for_github_have_the_form_that_github_reads(schema: str, pattern: str) -> None:
    files = [str(file) for file in (ROOT / ".github").glob(pattern)]
    assert files
    run_tool("check-jsonschema", "--builtin-schema", f"vendor.{schema}", *files)


def test_zizmor_finds_nothing_in_the_workflows() -> None:
    run_tool("zizmor", "--quiet", "--offline", "--persona", "auditor", ".github")


def test_updates_wait_for_a_week() -> None:
    dependabot = yaml.safe_load((ROOT / ".github/dependabot.yml").read_text(encoding="utf-8"))
    ecosystems = {update["package-ecosystem"] for update in dependabot["updates"]}
    assert ecosystems == {"pip", "npm", "github-actions"}
    assert all(update["cooldown"]["default-days"] >= 7 for update in dependabot["updates"])


@pytest.mark.parametrize("made_by", ["folder", "link"])
def test_upload_of_the_site_follows_a_relative_link(tmp_path: Path, made_by: str) -> None:
    """As upload-pages-artifact v5.0.0 calls tar, whether build/site is a folder or a link."""
    if not is_gnu_tar() and "CI" not in os.environ:
        pytest.skip("GNU tar, which GitHub's runners have, is not the tar of this machine")
    site = tmp_path / "build/site"
    real = site if made_by == "folder" else tmp_path / "build/.sites/one"
    (real / "papers/a").mkdir(parents=True)
    for page in ("index.html", "papers/a/index.html"):
        (real / page).write_text("<!doctype html>", encoding="utf-8")
    if made_by == "link":
        site.symlink_to(".sites/one")
    archive = tmp_path / "artifact.tar"
    options = ["--dereference", "--hard-dereference", "--directory", "build/site", "-cf"]
    excluded = ["--exclude=.git", "--exclude=.github", "--exclude=.[^/]*"]
    run(["tar", *options, str(archive), *excluded, "."], tmp_path)
    listed = set(run(["tar", "-tf", str(archive)], tmp_path).split())
    assert {"./index.html", "./papers/a/index.html"} <= listed


def is_gnu_tar() -> bool:
    return shutil.which("tar") is not None and "GNU tar" in run(["tar", "--version"], ROOT)


# Hooks and commands


def test_hooks_have_the_form_that_pre_commit_reads_and_their_tools_are_locked() -> None:
    config = ROOT / ".pre-commit-config.yaml"
    run_tool("pre-commit", "validate-config", str(config))
    locked = {canonicalize_name(requirement.name) for requirement, _ in lock("dev")}
    tools = {"lint-imports": "import-linter"}
    for repository in yaml.safe_load(config.read_text(encoding="utf-8"))["repos"]:
        assert repository["repo"] == "local"
        for hook in repository["hooks"]:
            program, *arguments = hook["entry"].split()
            name = arguments[1] if arguments[:1] == ["-m"] else Path(program).name
            assert program.startswith(".venv/bin/")
            assert name == "generator" or canonicalize_name(tools.get(name, name)) in locked


def make_targets() -> set[str]:
    text = (ROOT / "Makefile").read_text(encoding="utf-8")
    return set(re.findall(r"^([a-z]+):.*  ## \S", text, re.MULTILINE))


def test_every_make_command_is_explained_by_make_alone() -> None:
    text = (ROOT / "Makefile").read_text(encoding="utf-8")
    phony = next(line for line in text.splitlines() if line.startswith(".PHONY:"))
    assert set(phony.split()[1:]) == make_targets()
    said = run(["make", "--no-print-directory"], ROOT)
    for target in make_targets():
        assert re.search(rf"^  make {target} +[A-Z].+", said, re.MULTILINE), target


def test_ci_installs_a_browser_and_calls_the_test_command_of_the_readme() -> None:
    script = ROOT / ".ci/run"
    assert os.access(script, os.X_OK)
    run(["bash", "-n", str(script)], ROOT)
    lines = script.read_text(encoding="utf-8").splitlines()
    assert lines[-1] == "make test"
    assert any(line.startswith("make zensical || echo") for line in lines)
    assert "set -euo pipefail" in lines
    assert "make test" in (ROOT / "README.md").read_text(encoding="utf-8")


@pytest.mark.slow
def test_a_fresh_clone_gives_the_site_and_passes_its_tests(tmp_path: Path) -> None:
    """The two commands of the README with little in the environment; needs the package index."""
    clone = tmp_path / "a fresh clone"
    run(["git", "clone", "--quiet", str(ROOT), str(clone)], tmp_path)
    shared = ROOT.parent / "shared"
    if shared.is_dir():
        (tmp_path / "shared").symlink_to(shared)
    run(["make", "site"], clone)
    assert (clone / "build/site/index.html").is_file()
    assert run(["git", "status", "--porcelain"], clone) == ""
    assert " passed" in run(["make", "test"], clone)


# Documents


@pytest.mark.parametrize("path", DOCUMENTS, ids=relative)
def test_document_names_only_files_and_commands_that_exist(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    prose = re.sub(r"^( *)(```+).*?^\1\2$|(`+)(?!`).+?(?<!`)\3(?!`)", "", text, flags=CODE)
    for target in re.findall(r"\]\((?!https?:|mailto:|#)([^)#\s]+)", prose):
        assert (path.parent / target).exists(), f"{relative(path)} links to {target}"
    for target in re.findall(r"\bmake ([a-z]+)\b(?=`)|^\s*make ([a-z]+)$", text, re.MULTILINE):
        assert "".join(target) in make_targets(), f"make {target}"


def test_steps_to_a_site_of_ones_own_are_enough(tmp_path: Path) -> None:
    """The README's commands, word for word, then one digest: nothing speaks of our papers then."""
    for part in ("content", "site_templates"):
        shutil.copytree(ROOT / part, tmp_path / part)
    shutil.copy(ROOT / "mkdocs.yml", tmp_path)
    section = (ROOT / "README.md").read_text(encoding="utf-8").partition("## Make it yours")[2]
    script = section.partition("```sh\n")[2].partition("```")[0]
    run(["sh", "-e", "-c", script], tmp_path)
    assert list((tmp_path / "content/digests").iterdir()) == []
    digest = tmp_path / "content/digests/2031/2031-05-06.txt"
    digest.parent.mkdir()
    abstract = "We tie knots in ropes of many kinds and count how often each comes undone. " * 6
    head = "new\n\nGet trending papers in your email inbox!\n\nSubscribe\n\nMay 6\n\n"
    digest.write_text(f"{head}Of Knots\n\n{abstract}\n\n", encoding="utf-8")
    said = run_tool("broadsheet", "check", "--strict", "--site", str(tmp_path))
    assert "1 paper" in said


def test_changelog_has_a_date_for_every_version() -> None:
    changelog = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    headings = re.findall(r"^## \[(.+?)\](?: - (\d{4}-\d\d-\d\d))?$", changelog, re.MULTILINE)
    assert headings[0] == ("Unreleased", "")
    assert all(day for _, day in headings[1:])
    versions = [Version(name) for name, _ in headings[1:]]
    assert versions == sorted(versions, reverse=True)
    assert Version(project()["project"]["version"]) >= max(versions, default=Version("0"))


def test_licence_is_the_one_that_pyproject_names() -> None:
    assert project()["project"]["license"] == "MIT"
    assert (ROOT / "LICENSE").read_text(encoding="utf-8").startswith("MIT License\n")


def run(command: list[str], folder: Path) -> str:
    """Run a command that must succeed; gives what it printed."""
    environment = {k: v for k, v in os.environ.items() if not k.startswith(("MAKE", "PYTEST"))}
    done = subprocess.run(
        command, cwd=folder, env=environment, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, f"{command}\n{done.stdout}{done.stderr}"
    return done.stdout


def run_tool(name: str, *arguments: str) -> str:
    """Run a locked tool from beside the Python that runs the tests."""
    return run([str(Path(sys.executable).parent / name), *arguments], ROOT)
