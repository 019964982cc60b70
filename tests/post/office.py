"""A real mail server on loopback, which does as a test tells it."""

import asyncio
import ssl
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from aiosmtpd.smtp import SMTP, AuthResult, LoginPassword

USER, PASSWORD = "ada", "open-sesame-7"
CLOSE = "close"
"""An answer that is none: the server hangs up."""
HANG = "hang"
"""The server says nothing more."""


@dataclass(kw_only=True)
class Office:
    """What a server was given, and what it is to answer: a list for each command, used up once."""

    answers: dict[str, list[str]] = field(default_factory=dict)
    taken: list[bytes] = field(default_factory=list)
    """The messages that it had, whole, whatever it answered."""
    recipients: list[str] = field(default_factory=list)
    calls: int = 0
    port: int = 0
    has_message: threading.Event = field(default_factory=threading.Event)

    async def handle_EHLO(  # noqa: N802
        self, server: Any, session: Any, _envelope: Any, hostname: str, responses: list[str]
    ) -> list[str]:
        self.calls += 1
        session.host_name = hostname
        await self._answer("EHLO", server, "")
        return responses

    async def handle_RCPT(  # noqa: N802
        self, server: Any, _session: Any, envelope: Any, address: str, _options: Any
    ) -> str:
        answer = await self._answer("RCPT", server, "250 Fine")
        if answer.startswith("250"):
            envelope.rcpt_tos.append(address)
            self.recipients.append(address)
        return answer

    async def handle_DATA(  # noqa: N802
        self, server: Any, _session: Any, envelope: Any
    ) -> str:
        self.taken.append(envelope.content)
        self.has_message.set()
        return await self._answer("DATA", server, "250 Taken")

    async def _answer(self, command: str, server: Any, otherwise: str) -> str:
        answer = next(iter(self.answers.get(command, [])), otherwise)
        if self.answers.get(command):
            self.answers[command].pop(0)
        if answer == CLOSE:
            server.transport.abort()
        if answer in (CLOSE, HANG):
            await asyncio.Event().wait()
        return answer


@contextmanager
def open_office(
    office: Office,
    *,
    tls: ssl.SSLContext | None = None,
    starttls: ssl.SSLContext | None = None,
    login: bool = False,
) -> Iterator[Office]:
    """Run a server for the block, at a port of the system's choice."""
    ready = threading.Event()
    loops: list[asyncio.AbstractEventLoop] = []
    closing: list[asyncio.Event] = []
    lines: list[SMTP] = []

    def pick_up() -> SMTP:
        line = SMTP(
            office,
            loop=loops[0],
            hostname="office.example",
            tls_context=starttls,
            require_starttls=starttls is not None,
            authenticator=_authenticate if login else None,
            auth_required=login,
            auth_require_tls=starttls is not None,
        )
        lines.append(line)
        return line

    async def run() -> None:
        loops.append(asyncio.get_running_loop())
        closing.append(asyncio.Event())
        server = await loops[0].create_server(pick_up, "127.0.0.1", 0, ssl=tls)
        office.port = server.sockets[0].getsockname()[1]
        ready.set()
        await closing[0].wait()
        server.close()
        for line in lines:
            if line.transport:
                line.transport.abort()
        await asyncio.sleep(0)

    thread = threading.Thread(target=asyncio.run, args=(run(),))
    thread.start()
    assert ready.wait(30)
    try:
        yield office
    finally:
        loops[0].call_soon_threadsafe(closing[0].set)
        thread.join(30)


def _authenticate(
    _server: Any, _session: Any, _envelope: Any, _mechanism: str, data: LoginPassword
) -> AuthResult:
    good = (data.login, data.password) == (USER.encode(), PASSWORD.encode())
    return AuthResult(success=good, handled=False)
