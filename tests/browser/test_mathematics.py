"""Formulas as a reader sees them: what was received, where it was, within the page, and found."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page

from generator.corpus.text import clean_text, read_text
from generator.pages.mathml import read_formula
from tests.browser.conftest import Visitor
from tests.browser.test_accessibility import AXE, DESK, OPEN, PHONE, WIDE
from tests.cli.conftest import build_site, make_site
from tests.conftest import REAL_ADDRESS, Once

pytestmark = pytest.mark.browser

NARROW = {"viewport": {"width": 320, "height": 640}, "has_touch": True, "is_mobile": True}
FILLER = " The harbour master counts lamps at night, and every count is written into a book."
TEXTS = {
    r"On $\ell_p$-norms of Lamps": r"Let $x_{i,j} \in \mathbb{R}^{n\times d}$, ($\frac{a}{b+1}$).",
    r"Counting $\sum_{i=1}^{n} \lambda_i$ Lamps for $100K": "It costs $5 to $6, at $O(n)$ or 10%.",
    r"A Lamp in $\mathcal{O}(n \log n)$": (
        r"We show $\mathbb{E}_{x\sim p}[f(x)] = \int_0^1 \sqrt{\rho_t}\,dt + \beta_{p,n}"
        r"(P_{33}(1232)) + \left(\frac{a}{b}\right)^{2}$; $\nobody{x}_i$; $\widetilde{O}(T)$. "
        r"If $\begin{pmatrix}a&b\\c&d\end{pmatrix}$, then $\binom{n}{k}$ or $\hat{x}_t$."
    ),
    r"Simple: S$^2$FT and $\alpha$": r"At $10\%$ of $2^{10}$ lamps, $\tau$-lamps: $n \le 3$.",
    r"Lamps of $\sqrt{aaaa+bbbb+c}$, (of $\text{fifteen letters}_i$)": (
        r"Long: $\sqrt{aaaa+bbbb+c}$, and ($\text{fifteen letters}_i$), and "
        r"$\overline{AAAABBBBC}$-lamps, too long: $\sqrt{a+b+c+d+e+f+g+h+i+j+k}$, divided: "
        f"${'+'.join(f'x_{{{n}}}' for n in range(40))}$."
    ),
}
# Each formula as its line, and apart from that its source.
READ = """(selector) => [...document.querySelectorAll(selector)].map((element) => {
  const sources = [...element.querySelectorAll("[data-tex]")].map((math) => math.dataset.tex);
  const copy = element.cloneNode(true);
  for (const math of copy.querySelectorAll("math")) {
    math.replaceWith(math.getAttribute("alttext") ?? "");
  }
  return [copy.textContent.replace(/\\s+/g, " ").trim(), sources];
})"""


@pytest.fixture(scope="module")
def mathematical_site(once: Once) -> Path:
    return once("mathematical", make_mathematical_site) / "site/build/site"


def make_mathematical_site(folder: Path) -> None:
    site = make_site(folder / "site")
    lines = ["Get trending papers in your email inbox!"]
    for title, abstract in TEXTS.items():
        lines += [title, abstract + FILLER * 3]
    folder = site / "content/digests/2025"
    folder.joinpath("2025-01-08.txt").write_text("\n\n".join(lines), encoding="utf-8")
    build_site(site, SITE_URL=REAL_ADDRESS)


@pytest.fixture(scope="module")
def mathematical(mathematical_site: Path, serve: Callable[[Path], str]) -> str:
    return serve(mathematical_site)


def expected(raw: str) -> list[object]:
    """The clean text, and the sources that were kept of what can be set."""
    text = read_text(raw)
    return [text.clean, [f.source for f in text.formulas if read_formula(f.source)]]


def test_what_is_seen_is_what_was_read(page: Page, mathematical: str) -> None:
    page.goto(mathematical + "2025/01/08/")
    assert page.evaluate(READ, ".bs-card__title") == [expected(title) for title in TEXTS]
    abstracts = [expected(abstract + FILLER * 3) for abstract in TEXTS.values()]
    assert page.evaluate(READ, ".bs-card__abstract") == abstracts
    assert sum(len(sources) for _, sources in abstracts) > 10  # type: ignore[misc, arg-type]
    addresses = page.locator(".bs-card__title a").evaluate_all("(all) => all.map((a) => a.href)")
    for number, (title, abstract) in enumerate(zip(TEXTS, abstracts, strict=True)):
        page.goto(addresses[number])
        assert page.evaluate(READ, ".bs-paper h1") == [expected(title)]
        assert page.evaluate(READ, ".bs-abstract") == [abstract]
        assert page.title() == f"{clean_text(title)} · The Harbour Review"


def test_money_is_no_mathematics(page: Page, mathematical: str) -> None:
    page.goto(mathematical + "2025/01/08/")
    card = page.locator(".bs-card", has_text="for $100K")
    assert card.locator(".bs-card__title math").count() == 1
    assert card.locator(".bs-card__abstract math").count() == 0
    assert "It costs $5 to $6, at O(n) or 10%." in card.inner_text()


def test_a_formula_is_drawn(page: Page, mathematical: str) -> None:
    """The browser knows the elements: a fraction is higher than its line, a script set apart."""
    page.goto(mathematical + "2025/01/08/")
    heights = page.locator("mfrac").first.evaluate(
        "(mfrac) => [...mfrac.children].map((part) => part.getBoundingClientRect().top)"
    )
    assert heights[0] < heights[1] - 5
    size = "(element) => element.lastChild.getBoundingClientRect().height"
    assert 0 < page.locator("msub").first.evaluate(size) < 20


@pytest.mark.parametrize("density", ["brief", "full"])
def test_no_formula_is_wider_than_320_pixels(
    visit: Callable[..., Visitor], mathematical: str, density: str
) -> None:
    page = visit(**NARROW).page
    page.add_init_script(f"localStorage.setItem('bs-density', '{density}')")
    page.goto(mathematical + "2025/01/08/")
    page.evaluate(OPEN)
    assert page.evaluate(WIDE) == []
    page.locator(".bs-card__title a", has_text="Lamps of").click()
    page.wait_for_load_state()
    assert page.evaluate(WIDE) == []


def test_nothing_that_touches_a_formula_begins_a_line(page: Page, mathematical: str) -> None:
    page.goto(mathematical + "2025/01/08/")
    apart = """() => [...document.querySelectorAll(".bs-math")]
      .filter((kept) => kept.getClientRects().length !== 1).map((kept) => kept.outerHTML)"""
    for width in range(300, 600, 20):
        page.set_viewport_size({"width": width, "height": 900})
        assert page.evaluate(apart) == []
    assert page.locator(".bs-math").count() > 5


@pytest.mark.parametrize(
    ("device", "scheme"), [(DESK, "light"), (PHONE, "dark")], ids=["desk", "phone"]
)
def test_axe_finds_nothing_in_formulas(
    visit: Callable[..., Visitor],
    mathematical: str,
    axe: str,
    device: dict[str, object],
    scheme: str,
) -> None:
    page = visit(**device, color_scheme=scheme).page
    for path in ("2025/01/08/", "search/?q=lamps"):
        page.goto(mathematical + path)
        page.locator(".bs-card math").first.wait_for()
        page.evaluate(OPEN)
        page.evaluate(axe)
        assert page.evaluate(AXE)["found"] == []


@pytest.mark.parametrize(
    ("query", "title"),
    [
        ("norms of lamps", "On ℓ_p-norms of Lamps"),
        ("ℓ_p", "On ℓ_p-norms of Lamps"),
        ("l_p-norms", "On ℓ_p-norms of Lamps"),
        ("x_{i,j}", "On ℓ_p-norms of Lamps"),
        ("lambda_i", "Counting ∑_{i=1}^n λ_i Lamps for $100K"),
        ("O(n log n)", "A Lamp in O(n log n)"),
        ("x_0", "Lamps of √(aaaa+bbbb+c), (of fifteen letters_i)"),
        ("α", "Simple: S²FT and α"),
        ("alpha", "Simple: S²FT and α"),
        ("tau-lamps", "Simple: S²FT and α"),
    ],
)
def test_a_formula_is_found_and_shown(
    page: Page, mathematical: str, query: str, title: str
) -> None:
    page.goto(mathematical + "search/")
    page.locator("main input[type=search]").fill(query)
    page.keyboard.press("Enter")
    page.locator("#bs_results h3").first.wait_for()
    assert page.evaluate(READ, "#bs_results h3")[0][0] == title
    pieces = page.locator("#bs_results h3").first.locator("math").count()
    assert (pieces > 0) is not title.startswith("Simple")


def test_results_show_formulas_as_pages_do(page: Page, mathematical: str) -> None:
    shown = """(selector) => [...document.querySelectorAll(selector)].map((element) => {
      const copy = element.cloneNode(true);
      for (const mark of copy.querySelectorAll("mark")) mark.replaceWith(...mark.childNodes);
      for (const gone of copy.querySelectorAll(".bs-gap")) gone.remove();
      for (const one of copy.querySelectorAll(".bs-before")) one.replaceWith(...one.childNodes);
      for (const math of copy.querySelectorAll("math")) math.removeAttribute("data-tex");
      copy.normalize();
      return copy.innerHTML;
    })"""
    page.goto(mathematical + "2025/01/08/")
    titles = page.evaluate(shown, ".bs-card__title a")
    abstracts = page.evaluate(shown, ".bs-card__abstract")
    for query in ("lamps", "x_0", "harbour book", "we show"):
        page.goto(f"{mathematical}search/?q={query}")
        page.locator("#bs_results h3").first.wait_for()
        for selector, known in (("h3 a", titles), (".bs-card__abstract", abstracts)):
            found = page.evaluate(shown, f"#bs_results {selector}")
            formulas = {text for text in found if "<math" in text}
            assert formulas
            assert formulas <= set(known)


def test_a_formula_of_which_a_word_was_found_is_marked_whole(page: Page, mathematical: str) -> None:
    page.goto(mathematical + "search/?q=log")
    mark = page.locator("#bs_results h3 mark")
    mark.wait_for()
    assert page.evaluate(READ, "#bs_results h3 mark")[0][0] == "O(n log n)"
    assert mark.locator("math").count() >= 1


def test_the_quick_search_shows_formulas(page: Page, mathematical: str) -> None:
    page.goto(mathematical)
    page.keyboard.press("/")
    page.locator(".bs-quick input").fill("norms")
    page.locator(".bs-quick__list math").first.wait_for()
    assert page.evaluate(READ, ".bs-quick__list a")[0][0] == "On ℓ_p-norms of Lamps"


def test_a_saved_title_is_a_line_of_text(page: Page, mathematical: str) -> None:
    page.goto(mathematical + "2025/01/08/")
    page.locator(".bs-card", has_text="-norms of").get_by_role("button", name="Save").click()
    kept = page.evaluate("() => Object.values(localStorage).join()")
    assert re.search('"title":"On ℓ_p-norms of Lamps"', kept)
