"""The quick search: from every page, by keyboard alone, announced, and gone without a trace."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Visitor

pytestmark = pytest.mark.browser

TITLE = "LServe: Efficient Long-sequence LLM Serving with Unified Sparse Attention"
URL = "papers/lserve-efficient-long-sequence-llm-serving-with-unified-sparse-attention/"


@pytest.fixture
def home(page: Page, address: str) -> Page:
    page.goto(address)
    return page


def search(page: Page, text: str) -> None:
    page.keyboard.press("Control+k")
    expect(page.get_by_role("dialog").get_by_role("searchbox")).to_be_focused()
    page.keyboard.type(text)


@pytest.mark.parametrize("key", ["/", "Control+k", "Meta+k"])
@pytest.mark.parametrize("path", ["", "2025/03/12/", URL, "topics/", "about/"])
def test_it_opens_on_every_page(page: Page, address: str, path: str, key: str) -> None:
    page.goto(address + path)
    page.keyboard.press(key)
    dialog = page.get_by_role("dialog", name="Search papers")
    expect(dialog.get_by_role("searchbox", name="Search papers")).to_be_focused()


def test_arrow_keys_go_through_the_papers_and_enter_opens_one(home: Page, address: str) -> None:
    search(home, "lserve")
    dialog = home.get_by_role("dialog")
    links = dialog.get_by_role("listitem").get_by_role("link")
    expect(links.first).to_have_text(TITLE)
    expect(dialog.get_by_role("status")).to_contain_text("with lserve")
    home.keyboard.press("ArrowDown")
    expect(links.first).to_be_focused()
    home.keyboard.press("ArrowUp")
    expect(dialog.get_by_role("searchbox")).to_be_focused()
    home.keyboard.press("ArrowDown")
    home.keyboard.press("Enter")
    home.wait_for_url(address + URL)


def test_letters_typed_on_a_paper_go_on_in_the_field(home: Page) -> None:
    search(home, "lserv")
    dialog = home.get_by_role("dialog")
    expect(dialog.get_by_role("listitem").first).to_contain_text("LServe")
    home.keyboard.press("ArrowDown")
    home.keyboard.type("e")
    expect(dialog.get_by_role("searchbox")).to_be_focused()
    expect(dialog.get_by_role("searchbox")).to_have_value("lserve")


def test_enter_in_the_field_shows_all_on_the_page(home: Page, address: str) -> None:
    search(home, "kv cache")
    home.keyboard.press("Enter")
    home.wait_for_url(address + "search/?q=kv+cache")
    expect(home.locator("#bs_status")).to_contain_text("papers with kv cache")


def test_all_papers_are_one_link_away(home: Page, address: str) -> None:
    search(home, "attention")
    dialog = home.get_by_role("dialog")
    expect(dialog.get_by_role("listitem")).to_have_count(8)
    link = dialog.get_by_role("link", name=re.compile(r"^All \d+ papers$"))
    expect(link).to_be_visible()
    assert link.evaluate("(a) => a.href") == address + "search/?q=attention"


def test_escape_closes_it_and_the_reader_is_where_they_were(home: Page) -> None:
    before = home.locator("main a").nth(3)
    before.focus()
    search(home, "attention")
    expect(home.get_by_role("dialog").get_by_role("listitem").first).to_be_visible()
    home.keyboard.press("Escape")
    expect(home.get_by_role("dialog")).to_have_count(0)
    expect(before).to_be_focused()
    home.keyboard.press("Control+k")
    expect(home.get_by_role("dialog").get_by_role("searchbox")).to_have_value("attention")
    home.keyboard.press("ArrowDown")
    home.keyboard.press("Escape")
    expect(before).to_be_focused()


@pytest.mark.parametrize("way", ["button", "outside"])
def test_a_pointer_closes_it(home: Page, way: str) -> None:
    home.keyboard.press("/")
    dialog = home.get_by_role("dialog")
    expect(dialog).to_be_visible()
    if way == "button":
        dialog.get_by_role("button", name="Close").click()
    else:
        home.mouse.click(5, 5)
    expect(dialog).to_have_count(0)


def test_a_misspelling_is_understood(home: Page) -> None:
    search(home, "lserve atention")
    dialog = home.get_by_role("dialog")
    expect(dialog.get_by_role("status")).to_contain_text("Did you mean lserve attention?")
    dialog.get_by_role("button", name="lserve attention").click()
    expect(dialog.get_by_role("searchbox")).to_have_value("lserve attention")
    expect(dialog.get_by_role("listitem").first).to_contain_text("LServe")


def test_single_keys_can_be_off_and_the_chord_stays(home: Page) -> None:
    home.evaluate("localStorage.setItem('bs-keys', 'off')")
    home.reload()
    home.keyboard.press("/")
    expect(home.get_by_role("dialog")).to_have_count(0)
    home.keyboard.press("Control+k")
    expect(home.get_by_role("dialog")).to_be_visible()


@pytest.mark.parametrize("key", ["/", "Control+k"])
def test_on_the_search_page_its_own_field_is_meant(page: Page, address: str, key: str) -> None:
    page.goto(address + "search/?q=attention")
    expect(page.locator("#bs_results > li").first).to_be_visible()
    page.locator("#bs_results h3 a").first.focus()
    page.keyboard.press(key)
    expect(page.locator("main input[type=search]")).to_be_focused()
    expect(page.get_by_role("dialog")).to_have_count(0)


def test_nothing_is_loaded_before_it_is_asked_for(
    visit: Callable[..., Visitor], address: str
) -> None:
    page = visit().page
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url.removeprefix(address)))
    page.goto(address, wait_until="networkidle")
    assert not [path for path in asked if path.startswith("pagefind/")]
    page.keyboard.press("/")
    expect(page.get_by_role("dialog")).to_be_visible()
    page.keyboard.type("attention")
    expect(page.get_by_role("dialog").get_by_role("listitem").first).to_be_visible()
    assert "pagefind/pagefind.js" in asked
    assert "pagefind/papers.json" not in asked
