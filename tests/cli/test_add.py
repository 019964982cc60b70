"""`broadsheet add`: what is understood is taken in as it is; the rest is refused with its line."""

import io
import json
import shutil
import sys
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest

from generator.cli import run
from generator.sources.registry import READERS

KNOTS = [
    {"title": "Knots for Robots", "abstract": "A robot must know its rope.", "arxiv": "3105.00017"},
    {"title": "Stairs", "abstract": "We climb a stair.", "url": "https://arxiv.org/abs/3105.00018"},
]
CUT = '[{"title": "Knots", "url": "https://arxiv.org/abs/3105.00017"},\n {"title": "Sta'


def add(site: Path, *arguments: str) -> int:
    return run(["add", *arguments, "--site", str(site)])


def files(site: Path) -> dict[str, bytes]:
    folder = site / "content/digests"
    found = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in found}


@pytest.fixture
def knots(tmp_path: Path) -> Path:
    path = tmp_path / "knots-2031-05-06.json"
    path.write_text(json.dumps(KNOTS))
    return path


def test_a_file_is_added_as_it_is_and_only_once(
    site: Path, knots: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = files(site)
    assert add(site, str(knots)) == 0
    said = capsys.readouterr().out
    assert "content/digests/2031/2031-05-06.json: json-list, 2 papers" in said
    assert "Knots for Robots; arXiv 3105.00017" in said
    assert "2 new papers, 0 known, 0 doubts" in said
    after = files(site)
    assert after == before | {"2031/2031-05-06.json": knots.read_bytes()}
    assert add(site, str(knots)) == 0
    assert "there already, as content/digests/2031/2031-05-06.json" in capsys.readouterr().out
    assert files(site) == after


def test_a_second_digest_of_a_day_knows_the_papers_of_the_first(
    site: Path, knots: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    second = tmp_path / "list.csv"
    second.write_text(
        "Title,Url\nKnots for Robot,https://arxiv.org/abs/3105.00017\n"
        "Kites That Are Flown in Strong Winds,\nKites That Are Flown in Strong Wind,\n"
    )
    assert add(site, str(knots)) == 0
    assert add(site, str(second), "--date", "2031-05-06", "--yes") == 0
    assert "2 new papers, 1 known, 1 doubt\n" in capsys.readouterr().out
    assert files(site)["2031/2031-05-06-2.csv"] == second.read_bytes()


def test_a_dry_run_writes_nothing(site: Path, knots: Path) -> None:
    before = files(site)
    assert add(site, str(knots), "--dry-run") == 0
    assert files(site) == before


def test_what_is_not_understood_is_refused_with_its_line(
    site: Path, knots: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """And with it all that was named beside it."""
    cut, text, bytes_ = (tmp_path / name for name in ("cut.json", "letter.txt", "latin.csv"))
    cut.write_text(CUT)
    text.write_text("Dear Ada,\n\nhow are your knots?")
    bytes_.write_bytes("title,url\nKn\xf6ts,x\n".encode("latin-1"))
    before = files(site)
    assert add(site, str(knots), str(cut), str(text), str(bytes_)) == 1
    said = capsys.readouterr().err
    assert f"{cut}:2:12: broken-digest: Here understanding ends: unterminated string." in said
    assert "1 paper can be read before that." in said
    assert f"{text}:1:1: unknown-format:" in said
    assert f"{bytes_}:2:3: unreadable-bytes:" in said
    assert files(site) == before


def test_a_file_of_another_format_than_is_asked_for(site: Path, knots: Path) -> None:
    assert add(site, str(knots), "--format", "hugging-face-api") == 1
    assert add(site, str(knots), "--format", "json-list") == 0


def test_a_day_that_nothing_tells_is_asked_for(
    site: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "knots.json"
    path.write_text(json.dumps(KNOTS))
    before = files(site)
    assert add(site, str(path)) == 2
    assert "Add --date YYYY-MM-DD, or --undated NAME" in capsys.readouterr().err
    assert add(site, str(path), "--date", "6 May") == 2
    assert add(site, str(path), "--undated", "Knots!") == 2
    assert files(site) == before
    assert add(site, str(path), "--undated", "knots") == 0
    assert files(site)["undated/knots.json"] == path.read_bytes()
    path.write_text(json.dumps(KNOTS[:1]))
    assert add(site, str(path), "--undated", "knots") == 2


def test_a_file_that_tells_its_day_itself(site: Path, tmp_path: Path) -> None:
    day = {"date": "2031-05-07", "data": [{"paper": {"id": "3105.00017", "title": "Knots"}}]}
    path = tmp_path / "answer.json"
    path.write_text(json.dumps(day))
    assert add(site, str(path)) == 0
    assert "2031/2031-05-07.json" in files(site)


def test_a_folder_and_a_pipe(site: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "month"
    folder.mkdir()
    for day in ("2031-05-08", "2031-05-09"):
        (folder / f"{day}.json").write_text(json.dumps([{**KNOTS[0], "date": day}]))
    (folder / "README.md").write_text("What lies here")
    assert add(site, str(folder)) == 0
    stdin = io.TextIOWrapper(io.BytesIO(b"title\turl\nTea\thttps://arxiv.org/abs/3105.00019\n"))
    monkeypatch.setattr(sys, "stdin", stdin)
    assert add(site, "-", "--date", "2031-05-10") == 0
    assert {"2031/2031-05-08.json", "2031/2031-05-09.json", "2031/2031-05-10.csv"} <= set(
        files(site)
    )
    shutil.rmtree(folder)
    folder.mkdir()
    assert add(site, str(folder)) == 2


def test_an_address(site: Path, knots: Path, capsys: pytest.CaptureFixture[str]) -> None:
    class Quiet(SimpleHTTPRequestHandler):
        def log_message(self, *_: object) -> None:
            pass

    handler = partial(Quiet, directory=str(knots.parent))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = Thread(target=server.serve_forever)
        thread.start()
        try:
            address = f"http://127.0.0.1:{server.server_port}"
            assert add(site, f"{address}/{knots.name}") == 0
            assert add(site, f"{address}/nowhere.json") == 2
        finally:
            server.shutdown()
            thread.join()
    assert files(site)["2031/2031-05-06.json"] == knots.read_bytes()
    assert "answered 404" in capsys.readouterr().err
    assert add(site, "file:///etc/hosts") == 2
    assert add(site, f"{address}/{knots.name}") == 2


def test_the_help_names_every_format(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["add", "--help"]) == 0
    said = "".join(capsys.readouterr().out.split())
    assert all(reader.name in said for reader in READERS)
