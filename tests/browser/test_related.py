"""Papers near a paper, as a reader meets them on its page."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Visitor

pytestmark = pytest.mark.browser


@pytest.fixture
def path(real_site: Path) -> str:
    """The page of a paper that names as many others as any does."""
    found = json.loads((real_site / "build/site/api/v1/related.json").read_text(encoding="utf-8"))
    most = max(found["related"], key=lambda record: len(record["related"]))
    assert len(most["related"]) > 1
    return str(most["url"])


def test_related_papers_say_why_and_lead_to_their_pages(
    visit: Callable[..., Visitor], address: str, path: str
) -> None:
    page = visit(java_script_enabled=False).page
    page.goto(address + path)
    section = page.get_by_role("region", name="Related")
    links = section.get_by_role("link")
    titles = links.all_text_contents()
    reasons = section.locator("li > p:last-child").all_text_contents()
    assert len(titles) == len(set(titles)) == len(reasons)
    assert page.locator("h1").text_content() not in titles
    assert all(reason.removeprefix("In common: ").strip() for reason in reasons)
    assert all(reason.startswith("In common: ") for reason in reasons)
    for place, title in enumerate(titles):
        links.nth(place).click()
        expect(page.locator("h1")).to_have_text(title)
        page.go_back()


def test_related_papers_are_reached_by_keyboard(
    visit: Callable[..., Visitor], address: str, path: str
) -> None:
    page = visit().page
    page.goto(address + path)
    links = page.get_by_role("region", name="Related").get_by_role("link")
    title = links.nth(1).text_content()
    links.first.focus()
    page.keyboard.press("Tab")
    assert links.nth(1).evaluate("(link) => link.matches(':focus-visible')")
    page.keyboard.press("Enter")
    page.wait_for_url(lambda url: path not in url)
    assert page.locator("h1").text_content() == title
