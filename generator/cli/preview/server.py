"""A small web server that shows a site as a static host would, and tells open pages of changes."""

import sys
from collections.abc import Callable
from functools import partial
from html import escape
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from importlib import resources
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from generator.cli.preview.board import Board

_OWN = "/.broadsheet/"
_HEARTBEAT = 15.0
"""Seconds after which a silent connection is tried, so that closed ones are noticed."""
_NAME_LENGTH = 256
_TYPES = {
    ".css": "text/css; charset=utf-8",
    ".html": "text/html; charset=utf-8",
    ".ico": "image/vnd.microsoft.icon",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json; charset=utf-8",
    ".map": "application/json; charset=utf-8",
    ".md": "text/markdown; charset=utf-8",
    ".png": "image/png",
    ".jpg": "image/jpeg",
    ".jpeg": "image/jpeg",
    ".svg": "image/svg+xml",
    ".txt": "text/plain; charset=utf-8",
    ".webp": "image/webp",
    ".woff2": "font/woff2",
    ".xml": "application/xml; charset=utf-8",
}
"""Written out, since the system's own table differs from machine to machine."""
_NO_SITE = """\
<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>No site yet</title></head>
<body><p>There is no site to show yet. This page changes when there is one.</p></body></html>
"""


class _Handler(SimpleHTTPRequestHandler):
    """Answers for one request. Addresses outside of the site's path lead to it."""

    protocol_version = "HTTP/1.1"

    def __init__(self, *arguments: Any, site: Path, base: Callable[[], str], board: Board) -> None:
        self._site, self._base, self._board = site, base, board
        super().__init__(*arguments, directory=str(site))

    def do_GET(self) -> None:
        self._answer(body=True)

    def do_HEAD(self) -> None:
        self._answer(body=False)

    def _answer(self, *, body: bool) -> None:
        asked = urlsplit(self.path).path
        address, base = unquote(asked), self._base()
        if address == f"{_OWN}events" and body:
            self._stream()
        elif address == f"{_OWN}live.js":
            script = resources.files(__package__).joinpath("live.js").read_bytes()
            self._send(HTTPStatus.OK, _TYPES[".js"], script, body=body)
        elif not address.startswith(base):
            self._redirect(base)
        elif self._find(address.removeprefix(base)).is_dir() and not address.endswith("/"):
            self._redirect(asked + "/")
        else:
            self._send_file(address.removeprefix(base), body=body)

    def _find(self, address: str) -> Path:
        """Name the file or folder of the site that an address means; never one outside."""
        parts = [part for part in address.split("/") if part.strip(".")]
        # No file has so long a name, or a zero in it; asking for one is an error of its own.
        possible = all(len(part) < _NAME_LENGTH and "\0" not in part for part in parts)
        return self._site.joinpath(*parts) if possible else self._site / ".nothing"

    def _send_file(self, address: str, *, body: bool) -> None:
        # Before the page itself: should another version be published just now, the page is seen
        # to be old, and loads anew.
        edition = read_edition(self._site)
        path = self._find(address)
        if not address or address.endswith("/"):
            path /= "index.html"
        status = HTTPStatus.OK
        if not path.is_file():
            status, path = HTTPStatus.NOT_FOUND, self._site / "404.html"
        try:
            content = path.read_bytes()
        except OSError:
            content = b"<!doctype html><title>Not found</title><p>There is no such page.</p>"
        if not self._site.exists():
            status, content = HTTPStatus.SERVICE_UNAVAILABLE, _NO_SITE.encode()
        kind = _TYPES.get(path.suffix.lower(), "application/octet-stream")
        if path.suffix == ".html":
            content = _add_script(content, edition)
        self._send(status, kind, content, body=body)

    def _stream(self) -> None:
        """Send each notice as it is posted: https://html.spec.whatwg.org/multipage/server-sent-events.html."""
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", "text/event-stream")
        self.send_header("Cache-Control", "no-store")
        self.send_header("Connection", "close")
        self.end_headers()
        number = -1
        while True:
            newer, text = self._board.read(after=number, seconds=_HEARTBEAT)
            line = f"data: {text}\n\n" if newer != number else ":\n\n"
            self.wfile.write(line.encode())
            number = newer

    def _redirect(self, address: str) -> None:
        self.send_response(HTTPStatus.FOUND)
        self.send_header("Location", address)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def _send(self, status: HTTPStatus, kind: str, content: bytes, *, body: bool) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(content)))
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        if body:
            self.wfile.write(content)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002  # the base's name
        """Say nothing: the terminal is for findings."""


def _add_script(page: bytes, edition: str) -> bytes:
    script = f'<script src="{_OWN}live.js" data-edition="{escape(edition)}"></script>'.encode()
    end = page.rfind(b"</body>")
    return page[:end] + script + page[end:] if end >= 0 else page + script


class PreviewServer(ThreadingHTTPServer):
    """Serves a site's folder, always the version that is published, until it is closed."""

    daemon_threads = True
    block_on_close = False

    def __init__(self, *, site: Path, port: int, board: Board) -> None:
        """Listen on `port`, or on a free one if it is 0. Raises OSError where it is taken."""
        self.base = "/"
        """The path under which the site lies, as in its address."""
        handler = partial(_Handler, site=site, base=lambda: self.base, board=board)
        super().__init__(("127.0.0.1", port), handler)

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.server_port}{self.base}"

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Pass over a browser that hangs up in the middle of an answer, which is its right."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)


def read_edition(site: Path) -> str:
    """Name the version of the site that is published; empty where none is."""
    return site.readlink().name if site.is_symlink() else ""
