"""Papers near a paper, on its page and in the data."""

import json

from generator.pages.site import plan_site
from generator.pages.views import PaperPage
from generator.relations.model import Relation, Relations, Row

from .plans import view
from .world import curate, item, seen

KITES = Relation(paper="kites", nearness=0.51239, shared=("KV harbours", "gusts"))  # type: ignore[arg-type]
RELATIONS = Relations(
    rows={
        "kites": Row(sum="1", relations=()),  # type: ignore[dict-item]
        "ropes": Row(sum="2", relations=(KITES,)),  # type: ignore[dict-item]
    }
)
WORLD = curate(
    item(
        "Kites",
        seen("2025-03-11", 1),
        authors=["Ada Gale", "Bo Squall"],
        published="2024-03-19",
        correction="Great Kites",
    ),
    item("Ropes", seen("2025-03-12", 1)),
)
PLAN = plan_site(WORLD, site_name="The Gazette", relations=RELATIONS)


def test_a_page_names_the_papers_near_it_and_the_words_of_both() -> None:
    (kites,) = view(PLAN, "papers/ropes/", PaperPage).related
    assert "".join(span.text for span in kites.title_spans) == "Great Kites"
    assert kites.url == "papers/kites/"
    assert kites.authors == "Ada Gale and Bo Squall"
    assert kites.published
    assert kites.published.iso == "2024-03-19"
    assert kites.shared == ("KV harbours", "gusts")


def test_a_paper_that_is_near_to_none_names_none() -> None:
    assert view(PLAN, "papers/kites/", PaperPage).related == ()
    alone = plan_site(WORLD, site_name="The Gazette")
    assert view(alone, "papers/ropes/", PaperPage).related == ()


def test_the_data_names_them_too() -> None:
    (file,) = (file for file in PLAN.files if file.path == "api/v1/related.json")
    assert json.loads(file.content)["related"] == [
        {"id": "kites", "url": "papers/kites/", "related": []},
        {
            "id": "ropes",
            "url": "papers/ropes/",
            "related": [
                {
                    "id": "kites",
                    "url": "papers/kites/",
                    "nearness": 0.512,
                    "shared": ["KV harbours", "gusts"],
                }
            ],
        },
    ]
