"""What a reader's browser knows of papers: read, hidden, saved, by button and key, and undone."""

import json
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Locator, Page

from tests.browser.conftest import Visitor

pytestmark = pytest.mark.browser

DAY = "2025/03/12/"
MARKS = "bs-papers:/repo/"
PHONE = {"viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True}


def marks(page: Page) -> Any:
    return json.loads(page.evaluate(f"localStorage.getItem('{MARKS}')") or "{}")


def card(page: Page, number: int) -> Locator:
    return page.locator(".bs-cards > li > .bs-card").nth(number)


def slug(card: Locator) -> str:
    return card.get_attribute("id") or ""


def said(page: Page) -> str:
    return page.locator("#bs_said").text_content() or ""


def held(page: Page) -> str:
    return page.locator(".bs-card:has(:focus)").get_attribute("id") or ""


def test_to_open_a_paper_is_to_read_it_and_that_can_be_changed(page: Page, address: str) -> None:
    page.goto(address + DAY)
    first = card(page, 2)
    name, title = slug(first), first.locator("h3").text_content()
    first.locator("h3 a").click()
    page.wait_for_url(f"{address}papers/{name}/")
    read = page.locator("[data-mark=read]")
    assert (read.text_content(), read.get_attribute("aria-pressed")) == ("Read", "true")
    assert marks(page)[name]["title"] == title
    page.go_back()
    page.locator(".bs-card.is-read").wait_for()
    assert page.locator(".bs-card.is-read").count() == 1
    first.locator("[data-mark=read]").click()
    assert said(page) == f"Marked as unread: {title}"
    assert marks(page) == {}
    first.locator("h3 a").click()
    page.wait_for_url(f"{address}papers/{name}/")
    read.click()
    page.reload()  # is not to open it again
    assert read.text_content() == "Mark read"


def test_a_paper_in_a_tab_behind_is_read_when_it_is_seen(page: Page, address: str) -> None:
    page.add_init_script(
        "Object.defineProperty(document, 'visibilityState', {get: () => window.seen ?? 'hidden'})"
    )
    page.goto(address + "papers/a-comprehensive-overview-of-large-language-models/")
    assert marks(page) == {}
    page.evaluate("seen = 'visible'; document.dispatchEvent(new Event('visibilitychange'))")
    assert list(marks(page)) == ["a-comprehensive-overview-of-large-language-models"]


def test_a_hidden_paper_is_one_quiet_line_that_shows_it_again(page: Page, address: str) -> None:
    page.goto(address + DAY)
    hidden = card(page, 1)
    name, title = slug(hidden), hidden.locator("h3").text_content() or ""
    hidden.locator("[data-mark=hidden]").click()
    assert said(page) == f"Hidden: {title}. Press u to undo"
    assert list(marks(page)) == [name]
    for path in (DAY, f"{DAY}#{name}"):
        page.goto(address + path)
        box = hidden.bounding_box()
        assert box is not None
        assert box["height"] < 60
        assert hidden.inner_text().split() == ["Hidden:", *title.split(), "Show", "again"]
        assert hidden.locator("h3, .bs-card__abstract").locator("visible=true").count() == 0
    hidden.get_by_role("button", name="Show again").click()
    assert hidden.locator("h3").is_visible()
    assert hidden.locator(".bs-away").count() == 0
    assert marks(page) == {}


def test_keys_mark_and_undo_and_the_reader_stays_in_place(page: Page, address: str) -> None:
    page.goto(address + DAY)
    for key in "jjrs":
        page.keyboard.press(key)
    second = held(page)
    assert set(marks(page)[second]) == {"title", "by", "read", "saved"}
    facts = card(page, 1).locator(".bs-card__by > span").all_text_contents()
    assert marks(page)[second]["by"] == " ".join(facts[:2]).replace("\xa0", " ").rstrip(" ·")
    page.keyboard.press("x")
    assert held(page) == second
    assert page.locator(":focus").text_content() == "Show again"
    page.keyboard.press("j")
    assert held(page) == slug(card(page, 2))
    page.keyboard.press("k")  # passes over what is hidden
    assert held(page) == slug(card(page, 0))
    for left in ({"title", "by", "read", "saved"}, {"title", "by", "read"}):
        page.keyboard.press("u")
        assert set(marks(page)[second]) == left
        assert said(page).startswith("Undone: ")
    page.keyboard.press("u")
    page.keyboard.press("u")  # nothing is left to undo
    assert marks(page) == {}
    assert page.locator(".bs-away, [aria-pressed=true]").count() == 0


def test_hidden_papers_are_hidden_before_the_first_paint(
    visit: Callable[..., Visitor], address: str
) -> None:
    page = visit(**PHONE).page
    page.goto(address + DAY)
    for number in (0, 1, 3):
        page.evaluate(
            "(button) => button.click()",
            card(page, number).locator("[data-mark=hidden]").element_handle(),
        )
    before = page.locator(".bs-cards > li").nth(4).bounding_box()
    page.route(
        "**/memory/*.js", lambda route: route.fulfill(body="", content_type="text/javascript")
    )
    page.goto(address + DAY)
    assert page.locator("#bs_away").count() == 1
    assert page.locator(".bs-cards > li").nth(4).bounding_box() == before


def test_marks_never_move_what_is_read(page: Page, address: str) -> None:
    """Buttons change their words as a page loads; what stands beside them does not move."""
    page.goto(address + DAY)
    places = """() => [...document.querySelectorAll(".bs-card__foot button, .bs-card__foot a")]
      .slice(0, 40).map((part) => part.getBoundingClientRect().toJSON())"""
    before = page.evaluate(places)
    for name in ("read", "saved"):
        card(page, 0).locator(f"[data-mark={name}]").click()
    assert page.evaluate(places) == before


def test_marks_of_former_slugs_are_the_papers_own(page: Page, address: str) -> None:
    page.goto(address + DAY)
    name = slug(card(page, 0))
    page.evaluate(
        "([key, text]) => localStorage.setItem(key, text)",
        [
            MARKS,
            json.dumps(
                {
                    "as-it-was": {"title": "As it was", "saved": "2025-01-02T00:00:00.000Z"},
                    "earlier": {"title": "Earlier", "saved": "2025-01-01T00:00:00.000Z"},
                    "other": {"title": "Other", "read": "2025-01-01T00:00:00.000Z"},
                }
            ),
        ],
    )
    page.evaluate("document.querySelector('.bs-card').dataset.former = 'earlier as-it-was'")
    page.evaluate("dispatchEvent(new StorageEvent('storage', {key: null}))")
    assert set(marks(page)) == {"other", name}
    assert marks(page)[name]["saved"] == "2025-01-01T00:00:00.000Z"
    assert marks(page)[name]["title"] == card(page, 0).locator("h3").text_content()
    assert card(page, 0).locator("[data-mark=saved]").text_content() == "Saved"


@pytest.mark.parametrize("way", ["full", "forbidden"])
def test_a_browser_that_has_no_room_says_so_kindly(page: Page, address: str, way: str) -> None:
    page.add_init_script(
        "Storage.prototype.setItem = () => { throw new DOMException('', 'QuotaExceededError') }"
        if way == "full"
        else "Object.defineProperty(window, 'localStorage', {get() { throw new Error('no') }})"
    )
    page.goto(address + DAY)
    save = card(page, 0).locator("[data-mark=saved]")
    save.click()
    assert "until you leave this page" in said(page)
    assert page.locator("#bs_said").evaluate("(said) => said.offsetHeight") > 20
    assert save.text_content() == "Saved"
    card(page, 1).locator("[data-mark=read]").click()
    assert (save.text_content(), page.locator(".is-read").count()) == ("Saved", 1)
    assert page.locator("#bs_said").evaluate("(said) => said.className") == "vh"


def test_found_papers_can_be_marked_too(page: Page, address: str) -> None:
    page.goto(address + "search/?q=speculative+decoding")
    found = page.locator("#bs_results .bs-card")
    found.first.locator(".bs-more summary").click()
    for name in ("read", "saved", "hidden"):
        found.first.locator(f"[data-mark={name}]").click()
    (known,) = marks(page).values()
    assert set(known) == {"title", "by", "read", "saved", "hidden"}
    page.reload()
    found.first.get_by_role("button", name="Show again").click()
    assert found.first.locator("[data-mark=saved]").text_content() == "Saved"
