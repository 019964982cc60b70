"""Light pages: bytes, stillness while loading, no work that keeps a phone from answering."""

import gzip
from collections import defaultdict
from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

import pytest
from playwright.sync_api import CDPSession, Page

from tests.browser.conftest import Visitor
from tests.browser.kinds import addresses

pytestmark = pytest.mark.browser

DESK = {"viewport": {"width": 1280, "height": 900}}
PHONE = {"viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True}
KB = 1000  # bytes
DIGESTS = {
    "2025/03/11/": 113,
    "2025/03/12/": 132,
    "2025/03/14/": 90,
    "undated/language-modeling/": 239,
}
"""Pages of digests, and the papers of each."""

SHIFTS = """window.shifts = []; window.arriving = 0;
let whole = Infinity;
document.addEventListener("readystatechange", () => {
  if (document.readyState !== "interactive") return;
  requestAnimationFrame(() => requestAnimationFrame((now) => { whole = now; }));
});
new PerformanceObserver((list) => {
  for (const entry of list.getEntries()) {
    if (entry.hadRecentInput) continue;
    if (entry.startTime < whole) { window.arriving += entry.value; continue; }
    window.shifts.push([entry.value, ...entry.sources.map((source) =>
      source.node && (source.node.outerHTML || source.node.textContent).slice(0, 100))]);
  }
}).observe({type: "layout-shift", buffered: true})"""
"""Shifts of a page that was seen whole; and how much moved while its lines were still arriving.

A table whose second column is not there yet moves when that comes, and a browser that is short of
time paints it before. Nothing but lines that arrive may move then, so a sum is enough. It ends
with the first picture of all lines, which is the one before the second frame.
"""
GOOD = 0.1
"""Cumulative layout shift that Chromium's makers call good (web.dev/articles/cls)."""


def compressed(site: Path, urls: list[str]) -> int:
    """Bytes of all these files of the site, each compressed as well as gzip can."""
    total = 0
    for url in dict.fromkeys(url.partition("#")[0].partition("?")[0] for url in urls):
        path = site / unquote(urlsplit(url).path).removeprefix("/repo/")
        file = path / "index.html" if path.is_dir() else path
        total += len(gzip.compress(file.read_bytes(), 9))
    return total


def load(page: Page, url: str) -> list[str]:
    """Open a page; give the addresses of everything that it loads, to its end and open."""
    loaded: list[str] = []
    page.on("requestfinished", lambda request: loaded.append(request.url))
    page.goto(url, wait_until="networkidle")
    page.keyboard.press("End")
    page.keyboard.press("j")
    page.wait_for_timeout(200)
    return [url for url in loaded if not url.startswith("data:")]


@pytest.mark.parametrize("path", DIGESTS)
def test_a_digest_weighs_little(page: Page, address: str, real_site: Path, path: str) -> None:
    """60 kB and 1 kB a paper, with everything; so the 90 of 14 March are below 150 kB."""
    loaded = load(page, address + path)
    assert any(url.endswith(".css") for url in loaded)
    assert any(url.endswith(".js") for url in loaded)
    weight = compressed(real_site / "build/site", loaded)
    assert page.locator(".bs-card").count() == DIGESTS[path]
    assert 10 * KB < weight < 60 * KB + DIGESTS[path] * KB


@pytest.mark.parametrize("kind", ["home", "archive", "topics", "listing", "tags", "paper", "data"])
def test_other_pages_weigh_less_than_a_picture(
    page: Page, address: str, real_site: Path, kind: str
) -> None:
    site = real_site / "build/site"
    assert compressed(site, load(page, address + addresses(site)[kind])) < 60 * KB


@pytest.mark.parametrize("device", [DESK, PHONE], ids=["desk", "phone"])
def test_nothing_shifts_while_a_page_loads(
    visit: Callable[..., Visitor], address: str, real_site: Path, device: dict[str, Any]
) -> None:
    page = visit(**device).page
    page.add_init_script(SHIFTS)
    page.add_init_script("localStorage.setItem('bs-density', 'full')")
    shifted = {}
    for name, path in addresses(real_site / "build/site").items():
        if name in {"search", "missing"}:  # results come when they are found
            continue
        page.goto(address + path)
        for _ in range(4):
            page.mouse.wheel(0, 1500)
            page.wait_for_timeout(100)
        if shifts := page.evaluate("window.shifts"):
            shifted[name] = shifts
        assert page.evaluate("window.arriving") < GOOD, name
    assert shifted == {}


def test_a_shift_is_seen(page: Page, address: str) -> None:
    page.add_init_script(SHIFTS)
    page.goto(address)
    page.wait_for_timeout(700)
    page.add_style_tag(content="h1 { margin-bottom: 200px !important }")
    page.wait_for_function("window.shifts.length")


def test_the_first_view_is_there_without_a_script(
    visit: Callable[..., Visitor], address: str
) -> None:
    page = visit(**PHONE, java_script_enabled=False).page
    for path in ("", *DIGESTS):
        page.goto(address + path)
        for selector in ("h1", ".bs-lead", ".bs-card h3", ".bs-card__by", ".bs-card__abstract"):
            box = page.locator(selector).first.bounding_box()
            assert box is not None, selector
            assert box["y"] + min(box["height"], 48) <= 844, selector


# Work


@pytest.mark.slow
@pytest.mark.parametrize("path", ["2025/03/12/", "undated/language-modeling/"])
def test_a_long_day_stays_quick_on_a_phone(
    visit: Callable[..., Visitor], address: str, path: str
) -> None:
    """No task above 200 ms of the processor's time after loading, the processor four times slower.

    Its own time, so that other programs of the machine do not count.
    """
    page = visit(**PHONE).page
    session = page.context.new_cdp_session(page)
    session.send("Emulation.setCPUThrottlingRate", {"rate": 4})
    page.goto(address + path)
    page.wait_for_timeout(2000)
    longest: dict[str, float] = {}

    def scroll() -> None:
        for _ in range(12):
            gesture = {"x": 195, "y": 600, "yDistance": -3000, "speed": 8000}
            session.send("Input.synthesizeScrollGesture", gesture)

    def tap(selector: str, nth: int = 0) -> Callable[[], object]:
        """Find the place first: the browser's driver works to find things, a finger does not."""
        target = page.locator(selector).nth(nth)
        target.scroll_into_view_if_needed()
        box = target.bounding_box()
        assert box is not None
        page.wait_for_timeout(300)
        return lambda: page.touchscreen.tap(box["x"] + box["width"] / 2, box["y"] + 10)

    longest["scrolls"] = longest_task(session, page, scroll)
    page.evaluate("scrollTo(0, 0)")
    for name, selector, nth in (
        ("one topic", ".bs-chips button", 0),
        ("another topic", ".bs-chips button", 1),
        ("all topics", ".bs-chips button", 1),
        ("full", ".bs-switch label", 2),
        ("titles", ".bs-switch label", 0),
        ("brief", ".bs-switch label", 1),
        ("more", ".bs-more summary", 0),
        ("save", ".bs-save button", 0),
    ):
        longest[name] = longest_task(session, page, tap(selector, nth))
    print({name: round(time) for name, time in longest.items()})  # noqa: T201 - a measurement
    assert page.locator(".bs-save [aria-pressed=true]").count() == 1
    assert 0 < max(longest.values()) < 200


def longest_task(session: CDPSession, page: Page, act: Callable[[], object]) -> float:
    """Do something and give how long the page's main thread worked on one task at most, in ms."""
    events: list[dict[str, Any]] = []
    ended: list[object] = []

    def collect(part: dict[str, Any]) -> None:
        events.extend(part["value"])

    session.on("Tracing.dataCollected", collect)
    session.once("Tracing.tracingComplete", lambda end: ended.append(end or True))
    categories = {"includedCategories": ["toplevel", "disabled-by-default-devtools.timeline"]}
    session.send("Tracing.start", {"transferMode": "ReportEvents", "traceConfig": categories})
    act()
    page.wait_for_timeout(1000)
    session.send("Tracing.end")
    while not ended:
        page.wait_for_timeout(50)
    session.remove_listener("Tracing.dataCollected", collect)
    names: dict[tuple[int, int], str] = defaultdict(str)
    for event in events:
        if event["name"] == "thread_name":
            names[event["pid"], event["tid"]] = event["args"]["name"]
    return max(
        event.get("tdur", 0) / 1000
        for event in events
        if names[event["pid"], event["tid"]] == "CrRendererMain" and "RunTask" in event["name"]
    )
