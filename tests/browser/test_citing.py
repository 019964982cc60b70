"""Citing a paper: one format at a time, by keyboard, with and without a script."""

import json
from collections.abc import Callable
from pathlib import Path
from urllib.parse import urljoin

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import Visitor
from tests.browser.kinds import addresses

pytestmark = pytest.mark.browser


@pytest.fixture
def paper(address: str, real_site: Path) -> str:
    return address + addresses(real_site / "build/site")["paper"]


def shown(page: Page) -> list[str]:
    return [text.inner_text() for text in page.locator(".bs-cite pre").all() if text.is_visible()]


def test_formats_are_chosen_by_keyboard(page: Page, paper: str) -> None:
    page.goto(paper)
    page.get_by_role("link", name="Cite", exact=True).click()
    page.get_by_role("radio", name="BibTeX").focus()
    beginnings = []
    for _ in range(4):
        (text,) = shown(page)
        beginnings.append(text[:4])
        page.keyboard.press("ArrowRight")
    assert [text[0] for text in beginnings[:3]] == ["@", "T", "["]
    assert len(set(beginnings)) == 4


def test_what_is_shown_is_what_is_downloaded_and_copied(
    visit: Callable[..., Visitor], paper: str
) -> None:
    page = visit(permissions=["clipboard-read", "clipboard-write"]).page
    page.goto(paper)
    for name in ("BibTeX", "RIS", "CSL-JSON", "Text"):
        page.locator(".bs-cite label", has_text=name).click()
        (text,) = shown(page)
        page.get_by_role("button", name=f"Copy {name}").click()
        page.wait_for_function("document.querySelector('#bs_said').textContent === 'Copied'")
        assert page.evaluate("navigator.clipboard.readText()").strip() == text.strip()
        link = page.locator(".bs-cite a:visible")
        address = urljoin(paper, link.get_attribute("href"))
        assert page.request.get(address).text().strip() == text.strip()
        page.evaluate("document.querySelector('#bs_said').textContent = ''")


def test_without_a_clipboard_the_text_is_selected(page: Page, paper: str) -> None:
    page.add_init_script("Object.defineProperty(navigator, 'clipboard', {value: undefined})")
    page.goto(paper)
    page.get_by_role("button", name="Copy BibTeX").click()
    page.wait_for_function("getSelection().toString().startsWith('@')")


def test_without_a_script_only_copying_is_missing(
    visit: Callable[..., Visitor], paper: str
) -> None:
    page = visit(java_script_enabled=False).page
    page.goto(paper)
    page.locator(".bs-cite label", has_text="RIS").click()
    (text,) = shown(page)
    assert text.startswith("TY  - ")
    assert not page.get_by_role("button", name="Copy").first.is_visible()
    assert page.locator(".bs-cite a:visible").count() == 1


@pytest.mark.parametrize("kind", ["digest", "undated digest", "listing", "picks", "collection"])
def test_lists_lead_to_their_files(page: Page, address: str, real_site: Path, kind: str) -> None:
    url = address + addresses(real_site / "build/site")[kind]
    page.goto(url)
    links = page.locator(".bs-files", has_text="Cite").locator("a")
    files = [urljoin(url, link.get_attribute("href")) for link in links.all()]
    assert [file.rpartition("/")[2] for file in files] == [
        f"papers.{suffix}" for suffix in ("bib", "ris", "json", "txt")
    ]
    entries = page.request.get(files[0]).text().count("\n@") + 1
    assert entries >= page.locator(".bs-card").count() > 0


def read_download(page: Page, button: str) -> tuple[str, str]:
    with page.expect_download() as event:
        page.get_by_role("button", name=button, exact=True).click()
    path = event.value.path()
    return event.value.suggested_filename, path.read_text(encoding="utf-8")


def test_results_of_a_search_are_exported(page: Page, address: str) -> None:
    page.goto(address + "search/?pick=1")
    page.locator("#bs_export").wait_for()
    count = page.locator("#bs_results > li").count()
    name, text = read_download(page, "BibTeX")
    assert (name, text.count("\n@") + 1) == ("search.bib", count)
    name, text = read_download(page, "CSL-JSON")
    assert (name, len(json.loads(text))) == ("search.json", count)


def test_a_reading_list_is_exported_without_what_is_gone(page: Page, address: str) -> None:
    page.goto(address + "topics/agents/")
    save = page.get_by_role("button", name="Save").first
    save.click()
    page.goto(address + "reading-list/")
    page.locator("#bs_list > li").first.wait_for()
    name, text = read_download(page, "RIS")
    assert (name, text.count("TY  - "), text.count("ER  - ")) == ("reading-list.ris", 1, 1)
