"""With the keyboard, the first step leads past the header, on every kind of page."""

import pytest
from playwright.sync_api import Page


@pytest.mark.browser
@pytest.mark.parametrize("path", ["", "about/", "topics/", "404.html"])
def test_the_first_stop_leads_to_the_content(page: Page, address: str, path: str) -> None:
    page.goto(address + path)
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "bs-skip"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "bs_content"
