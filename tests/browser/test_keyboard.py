"""Everything works by keyboard: tabbing with a focus that is seen, and single keys for readers."""

from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import Visitor
from tests.browser.kinds import PAGES, addresses

pytestmark = pytest.mark.browser

DAY = "2025/03/12/"
STOPS = 40
"""How far a page is tabbed through: past its head, and through several of its cards."""

# The element that has the focus, whether one sees that it has, and whether it is on the screen. A
# chip shows the focus of its link, a switch that of its button.
FOCUSED = """() => {
  const element = document.activeElement;
  if (!element || element === document.body) return null;
  const drawn = [element, element.closest(".bs-chips li, .bs-switch label")].filter(Boolean);
  const seen = drawn.some((one) => {
    const style = getComputedStyle(one);
    return style.outlineStyle === "solid" && parseFloat(style.outlineWidth) >= 2
      && style.outlineColor !== "rgba(0, 0, 0, 0)";
  });
  const box = drawn[drawn.length - 1].getBoundingClientRect();
  const there = box.width > 0 && box.height > 0
    && box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth;
  return {
    name: (element.getAttribute("aria-label") || element.textContent || element.name
      || [...element.labels || []].map((label) => label.textContent).join(" ")).trim(),
    html: element.outerHTML.slice(0, 100), seen, there,
    place: [...document.querySelectorAll("*")].indexOf(element),
    hidden: getComputedStyle(element).visibility !== "visible",
  };
}"""


def press_until(page: Page, wanted: str, *, key: str = "Tab", most: int = 60) -> None:
    """Press a key until what is called `wanted` has the focus; it must be seen all the way."""
    passed = []
    for _ in range(most):
        page.keyboard.press(key)
        focused = page.evaluate(FOCUSED)
        assert focused is not None, f"the focus was lost after {passed[-3:]}"
        assert focused["seen"], focused["html"]
        assert focused["there"], focused["html"]
        passed.append(focused["name"])
        if focused["name"] == wanted:
            return
    pytest.fail(f"{wanted} was not reached by {key}: {passed}")


def title_of_held_card(page: Page) -> str:
    return page.locator(".bs-card:has(:focus) h3").text_content() or ""


def test_from_home_to_a_paper_and_to_search_by_keyboard_alone(page: Page, address: str) -> None:
    page.goto(address)
    press_until(page, "Skip to the content", most=1)
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "bs_content"
    press_until(page, "All 90 papers of 14 March")
    page.keyboard.press("Enter")
    page.wait_for_url(address + "2025/03/14/")

    first = page.locator(".bs-card").first
    title = (first.locator("h3").text_content() or "").strip()
    press_until(page, title)
    press_until(page, "MoreLess", most=3)
    page.keyboard.press("Enter")
    assert first.locator(".bs-more").evaluate("(details) => details.open")
    press_until(page, title, key="Shift+Tab", most=3)
    page.keyboard.press("Enter")
    page.wait_for_url(address + "papers/**")
    assert (page.locator("h1").text_content() or "").strip() == title

    page.go_back()  # Alt and the arrow, which a browser without a window does not know
    page.wait_for_url(address + "2025/03/14/")
    press_until(page, "Search")
    page.keyboard.press("Enter")
    page.wait_for_url(address + "search/**")
    page.locator("main input[type=search]:focus").wait_for()
    page.keyboard.type(title)
    page.keyboard.press("Enter")
    page.locator("main .bs-card h3 a").first.wait_for()
    press_until(page, title)
    page.keyboard.press("Enter")
    page.wait_for_url(address + "papers/**")
    assert (page.locator("h1").text_content() or "").strip() == title


@pytest.mark.parametrize("kind", PAGES)
def test_whatever_has_the_focus_is_seen(
    visit: Callable[..., Visitor], address: str, real_site: Path, kind: str
) -> None:
    visitor = visit(viewport={"width": 1280, "height": 900})
    page = visitor.page
    page.goto(address + addresses(real_site / "build/site")[kind])
    if kind == "search":  # what can be narrowed by comes a moment after the page
        page.wait_for_load_state("networkidle")
    visitor.errors.clear()  # that a page is missing, which one of them is
    stops = []
    for _ in range(STOPS):
        page.keyboard.press("Tab")
        focused = page.evaluate(FOCUSED)
        if focused is None:  # past the end: the browser's own bars
            break
        assert focused["seen"], focused["html"]
        assert focused["there"], focused["html"]
        assert not focused["hidden"], focused["html"]
        assert focused["name"], focused["html"]
        stops.append(focused["place"])
    assert len(stops) >= 10
    assert all(one < other for one, other in pairwise(stops)), "not in the order of the page"


# Single keys


def test_j_and_k_go_from_paper_to_paper(page: Page, address: str) -> None:
    page.goto(address + DAY)
    titles = page.locator(".bs-card h3").all_text_contents()
    for title in titles[:20]:
        page.keyboard.press("j")
        assert title_of_held_card(page) == title
        assert page.evaluate(FOCUSED)["seen"]
        card = page.locator(".bs-card:has(:focus)").bounding_box()
        assert card is not None
        assert card["y"] >= 0
        assert card["y"] + card["height"] <= 900
    for title in titles[18:10:-1]:
        page.keyboard.press("k")
        assert title_of_held_card(page) == title


def test_j_begins_where_the_reader_is(page: Page, address: str) -> None:
    page.goto(address + DAY)
    page.keyboard.press("k")  # nothing before the first
    assert title_of_held_card(page) == page.locator(".bs-card h3").first.text_content()
    # What comes on the screen takes its height, so that the card may move away once more.
    page.wait_for_function("""() => {
      const card = document.querySelectorAll(".bs-card")[60], before = card.dataset.y;
      card.scrollIntoView({block: "start"});
      card.dataset.y = card.getBoundingClientRect().y;
      return card.dataset.y === before;
    }""")
    page.keyboard.press("j")
    held = page.evaluate("""() => [...document.querySelectorAll(".bs-card")]
      .indexOf(document.activeElement.closest(".bs-card"))""")
    assert held in {60, 61}


def test_on_a_paper_j_and_k_go_through_the_digest_by_which_one_came(
    page: Page, address: str
) -> None:
    """The paper is in two digests of one day and in one of another: each has its own neighbours."""
    page.goto(address + DAY)
    page.locator(".bs-card h3 a", has_text="Discovering the Gems").click()
    _arrive(page, "Discovering the Gems")
    first = page.locator(".bs-beside").first
    after = first.locator("[rel=next]").text_content() or ""
    page.keyboard.press("j")
    _arrive(page, after)
    page.keyboard.press("k")
    _arrive(page, "Discovering the Gems")
    last = page.locator(".bs-beside").last
    before = last.locator("[rel=prev]")
    title = before.text_content() or ""
    assert title != first.locator("[rel=prev]").text_content()
    before.click()
    _arrive(page, title)
    page.keyboard.press("j")
    _arrive(page, "Discovering the Gems")
    page.keyboard.press("j")
    page.locator(".bs-beside [rel=prev]", has_text="Discovering the Gems").wait_for()


def _arrive(page: Page, title: str) -> None:
    """Wait for a paper's page and its scripts: a key that comes before them is lost."""
    page.locator("h1", has_text=title).wait_for()
    page.wait_for_load_state()


def test_m_o_and_s_act_on_the_paper_that_is_held(page: Page, address: str) -> None:
    page.goto(address + DAY)
    for key in "mos":  # no paper is held
        page.keyboard.press(key)
    assert page.url == address + DAY
    assert page.locator("[open], [aria-pressed=true]").count() == 0
    page.keyboard.press("j")
    title = title_of_held_card(page)
    page.keyboard.press("m")
    assert page.locator(".bs-card:has(:focus) .bs-more[open]").count() == 1
    page.keyboard.press("m")
    assert page.locator(".bs-more[open]").count() == 0
    page.keyboard.press("s")
    assert page.locator("#bs_said").text_content() == f"Saved: {title}"
    assert page.locator(".bs-card:has(:focus) .bs-save [aria-pressed=true]").is_visible()
    page.keyboard.press("o")
    page.wait_for_url(address + "papers/**")
    assert page.locator("h1").text_content() == title


def test_a_saved_paper_is_marked_among_titles_too(page: Page, address: str) -> None:
    page.goto(address + DAY)
    page.get_by_label("Titles").check()
    for key in "js":
        page.keyboard.press(key)
    line = page.locator(".bs-card:has(:focus) .bs-card__by")
    mark = line.evaluate("(line) => getComputedStyle(line, '::after').content")
    assert mark.endswith('· Saved"')


def test_the_list_of_keys_opens_closes_and_gives_the_focus_back(page: Page, address: str) -> None:
    page.goto(address + DAY)
    page.keyboard.press("j")
    held = title_of_held_card(page)
    page.keyboard.press("?")
    dialog = page.get_by_role("dialog", name="Keyboard")
    assert dialog.is_visible()
    assert page.evaluate(FOCUSED)["name"] == "Close"
    page.keyboard.press("j")  # behind a dialog nothing acts
    assert page.evaluate(FOCUSED)["name"] == "Close"
    page.keyboard.press("Enter")
    assert not dialog.is_visible()
    assert title_of_held_card(page) == held
    page.keyboard.press("?")
    page.keyboard.press("Escape")
    assert not dialog.is_visible()
    assert title_of_held_card(page) == held
    page.get_by_role("button", name="Keyboard").click()
    assert dialog.is_visible()


def test_keys_are_off_when_the_reader_says_so(page: Page, address: str) -> None:
    page.goto(address + DAY)
    page.keyboard.press("?")
    page.get_by_label("Single keys are on").uncheck()
    page.get_by_role("button", name="Close").click()
    for _ in range(2):
        for key in "jmosd/?":
            page.keyboard.press(key)
        assert page.url == address + DAY
        assert page.locator(".bs-card:has(:focus), dialog[open], [aria-pressed=true]").count() == 0
        assert page.get_by_label("Brief").is_checked()
        page.reload()  # and it is remembered
    page.get_by_role("button", name="Keyboard").click()
    page.get_by_label("Single keys are on").check()
    page.keyboard.press("Escape")
    page.keyboard.press("j")
    assert title_of_held_card(page)


@pytest.mark.parametrize("modifier", ["Control", "Alt", "Meta"])
def test_keys_with_a_modifier_are_the_browsers(page: Page, address: str, modifier: str) -> None:
    page.goto(address + DAY)
    for key in "jsd":
        prevented = page.evaluate(
            """([key, modifier]) => {
              const event = new KeyboardEvent("keydown", {
                key, bubbles: true, cancelable: true, [modifier.toLowerCase() + "Key"]: true,
                ctrlKey: modifier === "Control",
              });
              document.body.dispatchEvent(event);
              return event.defaultPrevented;
            }""",
            [key, modifier],
        )
        assert not prevented
    assert page.locator(".bs-card:has(:focus)").count() == 0


@pytest.mark.parametrize(
    "field",
    ["<input>", "<input type=search>", "<textarea></textarea>", "<p contenteditable>x</p>"],
)
def test_keys_in_a_field_are_letters(page: Page, address: str, field: str) -> None:
    page.goto(address + DAY)
    page.evaluate(
        "(html) => document.querySelector('main h1').insertAdjacentHTML('afterend', html)", field
    )
    page.locator("main h1 + *").focus()
    page.keyboard.type("jkmosd/?")
    text = page.locator("main h1 + *").evaluate("(field) => field.value ?? field.textContent")
    assert "jkmosd/?" in text
    assert page.locator("dialog[open], .bs-card:has(:focus)").count() == 0


def test_a_key_is_first_offered_to_other_scripts(page: Page, address: str) -> None:
    page.goto(address + DAY)
    page.evaluate("""() => {
      window.offered = [];
      document.addEventListener("bs:key", (event) => {
        window.offered.push(event.detail);
        if (event.detail === "j") event.preventDefault();
      });
    }""")
    for key in ("j", "x", "k"):
        page.keyboard.press(key)
    assert page.evaluate("window.offered") == ["j", "x", "k"]
    assert title_of_held_card(page) == page.locator(".bs-card h3").first.text_content()


def test_cards_that_come_later_are_marked(page: Page, address: str) -> None:
    page.goto(address + DAY)
    for key in "js":
        page.keyboard.press(key)
    copied = page.evaluate("""() => {
      const item = document.activeElement.closest("li").cloneNode(true);
      const save = item.querySelector(".bs-save button");
      save.textContent = "Save";
      save.setAttribute("aria-pressed", "false");
      document.querySelector(".bs-cards").append(item);
      document.dispatchEvent(new Event("bs:cards"));
      return [save.textContent, save.getAttribute("aria-pressed")];
    }""")
    assert copied == ["Saved", "true"]
