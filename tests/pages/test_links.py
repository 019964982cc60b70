"""Where a paper's links lead."""

from dataclasses import replace

import pytest

from generator.curation.model import CuratedPaper
from generator.pages.links import list_links
from tests.pages.world import curate, item, seen


@pytest.mark.parametrize(
    ("url", "doi", "arxiv_id", "found"),
    [
        ("https://openreview.net/forum?id=a", "10.1/a", None, "https://openreview.net/forum?id=a"),
        ("", "10.1000/a<b>", None, "https://doi.org/10.1000/a%3Cb%3E"),
        ("javascript:alert(1)", "", None, None),
        ("https://openreview.net/forum?id=a", "10.1/a", "3105.00017", None),
        ("", "", None, None),
    ],
)
def test_a_paper_that_is_not_at_arxiv(
    url: str, doi: str, arxiv_id: str | None, found: str | None
) -> None:
    world = curate(item("Tides", seen("2025-03-11", 1), arxiv_id=arxiv_id))
    (paper,) = world.corpus.papers.values()
    said: CuratedPaper = world.papers[paper.id]
    link = list_links(replace(paper, url=url, doi=doi), said).get("Paper")
    assert (link.url if link else None) == found
