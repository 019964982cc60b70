"""The published site is whole at any moment: builds are killed while a reader polls."""

import json
import multiprocessing
import os
import random
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from multiprocessing.context import ForkServerProcess
from pathlib import Path
from typing import Any

import pytest

from generator.engine.shelf import Shelf
from tests.conftest import ROOT
from tests.engine import builder
from tests.engine.conftest import make_workplace

# Builds begin at once, forked from a process that has loaded all they need: so a kill finds them
# building, not loading.
_BUILDERS = multiprocessing.get_context("forkserver")
_BUILDERS.set_forkserver_preload([builder.__name__])


def _start(folder: Path, edition: int, engine: str = "") -> ForkServerProcess:
    process = _BUILDERS.Process(target=builder.build, args=(folder, edition, engine))
    process.start()
    return process


def _wait(process: ForkServerProcess) -> int | None:
    """Wait for the end of a build; give its exit code."""
    process.join()
    return process.exitcode


def _build(folder: Path, edition: int, engine: str = "") -> float:
    started = time.monotonic()
    assert _wait(_start(folder, edition, engine)) == 0
    return time.monotonic() - started


@contextmanager
def _polled(site: Path) -> Iterator[dict[str, Any]]:
    """Poll a site while the block runs; what was seen is there when it has ended."""
    command = [sys.executable, "-m", "tests.engine.poller", str(site), str(builder.PAGES)]
    poller = subprocess.Popen(
        command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert poller.stdout
    seen: dict[str, Any] = {}
    try:
        assert poller.stdout.readline() == "at work\n"
        yield seen
    finally:
        said, _ = poller.communicate()
    seen.update(json.loads(said))


def _make_place(folder: Path) -> Path:
    make_workplace(folder)
    return folder


def _is_published(folder: Path, edition: int) -> bool:
    return (folder / f"build/site/only-in-{edition}.txt").exists()


def _kill_and_build(folder: Path, *, kills: int, builds: int, engine: str = "") -> dict[str, Any]:
    """Kill `kills` builds at random moments while `builds` editions get published."""
    chance = random.Random(kills)  # noqa: S311  # the same moments in every run
    _build(folder, 1, engine)  # and start what builds are forked from
    duration = _build(folder, 2, engine)
    edition, killed, reached = 2, 0, 0
    with _polled(folder / "build/site") as seen:
        while edition < builds or killed < kills:
            edition += 1
            while not _is_published(folder, edition):
                # More kills than builds: most editions take several attempts.
                if killed < kills and chance.random() < (kills / (kills + builds)):
                    process = _start(folder, edition, engine)
                    time.sleep(chance.uniform(0, duration * 1.2))
                    reached += process.is_alive()
                    process.kill()
                    killed += 1
                    _wait(process)
                else:
                    duration = _build(folder, edition, engine)
    assert _is_published(folder, edition)
    return seen | {"reached": reached, "last": edition}


def _leftovers(folder: Path) -> list[str]:
    build = folder / "build"
    versions = {path.name.removesuffix(".seal") for path in (build / "sites").iterdir()}
    assert len(versions) <= 2
    known = {".lock", "docs", "engine.log", "mkdocs.yml", "site", "sites"}
    return sorted(path.name for path in build.iterdir() if path.name not in known)


def _expect_whole(folder: Path, seen: dict[str, Any], *, kills: int, builds: int) -> None:
    assert seen["problems"] == []
    assert seen["last"] >= builds
    assert seen["reached"] >= kills // 2, "too few kills found a build at work"
    assert seen["polls"] > builds
    assert len(seen["editions"]) > builds // 2, "the reader saw too few of the editions"
    _build(folder, seen["last"] + 1)
    assert _leftovers(folder) == []
    shelf = Shelf(build=folder / "build")
    assert shelf.find(shelf.published().split("-")[0]) == shelf.published()


def test_kills_and_a_reader(tmp_path: Path) -> None:
    folder = _make_place(tmp_path)
    seen = _kill_and_build(folder, kills=8, builds=4)
    _expect_whole(folder, seen, kills=8, builds=4)


@pytest.mark.slow
@pytest.mark.parametrize("engine", ["", "mkdocs"], ids=["stand-in", "mkdocs"])
def test_many_kills_and_a_reader(tmp_path: Path, engine: str) -> None:
    folder = _make_place(tmp_path)
    seen = _kill_and_build(folder, kills=50, builds=20, engine=engine)
    print({name: seen[name] for name in ("polls", "reached", "last")})  # noqa: T201
    _expect_whole(folder, seen, kills=50, builds=20)


def test_builds_at_once_do_not_harm_each_other(tmp_path: Path) -> None:
    folder = _make_place(tmp_path)
    _build(folder, 1)
    with _polled(folder / "build/site") as seen:
        builds = [_start(folder, edition) for edition in (2, 3, 4)]
        assert [_wait(build) for build in builds] == [0, 0, 0]
    assert seen["problems"] == []
    assert seen["polls"] > 0
    assert sum(_is_published(folder, edition) for edition in (2, 3, 4)) == 1
    assert _leftovers(folder) == []


def test_a_killed_build_waits_for_its_engine(tmp_path: Path) -> None:
    """The engine of a killed build goes on for a moment. The next build does not meet it."""
    folder = _make_place(tmp_path)
    _build(folder, 1)
    hold = folder / "build/hold"
    hold.touch()
    killed = _start(folder, 2)
    while not (folder / "build/next").exists():
        assert killed.is_alive(), "the build ended before its engine was seen"
        time.sleep(0.001)
    killed.kill()
    _wait(killed)
    following = _start(folder, 3)
    following.join(0.1)
    assert following.is_alive()
    hold.unlink()
    assert _wait(following) == 0
    assert _is_published(folder, 3)
    assert _leftovers(folder) == []


@contextmanager
def _small_disk(folder: Path, kilobytes: int) -> Iterator[None]:
    options = f"size={kilobytes}k,mode=755"
    mount = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", options, "tmpfs", str(folder)],
        capture_output=True,
        check=False,
    )
    if mount.returncode:
        pytest.skip(f"no file system may be mounted here: {mount.stderr.decode().strip()}")
    try:
        yield
    finally:
        subprocess.run(["umount", str(folder)], check=True)


def _kilobytes(folder: Path) -> int:
    return sum(path.lstat().st_blocks for path in folder.rglob("*")) // 2


@pytest.mark.parametrize("engine", ["", "mkdocs"], ids=["stand-in", "mkdocs"])
def test_a_full_disk_leaves_the_old_site(tmp_path: Path, engine: str) -> None:
    if os.geteuid():
        pytest.skip("only root may mount a file system that is small enough to fill")
    disk = tmp_path / "disk"
    disk.mkdir()
    with _small_disk(disk, 60_000):
        folder = _make_place(disk)
        _build(folder, 1, engine)
        used, needed = _kilobytes(disk), _kilobytes((folder / "build/site").resolve())
        for spare in (0, 4, needed // 2):
            filler = disk / "filler"
            with filler.open("wb") as file:
                file.write(b"x" * 1024 * (60_000 - used - spare))
            assert _wait(_start(folder, 2, engine)) != 0
            filler.unlink()
            assert _is_published(folder, 1)
            shelf = Shelf(build=folder / "build")
            assert shelf.find(shelf.published()) == shelf.published()
            assert not (folder / "build/next").exists()
        _build(folder, 2, engine)
        assert _is_published(folder, 2)
        assert _leftovers(folder) == []
