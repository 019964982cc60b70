"""Fetching from servers that behave, and from those that do not."""

import gzip
import socket
import threading
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from itertools import count

import pytest

from generator.desk import Refusal
from generator.desk.arrivals.downloads import download, is_address
from generator.desk.arrivals.parcels import Parcel
from generator.network import Exchange, Limits

Handle = Callable[[BaseHTTPRequestHandler], None]
BODY = "Harbour lights, counted: é\n".encode() * 50


class Harbour:
    """A server on this machine; what it does at a path is what a test says."""

    def __init__(self) -> None:
        self.pages: dict[str, Handle] = {}
        self.asked: list[str] = []
        self.closing = threading.Event()
        pages, asked = self.pages, self.asked

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                asked.append(self.path)
                pages[self.path.partition("?")[0]](self)

            def log_message(self, *_: object) -> None:
                pass

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._server.daemon_threads = True
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.02,))
        self._thread.start()
        self.address = f"http://127.0.0.1:{self._server.server_port}"

    def close(self) -> None:
        self.closing.set()
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()


@pytest.fixture
def harbour() -> Iterator[Harbour]:
    server = Harbour()
    yield server
    server.close()


def sends(body: bytes, status: int = 200, **headers: str) -> Handle:
    def handle(request: BaseHTTPRequestHandler) -> None:
        request.send_response(status)
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        for name, value in ({"Content-Length": str(len(body))} | named).items():
            request.send_header(name, value)
        request.end_headers()
        request.wfile.write(body)

    return handle


def fetch(address: str, **limits: float) -> Parcel:
    with Exchange("Test/1", limits=Limits(**limits)) as exchange:  # type: ignore[arg-type]
        return download(address, exchange)


def test_an_answer_is_taken_as_it_comes(harbour: Harbour) -> None:
    harbour.pages["/lists/2025-01-09.json"] = sends(BODY, Content_Type="text/html; charset=x")
    seen: list[int] = []
    address = f"{harbour.address}/lists/2025-01-09.json"
    with Exchange("Test/1", on_bytes=seen.append) as exchange:
        parcel = download(address, exchange)
    assert (parcel.data, parcel.label) == (BODY, address)
    assert (parcel.name, parcel.dated) == ("2025-01-09.json", "2025-01-09.json?")
    assert seen[-1] == len(BODY)


def test_an_address_is_sent_in_ascii_without_its_fragment(harbour: Harbour) -> None:
    harbour.pages["/k%C3%A4i"] = sends(BODY)
    parcel = fetch(f"{harbour.address}/käi?date=2025-01-09&q=a b%20c#top")
    assert harbour.asked == ["/k%C3%A4i?date=2025-01-09&q=a%20b%20c"]
    assert "2025-01-09" in parcel.dated


def test_what_is_compressed_on_its_way_is_unpacked(harbour: Harbour) -> None:
    harbour.pages["/a"] = sends(gzip.compress(BODY), Content_Encoding="gzip")
    harbour.pages["/file.gz"] = sends(gzip.compress(BODY, mtime=0))
    harbour.pages["/cut"] = sends(gzip.compress(BODY)[:-9], Content_Encoding="gzip")
    harbour.pages["/bad"] = sends(b"not at all", Content_Encoding="gzip")
    harbour.pages["/br"] = sends(b"x", Content_Encoding="br")
    harbour.pages["/bomb"] = sends(gzip.compress(bytes(10**6)), Content_Encoding="gzip")
    assert fetch(f"{harbour.address}/a").data == BODY
    assert fetch(f"{harbour.address}/file.gz").data == gzip.compress(BODY, mtime=0)
    for path, said in (
        ("/cut", "broke off in the middle of its answer"),
        ("/bad", "answered with damaged data"),
        ("/br", "answers in the coding “br”"),
        ("/bomb", "answers with more than"),
    ):
        with pytest.raises(Refusal, match=said):
            fetch(f"{harbour.address}{path}", most=10**5)


@pytest.mark.parametrize(
    ("status", "said"),
    [
        (404, "There is nothing at http"),
        (410, "There is nothing at http"),
        (401, "does not let us have"),
        (403, "does not let us have"),
        (418, "answered 418"),
        (429, "has had too many requests .429.. Try again in 30 seconds"),
        (500, "cannot answer now .500.. Try again later"),
        (503, "cannot answer now .503.. Try again later"),
    ],
)
def test_a_refusal_of_the_server_is_told(status: int, said: str, harbour: Harbour) -> None:
    harbour.pages["/"] = sends(BODY, status, Retry_After="30")
    with pytest.raises(Refusal, match=said):
        fetch(harbour.address)


def test_an_answer_that_breaks_off_is_not_taken(harbour: Harbour) -> None:
    def break_chunks(request: BaseHTTPRequestHandler) -> None:
        request.protocol_version = "HTTP/1.1"
        request.send_response(200)
        request.send_header("Transfer-Encoding", "chunked")
        request.end_headers()
        request.wfile.write(b"5\r\nhello\r\n9\r\nha")
        request.close_connection = True

    harbour.pages["/short"] = sends(BODY, Content_Length=str(len(BODY) + 1))
    harbour.pages["/chunks"] = break_chunks
    for path in ("/short", "/chunks"):
        with pytest.raises(Refusal, match="broke off in the middle of its answer"):
            fetch(f"{harbour.address}{path}")


def test_an_answer_beyond_its_length_is_cut_to_it(harbour: Harbour) -> None:
    harbour.pages["/"] = sends(BODY, Content_Length="10")
    assert fetch(harbour.address).data == BODY[:10]


def test_a_server_that_says_nothing_or_little_is_left(harbour: Harbour) -> None:
    def say_nothing(_: BaseHTTPRequestHandler) -> None:
        harbour.closing.wait()

    def drip(request: BaseHTTPRequestHandler) -> None:
        sends(b"x", Content_Length="1000")(request)

    harbour.pages["/silent"] = say_nothing
    harbour.pages["/drip"] = drip
    with pytest.raises(Refusal, match="takes too long to answer"):
        fetch(f"{harbour.address}/silent", silence=0.1)
    hours = count(step=3600)
    slow = Exchange("Test/1", monotonic=lambda: float(next(hours)))
    with slow, pytest.raises(Refusal, match="takes too long to answer"):
        download(f"{harbour.address}/drip", slow)


def test_an_answer_may_not_be_too_large(harbour: Harbour) -> None:
    def say_no_length(request: BaseHTTPRequestHandler) -> None:
        request.send_response(200)
        request.end_headers()
        request.wfile.write(bytes(3000))

    harbour.pages["/told"] = sends(b"", Content_Length="3000")
    harbour.pages["/untold"] = say_no_length
    for path in ("/told", "/untold"):
        with pytest.raises(Refusal, match="answers with more than"):
            fetch(f"{harbour.address}{path}", most=2000)


def test_a_few_redirects_are_followed_to_the_web_alone(harbour: Harbour) -> None:
    for n in range(9):
        harbour.pages[f"/{n}"] = sends(b"", 302, Location=f"/{n + 1}")
    harbour.pages["/9"] = sends(BODY)
    harbour.pages["/circle"] = sends(b"", 302, Location="/circle")
    harbour.pages["/file"] = sends(b"", 302, Location="file:///etc/hosts")
    harbour.pages["/ftp"] = sends(b"", 302, Location="ftp://127.0.0.1/x")
    assert fetch(f"{harbour.address}/4").data == BODY
    for path in ("/3", "/circle", "/file", "/ftp"):
        with pytest.raises(Refusal, match=r"sends us (on|to)"):
            fetch(f"{harbour.address}{path}")


def test_no_answer_at_all_is_told(harbour: Harbour) -> None:
    def talk_nonsense(request: BaseHTTPRequestHandler) -> None:
        request.wfile.write(b"220 a mail server\r\n")

    harbour.pages["/"] = talk_nonsense
    with pytest.raises(Refusal, match="does not answer as a web server does"):
        fetch(harbour.address)
    with socket.socket() as closed:
        closed.bind(("127.0.0.1", 0))
        port = closed.getsockname()[1]
    with pytest.raises(Refusal, match=r"Nothing answers at 127\.0\.0\.1"):
        fetch(f"http://127.0.0.1:{port}/")
    with pytest.raises(Refusal, match=r"No safe connection to 127\.0\.0\.1"):
        fetch(harbour.address.replace("http:", "https:"))


@pytest.mark.parametrize(
    "address",
    [
        "file:///etc/hosts", "FILE://x", "ftp://a/b", "data://x", "chrome://x", "http://",
        "https:///x", "http://[::1", "http://a:b/", "http://ada@quay.example/", "http://\udcff/",
    ],
)  # fmt: skip
def test_what_is_no_address_of_the_web_is_not_asked_for(
    address: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Exchange, "get", lambda *_: pytest.fail("it was asked for"))
    assert is_address(address)
    with pytest.raises(Refusal):
        fetch(address)


@pytest.mark.parametrize("name", ["notes.txt", "C:\\notes.txt", "a:b", "./http:/x", "//host/x"])
def test_files_are_no_addresses(name: str) -> None:
    assert not is_address(name)
