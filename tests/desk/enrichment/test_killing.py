"""A round that is killed loses nothing and doubles nothing."""

import random
import subprocess
import threading
from pathlib import Path

import pytest

from tests.cli.conftest import command, environment
from tests.desk.enrichment.library import Held, Library
from tests.desk.enrichment.world import make_site, put_papers, read_content
from tests.network.serving import Asked, Reply, serve

PAPERS = tuple(
    Held(id=f"3104.{n:05}", title=f"Knots for {n} Robots", categories=("cs.RO",)) for n in range(50)
)
LIBRARY = Library(
    *PAPERS, Held(id="3104.90000", title="Sails"), Held(id="3104.90001", title="Sails")
)
QUESTIONS = 7 + 50
"""Of arXiv by titles, and of Hugging Face by ids; about the last paper nobody can tell."""


def start(site: Path, url: str) -> subprocess.Popen[str]:
    urls = {f"BROADSHEET_{name}_URL": url for name in ("ARXIV", "HF")}
    return subprocess.Popen(
        [*command("enrich"), "--site", str(site)],
        env=environment(**urls),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def make(folder: Path) -> Path:
    site = make_site(folder)
    put_papers(site, [{"title": held.title} for held in PAPERS] + [{"title": "Sails"}])
    return site


def run_whole(site: Path) -> int:
    """Run a round to its end; give the number of its questions."""
    with serve(LIBRARY) as server:
        process = start(site, server.url)
        out, err = process.communicate()
        assert process.returncode == 0, out + err
        return len(server.asked)


@pytest.fixture(scope="module")
def expected(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """What an undisturbed round comes to."""
    site = make(tmp_path_factory.mktemp("whole") / "site")
    assert run_whole(site) == QUESTIONS
    return read_content(site)


def kill_at(folder: Path, seed: int, expected: dict[str, bytes]) -> None:
    moment = random.Random(seed)  # noqa: S311  # no secret
    site = make(folder / "site")
    at = moment.randint(1, QUESTIONS)
    later = moment.choice([0.0, moment.uniform(0, 0.02)])  # while it reads, judges or writes
    begun = threading.Event()
    process: list[subprocess.Popen[str]] = []

    def script(asked: Asked) -> Reply:
        if asked.number == at:
            begun.wait()
            if later:
                threading.Timer(later, process[0].kill).start()
            else:
                process[0].kill()
        return LIBRARY(asked)

    with serve(script) as server:
        process.append(start(site, server.url))
        begun.set()
        process[0].communicate()
    half = read_content(site)
    assert set(half) <= {*expected, *(name for name in half if ".new-" in name)}
    assert run_whole(site) <= QUESTIONS
    assert read_content(site) == expected
    assert run_whole(site) == 0


def test_a_killed_round_goes_on_where_it_was(tmp_path: Path, expected: dict[str, bytes]) -> None:
    kill_at(tmp_path, 1, expected)


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(30))
def test_a_round_may_be_killed_at_any_moment(
    seed: int, tmp_path: Path, expected: dict[str, bytes]
) -> None:
    kill_at(tmp_path, 100 + seed, expected)
