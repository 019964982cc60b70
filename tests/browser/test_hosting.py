"""The browser and the host that the other tests here rest on do see what they must see."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.browser.conftest import Visitor

HEAD = "<!doctype html><link rel=icon href=data:,>"
pytestmark = pytest.mark.browser


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "sub").mkdir()
    for path, title in [("index", "Home"), ("sub/index", "Sub"), ("404", "Missing")]:
        (tmp_path / f"{path}.html").write_text(f"{HEAD}<title>{title}</title>", encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize(
    ("asked", "status", "title"),
    [
        ("", 200, "Home"),
        ("sub/", 200, "Sub"),
        ("sub", 200, "Sub"),
        ("sub/?q=a", 200, "Sub"),
        ("none/", 404, "Missing"),
        ("../", 404, "Missing"),
    ],
)
def test_host_answers_as_github_pages_does(
    visit: Callable[..., Visitor],
    serve: Callable[[Path], str],
    folder: Path,
    asked: str,
    status: int,
    title: str,
) -> None:
    visitor = visit()
    answer = visitor.page.goto(serve(folder) + asked)
    assert answer is not None
    assert (answer.status, visitor.page.title()) == (status, title)
    if status == 404:
        assert len(visitor.errors) == 1
        visitor.errors.clear()


def test_browser_sees_what_leaves_the_site_and_what_fails(
    visit: Callable[..., Visitor], serve: Callable[[Path], str], folder: Path
) -> None:
    (folder / "index.html").write_text(
        f"{HEAD}<img src=https://elsewhere.example/a.png>"
        "<script>setTimeout(() => { throw Error('broken') })</script>",
        encoding="utf-8",
    )
    visitor = visit()
    visitor.page.goto(serve(folder), wait_until="networkidle")
    assert visitor.foreign == ["https://elsewhere.example/a.png"]
    assert any("broken" in error for error in visitor.errors)
    visitor.foreign.clear()
    visitor.errors.clear()
