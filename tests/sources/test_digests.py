"""The folder of digests, as it lies on disk."""

import os
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from generator.diagnostics import Code, has_errors
from generator.sources import folders
from generator.sources.digests import read_digests

CAPTURE = "Get trending papers in your email inbox!\nKnots for Robots\nWe tie a knot.\n"


def write(root: Path, *names: str, text: str = CAPTURE) -> Path:
    """Write a digest of one paper under each of the names; give the folder of digests."""
    folder = root / "content/digests"
    folder.mkdir(parents=True, exist_ok=True)
    for name in names:
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    return folder


def test_the_real_digests_hold_what_was_counted(site_root: Path) -> None:
    digests, diagnostics = read_digests(site_root / "content/digests", root=site_root)
    assert diagnostics == ()
    assert [
        (d.id, d.date, d.ordinal, d.name, len(d.entries), len({x.line for x in d.ledger}))
        for d in digests
    ] == [
        ("2025/2025-03-11", date(2025, 3, 11), 1, "", 113, 231),
        ("2025/2025-03-12", date(2025, 3, 12), 1, "", 63, 131),
        ("2025/2025-03-12-2", date(2025, 3, 12), 2, "", 80, 165),
        ("2025/2025-03-14", date(2025, 3, 14), 1, "", 90, 185),
        ("undated/language-modeling", None, 1, "language-modeling", 239, 480),
    ]
    assert sum(len(digest.entries) for digest in digests) == 585
    assert not [line for digest in digests for line in digest.ledger if line.reason]


@pytest.mark.parametrize(
    ("received", "kept"),
    [
        ("000_0cce7942619865d4.txt", "2025/2025-03-11.txt"),
        ("001_4283af19e3bc5658.txt", "undated/language-modeling.txt"),
        ("002_f5054022e5f5f4bb.txt", "2025/2025-03-12.txt"),
        ("003_2a27b1e77051d8b3.txt", "2025/2025-03-14.txt"),
        ("004_412e2ad0519281f3.txt", "2025/2025-03-12-2.txt"),
    ],
)
def test_the_real_digests_are_as_they_were_received(
    site_root: Path, shared_dir: Path, received: str, kept: str
) -> None:
    here = (site_root / "content/digests" / kept).read_bytes()
    assert here == (shared_dir / "seeds" / received).read_bytes()


def test_digests_come_by_id_with_paths_from_the_root(tmp_path: Path) -> None:
    folder = write(
        tmp_path,
        "undated/a.txt",
        "2031/2031-05-06-2.txt",
        "2030/2030-01-01.txt",
        "2031/2031-05-06.xml",
    )
    digests, diagnostics = read_digests(folder, root=tmp_path)
    assert [(digest.id, digest.path) for digest in digests] == [
        ("2030/2030-01-01", "content/digests/2030/2030-01-01.txt"),
        ("2031/2031-05-06", "content/digests/2031/2031-05-06.xml"),
        ("2031/2031-05-06-2", "content/digests/2031/2031-05-06-2.txt"),
        ("undated/a", "content/digests/undated/a.txt"),
    ]
    assert diagnostics == ()
    assert {entry.place.file for entry in digests[0].entries} == {digests[0].path}


def test_the_order_of_the_disk_does_not_matter(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = write(
        tmp_path, "undated/b.txt", "undated/a.txt", "2031/2031-05-06.txt", "2031/2031-05-06.json"
    )
    write(tmp_path, "2031/Bad.txt", "undated/c.txt", text="?")
    before = read_digests(folder, root=tmp_path)
    walk = os.walk

    def backwards(top: Path) -> Iterator[tuple[str, list[str], list[str]]]:
        for parent, names, files in walk(top):
            names.sort(reverse=True)
            yield parent, names, sorted(files, reverse=True)

    monkeypatch.setattr(folders.os, "walk", backwards)
    assert read_digests(folder, root=tmp_path) == before


def test_two_files_that_are_one_digest_are_both_named(tmp_path: Path) -> None:
    folder = write(tmp_path, "2031/2031-05-06.txt", "2031/2031-05-06.json")
    digests, (finding,) = read_digests(folder, root=tmp_path)
    assert finding.code is Code.BAD_DIGEST_NAME
    assert finding.place.file == "content/digests/2031/2031-05-06.txt"
    assert "content/digests/2031/2031-05-06.json" in finding.message
    assert len(digests) == 1


def test_what_is_no_digest_is_left_alone(tmp_path: Path) -> None:
    folder = write(
        tmp_path,
        "README.md",
        "2031/README.md",
        "2031/.gitkeep",
        ".DS_Store",
        ".obsidian/2031-05-06.txt",
        "2031/.hidden/x/y.txt",
    )
    assert read_digests(folder, root=tmp_path) == ((), ())


def test_a_folder_that_is_not_there_holds_nothing(tmp_path: Path) -> None:
    assert read_digests(tmp_path / "content/digests", root=tmp_path) == ((), ())


def test_a_link_is_not_followed(tmp_path: Path) -> None:
    secret = tmp_path / "elsewhere"
    secret.mkdir()
    (secret / "2031-05-06.txt").write_text(CAPTURE, encoding="utf-8")
    folder = write(tmp_path)
    (folder / "2031").symlink_to(secret, target_is_directory=True)
    (folder / "undated").mkdir()
    (folder / "undated/a.txt").symlink_to(secret / "2031-05-06.txt")
    (folder / "undated/b.txt").symlink_to(tmp_path / "nowhere")
    digests, diagnostics = read_digests(folder, root=tmp_path)
    assert digests == ()
    assert [(finding.code, finding.place.file) for finding in diagnostics] == [
        (Code.BAD_DIGEST_NAME, "content/digests/2031"),
        (Code.BAD_DIGEST_NAME, "content/digests/undated/a.txt"),
        (Code.BAD_DIGEST_NAME, "content/digests/undated/b.txt"),
    ]


def test_one_bad_file_hides_no_other(tmp_path: Path) -> None:
    folder = write(tmp_path, "2031/2031-05-06.txt", "2031/knots.txt")
    write(tmp_path, "2031/2031-05-07.txt", text="?")
    write(tmp_path, "2031/2031-05-08.txt", text=" \n")
    (folder / "2031/2031-05-09.txt").write_bytes(b"\xff")
    digests, diagnostics = read_digests(folder, root=tmp_path)
    assert has_errors(diagnostics)
    assert [(finding.place.file[-14:], finding.code) for finding in diagnostics] == [
        ("2031-05-07.txt", Code.UNKNOWN_FORMAT),
        ("2031-05-08.txt", Code.EMPTY_DIGEST),
        ("2031-05-09.txt", Code.UNREADABLE_BYTES),
        ("2031/knots.txt", Code.BAD_DIGEST_NAME),
    ]
    assert [len(digest.entries) for digest in digests] == [1, 0, 0, 0]


def test_a_name_that_no_terminal_can_show_is_shown(tmp_path: Path) -> None:
    folder = write(tmp_path)
    try:
        Path(os.fsdecode(os.fsencode(folder) + b"/\xff\x1b[31m.txt")).write_bytes(b"x")
    except OSError:
        pytest.skip("this file system takes only names that are UTF-8")
    _, (finding,) = read_digests(folder, root=tmp_path)
    assert finding.place.file == "content/digests/\\xff\\x1b[31m.txt"
    assert (finding.message + finding.hint).isprintable()
