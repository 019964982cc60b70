"""What happens to an engine's site before anyone sees it."""

from pathlib import Path

import pytest

from generator.engine.finishing import finish_site

NOT_USED = ["search.json", "sitemap.xml.gz"]


@pytest.fixture
def folders(tmp_path: Path) -> tuple[Path, Path]:
    docs, site = tmp_path / "docs", tmp_path / "site"
    for folder in (docs, site):
        folder.mkdir()
    (docs / "index.md").write_text("# Home\n")
    (site / "index.html").write_text("<h1>Home</h1>")
    return docs, site


@pytest.mark.parametrize("name", NOT_USED)
def test_what_nobody_uses_is_taken_away(folders: tuple[Path, Path], name: str) -> None:
    docs, site = folders
    (site / name).write_text("{}")
    assert finish_site(docs, site, docs_name="build/docs") == ()
    assert not (site / name).exists()


@pytest.mark.parametrize("name", NOT_USED)
def test_a_file_of_that_name_by_hand_stays(folders: tuple[Path, Path], name: str) -> None:
    docs, site = folders
    for folder in folders:
        (folder / name).write_text("by hand")
    assert finish_site(docs, site, docs_name="build/docs") == ()
    assert (site / name).read_text() == "by hand"


def test_a_page_that_is_left_out_is_a_finding(folders: tuple[Path, Path]) -> None:
    docs, site = folders
    (site / "index.html").unlink()
    (finding,) = finish_site(docs, site, docs_name="build/docs")
    assert str(finding.place.file) == "build/docs/index.md"
    assert "index.html" in finding.message


@pytest.fixture
def script(folders: tuple[Path, Path]) -> Path:
    """A script that the theme has brought."""
    _, site = folders
    script = site / "assets/javascripts/bundle.js"
    script.parent.mkdir(parents=True)
    script.write_text("")
    return script


def test_the_themes_scripts_go_where_no_page_loads_them(
    folders: tuple[Path, Path], script: Path
) -> None:
    docs, site = folders
    (site / "404.html").write_text("<script src=/assets/broadsheet.js></script>")
    assert finish_site(docs, site, docs_name="build/docs") == ()
    assert not script.parent.exists()


@pytest.mark.parametrize("frame", ["<script src=/assets/javascripts/bundle.js></script>", None])
def test_scripts_that_a_frame_may_load_stay(
    folders: tuple[Path, Path], script: Path, frame: str | None
) -> None:
    docs, site = folders
    if frame:
        (site / "404.html").write_text(frame)
    finish_site(docs, site, docs_name="build/docs")
    assert script.exists()


def test_scripts_by_hand_stay(folders: tuple[Path, Path], script: Path) -> None:
    docs, site = folders
    (site / "404.html").write_text("")
    mine = docs / "assets/javascripts/bundle.js"
    mine.parent.mkdir(parents=True)
    mine.write_text("")
    finish_site(docs, site, docs_name="build/docs")
    assert script.exists()
