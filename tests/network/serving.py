"""A server of this machine that answers as a test tells it to, be it ever so badly."""

import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

DATE = "Wed, 07 May 2031 12:00:00 GMT"


@dataclass(frozen=True, kw_only=True)
class Asked:
    """What a client asked, and as the how-manieth, from 1."""

    path: str
    headers: Mapping[str, str]
    number: int


@dataclass(frozen=True, kw_only=True)
class Reply:
    """What the server says. Its length is told truly, unless `length` says otherwise.

    `cut` is how many bytes of the body are sent before the line breaks; `silent`: none, and the
    line stays open until the client goes.
    """

    body: bytes = b""
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)
    length: int | None = None
    cut: int | None = None
    chunked: bool = False
    silent: bool = False


Script = Callable[[Asked], Reply]


class Server(ThreadingHTTPServer):
    daemon_threads = True
    block_on_close = False

    def __init__(self, script: Script) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.script = script
        self.asked: list[Asked] = []
        self.lock = threading.Lock()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_address[1]}"

    def handle_error(self, request: object, client_address: object) -> None:
        """Say nothing: clients that leave are what is tried here."""


class Handler(BaseHTTPRequestHandler):
    server: Server
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        with self.server.lock:
            headers = {name.lower(): value for name, value in self.headers.items()}
            asked = Asked(path=self.path, headers=headers, number=len(self.server.asked) + 1)
            self.server.asked.append(asked)
        reply = self.server.script(asked)
        if reply.silent:
            self.rfile.read(1)
            self.close_connection = True
            return
        self.send_response_only(reply.status)
        for name, value in {"Date": DATE, **reply.headers}.items():
            self.send_header(name, value)
        if reply.chunked:
            self.send_header("Transfer-Encoding", "chunked")
            self.end_headers()
            self.wfile.write(b"%x\r\n%s\r\n" % (len(reply.body), reply.body))
            if reply.cut is None:
                self.wfile.write(b"0\r\n\r\n")
            else:
                self.close_connection = True
            return
        if reply.status != 304:
            length = len(reply.body) if reply.length is None else reply.length
            if length >= 0:
                self.send_header("Content-Length", str(length))
        self.end_headers()
        self.wfile.write(reply.body[: reply.cut])
        if reply.cut is not None or (reply.length is not None):
            self.close_connection = True

    def log_message(self, *_arguments: object) -> None:
        pass


@contextmanager
def serve(script: Script) -> Iterator[Server]:
    """Run a server for as long as the block lasts."""
    with Server(script) as server:
        thread = threading.Thread(
            target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True
        )
        thread.start()
        try:
            yield server
        finally:
            server.shutdown()
            thread.join()
