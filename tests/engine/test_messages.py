"""Each case is a pair of files: what an engine said, shortened, and the findings it stands for."""

from pathlib import Path

import pytest

from generator.engine.messages import Surroundings, parse_messages

_DATA = Path(__file__).parents[1] / "data/engine"
_CASES = sorted(path.name.removesuffix(".said.txt") for path in _DATA.glob("*.said.txt"))
_FILES = {
    "mkdocs.yml": "site_name: Harbour\ntheme:\n  name: materials\nnav:\n  - About: abuot.md\n",
    "content/pages/about/index.md": "# About\n\nSee [boats](../nope.md).\n",
}


@pytest.mark.parametrize("case", _CASES)
def test_messages(case: str) -> None:
    around = Surroundings(
        root="/site",
        docs="build/docs",
        pages="content/pages",
        theme="theme",
        read=lambda file: _FILES.get(file, ""),
    )
    found = parse_messages((_DATA / f"{case}.said.txt").read_text(encoding="utf-8"), around)
    expected = (_DATA / f"{case}.found.txt").read_text(encoding="utf-8")
    assert "".join(f"{d.place}: {d.code}: {d.message}\n" for d in found) == expected
    assert all(d.hint for d in found)


def test_there_are_cases() -> None:
    assert len(_CASES) >= 10
