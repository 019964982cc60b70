"""The worker that keeps pages is told which edition it is of."""

from pathlib import Path

from generator.engine.offline import write_worker
from tests.conftest import ROOT

THEME = ROOT / "site_templates/theme"
EDITION = "0123456789abcdef" * 4


def test_the_worker_of_the_theme_is_named(tmp_path: Path) -> None:
    write_worker(THEME, tmp_path, edition=EDITION)
    written = (tmp_path / "sw.js").read_text(encoding="utf-8")
    original = (THEME / "sw.js").read_text(encoding="utf-8")
    assert 'const EDITION = "0123456789abcdef";' in written
    assert written.replace("0123456789abcdef", "none") == original


def test_a_theme_may_have_none(tmp_path: Path) -> None:
    for theme in (None, tmp_path):
        write_worker(theme, tmp_path, edition=EDITION)
    assert list(tmp_path.iterdir()) == []
