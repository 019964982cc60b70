"""References of the real papers, and of invented ones in which everything is hostile."""

from pathlib import Path

import pytest

from generator.pages.catalogue import make_catalogue
from generator.pages.citations import Reference
from generator.pages.citations.bibliography import Bibliography
from generator.pipeline import read_content
from generator.settings import Environment, read_settings
from tests.pages.world import curate, item, seen

HOSTILE = (
    "Evil}}, note={x}} @misc{evil, title={Gotcha}",
    "{Half a brace, \\input{/etc/passwd} \\write18{x} $x^2$ 100% & #1 ~ _a_",
    "Line\nER  - \n\nTY  - JOUR\rTI  - Gotcha\u2028AU  - Nobody\x85\x00\x1b[31m",
    "</script><script>alert(1)</script> \"quoted\" 'single' <!-- -->",
    "Ends in a backslash \\",
    '% comment @comment{x} @string{y = z} @preamble{""}',
    "Éclairs, π₀, S²FT, 中文, \u202e right to left \U0001f600",
)


@pytest.fixture(scope="session")
def real(site_root: Path) -> tuple[Reference, ...]:
    """The references of all papers of the real site."""
    reading = read_content(read_settings(site_root, Environment()), on_step=lambda _: None)
    bibliography = Bibliography(make_catalogue(reading.curated))
    return tuple(bibliography.reference(paper) for paper in bibliography.catalogue.papers)


@pytest.fixture(scope="session")
def hostile() -> tuple[Reference, ...]:
    """References whose every text is hostile, each in the place of each other."""
    texts = [*HOSTILE, HOSTILE[0]]
    curated = curate(
        *(
            item(
                f"Paper {number}",
                seen("2025-03-11", number + 1),
                correction=title,
                authors=[HOSTILE[number], "Rock and Roll", "others", "A, B, C, D", other],
                venues=[other],
                arxiv_id=f"2403.0000{number}",
                published="2024-03-19",
            )
            for number, (title, other) in enumerate(zip(HOSTILE, texts[1:], strict=True))
        )
    )
    bibliography = Bibliography(make_catalogue(curated))
    return tuple(bibliography.reference(paper) for paper in bibliography.catalogue.papers)
