"""A folder comes to hold what was rendered, and nothing that stays is touched."""

import os
from pathlib import Path

import pytest

from generator.output import WriteReport, write_files

FILES = {"a/index.md": b"a", "b.txt": b"b", "deep/er/c.md": b"c"}


def held(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


def test_writes_everything_at_first(tmp_path: Path) -> None:
    report = write_files(FILES, folder=tmp_path / "docs")
    assert report == WriteReport(written=tuple(sorted(FILES)))
    assert held(tmp_path / "docs") == FILES


def test_touches_nothing_the_second_time(tmp_path: Path) -> None:
    write_files(FILES, folder=tmp_path)
    for path in tmp_path.rglob("*"):
        os.utime(path, ns=(1, 1))
    report = write_files(FILES, folder=tmp_path)
    assert report == WriteReport(unchanged=tuple(sorted(FILES)))
    assert {path.stat().st_mtime_ns for path in tmp_path.rglob("*")} == {1}


def test_writes_only_what_changed(tmp_path: Path) -> None:
    write_files(FILES, folder=tmp_path)
    os.utime(tmp_path / "a/index.md", ns=(1, 1))
    report = write_files(FILES | {"b.txt": b"new"}, folder=tmp_path)
    assert report == WriteReport(written=("b.txt",), unchanged=("a/index.md", "deep/er/c.md"))
    assert (tmp_path / "a/index.md").stat().st_mtime_ns == 1
    assert held(tmp_path) == FILES | {"b.txt": b"new"}


def test_removes_what_is_stale_and_the_folders_it_leaves_empty(tmp_path: Path) -> None:
    write_files(FILES, folder=tmp_path)
    (tmp_path / "deep/.a.md.17.draft").write_bytes(b"left by a killed build")
    (tmp_path / "empty/folder").mkdir(parents=True)
    report = write_files({"b.txt": b"b"}, folder=tmp_path)
    assert report == WriteReport(
        unchanged=("b.txt",), removed=("a/index.md", "deep/.a.md.17.draft", "deep/er/c.md")
    )
    assert sorted(path.name for path in tmp_path.rglob("*")) == ["b.txt"]


@pytest.mark.parametrize(
    ("before", "after"),
    [({"x": b"1"}, {"x/index.md": b"2"}), ({"x/index.md": b"1"}, {"x": b"2"})],
    ids=["a file becomes a folder", "a folder becomes a file"],
)
def test_file_and_folder_change_places(
    tmp_path: Path, before: dict[str, bytes], after: dict[str, bytes]
) -> None:
    write_files(before, folder=tmp_path)
    write_files(after, folder=tmp_path)
    assert held(tmp_path) == after


def test_follows_no_link_out_of_the_folder(tmp_path: Path) -> None:
    outside, docs = tmp_path / "outside", tmp_path / "docs"
    outside.mkdir()
    (outside / "precious.txt").write_bytes(b"mine")
    docs.mkdir()
    (docs / "folder").symlink_to(outside)
    (docs / "b.txt").symlink_to(outside / "precious.txt")
    write_files(FILES, folder=docs)
    assert held(outside) == {"precious.txt": b"mine"}
    assert held(docs) == FILES
    assert not (docs / "b.txt").is_symlink()
