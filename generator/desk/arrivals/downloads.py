"""A digest from the web: one request, in clear words where it fails.

Only http and https; a few redirects, each to http or https again; a limit of time for each answer
and for all of it, and a limit of size. It takes an answer only if it is whole.
"""

import http.client
import re
import socket
import ssl
import time
import urllib.error
import urllib.request
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from typing import IO
from urllib.parse import quote, urlsplit, urlunsplit

from generator.desk.arrivals.parcels import MOST_BYTES, OnBytes, Parcel, say_too_large
from generator.desk.refusal import Refusal

_SCHEMES = ("http", "https")
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*://")
_PIECE = 2**16
_HEADERS = {
    "User-Agent": "broadsheet (https://pypi.org/project/broadsheet/)",
    "Accept-Encoding": "identity",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """What a download may take: seconds for each answer and for all of it, bytes, redirects."""

    answer: float = 20.0
    whole: float = 120.0
    most: int = MOST_BYTES
    redirects: int = 5


LIMITS = Limits()


def is_address(source: str) -> bool:
    """Whether a source is an address, good or bad, and no file; one of Windows is none."""
    return bool(_SCHEME.match(source))


def download(
    address: str,
    *,
    on_bytes: OnBytes,
    limits: Limits = LIMITS,
    clock: Callable[[], float] = time.monotonic,
) -> Parcel:
    """Fetch what stands at an address. Raises Refusal, which says why, where that fails."""
    url = _check(address)
    host = urlsplit(url).hostname or ""
    end = clock() + limits.whole
    opener = _make_opener(limits.redirects)
    try:
        request = urllib.request.Request(url, headers=_HEADERS)  # noqa: S310  # checked above
        with opener.open(request, timeout=limits.answer) as answer:
            data = _read(answer, address, on_bytes=on_bytes, limits=limits, clock=clock, end=end)
            last = urlsplit(answer.url)
    except urllib.error.HTTPError as error:
        error.close()
        raise Refusal(_explain_status(error, address, host)) from None
    except urllib.error.URLError as error:
        raise Refusal(_explain_failure(error.reason, address, host)) from None
    except (OSError, http.client.HTTPException) as error:
        raise Refusal(_explain_failure(error, address, host)) from None
    name = urlsplit(url).path.rpartition("/")[2] or last.path.rpartition("/")[2]
    return Parcel(data=data, label=address, name=name, dated=f"{name}?{urlsplit(url).query}")


class _Redirects(urllib.request.HTTPRedirectHandler):
    """Follows a few redirects, to the web only."""

    def __init__(self, most: int) -> None:
        self._left = most

    def redirect_request(
        self,
        req: urllib.request.Request,
        fp: IO[bytes],
        code: int,
        msg: str,
        headers: http.client.HTTPMessage,
        newurl: str,
    ) -> urllib.request.Request | None:
        self._left -= 1
        if self._left < 0:
            message = f"{req.host} sends us on and on. Open the address in a browser, and see."
            raise Refusal(message)
        if urlsplit(newurl).scheme not in _SCHEMES:
            message = f"{req.host} sends us to {newurl}, which is no address of the web."
            raise Refusal(message)
        if req.type == "https" and urlsplit(newurl).scheme == "http":
            message = (
                f"{req.host} sends us to {newurl}, from https to http, where anyone may "
                "change it. If you trust that address, add it itself."
            )
            raise Refusal(message)
        return super().redirect_request(req, fp, code, msg, headers, newurl)


def _make_opener(redirects: int) -> urllib.request.OpenerDirector:
    """Make what opens http and https and nothing else: no files, no other schemes."""
    opener = urllib.request.OpenerDirector()
    for handler in (
        urllib.request.ProxyHandler(),
        urllib.request.HTTPHandler(),
        urllib.request.HTTPSHandler(),
        urllib.request.HTTPDefaultErrorHandler(),
        _Redirects(redirects),
        urllib.request.HTTPErrorProcessor(),
    ):
        opener.add_handler(handler)
    return opener


def _check(address: str) -> str:
    """Give an address as it is sent. Raises Refusal where it is none of the web."""
    try:
        parts = urlsplit(address)
        host, port = parts.hostname, parts.port
    except ValueError:
        raise Refusal(_say_no_address(address)) from None
    if parts.scheme.lower() == "file":
        raise Refusal("Name a file by its path, without file:// before it.")
    if parts.scheme.lower() not in _SCHEMES:
        message = f"Only http:// and https:// are fetched, not {parts.scheme}://."
        raise Refusal(message)
    if not host:
        raise Refusal(_say_no_address(address))
    if parts.username or parts.password:
        raise Refusal("An address with a name or password in it is not fetched.")
    try:
        netloc = host.encode("idna").decode() if not host.isascii() else host
    except UnicodeError:
        raise Refusal(_say_no_address(address)) from None
    netloc = f"[{netloc}]" if ":" in netloc else netloc
    keep = "/:@!$&'()*+,;=~%-._?"
    return urlunsplit(
        (
            parts.scheme.lower(),
            f"{netloc}:{port}" if port else netloc,
            quote(parts.path, safe=keep, errors="surrogateescape") or "/",
            quote(parts.query, safe=keep, errors="surrogateescape"),
            "",
        )
    )


def _say_no_address(address: str) -> str:
    return f"{address} is no address that names a host. Look at its beginning."


def _read(
    answer: http.client.HTTPResponse,
    address: str,
    *,
    on_bytes: OnBytes,
    limits: Limits,
    clock: Callable[[], float],
    end: float,
) -> bytes:
    told = answer.headers.get("Content-Length", "")
    length = int(told) if told.isascii() and told.isdigit() else None
    if length is not None and length > limits.most:
        raise Refusal(say_too_large(address, limits.most))
    pieces: list[bytes] = []
    size = 0
    while piece := answer.read1(_PIECE):
        size += len(piece)
        if size > limits.most:
            raise Refusal(say_too_large(address, limits.most))
        if clock() > end:
            raise TimeoutError
        pieces.append(piece)
        on_bytes(size)
    if length is not None and size < length:
        raise http.client.IncompleteRead(b"", length - size)
    return _undo_coding(
        b"".join(pieces), answer.headers.get("Content-Encoding", ""), address, limits
    )


def _undo_coding(data: bytes, coding: str, address: str, limits: Limits) -> bytes:
    """Undo what a server does to bytes on their way, though it was asked not to."""
    if coding.strip().lower() in {"", "identity"}:
        return data
    if coding.strip().lower() not in {"gzip", "x-gzip", "deflate"}:
        message = (
            f"{address} answers in the coding “{coding}”, for which it was not asked. "
            "Save it with a browser, and add the file."
        )
        raise Refusal(message)
    unpacker = zlib.decompressobj(wbits=zlib.MAX_WBITS | 32)  # gzip or zlib, as it begins
    try:
        plain = unpacker.decompress(data, limits.most + 1)
    except zlib.error:
        message = f"{address} answered with damaged data. Try again."
        raise Refusal(message) from None
    if len(plain) > limits.most:
        raise Refusal(say_too_large(address, limits.most))
    if not unpacker.eof:
        raise http.client.IncompleteRead(b"")
    return plain


def _explain_status(error: urllib.error.HTTPError, address: str, host: str) -> str:
    code = error.code
    if code in {404, 410}:
        return f"There is nothing at {address} ({code}). Look at the address in a browser."
    if code in {401, 403, 407}:
        what = f"{host} does not let us have {address} ({code})."
        return f"{what} Save it with a browser, and add the file."
    if code == 429:
        wait = error.headers.get("Retry-After", "") if error.headers else ""
        when = f"in {wait} seconds" if wait.isdigit() else "in some minutes"
        return f"{host} has had too many requests ({code}). Try again {when}."
    if code < 400:
        return f"{host} sends us on, to no end or to what is no page ({code}). Look at the address."
    if code >= 500:
        return f"{host} cannot answer now ({code}). Try again later."
    return f"{host} answered {code} ({error.reason}) instead of {address}."


def _explain_failure(reason: object, address: str, host: str) -> str:
    if isinstance(reason, ssl.SSLCertVerificationError):
        return (
            f"{host} does not prove that it is {host} ({reason.verify_message}). Nothing was "
            "fetched. Look at the address in a browser."
        )
    if isinstance(reason, ssl.SSLError):
        return f"No safe connection to {host} comes about ({reason.reason or reason})."
    if isinstance(reason, socket.gaierror):
        return f"There is no host {host}, or this machine is not online."
    if isinstance(reason, TimeoutError):
        return f"{host} takes too long to answer. Try again later."
    if isinstance(reason, http.client.IncompleteRead | ConnectionResetError):
        return f"{host} broke off in the middle of its answer. Nothing was kept; try again."
    if isinstance(reason, ConnectionRefusedError):
        return f"Nothing answers at {host}. Look at the address."
    if isinstance(reason, http.client.HTTPException):
        return f"{host} does not answer as a web server does ({type(reason).__name__})."
    said = getattr(reason, "strerror", None) or reason
    return f"{address} cannot be fetched: {said}."
