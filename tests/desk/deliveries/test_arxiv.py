"""arXiv's answers: a query's papers of a day, in the form of its API."""

from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest

from generator.cli import run
from generator.desk.deliveries.pages import AtomFeeds
from tests.network.clock import Clock
from tests.network.serving import Asked, Reply, serve

FEED = """<?xml version='1.0' encoding='UTF-8'?>
<feed xmlns:opensearch="http://a9.com/-/spec/opensearch/1.1/" xmlns="http://www.w3.org/2005/Atom">
  <id>https://arxiv.org/api/knots</id>
  <opensearch:totalResults>{total}</opensearch:totalResults>
  <opensearch:startIndex>0</opensearch:startIndex>
{entries}</feed>
"""
ENTRY = """  <entry>
    <id>http://arxiv.org/abs/{id}v1</id>
    <title>{title}</title>
    <summary>A robot that ties knots must know its rope.</summary>
    <published>2031-05-02T10:00:00Z</published>
    <author><name>Ada Knot</name></author>
  </entry>
"""
ERROR = """  <entry>
    <id>https://arxiv.org/api/errors#bad</id>
    <title>Error</title>
    <summary>malformed query</summary>
  </entry>
"""


def make_feed(numbers: range, *, total: int | None = None) -> bytes:
    entries = "".join(ENTRY.format(id=f"3105.{n:05}", title=f"Knots, Part {n}") for n in numbers)
    return FEED.format(entries=entries, total=len(numbers) if total is None else total).encode()


GOOD = make_feed(range(1, 4))


@pytest.mark.parametrize(
    ("replies", "code", "tries", "said"),
    [
        ([Reply(body=GOOD)], 0, 1, "3 papers, content/digests/2031/2031-05-02.xml"),
        ([Reply(body=make_feed(range(0), total=3)), Reply(body=GOOD)], 0, 2, "3 papers"),
        ([Reply(status=406), Reply(body=GOOD)], 0, 2, "3 papers"),
        ([Reply(body=GOOD[:-20]), Reply(body=GOOD)], 0, 2, "3 papers"),
        ([Reply(body=make_feed(range(0)))], 0, 1, "no paper was listed"),
        ([Reply(body=FEED.format(entries=ERROR, total=1).encode())], 1, 1, "no papers that can"),
        ([Reply(body=b"<!doctype html><html></html>")], 1, 5, "a web page instead of data"),
        ([Reply(status=400)], 1, 1, "answered 400"),
    ],
)
def test_an_answer_of_arxiv(
    replies: list[Reply],
    code: int,
    tries: int,
    said: str,
    site: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    (site / "content/digests/2031/2031-05-02.json").unlink()
    clock = Clock()
    monkeypatch.setattr("generator.cli.fetch.make_timing", lambda: clock.timing)

    def script(asked: Asked) -> Reply:
        return replies[min(asked.number, len(replies)) - 1]

    with serve(script) as server:
        monkeypatch.setenv("BROADSHEET_ARXIV_URL", server.url)
        command = ["fetch", "arxiv", "--date", "2031-05-02", "--query", "cat:cs.CL"]
        assert run([*command, "--site", str(site)]) == code
        asked = parse_qs(urlsplit(server.asked[0].path).query)
        assert len(server.asked) == tries
    spoken = capsys.readouterr()
    assert said in spoken.out + spoken.err
    assert asked["search_query"] == ["(cat:cs.CL) AND submittedDate:[203105020000 TO 203105022359]"]
    file = site / "content/digests/2031/2031-05-02.xml"
    assert file.exists() == ("3 papers" in said)
    if file.exists():
        assert file.read_bytes() == GOOD


def test_arxiv_wants_a_query(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["fetch", "arxiv", "--site", str(site)]) == 2
    assert "Say which, with --query." in capsys.readouterr().err


def test_pages_become_one_feed() -> None:
    form = AtomFeeds()
    joined = form.join((make_feed(range(1, 3)), make_feed(range(3, 5)), make_feed(range(0))))
    assert form.is_whole(joined)
    assert form.count(joined) == 4
    assert joined.count(b"</feed>") == 1
