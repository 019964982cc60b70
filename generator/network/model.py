"""What is asked of a server, and what comes of it."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """What one answer may take: seconds without a byte, seconds and bytes in all, redirects."""

    silence: float = 30.0
    whole: float = 120.0
    most: int = 32 * 2**20
    redirects: int = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """An address, what form of answer is wanted, and what is known of an earlier answer."""

    url: str
    accept: str = "*/*"
    etag: str = ""
    last_modified: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What a server said: its status, all of its bytes, and its headers, in lower case."""

    url: str
    """Where the answer came from, redirects followed."""
    status: int
    body: bytes
    headers: Mapping[str, str] = field(default_factory=dict)

    @property
    def is_unchanged(self) -> bool:
        """The server says that what it said before still holds."""
        return self.status == 304


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """An answer that can be used, and how often it was asked for."""

    answer: Answer
    tries: int


class NetworkError(Exception):
    """No answer came, or not all of it. The text says so to a person.

    `may_pass`: asking again may help.
    """

    def __init__(self, message: str, *, may_pass: bool) -> None:
        super().__init__(message)
        self.may_pass = may_pass


class GivenUp(Exception):  # noqa: N818  # it is not an error to have no more patience
    """No answer that can be used came, however often it was asked for. The text says why.

    `is_down`: the server answers nobody, or not us, so that other questions are as pointless.
    `status` is that of the last answer, 0 where none came.
    """

    def __init__(self, message: str, *, tries: int, is_down: bool, status: int = 0) -> None:
        super().__init__(message)
        self.tries = tries
        self.is_down = is_down
        self.status = status
