"""A site whose papers lack things, time that passes only when someone waits, and the command."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from generator.cli import run
from tests.desk.enrichment.world import make_site
from tests.network.clock import Clock
from tests.network.serving import Script, Server, serve


@dataclass(frozen=True, kw_only=True)
class Enriched:
    code: int
    out: str
    err: str
    server: Server

    @property
    def asked(self) -> list[str]:
        return [asked.path for asked in self.server.asked]


Enrich = Callable[..., Enriched]


@pytest.fixture
def site(tmp_path: Path) -> Path:
    return make_site(tmp_path / "site")


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    clock = Clock()
    monkeypatch.setattr("generator.cli.enrich.make_timing", lambda: clock.timing)
    return clock


@pytest.fixture
def enrich(
    clock: Clock,  # noqa: ARG001  # no test waits
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> Enrich:
    """Run `broadsheet enrich` against a server that follows a script."""

    def enrich(script: Script, *arguments: str) -> Enriched:
        with serve(script) as server:
            for name in ("ARXIV", "HF"):
                monkeypatch.setenv(f"BROADSHEET_{name}_URL", server.url)
            code = run(["enrich", *arguments, "--site", str(tmp_path / "site")])
        said = capsys.readouterr()
        return Enriched(code=code, out=said.out, err=said.err, server=server)

    return enrich
