"""Several days in a round: what is asked, what is there afterwards, and what is said."""

import json
from datetime import date
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest

from generator.cli import run
from generator.sources.digests import read_digests
from tests.desk.deliveries.conftest import BASE, Fetch
from tests.desk.deliveries.lists import (
    BEFORE,
    TODAY,
    TUESDAY,
    make_item,
    make_list,
    path_of,
    put,
    read_all,
)
from tests.network.clock import Clock
from tests.network.serving import Asked, Reply, serve


def day_of(asked: Asked) -> date:
    return date.fromisoformat(parse_qs(urlsplit(asked.path).query)["date"][0])


def whole(asked: Asked) -> Reply:
    day = day_of(asked)
    return Reply(body=b"[]" if day.weekday() > 4 else make_list(day))


def test_it_teaches(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["fetch", "--help"]) == 0
    said = capsys.readouterr().out
    assert "Usage: broadsheet fetch [OPTIONS] PROVIDER" in said
    assert "  broadsheet fetch hf " in said
    for option in ("--date", "--since", "--until", "--again", "--accept-smaller", "--site"):
        assert option in said


def test_the_last_days_are_fetched(fetch: Fetch, site: Path) -> None:
    done = fetch(whole)
    assert done.code == 0, done.out + done.err
    asked = [day_of(each) for each in done.server.asked]
    # Monday is the newest that was there: it may not have been over when it was fetched.
    assert asked == [date(2031, 5, n) for n in (3, 4, 5, 6, 7)]
    assert [path_of(site, day).exists() for day in asked] == [False, False, True, True, True]
    assert done.out.splitlines() == [
        "2031-05-03 Sat  no paper was listed",
        "2031-05-04 Sun  no paper was listed",
        "2031-05-05 Mon  10 papers, nothing new",
        "2031-05-06 Tue  10 papers, content/digests/2031/2031-05-06.json",
        "2031-05-07 Wed  10 papers, content/digests/2031/2031-05-07.json",
        "5 days asked for, 2 written. 2 days there already (--again asks anew).",
    ]
    assert done.err == ""
    _, findings = read_digests(site / "content/digests", root=site)
    assert findings == ()


def test_the_server_hears_who_asks(fetch: Fetch) -> None:
    done = fetch(whole, day=TUESDAY)
    (asked,) = done.server.asked
    assert asked.path == "/api/daily_papers?date=2031-05-06&limit=100"
    agent = asked.headers["user-agent"]
    assert agent.startswith("Broadsheet/")
    assert agent.endswith(" (+https://knots.example/papers/)")
    assert asked.headers["accept"].startswith("application/json")


@pytest.mark.usefixtures("clock")
def test_a_second_round_asks_for_news_alone_and_changes_nothing(
    site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def script(asked: Asked) -> Reply:
        if asked.headers.get("if-none-match") == f'"{day_of(asked)}"':
            return Reply(status=304)
        return Reply(body=make_list(day_of(asked)), headers={"ETag": f'"{day_of(asked)}"'})

    def see() -> dict[str, tuple[bytes, int]]:
        folder = site / "content/digests"
        return {
            name: (data, (folder / name).stat().st_mtime_ns)
            for name, data in read_all(site).items()
        }

    with serve(script) as server:
        monkeypatch.setenv(BASE, server.url)
        command = ["fetch", "hf", "--since", "2031-05-05", "--site", str(site)]
        assert run(command) == 0
        files = see()
        server.asked.clear()
        assert run(command) == 0
        assert [asked.headers.get("if-none-match") for asked in server.asked] == [
            f'"{day}"' for day in (BEFORE[-1], TUESDAY, TODAY)
        ]
        assert see() == files
        # A file that someone has changed is no longer what the server means.
        put(site, TUESDAY, make_list(TUESDAY, 9))
        server.asked.clear()
        assert run(["fetch", "hf", "--date", "2031-05-06", "--site", str(site)]) == 0
        assert "if-none-match" not in server.asked[0].headers
        assert path_of(site, TUESDAY).read_bytes() == make_list(TUESDAY)


def test_marks_that_are_lost_or_damaged_do_no_harm(fetch: Fetch, site: Path) -> None:
    (site / "build").mkdir()
    for marks in (b"{", b"[1]", b'{"x": 3}'):
        (site / "build/fetched.json").write_bytes(marks)
        assert fetch(whole, "--again", day=TUESDAY).code == 0


def test_a_day_of_several_pages_is_one_file(fetch: Fetch, site: Path) -> None:
    def script(asked: Asked) -> Reply:
        page = int(parse_qs(urlsplit(asked.path).query).get("p", ["0"])[0])
        last = {0: 100, 1: 199, 2: 205}[page]  # one of the second page is hidden
        return Reply(body=make_list(TUESDAY, range(100 * page + 1, last + 1)))

    done = fetch(script, day=TUESDAY)
    assert [urlsplit(a.path).query.partition("limit=100")[2] for a in done.server.asked] == [
        "",
        "&p=1",
        "&p=2",
    ]
    items = json.loads(path_of(site, TUESDAY).read_bytes())
    assert items == [make_item(TUESDAY, n) for n in range(1, 206) if n != 200]
    assert "204 papers" in done.out
    assert "204 papers, nothing new" in fetch(script, "--again", day=TUESDAY).out


def test_a_server_that_knows_no_pages_ends_the_asking(fetch: Fetch, site: Path) -> None:
    body = make_list(TUESDAY, 90)
    done = fetch(lambda _asked: Reply(body=body), day=TUESDAY)
    assert len(done.server.asked) == 2
    assert path_of(site, TUESDAY).read_bytes() == body


def test_a_day_that_is_there_is_left_alone(fetch: Fetch) -> None:
    done = fetch(whole, day=BEFORE[0])
    assert (done.code, done.server.asked) == (0, [])
    assert done.out == ("0 days asked for, 0 written. 1 day there already (--again asks anew).\n")


def test_another_digest_of_the_day_stays_beside_it(fetch: Fetch, site: Path) -> None:
    other = site / "content/digests/2031/2031-05-06.txt"
    other.write_text("new\n\nSubscribe\n", encoding="utf-8")
    done = fetch(whole, day=TUESDAY)
    assert "content/digests/2031/2031-05-06-2.json" in done.out
    assert other.exists()
    assert "nothing new" in fetch(whole, "--again", day=TUESDAY).out


def test_a_server_that_answers_nobody_is_left_alone(fetch: Fetch, site: Path) -> None:
    done = fetch(
        lambda asked: Reply(status=503) if day_of(asked) >= TUESDAY else whole(asked),
        "--since", "2031-05-05",
    )  # fmt: skip
    assert done.code == 1
    assert [day_of(each) for each in done.server.asked] == [BEFORE[-1], *[TUESDAY] * 5]
    assert done.err.startswith("2031-05-06 Tue  failed: 127.0.0.1 wants no more questions")
    assert done.err.endswith("; nothing was written [asked 5 times]\n")
    assert "1 day not asked for, since Hugging Face gives no answers." in done.out
    assert not path_of(site, TODAY).exists()


def test_a_day_that_cannot_be_read_does_not_keep_others_away(fetch: Fetch, site: Path) -> None:
    done = fetch(
        lambda asked: Reply(body=b'{"no": 1}') if day_of(asked) == TUESDAY else whole(asked)
    )
    assert done.code == 1
    assert not path_of(site, TUESDAY).exists()
    assert path_of(site, TODAY).exists()


def test_weekdays_without_a_paper_are_no_holidays_any_more(fetch: Fetch) -> None:
    """A provider that answers with nothing, day after day, would end a site without a word."""
    done = fetch(lambda _asked: Reply(body=b"[]"), "--since", "2031-04-21", "--until", "2031-04-25")
    assert done.code == 1
    assert done.out.count("no paper was listed") == 2
    assert done.err.count("weekdays in a row without a paper") == 3


def test_a_small_list_of_a_day_that_is_not_over_is_taken(fetch: Fetch, site: Path) -> None:
    assert fetch(lambda _asked: Reply(body=make_list(TODAY, 2)), day=TODAY).code == 0
    assert fetch(lambda _asked: Reply(body=make_list(TODAY, 7)), day=TODAY).code == 0
    assert json.loads(path_of(site, TODAY).read_bytes())[6]


def test_days_to_come_are_said_kindly(fetch: Fetch) -> None:
    done = fetch(whole, "--since", "2031-05-06", "--until", "2031-05-09")
    assert done.code == 0
    assert "2 days still to come." in done.out
    done = fetch(whole, day=date(2031, 6, 1))
    assert (done.code, done.server.asked) == (2, [])
    assert "2031-06-01 is still to come: by the provider's clock, which is UTC" in done.err


@pytest.mark.parametrize(
    ("arguments", "why"),
    [
        (["--date", "2031-05-06", "--since", "2031-05-01"], "Take one."),
        (["--date", "May 6"], "“May 6” is no day of the form 2025-03-14."),
        (["--since", "2031-02-30"], "the calendar has no day “2031-02-30”."),
        (["--query", "knots"], "Hugging Face gives whole days. Leave --query out."),
    ],
)
def test_what_cannot_be_meant_is_asked_back(fetch: Fetch, arguments: list[str], why: str) -> None:
    done = fetch(whole, *arguments)
    assert (done.code, done.server.asked) == (2, [])
    assert why in done.err


def test_an_address_that_is_none_is_said(
    site: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv(BASE, "huggingface.co")
    assert run(["fetch", "hf", "--site", str(site)]) == 2
    assert "BROADSHEET_HF_URL is 'huggingface.co', which is no address." in capsys.readouterr().err


def test_what_a_killed_writer_left_is_swept_away(fetch: Fetch, site: Path) -> None:
    draft = site / "content/digests/2031/.new-abc"
    draft.write_bytes(b"[")
    fetch(whole, day=TUESDAY)
    assert not draft.exists()


def test_a_folder_that_is_a_link_is_not_followed(fetch: Fetch, site: Path, tmp_path: Path) -> None:
    (tmp_path / "away").mkdir()
    (site / "content/digests/2030").symlink_to(tmp_path / "away")
    done = fetch(whole, day=date(2030, 5, 6))
    assert done.code == 2
    assert "is a link" in done.err
    assert list((tmp_path / "away").iterdir()) == []


def test_other_machines_are_asked_at_the_pace_of_their_documents(
    fetch: Fetch, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("generator.network.client.is_on_this_machine", lambda _url: False)
    fetch(whole, "--since", "2031-05-05")
    assert clock.waits == [1.0, 1.0]


def test_a_site_without_its_folder_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    with serve(whole) as server:
        monkeypatch.setenv(BASE, server.url)
        assert run(["fetch", "hf", "--site", str(tmp_path)]) == 2
        assert server.asked == []
    assert "no mkdocs.yml" in capsys.readouterr().err


def test_days_far_apart_are_no_days_before(fetch: Fetch, site: Path) -> None:
    """What is held against the days before is held against those that came before it in time."""
    done = fetch(lambda asked: Reply(body=make_list(day_of(asked), 4)), day=date(2031, 4, 29))
    assert done.code == 0
    assert path_of(site, date(2031, 4, 29)).exists()
