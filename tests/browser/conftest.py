"""A real browser that lets nothing out, and sites for it to read."""

import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

from tests.browser.editions import Editions, build_editions
from tests.browser.hosting import host
from tests.html.validator import install_tools

PATIENCE = 30_000
"""How long to wait for what must come, in milliseconds: a busy machine is not a finding."""
expect.set_options(timeout=PATIENCE)

_SETTING = "BROADSHEET_CHROMIUM"
_COMMANDS = (
    "chromium",
    "chromium-browser",
    "google-chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
)
_ARGUMENTS = (
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    # No name is looked up: a page that asks another host is seen asking, and gets nothing.
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
)


@pytest.fixture(scope="session")
def axe() -> str:
    """The script that knows the rules of accessibility."""
    _, modules = install_tools()
    return (modules / "axe-core/axe.min.js").read_text(encoding="utf-8")


@dataclass(kw_only=True)
class Visitor:
    """A page, and what it did that a reader's browser should not have to.

    Both lists must be empty at the end of a test; one that expects something looks at it and
    clears the list.
    """

    page: Page
    foreign: list[str] = field(default_factory=list)
    """Requests that left the site's own origin."""
    errors: list[str] = field(default_factory=list)
    """Errors on the console, exceptions of scripts."""


@pytest.fixture(scope="session")
def chromium() -> str:
    """The Chromium that this machine has."""
    setting = os.environ.get(_SETTING)
    if setting:
        if found := shutil.which(setting):
            return found
        pytest.fail(f"{_SETTING} names {setting}, which is not a program")
    for command in _COMMANDS:
        if found := shutil.which(command):
            return found
    reason = f"no Chromium found: install chromium or google-chrome, or set {_SETTING}"
    if os.environ.get("CI"):
        pytest.fail(reason)
    pytest.skip(reason)


@pytest.fixture(scope="session")
def browser(chromium: str) -> Iterator[Browser]:
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(
            executable_path=chromium,
            args=list(_ARGUMENTS),
            # Chromium's sandbox refuses to run as root, as which containers often run.
            chromium_sandbox=os.geteuid() != 0,
        )
        yield launched
        launched.close()


@pytest.fixture(scope="session")
def serve() -> Iterator[Callable[[Path], str]]:
    """Serve a folder for the rest of the run: `serve(folder)` gives the address of its root."""
    with ExitStack() as stack:
        yield lambda folder: stack.enter_context(host(folder))


@pytest.fixture(scope="session")
def address(real_site: Path, serve: Callable[[Path], str]) -> str:
    """The real site's address: `http://127.0.0.1:.../repo/`."""
    return serve(real_site / "build/site")


@pytest.fixture(scope="session")
def _both_editions(tmp_path_factory: pytest.TempPathFactory) -> Editions:
    return build_editions(tmp_path_factory.mktemp("editions"))


@pytest.fixture(scope="session")
def harbour(_both_editions: Editions, serve: Callable[[Path], str]) -> str:
    """The address of a small invented site."""
    return serve(_both_editions.site)


@pytest.fixture
def editions(_both_editions: Editions) -> Iterator[Editions]:
    """The editions of that site; at the end of a test it is the first again."""
    yield _both_editions
    _both_editions.publish(_both_editions.first)


@pytest.fixture
def visit(browser: Browser) -> Iterator[Callable[..., Visitor]]:
    """Open a browser window: `visit(**options)` takes what Playwright's `new_context` takes."""
    with visits(browser) as open_window:
        yield open_window


@contextmanager
def visits(browser: Browser) -> Iterator[Callable[..., Visitor]]:
    """Let windows be opened, as `visit` does, and close them with the block."""
    visitors: list[Visitor] = []

    def open_window(**options: Any) -> Visitor:
        context = browser.new_context(**({"service_workers": "block"} | options))
        context.set_default_timeout(PATIENCE)
        visitor = Visitor(page=context.new_page())
        visitors.append(visitor)
        _watch(visitor)
        return visitor

    yield open_window
    for visitor in visitors:
        visitor.page.context.close()
    assert [v.foreign for v in visitors if v.foreign] == []
    assert [v.errors for v in visitors if v.errors] == []


@pytest.fixture
def page(visit: Callable[..., Visitor]) -> Page:
    """A window of a desk's size."""
    return visit(viewport={"width": 1280, "height": 900}).page


def _watch(visitor: Visitor) -> None:
    def see_request(url: str) -> None:
        if not url.startswith(("http://127.0.0.1:", "data:", "blob:")):
            visitor.foreign.append(url)

    page = visitor.page
    page.on("request", lambda request: see_request(request.url))
    page.on("websocket", lambda socket: visitor.foreign.append(socket.url))
    page.on("pageerror", lambda error: visitor.errors.append(f"{page.url}: {error}"))
    page.on(
        "console",
        lambda message: (
            visitor.errors.append(f"{page.url}: {message.text}")
            if message.type == "error"
            else None
        ),
    )
