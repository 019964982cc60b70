"""The engine's room as a whole, with the real MkDocs and Pagefind on a few pages."""

import errno
import os
import shutil
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from generator.diagnostics import Code
from generator.engine import building
from generator.engine.building import Building, build_site
from generator.engine.command import render_config
from generator.engine.model import ENGINES, Workplace
from generator.engine.programs import Ending
from generator.engine.search import index, indexer
from generator.pages.plan import SearchRecord
from tests.engine.conftest import PAPERS, RECORDS, make_workplace, replace_workplace
from tests.engines.building import require

MKDOCS = ENGINES["mkdocs"]


def build(
    place: Workplace,
    *,
    engine: str = "mkdocs",
    newest: date | None = None,
    records: Sequence[SearchRecord] = RECORDS,
) -> Building:
    return build_site(
        place,
        ENGINES[engine],
        newest=newest,
        lock=None,
        on_step=lambda _: None,
        records=records,
    )


def tree(folder: Path) -> dict[str, bytes]:
    files = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


def stamps(folder: Path) -> dict[Path, tuple[int, int]]:
    paths = [folder, *folder.rglob("*")]
    return {path: (path.lstat().st_mtime_ns, path.lstat().st_ino) for path in paths}


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Workplace:
    """A place whose site is published; only to be read."""
    place = make_workplace(tmp_path_factory.mktemp("built"))
    assert build(place, newest=date(2025, 3, 14)) == Building(changed=True)
    return place


@pytest.fixture
def published(built: Workplace, tmp_path: Path) -> Workplace:
    """A place of one's own whose site is published."""
    shutil.copytree(built.root, tmp_path / "site", symlinks=True)
    return replace_workplace(built, tmp_path / "site")


def test_the_site_has_every_page_and_file(built: Workplace) -> None:
    site = tree(built.site)
    assert {f"papers/{slug}/index.html" for slug in PAPERS} < set(site)
    assert {"index.html", "404.html", "sitemap.xml", "pagefind/pagefind.js"} < set(site)
    assert site["api/v1/papers.json"] == (built.docs / "api/v1/papers.json").read_bytes()


def test_nothing_that_bears_a_time_is_in_it(built: Workplace) -> None:
    assert not (built.site / "sitemap.xml.gz").exists()
    assert b"2025-03-14" in (built.site / "sitemap.xml").read_bytes()


def test_a_second_build_runs_nothing_and_touches_nothing(
    published: Workplace, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = stamps(published.docs) | stamps(published.site) | stamps(published.build / "sites")
    monkeypatch.setattr(building, "run_engine", lambda *_, **__: pytest.fail("the engine ran"))
    assert build(published) == Building(changed=False)
    after = stamps(published.docs) | stamps(published.site) | stamps(published.build / "sites")
    assert after == before


def _change_a_page(place: Workplace) -> Workplace:
    (place.docs / "index.md").write_text("# Changed\n")
    return place


def _add_a_page(place: Workplace) -> Workplace:
    (place.docs / "more.md").write_text("# More\n")
    return place


def _change_the_configuration(place: Workplace) -> Workplace:
    config = place.config_files[0]
    config.write_text(config.read_text().replace("Harbour Review", "Quay Review"))
    return place


def _change_the_theme(place: Workplace) -> Workplace:
    assert place.theme
    (place.theme / "main.html").write_text('{% extends "base.html" %}\n')
    return place


def _change_the_address(place: Workplace) -> Workplace:
    return replace_workplace(place, place.root, url="https://elsewhere.example/")


def _set_a_variable(place: Workplace) -> Workplace:
    return replace_workplace(place, place.root, variables=(("EDITION", "2"),))


def _write_over_the_site(place: Workplace) -> Workplace:
    (place.site / "index.html").write_text("by hand")
    return place


@pytest.mark.parametrize(
    "change",
    [
        _change_a_page,
        _add_a_page,
        _change_the_configuration,
        _change_the_theme,
        _change_the_address,
        _set_a_variable,
        _write_over_the_site,
    ],
)
def test_whatever_can_change_the_site_builds_it_anew(published: Workplace, change: Any) -> None:
    before = (published.site).readlink()
    assert build(change(published)) == Building(changed=True)
    assert published.site.readlink() != before
    assert (published.build / before / "index.html").exists(), "a reader may still be there"


def test_what_was_built_just_before_is_not_built_again(
    published: Workplace, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = published.docs / "index.md"
    old, before = page.read_text(), published.site.readlink()
    page.write_text("# Changed\n")
    build(published)
    page.write_text(old)
    monkeypatch.setattr(building, "run_engine", lambda *_, **__: pytest.fail("the engine ran"))
    assert build(published) == Building(changed=True)
    assert published.site.readlink() == before


def test_a_warning_of_the_engine_publishes_nothing(published: Workplace) -> None:
    before = tree(published.site)
    (published.docs / "index.md").write_text("# Home\n\n[gone](papers/gone/index.md)\n")
    done = build(published)
    assert not done.changed
    assert [(d.code, str(d.place)) for d in done.diagnostics] == [
        (Code.ENGINE_ERROR, "build/docs/index.md:3:8")
    ]
    assert tree(published.site) == before
    assert not published.next.exists()
    assert "Aborted with 1 warnings" in published.log.read_text()


def test_a_broken_template_is_named(published: Workplace) -> None:
    assert published.theme
    (published.theme / "main.html").write_text('{% extends "base.html" %}\n\n{{ nope.nope }}\n')
    (published.theme / "404.html").write_text("{% nope %}")
    done = build(published)
    assert [(d.code, str(d.place)) for d in done.diagnostics] == [
        (Code.TEMPLATE_ERROR, "theme/404.html:1:1")
    ]


def test_a_page_that_the_engine_leaves_out_is_an_error(published: Workplace) -> None:
    before = tree(published.site)
    config = published.config_files[0]
    config.write_text(config.read_text() + "exclude_docs: |\n  papers/slow-rivers/\n  /api/\n")
    (published.docs / "index.md").write_text("# Home\n")
    done = build(published)
    assert [(str(d.place), d.message) for d in done.diagnostics] == [
        (
            "build/docs/api/v1/papers.json:1:1",
            "The engine left out api/v1/papers.json.",
        ),
        (
            "build/docs/papers/slow-rivers/index.md:1:1",
            "The engine left out papers/slow-rivers/index.html.",
        ),
    ]
    assert tree(published.site) == before


def test_an_engine_that_dies_without_a_word_is_an_error(
    published: Workplace, monkeypatch: pytest.MonkeyPatch
) -> None:
    (published.docs / "index.md").write_text("# Changed\n")
    ending = Ending(code=-9, output="")
    monkeypatch.setattr("generator.engine.command.run_module", lambda *_, **__: ending)
    (found,) = build(published).diagnostics
    assert found.message == "mkdocs was ended by signal 9 without a word"


def test_a_disk_that_fills_up_leaves_the_old_site(
    published: Workplace, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = tree(published.site)
    (published.docs / "index.md").write_text("# Changed\n")
    said = f"Traceback (most recent call last):\nOSError: [Errno 28] {os.strerror(errno.ENOSPC)}"
    ending = Ending(code=1, output=said)
    monkeypatch.setattr("generator.engine.command.run_module", lambda *_, **__: ending)
    with pytest.raises(OSError, match="No space left") as caught:
        build(published)
    assert caught.value.errno == errno.ENOSPC
    assert tree(published.site) == before


def test_an_indexer_that_fails_publishes_nothing(
    published: Workplace, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = tree(published.site)
    shutil.rmtree(published.index)
    (published.docs / "index.md").write_text("# Changed\n")
    monkeypatch.setattr(indexer, "_ARGUMENTS", ("pagefind", "--no-such-option"))
    (found,) = build(published).diagnostics
    assert found.code is Code.ENGINE_ERROR
    assert "--no-such-option" in found.message
    assert tree(published.site) == before
    assert not published.next.exists()


def test_a_change_of_the_papers_alone_makes_another_version(published: Workplace) -> None:
    assert build(published, records=RECORDS[:2]) == Building(changed=True)
    assert len(list((published.site / "pagefind/fragment").iterdir())) == 2


def test_a_change_of_pages_alone_leaves_the_index_as_it_is(
    published: Workplace, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = tree(published.site / "pagefind")
    (published.docs / "index.md").write_text("# Changed\n")
    monkeypatch.setattr(index, "start_indexer", lambda *_, **__: pytest.fail("it was made anew"))
    assert build(published) == Building(changed=True)
    assert tree(published.site / "pagefind") == before


def test_the_configuration_is_that_of_the_person_with_what_a_build_decides(
    workplace: Workplace,
) -> None:
    place = replace_workplace(workplace, workplace.root, hooks=(workplace.root / "hooks/a.py",))
    assert render_config(place) == (
        f"INHERIT: ../mkdocs.yml\ndocs_dir: docs\nhooks:\n- {place.root}/hooks/a.py\n"
        "site_dir: next\nsite_url: https://harbour.example/review/\n"
        f"theme:\n  custom_dir: {place.root}/theme\n"
    )


def test_the_address_that_is_asked_for_wins(workplace: Workplace) -> None:
    build(replace_workplace(workplace, workplace.root, url="https://elsewhere.example/"))
    canonical = '<link rel="canonical" href="https://elsewhere.example/papers/slow-rivers/">'
    assert canonical in (workplace.site / "papers/slow-rivers/index.html").read_text()


_CLOCK = """
import datetime, time
now = {now}
time.time = lambda: now
class Fake(datetime.datetime):
    @classmethod
    def now(cls, tz=None): return cls.fromtimestamp(now, tz)
    @classmethod
    def utcnow(cls): return cls.fromtimestamp(now, datetime.timezone.utc).replace(tzinfo=None)
datetime.datetime = Fake
"""


def test_two_clean_builds_are_byte_identical(tmp_path: Path) -> None:
    """Whatever the day, hash seed, time zone, locale, order of files, and the folder's name."""
    sites = []
    for number, (now, seed, zone, locale) in enumerate(
        [
            (1_000_000_000, "1", "Pacific/Kiritimati", "C"),
            (2_000_000_000, "2", "America/Adak", "tr_TR.UTF-8"),
        ]
    ):
        plain = make_workplace(tmp_path / f"{number}" / ("x" * 30 * number) / "site")
        if number:
            _write_in_reverse(plain.docs)
        clock = tmp_path / f"clock{number}"
        clock.mkdir()
        (clock / "sitecustomize.py").write_text(_CLOCK.format(now=now))
        environment = (
            *plain.environment, ("PYTHONPATH", str(clock)), ("PYTHONHASHSEED", seed),
            ("TZ", zone), ("LC_ALL", locale), ("COLUMNS", "20"),
        )  # fmt: skip
        place = replace_workplace(plain, plain.root, environment=environment)
        assert build(place).changed
        sites.append(tree(place.site))
        # The faked clock did reach the engine.
        config = place.config_files[0]
        config.write_text(config.read_text() + "hooks: [says.py]\n")
        (place.root / "says.py").write_text("import time; print('it is', time.time())\n")
        hooked = replace_workplace(place, place.root, hooks=(place.root / "says.py",))
        assert build(hooked).changed
        assert f"it is {now}" in place.log.read_text()
    assert sites[0] == sites[1]


def _write_in_reverse(docs: Path) -> None:
    files = tree(docs)
    shutil.rmtree(docs)
    for path in sorted(files, reverse=True):
        (docs / path).parent.mkdir(parents=True, exist_ok=True)
        (docs / path).write_bytes(files[path])


@pytest.mark.parametrize(
    "engine", ["properdocs", pytest.param("zensical", marks=pytest.mark.zensical)]
)
def test_other_engines(workplace: Workplace, engine: str) -> None:
    require(engine)
    assert build(workplace, engine=engine) == Building(changed=True)
    for slug, (title, abstract) in PAPERS.items():
        page = (workplace.site / f"papers/{slug}/index.html").read_text()
        assert f"<h1>{title}</h1>" in page
        assert abstract in page
    assert (workplace.site / "pagefind/pagefind.js").exists()
    assert build(workplace, engine=engine) == Building(changed=False)


def test_engines_do_not_share_versions(published: Workplace) -> None:
    require("properdocs")
    assert build(published, engine="properdocs") == Building(changed=True)


def test_the_default_engine_is_mkdocs() -> None:
    assert next(iter(ENGINES)) == "mkdocs"
    assert MKDOCS.is_installed
