"""Every kind of mistake in curation, on disk, beside exactly what a person is told.

With `UPDATE_GOLDEN=1` in the environment it writes what is told now: read the difference.
"""

import os
from pathlib import Path

import pytest

from generator.curation.application import apply_curation
from generator.curation.reading import read_curation
from generator.diagnostics import Code, Diagnostic
from tests.curation.world import harbour_world

CASES = Path(__file__).parent.parent / "data/curation/invalid"
EXPECTED = "expected.txt"
_CODES = list(Code)
CURATION_CODES = (
    Code.UNREADABLE_BYTES,
    *_CODES[_CODES.index(Code.BYTE_ORDER_MARK) : _CODES.index(Code.ADDRESS_TAKEN) + 1],
)


def tell(diagnostics: tuple[Diagnostic, ...]) -> str:
    lines = []
    for found in diagnostics:
        lines.append(f"{found.place}: {found.code}: {found.message}")
        if found.hint:
            lines.append(f"    hint: {found.hint}")
    return "".join(line + "\n" for line in lines)


def check(folder: Path) -> str:
    curation, findings = read_curation(folder, root=folder)
    curated = apply_curation(curation, harbour_world())
    assert set(findings) <= set(curated.diagnostics)
    return tell(curated.diagnostics)


@pytest.mark.parametrize("case", sorted(path.name for path in CASES.iterdir()))
def test_a_mistake_is_told_in_exactly_these_words(case: str) -> None:
    told = check(CASES / case)
    expected = CASES / case / EXPECTED
    if "UPDATE_GOLDEN" in os.environ:
        expected.write_text(told, encoding="utf-8", newline="\n")
    assert told == expected.read_text(encoding="utf-8")
    assert told


@pytest.mark.parametrize("code", CURATION_CODES)
def test_every_code_of_curation_has_its_case(code: Code) -> None:
    told = "".join(path.read_text(encoding="utf-8") for path in CASES.glob(f"*/{EXPECTED}"))
    assert f": {code}: " in told
