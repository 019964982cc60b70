"""Files for reference managers: of each paper and each list, and the links that lead to them."""

import json
import re

from generator.pages.catalogue import make_catalogue
from generator.pages.citations.bibliography import Bibliography
from generator.pages.exports import plan_exports
from generator.pages.site import plan_site
from generator.pages.views import CollectionPage, DigestPage, ListingPage, MonthPage, PaperPage
from tests.pages.addresses import answering_addresses
from tests.pages.world import curate, item, seen, small_world

FILES = {
    file.path: file.content for file in plan_exports(Bibliography(make_catalogue(small_world())))
}
SUFFIXES = ("bib", "json", "ris", "txt")


def titles(path: str) -> list[str]:
    return [entry["title"] for entry in json.loads(FILES[path])]


def test_every_paper_has_its_files_and_every_list_that_holds_one() -> None:
    stems = {path.rpartition(".")[0] for path in FILES}
    assert {f"{stem}.{suffix}" for stem in stems for suffix in SUFFIXES} == set(FILES)
    assert "papers/kites-in-strong-wind/cite" in stems
    assert {stem for stem in stems if not stem.startswith("papers/")} == {
        "papers",
        "2024/12/31/papers",
        "2025/03/11/papers",
        "2025/03/12/papers",
        "2025/03/14/papers",
        "2025/04/02/papers",
        "2024/12/papers",
        "2025/03/papers",
        "2025/04/papers",
        "undated/old-letters/papers",
        "picks/papers",
        "topics/boats/papers",
        "topics/kites/papers",
        "topics/lighthouses/papers",
        "topics/none/papers",
        "tags/3d/papers",
        "tags/sails/papers",
        "tags/survey/papers",
        "collections/first-steps/papers",
    }


def test_a_hidden_paper_is_in_no_file() -> None:
    assert not any("spam" in path for path in FILES)
    assert not any("Spam" in content for content in FILES.values())


def test_a_file_holds_the_papers_of_its_list_each_once() -> None:
    assert sorted(titles("topics/boats/papers.json")) == [
        "Boats That Never Sink",
        "Kites in Strong Wind",
        "The Keel, Corrected",
    ]
    assert len(titles("2025/03/12/papers.json")) == len(set(titles("2025/03/12/papers.json"))) == 3
    assert titles("papers/keel/cite.json") == ["The Keel, Corrected"]


def test_files_of_a_list_are_those_of_its_papers() -> None:
    for suffix in ("bib", "ris", "txt"):
        whole = FILES[f"papers.{suffix}"]
        single = [
            content
            for path, content in FILES.items()
            if path.startswith("papers/") and path.endswith(suffix)
        ]
        assert sorted(whole) == sorted("\n".join(single))
        assert all(content.strip() in whole for content in single)


def test_pages_link_to_files_that_are_there() -> None:
    plan = plan_site(small_world(), site_name="Broadsheet")
    assert {f.path for f in plan.attachments if not f.path.startswith("api/")} == set(FILES)
    linked = set()
    for page in plan.pages:
        match page.view:
            case PaperPage(citations=citations):
                linked |= {citation.url for citation in citations}
                assert all(citation.text == FILES[citation.url] for citation in citations)
            case ListingPage() | DigestPage() | CollectionPage() | MonthPage():
                linked |= {link.url for link in page.view.exports}
    assert linked == {path for path in FILES if path.count("/")}


def test_a_list_without_papers_has_no_files() -> None:
    assert not any(path.startswith(("topics/tides", "tags/unused")) for path in FILES)
    assert list(plan_exports(Bibliography(make_catalogue(curate())))) == []


def test_an_organisation_and_a_first_author_alone_are_said_to_be_so() -> None:
    only = item("Kites", seen("2025-03-11", 1), authors=["Ada Gale"], complete=False)
    plan = plan_site(curate(only), site_name="Broadsheet")
    (page,) = [page for page in plan.pages if isinstance(page.view, PaperPage)]
    assert isinstance(page.view, PaperPage)
    assert page.view.first_author_only


def test_programs_are_told_where_things_are() -> None:
    plan = plan_site(small_world(), site_name="The <b>Gazette</b>]")
    (text,) = [file.content for file in plan.files if file.path == "llms.txt"]
    assert text.startswith("# The (b)Gazette(/b))\n\n> ")
    answers = answering_addresses(plan)
    links = re.findall(r"\]\(([^)]*)\)", text)
    assert len(links) > 10
    assert {link.removesuffix("index.md") for link in links} <= answers
    assert "topics/boats/index.md" in links
    assert "Spam" not in text
