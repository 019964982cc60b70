"""Programs that a build starts: the engine and the indexer, in surroundings that never differ."""

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO

_NEUTRAL = {
    "LC_ALL": "C.UTF-8",
    "PYTHONHASHSEED": "0",
    "PYTHONUTF8": "1",
    "TZ": "UTC",
}
_AT_ONCE = 65536  # bytes: what a pipe holds


@dataclass(frozen=True, slots=True, kw_only=True)
class Ending:
    """How a program ended. `code` is negative where a signal ended it; `output` is all it said."""

    code: int
    output: str


def run_module(
    module: str,
    *arguments: str,
    folder: Path,
    environment: Iterable[tuple[str, str]],
    lock: int | None,
) -> Ending:
    """Run `python -m module` in `folder` and wait for it.

    It inherits the build's lock: should the build be killed, the lock lasts until this program has
    ended too, and the next build does not meet it at work.
    """
    done = subprocess.run(  # noqa: S603  # a module of ours, and arguments that we wrote
        (sys.executable, "-m", module, *arguments),
        cwd=folder,
        env=dict(environment) | _NEUTRAL,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        pass_fds=() if lock is None else (lock,),
        check=False,
    )
    return Ending(code=done.returncode, output=done.stdout.decode("utf-8", "replace"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Conversation:
    """A program that answers what it is asked. See `start_module`."""

    process: subprocess.Popen[bytes]
    complaints: IO[bytes]

    def ask(self, sent: bytes, *, until: bytes) -> bytes:
        """Send `sent` and wait for all of the answer, which ends in `until`.

        Where the program has ended, the answer is what it still said, cut short.
        """
        if self.process.stdin is None or self.process.stdout is None:
            raise ValueError("a conversation needs both pipes")
        answer = bytearray()
        try:
            self.process.stdin.write(sent)
            self.process.stdin.flush()
        except BrokenPipeError:
            return b""
        while not answer.endswith(until):
            if not (some := os.read(self.process.stdout.fileno(), _AT_ONCE)):
                break
            answer += some
        return bytes(answer)

    def last_words(self) -> str:
        """Give the end of what the program complained of, on one line; it has ended then."""
        self.process.wait()
        self.complaints.seek(0)
        return " ".join(self.complaints.read().decode("utf-8", "replace").split()[-60:])


@contextmanager
def start_module(
    module: str,
    *arguments: str,
    folder: Path,
    environment: Iterable[tuple[str, str]],
    lock: int | None,
) -> Iterator[Conversation]:
    """Start `python -m module` in `folder`, to be asked; the block's end closes its input.

    It inherits the build's lock, as with `run_module`.
    """
    with (
        tempfile.TemporaryFile() as complaints,
        subprocess.Popen(  # noqa: S603  # a module of ours, and arguments that we wrote
            (sys.executable, "-m", module, *arguments),
            cwd=folder,
            env=dict(environment) | _NEUTRAL,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=complaints,
            pass_fds=() if lock is None else (lock,),
        ) as process,
    ):
        yield Conversation(process=process, complaints=complaints)
