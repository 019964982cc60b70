"""The pictures of the real site, as a site that shows a link would fetch them."""

import re
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from tests.conftest import REAL_ADDRESS


@pytest.mark.parametrize(
    "page", ["", "2025/03/12/", "topics/agents/", "topics/agents/2025-03/", "archive/", "papers/*/"]
)
def test_the_picture_of_a_page_is_there(real_site: Path, page: str) -> None:
    site = real_site / "build/site"
    file = next(site.glob(f"{page}index.html"))
    said = dict(
        re.findall(r'<meta (?:property|name)="([^"]+)" content="([^"]*)"', file.read_text())
    )
    assert said["twitter:card"] == "summary_large_image"
    assert said["og:image"].startswith(REAL_ADDRESS)
    data = (site / said["og:image"].removeprefix(REAL_ADDRESS)).read_bytes()
    assert len(data) < 40_000
    with Image.open(BytesIO(data)) as image:
        assert image.size == (int(said["og:image:width"]), int(said["og:image:height"]))
    assert said["og:image:alt"].endswith("Broadsheet")
