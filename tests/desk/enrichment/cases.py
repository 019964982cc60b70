"""Everything that a provider may answer about a title: the table of the manual."""

import json
from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import StrEnum

from tests.desk.enrichment.library import Held, make_paper, write_feed
from tests.network.serving import Asked, Reply

TITLE = "Knots for Robots"
KNOTS = Held(id="3104.00001", title=TITLE, categories=("cs.RO",), code="https://code.example/knots")
OTHER = Held(id="3104.00002", title="Sails for Boats")


class Outcome(StrEnum):
    FILLED = "filled in"
    NOTHING = "nothing is known"
    ASKED = "a question to a curator"
    FAILED = "**failed**"


def write_arxiv(*papers: Held) -> bytes:
    return write_feed(papers)


def write_hugging_face(*papers: Held) -> bytes:
    return json.dumps([{"paper": make_paper(p), "title": p.title} for p in papers]).encode()


WRITERS: dict[str, Callable[..., bytes]] = {"arxiv": write_arxiv, "hf": write_hugging_face}
Replies = Callable[[Callable[..., bytes]], tuple[Reply, ...]]


@dataclass(frozen=True, kw_only=True)
class Case:
    """An answer in words, and as either provider gives it."""

    answer: str
    replies: Replies
    tries: int = 1
    waits: tuple[float, ...] = ()
    outcome: Outcome
    silence: float | None = None
    said: str = ""
    skips: str = ""
    """The provider that answers otherwise."""

    def script(self, provider: str) -> Callable[[Asked], Reply]:
        replies = self.replies(WRITERS[provider])
        return lambda asked: replies[min(asked.number, len(replies)) - 1]


def _status(code: int, **headers: str) -> Reply:
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return Reply(status=code, headers=named)


def _bad(*replies: Reply) -> Replies:
    return lambda _write: replies


def _then(*replies: Reply) -> Replies:
    return lambda write: (*replies, Reply(body=write(KNOTS)))


def _good(**changes: object) -> Replies:
    return lambda write: (replace(Reply(body=write(KNOTS)), **changes),)  # type: ignore[arg-type]


def _text(old: bytes, new: bytes) -> Replies:
    return lambda write: (Reply(body=write(KNOTS).replace(old, new)),)


PAGE = b"<!DOCTYPE html><html><head><title>Back soon</title></head></html>"
_ERROR = write_feed([KNOTS]).replace(
    b"http://arxiv.org/abs/3104.00001v2", b"https://arxiv.org/api/errors#malformed"
)
_UP = (2.0, 4.0, 8.0, 16.0)
_FILLED, _FAILED = Outcome.FILLED, Outcome.FAILED


def _make(
    answer: str, replies: Replies, tries: int, outcome: Outcome, said: str = "", **more: object
) -> Case:
    waits = more.pop("waits", _UP[: tries - 1])
    return Case(
        answer=answer, replies=replies, tries=tries, waits=waits, outcome=outcome, said=said, **more
    )  # type: ignore[arg-type]


CASES = (
    _make("200, the record", _then(), 1, _FILLED),
    _make("429, then the record", _then(_status(429)), 2, _FILLED),
    _make(
        "429 with `Retry-After: 77`, then the record",
        _then(_status(429, Retry_After="77")),
        2,
        _FILLED,
        waits=(77.0,),
    ),
    _make(
        "429 with `Retry-After: 3600`",
        _bad(_status(429, Retry_After="3600")),
        1,
        _FAILED,
        "come back in 60 minutes",
    ),
    _make("429 for ever", _bad(_status(429)), 5, _FAILED, "wants no more questions"),
    _make("503, then the record", _then(_status(503)), 2, _FILLED),
    _make("503 for ever", _bad(_status(503)), 5, _FAILED, "503"),
    _make("406, then the record", _then(_status(406), _status(406)), 3, _FILLED),
    _make("406 for ever", _bad(_status(406)), 5, _FAILED, "406"),
    _make("400", _bad(_status(400)), 1, _FAILED, "answered 400"),
    _make("404", _bad(_status(404)), 1, _FAILED, "has nothing at"),
    _make(
        "no answer within the time", _bad(Reply(silent=True)), 5, _FAILED, "too long", silence=0.05
    ),
    _make(
        "cut off in the middle, then whole",
        lambda write: (Reply(body=write(KNOTS), cut=200), Reply(body=write(KNOTS))),
        2,
        _FILLED,
    ),
    _make("cut off in the middle, always", _good(cut=200), 5, _FAILED, "broke off"),
    _make("cut off without a length, always", _good(length=-1, cut=200), 5, _FAILED, "cut off or"),
    _make("a length that is too large", _good(length=9999), 5, _FAILED, "broke off"),
    _make("a length that is too small", _good(length=200), 5, _FAILED, "cut off or damaged"),
    _make("a web page instead of data", _bad(Reply(body=PAGE)), 5, _FAILED, "a web page"),
    _make("nothing at all", _bad(Reply(body=b"")), 5, _FAILED, "answered with nothing"),
    _make("redirects without end", _bad(_status(302, Location="/again")), 1, _FAILED, "on and on"),
    _make("200 with an error", _bad(Reply(body=_ERROR)), 1, _FAILED, "has changed", skips="hf"),
    _make(
        "200 with an error",
        _bad(Reply(body=b'{"error": "Internal"}')),
        1,
        _FAILED,
        "has changed",
        skips="arxiv",
    ),
    _make(
        "records under another name",
        _text(b"entry>", b"work>"),
        5,
        _FAILED,
        "cut off or damaged",
        skips="hf",
    ),
    _make(
        "records under another name",
        _text(b'"paper":', b'"work":'),
        1,
        _FAILED,
        "has changed",
        skips="arxiv",
    ),
    _make("records without ids", _text(b"3104.00001", b""), 1, _FAILED, "no arXiv id", waits=()),
    _make(
        "records without abstracts",
        lambda write: (Reply(body=write(replace(KNOTS, abstract=""))),),
        1,
        _FAILED,
        "has changed",
    ),
    _make("an empty list", lambda write: (Reply(body=write()),), 1, Outcome.NOTHING),
    _make("other records alone", lambda write: (Reply(body=write(OTHER)),), 1, Outcome.NOTHING),
    _make(
        "a record whose title is almost equal",
        lambda write: (Reply(body=write(replace(KNOTS, title="Knot for Robots"))),),
        1,
        Outcome.ASKED,
        "almost equal",
    ),
    _make(
        "two records of the title",
        lambda write: (Reply(body=write(KNOTS, replace(KNOTS, id="3104.00009"))),),
        1,
        Outcome.ASKED,
        "2 records bear this title",
    ),
    _make(
        "a record of the title with quite another abstract",
        lambda write: (Reply(body=write(replace(KNOTS, abstract="Sails and wind. " * 30))),),
        1,
        Outcome.ASKED,
        "another abstract",
    ),
)
