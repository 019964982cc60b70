"""The example of docs/data.md, pasted word for word and run against a site that is served."""

import json
import re
import subprocess
import sys
from pathlib import Path

from tests.browser.hosting import host
from tests.cli.conftest import environment
from tests.conftest import ROOT

MANUAL = (ROOT / "docs/data.md").read_text(encoding="utf-8")
(EXAMPLE,) = re.findall(r"^```python\n(.*?)^```$", MANUAL, re.MULTILINE | re.DOTALL)


def run(folder: Path, *arguments: str) -> str:
    (folder / "papers.py").write_text(EXAMPLE, encoding="utf-8")
    done = subprocess.run(
        # Without what else is installed here: a reader has Python alone.
        [sys.executable, "-I", "-S", "papers.py", *arguments],
        cwd=folder,
        env=environment(),
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout


def test_the_example_of_the_manual_works(built: Path, tmp_path: Path) -> None:
    site = built / "build/site"
    topics = json.loads((site / "api/v1/topics.json").read_text(encoding="utf-8"))["topics"]
    with host(site) as address:
        first = run(tmp_path, address)
        water = run(tmp_path, address, "water", "harbour")
    assert first.splitlines()[0] == topics[0]["name"]
    assert water.splitlines()[0] == "Water"
    assert re.search(r"^  2025-01: \d+ of 4 papers$", water, re.MULTILINE)
    assert re.search(r"^  undated: \d of \d papers?$", water, re.MULTILINE)
    assert f"  {address}papers/harbour-lights" in water
    assert "[harbour" in water.casefold()


def test_what_the_manual_names_is_there(built: Path) -> None:
    api = built / "build/site/api/v1"
    table = MANUAL.partition("## The database")[0]
    named = re.findall(r"`([a-z/0-9-]+\.(?:json|jsonl|json\.gz|db))`", table)
    assert len(named) > 12
    there = (api / path.replace("2025-03", "2025-01") for path in named)
    assert [path for path in there if not path.is_file()] == []
