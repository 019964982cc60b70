"""The content of a site as it was: another folder, or a revision that git keeps."""

import io
import shutil
import subprocess
import tempfile
import zipfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

_GIT_SETS = ("GIT_DIR", "GIT_INDEX_FILE", "GIT_PREFIX", "GIT_WORK_TREE")
"""What git tells a program that it starts (a hook): it holds for another folder than ours."""

_NAME_A_FOLDER = "name a folder that holds the site as it was: broadsheet diff ../before"


class HistoryError(Exception):
    """The content cannot be had as it was. The text says why, and what to do."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Former:
    """A site's root with its content as it was. `name` tells which: `HEAD (1a2b3c4)`."""

    root: Path
    name: str


@contextmanager
def former_content(root: Path, wanted: str, variables: Mapping[str, str]) -> Iterator[Former]:
    """Give the content that `wanted` names: a folder that holds a site, or a revision.

    `variables` are those of the environment. Raises HistoryError where there is no such content.
    What comes out of git lies in a folder that goes when the context ends; neither the working tree
    nor anything under `.git` is touched.
    """
    folder = Path(wanted)
    if (folder / "content").is_dir():
        yield Former(root=folder.absolute(), name=wanted)
        return
    git = _Git(root, variables)
    commit = git.find_commit(wanted)
    with tempfile.TemporaryDirectory(prefix="broadsheet-") as place:
        git.extract_content(commit, wanted, Path(place))
        yield Former(root=Path(place), name=f"{wanted} ({commit[:7]})")


class _Git:
    """The repository in which a site's folder lies."""

    def __init__(self, root: Path, variables: Mapping[str, str]) -> None:
        program = shutil.which("git", path=variables.get("PATH"))
        if program is None:
            message = (
                "git is not installed here, which keeps the content as it was. Install it, or "
                f"{_NAME_A_FOLDER}"
            )
            raise HistoryError(message)
        self._command = (program, "-C", str(root))
        self._root = root
        kept = {name: value for name, value in variables.items() if name not in _GIT_SETS}
        self._environment = kept | {"LC_ALL": "C"}

    def find_commit(self, revision: str) -> str:
        inside = self._run("rev-parse", "--is-inside-work-tree")
        if inside.returncode:
            said = inside.stderr.decode("utf-8", "replace").strip()
            message = f"{self._root} is in no git repository: {_NAME_A_FOLDER}"
            raise HistoryError(message if "not a git repository" in said else said)
        name = revision + "^{commit}"
        found = self._run("rev-parse", "--verify", "--quiet", "--end-of-options", name)
        if found.returncode:
            message = (
                f"There is no revision {revision}, and no folder of that name with a site in it. "
                "`git log --oneline` lists revisions; a branch of the server has a name such as "
                "origin/main."
            )
            raise HistoryError(message)
        return found.stdout.decode().strip()

    def extract_content(self, commit: str, revision: str, place: Path) -> None:
        """Write the site's `content`, as it was in a commit, into a folder."""
        prefix = self._run("rev-parse", "--show-prefix").stdout.decode("utf-8", "replace").strip()
        tree = f"{commit}:{prefix}"
        if self._run("cat-file", "-e", f"{tree}content").returncode:
            message = f"There was no folder {prefix}content in {revision}."
            raise HistoryError(message)
        # From the top: below it, git looks for the folder that it stands in within what it packs.
        top = self._run("rev-parse", "--show-toplevel").stdout.decode("utf-8", "replace").strip()
        archive = self._run("-C", top, "archive", "--format=zip", f"{tree}content")
        if archive.returncode:
            raise HistoryError(archive.stderr.decode("utf-8", "replace").strip())
        with zipfile.ZipFile(io.BytesIO(archive.stdout)) as packed:
            packed.extractall(place / "content")

    def _run(self, *arguments: str) -> subprocess.CompletedProcess[bytes]:
        return subprocess.run(  # noqa: S603  # what a person typed comes after --end-of-options
            (*self._command, *arguments),
            env=self._environment,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            check=False,
        )
