"""A terminal at which someone has typed, for commands that act otherwise there."""

import os
import pty
import subprocess
from pathlib import Path

from tests.cli.conftest import command, environment


def run_at_terminal(
    site: Path, *arguments: str, typed: str = "", **changes: str
) -> tuple[int, str]:
    """Run a command in a site's folder; give its exit code and all that came on the screen."""
    ours, theirs = pty.openpty()
    os.write(ours, typed.encode())
    process = subprocess.Popen(
        command(*arguments),
        cwd=site,
        env=environment(**({"TERM": "xterm"} | changes)),
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
    )
    os.close(theirs)
    said = b""
    while True:
        try:
            piece = os.read(ours, 4096)
        except OSError:  # the other end is closed: that is how a terminal ends on Linux
            break
        if not piece:
            break
        said += piece
    os.close(ours)
    return process.wait(), said.decode()
