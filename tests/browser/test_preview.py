"""What an open page of `broadsheet serve` shows while its site is being written."""

from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Thread

import pytest

from generator.cli.preview.board import Board
from generator.cli.preview.server import PreviewServer
from generator.diagnostics import Code, Diagnostic, Place
from tests.browser.conftest import Visitor

pytestmark = pytest.mark.browser
_HOSTILE = "</script><img src=x onerror=document.title='owned'> {{ x }} \u202e%00"
_FINDINGS = tuple(
    Diagnostic(
        code=Code.UNKNOWN_TOPIC,
        place=Place(file=f"content/{_HOSTILE}.yml", line=number),
        message=f"{number} {_HOSTILE}",
        hint=_HOSTILE,
    )
    for number in (1, 2)
)


def _publish(build: Path, edition: str) -> None:
    page = build / "sites" / edition / "index.html"
    page.parent.mkdir(parents=True)
    head = "<!doctype html><html lang=en><link rel=icon href=data:,><title>Mine</title>"
    page.write_text(f"{head}<body><style>p {{ display: none }}</style><h1>{edition}</h1></body>")
    (build / "site").unlink(missing_ok=True)
    (build / "site").symlink_to(Path("sites") / edition)


@pytest.fixture
def board() -> Board:
    return Board()


@pytest.fixture
def server(tmp_path: Path, board: Board) -> Iterator[PreviewServer]:
    _publish(tmp_path, "first")
    board.post(edition="first")
    with PreviewServer(site=tmp_path / "site", port=0, board=board) as server:
        thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        yield server
        server.shutdown()
        thread.join()


def test_findings_are_shown_and_go(
    server: PreviewServer, board: Board, visit: Callable[..., Visitor]
) -> None:
    page = visit().page
    page.goto(server.address)
    panel = page.get_by_role("alert")
    assert panel.count() == 0
    board.post(edition="first", verdict="2 errors. Nothing was published.", findings=_FINDINGS)
    panel.wait_for()
    lines = panel.locator("p").all_text_contents()
    assert lines[0] == "2 errors. Nothing was published."
    assert lines[1:] == [
        text
        for finding in _FINDINGS
        for text in (f"{finding.place}: {finding.code}: {finding.message}", finding.hint)
    ]
    assert panel.locator("p").first.is_visible(), "the site's own styles do not reach in"
    assert page.locator("img").count() == 0
    assert page.title() == "Mine"
    board.post(edition="first")
    panel.wait_for(state="detached")


def test_findings_can_be_put_away(
    server: PreviewServer, board: Board, visit: Callable[..., Visitor]
) -> None:
    page = visit().page
    board.post(edition="first", verdict="2 errors.", findings=_FINDINGS)
    page.goto(server.address)
    panel = page.get_by_role("alert")
    panel.wait_for()
    page.get_by_role("button", name="Close").click()
    panel.wait_for(state="detached")
    page.reload()
    panel.wait_for()


def test_a_new_edition_loads_by_itself(
    server: PreviewServer, board: Board, tmp_path: Path, visit: Callable[..., Visitor]
) -> None:
    page = visit().page
    page.goto(server.address)
    page.get_by_role("heading", name="first").wait_for()
    _publish(tmp_path, "second")
    board.post(edition="second")
    page.get_by_role("heading", name="second").wait_for()


def test_a_page_that_was_old_when_it_arrived_loads_again(
    server: PreviewServer, board: Board, tmp_path: Path, visit: Callable[..., Visitor]
) -> None:
    page = visit().page
    _publish(tmp_path, "second")
    board.post(edition="second")
    page.goto(server.address)
    page.get_by_role("heading", name="second").wait_for()


def test_many_pages_do_not_use_up_the_connections_of_a_browser(
    server: PreviewServer, board: Board, visit: Callable[..., Visitor]
) -> None:
    page = visit().page
    for _ in range(8):
        page.goto(server.address)
    board.post(edition="first", verdict="2 errors.", findings=_FINDINGS)
    page.get_by_role("alert").wait_for()
