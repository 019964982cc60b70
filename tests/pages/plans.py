"""Plans of invented worlds, and their pages by address."""

from typing import TypeVar

from generator.curation.model import CuratedCorpus
from generator.pages.plan import Plan, PlannedPage
from generator.pages.site import plan_site
from generator.pages.views import CardSection, CardView
from generator.relations.model import Relation, Relations, Row

_View = TypeVar("_View")


def plan(curated: CuratedCorpus) -> Plan:
    return plan_site(curated, site_name="The Gazette", relations=_relate(curated))


def _relate(curated: CuratedCorpus) -> Relations:
    """Relate each paper that is shown to the next one, by invented words."""
    shown = [paper for paper in sorted(curated.corpus.papers) if not curated.papers[paper].hidden]
    others = [*shown[1:], *shown[:1]] if len(shown) > 1 else []
    return Relations(
        rows={paper: Row(sum="", relations=()) for paper in shown}
        | {
            paper: Row(sum="", relations=(Relation(paper=other, nearness=0.5, shared=("wind",)),))
            for paper, other in zip(shown, others, strict=False)
        }
    )


def page(plan: Plan, url: str) -> PlannedPage:
    found = [page for page in plan.pages if page.path == f"{url}index.md"]
    assert len(found) == 1, f"{len(found)} pages at {url!r}"
    return found[0]


def view(plan: Plan, url: str, kind: type[_View]) -> _View:
    found = page(plan, url).view
    assert isinstance(found, kind)
    return found


def has_page(plan: Plan, url: str) -> bool:
    return any(page.path == f"{url}index.md" for page in plan.pages)


def cards(section: CardSection) -> list[CardView]:
    return [item for item in section.items if isinstance(item, CardView)]


def titles(section: CardSection) -> list[str]:
    return [item.title for item in section.items]
