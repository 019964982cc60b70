"""A long list is quick, and whole: places are found, it is printed, a picture shows all of it."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, Page

from tests.browser.conftest import Visitor

pytestmark = pytest.mark.browser

DAY = "2025/03/12/"
ENTRIES_OF_DAY = 143
# How many items are not laid out, as far as the browser tells.
SKIPPED = """() => [...document.querySelectorAll(".bs-cards > li > *")]
  .filter((part) => !part.checkVisibility({contentVisibilityAuto: true})).length"""


def cards(page: Page) -> Locator:
    return page.locator(".bs-card")


def slug(card: Locator) -> str:
    return card.get_attribute("id") or ""


def test_soon_everything_is_laid_out_and_a_picture_shows_it(page: Page, address: str) -> None:
    page.goto(address + DAY)
    page.wait_for_function(f"({SKIPPED})() === 0")
    page.keyboard.press("d")  # what changes all of them begins with those on the screen
    page.wait_for_function(f"({SKIPPED})() > 100")
    page.wait_for_function(f"({SKIPPED})() === 0")


def test_without_a_script_nothing_is_left_out(visit: Callable[..., Visitor], address: str) -> None:
    page = visit(java_script_enabled=False).page
    page.goto(address + DAY)
    items = page.locator(".bs-cards > li")
    assert items.count() == ENTRIES_OF_DAY
    visibility = "(item) => getComputedStyle(item).contentVisibility"
    assert items.last.evaluate(visibility) == "visible"


def test_a_link_to_a_paper_of_a_day_leads_to_its_card(page: Page, address: str) -> None:
    page.goto(address + DAY)
    last = slug(cards(page).last)
    page.goto("about:blank")
    page.goto(f"{address}{DAY}#{last}")
    page.wait_for_function(
        "(id) => { const box = document.getElementById(id).getBoundingClientRect();"
        " return box.top >= -1 && box.bottom <= innerHeight + 1; }",
        arg=last,
    )


def test_a_line_for_a_paper_seen_above_leads_up_to_it(page: Page, address: str) -> None:
    page.goto(address + DAY)
    line = page.locator(".bs-again__where a").last
    wanted = line.evaluate("(a) => a.hash.slice(1)")
    line.click()
    page.wait_for_function(
        "(id) => { const box = document.getElementById(id).getBoundingClientRect();"
        " return box.top >= -1 && box.top < innerHeight; }",
        arg=wanted,
    )


def test_what_is_off_the_screen_is_found_and_printed(page: Page, address: str) -> None:
    page.goto(address + DAY)
    assert page.evaluate("(text) => window.find(text)", slug_text(cards(page).last))
    page.emulate_media(media="print")
    heights = page.locator(".bs-cards > li").evaluate_all(
        "all => all.map((item) => [item.offsetHeight, getComputedStyle(item).contentVisibility])"
    )
    assert len(heights) == ENTRIES_OF_DAY
    assert {visibility for _, visibility in heights} == {"visible"}
    foot = cards(page).first.locator(".bs-card__foot > li")
    shown = [item.text_content() for item in foot.all() if item.is_visible()]
    assert shown == ["arXiv", "Code"]  # with their addresses, which paper cannot follow
    link = foot.get_by_role("link", name="arXiv")
    after = link.evaluate("(a) => getComputedStyle(a, '::after').content")
    assert "attr(href)" in after or str(link.get_attribute("href")) in after


def slug_text(card: Locator) -> str:
    return (card.locator("h3").text_content() or "").strip()
