"""A static host as GitHub Pages is one: a sub-path, `404.html` for what is missing, no more."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from urllib.parse import unquote, urlsplit

SUB_PATH = "/repo/"


class _Handler(SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def translate_path(self, path: str) -> str:
        inside = unquote(urlsplit(path).path)
        if not inside.startswith(SUB_PATH):
            return str(Path(self.directory, "outside-of-the-site"))
        return super().translate_path(path.removeprefix(SUB_PATH.rstrip("/")))

    def parse_request(self) -> bool:
        """Hang up without a word while the host is down."""
        if getattr(self.server, "is_down", False):
            self.close_connection = True
            return False
        return super().parse_request()

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        page = Path(self.directory, "404.html")
        if code != 404 or not page.is_file():
            super().send_error(code, message, explain)
            return
        body = page.read_bytes()
        self.send_response(404)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def end_headers(self) -> None:
        # Whether a page is still good is asked each time, so that a new edition is seen at once.
        self.send_header("Cache-Control", "no-cache")
        super().end_headers()

    def list_directory(self, path: str) -> None:  # type: ignore[override]  # noqa: ARG002
        """A folder without index.html has no page."""
        self.send_error(404)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the base's name
        """Say nothing: what a page asks for is recorded in the browser."""


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    block_on_close = False
    is_down = False

    def handle_error(self, request: object, client_address: object) -> None:
        """A browser that leaves a page hangs up in the middle of an answer, which is its right."""


@contextmanager
def host(folder: Path) -> Iterator[str]:
    """Serve `folder` under a sub-path until the block ends; gives the address of its root."""
    with host_with_switch(folder) as (address, _):
        yield address


@contextmanager
def host_with_switch(folder: Path) -> Iterator[tuple[str, Callable[[bool], None]]]:
    """Do the same, and give what lets the host be down, and up again."""
    with _Server(("127.0.0.1", 0), partial(_Handler, directory=str(folder))) as server:
        thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
        thread.start()
        try:
            yield (
                f"http://127.0.0.1:{server.server_port}{SUB_PATH}",
                lambda down: setattr(server, "is_down", down),
            )
        finally:
            server.shutdown()
            thread.join()
