"""The server of `broadsheet serve`, its notices and its watching, each on its own."""

import http.client
import json
import os
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from threading import Thread

import pytest

from generator.cli.preview.board import Board
from generator.cli.preview.server import PreviewServer
from generator.cli.preview.watching import Snapshot, take_snapshot, watch
from generator.diagnostics import Code, Diagnostic, Place

_SCRIPT = '<script src="/.broadsheet/live.js" data-edition="{}"></script>'


def _publish(build: Path, edition: str) -> None:
    version = build / "sites" / edition
    for path, text in {
        "index.html": f"<html><body>edition {edition}</BODY></body></html>",
        "404.html": "<p>no such page",
        "papers/a b/index.html": "<body>a paper</body>",
        "assets/look.css": "body {}",
        "api/v1/papers.json": "{}",
        "pagefind/x.pf_meta": "\0",
    }.items():
        (version / path).parent.mkdir(parents=True, exist_ok=True)
        (version / path).write_text(text)
    link = build / "site"
    link.unlink(missing_ok=True)
    link.symlink_to(Path("sites") / edition)


@pytest.fixture
def board() -> Board:
    return Board()


@pytest.fixture
def server(tmp_path: Path, board: Board) -> Iterator[PreviewServer]:
    _publish(tmp_path, "first")
    with PreviewServer(site=tmp_path / "site", port=0, board=board) as server:
        thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        yield server
        server.shutdown()
        thread.join()


def _ask(server: PreviewServer, path: str, method: str = "GET") -> tuple[int, dict[str, str], str]:
    connection = http.client.HTTPConnection("127.0.0.1", server.server_port)
    connection.putrequest(method, path)  # as it is, without tidying
    connection.endheaders()
    answer = connection.getresponse()
    body = answer.read().decode()
    headers = {name.lower(): value for name, value in answer.getheaders()}
    connection.close()
    return answer.status, headers, body


@pytest.mark.parametrize(
    ("path", "status", "kind"),
    [
        ("/", 200, "text/html; charset=utf-8"),
        ("/index.html?x=1#y", 200, "text/html; charset=utf-8"),
        ("/papers/a%20b/", 200, "text/html; charset=utf-8"),
        ("/assets/look.css", 200, "text/css; charset=utf-8"),
        ("/api/v1/papers.json", 200, "application/json; charset=utf-8"),
        ("/pagefind/x.pf_meta", 200, "application/octet-stream"),
        ("/nowhere/", 404, "text/html; charset=utf-8"),
        ("/papers/", 404, "text/html; charset=utf-8"),
        ("/index.html/", 404, "text/html; charset=utf-8"),
        ("/%00", 404, "text/html; charset=utf-8"),
        ("/" + "x" * 5000, 404, "text/html; charset=utf-8"),
        ("/.broadsheet/live.js", 200, "text/javascript; charset=utf-8"),
    ],
)
def test_answers(server: PreviewServer, path: str, status: int, kind: str) -> None:
    found, headers, body = _ask(server, path)
    assert (found, headers["content-type"]) == (status, kind)
    assert headers["cache-control"] == "no-store"
    same, without, nothing = _ask(server, path, "HEAD")
    assert (same, without["content-length"], nothing) == (status, headers["content-length"], "")
    assert len(body) == int(headers["content-length"])


def test_a_missing_page_is_the_sites_own(server: PreviewServer) -> None:
    assert _ask(server, "/nowhere")[2] == "<p>no such page" + _SCRIPT.format("first")


def test_a_folder_leads_to_its_page(server: PreviewServer) -> None:
    status, headers, _ = _ask(server, "/papers/a%20b")
    assert (status, headers["location"]) == (302, "/papers/a%20b/")


def test_pages_get_the_script_and_the_files_of_the_site_stay(
    server: PreviewServer, tmp_path: Path
) -> None:
    assert _ask(server, "/")[2] == (
        "<html><body>edition first</BODY>" + _SCRIPT.format("first") + "</body></html>"
    )
    assert "script" not in (tmp_path / "site/index.html").read_text()


def test_what_is_published_is_served_at_once(server: PreviewServer, tmp_path: Path) -> None:
    _publish(tmp_path, "second")
    assert "edition second" in _ask(server, "/")[2]


def test_under_the_path_of_the_sites_address(server: PreviewServer) -> None:
    server.base = "/review/"
    assert server.address == f"http://127.0.0.1:{server.server_port}/review/"
    assert _ask(server, "/review/")[0] == 200
    for outside in ("/", "/papers/", "/review"):
        status, headers, _ = _ask(server, outside)
        assert (status, headers["location"]) == (302, "/review/")
    assert _ask(server, "/.broadsheet/live.js")[0] == 200


@pytest.mark.parametrize(
    "path",
    ["/../secret.html", "/%2e%2e/secret.html", "/papers/../../secret.html",
     "/..%2f..%2fsecret.html", "//secret.html", "/.../secret.html"],
)  # fmt: skip
def test_nothing_outside_of_the_site_is_served(
    server: PreviewServer, tmp_path: Path, path: str
) -> None:
    (tmp_path / "secret.html").write_text("secret")
    (tmp_path / "sites/secret.html").write_text("secret")
    assert "secret" not in _ask(server, path)[2].replace("secret.html", "")


def test_before_there_is_a_site(server: PreviewServer, tmp_path: Path) -> None:
    (tmp_path / "site").unlink()
    status, _, body = _ask(server, "/any/page/")
    assert status == 503
    assert "There is no site to show yet." in body
    assert _SCRIPT.format("") in body


def test_no_other_machine_is_answered(server: PreviewServer) -> None:
    assert server.server_address[0] == "127.0.0.1"


def test_an_open_page_is_told(server: PreviewServer, board: Board) -> None:
    finding = Diagnostic(
        code=Code.UNKNOWN_TOPIC,
        place=Place(file="a.yml", line=2, column=3),
        message="</script><script>alert(1)</script>\n\ndata: no",
        hint="Ærø",
    )
    connection = http.client.HTTPConnection("127.0.0.1", server.server_port, timeout=60)
    connection.request("GET", "/.broadsheet/events")
    answer = connection.getresponse()
    assert answer.headers["Content-Type"] == "text/event-stream"

    def next_notice() -> dict[str, object]:
        line = answer.fp.readline().decode()
        assert answer.fp.readline() == b"\n"
        assert line.startswith("data: ")
        assert line.isascii()
        notice: dict[str, object] = json.loads(line.removeprefix("data: "))
        return notice

    assert next_notice() == {"edition": "", "verdict": "", "findings": []}
    board.post(edition="first", verdict="1 error.", findings=(finding,))
    assert next_notice() == {
        "edition": "first",
        "verdict": "1 error.",
        "findings": [
            {
                "place": "a.yml:2:3",
                "code": "unknown-topic",
                "severity": "error",
                "message": "</script><script>alert(1)</script>\n\ndata: no",
                "hint": "Ærø",
            }
        ],
    }
    board.post(edition="second")
    assert next_notice()["edition"] == "second"
    answer.close()
    connection.close()


def test_the_same_notice_twice_is_one(board: Board) -> None:
    board.post(edition="first")
    number, _ = board.read()
    board.post(edition="first")
    assert board.read()[0] == number
    assert board.read(after=number, seconds=0)[0] == number


def test_a_port_that_is_taken_is_an_error(server: PreviewServer, tmp_path: Path) -> None:
    with pytest.raises(OSError, match="in use"):
        PreviewServer(site=tmp_path / "site", port=server.server_port, board=Board())


# Watching


def test_a_snapshot_tells_what_changed(tmp_path: Path) -> None:
    def look() -> Snapshot:
        return take_snapshot([tmp_path / "content", tmp_path / "mkdocs.yml"])

    seen = [look()]
    assert seen == [{}]
    (tmp_path / "content/deep").mkdir(parents=True)
    (tmp_path / "content/deep/a.txt").write_text("a")
    seen.append(look())
    (tmp_path / "mkdocs.yml").write_text("a")
    seen.append(look())
    os.utime(tmp_path / "mkdocs.yml", (1, 1))
    seen.append(look())
    (tmp_path / "content/deep/a.txt").rename(tmp_path / "content/deep/b.txt")
    seen.append(look())
    (tmp_path / "content/deep/b.txt").unlink()
    seen.append(look())
    for before, after in pairwise(seen):
        assert before != after


def test_hidden_files_other_files_and_dead_links_do_not_count(tmp_path: Path) -> None:
    (tmp_path / "content/.git").mkdir(parents=True)
    before = take_snapshot([tmp_path / "content"])
    (tmp_path / "content/.git/index").touch()
    (tmp_path / "content/.a.txt.swp").touch()
    (tmp_path / "other.txt").touch()
    (tmp_path / "content/link").symlink_to("nowhere")
    assert take_snapshot([tmp_path / "content"]) == before


def test_watching_waits_until_files_have_come_to_rest() -> None:
    looks = [
        {"a": (1, 1)},  # before the first build
        {"a": (1, 1)}, {"a": (1, 1)},  # nothing
        {"a": (2, 1)}, {"a": (2, 5)}, {"a": (2, 9)}, {"a": (2, 9)},  # written in pieces
        {"a": (2, 9)},  # before the second build
        {"a": (3, 9)}, {"a": (3, 9)},  # changed while it was at work
        {"a": (3, 9)},  # before the third
    ]  # fmt: skip
    looked, paused = [0], [0]

    def look() -> Snapshot:
        looked[0] += 1
        return looks[looked[0] - 1]

    def pause() -> None:
        paused[0] += 1

    counts = []
    for _ in watch(look, pause):
        counts.append((looked[0], paused[0]))
        if looked[0] == len(looks):
            break
    assert counts == [(1, 0), (8, 5), (11, 6)]
