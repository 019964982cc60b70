"""A site, time that passes only when someone waits, and the command on both."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest

from generator.cli import run
from tests.desk.deliveries.forms import FORMS, Form
from tests.desk.deliveries.lists import make_site
from tests.network.clock import Clock
from tests.network.serving import Script, Server, serve

BASE = "BROADSHEET_HF_URL"


@dataclass(frozen=True, kw_only=True)
class Fetched:
    code: int
    out: str
    err: str
    server: Server


Fetch = Callable[..., Fetched]


@pytest.fixture
def site(tmp_path: Path) -> Path:
    return make_site(tmp_path / "site")


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    clock = Clock()
    monkeypatch.setattr("generator.cli.fetch.make_timing", lambda: clock.timing)
    return clock


@pytest.fixture
def fetch(
    site: Path,
    clock: Clock,  # noqa: ARG001  # no test waits
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> Fetch:
    """Run `broadsheet fetch` against a server that follows a script."""

    def fetch(
        script: Script, *arguments: str, day: date | None = None, form: Form = FORMS["hf"]
    ) -> Fetched:
        with serve(script) as server:
            monkeypatch.setenv(form.base, server.url)
            days = ("--date", day.isoformat()) if day else ()
            code = run(["fetch", *form.arguments, *days, *arguments, "--site", str(site)])
        said = capsys.readouterr()
        return Fetched(code=code, out=said.out, err=said.err, server=server)

    return fetch
