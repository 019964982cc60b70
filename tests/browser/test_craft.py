"""Reading a digest: how much of each paper, opening, saving, one topic of a day, with one thumb."""

import json
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Locator, Page

from tests.browser.conftest import Visitor

pytestmark = pytest.mark.browser

DAY = "2025/03/12/"
PAPERS_OF_DAY = 132
ENTRIES_OF_DAY = 143
PHONE = {"viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True}
MARKS = "bs-papers:/repo/"
"""Where the papers that a reader has saved are kept."""


@pytest.fixture
def phone(visit: Callable[..., Visitor]) -> Page:
    return visit(**PHONE).page


def cards(page: Page) -> Locator:
    return page.locator(".bs-cards > li:not([hidden]) > .bs-card")


def said(page: Page) -> str:
    return page.locator("#bs_said").text_content() or ""


def marks(page: Page) -> Any:
    return json.loads(page.evaluate(f"localStorage.getItem('{MARKS}')") or "{}")


def keep(page: Page, text: str) -> None:
    page.evaluate("([key, text]) => localStorage.setItem(key, text)", [MARKS, text])


def slug(card: Locator) -> str:
    address: str = card.locator("h3 a").evaluate("(a) => new URL(a.href).pathname")
    return address.removeprefix("/repo/papers/").rstrip("/")


# How much of each paper


def test_density_is_remembered_from_page_to_page(page: Page, address: str) -> None:
    page.goto(address + DAY)
    abstract = cards(page).first.locator(".bs-card__abstract")
    brief = abstract.bounding_box()
    page.get_by_label("Full").check()
    full = abstract.bounding_box()
    assert brief is not None
    assert full is not None
    assert full["height"] > brief["height"]
    page.get_by_label("Titles").check()
    assert not abstract.is_visible()
    for path in ("2025/03/11/", "topics/agents/"):
        page.goto(address + path)
        assert page.get_by_label("Titles").is_checked()
        assert not cards(page).first.locator(".bs-card__abstract").is_visible()
    # Where a page has no switch, nothing is put away.
    page.goto(address)
    assert cards(page).first.locator(".bs-card__abstract").is_visible()


def test_the_key_for_density_keeps_the_readers_place(page: Page, address: str) -> None:
    page.goto(address + DAY)
    for _ in range(30):
        page.keyboard.press("j")
    held = page.locator(".bs-card:has(:focus)")
    before = held.bounding_box()
    for density in ("full", "titles", "brief"):
        page.keyboard.press("d")
        assert said(page) == f"Showing {density}"
        page.wait_for_function("document.documentElement.style.overflowAnchor === ''")
        after = held.bounding_box()
        assert before is not None
        assert after is not None
        assert abs(after["y"] - before["y"]) < 2


@pytest.mark.parametrize("density", ["titles", "full"])
def test_a_link_to_a_paper_of_a_day_shows_it_at_every_density(
    page: Page, address: str, density: str
) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(address + DAY)
    page.evaluate("(density) => localStorage.setItem('bs-density', density)", density)
    card = cards(page).nth(60)
    wanted = card.get_attribute("id") or card.locator("[id]").first.get_attribute("id")
    page.goto("about:blank")
    page.goto(f"{address}{DAY}#{wanted}")
    page.wait_for_function(
        "document.readyState === 'complete' && document.documentElement.style.overflowAnchor === ''"
    )
    box = page.locator(f"[id='{wanted}']").bounding_box()
    assert box is not None
    assert 0 <= box["y"] < 40


def test_more_opens_an_abstract_where_it_is(page: Page, address: str) -> None:
    page.goto(address + DAY)
    card = cards(page).first
    abstract = card.locator(".bs-card__abstract")
    there, short = card.bounding_box(), abstract.bounding_box()
    card.get_by_text("More").click()
    still, long = card.bounding_box(), abstract.bounding_box()
    assert there is not None
    assert still is not None
    assert short is not None
    assert long is not None
    assert (still["y"], page.url) == (there["y"], address + DAY)
    assert long["height"] > short["height"]
    card.get_by_text("Less").click()
    again = abstract.bounding_box()
    assert again is not None
    assert again["height"] == short["height"]


# With one thumb


def test_a_finger_opens_an_abstract_and_follows_its_links(phone: Page, address: str) -> None:
    phone.goto(address + DAY)
    card = cards(phone).nth(1)
    more = card.locator(".bs-more")
    abstract = card.locator(".bs-card__abstract")
    assert not card.locator(".bs-card__tags").is_visible()
    abstract.tap()
    assert more.evaluate("(details) => details.open")
    abstract.tap()  # reading on puts nothing away
    assert more.evaluate("(details) => details.open")


def test_a_mouse_may_select_text_and_opens_nothing(page: Page, address: str) -> None:
    page.goto(address + DAY)
    card = cards(page).first
    card.locator(".bs-card__abstract").click()
    assert not card.locator(".bs-more").evaluate("(details) => details.open")


def test_what_a_thumb_presses_is_large_enough(phone: Page, address: str) -> None:
    """44 px where a thumb acts again and again, 24 px everywhere but in running text."""
    phone.goto(address + DAY)
    small = phone.evaluate("""() => {
      const least = (element) => element.matches(
        ".bs-card__foot *, .bs-switch *, .bs-prevnext *, .bs-nav *, .bs-scheme") ? 44 : 24;
      const all = document.querySelectorAll("a, button, summary, label");
      return [...all].filter((element) => !element.closest("p:not(.bs-prevnext p)"))
        .map((element) => [element, element.closest(".bs-chips li") || element])
        .map(([element, area]) => [element, area.getBoundingClientRect()])
        .filter(([, box]) => box.width && box.right > 0 && box.bottom > 0)
        .filter(([element, box]) => box.height < least(element) - 0.5)
        .map(([element, box]) => `${element.outerHTML.slice(0, 120)} is ${box.height} high`);
    }""")
    assert small == []


def test_a_day_ends_with_ways_on(phone: Page, address: str) -> None:
    phone.goto(address + DAY)
    ways = phone.get_by_role("navigation", name="Earlier and later").get_by_role("link")
    assert ways.all_text_contents() == ["11 March", "Back to the top", "14 March"]
    ways.nth(1).tap()
    phone.wait_for_function("scrollY < 300")
    ways.nth(2).tap()
    phone.wait_for_url(address + "2025/03/14/")


# One topic of a day


def test_chips_of_a_day_show_the_papers_that_they_count(page: Page, address: str) -> None:
    page.goto(address + DAY)
    chips = page.get_by_role("group", name="Show only one topic").get_by_role("listitem")
    assert chips.count() == 8
    assert cards(page).count() == PAPERS_OF_DAY
    for number in range(8):
        chip = chips.nth(number)
        name, _, count = (chip.text_content() or "").strip().rpartition(" ")
        chip.get_by_role("button").click()
        assert cards(page).count() == int(count)
        topics = cards(page).evaluate_all(
            "all => all.map((card) => card.querySelector('.bs-card__topics').textContent)"
        )
        assert all(name in topic for topic in topics)
        assert said(page) == f"Showing {count} papers"
        pressed = page.locator(".bs-chips [aria-pressed=true]").all_text_contents()
        assert pressed == [name]
    page.locator(".bs-chips [aria-pressed=true]").click()
    assert cards(page).count() == PAPERS_OF_DAY
    assert said(page) == f"Showing all {PAPERS_OF_DAY} papers"


def test_what_is_put_away_takes_no_room_and_no_key(page: Page, address: str) -> None:
    page.goto(address + DAY)
    page.get_by_role("button", name="Long context").click()
    away = page.locator(".bs-cards > li[hidden]")
    assert away.count() > 100
    heights = away.evaluate_all("all => all.map((item) => item.getBoundingClientRect().height)")
    assert set(heights) == {0}
    shown = [slug(card) for card in cards(page).all()]
    walked = []
    for _ in shown:
        page.keyboard.press("j")
        walked.append(slug(page.locator(".bs-card:has(:focus)")))
    assert walked == shown
    page.locator(".bs-card:has(:focus) h3 a").focus()
    for _ in range(12):  # the tab key, too, passes over them
        page.keyboard.press("Shift+Tab")
        assert page.locator("[hidden] :focus").count() == 0


def test_each_digest_of_a_day_says_how_many_are_left(page: Page, address: str) -> None:
    page.goto(address + DAY)
    notes = page.locator(".bs-head p")
    whole = notes.all_text_contents()
    page.get_by_role("button", name="Inference").click()
    shown = [
        page.locator(".bs-cards").nth(number).locator("> li:not([hidden])").count()
        for number in (0, 1)
    ]
    assert notes.all_text_contents() == [f"{shown[0]} of 63 papers", f"{shown[1]} of 80 papers"]
    page.get_by_role("button", name="Inference").click()
    assert notes.all_text_contents() == whole


def test_the_address_keeps_the_topic(page: Page, address: str) -> None:
    page.goto(address + DAY)
    page.get_by_role("button", name="Inference").click()
    assert page.url == address + DAY + "?topic=inference"
    shown = cards(page).count()
    cards(page).first.locator("h3 a").click()
    page.wait_for_url(address + "papers/**")
    page.go_back()
    page.locator(".bs-chips [aria-pressed=true]").wait_for()
    assert cards(page).count() == shown
    page.goto(address + DAY + "?topic=inference")
    assert cards(page).count() == shown
    page.locator(".bs-chips [aria-pressed=true]").click()
    assert page.url == address + DAY


@pytest.mark.parametrize("topic", ["no-such-topic", "'/*{}", "%22%3E%3Cimg%20src%3Dx%3E", ""])
def test_a_topic_that_the_day_has_not_shows_everything(
    page: Page, address: str, topic: str
) -> None:
    page.goto(f"{address}{DAY}?topic={topic}")
    assert page.locator(".bs-cards > li:visible").count() == ENTRIES_OF_DAY
    assert page.locator("img").count() == 0


def test_without_a_script_chips_lead_to_the_topic(
    visit: Callable[..., Visitor], address: str
) -> None:
    page = visit(java_script_enabled=False).page
    page.goto(address + DAY + "?topic=inference")
    assert page.locator(".bs-cards > li:visible").count() == ENTRIES_OF_DAY
    page.get_by_role("navigation", name="Main topics").get_by_role("link").first.click()
    page.wait_for_url(address + "topics/**")


# Saving


def test_a_saved_paper_is_saved_wherever_it_stands(page: Page, address: str) -> None:
    page.goto(address + DAY)
    card = cards(page).nth(3)
    name, title = slug(card), card.locator("h3").text_content()
    save = card.locator(".bs-save button")
    assert (save.text_content(), save.get_attribute("aria-pressed")) == ("Save", "false")
    save.click()
    assert (save.text_content(), save.get_attribute("aria-pressed")) == ("Saved", "true")
    assert said(page) == f"Saved: {title}"
    assert list(marks(page)) == [name]
    assert marks(page)[name]["title"] == title
    assert marks(page)[name]["saved"].endswith("Z")
    page.goto(f"{address}papers/{name}/")
    there = page.locator(".bs-save [data-mark=saved]")
    assert (there.text_content(), there.get_attribute("aria-pressed")) == ("Saved", "true")
    for key in "sr":  # to open it was to read it
        page.keyboard.press(key)
    assert said(page) == f"Marked as unread: {title}"
    assert marks(page) == {}
    page.goto(address + DAY)
    assert page.locator("[aria-pressed=true]").count() == 0


def test_windows_agree_on_what_is_saved(page: Page, address: str) -> None:
    page.goto(address + DAY)
    other = page.context.new_page()
    other.goto(address + DAY)
    first, second = slug(cards(page).nth(0)), slug(cards(page).nth(1))
    cards(page).nth(0).locator(".bs-save button").click()
    other.locator("[aria-pressed=true]").wait_for()
    cards(other).nth(1).locator(".bs-save button").click()
    assert set(marks(page)) == {first, second}


def test_marks_of_others_are_kept(page: Page, address: str) -> None:
    """What a later version keeps of a paper outlives saving and taking back."""
    page.goto(address + DAY)
    name = slug(cards(page).first)
    keep(page, json.dumps({name: {"note": "mine"}}))
    page.reload()
    save = cards(page).first.locator(".bs-save button")
    save.click()
    assert marks(page)[name]["note"] == "mine"
    assert "saved" in marks(page)[name]
    save.click()
    assert marks(page)[name]["note"] == "mine"
    assert "saved" not in marks(page)[name]


@pytest.mark.parametrize("kept", ["", "[", "7", "null", '"text"', '{"a": null}', "[1]"])
def test_damaged_marks_harm_nothing(page: Page, address: str, kept: str) -> None:
    page.goto(address + DAY)
    keep(page, kept)
    page.reload()
    card = cards(page).first
    card.locator(".bs-save button").click()
    assert card.locator(".bs-save button").text_content() == "Saved"
    assert slug(card) in marks(page)


def test_a_browser_that_keeps_nothing_still_reads(
    visit: Callable[..., Visitor], address: str
) -> None:
    page = visit().page
    page.add_init_script(
        "Object.defineProperty(window, 'localStorage', {get() { throw new Error('no'); }});"
    )
    page.goto(address + DAY)
    save = cards(page).first.locator(".bs-save button")
    save.click()
    assert save.text_content() == "Saved"
    page.get_by_label("Titles").check()
    assert not cards(page).first.locator(".bs-card__abstract").is_visible()


def test_without_a_script_nothing_is_offered_that_needs_one(
    visit: Callable[..., Visitor], address: str
) -> None:
    page = visit(java_script_enabled=False).page
    for path in (DAY, "", "papers/a-comprehensive-overview-of-large-language-models/"):
        page.goto(address + path)
        for selector in (".bs-save", ".bs-help", "button.bs-scheme"):
            assert page.locator(selector).locator("visible=true").count() == 0
    page.goto(address + DAY)
    card = cards(page).first
    short = card.locator(".bs-card__abstract").bounding_box()
    card.get_by_text("More").click()
    long = card.locator(".bs-card__abstract").bounding_box()
    assert short is not None
    assert long is not None
    assert long["height"] > short["height"]
    page.get_by_label("Titles").check()
    assert not card.locator(".bs-card__abstract").is_visible()


def test_texts_may_run_from_right_to_left(page: Page, address: str) -> None:
    page.goto(address + DAY)
    directions = page.evaluate("""() => {
      const card = document.querySelector(".bs-card");
      const parts = [".bs-card__title", ".bs-card__by span", ".bs-card__abstract"];
      return parts.map((selector) => {
        const part = card.querySelector(selector);
        part.textContent = "\u05e9\u05dc\u05d5\u05dd " + part.textContent;
        return getComputedStyle(part).direction;
      });
    }""")
    assert directions == ["rtl", "rtl", "rtl"]
