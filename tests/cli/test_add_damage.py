"""`broadsheet add` on damaged copies of real files: what it writes is true, or nothing."""

import random
from pathlib import Path

import pytest

from generator.cli import run
from tests.desk.arrivals.damage import DAMAGES
from tests.desk.arrivals.oracle import find_untrue, read
from tests.desk.arrivals.swaps import FIELDS
from tests.desk.arrivals.test_damage import leave_out_traceless

COPIES = 50


def list_digests(site: Path) -> set[Path]:
    return {path for path in (site / "content/digests").rglob("*") if path.is_file()}


@pytest.mark.slow
def test_no_damaged_copy_is_written_but_what_is_true(
    site: Path, shared_dir: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Fifty copies, each of another file or in another way; nobody is there to be asked."""
    chance = random.Random("fifty")  # noqa: S311  # the same each time
    files = [
        path
        for path in sorted((shared_dir / "fixtures").rglob("*.*"))
        if not path.name.startswith(("LICENSE", "SOURCES")) and not read(path.read_bytes()).refusals
    ]
    copies = 0
    while copies < COPIES:
        path, damage = chance.choice(files), chance.choice([*DAMAGES, *FIELDS])
        copy = damage(path.read_bytes(), chance)
        whole = read(path.read_bytes()).digest.entries
        visible = leave_out_traceless([damage.__name__], len(whole), path.name)
        if copy is None or copy == path.read_bytes() or not visible:
            continue
        copies += 1
        file = tmp_path / f"{copies}{path.suffix}"
        file.write_bytes(copy)
        before = list_digests(site)
        code = run(["add", str(file), "--date", "2025-06-01", "--site", str(site)])
        said = capsys.readouterr().out
        new = list_digests(site) - before
        assert bool(new) == (code == 0 and "Nothing changes" not in said), f"{path.name} {damage}"
        for digest in new:
            untrue = find_untrue(read(digest.read_bytes()).digest.entries, whole)
            assert untrue is None or "Left out: 0" not in said, f"{path.name} {damage.__name__}"
            digest.unlink()
        if code:
            assert "Not added" in said
            assert ":" in said
