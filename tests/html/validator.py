"""Tools of Node.js, installed in the versions and with the hashes of package-lock.json."""

import fcntl
import json
import os
import re
import shutil
import subprocess
import tempfile
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.conftest import ROOT

HERE = Path(__file__).parent
CONFIG = HERE / ".htmlvalidate.json"
_INSTALLED = ROOT / "build/npm"
_OF_NPM = (".npmrc", "package.json", "package-lock.json")
_OLDEST_NODE = 18
_NO_NETWORK = re.compile(r"\b(?:EAI_AGAIN|ECONN\w+|ENETUNREACH|ENOTFOUND|ETIMEDOUT)\b")


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    page: str
    line: int
    rule: str
    selector: str
    message: str

    def __str__(self) -> str:
        return f"{self.page}:{self.line}: {self.rule}: {self.message} ({self.selector})"


@dataclass(frozen=True, slots=True, kw_only=True)
class Validator:
    command: tuple[str, ...]

    def validate(self, pages: Iterable[Path], *, root: Path) -> list[Finding]:
        """Give all that is found in pages under `root`, by which they are named."""
        named = [page.relative_to(root).as_posix() for page in pages]
        with tempfile.TemporaryDirectory() as folder:
            said = Path(folder) / "said.json"  # what it prints, it cuts short
            options = ("--config", str(CONFIG), "--formatter", f"json={said}")
            command = (*self.command, *options, *named)
            done = subprocess.run(command, cwd=root, capture_output=True, text=True, check=False)
            assert done.returncode in {0, 1}, done.stdout + done.stderr
            reports = json.loads(said.read_text(encoding="utf-8"))
        return [
            Finding(
                page=Path(report["filePath"]).relative_to(root.resolve()).as_posix(),
                line=message["line"],
                rule=message["ruleId"],
                selector=message["selector"] or "",
                message=message["message"],
            )
            for report in reports
            for message in report["messages"]
        ]


def install_validator() -> Validator:
    """Install html-validate, or skip or fail; see `install_tools`."""
    node, modules = install_tools()
    return Validator(command=(node, str(modules / "html-validate/bin/html-validate.mjs")))


def install_tools() -> tuple[str, Path]:
    """Install package-lock.json under build/, unless it is there; give node and `node_modules`.

    Skips where that cannot be, and fails with `CI` set or when it went wrong.
    """
    programs = {name: shutil.which(name) for name in ("node", "npm")}
    node, npm = programs["node"], programs["npm"]
    if not node or not npm or _read_major(node) < _OLDEST_NODE:
        _give_up(f"html-validate and axe-core need Node.js {_OLDEST_NODE} or newer, with npm")
    _INSTALLED.mkdir(parents=True, exist_ok=True)
    with (_INSTALLED / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not _is_installed():
            for name in _OF_NPM:
                shutil.copy(HERE / name, _INSTALLED / name)
            command = [str(npm), "ci", "--ignore-scripts", "--no-audit", "--no-fund"]
            done = subprocess.run(
                command, cwd=_INSTALLED, capture_output=True, text=True, check=False
            )
            if done.returncode != 0:
                (_INSTALLED / "package-lock.json").unlink()
                reason = f"npm could not install html-validate and axe-core: {done.stderr.strip()}"
                if _NO_NETWORK.search(done.stderr):
                    _give_up(reason)
                pytest.fail(reason)
    return str(node), _INSTALLED / "node_modules"


def _is_installed() -> bool:
    copies = [(HERE / name, _INSTALLED / name) for name in _OF_NPM]
    return all(
        there.is_file() and here.read_bytes() == there.read_bytes() for here, there in copies
    )


def _read_major(node: str) -> int:
    said = subprocess.run([node, "--version"], capture_output=True, text=True, check=False).stdout
    found = re.match(r"v(\d+)\.", said)
    return int(found[1]) if found else 0


def _give_up(reason: str) -> None:
    if os.environ.get("CI"):
        pytest.fail(reason)
    pytest.skip(reason)
