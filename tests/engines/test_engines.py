"""Each engine builds what we write, strictly and without a warning, and a reader gets the same.

ProperDocs is the way out when MkDocs ends, so that its tests decide over a change like all others.
Zensical is young: its tests are run and reported by `make zensical`, and decide over nothing.
"""

import os
import re
import tomllib
from pathlib import Path

import pytest
import yaml

from generator.engine.model import ENGINES
from tests.conftest import REAL_ADDRESS, build_copy
from tests.engines.building import ADDRESS, RefusalError, build_invented, require, versions
from tests.engines.comparison import (
    DEFAULT,
    OTHERS,
    compare_sites,
    read_sections,
    render_section,
)
from tests.engines.conftest import Built
from tests.engines.reading import read_site

PROMISED = {
    "mkdocs": {"mkdocs": r"1\.6\.1", "mkdocs-material": r"9\.8\.\d+"},
    "properdocs": {"properdocs": r"1\.6\.7", "mkdocs-material": r"9\.8\.\d+"},
    "zensical": {"zensical": r"0\.0\.\d+"},
}


def _marked(*engines: str) -> list[object]:
    return [
        pytest.param(engine, marks=pytest.mark.zensical) if engine == "zensical" else engine
        for engine in engines
    ]


each_engine = pytest.mark.parametrize("engine", _marked(*ENGINES))
each_other_engine = pytest.mark.parametrize("engine", _marked(*OTHERS))


def test_all_engines_are_tried() -> None:
    assert list(ENGINES) == [DEFAULT, *OTHERS] == list(PROMISED)


@each_engine
def test_the_engine_is_the_one_that_is_promised(engine: str) -> None:
    require(engine)
    assert versions(engine).keys() == PROMISED[engine].keys()
    for name, version in versions(engine).items():
        assert re.fullmatch(PROMISED[engine][name], version), f"{name} {version}"


def test_what_a_person_is_told_to_install_is_what_the_tests_install(site_root: Path) -> None:
    project = tomllib.loads((site_root / "pyproject.toml").read_text(encoding="utf-8"))
    told = {name: sorted(engine.requirement.split()) for name, engine in ENGINES.items()}
    groups = project["dependency-groups"]
    assert {name: groups[name] for name in OTHERS} == {name: told[name] for name in OTHERS}
    assert set(told[DEFAULT]) <= set(project["project"]["dependencies"])


def test_no_hook_and_no_plugin_is_needed(site_root: Path) -> None:
    config = yaml.load(
        (site_root / "mkdocs.yml").read_text(encoding="utf-8").replace("!ENV ", ""),
        Loader=yaml.SafeLoader,
    )
    assert config["plugins"] == []
    assert "hooks" not in config


@each_engine
def test_there_is_no_warning(engine: str, invented: Built) -> None:
    """Every warning would be a finding, on which building fails; here is what else was said."""
    log = (invented(engine).parent / "engine.log").read_text(encoding="utf-8")
    assert re.findall(r"(?im)^.*\b(?:warning|error|deprecat\w*)\b.*$", log) == []


@each_engine
@pytest.mark.parametrize(
    ("mistake", "said"),
    [
        ("[Lost](papers/lost/index.md)", "papers/lost/index.md|does not exist"),
        ("[Lost](papers/loom/index.md#lost)", "anchor"),
    ],
    ids=["page", "anchor"],
)
def test_a_warning_stops_the_build(engine: str, mistake: str, said: str, tmp_path: Path) -> None:
    require(engine)
    with pytest.raises(RefusalError, match=said):
        build_invented(tmp_path / "site", engine, by_hand={"lost.md": f"# Lost\n\n{mistake}\n"})
    assert not os.path.lexists(tmp_path / "site/build/site")


@each_other_engine
def test_a_reader_gets_what_the_document_says(engine: str, invented: Built) -> None:
    first = read_site(invented(DEFAULT), address=ADDRESS)
    second = read_site(invented(engine), address=ADDRESS)
    section = render_section(engine, compare_sites(first, second))
    assert section in [part.rstrip("\n") + "\n" for part in read_sections()], "run: make engines"


def test_a_reader_gets_the_same_from_properdocs(invented: Built) -> None:
    first = read_site(invented(DEFAULT), address=ADDRESS)
    second = read_site(invented("properdocs"), address=ADDRESS)
    assert len(first) > 30
    assert compare_sites(first, second) == ()


@pytest.mark.slow  # the invented site, above, is compared each time
@each_other_engine
def test_the_real_site_is_the_same(engine: str, real_site: Path, tmp_path: Path) -> None:
    require(engine)
    ours = real_site / "build/site"
    said = build_copy(tmp_path / "site", "--engine", engine, source=real_site)
    theirs = tmp_path / "site/build/site"
    assert theirs.is_dir(), said
    changed = _list_changed(ours, theirs)
    first, second = (read_site(site, address=REAL_ADDRESS, only=changed) for site in (ours, theirs))
    assert compare_sites(first, second) == ()


def _list_changed(first: Path, second: Path) -> frozenset[str]:
    """Name the files that are not the same, byte for byte, but for the name of the engine."""
    files = [
        {path.relative_to(site).as_posix(): path for path in site.rglob("*") if path.is_file()}
        for site in (first, second)
    ]
    return frozenset(
        name
        for name in files[0].keys() | files[1].keys()
        if len({_read(found[name]) if name in found else b"" for found in files}) > 1
    )


def _read(path: Path) -> bytes:
    return re.sub(rb'<meta name="generator" content="[^"]*">', b"", path.read_bytes())
