"""One question, one answer: whole, within its limits, or a reason in words."""

import ipaddress
import ssl
import time
import zlib
from collections.abc import Callable, Mapping
from http.client import BadStatusLine, RemoteDisconnected
from types import TracebackType
from typing import Self
from urllib.parse import urljoin, urlsplit

import urllib3
from urllib3.exceptions import (
    ConnectTimeoutError,
    HTTPError,
    IncompleteRead,
    LocationValueError,
    NameResolutionError,
    NewConnectionError,
    ProtocolError,
    ReadTimeoutError,
    SSLError,
)

from generator.network.model import Answer, Limits, NetworkError, Request

_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_PIECE = 2**16


class Exchange:
    """Asks servers of the web, one after the other, always in the name of the same program.

    `agent` is that name (https://www.rfc-editor.org/rfc/rfc9110#field.user-agent). `proxy` is the
    address of the proxy through which other machines are asked; empty if there is none. Nothing is
    sent but the headers that stand here: no cookies, no passwords.
    """

    def __init__(
        self,
        agent: str,
        *,
        proxy: str = "",
        limits: Limits | None = None,
        on_bytes: Callable[[int], None] = lambda _size: None,
        monotonic: Callable[[], float] = time.monotonic,
    ) -> None:
        self._limits = limits or Limits()
        self._headers = {"User-Agent": agent, "Accept-Encoding": "gzip, deflate"}
        self._on_bytes = on_bytes
        self._monotonic = monotonic
        self._pool = urllib3.PoolManager(num_pools=2, retries=False)
        self._proxied = urllib3.ProxyManager(proxy, retries=False) if proxy else self._pool

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        _kind: type[BaseException] | None,
        _error: BaseException | None,
        _trace: TracebackType | None,
    ) -> None:
        self._pool.clear()
        self._proxied.clear()

    def get(self, request: Request) -> Answer:
        """Ask, and follow where the server sends us. Raises NetworkError where no answer comes."""
        end = self._monotonic() + self._limits.whole
        headers = self._headers | {"Accept": request.accept}
        if request.etag:
            headers["If-None-Match"] = request.etag
        if request.last_modified:
            headers["If-Modified-Since"] = request.last_modified
        url = request.url
        for _ in range(self._limits.redirects + 1):
            answer = self._ask(url, headers, end)
            target = answer.headers.get("location", "")
            if answer.status not in _REDIRECTS or not target:
                return answer
            url = _follow(url, target)
        message = f"{_host(request.url)} sends us on and on"
        raise NetworkError(message, may_pass=False)

    def _ask(self, url: str, headers: Mapping[str, str], end: float) -> Answer:
        pool = self._pool if is_on_this_machine(url) else self._proxied
        try:
            response = pool.request(
                "GET",
                url,
                headers=headers,
                redirect=False,
                preload_content=False,
                timeout=urllib3.Timeout(self._limits.silence),
            )
            try:
                body = self._read(response, url, end)
            finally:
                response.close()
                pool.clear()  # so that no rest of it begins the next answer
        except HTTPError as error:
            raise _explain(error, _host(url)) from None
        kept = {name.lower(): value for name, value in response.headers.items()}
        return Answer(url=url, status=response.status, body=body, headers=kept)

    def _read(self, response: urllib3.BaseHTTPResponse, url: str, end: float) -> bytes:
        host, most = _host(url), self._limits.most
        told = response.headers.get("content-length", "")
        pieces: list[bytes] = []
        size = int(told) if told.isascii() and told.isdigit() else 0
        unpack = _Unpacking(response.headers.get("content-encoding", ""), host)
        if size <= most:
            size = 0
            while piece := response.read1(_PIECE, decode_content=False):
                pieces.append(unpack(piece, most + 1 - size))
                size += len(pieces[-1])
                if size > most:
                    break
                if self._monotonic() > end:
                    raise NetworkError(_say_slow(host), may_pass=True)
                self._on_bytes(size)
        if size > most:
            message = f"{host} answers with more than {most / 2**20:.0f} MB"
            raise NetworkError(message, may_pass=False)
        unpack.end()
        return b"".join(pieces)


class _Unpacking:
    """Undoes the coding of an answer, if it has one that we asked for.

    urllib3 would do so, too, but takes a packed answer for whole that breaks off.
    """

    def __init__(self, coding: str, host: str) -> None:
        is_packed = coding.strip().lower() in {"gzip", "x-gzip", "deflate"}
        # As it begins: gzip or zlib.
        self._unpacker = zlib.decompressobj(wbits=zlib.MAX_WBITS | 32) if is_packed else None
        self._host = host
        self._begun = False

    def __call__(self, piece: bytes, most: int) -> bytes:
        """Unpack a piece to no more than `most` bytes. Raises NetworkError where it is damaged."""
        if self._unpacker is None:
            return piece
        self._begun = True
        try:
            return self._unpacker.decompress(piece, most)
        except zlib.error:
            raise NetworkError(_say_damaged(self._host), may_pass=True) from None

    def end(self) -> None:
        """See that nothing is missing. Raises NetworkError where something is."""
        if self._unpacker and self._begun and not self._unpacker.eof:
            raise NetworkError(_say_broken_off(self._host), may_pass=True)


def is_on_this_machine(url: str) -> bool:
    """Whether an address is one of this machine's own."""
    host = _host(url)
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def _follow(url: str, target: str) -> str:
    there = urljoin(url, target)
    scheme = urlsplit(there).scheme
    if scheme not in {"http", "https"}:
        message = f"{_host(url)} sends us to {there}, which is no address of the web"
        raise NetworkError(message, may_pass=False)
    if scheme == "http" and urlsplit(url).scheme == "https":
        message = (
            f"{_host(url)} sends us to {there}, from https to http, where anyone may change it"
        )
        raise NetworkError(message, may_pass=False)
    return there


def _host(url: str) -> str:
    return urlsplit(url).hostname or url


def _explain(error: HTTPError, host: str) -> NetworkError:
    """Say in words what went wrong; the more special kinds before those that they are of."""
    cause = next((each for each in error.args if isinstance(each, Exception)), None)
    if isinstance(cause, BadStatusLine) and not isinstance(cause, RemoteDisconnected):
        return NetworkError(f"{host} does not answer as a web server does", may_pass=True)
    if isinstance(error, SSLError) and not isinstance(cause, ssl.SSLCertVerificationError):
        return NetworkError(f"no safe connection to {host} comes about", may_pass=False)
    for kind, message, may_pass in (
        (SSLError, f"{host} does not prove that it is {host}", False),
        (LocationValueError, f"{host} is no address that names a host", False),
        (NameResolutionError, f"there is no host {host}, or this machine is not online", True),
        (NewConnectionError, f"nothing answers at {host}", True),
        (ConnectTimeoutError, _say_slow(host), True),
        (ReadTimeoutError, _say_slow(host), True),
        (IncompleteRead, _say_broken_off(host), True),
        (ProtocolError, _say_broken_off(host), True),
    ):
        if isinstance(error, kind):
            return NetworkError(message, may_pass=may_pass)
    return NetworkError(f"{host} cannot be asked: {error}", may_pass=True)


def _say_slow(host: str) -> str:
    return f"{host} takes too long to answer"


def _say_broken_off(host: str) -> str:
    return f"{host} broke off in the middle of its answer"


def _say_damaged(host: str) -> str:
    return f"{host} answered with damaged data"
