"""What is said to a person at a terminal, and nothing of it to a pipe or a CI service."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TextIO

import click

from generator.settings import Environment

_ERASE = "\r\x1b[2K"


class Terminal:
    """Colours and a line that says what is at work; both only where someone is watching."""

    def __init__(self, environment: Environment) -> None:
        lively = not environment.dumb and not environment.ci
        self.colour = environment.colour and not environment.dumb and _is_terminal(sys.stdout)
        self.can_ask = not environment.ci and _is_terminal(sys.stdin) and _is_terminal(sys.stdout)
        self._lively = lively and _is_terminal(sys.stderr)
        self._status = ""

    def show_step(self, step: str) -> None:
        """Say what is at work now, in place of what was."""
        self._status = step
        self._draw()

    def say(self, text: str, *, error: bool = False) -> None:
        """Print whole lines, and keep the line that says what is at work beneath them."""
        if not text:
            return
        self._erase()
        click.echo(text, err=error, color=True, nl=not text.endswith("\n"))
        self._draw()

    def end_line(self) -> None:
        """Go on in a new line, after the `^C` that a terminal shows."""
        if _is_terminal(sys.stderr):
            click.echo(err=True)

    @contextmanager
    def pause(self) -> Iterator[None]:
        """Take the line away that says what is at work, while a person is asked."""
        self._erase()
        self._status = ""
        yield

    @contextmanager
    def steps(self) -> Iterator[None]:
        """Leave no line behind."""
        try:
            yield
        finally:
            self._erase()
            self._status = ""

    def _draw(self) -> None:
        if self._lively and self._status:
            click.echo(f"{_ERASE}{self._status} …", err=True, nl=False, color=True)

    def _erase(self) -> None:
        if self._lively and self._status:
            click.echo(_ERASE, err=True, nl=False, color=True)


def _is_terminal(stream: TextIO | None) -> bool:
    return stream is not None and not stream.closed and stream.isatty()
