"""The whole line over a small invented site."""

import shutil
import subprocess
from pathlib import Path

import pytest

from generator import pipeline
from generator.diagnostics import Code
from generator.engine.model import ENGINES
from generator.pipeline import Edition
from generator.settings import Environment, read_settings
from tests.cli.conftest import break_site, command, environment, make_site, make_warning

_CLOCK = """
import datetime, time
now = {now}
time.time = lambda: now
class Fake(datetime.datetime):
    @classmethod
    def now(cls, tz=None): return cls.fromtimestamp(now, tz)
    @classmethod
    def utcnow(cls): return cls.fromtimestamp(now, datetime.timezone.utc).replace(tzinfo=None)
class FakeDate(datetime.date):
    @classmethod
    def today(cls): return Fake.fromtimestamp(now).date()
datetime.datetime, datetime.date = Fake, FakeDate
"""


def _tree(folder: Path) -> dict[str, bytes]:
    files = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


def _read(site: Path) -> Edition:
    return pipeline.read_edition(read_settings(site, Environment()), on_step=lambda _: None)


@pytest.fixture
def site(tmp_path: Path) -> Path:
    return make_site(tmp_path / "site")


def test_an_edition_is_all_that_would_be_written(site: Path) -> None:
    edition = _read(site)
    assert (edition.diagnostics, edition.digests, edition.papers) == ((), 3, 5)
    assert {"index.md", "about.md", "search/index.md", "api/v1/papers.json"} < set(edition.files)
    assert str(edition.newest) == "2025-01-07"


def test_findings_of_all_rooms_come_at_once_in_the_order_of_files(site: Path) -> None:
    break_site(site)
    make_warning(site)
    (site / "content/metadata/facts.jsonl").write_text("{}\n")
    edition = _read(site)
    assert edition.files == {}
    files = [finding.place.file for finding in edition.diagnostics]
    assert files == sorted(files)
    assert {
        Code.BAD_DIGEST_NAME,
        Code.HEADER_DAY_DIFFERS,
        Code.BAD_METADATA,
        Code.UNKNOWN_KEY,
    } <= {finding.code for finding in edition.diagnostics}


def test_a_broken_template_is_a_finding(site: Path) -> None:
    paper = site / "site_templates/pages/paper.md.j2"
    paper.write_text("{{ view.nothing_of_the_kind }}\n")
    (finding,) = _read(site).diagnostics
    assert finding.code is Code.TEMPLATE_ERROR
    assert str(finding.place) == "site_templates/pages/paper.md.j2:1:1"


def test_two_pages_at_one_address_are_a_finding(site: Path) -> None:
    (site / "content/pages/search.md").write_text("# Mine\n")
    (finding,) = _read(site).diagnostics
    assert finding.code is Code.PAGE_COLLISION
    assert finding.place.file == "content/pages/search.md"


def test_two_clean_builds_are_byte_identical(tmp_path: Path) -> None:
    """Whatever the day, hash seed, time zone, locale, order of files, and the folder's name."""
    built = []
    for number, (now, seed, zone, locale) in enumerate(
        [
            (1_000_000_000, "1", "Pacific/Kiritimati", "C"),
            (2_000_000_000, "2", "America/Adak", "tr_TR.UTF-8"),
        ]
    ):
        site = make_site(tmp_path / f"place{number}" / ("x" * 20 * number) / "site")
        if number:
            _write_in_reverse(site / "content")
        clock = tmp_path / f"clock{number}"
        clock.mkdir()
        (clock / "sitecustomize.py").write_text(_CLOCK.format(now=now))
        surroundings = environment(
            PYTHONHASHSEED=seed, TZ=zone, LC_ALL=locale, LANG=locale, LANGUAGE=locale
        )
        surroundings["PYTHONPATH"] = f"{clock}:{surroundings['PYTHONPATH']}"
        done = subprocess.run(
            command("build"), cwd=site, env=surroundings, capture_output=True, check=False
        )
        assert (done.returncode, done.stderr) == (0, b""), done.stdout
        built.append((_tree(site / "build/docs"), _tree(site / "build/site")))
    assert built[0] == built[1]


def _write_in_reverse(folder: Path) -> None:
    files = _tree(folder)
    shutil.rmtree(folder)
    for path in sorted(files, reverse=True):
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(files[path])


def test_nothing_is_written_outside_of_build(site: Path) -> None:
    before = _tree(site)
    settings = read_settings(site, Environment())
    done = pipeline.build(settings, ENGINES["mkdocs"], on_step=lambda _: None, on_wait=lambda: None)
    assert done.published
    after = {path: data for path, data in _tree(site).items() if not path.startswith("build/")}
    assert after == before


def test_steps_are_told(site: Path) -> None:
    steps: list[str] = []
    settings = read_settings(site, Environment())
    pipeline.build(settings, ENGINES["mkdocs"], on_step=steps.append, on_wait=lambda: None)
    assert len(steps) == len(set(steps)) >= 6
    assert steps[-1] == "Publishing"
