"""What is arXiv's own among the answers: a query, feeds of several pages, days that come late."""

from datetime import date
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest

from generator.cli import run
from generator.desk.deliveries.pages import AtomFeeds
from tests.desk.deliveries.conftest import Fetch
from tests.desk.deliveries.forms import FORMS, make_feed
from tests.network.clock import Clock
from tests.network.serving import Asked, Reply

DAY = date(2031, 5, 1)
GOOD = make_feed(DAY, 3)
ARXIV = FORMS["arxiv"]


def test_a_day_of_a_query_is_asked_for(fetch: Fetch, site: Path) -> None:
    done = fetch(lambda _asked: Reply(body=GOOD), day=DAY, form=ARXIV)
    asked = parse_qs(urlsplit(done.server.asked[0].path).query)
    assert asked["search_query"] == ["(cat:cs.RO) AND submittedDate:[203105010000 TO 203105012359]"]
    assert "3 papers, content/digests/2031/2031-05-01-2.xml" in done.out
    assert (site / "content/digests/2031/2031-05-01-2.xml").read_bytes() == GOOD


def test_a_feed_that_counts_papers_and_shows_none_is_asked_for_again(
    fetch: Fetch, clock: Clock
) -> None:
    def script(asked: Asked) -> Reply:
        return Reply(body=GOOD if asked.number > 1 else make_feed(DAY, 0, total=3))

    done = fetch(script, day=DAY, form=ARXIV)
    assert (done.code, len(done.server.asked), clock.waits) == (0, 2, [2.0])


def test_arxiv_wants_a_query(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["fetch", "arxiv", "--site", str(site)]) == 2
    assert "Say which, with --query." in capsys.readouterr().err


def test_pages_become_one_feed() -> None:
    form = AtomFeeds()
    joined = form.join((make_feed(DAY, [1, 2]), make_feed(DAY, [3, 4]), make_feed(DAY, 0)))
    assert form.is_whole(joined)
    assert form.count(joined) == 4
    assert joined.count(b"</feed>") == 1
