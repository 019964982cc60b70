"""`broadsheet serve` as a person runs it: write, see, err, mend."""

import http.client
import json
import re
import signal
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import command, environment, make_site


class _Serving:
    """A running `serve`, what it prints, and one open page."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self.process = process
        self.port = 0
        self.path = ""

    def line(self) -> str:
        assert self.process.stdout
        line = self.process.stdout.readline()
        assert line, "it ended: " + str(self.process.communicate())
        if found := re.match(r"See it at http://127\.0\.0\.1:(\d+)(/\S*) ", line):
            self.port, self.path = int(found[1]), found[2]
        return line.rstrip("\n")

    def read(self, page: str) -> str:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
        connection.request("GET", self.path + page)
        body = connection.getresponse().read().decode()
        connection.close()
        return body

    @contextmanager
    def notices(self) -> Iterator[Iterator[dict[str, Any]]]:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=120)
        connection.request("GET", "/.broadsheet/events")
        answer = connection.getresponse()
        lines = (line.decode() for line in answer.fp)
        yield (json.loads(line.removeprefix("data: ")) for line in lines if line.startswith("data"))
        answer.close()
        connection.close()


@contextmanager
def _serve(site: Path) -> Iterator[_Serving]:
    process = subprocess.Popen(
        command("serve", "--port", "0"),
        cwd=site,
        env=environment(PYTHONUNBUFFERED="1"),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    try:
        yield _Serving(process)
    finally:
        if process.poll() is None:
            process.send_signal(signal.SIGINT)
            process.communicate()


def test_write_see_err_mend(built: Path) -> None:
    about = built / "content/pages/about.md"
    with _serve(built) as serving:
        assert serving.line() == "Nothing has changed: build/site is up to date."
        serving.line()
        assert serving.path == "/review/", "the site lies where its address says"
        with serving.notices() as notices:
            first = next(notices)
            assert first["verdict"] == ""
            assert f'data-edition="{first["edition"]}"' in serving.read("about/")

            about.write_text("# About\n\nThe tide is out.\n")
            second = next(notices)
            assert (second["verdict"], second["findings"]) == ("", [])
            assert second["edition"] != first["edition"]
            assert re.match(r"Published 5 papers on \d+ pages", serving.line())
            assert "The tide is out." in serving.read("about/")

            (built / "content/curation/tags.yml").write_text("- id: 'A B'\n  nam: C\n")
            broken = next(notices)
            assert broken["edition"] == second["edition"]
            assert re.fullmatch(
                r"\d+ errors?\. Nothing was published; the site is as it was\.", broken["verdict"]
            )
            finding = broken["findings"][0]
            assert finding["place"].startswith("content/curation/tags.yml:")
            said = serving.line()
            assert said == f"{finding['place']}: {finding['code']}: {finding['message']}"
            while said != broken["verdict"]:
                said = serving.line()
            assert "The tide is out." in serving.read("about/"), "the last good site stays"

            (built / "content/curation/tags.yml").unlink()
            mended = next(notices)
            assert (mended["verdict"], mended["findings"]) == ("", [])
            serving.line()

            (built / "mkdocs.yml").rename(built / "away.yml")
            lost = next(notices)
            assert "there is no mkdocs.yml in" in lost["verdict"]
            assert "there is no mkdocs.yml in" in serving.line()
            assert "The tide is out." in serving.read("about/")

            config = (built / "away.yml").read_text()
            (built / "mkdocs.yml").write_text(config.replace("/review/", "/quay/"))
            assert next(notices)["verdict"] == ""
            serving.line()
            serving.line()
            assert serving.path == "/quay/"
            assert "The tide is out." in serving.read("about/")
        serving.process.send_signal(signal.SIGINT)
        rest, _ = serving.process.communicate()
        assert rest.strip() == "Stopped."
        assert serving.process.returncode == 0


def test_before_there_is_a_site(tmp_path: Path) -> None:
    site = make_site(tmp_path / "site")
    bad = site / "content/digests/notes.txt"
    bad.write_text("new\n")
    with _serve(site) as serving:
        while not serving.port:
            serving.line()
        assert "There is no site to show yet." in serving.read("")
        with serving.notices() as notices:
            assert next(notices)["verdict"] == "1 error. Nothing was published."
            bad.unlink()
            assert next(notices)["edition"]
        assert "There is no site to show yet." not in serving.read("")


def test_templates_are_watched(built: Path) -> None:
    with _serve(built) as serving:
        while not serving.port:
            serving.line()
        with serving.notices() as notices:
            first = next(notices)
            theme = built / "site_templates/theme/main.html"
            text = theme.read_text()
            theme.write_text(text + "{% broken %}")
            (finding,) = next(notices)["findings"]
            assert finding["code"] == "template-error"
            assert finding["place"].startswith("site_templates/theme/main.html:")
            theme.write_text(text)
            assert next(notices) == first


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_it_ends_when_it_is_told_to(built: Path, number: int) -> None:
    with _serve(built) as serving:
        while not serving.port:
            serving.line()
        serving.process.send_signal(number)
        serving.process.communicate()
        assert serving.process.returncode == (0 if number == signal.SIGINT else 143)


def test_a_port_that_is_taken(built: Path) -> None:
    with _serve(built) as serving:
        while not serving.port:
            serving.line()
        second = subprocess.run(
            command("serve", "--port", str(serving.port)),
            cwd=built, env=environment(), capture_output=True, text=True, check=False,
        )  # fmt: skip
        assert second.returncode == 2
        said = " ".join(second.stderr.split())
        assert f"port {serving.port} cannot be used" in said
        assert f"Try --port {serving.port + 1}" in said
