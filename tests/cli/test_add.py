"""`broadsheet add`: what is there afterwards, what is said, and what is never done."""

import codecs
import fcntl
import os
import stat
import subprocess
import tarfile
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from generator import pipeline
from generator.cli import run
from generator.diagnostics import Code, Diagnostic, Place
from tests.cli.add_pages import answer, make_papers, page
from tests.cli.conftest import Broadsheet, command, environment
from tests.cli.terminals import run_at_terminal

Add = Callable[..., tuple[int, str, str]]
PAPERS = make_papers(6)


@pytest.fixture
def add(site: Path, capsys: pytest.CaptureFixture[str]) -> Add:
    def run_it(*arguments: str) -> tuple[int, str, str]:
        capsys.readouterr()
        code = run(["add", *arguments, "--site", str(site)])
        said = capsys.readouterr()
        assert "Traceback" not in said.err
        return code, said.out, said.err

    return run_it


@pytest.fixture
def notes(tmp_path: Path) -> Path:
    """A page of 9 January, saved under a name that does not tell its day."""
    path = tmp_path / "notes.txt"
    path.write_text(page(PAPERS, "Jan 9, 2025"))
    return path


def digests(site: Path) -> dict[str, bytes]:
    folder = site / "content/digests"
    found = {p.relative_to(folder).as_posix(): p.read_bytes() for p in folder.rglob("*.*")}
    return dict(sorted(found.items()))


def test_it_teaches(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["add", "--help"]) == 0
    said = capsys.readouterr().out
    assert "Usage: broadsheet add [OPTIONS] FILE|FOLDER|URL|-" in said
    assert "Examples:\n    broadsheet add" in said


# A digest comes in


def test_a_digest_is_shown_and_put_in_its_place(add: Add, site: Path, notes: Path) -> None:
    before = digests(site)
    code, said, err = add(str(notes), "--date", "2025-01-09")
    assert (code, err) == (0, "")
    assert "is read as `capture`" in said
    assert "Day: 2025-01-09 (Thursday), as you said." in said
    assert f"6 papers, of which these are the first:\n  1. {PAPERS[0][0]}\n" in said
    assert "Taken: 5 headers, 6 titles, 6 abstracts. Left out: 0." in said
    assert "The site has none of them yet." in said
    assert "Added content/digests/2025/2025-01-09.txt.\n" in said
    after = digests(site)
    assert after.pop("2025/2025-01-09.txt") == notes.read_bytes()
    assert after == before
    mode = (site / "content/digests/2025/2025-01-09.txt").stat().st_mode
    assert stat.S_IMODE(mode) == 0o644
    assert run(["check", "--strict", "--site", str(site)]) == 0


def test_the_same_twice_changes_nothing(add: Add, site: Path, notes: Path) -> None:
    assert add(str(notes), "--date", "2025-01-09")[0] == 0
    before = digests(site)
    for arguments in (("--date", "2025-01-09"), (), ("--yes",), ("--dry-run",)):
        code, said, err = add(str(notes), *arguments)
        assert (code, err) == (0, "")
        there = "these very bytes are there already: content/digests/2025/2025-01-09.txt."
        assert said == f"{notes}: {there} Nothing changes.\n"
    assert digests(site) == before


def test_the_same_papers_once_more_change_nothing(add: Add, site: Path, notes: Path) -> None:
    assert add(str(notes), "--date", "2025-01-09")[0] == 0
    before = digests(site)
    notes.write_text(page(PAPERS[::-1]) + "\n")
    code, said, _ = add(str(notes), "--date", "2025-01-09", "--yes")
    assert code == 0
    assert "the same papers are there already: content/digests/2025/2025-01-09.txt." in said
    assert digests(site) == before


def test_another_digest_of_a_day_gets_the_next_number(
    add: Add, site: Path, notes: Path, tmp_path: Path
) -> None:
    assert add(str(notes), "--date", "2025-01-09")[0] == 0
    other = tmp_path / "2025-01-09.json"
    other.write_text(answer([*make_papers(3, seed=1), PAPERS[2]]))
    code, said, _ = add(str(other))
    assert code == 0
    assert "Day: 2025-01-09 (Thursday), by its name." in said
    assert "That day has content/digests/2025/2025-01-09.txt already: this is another" in said
    assert "  1. " + make_papers(1, seed=1)[0][0] + "\n     Ada Quay 1, Bo Hitch\n" in said
    assert "3 new, 1 known, 0 doubtful:" in said
    assert f"  known: {PAPERS[2][0]} (2025/2025-01-09)\n" in said
    assert digests(site)["2025/2025-01-09-2.json"] == other.read_bytes()


def test_a_digest_without_a_day_gets_a_name(add: Add, site: Path, notes: Path) -> None:
    code, said, _ = add(str(notes), "--undated", "quays")
    assert code == 0
    assert "It has no day, and is filed as “quays”." in said
    assert digests(site)["undated/quays.txt"] == notes.read_bytes()
    assert add(str(notes), "--undated", "quays")[0] == 0
    notes.write_text(page(make_papers(2, seed=4)))
    code, _, err = add(str(notes), "--undated", "quays")
    assert code == 2
    assert "Another digest is called so: content/digests/undated/quays.txt. Choose" in err


def test_a_dry_run_says_all_and_writes_nothing(add: Add, site: Path, notes: Path) -> None:
    before = digests(site)
    code, said, _ = add(str(notes), "--date", "2025-01-09", "--dry-run")
    assert code == 0
    assert "Place: content/digests/2025/2025-01-09.txt\n" in said
    assert said.endswith("Nothing was written: this was a dry run.\n")
    assert digests(site) == before
    assert not (site / "build").exists()


def test_doubtful_papers_are_told_apart(add: Add, site: Path, tmp_path: Path) -> None:
    title = "Slow Rivers: What Happens to a Current That Is Measured Twise"
    page_ = tmp_path / "2025-01-09.txt"
    page_.write_text(page([(title, PAPERS[0][1]), PAPERS[1]]))
    code, said, _ = add(str(page_))
    assert code == 0
    assert "1 new, 0 known, 1 doubtful:" in said
    assert f"  doubtful: {title}\n      has almost the title of “Slow Rivers" in said
    assert len(digests(site)) == 4


def test_a_known_paper_with_another_abstract_is_asked_about(
    add: Add, site: Path, notes: Path, tmp_path: Path
) -> None:
    assert add(str(notes), "--date", "2025-01-09")[0] == 0
    title = "Slow Rivers: What Happens to a Current That Is Measured Twice"
    alien = "Zymurgy foams quickly. Brewers know hops, malt, yeast, barley, and copper. " * 6
    swapped = tmp_path / "2025-01-10.txt"
    swapped.write_text(page([(title, alien.strip()), *make_papers(2, seed=3)]))
    code, said, _ = add(str(swapped))
    assert code == 1
    assert f"  - “{title}” has another abstract than in content/digests/2025/" in said
    assert "2025/2025-01-10.txt" not in digests(site)


# Several at once


@pytest.fixture
def month(tmp_path: Path) -> Path:
    folder = tmp_path / "month"
    folder.mkdir()
    for day in range(10, 13):
        (folder / f"2025-01-{day}.txt").write_text(page(make_papers(3, seed=day)))
    (folder / "README.md").write_text("What lies here")
    (folder / "once more 2025-01-12.txt").write_bytes((folder / "2025-01-12.txt").read_bytes())
    return folder


def test_a_folder_comes_in_as_one(add: Add, site: Path, month: Path) -> None:
    before = digests(site)
    code, said, _ = add(str(month))
    assert code == 0
    assert f"{month}/2025-01-10.txt -> content/digests/2025/2025-01-10.txt: `capture`, 3 " in said
    assert "3 papers (3 new, 0 known, 0 doubtful)\n" in said
    assert f"{month}/once more 2025-01-12.txt: these very bytes are there already" in said
    days = {f"2025/2025-01-{day}.txt" for day in range(10, 13)}
    assert set(digests(site)) == set(before) | days
    assert add(str(month))[0] == 0
    assert set(digests(site)) == set(before) | days


def pack(folder: Path, bundle: Path) -> Path:
    """Put a folder's files into an archive, one of them hidden, under its own name."""
    (folder / ".hidden.txt").write_text("x")
    if bundle.suffix == ".zip":
        with zipfile.ZipFile(bundle, "w", zipfile.ZIP_DEFLATED) as archive:
            for file in sorted(folder.iterdir(), reverse=True):
                archive.write(file, f"month/{file.name}")
    else:
        with tarfile.open(bundle, "w:xz") as tar:
            tar.add(folder, "./month")
    return bundle


@pytest.mark.parametrize("name", ["month.zip", "month.tar.xz"])
def test_an_archive_comes_in_as_its_folder_would(
    add: Add, site: Path, month: Path, tmp_path: Path, name: str
) -> None:
    before = digests(site)
    bundle = pack(month, tmp_path / name)
    code, said, _ = add(str(bundle))
    assert code == 0, said
    days = {f"2025/2025-01-{day}.txt" for day in range(10, 13)}
    assert set(digests(site)) == set(before) | days
    whole = bundle.read_bytes()
    bundle.write_bytes(whole[:40] + whole[60:])
    code, said, told = add(str(bundle))
    assert code != 0
    assert "damaged" in said + told or "unknown-format" in said
    assert set(digests(site)) == set(before) | days


def test_of_several_all_are_added_or_none(add: Add, site: Path, month: Path) -> None:
    before = digests(site)
    cut = month / "2025-01-13.txt"
    cut.write_text(page(make_papers(3, seed=13))[:-150])
    code, said, _ = add(str(month))
    assert code == 1
    assert f"  - {cut}: The last abstract breaks off" in said
    cut.write_text("Dear Ada,\n\nhow are your knots?")
    code, said, _ = add(str(month / "2025-01-10.txt"), str(cut), "--yes")
    assert code == 1
    assert f"{cut}:1:1: unknown-format:" in said
    assert said.endswith("Not added, nor what came with it.\n")
    assert digests(site) == before


def test_two_of_a_day_that_hold_the_same_papers_are_one(
    add: Add, site: Path, tmp_path: Path
) -> None:
    for name, papers in (("a", PAPERS), ("b", PAPERS[::-1]), ("c", PAPERS[:3])):
        (tmp_path / f"{name}-2025-01-09.txt").write_text(page(papers))
    before = digests(site)
    code, said, _ = add(*(str(path) for path in sorted(tmp_path.glob("?-*.txt"))))
    assert code == 0
    assert "b-2025-01-09.txt: the same papers are there already" in said
    assert set(digests(site)) - set(before) == {"2025/2025-01-09.txt", "2025/2025-01-09-2.txt"}


# The bytes


@pytest.mark.parametrize("codec", ["utf-16", "utf-16-be", "utf-32"])
def test_other_unicode_is_kept_in_utf_8_and_that_is_said(
    codec: str, add: Add, site: Path, notes: Path
) -> None:
    text = notes.read_text() + "\n"
    mark = codecs.BOM_UTF16_BE if codec == "utf-16-be" else b""
    notes.write_bytes(mark + text.encode(codec))
    code, said, _ = add(str(notes), "--date", "2025-01-09")
    assert code == 0
    assert "and is kept in UTF-8: the same characters, none lost." in said
    assert digests(site)["2025/2025-01-09.txt"] == text.encode()
    assert add(str(notes), "--date", "2025-01-09")[1].count("these very bytes") == 1


def test_a_mark_and_line_ends_stay_as_they_are(add: Add, site: Path, notes: Path) -> None:
    data = codecs.BOM_UTF8 + notes.read_bytes().replace(b"\n", b"\r\n")
    notes.write_bytes(data)
    assert add(str(notes), "--date", "2025-01-09")[0] == 0
    assert digests(site)["2025/2025-01-09.txt"] == data


# What is refused


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "empty-digest: The file is empty."),
        (b"\x1f\x8b\x08\x00", "compressed (gzip), not a digest.\n    hint: gzip -dc FILE |"),
        (b"PK\x03\x04zip", "an archive (zip)"),
        (b"%PDF-1.7", "This is a PDF"),
        (b"abc\x00\x01\x02", "This is no text: there are zero bytes in it."),
        (b"<!DOCTYPE html>\n<html>", "This is a web page (HTML)"),
        (b"\xef\xbb\xbf <HTML><body>", "This is a web page (HTML)"),
        ("Néré".encode("latin-1") * 9, "1:2: unreadable-bytes: The byte 0xE9 is not UTF-8"),
        ("Qu\u00e9".encode()[:-1], "ends in the middle of a character: it is cut off."),
        (b"a list of things\n", "unknown-format: The file is in no format that is known."),
        ("abc".encode("utf-16-le") * 99, "seems to be UTF-16 text without the mark"),
        (codecs.BOM_UTF16_LE + b"a\x00b", "ends in the middle of a character"),
        (b'[{"paper": {"title": "A Quay", "summary": "It is."}}, {"pap', "broken-digest"),
        (b"[{}, {}, [", "broken-digest"),
    ],
)
def test_what_is_not_understood_is_refused_with_its_place(
    data: bytes, said: str, add: Add, site: Path, tmp_path: Path
) -> None:
    before = digests(site)
    path = tmp_path / "2025-01-09.txt"
    path.write_bytes(data)
    for also in ((), ("--yes",)):
        code, out, err = add(str(path), *also)
        assert (code, err) == (1, "")
        assert said in out
        assert f"{path}:1:" in out
        assert out.endswith("Not added.\n")
    assert digests(site) == before


def test_a_page_of_which_more_is_lost_than_read_is_refused(add: Add, tmp_path: Path) -> None:
    path = tmp_path / "2025-01-09.txt"
    path.write_text(page([*PAPERS[:1], *(("A Title Alone " + str(n), "") for n in range(9))]))
    code, said, _ = add(str(path), "--yes")
    assert code == 1
    assert "More papers were lost than read: 1 were read, 9 were not" in said


def test_a_damaged_digest_is_asked_about(add: Add, site: Path, notes: Path) -> None:
    before = digests(site)
    notes.write_text(notes.read_text()[:-200])
    code, said, _ = add(str(notes), "--date", "2025-01-09")
    assert code == 1
    assert "The last abstract breaks off in the middle of a sentence, “…" in said
    assert said.endswith("Not added. To add it in spite of this: once more with --yes.\n")
    assert digests(site) == before
    assert add(str(notes), "--date", "2025-01-09", "--yes", "--dry-run")[0] == 0
    assert digests(site) == before
    assert add(str(notes), "--date", "2025-01-09", "--yes")[0] == 0
    assert "2025/2025-01-09.txt" in digests(site)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ((), "no day was given; line 9 says “Jan 9, 2025”. If that is the list's: --date 2025-01"),
        (("--date", "2025-1-9"), "write the day as 2025-01-09"),
        (("--date", "2025-02-30"), "the calendar has no day “2025-02-30”"),
        (("--date", "tomorrow"), "“tomorrow” is no day of the form 2025-03-14."),
        (("--undated", "Sea Quays"), "Write --undated sea-quays."),
        (("--undated", "2025-01-09"), "“2025-01-09” is a day."),
        (("--date", "2025-01-09", "--undated", "a"), "a digest has a day, or it has none"),
        (("--format", "captures"), "no format is called “captures”. Did you mean capture?"),
        (("--format", "hugging"), "  hugging-face-api: JSON of the Hugging Face API"),
    ],
)
def test_what_is_typed_wrongly_is_told_and_is_2(
    arguments: tuple[str, ...], said: str, add: Add, site: Path, notes: Path
) -> None:
    before = digests(site)
    code, _, err = add(str(notes), *arguments)
    assert code == 2
    assert said in " ".join(err.split()) or said in err
    assert digests(site) == before


def test_another_day_than_the_page_says_is_asked_about(add: Add, notes: Path) -> None:
    code, said, _ = add(str(notes), "--date", "2025-01-10")
    assert code == 1
    assert "  - Line 9: The page says “Jan 9, 2025”" in said


def test_a_day_to_come_and_a_day_before_its_papers_are_asked_about(
    add: Add, tmp_path: Path
) -> None:
    path = tmp_path / "notes.json"
    path.write_text(answer(PAPERS))
    code, said, _ = add(str(path), "--date", "2923-01-10")
    assert (code, "  - The day 2923-01-10 is still to come.\n" in said) == (1, True)
    code, said, _ = add(str(path), "--date", "2024-12-10")
    assert (code, "  - 6 papers are younger than 2024-12-10" in said) == (1, True)


def test_the_day_that_the_page_says_is_taken_with_yes(add: Add, site: Path, notes: Path) -> None:
    assert add(str(notes), "--yes")[0] == 0
    assert "2025/2025-01-09.txt" in digests(site)
    notes.write_text(page(make_papers(3, seed=5), "Jan 9"))
    code, _, err = add(str(notes), "--yes")
    assert code == 2
    assert "line 9 says “Jan 9”, without a year. Say which, as in --date 20" in err


def test_another_format_than_expected_is_refused(add: Add, site: Path, notes: Path) -> None:
    before = digests(site)
    code, said, _ = add(str(notes), "--date", "2025-01-09", "--format", "hugging-face-api")
    assert code == 1
    assert "This is read as `capture`, not as `hugging-face-api`" in said
    assert digests(site) == before
    assert add(str(notes), "--date", "2025-01-09", "--format", "capture")[0] == 0


def test_a_mistake_that_it_would_make_is_told_and_nothing_is_written(
    add: Add, site: Path, notes: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = digests(site)
    mistake = Diagnostic(code=Code.PAGE_COLLISION, place=Place(file="x"), message="Two of one name")
    render = pipeline.render_edition

    def spoil(settings: object, reading: pipeline.Reading, **more: object) -> object:
        edition = render(settings, reading, **more)  # type: ignore[arg-type]
        if len(reading.corpus.digests) > len(before):
            object.__setattr__(edition, "diagnostics", (*edition.diagnostics, mistake))
        return edition

    monkeypatch.setattr(pipeline, "render_edition", spoil)
    code, said, _ = add(str(notes), "--date", "2025-01-09", "--yes")
    assert code == 1
    assert "x:1:1: page-collision: Two of one name" in said
    assert said.endswith("Not added: with it, the site would have these mistakes.\n")
    assert digests(site) == before


def test_mistakes_that_were_there_before_do_not_stand_in_the_way(
    add: Add, site: Path, notes: Path
) -> None:
    tags = site / "content/curation/tags.yml"
    tags.write_text("- id: a\n  id: b\n")
    # Its hint names the nearest paper, which is another one with the digest.
    papers = site / "content/curation/papers.yml"
    papers.write_text(papers.read_text() + f"- paper: {PAPERS[0][0]}s\n  note: Soon.\n")
    code, _, err = add(str(notes), "--date", "2025-01-09")
    assert code == 0
    assert "errors: see broadsheet check" in err
    assert "2025/2025-01-09.txt" in digests(site)


# Files that are none, and places that are taken


def test_odd_files_are_told(add: Add, site: Path, tmp_path: Path, notes: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    (tmp_path / "empty").mkdir()
    stray = site / "content/digests/notes.txt"
    stray.write_text("x")
    for name, said in (
        (str(tmp_path / "empty"), "holds no file (hidden ones and README.md do not count)"),
        (str(tmp_path / "note.txt"), f"There is no file {tmp_path}/note.txt. Did you mean {notes}"),
        ("C:\\lists\\2025-01-01.txt", "There is no file C:\\lists\\2025-01-01.txt."),
        (str(pipe), "is no ordinary file. Send what it gives through a pipe"),
        ("/dev/zero", "is no ordinary file"),
        (str(stray), "is in content/digests, under a name that no digest has."),
        ("file:///etc/hosts", "Name a file by its path"),
        ("ftp://example.org/x", "Only http:// and https:// are fetched, not ftp://."),
        ("https://", "is no address"),
        ("https://ada:secret@example.org/", "with a name or password in it"),
    ):
        code, out, err = add(name, "--date", "2025-01-09")
        assert (code, out) == (2, ""), name
        assert said in err, name


def test_a_digest_of_this_site_is_nothing_to_add(add: Add, site: Path, tmp_path: Path) -> None:
    before = digests(site)
    link = tmp_path / "2025-01-09.txt"
    link.symlink_to(site / "content/digests/2025/2025-01-06.txt")
    for path in (link, link.resolve()):
        code, said, _ = add(str(path))
        assert (code, "there is nothing to add" in said) == (0, True)
    assert digests(site) == before


def test_names_in_any_bytes_and_links_are_read(add: Add, site: Path, tmp_path: Path) -> None:
    odd = Path(os.fsdecode(os.fsencode(tmp_path) + b"/no\xff\x1b[31m 2025_01_09.TXT"))
    odd.write_text(page(PAPERS))
    link = tmp_path / "link"
    link.symlink_to(odd)
    code, said, _ = add(str(odd))
    assert code == 0
    assert "\x1b" not in said
    assert "2025/2025-01-09.txt" in digests(site)
    assert "these very bytes" in add(str(link))[1]


def test_a_folder_that_is_a_link_is_not_written_through(
    add: Add, site: Path, notes: Path, tmp_path: Path
) -> None:
    (tmp_path / "elsewhere").mkdir()
    (site / "content/digests/2024").symlink_to(tmp_path / "elsewhere")
    code, _, err = add(str(notes), "--date", "2024-01-09", "--yes")
    assert code == 2
    assert "content/digests/2024 is a link, which nothing follows." in err
    assert list((tmp_path / "elsewhere").iterdir()) == []


@pytest.mark.skipif(
    os.geteuid() == 0, reason="nothing is read-only to the superuser; GitHub's runner is not one"
)
def test_content_that_cannot_be_written_stays(add: Add, site: Path, notes: Path) -> None:
    folder = site / "content/digests"
    folder.chmod(0o555)
    try:
        code, _, err = add(str(notes), "--date", "2024-01-09", "--yes")
    finally:
        folder.chmod(0o755)
    assert (code, "Permission denied" in err) == (2, True)


def test_a_stop_in_the_middle_leaves_nothing(
    add: Add, site: Path, notes: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = sorted(site.rglob("*"))

    def stop(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(Path, "replace", stop)
    assert add(str(notes), "--date", "2019-01-09", "--yes")[0] == 130
    assert sorted(site.rglob("*")) == before


# Pipes, and two at once


def test_a_digest_comes_through_a_pipe(site: Path, broadsheet: Broadsheet, notes: Path) -> None:
    with notes.open("rb") as piped:
        done = broadsheet("add", "-", "--date", "2025-01-09", cwd=site, stdin=piped)
    assert (done.returncode, done.stderr) == (0, "")
    assert digests(site)["2025/2025-01-09.txt"] == notes.read_bytes()
    with notes.open("rb") as piped:
        done = broadsheet("add", "-", cwd=site, stdin=piped)
    assert "these very bytes are there already" in done.stdout
    notes.write_text(page(make_papers(3, seed=2)))
    with notes.open("rb") as piped:
        done = broadsheet("add", "-", cwd=site, stdin=piped)
    assert done.returncode == 2
    assert "nothing tells the day of this digest. Say on which it was taken, with" in done.stderr


def test_a_second_addition_waits_and_finds_what_the_first_did(site: Path, notes: Path) -> None:
    folder = os.open(site / "content/digests", os.O_RDONLY)
    fcntl.flock(folder, fcntl.LOCK_EX)
    waiting = subprocess.Popen(
        command("add", str(notes), "--date", "2025-01-09"),
        cwd=site,
        env=environment(),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert waiting.stderr
    assert waiting.stdout
    assert waiting.stderr.readline() == (
        "Another addition is at work on this site; waiting for it.\n"
    )
    (site / "content/digests/2025/2025-01-09.txt").write_bytes(notes.read_bytes())
    os.close(folder)
    said = waiting.stdout.read()
    assert waiting.wait() == 0
    assert "these very bytes are there already" in said
    waiting.stdout.close()
    waiting.stderr.close()


# Questions


def ask(site: Path, typed: str, *arguments: str) -> tuple[int, str]:
    return run_at_terminal(site, "add", *arguments, typed=typed)


def test_a_person_is_asked_for_the_day_and_about_what_is_doubtful(site: Path, notes: Path) -> None:
    notes.write_text(page(PAPERS, "Jan 9")[:-200])
    before = digests(site)
    code, said = ask(site, "9 January\n2025-1-9\n2025-01-09\nn\n", str(notes))
    assert "no day was given, and it says “Jan 9”." in said
    assert "That is not it: “9 January” is no day of the form" in said
    assert "That is not it: write the day as 2025-01-09." in said
    assert "Day: 2025-01-09 (Thursday), as you said." in said
    assert "Add it all the same? [y/N]" in said
    assert (code, digests(site)) == (1, before)
    code, said = ask(site, "2025-01-09\ny\n", str(notes))
    assert code == 0
    assert digests(site)["2025/2025-01-09.txt"] == notes.read_bytes()


def test_nobody_is_asked_in_a_service(site: Path, broadsheet: Broadsheet, notes: Path) -> None:
    notes.write_text(page(PAPERS))
    done = broadsheet("add", str(notes), cwd=site, CI="true")
    assert done.returncode == 2
    assert "nothing tells the day of this digest" in done.stderr
