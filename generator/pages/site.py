"""The whole site: a curated corpus -> the plan of all that is to be written."""

from collections import Counter
from collections.abc import Iterable

from generator.curation.model import CuratedCorpus
from generator.diagnostics import Diagnostic
from generator.pages.api import Records, plan_api, plan_api_beside, plan_api_page
from generator.pages.archive import plan_archive
from generator.pages.authors.index import plan_author_index
from generator.pages.authors.page import plan_author_pages, plan_author_redirects
from generator.pages.cards import Cards
from generator.pages.catalogue import make_catalogue
from generator.pages.collections import plan_collections
from generator.pages.data import plan_data
from generator.pages.days import plan_digest_pages
from generator.pages.entrances import plan_entrances
from generator.pages.exports import plan_exports
from generator.pages.feeds.plan import plan_feeds
from generator.pages.home import plan_home
from generator.pages.machines import plan_llms
from generator.pages.papers import plan_papers, plan_redirects
from generator.pages.picks import plan_picks
from generator.pages.pictures import illustrate, plan_pictures
from generator.pages.plan import Plan, PlannedData, PlannedFile
from generator.pages.reading_list import plan_reading_list
from generator.pages.records import plan_records
from generator.pages.search import plan_search
from generator.pages.subscribe import announce, plan_subscribe
from generator.pages.tags import plan_tags
from generator.pages.topics import plan_topics
from generator.pages.trends.page import plan_trends
from generator.relations.model import Relations


def plan_site(
    curated: CuratedCorpus,
    *,
    site_name: str,
    feed_ids: str = "",
    relations: Relations | None = None,
    findings: Iterable[Diagnostic] = (),
) -> Plan:
    """Decide every page, file and redirect, each sorted by its path.

    Where no `relations` are given, no paper is related to another. `feed_ids` is what every id of a
    feed begins with; where it is empty there are no feeds.
    `findings` are those that the corpus and its curation do not hold, of reading files for example:
    the page on data quality names all of them.

    Raises ValueError where two of them would be the same file: ids and slugs are unique when they
    come here, so that is a fault of this program and never of anybody's content.
    """
    relations = relations or Relations()
    catalogue = make_catalogue(curated)
    cards = Cards(catalogue)
    feeds = plan_feeds(cards, site_name, feed_ids) if feed_ids else None
    records = Records(catalogue, relations)
    data = tuple(plan_api(records))
    pages = (
        plan_home(cards, site_name),
        *plan_digest_pages(cards),
        *plan_archive(cards),
        *plan_topics(cards),
        *plan_tags(cards),
        *plan_picks(cards, site_name),
        *plan_collections(cards),
        *plan_papers(cards, relations),
        *plan_author_pages(cards),
        *plan_author_index(catalogue),
        plan_data(cards, findings),
        plan_search(catalogue),
        plan_reading_list(),
        plan_trends(catalogue),
        plan_subscribe(feeds),
        plan_api_page(records, data),
        *plan_entrances(catalogue),
    )
    pictures = tuple(plan_pictures(catalogue, site_name))
    pages = tuple(illustrate(catalogue, pictures, announce(feeds, pages)))
    files = (*data, plan_llms(catalogue, site_name))
    attachments: tuple[PlannedFile | PlannedData, ...] = (
        *plan_exports(cards.bibliography),
        *plan_api_beside(records),
    )
    redirects = (*plan_redirects(cards), *plan_author_redirects(cards))
    plan = Plan(
        pages=tuple(sorted(pages, key=lambda page: page.path)),
        files=tuple(sorted(files, key=lambda file: file.path)),
        redirects=tuple(sorted(redirects, key=lambda redirect: redirect.path)),
        attachments=tuple(sorted(attachments, key=lambda file: file.path)),
        records=tuple(plan_records(catalogue)),
        feeds=feeds,
        pictures=pictures,
    )
    _require_unique_addresses(plan)
    return plan


def _require_unique_addresses(plan: Plan) -> None:
    addresses = Counter(
        path.removesuffix("index.md").removesuffix("index.html")
        for path in (
            item.path
            for part in (plan.pages, plan.files, plan.redirects, plan.attachments, plan.pictures)
            for item in part
        )
    )
    twice = sorted(address for address, count in addresses.items() if count > 1)
    if twice:
        raise ValueError("planned twice: " + ", ".join(twice))
