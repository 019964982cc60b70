import errno
import os
import shutil
from pathlib import Path

import pytest

from generator.engine.shelf import Shelf


def _finished(build: Path, text: str) -> Path:
    folder = build / "next"
    (folder / "papers").mkdir(parents=True)
    (folder / "index.html").write_text(text)
    (folder / "papers/index.html").write_text(text)
    return folder


def _published(build: Path) -> str:
    return (build / "site/papers/index.html").read_text()


def _names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


@pytest.fixture
def shelf(tmp_path: Path) -> Shelf:
    build = tmp_path / "build"
    build.mkdir()
    shelf = Shelf(build=build)
    shelf.publish(shelf.add(_finished(build, "old"), "0ld"))
    return shelf


def test_the_link_is_relative_so_that_the_folder_can_be_moved(shelf: Shelf, tmp_path: Path) -> None:
    assert (shelf.build / "site").readlink() == Path("sites/0ld")
    shelf.build.rename(tmp_path / "elsewhere")
    assert _published(tmp_path / "elsewhere") == "old"


def test_a_version_is_found_and_published_by_its_fingerprint(shelf: Shelf) -> None:
    shelf.publish(shelf.add(_finished(shelf.build, "new"), "new"))
    assert _published(shelf.build) == "new"
    assert shelf.published() == "new"
    assert shelf.find("0ld") == "0ld"
    shelf.publish(shelf.find("0ld"))
    assert _published(shelf.build) == "old"
    assert not (shelf.build / "next").exists()


def test_an_unknown_version_is_not_found(shelf: Shelf) -> None:
    assert shelf.find("new") == ""


def _empty(folder: Path) -> None:
    os.truncate(folder / "index.html", 0)


def _remove(folder: Path) -> None:
    (folder / "papers/index.html").unlink()


def _add(folder: Path) -> None:
    (folder / "stray.html").touch()


def _edit(folder: Path) -> None:
    (folder / "index.html").write_text("öd!")
    os.utime(folder / "index.html", (1, 1))


def _lose_seal(folder: Path) -> None:
    folder.with_name("0ld.seal").unlink()


def _garble_seal(folder: Path) -> None:
    folder.with_name("0ld.seal").write_bytes(b"\xff\0")


@pytest.mark.parametrize("damage", [_empty, _remove, _add, _edit, _lose_seal, _garble_seal])
def test_a_damaged_version_is_none_and_a_sound_one_takes_its_place(
    shelf: Shelf, damage: object
) -> None:
    assert callable(damage)
    damage(shelf.build / "sites/0ld")
    assert shelf.find("0ld") == ""
    shelf.clear()
    shelf.publish(shelf.add(_finished(shelf.build, "sound"), "0ld"))
    assert _published(shelf.build) == "sound"
    assert shelf.find("0ld") == shelf.published()


def test_the_version_before_stays_until_the_next_is_published(shelf: Shelf) -> None:
    shelf.publish(shelf.add(_finished(shelf.build, "new"), "new"))
    shelf.clear()
    assert _names(shelf.build / "sites") == ["0ld", "0ld.seal", "new", "new.seal"]
    newest = shelf.add(_finished(shelf.build, "newest"), "newest")
    shelf.publish(newest)
    assert (shelf.build / "sites/0ld/index.html").exists()
    shelf.clear()
    assert _names(shelf.build / "sites") == ["new", "new.seal", "newest", "newest.seal"]
    assert _published(shelf.build) == "newest"


def test_a_version_that_is_published_again_is_the_newest(shelf: Shelf) -> None:
    shelf.publish(shelf.add(_finished(shelf.build, "new"), "new"))
    shelf.publish("0ld")
    shelf.publish(shelf.add(_finished(shelf.build, "newest"), "newest"))
    shelf.clear()
    assert _names(shelf.build / "sites") == ["0ld", "0ld.seal", "newest", "newest.seal"]


def test_what_killed_builds_left_goes(shelf: Shelf) -> None:
    _finished(shelf.build, "half")
    (shelf.build / "sites/without-a-seal").mkdir()
    (shelf.build / "sites/stray").touch()
    (shelf.build / "site.new").symlink_to("sites/gone")
    shelf.clear()
    assert _names(shelf.build) == ["site", "sites"]
    assert _names(shelf.build / "sites") == ["0ld", "0ld.seal"]


def test_a_version_that_was_never_published_is_kept_for_the_next_build(shelf: Shelf) -> None:
    """A build that was killed just before publishing has done its work."""
    shelf.add(_finished(shelf.build, "new"), "new")
    shelf.clear()
    assert shelf.find("new") == "new"
    assert _published(shelf.build) == "old"


@pytest.mark.parametrize("foreign", ["folder", "file", "link", "dangling link"])
def test_whatever_stands_in_the_place_of_the_link_makes_way(
    shelf: Shelf, tmp_path: Path, foreign: str
) -> None:
    link = shelf.build / "site"
    link.unlink()
    if foreign == "folder":
        link.mkdir()
        (link / "index.html").write_text("by hand")
    elif foreign == "file":
        link.touch()
    else:
        other = tmp_path / "other"
        other.mkdir()
        (other / "kept.html").touch()
        link.symlink_to(other if foreign == "link" else "nowhere")
    assert shelf.published() == ""
    shelf.clear()
    shelf.publish(shelf.find("0ld"))
    assert _published(shelf.build) == "old"
    shelf.clear()
    assert _names(shelf.build / "sites") == ["0ld", "0ld.seal"]
    if foreign == "link":
        assert (tmp_path / "other/kept.html").exists()


def test_a_full_disk_leaves_the_old_site(shelf: Shelf, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = _finished(shelf.build, "new")

    def full(_handle: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space left"):
        shelf.add(folder, "new")
    assert shelf.find("new") == ""
    assert _published(shelf.build) == "old"


def test_a_copy_that_keeps_times_is_the_same_version(shelf: Shelf, tmp_path: Path) -> None:
    """A cache of a CI service brings `build` back with times in whole seconds."""
    copy = tmp_path / "copy"
    shutil.copytree(shelf.build, copy, symlinks=True)
    for path in copy.glob("sites/0ld/**/*"):
        os.utime(path, (int(path.stat().st_mtime),) * 2)
    assert Shelf(build=copy).find("0ld") == Shelf(build=copy).published() == "0ld"
