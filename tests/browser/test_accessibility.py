"""For everyone: rules of accessibility, narrow windows, large text, stillness."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserType, Page

from tests.browser.conftest import Visitor
from tests.browser.kinds import addresses, kinds_of

pytestmark = pytest.mark.browser

DESK = {"viewport": {"width": 1280, "height": 900}}
PHONE = {"viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True}

# Everything open, and laid out wherever it is, as if the reader had been there.
OPEN = """() => {
  document.querySelectorAll("details").forEach((details) => { details.open = true; });
  const style = document.createElement("style");
  style.textContent = ".bs-cards > li:not([hidden]) { content-visibility: visible !important; }";
  document.head.append(style);
}"""
# Of the cards that are built alike, the first: what a rule finds in one it finds in all of them.
BY_SHAPE = """() => {
  const seen = new Set();
  for (const item of document.querySelectorAll(".bs-cards > li")) {
    const parts = [item, ...item.querySelectorAll("*")].map((part) => [part.tagName,
      part.className.replace(/\\b[tf]\\d\\b/g, ""), ...part.getAttributeNames()].join(" "));
    const shape = [...new Set(parts)].sort().join();
    if (seen.has(shape)) item.remove();
    seen.add(shape);
  }
}"""
AXE = """async () => {
  const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
  const {violations, passes} = await axe.run(document,
    {runOnly: tags, resultTypes: ["violations"], iframes: false, preload: false});
  return {
    passed: passes.map((rule) => rule.id),
    found: violations.flatMap((rule) => rule.nodes.slice(0, 3).map(
      (node) => `${rule.id}: ${node.html.slice(0, 200)}: ${node.failureSummary}`)),
  };
}"""
# What is wider than the window, so that one would scroll sideways; what is cut off at its side.
WIDE = """() => {
  const wide = [];
  if (document.scrollingElement.scrollWidth > innerWidth) {
    wide.push(`the page is ${document.scrollingElement.scrollWidth} wide`);
  }
  for (const element of document.querySelectorAll(".bs-header *, main *, .bs-footer *")) {
    const box = element.getBoundingClientRect();
    if (!box.width || element.closest(".vh, svg, thead, [hidden]")) continue;  // not for the eye
    if (box.right > innerWidth + 1 || box.left < -1) wide.push(element.outerHTML.slice(0, 120));
    const cut = getComputedStyle(element).overflowX !== "visible";
    if (cut && element.scrollWidth > element.clientWidth + 1 && !element.matches("pre, input")) {
      wide.push(`cut: ${element.outerHTML.slice(0, 120)}`);
    }
  }
  return wide.slice(0, 5);
}"""


def visit_all(page: Page, address: str, site: Path) -> Iterator[str]:
    """Open a page of each kind, everything in it open; gives its name while it is there."""
    for name, path in addresses(site).items():
        page.goto(address + path)
        if name == "search":
            page.locator("main .bs-card").first.wait_for()
        page.evaluate(OPEN)
        yield name


def forgive_the_missing_page(visitor: Visitor) -> None:
    """One of the pages is missing on purpose, which the browser notes."""
    assert len(visitor.errors) <= 1
    visitor.errors.clear()


def test_no_kind_of_page_is_forgotten(real_site: Path) -> None:
    site = real_site / "build/site"
    pages = [site / path.partition("?")[0] / "index.html" for path in addresses(site).values()]
    held = {page.parent for page in pages if page.is_file()}
    named = {kind for kind in kinds_of(site) if any(_is_of(folder, kind) for folder in held)}
    assert named == kinds_of(site)


def _is_of(folder: Path, kind: str) -> bool:
    return f'class="bs bs-page-{kind}' in (folder / "index.html").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("device", "scheme"),
    [
        pytest.param(DESK, "light", id="desk-light"),
        pytest.param(PHONE, "dark", id="phone-dark"),
        # Each device and each scheme has its turn above; all four take minutes.
        pytest.param(DESK, "dark", id="desk-dark", marks=pytest.mark.slow),
        pytest.param(PHONE, "light", id="phone-light", marks=pytest.mark.slow),
    ],
)
def test_axe_finds_nothing(
    visit: Callable[..., Visitor],
    address: str,
    real_site: Path,
    axe: str,
    device: dict[str, Any],
    scheme: str,
) -> None:
    visitor = visit(**device, color_scheme=scheme)
    page = visitor.page
    page.set_default_timeout(120_000)
    found: dict[str, list[str]] = {}
    for name in visit_all(page, address, real_site / "build/site"):
        if scheme == "dark" or name == "undated digest":
            page.evaluate(BY_SHAPE)
        page.evaluate(axe)
        result = page.evaluate(AXE)
        assert {"color-contrast", "link-name", "region", "target-size"} <= set(result["passed"])
        if result["found"]:
            found[name] = result["found"]
    assert found == {}
    forgive_the_missing_page(visitor)


def test_axe_finds_nothing_in_what_opens_by_key(page: Page, address: str, axe: str) -> None:
    page.goto(address + "2025/03/14/")
    page.get_by_role("button", name="Code").click()
    page.keyboard.press("j")
    page.keyboard.press("s")
    page.keyboard.press("?")
    page.get_by_role("dialog").wait_for()
    page.evaluate(axe)
    assert page.evaluate(AXE)["found"] == []


@pytest.mark.parametrize("damage", ["color: #bbb", "display: block; width: 10px; height: 10px"])
def test_axe_finds_damage(
    visit: Callable[..., Visitor], address: str, axe: str, damage: str
) -> None:
    page = visit(**PHONE).page
    page.goto(address)
    page.add_style_tag(content=f".bs .bs-card__foot :is(a, button) {{ {damage} }}")
    page.evaluate(axe)
    assert page.evaluate(AXE)["found"] != []


def test_320_pixels_are_wide_enough(
    visit: Callable[..., Visitor], address: str, real_site: Path
) -> None:
    """1,280 pixels enlarged four times are 320 (WCAG 1.4.10)."""
    visitor = visit(viewport={"width": 320, "height": 640}, has_touch=True, is_mobile=True)
    page = visitor.page
    switch = "(density) => { document.documentElement.dataset.density = density; }"
    wide = {}
    for name in visit_all(page, address, real_site / "build/site"):
        for density in ("brief", "full", "titles"):
            page.evaluate(switch, density)
            if found := page.evaluate(WIDE):
                wide[name, density] = found
    assert wide == {}
    forgive_the_missing_page(visitor)


@pytest.fixture(scope="module")
def large_text(browser: Browser, chromium: str) -> Iterator[Callable[[dict[str, Any]], Page]]:
    """A browser whose reader has set text to twice its size."""
    arguments = ["--disable-gpu", "--no-sandbox", "--blink-settings=defaultFontSize=32"]
    kind: BrowserType = browser.browser_type
    launched = kind.launch(executable_path=chromium, args=arguments)
    yield lambda options: launched.new_context(**options).new_page()
    launched.close()


def test_text_may_be_twice_as_large(
    large_text: Callable[[dict[str, Any]], Page], address: str, real_site: Path
) -> None:
    """By the reader's own setting: nothing is cut off, nothing scrolls sideways (WCAG 1.4.4)."""
    page = large_text({"viewport": {"width": 1280, "height": 900}})
    page.goto(address)
    size = page.locator(".bs-lead").first.evaluate(
        "(p) => parseFloat(getComputedStyle(p).fontSize)"
    )
    assert size > 34
    wide = {}
    for name in visit_all(page, address, real_site / "build/site"):
        for width in (1280, 640, 390):
            page.set_viewport_size({"width": width, "height": 900})
            if found := page.evaluate(WIDE):
                wide[name, width] = found
    assert wide == {}


def test_too_wide_is_found(page: Page, address: str) -> None:
    page.goto(address)
    page.evaluate(OPEN)
    assert page.evaluate(WIDE) == []
    page.add_style_tag(content=".bs-lead { width: 2000px }")
    assert page.evaluate(WIDE) != []


def test_nothing_moves_for_who_wants_stillness(
    visit: Callable[..., Visitor], address: str, real_site: Path
) -> None:
    visitor = visit(reduced_motion="reduce")
    moving = """() => [...document.querySelectorAll("html, .bs-header *, main *, .bs-footer *")]
      .filter((element) => {
        const style = getComputedStyle(element);
        const still = style.transitionDuration.split(", ").every((time) => time === "0s");
        return !still || style.animationName !== "none" || style.scrollBehavior === "smooth";
      }).map((element) => element.outerHTML.slice(0, 120))"""
    found = {
        name: all_moving[:3]
        for name in visit_all(visitor.page, address, real_site / "build/site")
        if (all_moving := visitor.page.evaluate(moving))
    }
    assert found == {}
    forgive_the_missing_page(visitor)
