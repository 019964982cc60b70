"""A digest from the web: one request, in clear words where it fails.

Only http and https, and only an answer that is whole, asked for as everything is that comes from
other machines (`generator.network`).
"""

import re
from urllib.parse import quote, urlsplit, urlunsplit

from generator.desk.arrivals.parcels import Parcel
from generator.desk.refusal import Refusal
from generator.network import Answer, Exchange, NetworkError, Request

_SCHEMES = ("http", "https")
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*://")
_CODINGS = frozenset({"", "identity", "gzip", "x-gzip", "deflate"})


def is_address(source: str) -> bool:
    """Whether a source is an address, good or bad, and no file; one of Windows is none."""
    return bool(_SCHEME.match(source))


def download(address: str, exchange: Exchange) -> Parcel:
    """Fetch what stands at an address. Raises Refusal, which says why, where that fails."""
    url = _check(address)
    try:
        answer = exchange.get(Request(url=url))
    except NetworkError as error:
        raise Refusal(_explain_failure(error)) from None
    if answer.status != 200:
        raise Refusal(_explain_status(answer, address, urlsplit(url).hostname or ""))
    coding = answer.headers.get("content-encoding", "")
    if coding.strip().lower() not in _CODINGS:
        message = (
            f"{address} answers in the coding “{coding}”, for which it was not asked. "
            "Save it with a browser, and add the file."
        )
        raise Refusal(message)
    last = urlsplit(answer.url)
    name = urlsplit(url).path.rpartition("/")[2] or last.path.rpartition("/")[2]
    return Parcel(data=answer.body, label=address, name=name, dated=f"{name}?{urlsplit(url).query}")


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


def _explain_status(answer: Answer, address: str, host: str) -> str:
    code = answer.status
    if code in {404, 410}:
        return f"There is nothing at {address} ({code}). Look at the address in a browser."
    if code in {401, 403, 407}:
        what = f"{host} does not let us have {address} ({code})."
        return f"{what} Save it with a browser, and add the file."
    if code == 429:
        wait = answer.headers.get("retry-after", "")
        when = f"in {wait} seconds" if wait.isdigit() else "in some minutes"
        return f"{host} has had too many requests ({code}). Try again {when}."
    if code < 400:
        return f"{host} sends us on, to no end or to what is no page ({code}). Look at the address."
    if code >= 500:
        return f"{host} cannot answer now ({code}). Try again later."
    return f"{host} answered {code} instead of {address}."


def _explain_failure(error: NetworkError) -> str:
    said = str(error)
    what = "Try again later." if error.may_pass else "Look at the address in a browser."
    return f"{said[:1].upper()}{said[1:]}. Nothing was kept. {what}"
