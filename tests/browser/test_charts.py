"""Every chart has its words and its table, and needs neither a script nor a colour."""

from collections.abc import Callable

import pytest

from tests.browser.conftest import Visitor

pytestmark = pytest.mark.browser

# Charts that stand alone have a name; the others have words and figures beside them. Each is in a
# figure with a sentence and a table.
BARE = """() => [...document.querySelectorAll(".bs-chart")].filter((chart) => {
  const figure = chart.closest("figure");
  const named = chart.getAttribute("role") === "img" && chart.querySelector("title").textContent;
  const row = chart.closest("li");
  const told = chart.getAttribute("aria-hidden") === "true" && row && /\\d/.test(row.textContent);
  const cells = figure?.querySelectorAll("table caption, th[scope=col], th[scope=row], td") ?? [];
  return !(named || told) || !figure.querySelector("figcaption").textContent || cells.length < 4;
}).map((chart) => chart.outerHTML.slice(0, 120))"""


@pytest.mark.parametrize(
    "path", ["trends/", "2025/03/", "topics/", "topics/agents/", "tags/survey/"]
)
def test_a_chart_has_its_words_and_its_table(
    visit: Callable[..., Visitor], address: str, path: str
) -> None:
    page = visit().page
    page.goto(address + path)
    assert page.locator(".bs-chart").count() > 0
    assert page.evaluate(BARE) == []
    page.locator(".bs-figures summary").first.click()
    assert page.locator(".bs-figures table").first.is_visible()
    page.locator(".bs-figure figcaption").first.evaluate("(caption) => caption.replaceChildren()")
    assert page.evaluate(BARE) != []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_chart_takes_the_colours_of_the_page(
    visit: Callable[..., Visitor], address: str, scheme: str
) -> None:
    page = visit(color_scheme=scheme).page
    page.goto(address + "trends/")
    paint = "(bar) => getComputedStyle(bar).fill"
    accent = page.locator(".bs-links a").first.evaluate("(a) => getComputedStyle(a).color")
    assert page.locator(".bs-chart .bar").first.evaluate(paint) == accent


def test_a_chart_is_there_without_a_script(visit: Callable[..., Visitor], address: str) -> None:
    page = visit(java_script_enabled=False).page
    page.goto(address + "trends/")
    box = page.locator(".bs-chart .bar").first.bounding_box()
    assert box is not None
    assert box["width"] > 50
