"""One build at a time: a lock of the operating system, which dies with those who hold it."""

import fcntl
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def hold_build_lock(build: Path, *, on_wait: Callable[[], None]) -> Iterator[int]:
    """Hold the lock of a site's build folder, made if need be; give its file descriptor.

    Where another build holds it, call `on_wait` and wait. The file stays: were it removed, a build
    that waits for it and one that makes it anew would both hold a lock.
    """
    build.mkdir(parents=True, exist_ok=True)
    lock = os.open(build / ".lock", os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o644)
    try:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            on_wait()
            fcntl.flock(lock, fcntl.LOCK_EX)
        yield lock
    finally:
        os.close(lock)
