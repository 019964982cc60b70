"""Asking politely: waits, tries, limits, and what is said of a server that gives no answer."""

import gzip
from collections.abc import Sequence

import pytest

from generator.network import (
    Client,
    Exchange,
    GivenUp,
    Limits,
    NetworkError,
    Patience,
    Request,
    Result,
)
from tests.network.clock import Clock
from tests.network.serving import Asked, Reply, Server, serve

GOOD = Reply(body=b"[1, 2]")


def script(*replies: Reply):
    """Give one reply after the other, and the last one for ever."""
    return lambda asked: replies[min(asked.number, len(replies)) - 1]


def ask(
    replies: Sequence[Reply],
    *,
    clock: Clock | None = None,
    limits: Limits | None = None,
    path: str = "/list",
    pace: float = 0.0,
) -> tuple[Result, Server]:
    clock = clock or Clock()
    with serve(script(*replies)) as server, Exchange("Test/1", limits=limits) as exchange:
        client = Client(exchange, pace=pace, timing=clock.timing)
        return client.get(Request(url=server.url + path)), server


def test_an_answer_comes_whole_with_its_headers() -> None:
    result, server = ask([Reply(body=b"x" * 300_000, headers={"ETag": '"a"'})])
    assert result.answer.body == b"x" * 300_000
    assert (result.tries, result.answer.status, result.answer.headers["etag"]) == (1, 200, '"a"')
    assert server.asked[0].headers["user-agent"] == "Test/1"
    assert server.asked[0].headers["accept"] == "*/*"
    assert "cookie" not in server.asked[0].headers


def test_compression_is_undone() -> None:
    packed = Reply(body=gzip.compress(b"[1]" * 1000), headers={"Content-Encoding": "gzip"})
    assert ask([packed])[0].answer.body == b"[1]" * 1000


def test_nothing_of_an_answer_is_kept_for_the_next_one() -> None:
    cookie = Reply(headers={"Set-Cookie": "who=me"}, body=b"1")
    with serve(script(cookie)) as server, Exchange("Test/1") as exchange:
        for _ in range(2):
            exchange.get(Request(url=server.url))
        assert "cookie" not in server.asked[1].headers


def test_waits_grow_twice_each_time_and_have_an_end() -> None:
    patience = Patience(tries=9, first=2, most=60)
    assert [patience.wait_after(n, 0.0) for n in range(1, 8)] == [2, 4, 8, 16, 32, 60, 60]
    assert [patience.wait_after(n, 0.5) for n in (1, 7)] == [1.5, 45]


@pytest.mark.parametrize("status", [406, 408, 425, 429, 500, 502, 503, 504])
def test_what_may_pass_is_asked_for_again(status: int) -> None:
    clock = Clock()
    result, _ = ask([Reply(status=status), Reply(status=status), GOOD], clock=clock)
    assert (result.tries, clock.waits) == (3, [2, 4])


@pytest.mark.parametrize("status", [400, 401, 403, 404, 410, 451, 501])
def test_what_will_not_pass_is_not(status: int) -> None:
    clock = Clock()
    with pytest.raises(GivenUp, match=rf"\b{status}\b") as end:
        ask([Reply(status=status)], clock=clock)
    assert (end.value.tries, end.value.is_down, clock.waits) == (1, False, [])


def test_patience_ends() -> None:
    clock = Clock()
    with pytest.raises(GivenUp, match=r"cannot answer now \(503\)|no more questions") as end:
        ask([Reply(status=503)], clock=clock)
    assert (end.value.tries, end.value.is_down, clock.waits) == (5, True, [2, 4, 8, 16])


@pytest.mark.parametrize(
    ("headers", "waits"),
    [
        ({"Retry-After": "77"}, [77]),
        ({"Retry-After": "Wed, 07 May 2031 12:01:30 GMT"}, [90]),
        ({"Retry-After": "Wed, 07 May 2031 11:00:00 GMT"}, [2]),
        ({"Retry-After": "0"}, [2]),
        ({"Retry-After": "soon"}, [2]),
        ({"Retry-After": "-5"}, [2]),
        ({"Retry-After": "Fri, 99 Foo 2031 99:99:99"}, [2]),
        ({"RateLimit": '"api";r=0;t=55'}, [55]),
    ],
)
def test_a_server_says_how_long_to_wait(headers: dict[str, str], waits: list[float]) -> None:
    clock = Clock()
    result, _ = ask([Reply(status=429, headers=headers), GOOD], clock=clock)
    assert (result.tries, clock.waits) == (2, waits)


def test_a_date_counts_by_the_clock_of_the_server() -> None:
    """Ours may be wrong: here by an hour."""
    late = {"Retry-After": "Wed, 07 May 2031 13:00:30 GMT", "Date": "Wed, 07 May 2031 13:00:00 GMT"}
    clock = Clock()
    ask([Reply(status=503, headers=late), GOOD], clock=clock)
    assert clock.waits == [30]


def test_a_server_that_wants_to_be_left_alone_for_long_is_left_alone() -> None:
    clock = Clock()
    with pytest.raises(GivenUp, match="come back in 60 minutes") as end:
        ask([Reply(status=429, headers={"Retry-After": "3600"})], clock=clock)
    assert (end.value.tries, clock.waits) == (1, [])


@pytest.mark.parametrize(
    "broken",
    [
        Reply(body=b"[1, 2]", cut=3),
        Reply(body=b"[1, 2]", length=99),
        Reply(body=b"[1, 2]", chunked=True, cut=0),
        Reply(body=b"no gzip", headers={"Content-Encoding": "gzip"}),
    ],
    ids=["cut", "too short", "chunks without an end", "no gzip"],
)
def test_half_an_answer_is_none(broken: Reply) -> None:
    result, _ = ask([broken, GOOD])
    assert (result.tries, result.answer.body) == (2, GOOD.body)


def test_a_server_that_says_nothing_is_not_waited_for() -> None:
    with pytest.raises(GivenUp, match="takes too long") as end:
        ask([Reply(silent=True)], limits=Limits(silence=0.05))
    assert (end.value.tries, end.value.is_down) == (5, True)


def test_an_answer_that_never_ends_is_cut_off() -> None:
    with serve(script(GOOD)) as server:
        seconds = iter([0.0, 999.0])
        with (
            Exchange("Test/1", monotonic=lambda: next(seconds)) as exchange,
            pytest.raises(NetworkError, match="takes too long"),
        ):
            exchange.get(Request(url=server.url))


def test_an_answer_has_a_largest_size() -> None:
    packed = Reply(body=gzip.compress(bytes(5000)), headers={"Content-Encoding": "gzip"})
    for reply in (Reply(body=bytes(5000)), packed):
        with pytest.raises(GivenUp, match="more than"):
            ask([reply], limits=Limits(most=4000))


def test_nobody_is_there() -> None:
    with serve(script(GOOD)) as server:
        gone = server.url
    clock = Clock()
    with Exchange("Test/1") as exchange, pytest.raises(GivenUp, match="nothing answers") as end:
        Client(exchange, pace=0, timing=clock.timing).get(Request(url=gone))
    assert (end.value.tries, end.value.is_down) == (5, True)


def test_redirects_are_followed_a_few_times() -> None:
    def lead(asked: Asked) -> Reply:
        if asked.path == "/list":
            return Reply(status=302, headers={"Location": "/there?x=1"})
        return Reply(body=asked.path.encode())

    with serve(lead) as server, Exchange("Test/1") as exchange:
        answer = exchange.get(Request(url=f"{server.url}/list"))
        assert answer.body == b"/there?x=1"
        assert answer.url == f"{server.url}/there?x=1"


@pytest.mark.parametrize(
    ("target", "why"), [("/list", "on and on"), ("file:///etc/passwd", "no address of the web")]
)
def test_redirects_lead_to_the_web_and_to_an_end(target: str, why: str) -> None:
    with pytest.raises(GivenUp, match=why) as end:
        ask([Reply(status=301, headers={"Location": target})])
    assert end.value.tries == 1


def test_an_earlier_answer_may_still_hold() -> None:
    with serve(script(Reply(status=304))) as server, Exchange("Test/1") as exchange:
        asked = Request(url=server.url, etag='"a"', last_modified="Tue, 06 May 2031 00:00:00 GMT")
        assert exchange.get(asked).is_unchanged
        assert server.asked[0].headers["if-none-match"] == '"a"'
        assert server.asked[0].headers["if-modified-since"] == "Tue, 06 May 2031 00:00:00 GMT"


def test_other_machines_are_asked_with_a_pause_and_this_one_without(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    clock = Clock()
    with serve(script(GOOD)) as server, Exchange("Test/1") as exchange:
        client = Client(exchange, pace=3, timing=clock.timing)
        for _ in range(2):
            client.get(Request(url=server.url))
        assert clock.waits == []
        monkeypatch.setattr("generator.network.client.is_on_this_machine", lambda _url: False)
        for _ in range(2):
            client.get(Request(url=server.url))
        assert clock.waits == [3, 3]
