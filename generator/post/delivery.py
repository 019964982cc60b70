"""Giving a message to a mail server, as https://www.rfc-editor.org/rfc/rfc5321 has it.

What a server refuses for now, and a connection that fails, are tried again; what it refuses for
good is not. Once the server has the whole message, only its answer tells whether it was sent, and
without one nothing is tried again.
"""

import re
import smtplib
import socket
import ssl
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from enum import StrEnum

from generator.post.failures import Refused, Unanswered, Unreached

_PAUSES = (2, 8, 30, 60)  # seconds before each further attempt
_TIMEOUT = 30  # seconds for each answer of the server
_TIMEOUT_OF_MESSAGE = 600  # what RFC 5321, 4.5.3.2.6, asks to wait for the last one
_PERMANENT = range(500, 600)
_DOT = re.compile(rb"^\.", re.MULTILINE)  # RFC 5321, 4.5.2: a lone dot would end the message


class Security(StrEnum):
    """How the way to the server is made private; `NONE` for a server on the same machine."""

    STARTTLS = "starttls"
    TLS = "tls"
    NONE = "none"


@dataclass(frozen=True, slots=True, kw_only=True)
class Server:
    """A mail server. `client` is what it is told of who calls, a host's name."""

    host: str
    port: int
    security: Security
    user: str = ""
    password: str = field(default="", repr=False)
    client: str = "localhost"


def deliver(
    message: bytes,
    server: Server,
    *,
    sender: str,
    recipient: str,
    on_retry: Callable[[str, int], None] = lambda _reason, _seconds: None,
    wait: Callable[[float], None],
) -> None:
    """Give a message to a server for one recipient, with patience.

    `on_retry` hears why an attempt failed and in how many seconds the next one comes, which `wait`
    lets pass. Raises Refused or Unreached where the message was not sent, Unanswered where it may
    have been.
    """
    for pause in (*_PAUSES, None):
        try:
            _attempt(message, server, sender, recipient)
        except (smtplib.SMTPException, OSError) as error:
            reason = _explain(error, server)
            if _is_permanent(error):
                raise Refused(reason) from error
            if pause is None:
                raise Unreached(reason) from error
            on_retry(reason, pause)
            wait(pause)
        else:
            return


def _attempt(message: bytes, server: Server, sender: str, recipient: str) -> None:
    connection = _connect(server)
    try:
        if server.security is Security.STARTTLS:
            connection.ehlo_or_helo_if_needed()
            connection.starttls(context=ssl.create_default_context())
        connection.ehlo_or_helo_if_needed()
        if server.user:
            connection.login(server.user, server.password)
        _expect(connection.mail(sender), 250)
        _expect(connection.rcpt(recipient), 250, 251)
        _expect(connection.docmd("DATA"), 354)
        try:
            _expect(_give(connection, message), 250)
        except smtplib.SMTPResponseException:
            raise
        except (smtplib.SMTPException, OSError) as error:
            raise Unanswered(_explain(error, server)) from error
        with suppress(smtplib.SMTPException, OSError):
            connection.quit()
    finally:
        connection.close()


def _connect(server: Server) -> smtplib.SMTP:
    if server.security is Security.TLS:
        context = ssl.create_default_context()
        return smtplib.SMTP_SSL(
            server.host, server.port, server.client, timeout=_TIMEOUT, context=context
        )
    return smtplib.SMTP(server.host, server.port, server.client, timeout=_TIMEOUT)


def _give(connection: smtplib.SMTP, message: bytes) -> tuple[int, bytes]:
    """Send the message itself, and give the server's answer to it.

    By hand, since `smtplib` does not tell where in it a connection was lost.
    """
    end = b"" if message.endswith(b"\r\n") else b"\r\n"
    connection.send(_DOT.sub(b"..", message) + end + b".\r\n")
    if connection.sock:
        connection.sock.settimeout(_TIMEOUT_OF_MESSAGE)
    answer = connection.getreply()
    if connection.sock:
        connection.sock.settimeout(_TIMEOUT)
    return answer


def _expect(answer: tuple[int, bytes], *codes: int) -> None:
    code, said = answer
    if code not in codes:
        raise smtplib.SMTPResponseException(code, said)


def _is_permanent(error: Exception) -> bool:
    if isinstance(error, smtplib.SMTPResponseException):
        return error.smtp_code in _PERMANENT
    if isinstance(error, smtplib.SMTPException):
        return not isinstance(error, smtplib.SMTPServerDisconnected)
    if isinstance(error, ssl.SSLError):
        return not isinstance(error, ssl.SSLEOFError | ssl.SSLZeroReturnError)
    return isinstance(error, socket.gaierror) and error.errno != socket.EAI_AGAIN


def _explain(error: Exception, server: Server) -> str:
    """Say what went wrong, on one line and without the password, whoever repeats it."""
    where = f"{server.host}:{server.port}"
    if isinstance(error, smtplib.SMTPAuthenticationError):
        return f"{where} does not accept the user and the password (it answered {error.smtp_code})"
    if isinstance(error, smtplib.SMTPResponseException):
        said = error.smtp_error
        words = said.decode("utf-8", "replace") if isinstance(said, bytes) else str(said)
        reason = f"{where} answered {error.smtp_code}: {words}"
    elif isinstance(error, ssl.SSLCertVerificationError):
        reason = f"the certificate of {where} is not to be trusted: {error.verify_message}"
    elif isinstance(error, TimeoutError):
        reason = f"{where} did not answer in {_TIMEOUT} seconds"
    else:
        reason = f"{where}: {getattr(error, 'strerror', None) or error}"
    reason = " ".join(reason.split())
    return reason.replace(server.password, "***") if server.password else reason
