"""A fetch that is killed, or stopped by a person, loses nothing and doubles nothing."""

import random
import signal
import subprocess
import threading
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest

from tests.cli.conftest import command, environment
from tests.desk.deliveries.conftest import BASE
from tests.desk.deliveries.lists import make_list, make_site, read_all
from tests.desk.deliveries.test_rounds import day_of
from tests.network.serving import Asked, Reply, serve

FIRST = date(2025, 3, 3)
DAYS = 10
ARGUMENTS = ("fetch", "hf", "--since", "2025-03-03", "--until", "2025-03-12")


def start(site: Path, url: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [*command(*ARGUMENTS), "--site", str(site)],
        env=environment(**{BASE: url}),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def answer(asked: Asked) -> Reply:
    return Reply(body=make_list(day_of(asked), 40))


def run_until(site: Path, at: int, stop: Callable[[subprocess.Popen[str]], None]) -> None:
    """Fetch, and call `stop` when the server has got its question number `at`."""
    begun = threading.Event()
    process: list[subprocess.Popen[str]] = []

    def script(asked: Asked) -> Reply:
        if asked.number == at:
            begun.wait()
            stop(process[0])
        return answer(asked)

    with serve(script) as server:
        process.append(start(site, server.url))
        begun.set()
        process[0].communicate()


def expect_whole(site: Path) -> None:
    """Fetch what is left, and see that all is there as if nothing had happened."""
    half = read_all(site)
    with serve(answer) as server:
        rest = start(site, server.url)
        out, err = rest.communicate()
        asked = [day_of(each) for each in server.asked]
    assert rest.returncode == 0, out + err
    wanted = {
        f"2025/{day}.json": make_list(day, 40)
        for day in (FIRST + timedelta(days=n) for n in range(DAYS))
    }
    found = {name: data for name, data in read_all(site).items() if name.startswith("2025/")}
    assert found == wanted
    # A draft that was being written may be there; a file that is there is whole.
    there = {name for name in half if name in wanted}
    assert all(half[name] == wanted[name] for name in there)
    newest = max(there, default="")
    again = [f"2025/{day}.json" for day in asked if f"2025/{day}.json" in there]
    assert again == ([newest] if newest else [])
    assert len(asked) == len(set(asked))


def kill_at(folder: Path, seed: int) -> None:
    moment = random.Random(seed)  # noqa: S311  # no secret
    site = make_site(folder / "site")
    at = moment.randint(1, DAYS)
    later = moment.choice([0.0, moment.uniform(0, 0.02)])  # while it reads, judges or writes

    def stop(process: subprocess.Popen[str]) -> None:
        if later:
            threading.Timer(later, process.kill).start()
        else:
            process.kill()

    run_until(site, at, stop)
    expect_whole(site)


@pytest.mark.parametrize("seed", [1, 2])
def test_a_killed_fetch_goes_on_where_it_was(seed: int, tmp_path: Path) -> None:
    kill_at(tmp_path, seed)


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(30))
def test_a_fetch_may_be_killed_at_any_moment(seed: int, tmp_path: Path) -> None:
    kill_at(tmp_path, 100 + seed)


def test_a_person_may_stop_it(tmp_path: Path) -> None:
    site = make_site(tmp_path / "site")
    ended: list[tuple[int, str]] = []
    begun = threading.Event()
    over = threading.Event()
    process: list[subprocess.Popen[str]] = []

    def script(asked: Asked) -> Reply:
        if asked.number == 3:
            begun.wait()
            process[0].send_signal(signal.SIGINT)
            over.wait()
        return answer(asked)

    with serve(script) as server:
        process.append(start(site, server.url))
        begun.set()
        _, err = process[0].communicate()
        ended.append((process[0].returncode, err))
        over.set()
    assert ended == [(130, "")]
    expect_whole(site)
