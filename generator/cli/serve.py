"""`broadsheet serve`: shows the site on this machine, and again after each change."""

import time
from pathlib import Path
from threading import Thread
from urllib.parse import urlsplit

import click

from generator import pipeline
from generator.cli.build import describe
from generator.cli.findings import Format, render_count
from generator.cli.options import engine_option, site_option
from generator.cli.preview.board import Board
from generator.cli.preview.server import PreviewServer, read_edition
from generator.cli.preview.watching import Snapshot, take_snapshot, watch
from generator.cli.report import report
from generator.cli.terminal import Terminal
from generator.diagnostics import Diagnostic
from generator.engine.model import Engine
from generator.settings import Settings, SettingsError, read_environment, read_settings

_PAUSE = 0.3
"""Seconds between two looks at the files."""
_EPILOG = """\
\b
Examples:
  broadsheet serve
  broadsheet serve --port 8001
"""


@click.command("serve", epilog=_EPILOG)
@site_option
@engine_option
@click.option(
    "--port",
    type=click.IntRange(0, 65535),
    default=8000,
    show_default=True,
    help="Where on this machine; 0 takes a free one.",
)
@click.pass_obj
def serve_command(terminal: Terminal, root: Path, engine: Engine, port: int) -> int:
    """Show the site in your browser, and again after each change.

    Open the address that it prints. Pages load anew by themselves when content, templates or
    mkdocs.yml change. While there is an error, the last good site stays, and the findings stand in
    the terminal and on the page. Ctrl-C ends it.
    """
    settings = read_settings(root, read_environment())
    board = Board()
    try:
        server = PreviewServer(site=settings.site, port=port, board=board)
    except OSError as error:
        message = f"port {port} cannot be used ({error.strerror}). Try --port {port + 1}"
        raise click.BadParameter(message, param_hint="--port") from error
    with server:
        session = _Session(terminal, settings, engine, server, board)
        Thread(target=server.serve_forever, daemon=True).start()
        try:
            session.run()
        except KeyboardInterrupt:
            terminal.say("Stopped.")
        finally:
            server.shutdown()
    return 0


class _Session:
    """Builds again and again, and tells the terminal and the open pages what came of it."""

    def __init__(
        self,
        terminal: Terminal,
        settings: Settings,
        engine: Engine,
        server: PreviewServer,
        board: Board,
    ) -> None:
        self._terminal = terminal
        self._settings = settings
        self._engine = engine
        self._server = server
        self._board = board
        self._said = ""

    def run(self) -> None:
        for _ in watch(self._look, lambda: time.sleep(_PAUSE)):
            with self._terminal.steps():
                self._build()
            self._tell_address()

    def _look(self) -> Snapshot:
        settings = self._settings
        watched = {settings.content, settings.templates, *settings.config_files, *settings.hooks}
        if settings.theme:
            watched.add(settings.theme)
        return take_snapshot(sorted(watched))

    def _build(self) -> None:
        try:
            self._settings = read_settings(self._settings.root, read_environment())
            self._server.base = urlsplit(self._settings.url).path or "/"
            publication = pipeline.build(
                self._settings,
                self._engine,
                on_step=self._terminal.show_step,
                on_wait=lambda: self._terminal.show_step("Waiting for another build of this site"),
            )
        except (SettingsError, OSError) as error:
            self._terminal.say(str(error))
            self._post(str(error), ())
            return
        verdict = describe(publication, has_site=self._settings.site.exists())
        report(
            self._terminal,
            publication.diagnostics,
            form=Format.TEXT,
            facts={},
            verdict=verdict,
            root=self._settings.root,
        )
        if publication.published:
            self._post("", ())
        else:
            counted = render_count(publication.diagnostics)
            self._post(f"{counted}. {verdict}", publication.diagnostics)

    def _post(self, verdict: str, findings: tuple[Diagnostic, ...]) -> None:
        edition = read_edition(self._settings.site)
        self._board.post(edition=edition, verdict=verdict, findings=findings)

    def _tell_address(self) -> None:
        if self._said != self._server.address:
            self._said = self._server.address
            self._terminal.say(f"See it at {self._said} (Ctrl-C ends this).")
