"""What a reader's browser knows outlives a new edition, and what is new since then is said."""

import json
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import Visitor
from tests.browser.editions import GULLS, NEW, RENAMED, TIDES, Editions
from tests.browser.test_weight import SHIFTS
from tests.site.test_permanence import BOATS, QUAY, RIVERS

pytestmark = pytest.mark.browser

SEEN = "bs-seen:/repo/"
MARKS = "bs-papers:/repo/"
FIRST = "What is new is marked from your next visit on."
NOTHING = "Nothing new since your last visit."


def line(page: Page) -> str:
    return page.locator(".bs-news").text_content() or ""


def new_cards(page: Page) -> list[str]:
    return page.locator(".bs-card.is-new h3").all_text_contents()


def seen(page: Page) -> Any:
    return json.loads(page.evaluate(f"localStorage.getItem('{SEEN}')"))


def end_visit(page: Page) -> None:
    page.evaluate(
        "(key) => localStorage.setItem(key,"
        " JSON.stringify({...JSON.parse(localStorage.getItem(key)), at: 0}))",
        SEEN,
    )


def test_marks_survive_new_titles_merges_and_what_goes(
    visit: Callable[..., Visitor], editions: Editions, harbour: str
) -> None:
    visitor = visit()
    page = visitor.page
    page.goto(harbour + "reading-list/")
    page.goto(harbour + "2025/01/06/")
    page.evaluate("document.querySelectorAll('[data-mark=saved]').forEach((save) => save.click())")
    page.goto(harbour + "undated/almanacs/")
    page.locator("[data-mark=saved]").click()
    page.goto(harbour + "2025/01/07/")
    page.locator("[data-mark=saved]").first.click()
    page.goto(harbour + "reading-list/")
    assert sorted(page.locator("#bs_list h3").all_text_contents()) == sorted(
        [QUAY, RIVERS, BOATS, GULLS, TIDES]
    )
    for title in (RIVERS, BOATS):
        page.get_by_label(f"Note on {title}").fill(f"On {title.split()[0]}.")
    page.goto(harbour)
    slug_of = {entry["title"]: slug for slug, entry in marks(page).items()}

    editions.publish(editions.second)
    # A paper's own page, under its new address, and a card: each knows the paper.
    page.goto(f"{harbour}papers/{slug_of[QUAY]}/")
    page.wait_for_url(f"{harbour}papers/lights-again/")
    # Of a page that only leads on, a browser may ask for an icon at the root of the host.
    assert all("404" in error for error in visitor.errors)
    visitor.errors.clear()
    page.locator("h1", has_text=RENAMED).wait_for()
    assert page.locator("[data-mark=saved]").get_attribute("aria-pressed") == "true"
    assert marks(page)["lights-again"]["title"] == RENAMED
    assert slug_of[QUAY] not in marks(page)
    page.goto(harbour + "reading-list/")
    page.get_by_text("No longer on this site").wait_for()
    fates = {
        title.text_content(): fate.text_content()
        for title, fate in zip(
            page.locator("#bs_list h3").all(), page.locator("#bs_list .bs-fate").all(), strict=True
        )
    }
    assert fates == {
        RENAMED: "",
        BOATS: "",
        GULLS: "Hidden by the curator",
        TIDES: "No longer on this site",
    }
    note = page.get_by_label(f"Note on {BOATS}").input_value()
    assert sorted(note.split("\n\n")) == ["On Paper.", "On Slow."]
    assert set(marks(page)) == {"lights-again", *(slug_of[t] for t in (BOATS, GULLS, TIDES))}


def marks(page: Page) -> Any:
    return json.loads(page.evaluate(f"localStorage.getItem('{MARKS}')") or "{}")


def test_what_came_since_the_last_visit_is_new(
    page: Page, editions: Editions, harbour: str
) -> None:
    page.goto(harbour)
    assert (line(page), new_cards(page)) == (FIRST, [])
    page.goto(harbour + "topics/water/")
    assert (line(page), new_cards(page)) == (FIRST, [])
    end_visit(page)
    page.reload()
    assert (line(page), new_cards(page)) == (NOTHING, [])
    end_visit(page)

    editions.publish(editions.second)
    page.goto(harbour)
    assert line(page) == "1 new since your last visit. Mark all as seen"
    assert new_cards(page) == [NEW]
    page.goto(harbour + "topics/machines/")
    assert (line(page), new_cards(page)) == (NOTHING, [])
    for path in ("topics/water/", "2025/02/01/"):  # still the same visit
        page.goto(harbour + path)
        assert new_cards(page) == [NEW]
    page.goto(harbour + "topics/water/")
    other = page.context.new_page()
    other.goto(harbour)
    other.get_by_role("button", name="Mark all as seen").click()
    page.get_by_text(NOTHING).wait_for()
    assert (new_cards(page), line(other), new_cards(other)) == ([], NOTHING, [])
    other.reload()
    assert line(other) == NOTHING


def test_a_visit_to_papers_alone_goes_on(page: Page, editions: Editions, harbour: str) -> None:
    """What is new stays so while the reader reads, and is no more at the visit after."""
    page.goto(harbour)
    end_visit(page)
    editions.publish(editions.second)
    page.goto(harbour)
    page.evaluate(
        "(key) => localStorage.setItem(key, JSON.stringify("
        "{...JSON.parse(localStorage.getItem(key)), at: Date.now() - 29 * 60 * 1000}))",
        SEEN,
    )
    page.goto(harbour + "papers/lights-again/")
    assert page.evaluate("Date.now()") - seen(page)["at"] < 60_000
    page.goto(harbour)
    assert new_cards(page) == [NEW]
    end_visit(page)
    page.reload()
    assert (line(page), new_cards(page)) == (NOTHING, [])


def test_a_late_digest_is_news_and_an_old_one_is_history(page: Page, harbour: str) -> None:
    page.goto(harbour)
    for before, said in (
        (["2025-02-01", "2025-01-06"], "1 new"),  # 7 January came late
        (["2025-02-01", "2025-01-07"], NOTHING),  # 6 January is before all that was there
        (["2024-12-24"], "At least 4 new"),  # away for longer than the page tells
    ):
        page.evaluate(
            "([key, before]) => localStorage.setItem(key,"
            " JSON.stringify({before, now: before, at: 0}))",
            [SEEN, before],
        )
        page.reload()
        assert line(page).startswith(said)


@pytest.mark.parametrize("kept", ["", "{", "[]", '{"before": 1}', '{"before": [1], "now": []}'])
def test_damaged_memory_is_a_first_visit(page: Page, harbour: str, kept: str) -> None:
    page.goto(harbour + "404.html")
    page.evaluate("([key, text]) => localStorage.setItem(key, text)", [SEEN, kept])
    page.goto(harbour)
    assert line(page) == FIRST
    assert seen(page)["isFirst"]


@pytest.mark.parametrize("width", [1280, 390, 320])
def test_news_move_nothing(
    visit: Callable[..., Visitor], editions: Editions, harbour: str, width: int
) -> None:
    page = visit(viewport={"width": width, "height": 900}).page
    page.add_init_script(SHIFTS)
    page.goto(harbour)
    heights = set()
    end_visit(page)
    for edition in (editions.first, editions.second):
        editions.publish(edition)
        page.goto(harbour)
        page.wait_for_timeout(300)
        heights.add(page.locator(".bs-news").evaluate("(line) => line.offsetHeight"))
        assert page.evaluate("window.shifts || []") == []
        end_visit(page)
    assert len(heights) == 1
